"""Totals with their parts: `126条,其中甲6条、乙95条`, `12件(包括甲5件、乙7件)`, each list on its own.

Where a list ends, and which number its total is, a sentence may leave open: then there are several readings. A list
behind 其中 is open, and its parts may be less than the total; one behind 包括 or 分别为, or one that ends with 其余, is
closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goi_lint.lazy import lazy
from goi_lint.limits import NARRATIVE_NUMBERS
from goi_lint.narrative.clauses import Told, told_in
from goi_lint.narrative.scopes import is_comparison
from goi_lint.narrative.stretches import Stretch
from goi_lint.tuples import NamedTuple

# Begins with one class of characters, so that the engine skips everything else at once.
_MARKER = lazy(
    r"[其分包具即主含](?:(?P<open>(?<=其)中)"
    r"|(?P<closed>(?<=[,:;(]分)别(?:为|是|包括|有)|(?<=[,:;(容体别]包)[括含]|(?<=[,:;(]具)体(?:为|是)"
    r"|(?<=[,(]即)(?=[^,;。]{1,12}\d))"
    r"|(?P<some>(?<=[,:;(]主)要(?:为|是|有|包[括含])|(?<=[,:;(]含)))"
)
_ENDS = "。!?"
_SHARE = lazy(
    r"[,、(]?(?:约?占(?:比|全部|总|申请|信息|公开|发布|的)*[^,;。、()\d]{0,12}|比例(?:为|达)?)\d+(?:\.\d+)?%\)?"
)
_SIMPLE = {"": 0, "、": 0, ",": 1, ";": 2}
_BRACKETS = lazy(r"\([^()]*\)?")
_AND = "和及与以"
"""What a clause may begin with that belongs to the list: 专题培训3次和以会代训2次."""
_ACTS = (
    "发布|推送|推出|收到|受理|答复|办结|召开|举办|开展|制发|印发|转发|转载|回应|处理|办理|报送|完成|更新|录入|上传|编发|刊发|刊登|出台|制定|修订"
    "|废止|取消|注销|关停|停用|开设|建立|设立|回复|解答|参加|培训|公开(?=.)|新增|新收|结转|接待|维护|组织(?!机构|管理|领导|人事|建设|架构|$)"
)
_CLAUSE = lazy(
    rf"(?:主动|累计|先后|还|并|共|全年|今年|本年度?|另|已)*(?:{_ACTS})(?!情况|结果|指南|事项|目录|公[告示]|类)"
    r"|.*(?:(?:发布|推送|推出|召开|举办|开展|收到|受理|转发|办结|回复|接待)(?!情况|结果|会|类|指南|公[告示])"
    r"|通过|利用|依托|借助|我[局委办厅院镇乡县市区]|全年|累计|合计|共计|共(?![享同和产青服管治建]))"
)
"""What begins a new statement rather than naming another part: 公众号推送, 通过网站公开."""
_REST = lazy(r"(?:其余|剩余|余下)(?!.*(?:结转|办理|处理|未|尚))")
_INCLUDED = lazy(r"结转|转办|转入|含")
_KINDS = lazy(
    r"(?P<applicant>自然人|法人|企业|组织|科研|公民|个人|律师|法律服务)"
    r"|(?P<result>予以公开|部分公开|不予|无法|其他处理|办结|结转|撤)"
    r"|(?P<way>网络|网上|线上|线下|信函|邮寄|邮件|当面|现场|传真|窗口)"
)


class Breakdown(NamedTuple):
    """A list of parts; `totals` are the numbers that its total may be.

    `sure` is how many parts belong to it in any reading, `ends` how many in each of the readings. `closed`: the parts
    of one of the readings are all that there are. `exact`: all numbers are. `start` is where the total's clause begins.
    """

    totals: tuple[int, ...]
    parts: tuple[Told, ...]
    sure: int
    ends: tuple[int, ...]
    closed: bool
    exact: bool
    whole: Told


class _Part(NamedTuple):
    """A part, and whether the list may end before it."""

    told: Told
    may_end: bool


def breakdowns_in(stretch: Stretch) -> tuple[Breakdown, ...]:
    """Return the totals of a text that are broken down, in order."""
    text = stretch.text
    markers = list(_MARKER.finditer(text))
    if not 0 < len(markers) <= NARRATIVE_NUMBERS:
        return ()
    told = told_in(text, stretch.doubtful)
    found = (_breakdown(text, told, marker, markers[:index]) for index, marker in enumerate(markers))
    return tuple(each for each in found if each)


def _breakdown(
    text: str, told: Sequence[Told], marker: re.Match[str], before: Sequence[re.Match[str]]
) -> Breakdown | None:
    depth = _depth(text, marker.start())
    wholes = _wholes(text, told, marker.start(), depth)
    if not wholes:
        return None
    enclosed = depth > wholes[-1].depth
    parts = list(_parts(text, told, marker.end(), depth, wholes[-1], enclosed=enclosed))
    if not parts:
        return None
    nested = any(wholes[0].at < each.start() and _depth(text, each.start()) == depth for each in before)
    numbers = tuple(part.told for part in parts)
    rest = next((index for index, part in enumerate(numbers) if _REST.match(part.head + part.tail)), None)
    ends = [index for index, part in enumerate(parts) if index and part.may_end] + [len(parts)]
    closed = marker.lastgroup == "closed" and len(parts) > 1
    rest = None if rest is None or rest >= ends[0] or marker.lastgroup == "some" else rest
    closed = closed and not any(part.tail.startswith("等") or _INCLUDED.search(part.head) for part in numbers)
    return Breakdown(
        totals=_totals(wholes, together=not nested),
        parts=numbers,
        sure=ends[0],
        ends=tuple(ends) if rest is None else (rest + 1,),
        closed=closed or bool(rest),
        exact=all(each.exact for each in (*numbers, *wholes)),
        whole=wholes[-1],
    )


def _depth(text: str, position: int) -> int:
    return max(0, text.count("(", 0, position) - text.count(")", 0, position))


def _wholes(text: str, told: Sequence[Told], position: int, depth: int) -> list[Told]:
    """Return the numbers that the total may be or be the sum of, the nearest last; all of one unit.

    They stand before the list in its sentence, up to the semicolon before; at the beginning of a bracket, right before
    that; where a sentence or what follows a semicolon begins with the list, in the one before.
    """
    opening = text.rfind("(", 0, position) if depth else -1
    inside = [each for each in told if opening < each.at < position and each.depth == depth] if depth else []
    if depth and not inside:
        return [each for each in told if each.end == opening and each.depth == depth - 1 and each.unit]
    start = _segment(text, position)
    if not text[start:position].strip(",:"):
        start = _segment(text, start - 1)
    near = [each for each in told if max(start, opening) <= each.at < position and each.depth == depth]
    near = [each for each in near if not (each.denied or is_comparison(each.head))]
    return [each for each in near if each.unit == near[-1].unit and each.unit]


def _segment(text: str, position: int) -> int:
    return max(text.rfind(mark, 0, max(position, 0)) for mark in ";。!?") + 1


def _totals(wholes: Sequence[Told], *, together: bool) -> tuple[int, ...]:
    """Return what the total may be: the nearest number, one before it, all of them together."""
    values = [each.value for each in reversed(wholes)]
    return tuple(dict.fromkeys([*values, sum(values)] if together else values))


def _parts(
    text: str, told: Sequence[Told], start: int, depth: int, whole: Told, *, enclosed: bool
) -> Iterator[_Part]:
    """Yield the parts behind a marker, up to the end of the sentence or bracket, or the first number that is none.

    `enclosed`: the list is all that its bracket holds, and does not end before that.
    """
    before, kind, base = start, "", 0
    limit = 2 if text[start : start + 1] == ":" else 1
    later = [each for each in told if each.at >= start and each.depth <= depth]
    for index, each in enumerate(later):
        gap, count = text[before : each.start].rstrip(_AND), 0
        if "%" in gap:
            gap, count = _SHARE.subn("", gap)
        if "(" in gap:
            gap = _BRACKETS.sub("", gap)
        strength = _strength(gap)
        base, limit = (strength, 2 if count else limit) if index == 1 else (base, limit)
        if each.depth < depth or each.denied or each.unit != whole.unit or any(mark in gap for mark in _ENDS):
            return
        if is_comparison(each.head) or (not index and any(mark.isalnum() for mark in gap)):
            return
        own = _kind(each.head)
        changed = own not in ("", kind) and kind != ""
        apart = strength > min(base, limit) or (strength > 0 and each.value > whole.value)
        apart = not (enclosed or _REST.match(each.head + each.tail)) and (
            apart or bool(_CLAUSE.match(each.head))
        )
        yield _Part(each, bool(index) and (apart or changed))
        before, kind = each.end, own or kind


def _strength(gap: str) -> int:
    """Return how strongly two parts are parted: 0 by 、 or nothing, 1 by a comma, 2 by a semicolon or by words."""
    if gap in _SIMPLE:
        return _SIMPLE[gap]
    if ";" in gap or any(mark.isalnum() for mark in gap):
        return 2
    return 1 if "," in gap else 0


def _kind(head: str) -> str:
    match = _KINDS.search(head)
    return match.lastgroup or "" if match else ""
