"""Faultless reports in our own words: nothing is to be found in them, at any level."""

from __future__ import annotations

import datetime
from random import Random

from goi_lint.cases.draft import NUMERALS, TABLES, Draft, Part, form_data
from writing import figures
from writing.bodies import OFFICES, SEATS, Body, any_body, department

YEARS = {"form_2019": (2019, 2020), "form_2021": (2021, 2025)}

_PERIODS = (
    "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    "本报告中所列数据的统计期限为{year}年1月1日至{year}年12月31日。",
    "本年报数据统计时限为{year}年1月1日至12月31日。",
    "统计时间：{year}年1月1日——{year}年12月31日。",
    "所列数据的统计周期从{year}年1月1日到{year}年12月31日。",
    "本报告统计时段为{year}年1月1日—12月31日。",
    "报告中数据的统计日期自{year}年1月1日起，至12月31日止。",
)
_CONTACTS = (
    "如对本报告有疑问，请与{office}联系（地址：{address}；邮编：{postcode}；电话：{phone}；电子邮箱：{mail}）。",
    "如对本年度报告有任何疑问，请联系{office}，联系地址：{address}，邮政编码：{postcode}，联系电话：{phone}。",
    "公众如有疑问，请与{office}联系（办公地址：{address}，电话：{phone}，邮箱：{mail}，邮编：{postcode}）。",
    "如对本报告有疑问，请与{office}联系。地址：{address}；咨询电话：{phone}；传真：{fax}；邮编：{postcode}。",
    "如有疑问，请与{office}联系（通讯地址{address}，邮编{postcode}，电话{phone}）。",
)
_INTRODUCTIONS = (
    "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）编制，由{parts}六部分组成。",
    "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）规定，现公布{body}{year}年政府信息公开工作年度报告。全文包括{parts}六个部分。",
    "按照《中华人民共和国政府信息公开条例》（以下简称《条例》）和{notice}要求，编制本报告。报告共六部分：{parts}。",
    "为落实《中华人民共和国政府信息公开条例》（以下简称《条例》），现将工作情况报告如下，内容包括{parts}。",
)
_NOTICES = {
    "form_2019": "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》",
    "form_2021": "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》",
}
_TOPICS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
_HEADS = (
    (
        "（一）主动公开。",
        "（二）依申请公开。",
        "（三）政府信息管理。",
        "（四）平台建设。",
        "（五）监督保障。",
    ),
    tuple(f"（{numeral}）{topic}情况\n" for numeral, topic in zip(NUMERALS[1:6], _TOPICS, strict=True)),
    tuple(f"{numeral}是{topic}方面，" for numeral, topic in zip(NUMERALS[1:6], _TOPICS, strict=True)),
    (
        "（一）组织推动政府信息公开工作。",
        "（二）积极推动政府信息主动公开。",
        "（三）认真规范处理依申请公开。",
        "（四）不断强化政府信息公开平台内容保障。",
        "（五）全力做好宣传培训评估考核等基础工作。",
    ),
)
_BODIES = (
    "围绕群众关心的事项，通过政府网站发布工作动态、政策文件和办事指南，政策与解读同步公开。",
    "接收、登记、审核、答复各环节有专人负责，收到的申请均在法定期限内答复。",
    "按制作、审查、发布、更新、归档的顺序管理信息，定期清理文件并公布结果。",
    "维护网站专栏和公示栏，完善检索功能，方便群众查询。",
    "由分管负责同志牵头，组织业务培训，将信息公开纳入考核，接受社会监督。",
)
_CHANGCHUN = (
    "由分管负责同志牵头，明确责任分工，接受社会监督。",
    "围绕群众关心的事项，通过政府网站发布工作动态、政策文件和办事指南。",
    "各环节有专人负责，收到的申请均在法定期限内答复。",
    "维护网站专栏和公示栏，按制作、审查、发布、归档的顺序管理信息。",
    "组织业务培训，将信息公开纳入考核。",
)
_ACCOUNT = "开展工作考核，组织社会评议，落实责任追究制度，全年没有需要追究责任的情形。"
_PROBLEMS = (
    (
        "存在的主要问题：一是信息更新不够及时，二是解读形式较为单一。",
        "改进措施：明确更新时限，每季度检查一次；增加图表和现场讲解。",
    ),
    ("公开内容与群众需求还有差距，工作人员业务不够熟练。下一步将依据群众咨询调整公开重点，加强业务培训。",),
    (
        "（一）存在问题",
        "部分栏目更新较慢，答复文书说理不足。",
        "（二）改进情况",
        "指定专人维护栏目，组织文书评查，提高答复质量。",
    ),
)
_FEES = (
    "本年度未收取信息处理费。",
    "全年依法收取信息处理费200元。",
    "本年度收取信息处理费0元，没有其他需要报告的事项。",
)


def draft(form: str = "form_2021", rng: Random | None = None, kind: str | None = None) -> Draft:
    """Return a faultless report; with `rng` a random one, by a department, government or town (`kind`)."""
    if rng is None:
        return draft_of(
            form, 2023 if form == "form_2021" else 2020, department(SEATS[0], OFFICES[0]), Random(0)
        )
    return draft_of(form, rng.randint(*YEARS[form]), any_body(rng, kind), rng)


def draft_of(form: str, year: int, body: Body, rng: Random) -> Draft:
    """Return a faultless report of that body and year."""
    titles = [
        rng.choice((part["short"], part.get("long", part["short"]))) for part in form_data(form)["parts"]
    ]
    texts = {1: _overview(year, body, rng), 5: rng.choice(_PROBLEMS), 6: (rng.choice(_FEES),)}
    parts = tuple(
        Part(number, f"{NUMERALS[number]}、{title}", texts.get(number, ()), TABLES.get(number))
        for number, title in enumerate(titles, 1)
    )
    return Draft(
        form,
        (_title(year, body, rng),),
        _front(form, year, body, rng),
        parts,
        figures.tables(form, rng),
        (body.name, _signed(year, body, rng)),
    )


def _title(year: int, body: Body, rng: Random) -> str:
    forms = ("{body}{year}年政府信息公开工作年度报告", "{year}年{body}政府信息公开工作年度报告")
    return rng.choice(forms).format(body=body.name, year=year)


def _front(form: str, year: int, body: Body, rng: Random) -> tuple[str, ...]:
    data = form_data(form)
    titles = [part["short"] for part in data["parts"]]
    titles[3] = rng.choice((titles[3], "政府信息公开行政复议及行政诉讼情况"))
    introduction = rng.choice(_INTRODUCTIONS).format(
        parts="、".join(titles),
        body=body.name,
        year=year,
        notice=f"{_NOTICES[form]}（{data['notice']}）",
    )
    period = rng.choice(_PERIODS).format(year=year)
    contact = rng.choice(_CONTACTS).format(**_contact(body, rng))
    return rng.choice(((introduction, period, contact), (introduction, period + contact)))


def _contact(body: Body, rng: Random) -> dict[str, str]:
    seat = body.seat
    digits = rng.choice((7, 8)) if len(seat.area_code) == 4 else 8
    number = f"{rng.randint(2, 8)}{rng.randrange(10 ** (digits - 1)):0{digits - 1}d}"
    dash = rng.choice(("-", "—", "–", "－", "―"))
    return {
        "office": body.office,
        "address": f"{seat.province}{seat.city}{seat.name}人民路{rng.randint(1, 300)}号",
        "postcode": seat.postcode,
        "phone": f"{seat.area_code}{dash}{number}",
        "fax": f"{seat.area_code}{dash}{number[:-1]}0",
        "mail": rng.choice((f"xxgk@{seat.host}.gov.cn", f"{seat.host}_{rng.randint(10, 99)}@163.com")),
    }


def _overview(year: int, body: Body, rng: Random) -> tuple[str, ...]:
    heads = rng.choice(_HEADS)
    texts = _CHANGCHUN if heads is _HEADS[-1] else _BODIES
    topics = [head + text for head, text in zip(heads, texts, strict=True)]
    if body.kind != "department":
        topics[-1] += _ACCOUNT
    lines = "\n".join(topics).split("\n")
    return (f"{year}年，{body.self_name}认真落实《条例》要求，推进政府信息公开工作。", *lines)


def _signed(year: int, body: Body, rng: Random) -> str:
    latest = datetime.date(year + 1, 3 if body.kind == "government" else 1, 31)
    first = datetime.date(year + 1, 1, 2)
    day = first + datetime.timedelta(rng.randrange((latest - first).days + 1))
    if rng.random() < 0.4:
        return _in_numerals(day)
    return f"{day.year}年{day.month}月{day.day}日"


def _in_numerals(day: datetime.date) -> str:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    return f"{year}年{_numeral(day.month)}月{_numeral(day.day)}日"


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (NUMERALS[tens] if tens > 1 else "") + ("十" if tens else "") + (NUMERALS[ones] if ones else "")
