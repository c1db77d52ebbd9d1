"""What a draft's text tells in numbers: the true ones of its tables, in many wordings, and much that is beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from goi_lint.cases.draft import Draft

ORGANISATIONS = ("enterprise", "research", "public_interest", "legal_service", "other_organisation")
GROUPS = ("refused", "cannot_provide", "not_processed", "otherwise")
_UNITS = ("件", "件", "件", "条", "份", "宗", "起")
_LEADS = (
    "",
    "全年",
    "本年度",
    "{year}年，",
    "{year}年，{we}",
    "{year}年度，{we}",
    "截至{year}年12月31日，{we}",
    "{we}{year}年",
)
_RECEIVED = (
    "共收到政府信息公开申请{received}",
    "新收政府信息公开申请{received}",
    "受理依申请公开{received}",
    "收到公民、法人和其他组织提交的政府信息公开申请{received}",
    "共收到{received}政府信息公开申请",
    "收到依申请公开件{received}",
    "接收信息公开申请{received}",
    "收到政府信息公开申请共计{received}",
    "新收信息公开申请数量为{received}",
    "受理申请公开事项{received}",
)
_NOTHING = (
    "未收到政府信息公开申请",
    "没有收到依申请公开事项",
    "收到政府信息公开申请0件",
    "未收到任何公民、法人和其他组织提出的政府信息公开申请",
    "无政府信息公开申请",
)
_APPLICANTS = (
    "，其中自然人{natural}、法人或其他组织{organisation}",
    "（其中自然人申请{natural}，法人及其他组织申请{organisation}）",
    "，其中，自然人{natural}，商业企业{enterprise}",
)
_BROUGHT = (
    "，上年结转{brought}",
    "；上年度结转申请{brought}",
    "，{last}年结转{brought}",
    "（不含上年结转{brought}）",
)
_DISPOSED = (
    "，办结{disposed}",
    "，已办结{disposed}",
    "，答复{disposed}",
    "；全年办结{disposed}",
    "，共答复申请{disposed}",
)
_CARRIED = (
    "，结转下年度继续办理{carried}",
    "，{carried}结转下年办理",
    "，结转至{next}年办理{carried}",
    "，剩余{carried}结转下一年度处理",
)
_RESULTS = (
    "全年答复政府信息公开申请{disposed}，其中予以公开{granted}，部分公开{partial}，不予公开{refused}，无法提供{cannot_provide}，"
    "不予处理{not_processed}，其他处理{otherwise}",
    "办结政府信息公开申请{disposed}：予以公开{granted}、部分公开{partial}、不予公开{refused}",
    "办理依申请公开答复{disposed}，其中予以公开和部分公开{public}、无法提供{cannot_provide}、不予处理{not_processed}",
)
_CASES = (
    "因政府信息公开被申请行政复议{review}，被提起行政诉讼{suits}",
    "政府信息公开行政复议{review}、行政诉讼{suits}",
    "发生涉及政府信息公开的行政复议案件{review}，行政诉讼案件{suits}",
    "因政府信息公开工作引发行政复议{review}。行政诉讼{suits}",
    "因依申请公开被申请行政复议{review}",
)
_NO_CASES = (
    "未发生因政府信息公开引起的行政复议、行政诉讼",
    "没有因政府信息公开被申请行政复议、提起行政诉讼的情况",
    "因政府信息公开被申请行政复议0件，行政诉讼0件",
)
_BESIDE = (
    "办理人大代表建议{a}件、政协提案{b}件，全部办结",
    "受理12345热线工单{a}件，办结{a}件，答复网民留言{b}条",
    "网站访问量达{a}万余次，日均受理咨询{b}次",
    "接待群众来访{a}人次，电话咨询约{b}次",
    "上年收到政府信息公开申请{a}件",
    "{last}年收到政府信息公开申请{a}件，答复{b}件",
    "受理行政许可申请{a}件，办结{b}件",
    "局属单位收到政府信息公开申请{a}件",
    "申请量较上年增加{a}件",
    "举办业务培训{a}次，参加{b}人次",
    "对疑难申请{a}件集体会商",
    "近三年收到政府信息公开申请{a}件",
    "按照第{a}次会议部署，组织学习{b}次",
)
_SUBJECTS = (
    ("政策文件", "工作动态", "公示公告"),
    ("财政信息", "人事信息", "规划计划"),
    ("办事指南", "统计信息", "会议信息"),
)
_LISTS = (
    "主动公开政府信息{total}条，其中{x}{p}条、{y}{q}条、{z}{r}条",
    "主动公开政府信息{total}条，包括{x}{p}条，{y}{q}条，{z}{rest}条",
    "主动公开政府信息{total}条，分别为{x}{p}条、{y}{q}条、{z}{rest}条",
    "主动公开政府信息{total}条（其中{x}{p}条，{y}{q}条）",
    "主动公开政府信息{total}条，其中{x}{p}条、其余{after}条为{y}",
    "通过网站公开信息{total}条。其中，{x}{p}条，{y}{q}条，{z}{r}条",
    "发布信息{total}条，其中网站{total}条、微信公众号{p}条",
    "主动公开信息{total}条，其中{x}{p}条，占{share}%",
    "主动公开信息{total}条，其中{x}{p}条（其中网上征集{q0}条）、{y}{q}条，公众号推送{more}条",
    "制发公文{total}件，主动公开{p}件，主动公开率{share}%",
)


def numbers_of(draft: Draft) -> dict[str, int]:
    """Return the numbers of tables 三 and 四 by the names of the templates."""
    cells = {address: int(text) for address, text in draft.cells().items() if address[0] != "disclosure"}

    def total(row: str, column: str = "total") -> int:
        return cells["requests", row, column]

    found = {
        "received": total("received"),
        "brought": total("brought_forward"),
        "disposed": total("disposed_total"),
        "carried": total("carried_forward"),
        "granted": total("granted"),
        "partial": total("granted_in_part"),
        "natural": total("received", "natural_person"),
        "enterprise": total("received", "enterprise"),
        "organisation": sum(total("received", column) for column in ORGANISATIONS),
        "review": cells["review", "cases", "review_total"],
        "suits": cells["review", "cases", "direct_total"] + cells["review", "cases", "after_review_total"],
    }
    rows = {row for table, row, _ in cells if table == "requests"}
    for group in GROUPS:
        found[group] = sum(total(row) for row in rows if row.startswith(group))
    found["public"] = found["granted"] + found["partial"]
    return found


def told(draft: Draft, rng: Random, wrong: str = "") -> Draft:
    """Return the draft with a text that tells its numbers; the one named `wrong` is told wrong, wherever it is told."""
    year = int(re.findall(r"20\d\d", "".join(draft.title))[0])
    true = numbers_of(draft)
    numbers = {**true, wrong: true[wrong] + 1 + sum(true.values())} if wrong else true
    names = {"year": str(year), "last": str(year - 1), "next": str(year + 1), "we": _we(draft)}
    sentences = [*_of_requests(true, numbers, wrong, rng), *_of_cases(true, numbers, wrong, rng)]
    lines = [_filled(sentence, numbers, names, rng) for sentence in sentences]
    lines += [
        rng.choice(_BESIDE).format(a=rng.randint(2, 400), b=rng.randint(2, 90), **names)
        for _ in range(rng.randint(0, 2))
    ]
    disclosed = _list(rng) if rng.random() < 0.8 else ""
    parts = tuple(
        replace(part, paragraphs=_with(part.paragraphs, "。".join(lines) + "。", disclosed))
        if part.number == 1
        else part
        for part in draft.parts
    )
    return replace(draft, parts=parts)


def _of_requests(true: Mapping[str, int], numbers: Mapping[str, int], wrong: str, rng: Random) -> list[str]:
    if true["received"] == 0 and wrong != "received":
        return [rng.choice(_LEADS) + rng.choice(_NOTHING)]
    sentence = rng.choice(_LEADS) + rng.choice(_RECEIVED)
    if wrong in ("natural", "organisation") or rng.random() < 0.4:
        fitting = [each for each in _APPLICANTS if not wrong or "{" + wrong + "}" in each] or _APPLICANTS
        sentence += rng.choice(fitting)
    if wrong == "brought" or rng.random() < 0.5:
        sentence += rng.choice(_BROUGHT)
    if wrong == "disposed" or rng.random() < 0.7:
        sentence += rng.choice(_DISPOSED)
    if wrong == "carried" or rng.random() < 0.5:
        sentence += rng.choice(_CARRIED)
    results = (
        [each for each in _RESULTS if "{" + wrong + "}" in each]
        if wrong in (*GROUPS, "granted", "partial", "public")
        else []
    )
    if results or (not wrong and rng.random() < 0.4):
        return [sentence, rng.choice(results or _RESULTS)]
    return [sentence]


def _of_cases(true: Mapping[str, int], numbers: Mapping[str, int], wrong: str, rng: Random) -> list[str]:
    if wrong in ("review", "suits"):
        return [rng.choice([each for each in _CASES if "{" + wrong + "}" in each])]
    if rng.random() < 0.4:
        return []
    return [rng.choice(_CASES if true["review"] or true["suits"] else _NO_CASES)]


def _filled(sentence: str, numbers: Mapping[str, int], names: Mapping[str, str], rng: Random) -> str:
    unit = rng.choice(_UNITS)
    unit = rng.choice("件起宗") if "复议" in sentence else unit
    write = rng.choice((str, str, str, _thousands, _wide, written_in_han))
    return sentence.format(**{name: write(number) + unit for name, number in numbers.items()}, **names)


def _list(rng: Random) -> str:
    """Return a sentence with a total, its parts and what they come to."""
    p, q, r = (rng.randint(1, 300) for _ in range(3))
    rest, more = rng.randint(1, 300), rng.randint(500, 3000)
    template = rng.choice(_LISTS)
    total = p + q + (rest if "{rest}" in template else r + rng.randint(0, 50))
    after = total - p
    x, y, z = rng.choice(_SUBJECTS)
    places = rng.randint(0, 2)
    share = _share(p, total, places, cut=rng.random() < 0.3)
    return template.format(
        total=total,
        p=p,
        q=q,
        q0=rng.randint(1, p),
        r=r,
        rest=rest,
        after=after,
        more=more,
        x=x,
        y=y,
        z=z,
        share=share,
    )


def _share(part: int, whole: int, places: int, *, cut: bool) -> str:
    scaled = 100 * part * 10**places
    number = scaled // whole if cut else (2 * scaled + whole) // (2 * whole)
    text = f"{number:0{places + 1}d}"
    return f"{text[:-places]}.{text[-places:]}" if places else text


def _with(paragraphs: Sequence[str], requests: str, disclosed: str) -> tuple[str, ...]:
    """Return part 一 with both texts, each behind what its topic begins with."""
    found = list(paragraphs)
    for topic, text in (("依申请公开", requests), ("主动公开", disclosed and disclosed + "。")):
        at = next((index for index, line in enumerate(found) if topic in line), 0)
        at += 1 if found[at].endswith("情况") and at + 1 < len(found) else 0
        found[at] += text
    return tuple(found)


def _we(draft: Draft) -> str:
    body = draft.closing[0]
    if body.endswith(("镇人民政府", "乡人民政府")):
        return "我镇"
    if body.endswith("人民政府"):
        return "全县" if "县" in body[-6:] else "全市" if "市" in body[-6:] else "全区"
    return "我局"


def _thousands(number: int) -> str:
    return f"{number:,}"


def _wide(number: int) -> str:
    return str(number).translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})


def written_in_han(number: int) -> str:
    """Return a number in Chinese numerals: 105 is 一百零五."""
    if number == 0:
        return "零"
    text, gap = "", False
    for step, name in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, step)
        if digit:
            text += (
                ("零" if gap and text else "")
                + (written_in_han(digit) if digit > 9 else "零一二三四五六七八九"[digit])
                + name
            )
        gap = digit == 0
    return text.removeprefix("一") if text.startswith("一十") else text
