"""What reports tell in parts one and five, in our own words: so many sentences that no two reports sound alike.

A sentence is put together at random from fields of work, what was done, and how. As in real reports, some sentences
are from a small stock that many bodies share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

_FIELDS = (
    *(
        "惠农补贴",
        "农村供水",
        "河湖管护",
        "义务教育招生",
        "学前教育收费",
        "养老服务",
        "社会救助",
        "医保报销",
        "疫苗接种",
    ),
    *(
        "公交线路调整",
        "农村公路养护",
        "停车收费",
        "食品抽检",
        "药品价格",
        "消费维权",
        "房屋征收",
        "老旧小区改造",
        "物业收费",
    ),
    *(
        "公租房分配",
        "不动产登记",
        "土地出让",
        "林地保护",
        "森林防火",
        "水旱灾害防御",
        "大气治理",
        "垃圾分类",
        "污水处理",
    ),
    *(
        "招商引资",
        "中小企业扶持",
        "创业贷款",
        "技能培训",
        "就业招聘",
        "工伤认定",
        "社保缴费",
        "退役安置",
        "文物保护",
    ),
    *(
        "图书借阅",
        "全民健身",
        "旅游市场整治",
        "消防检查",
        "安全生产",
        "地质灾害排查",
        "政府采购",
        "财政预决算",
        "审计整改",
    ),
)
_DONE = (
    *(
        "编成问答",
        "绘成图表",
        "拍成短片",
        "汇成手册",
        "列出清单",
        "制成明白卡",
        "排出时间表",
        "印成折页",
        "录成音频",
    ),
    *("做成流程图", "整理成专题", "写进办事指南", "翻成大白话", "分门别类存放", "配上真实案例"),
)
_HOW = (
    *(
        "群众一看就懂",
        "老人也会查",
        "来电咨询明显减少",
        "企业少跑了路",
        "村民反响很好",
        "窗口排队变短",
        "误解少了许多",
    ),
    *(
        "网上留言多为好评",
        "基层干部用着顺手",
        "外出务工人员也能查到",
        "各方都说方便",
        "投诉随之下降",
        "办理时间缩短",
    ),
    *("转发量逐月上升", "学校和社区主动来取", "商户自觉张贴"),
)
_WHO = (
    *(
        "办公室",
        "政策法规科",
        "业务骨干",
        "值班人员",
        "档案管理员",
        "新闻联络员",
        "窗口负责人",
        "驻村干部",
        "青年志愿者",
    ),
    *("网格员", "科室负责人", "法律顾问", "信息员", "督查专员"),
)
_WHEN = (
    *("每月初", "每周一", "季度末", "汛期前", "开学前", "春耕时节", "节假日前后", "项目开工前", "年中"),
    *("集市日", "招生季", "换届之后", "机构调整后", "雨季来临前"),
)
_WHERE = (
    *(
        "便民大厅",
        "村务公示栏",
        "社区活动室",
        "政府网站首页",
        "微信公众号",
        "电子显示屏",
        "图书馆查阅点",
        "集镇广场",
    ),
    *("客运站", "卫生院大厅", "学校宣传栏", "农贸市场入口", "工业园服务站"),
)
_TOPICS: Sequence[Sequence[str]] = (
    (
        "{when}把{field}和{other}的信息{done}，在{where}公布，{how}。",
        "通过{where}发布{field}、{other}等方面的政策文件{number}篇，由{who}逐篇配发解读，{how}。",
        "围绕{field}，{who}会同{whom}把要点{done}，主动公开后{how}。",
        "{field}方面的公告先在{where}张贴，再上政府网站，{when}由{who}核对一遍，{how}。",
    ),
    (
        "申请多集中在{field}和{other}两个方面，由{who}先行沟通，{how}。",
        "收到申请后由{who}登记、{whom}把关，涉及{field}的另请{other}的经办人会商，{how}。",
        "把{field}的常见申请{done}，供申请人在{where}先行查阅，{how}。",
        "{when}由{who}抽查申请答复文书{number}份，重点看{field}一类说理是否充分，{how}。",
    ),
    (
        "{when}由{who}对{field}和{other}的文件作清理归档，{whom}复核，{how}。",
        "{field}的信息发布前由{who}初审、{whom}复审，涉密和个人隐私一律先作审查，{how}。",
        "{who}建立{field}信息台账，动态更新{number}次，{how}。",
        "文件起草时即由{who}标明公开属性，{field}与{other}的分开存放，{how}。",
    ),
    (
        "政府网站增设{field}专栏，{who}负责供稿，{when}检查一次链接，{how}。",
        "在{where}设立查阅点，摆放{field}和{other}的资料{number}份，{how}。",
        "微信公众号开出{field}专题，{who}把内容{done}，{how}。",
        "{when}对网站栏目作一次调整，把{field}移到{other}之前，{how}。",
    ),
    (
        "{when}由{who}牵头培训，以{field}为例讲解，参训{number}人次，{how}。",
        "{who}与{whom}每季度互查，把{field}的公开情况列为考核内容，{how}。",
        "邀请群众代表评议{field}和{other}两项工作，意见由{who}当面答复，{how}。",
        "{when}由{who}开展自查，{field}方面的疏漏由{whom}限期补正，{how}。",
    ),
)
_PROBLEMS = (
    "{field}的内容偏于专业，{who}反映解读不够通俗",
    "{field}和{other}两类信息更新较慢，{where}的栏目有时数周不变",
    "{who}身兼数职，{when}忙于{field}，对公开工作过问较少",
    "{where}的展示形式单一，{field}的资料少有人翻看",
)
_MEASURES = (
    "{when}起由{who}专责{field}信息的更新，{whom}每月核对",
    "把{field}的要点{done}，放到{where}，听取意见后再作调整",
    "安排{who}到{field}工作做得好的地方学习，回来向{whom}讲解",
    "由{who}每季度走访{number}户群众，了解{field}和{other}方面的需求",
)
STOCK: Sequence[Sequence[str]] = (
    (
        "坚持以公开为常态、不公开为例外，凡应当公开的信息都及时公开。",
        "紧扣群众关心的热点难点，不断扩大主动公开的范围。",
    ),
    (
        "畅通受理渠道，规范办理流程，收到的申请均在法定期限内答复。",
        "接收、登记、审核、答复各环节均有专人负责。",
    ),
    ("严格执行先审后发，做到谁发布、谁审查、谁负责。", "落实公文公开属性认定，从源头上管好政府信息。"),
    (
        "充分发挥政府网站第一平台的作用，方便群众查询和监督。",
        "统筹用好网站、公众号和公示栏，形成线上线下互补的格局。",
    ),
    (
        "主要负责同志亲自过问，分管负责同志具体抓，形成齐抓共管的局面。",
        "自觉接受社会监督，虚心听取各方面的意见。",
    ),
)
"""Sentences that many reports share, by topic."""
_ACCOUNT = "全年开展工作考核和社会评议，落实责任追究制度，没有出现需要追究责任的情形。"
_TITLES = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
_HEADS = (
    "（{numeral}）{title}。",
    "（{numeral}）{title}情况\n",
    "{numeral}是{title}方面，",
    "（{numeral}）{title}工作。",
)
_NUMERALS = "一二三四五"
SHARED = 0.25
"""How often a topic begins with a sentence of the stock."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """The paragraphs of parts one and five; `{body}`, `{ours}` and `{year}` stand for whose they are and of when."""

    overview: tuple[str, ...]
    problems: tuple[str, ...]

    def told(self, body: str, ours: str, year: int) -> Narrative:
        """Return it as a body tells it in a year."""
        names = {"{body}": body, "{ours}": ours, "{year}": str(year)}

        def filled(lines: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(re.sub(r"\{\w+\}", lambda name: names[name[0]], line) for line in lines)

        return Narrative(filled(self.overview), filled(self.problems))


def narrative(rng: Random, government: bool = False) -> Narrative:
    """Return what no other report tells: 14 to 26 sentences, of which the stock has one to three."""
    head = rng.choice(_HEADS)
    lead = _sentence("以{field}、{other}为重点推进政府信息公开，{who}与{whom}分工协作，{how}。", rng)
    lead = f"{{year}}年，{rng.choice(('{ours}', '{body}'))}{lead}"
    lines = [lead]
    for number, title in enumerate(_TITLES):
        texts = [_sentence(template, rng) for template in rng.sample(_TOPICS[number], rng.randint(2, 3))]
        if rng.random() < SHARED:
            texts.insert(0, rng.choice(STOCK[number]))
        lines += (head.format(numeral=_NUMERALS[number], title=title) + "".join(texts)).split("\n")
    if government:
        lines[-1] += _ACCOUNT
    problems = [_sentence(template, rng) for template in rng.sample(_PROBLEMS, 2)]
    measures = [_sentence(template, rng) for template in rng.sample(_MEASURES, 2)]
    measures.append("{body}" + _sentence("还将在{where}听取群众对{field}的意见，由{who}汇总", rng))
    return Narrative(
        tuple(lines),
        (f"存在的主要问题：{'；'.join(problems)}。", f"改进措施：{'。'.join(measures)}。"),
    )


def _sentence(template: str, rng: Random) -> str:
    field, other = rng.sample(_FIELDS, 2)
    who, whom = rng.sample(_WHO, 2)
    return template.format(
        field=field,
        other=other,
        who=who,
        whom=whom,
        when=rng.choice(_WHEN),
        where=rng.choice(_WHERE),
        done=rng.choice(_DONE),
        how=rng.choice(_HOW),
        number=rng.randint(2, 98),
    )
