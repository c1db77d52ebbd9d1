"""Whose place it is: what a report's texts, postcodes and telephone numbers say together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from functools import partial
from itertools import groupby

from goi_lint.lazy import lazy
from goi_lint.model.report import Rank
from goi_lint.reference import area_codes as phone
from goi_lint.reference import postcodes as post
from goi_lint.reference.gazetteer import province_keys, province_name
from goi_lint.reference.mentions import Match, find
from goi_lint.tuples import NamedTuple

__all__ = ["Match", "Where", "find", "province_keys", "province_name", "resolve"]

_HEAD = lazy(
    r"[\s《“\"（(]*(?:附件\d*[:：]?\s*)?(?:关于|中国共产党|中共)?(?:(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年度?\s*)?"
)
"""What may stand before the name of a body: 2020年南关区科技局."""

_ZONE = lazy(
    "[^局厅委办院部府会处]{0,14}?(?:开发区|高新区|示范区|经开区|新区|管理区|园区|合作区|度假区|景区|名胜区|试验区|实验区)"
)
_TOWN = lazy(r"\w{1,9}?(?:(?:镇|乡|苏木)(?:人民)?(?:政府|$|\d)|街道(?:办|$|\d))")

_UNLISTED = lazy(r"[^局厅委办院部府会处社\s\d]{1,4}[区县旗](?![域级间划])")
"""A district behind the name of its city that the gazetteer does not list: an area that the city administers itself."""

_Place = tuple[str, str | None, str | None]
"""Key of the province, city, county."""
_Evidence = Callable[[_Place], bool]


class Where(NamedTuple):
    """The place of a body; a field is None where it is not said without doubt.

    `province` is a key (`jilin`), `city` and `county` are official names. A municipality is its own city; a
    county that its province administers itself has none. `rank` is None for a functional area (开发区).
    """

    province: str | None = None
    city: str | None = None
    county: str | None = None
    rank: Rank | None = None


def resolve(texts: Sequence[str], postcodes: Sequence[str] = (), area_codes: Sequence[str] = ()) -> Where:
    """Return the place that the texts speak of, the first with the most authority; `area_codes` with their 0.

    Each text speaks through the first place that it names. A later text may add to an earlier one; where it
    contradicts, what they do not share is None. A name with several bearers stays undecided until a
    longer name, postcodes and area codes, or the texts' other places leave one of them. Postcodes and area
    codes alone give a province where both agree.
    """
    rank = _rank(texts[0]) if texts else None
    named = [mentions for text in texts if (mentions := _mentions(text))]
    if not named:
        return Where(_agreed_province(postcodes, area_codes), rank=rank)
    places = _merged([mentions[0] for mentions in named])
    places = _decided(places, list(_evidence(postcodes, area_codes)))
    others = [partial(_is_compatible, other) for mentions in named for other in mentions[1:]]
    return _where(_decided(places, others), rank)


def _mentions(text: str) -> list[tuple[_Place, ...]]:
    """Return, for each name in a text, the places it may mean."""
    return [
        tuple((match.province, match.city, match.county) for match in matches)
        for _, matches in groupby(find(text), key=lambda match: match.start)
    ]


def _merged(statements: list[tuple[_Place, ...]]) -> tuple[_Place, ...]:
    """Return the places that all statements allow, as deep as they go, or what they share."""
    places, depth = statements[0], 3
    for statement in statements[1:]:
        together = _together(places, statement)
        if not together:
            together = _shared(places, statement)
            depth = max((_depth(place) for place in together), default=0)
        places = tuple(dict.fromkeys(_cut(place, depth) for place in together))
        if not places:
            return ()
    return places


def _together(ones: tuple[_Place, ...], others: tuple[_Place, ...]) -> tuple[_Place, ...]:
    """Return the deeper place of every pair of which one is, or contains, the other."""
    pairs = ((one, other) for one in ones for other in others)
    return tuple(dict.fromkeys(max(pair, key=_depth) for pair in pairs if _fit(*pair)))


def _fit(one: _Place, other: _Place) -> bool:
    """Tell whether one place is, or contains, the other."""
    outer, inner = sorted((one, other), key=_depth)
    return _cut(inner, _depth(outer)) == outer


def _shared(ones: tuple[_Place, ...], others: tuple[_Place, ...]) -> tuple[_Place, ...]:
    """Return the smallest places that contain one of each side."""
    for depth in (2, 1):
        cut = {_cut(other, depth) for other in others}
        if both := tuple(dict.fromkeys(place for one in ones if (place := _cut(one, depth)) in cut)):
            return both
    return ()


def _depth(place: _Place) -> int:
    """Return how far down a place goes: 1 the province, 2 the city, 3 the county."""
    _, city, county = place
    return 3 if county else 2 if city else 1


def _cut(place: _Place, depth: int) -> _Place:
    """Return the place of that depth in which a place lies, or the place itself."""
    province, city, county = place
    return province, city if depth >= 2 else None, county if depth >= 3 else None


def _decided(places: tuple[_Place, ...], evidence: Sequence[_Evidence]) -> tuple[_Place, ...]:
    """Return the places that all evidence allows; what allows none does not count, nor does a dispute."""
    if len(places) < 2:
        return places
    kept = [allowed for allows in evidence if (allowed := {place for place in places if allows(place)})]
    return tuple(place for place in places if all(place in allowed for allowed in kept)) or places


def _evidence(postcodes: Sequence[str], area_codes: Sequence[str]) -> Iterator[_Evidence]:
    """Yield what postcodes and area codes allow, for those that are known."""
    for postcode in postcodes:
        yield partial(_lies_in, post.provinces_of(postcode))
    for code in area_codes:
        yield partial(_lies_in, phone.provinces_of(code))
        yield partial(_is_served, phone.cities_of(code))


def _lies_in(provinces: frozenset[str], place: _Place) -> bool:
    return place[0] in provinces


def _is_served(cities: frozenset[str], place: _Place) -> bool:
    return place[1] in cities or place[2] in cities


def _is_compatible(others: tuple[_Place, ...], place: _Place) -> bool:
    return any(_fit(place, other) for other in others)


def _agreed_province(postcodes: Sequence[str], area_codes: Sequence[str]) -> str | None:
    """Return the one province that postcodes and area codes all name; None where either are missing."""
    if not (postcodes and area_codes):
        return None
    said = [*map(post.provinces_of, postcodes), *map(phone.provinces_of, area_codes)]
    agreed = frozenset.intersection(*said)
    return next(iter(agreed)) if len(agreed) == 1 else None


def _where(places: tuple[_Place, ...], rank: Rank | None) -> Where:
    """Return what all the places share, no deeper than the rank of the body."""
    province = _only({place[0] for place in places})
    city = _only({place[1] for place in places})
    county = _only({place[2] for place in places})
    if rank is Rank.CITY:
        county = None
    if rank is Rank.PROVINCE:
        city, county = (city if province and city == province_name(province).zh else None), None
    return Where(province, city, county if province else None, rank)


def _only(values: Set[str | None]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _rank(text: str) -> Rank | None:
    """Return the rank of the place at the head of a text; None for none and for a functional area."""
    head = _HEAD.match(text)
    start = head.end() if head else 0
    first = [match for match in find(text) if match.start == start]
    end = first[0].end if first else start
    if _TOWN.match(text, end):
        return Rank.TOWN
    if _ZONE.match(text, end) or _UNLISTED.match(text, end):
        return None
    ranks = {match.rank for match in first}
    return ranks.pop() if len(ranks) == 1 else None
