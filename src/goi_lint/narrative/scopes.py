"""Whose and of which year a count is: the words before it that say so, and what remains when they are gone.

`2023年,我局共收到申请` is `收到申请` of this body in this year; 2022年收到申请, 近三年收到申请 and 局属单位收到申请 are
not.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from goi_lint.lazy import lazy
from goi_lint.tuples import NamedTuple

_PLACES = "省市县区州盟旗"
_OFFICES = "局委办厅院镇乡街处站中心校会署行队所室社部关场馆"
_TIME = (
    r"今年(?:度|以来|期间|内|中|全年|共计)?|全年度?|本年度?|当年|年度内?|年内|一年来|(?:本?报告|统计)期(?:限|间)?内?|期间"
    r"|截[至止]到?(?:今年)?(?:12月31日|12月底|年底|年末)|1月(?:1日)?起?[-至]12月(?:31日|底)?|1[-至]12月"
)
_ADVERBS = (
    "共计?|总共|一共|合计|总计|累计|先后|已经?|也|还|又|均|全部|实际|依法|依规|按规定|规范|及时|认真|妥善|严格|有序|目前|暂|尚|从|曾"
    "|其中|包括|包含|含"
)
_WE = (
    rf"[我本全][{_OFFICES}](?:机关|办事处|室)?|[我本]?(?:单位|机关|部门|园区|管委会|中心|[大支]队)|我们|[{_OFFICES}]机关"
    r"|[我本]街道(?:办事处)?"
)
_LOWER = "(?:乡镇|镇|乡)(?:政府)?|街道(?:办事处)?"
"""What towns and sub-districts call themselves; in the report of any other body these are others."""
_AREA = rf"[全我本][{_PLACES}](?:各级(?:政府|行政机关)?)?"
_LEAD = lazy(
    rf"(?:{_TIME}|{_ADVERBS}|(?P<area>{_AREA})|{_WE}|(?P<lower>{_LOWER})|\(\w+\)|[、,和及与•●·○◆■①-⑳-]|\d{{1,2}}[.、]|[一二三四五六七八九十]是)+"
)
_NAMED = lazy(
    rf"(?P<name>[^,;:#@]{{2,24}}?(?:[{_OFFICES}]|办公[室厅]|政府|街道|委员会|管委会|[{_PLACES}]))"
    rf"(?=共|总共|累计|合计|{_TIME}|新|收|受|接|未|无|没|办|答|回|处理|登|因|依|政|信|被|发|产|也|均|已|全年)"
)
_OTHERS = lazy(
    r"(?=[各系局委厅省市县区下直所二基分转交协代州盟旗上其向])(?:各(?:级|部门|单位|县|区|市|镇|乡|街道|成员|有关|相关|局|委办|行政机关)|系统|[局委厅省市县区][属直]|下属|[直所]属|二级(?:单位|机构|预算)"
    rf"|基层|分局|转[来办送交]|交办|协[助办查]|代[{_PLACES}]|[{_PLACES}](?:本级|级(?:部门|机关|单位|各))|上级|其他(?:单位|部门|机关)|委托"
    rf"|向[{_PLACES}])"
    r"|(?=[通依利经平系])(?:(?:通过|依托|利用|经)[^,;。、等]{0,24}(?:平台|系统|邮箱|窗口|网站|信函|邮寄|当面|专栏)(?![^,;。]{0,6}等)"
    r"|(?:平台|系统)显示)"
)
_AREA_WORD = lazy(rf"(?:^|[,;:])(?:{_TIME}|20\d\d年度?|{_ADVERBS}|\(\w+\))*{_AREA}")
_CARRIED = "(?:结转|转结|转入|转至|转来|遗留|延续)"
# What begins with a class looks at each character once before it looks for words.
_PERIOD = lazy(
    r"(?=[较比与同和对上去2结转遗延截今全本当年一报统期前往历明次下近二三四1-9实成施开运组设十每])"
    r"(?:(?:较|比|与|同|和|对比)(?:上一?年度?|去年度?|前年|往年|20\d\d年度?)(?:同期)?(?:相比)?"
    rf"|(?:上一?年度?|去年度?|20\d\d年度?)(?:末|底)?(?:未办结)?{_CARRIED}"
    rf"|{_CARRIED}(?:到|至|入)?(?:今年|明年|下一?年度?|次年|20\d\d年)"
    r"|(?P<since>截[至止][^,;。]{0,16},?[^,;。]{0,8}累计)"
    r"|(?P<year>20\d\d)年"
    rf"|(?P<this>{_TIME})"
    r"|(?P<other>(?:上一?年|去年|前年|往年|历年|明年|次年|下一?年)(?!度?[^,;。]{0,6}结转)|近[两二三四五几\d]年|上半年|下半年"
    r"|[一二三四1-4]季度|(?<!\d)(?:[1-9]|1[01])月(?:份|底|末|至|-)|同期|历史|(?:实施|成立|施行|开展|运行|组建|设立)以来"
    r"|十[三四五]五|每年|年均))"
)
# A body's name that a clause begins with, where something happens to it: 县气象局未收到.
_SPEAKING_OF = lazy(
    rf"(?:^|[,;:])(?:{_TIME}|20\d\d年度?,?|{_ADVERBS})*+(?![我本全各])"
    rf"(?P<name>[^,;:、。()#@\d]{{1,16}}?(?:[{_OFFICES}]|办公[室厅]|政府|街道|委员会|管委会|村|社区|大队|支队))"
    rf"(?=(?:共|总共|累计|{_ADVERBS}|{_TIME})*(?:新?收到|接到|受理|未|无|没有|发生|被|因))"
)
_YEARS = {-1: "去年", 0: "今年", 1: "明年"}
_COMPARING = lazy(
    r"较(?!为|大|多)|比(?!例|重)|同比|环比|相比|增[加长幅多]|减少|下降|上升|降低|提[高升]|上浮|多收|少收"
)
_LOWER_BODY = lazy(r"[镇乡道](?:(?:人民)?政府|办事处|办|办公室|党政办公室)?$|(?:苏木|民族乡)(?:人民政府)?$")
_GOVERNMENT_ALONE = lazy(rf"[{_PLACES}](?:人民)?政府(?:办公[室厅]|办)?")
_SHORTEST_NAME = 3


class Scope(StrEnum):
    """Whose a count is."""

    BODY = "body"
    AREA = "area"
    """Of 全市, 全县: the whole area, which is the body itself where the body is its government."""
    OTHER = "other"
    """Of other bodies, of another year, or one does not know."""


class Said(NamedTuple):
    """What a clause says besides whose and when; `of_area`: it says that it is of the whole area.

    `of_lower`: it says that it is of a town or sub-district, without its name.
    """

    text: str
    of_area: bool
    of_lower: bool


def in_years(text: str, year: int | None) -> str:
    """Return the text with the report's year, the one before and the one after in words: `2023年` becomes `今年`."""
    if year is None or "20" not in text:
        return text
    for step, word in _YEARS.items():
        text = text.replace(f"{year + step}年", word)
    return text


@lru_cache(maxsize=512)
def without_scope(head: str, body: str) -> Said:
    """Return what a clause says besides whose and when it was; `head` is in words for years."""
    area = lower = False
    while head:
        if lead := _LEAD.match(head):
            area = area or bool(lead["area"])
            lower = lower or bool(lead["lower"])
            head = head[lead.end() :]
        elif (named := _NAMED.match(head)) and _is_all_of(named["name"], body):
            head = head[named.end() :]
        else:
            break
    return Said(head, area, lower)


def is_lower(body: str) -> bool:
    """Tell whether a body is a town or sub-district."""
    return bool(_LOWER_BODY.search(body))


@lru_cache(maxsize=512)
def is_comparison(head: str) -> bool:
    """Tell whether a clause compares: its number is a difference, or another year's."""
    return bool(_COMPARING.search(head))


def scope_of(text: str, clause: int, at: int, year: int | None, body: str = "") -> Scope:
    """Return whose the count at a position is, whose clause begins at another, by the words of its sentence before it.

    `body` is whose report it is: what an earlier clause says of another one goes on to be of that. A sentence that
    speaks of another year does so up to its end, and so do those that follow it without a time of their own.
    """
    start = _end_before(text, at)
    end = text.find("。", at)
    marks = _marks(text[start : end if end >= 0 else len(text)], year)
    times = [is_other for begin, is_other in marks.times if begin < at - start]
    if (times and times[-1]) or any(begin < clause - start for begin in marks.others):
        return Scope.OTHER
    if any(begin < clause - start and not _is_all_of(name, body) for begin, name in marks.named):
        return Scope.OTHER
    if start and not times and _opens_with_other_year(text[:start], year):
        return Scope.OTHER
    return Scope.AREA if any(begin < clause - start for begin in marks.areas) else Scope.BODY


class _Marks(NamedTuple):
    """Where a sentence speaks of a time, and whether of another one; of other bodies; of the whole area.

    `named`: of which bodies by name.
    """

    times: tuple[tuple[int, bool], ...]
    others: tuple[int, ...]
    areas: tuple[int, ...]
    named: tuple[tuple[int, str], ...]


@lru_cache(maxsize=256)
def _marks(sentence: str, year: int | None) -> _Marks:
    times = [
        (match.start(), _is_other(match, year)) for match in _PERIOD.finditer(sentence) if match.lastgroup
    ]
    others = [match.start() for match in _OTHERS.finditer(sentence)]
    areas = [match.start() for match in _AREA_WORD.finditer(sentence)]
    named = [(match.start("name"), match["name"]) for match in _SPEAKING_OF.finditer(sentence)]
    return _Marks(tuple(times), tuple(others), tuple(areas), tuple(named))


def _is_other(match: re.Match[str], year: int | None) -> bool:
    """Tell whether a time that was found is another one than the report's year."""
    return match["year"] != str(year) if match["year"] else match.lastgroup != "this"


def _end_before(text: str, position: int) -> int:
    return max(text.rfind("。", 0, position), text.rfind("!", 0, position), text.rfind("?", 0, position)) + 1


def _opens_with_other_year(text: str, year: int | None) -> bool:
    """Tell whether the last of the sentences that begin with a time begins with another year."""
    for sentence in reversed(text.split("。")[:-1]):
        match = _PERIOD.match(sentence)
        if match and match.lastgroup:
            return _is_other(match, year)
    return False


def _is_all_of(name: str, body: str) -> bool:
    """Tell whether a name is the body's, and means all that its table is of: 县政府 may be its office alone."""
    if body.endswith("人民政府") and _GOVERNMENT_ALONE.fullmatch(name):
        return False
    return is_self(name, body)


@lru_cache(maxsize=256)
def is_self(name: str, body: str) -> bool:
    """Tell whether a name is the body's, in full or short: 区科技局 is 济宁市兖州区科学技术局."""
    if not body or len(name) < _SHORTEST_NAME:
        return False
    if body.endswith(name) or (body.startswith(name) and len(name) > _SHORTEST_NAME):
        return True
    place, office = _parted(name)
    own_place, own_office = _parted(body)
    fits = len(office) > 1 and office[-1] == own_office[-1:] and _is_within(office, own_office)
    return fits and own_place.endswith(place)


def _parted(name: str) -> tuple[str, str]:
    end = max(name.rfind(mark, 0, len(name) - 1) for mark in _PLACES) + 1
    return name[:end], name[end:]


def _is_within(short: str, whole: str) -> bool:
    """Tell whether the characters of a short name stand in the whole one, in order."""
    rest = iter(whole)
    return all(mark in rest for mark in short)
