"""Whose report one is: a key that is alike for all names of the same body of the same place, and for no others."""

from __future__ import annotations

from functools import lru_cache

from goi_lint.lazy import lazy
from goi_lint.model.report import Identity
from goi_lint.reference.mentions import Match, find
from goi_lint.text.normalise import fold

_GOVERNMENT = lazy(r"人民政府(?=$|办公)")
_TOWN = lazy(r"(?<=[镇乡])(?:人民政府|政府)$|(?<=街道)(?:办事处|办)$|(?<=苏木)(?:人民政府|政府)$")
_UNLISTED = lazy(
    r"[^局厅委办院部府会处社镇乡各我本该全\s\d()]{2,5}?[县旗](?![域级])"
    r"|[^局厅委办院部府会处社镇乡各我本该全\s\d()]{2,4}?(?<!开发)(?<!高新|经开|示范|工业|度假|风景|保税|合作|试验|实验|管理|产业)"
    r"(?<![新园景社库城郊矿辖])区(?![域间划])"
)
"""A county or district that the gazetteer does not list; functional areas (开发区) are called alike in many places."""
_BARE = frozenset(("", "政府"))


def home_of(identity: Identity) -> str | None:
    """Return the key of the body; None where its name does not say of which place it is without doubt.

    The place must stand in the name itself: of two counties' 科技局 in one city, postcode and area code are the same.
    """
    if identity.body is None:
        return None
    return _home(identity.body, identity.province, identity.city)


@lru_cache(maxsize=1024)
def _home(body: str, province: str | None, city: str | None) -> str | None:
    name = fold(body)
    places = {(match.province, match.city, match.county): match for match in find(name)}
    fitting = [match for match in places.values() if _fits(match, province, city)]
    if not places and province and city:
        unlisted = _UNLISTED.match(name)
        return _key(province, city, unlisted[0], name[unlisted.end() :]) if unlisted else None
    if len(fitting) != 1 or len({(match.start, match.end) for match in places.values()}) != 1:
        return None
    place = fitting[0]
    rest = name[: place.start] + name[place.end :]
    county = place.county or ""
    if not county and place.city and (unlisted := _UNLISTED.match(rest)):
        county, rest = unlisted[0], rest[unlisted.end() :]
    return _key(place.province, place.city or "", county, rest)


def _key(province: str, city: str, county: str, rest: str) -> str:
    kind = _TOWN.sub("", _GOVERNMENT.sub("政府", rest))
    return "/".join((province, city, county, "政府" if kind in _BARE else kind))


def _fits(match: Match, province: str | None, city: str | None) -> bool:
    """Tell whether what is known otherwise allows the place; a county that its province administers has no city."""
    if province is not None and match.province != province:
        return False
    return city is None or match.city in (None, city)


def own_names(identity: Identity) -> tuple[str, ...]:
    """Return the names by which a body's text speaks of itself and its place, the longest first."""
    return _own_names(identity.body, identity.city) if identity.body else ()


@lru_cache(maxsize=1024)
def _own_names(body: str, city: str | None) -> tuple[str, ...]:
    name = fold(body)
    found = find(name)
    end = found[0].end if found else 0
    counties = {match.county for match in found if match.county}
    names = {name, name[end:], name[:end], *counties, city or ""}
    return tuple(sorted((each for each in names if len(each) >= 2), key=lambda each: (-len(each), each)))
