"""The text gives a number for everything that it must give one for: 「网站发布信息120条」.

A number is what counts things: 120条, 3次, 五期, 1.2万. Years, dates, document numbers, articles of laws, percentages
and telephone numbers are none. To say that there was nothing (未发布, 没有, 无咨询, 零受理) is to give the number 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goi_lint.checks.conditions import Conditional, require, rows_verified
from goi_lint.checks.prose import compiled, sentences
from goi_lint.checks.scopes import Scoped, demanded
from goi_lint.errors import AbsentError, ParamFault, Words
from goi_lint.lazy import lazy
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.text.normalise import DASHES
from goi_lint.text.patterns import Pattern
from goi_lint.typed import NotRequired, TypedDict

NAME = "quantified"
FACTS: Mapping[str, str] = {
    "missing": "what the text gives no number for",
    "text": "the beginning of the text that was searched",
}
CODES: Mapping[str, tuple[str, ...]] = {}
_DISTANCE = 20
_MEASURES = "条件篇次个期份家项场名人部位例户座块处类宗册批元幅张款种页套组所卷集封通版辆本起"
# What is no number of things comes first, so that it takes its digits with it.
_NO_NUMBER = (
    r"第[\d一二三四五六七八九十百]+(?:[条款项届次期号轮批]|部分)"
    r"|[(〔\[]?(?:19|20)\d\d[)〕\]]?(?:第?\d+号|年(?:度|\d{1,2}月)?(?:\d{1,2}日)?|[)〕\]])"
    r"|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}[日号时]|\d+(?:\.\d+)?[%‰]|百分之[一二三四五六七八九十百点零\d]+"
    rf"|\d+(?:[{DASHES}]+\d+)+|123\d\d|[A-Za-z][A-Za-z0-9.:/_-]*"
)
_DIGITS = r"\d+(?:[,.]\d+)*[余多]?[万千百亿]?[余多]?"
_HAN = r"(?:一(?=[期份篇条场次](?!性))|(?:一[百千十]|[二三四五六七八九十百千两])[一二三四五六七八九十百千零两]*[余多]?)"
_NO_DENIAL = (
    "不|障碍|偿|锡|棣|极县|为[县市]|缝|忧|论|限|数(?!据)|关(?!于)|效|害|公害|疑|私|愧|误|错|差|死|空白|盲|僵|[暗断外]链|理|须|需|"
    "法(?![规律])|遗|缺|漏|失|微不|比|穷|力|因|期|人[机驾值]|机[物肥]|烟|菌|毒|痛|感|痕|接触|形|主[管的物]|声|证|纸|线(?!索)|"
    "条件|意|情|常|端|暇|缘|所|助|畏|尽|垠|二|一[例失]|[超逾]期|积压|推诿|违|泄|敏感|隐患|重大|严重|安全|事故"
)
"""What follows 无 where it does not deny that there was something: 无障碍, 无偿, 无锡, 无人机, 无死角, 无泄密."""
_HAPPENING = (
    "受理|办[理件结]|申请|咨询|来[电信访]|信访|留言|投诉|举报|诉[求讼]|复议|发布|公开|制发|新增|更新|推送|解读|回[应复]|答复|收费|"
    "开设|账号|[条次篇个起份例]"
)
_NUMERAL = "〇零一二三四五六七八九十百千万亿\\d"
_DENIED = lazy(
    rf"未(?!来|成年|雨)|没有|(?<!有)无(?!{_NO_DENIAL})|不存在|(?<![归飘{_NUMERAL}])零(?={_HAPPENING}|[,。;、)]|$)"
)


class Topic(TypedDict):
    """What a number must be given for, by its name, and the wordings of it."""

    topic: str
    patterns: list[Pattern]


class Params(Scoped, Conditional):
    """`topics`: what needs a number, in the same sentence and at most `distance` characters away (20).

    `units`: what it must be a number of; `mentioned`: only topics that are spoken of are asked for.
    See `Scoped` and `Conditional`.
    """

    topics: list[Topic]
    units: NotRequired[list[str]]
    distance: NotRequired[int]
    mentioned: NotRequired[bool]


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield what is wrong with the distance, and the rows that no form has."""
    yield from rows_verified(params, forms)
    distance = params.get("distance", _DISTANCE)
    if distance < 1:
        found = Words(f"这里是 {distance}", f"the number {distance}")
        yield ParamFault(("distance",), found, Words("应为正整数", "expected 1 or more"))


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem that names all that has no number."""
    search = demanded(report, params)
    require(report, params)
    lines = [match[0] for match in sentences(search.text)]
    topics = [topic for topic in params["topics"] if not params.get("mentioned") or _spoken_of(topic, lines)]
    if not topics:
        raise AbsentError(Words("没有提到应写数字的内容", "nothing is spoken of that needs a number"))
    numbers = [tuple(_numbers(line, params.get("units", ()))) for line in lines]
    reach = params.get("distance", _DISTANCE)
    missing = tuple(topic["topic"] for topic in topics if not _has_number(topic, lines, numbers, reach))
    if missing:
        yield Problem(search.location, {"missing": missing, "text": search.beginning})


_Spans = tuple[tuple[int, int], ...]


def _spoken_of(topic: Topic, lines: Sequence[str]) -> bool:
    return any(pattern.search(line) for line in lines for pattern in topic["patterns"])


def _has_number(topic: Topic, lines: Sequence[str], numbers: Sequence[_Spans], reach: int) -> bool:
    """Tell whether one of the wordings stands near a number of its sentence."""
    return any(
        _near(match.span(), spans, reach)
        for line, spans in zip(lines, numbers, strict=True)
        if spans
        for pattern in topic["patterns"]
        for match in pattern.finditer(line)
    )


def _near(phrase: tuple[int, int], numbers: _Spans, reach: int) -> bool:
    """Tell whether a number lies within the phrase, or so many characters before or behind it."""
    return any(start - phrase[1] <= reach and phrase[0] - end <= reach for start, end in numbers)


def _numbers(line: str, units: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the numbers of a sentence stand, and the words that say that there was nothing."""
    for match in compiled(_pattern(units)).finditer(line):
        if match["number"]:
            yield match.span()
    yield from (match.span() for match in _DENIED.finditer(line))


def _pattern(units: Sequence[str]) -> str:
    """Return what finds numbers: of these units, else of any; digits alone count before a mark or at the end."""
    if units:
        of = "|".join(sorted(map(_escaped, units), key=len, reverse=True))
        return rf"{_NO_NUMBER}|(?P<number>(?:{_DIGITS}|{_HAN})(?:{of}))"
    digits = rf"{_DIGITS}(?:[{_MEASURES}]|(?=[,。;、)]|$)|(?<=[万千百亿余多]))"
    return rf"{_NO_NUMBER}|(?P<number>{digits}|{_HAN}[{_MEASURES}])"


def _escaped(unit: str) -> str:
    import re

    return re.escape(unit)
