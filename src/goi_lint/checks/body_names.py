"""Whether a name is certainly another body's, of the same kind: short, full and former names of one body are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from goi_lint.checks.prose import compiled
from goi_lint.reference.gazetteer import is_former
from goi_lint.reference.mentions import Match, find

_TOWN = r"^(.*)(镇|乡|街道)(?:人民政府|政府|办事处)?$"
_OUTER = r"^.*(?:[省市县区旗盟州]|政府)(?=.{2})"
"""What stands before a town's own name: 栾川县, 桦甸市人民政府."""
_NO_TOWN = (
    r"[我本全各该等乡]$|^(?:各|小|新型|重点|特色|建制|中心|县)(?:小|[城集村])?$|^景德$|[^\u4e00-\u9fff]|某"
)
"""What makes 乡镇, 小城镇, 我镇, 景德镇 of the kind, and what stands for a name: no town's name."""
_GOVERNMENT = r"(?:人民政府|[省市县区旗盟州]政府)$|^[^局委办厅院部]{1,12}[省市县区旗盟州]$"
_BUREAU = r"(?:局|厅|委员会|委)$"
_OFFICE = r"(?:办公室|办公厅|办)$"
_LONG_ENDS = (("委员会", "委"), ("办公室", "办"), ("人民政府", "政府"))
_SHORTEST = 2

Fields = Sequence[Sequence[str]]
"""Families of bodies, each by the words in their names; what may be or have been one body stands in one family."""


def is_others(own: str, name: str, fields: Fields) -> bool:
    """Tell whether a name is certainly that of another body than `own`, of its kind."""
    town, other = town_of(own), town_of(name)
    if town and other:
        return town[1] == other[1] and not _is_same_town(town[0], other[0])
    if town or other or _abbreviates(own, name) or _abbreviates(name, own):
        return False
    if _is(_GOVERNMENT, own, name):
        return _in_other_places(own, name)
    if _is(_BUREAU, own, name):
        return _in_other_places(own, name) or _in_other_fields(own, name, fields)
    return _is(_OFFICE, own, name) and _in_other_places(own, name)


def town_of(name: str) -> tuple[str, str] | None:
    """Return the town's own name and its kind (镇, 乡, 街道), without the places above it; None for other bodies."""
    match = compiled(_TOWN).match(name)
    stem = compiled(_OUTER).sub("", match[1]) if match else ""
    if match is None or len(stem) < _SHORTEST or compiled(_NO_TOWN).search(stem):
        return None
    return stem, match[2]


def without_place(name: str) -> str:
    """Return the name without the place at its head: 城乡建设局 of 新乡市城乡建设局."""
    found = find(name)
    return name[found[0].end :] if found and found[0].start == 0 else name


def _is(pattern: str, *names: str) -> bool:
    return all(compiled(pattern).search(name) for name in names)


def _is_same_town(one: str, other: str) -> bool:
    """Tell whether two towns may be one: 临江花山 and 花山."""
    short, long = sorted((one, other), key=len)
    return long.endswith(short) or (short[-1] == long[-1] and _is_within(short, long))


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether the short name may mean the long one: made of its characters, in order, up to the last."""
    short, long = _shortened(short), _shortened(long)
    return bool(short and long) and short[-1] == long[-1] and _is_within(short, long)


def _is_within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(mark in rest for mark in short)


def _shortened(name: str) -> str:
    for long, short in _LONG_ENDS:
        if name.endswith(long):
            return name.removesuffix(long) + short
    return name


def _in_other_places(one: str, other: str) -> bool:
    """Tell whether two names speak of places of which neither is, or holds, or was the other."""
    here, there = _places(one), _places(other)
    return bool(here and there) and all(_exclude(place, outer) for place in here for outer in there)


@lru_cache(maxsize=1024)
def _places(name: str) -> tuple[Match, ...]:
    """Return what the first place in a name may be."""
    found = find(name)
    return tuple(match for match in found if match.start == found[0].start)


def _exclude(one: Match, other: Match) -> bool:
    if one.province != other.province:
        return True
    if one.county and one.county == other.county:
        return False
    if one.city and other.city and one.city != other.city:
        return True
    if not one.county or not other.county:
        return False
    return not (is_former(one.province, one.county) or is_former(other.province, other.county))


def _in_other_fields(one: str, other: str, fields: Fields) -> bool:
    """Tell whether two bodies have nothing in common that they are known to do."""
    here, there = _fields_of(one, fields), _fields_of(other, fields)
    return bool(here and there) and not here & there


def _fields_of(name: str, fields: Iterable[Sequence[str]]) -> set[int]:
    return {number for number, words in enumerate(fields) if any(word in name for word in words)}
