"""A report as another body would have written it: its name, what it calls itself, its place, postcode and area code."""

from __future__ import annotations

import re

from goi_lint.cases.draft import Draft
from goi_lint.cases.years import title_of, with_texts
from goi_lint.errors import CaseError, Words
from goi_lint.lazy import lazy
from goi_lint.reference import area_codes, postcodes
from goi_lint.reference.gazetteer import province_name
from goi_lint.reference.mentions import Match, find

_NO_BODY = Words("基准报告的标题没有单位", "the title of the base report names no body")
_KIND = lazy(
    r"(局|委|办|厅|中心)$|(委)员会$|(办)公室$|(镇|乡|街道)(?:人民政府|政府|办事处|办)?$|([省市县区旗州])(?:人民政府|政府)$"
)
_POSTCODE = lazy(r"(?<![0-9])[0-9]{6}(?![0-9])")
_AREA_CODE = lazy(r"(?<![0-9])0[0-9]{2,3}(?=[-—–－―])")
_PREFIXES = tuple(f"{number:02}" for number in range(100))


def of_body(draft: Draft, body: str) -> Draft:
    """Return the report of that body; raise `CaseError` where it does not say whose it is."""
    title = title_of(draft)
    if title is None or title.body is None:
        raise CaseError(_NO_BODY, Words("应有单位名称", "expected the name of a body"))
    if title.body == body:
        return draft
    draft = with_texts(draft, lambda text: text.replace(str(title.body), body))
    old, new = _kind(title.body), _kind(body) or "单位"
    if old and old != new:
        ours = re.compile(f"(?<=[我本]){old}")
        draft = with_texts(draft, lambda text: ours.sub(new, text))
    here, there = _place(title.body), _place(body)
    if here is None or there is None or _same(here, there):
        return draft
    return with_texts(draft, lambda text: _moved(text, here, there))


def _kind(body: str) -> str | None:
    """Return what a body calls itself behind 我: 局, 镇; None where its name does not tell."""
    match = _KIND.search(body)
    return next(filter(None, match.groups()), None) if match else None


def _place(body: str) -> Match | None:
    """Return the place that a body's name begins with, where no other place has that name."""
    found = [match for match in find(body) if not match.start]
    return found[0] if len(found) == 1 else None


def _same(one: Match, other: Match) -> bool:
    return (one.province, one.city, one.county) == (other.province, other.city, other.county)


def _moved(text: str, here: Match, there: Match) -> str:
    """Return a text with one place in the other's stead, and with its postcode and area code."""
    pieces, done = [], 0
    for match in find(text):
        if _same(match, here) and match.start >= done:
            longer = match.text != here.text
            pieces += [text[done : match.start], _whole(there) if longer else there.text]
            done = match.end
    text = "".join((*pieces, text[done:]))
    if here.province == there.province:
        return text
    text = _POSTCODE.sub(lambda found: _postcode(found[0], here, there), text)
    return _AREA_CODE.sub(lambda found: _area_code(found[0], here, there), text)


def _whole(place: Match) -> str:
    """Return a place's name with those of its province and city."""
    names = (province_name(place.province).zh, place.city, place.county)
    return "".join(dict.fromkeys(filter(None, names)))


def _postcode(code: str, here: Match, there: Match) -> str:
    if here.province not in postcodes.provinces_of(code):
        return code
    codes = (f"{prefix}{code[2:]}" for prefix in _PREFIXES)
    return next((one for one in codes if postcodes.provinces_of(one) == {there.province}), code)


def _area_code(code: str, here: Match, there: Match) -> str:
    """Return an area code of the place's city, else of its province."""
    if here.province not in area_codes.provinces_of(code):
        return code
    codes = [one for one in area_codes.all_codes() if there.province in area_codes.provinces_of(one)]
    city = (one for one in codes if there.city in area_codes.cities_of(one))
    return next(city, codes[0] if codes else code)
