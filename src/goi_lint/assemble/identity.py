"""Whose report of which year it is: from the title, completed from signature and introduction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goi_lint.assemble.bodies import abbreviates, is_body, level_of
from goi_lint.assemble.days import YEAR, without_date
from goi_lint.assemble.titles import LONGEST, SUFFIX, read_title
from goi_lint.lazy import lazy
from goi_lint.model.outline import Outline
from goi_lint.model.report import (
    BodyLevel,
    Contact,
    ContactKind,
    Dates,
    Given,
    Identity,
    Period,
    Rank,
    Title,
    YearSource,
)
from goi_lint.reference.area_codes import split
from goi_lint.reference.places import resolve
from goi_lint.text.normalise import fold

__all__ = ["read_identity", "read_title", "year_of"]

_BARRIERS = "，,。;:、《》"
"""Marks that no match of `_IN_TEXT` goes over."""
_IN_TEXT = lazy(rf"(?:{YEAR}年度?)?([^{_BARRIERS}\d]{{2,40}}?)(?:{YEAR}年度?)?(?={SUFFIX})")
_REACH = 60
"""No match of `_IN_TEXT` is longer."""
_SUFFIX = lazy(SUFFIX)
_DATED = lazy(rf"{YEAR}年")
_SPEECH = lazy(
    "^(?:现将|以下|兹|特|现|(?:年度)?报告|年报|现就|根据|按照|依据|公布|发布|编制|制作|撰写|形成|起草|本|该|向社会|公开|的|了|将|是|为|由|在)+"
)
_OURS = lazy("^(?:我|本|该|各|全|其)|[我本](?:局|市|县|区|镇|乡|委|办|单位)")
_SEAL = lazy(r"\((?:公|盖|印)?章\)$")
_SIGNED_UNTIL = 6
"""Months in which a report of the year before is signed."""
_LONGEST_NAME = 40


def read_identity(
    title: Title | None, outline: Outline, dates: Dates, contacts: Sequence[Contact], given: Given
) -> Identity:
    """Return who reports and for which year; what the report does not say without doubt is None."""
    named = [*_signatures(outline), *_introduction(outline)]
    body = _body(title, named)
    level = given.level or (level_of(body) if body else None)
    year, source = _year(title, dates, given)
    where = resolve(
        [text for text in (body, *named, *_addresses(contacts)) if text],
        [fold(contact.text) for contact in contacts if contact.kind is ContactKind.POSTCODE],
        _area_codes(contacts),
    )
    province = given.province or where.province
    return Identity(
        body=body,
        level=level,
        rank=Rank.TOWN if level in (BodyLevel.TOWN, BodyLevel.SUBDISTRICT) else where.rank,
        province=province,
        city=given.city or (where.city if province == where.province else None),
        year=year,
        year_source=source,
        year_disputed=source is YearSource.TITLE and _disputed(year, dates.periods),
    )


def _year(title: Title | None, dates: Dates, given: Given) -> tuple[int | None, YearSource | None]:
    if given.year:
        return given.year, YearSource.GIVEN
    if title and title.year:
        return title.year, YearSource.TITLE
    for period in dates.periods:
        if year := year_of(period):
            return year, YearSource.PERIOD
    if dates.signature and dates.signature.date and dates.signature.month <= _SIGNED_UNTIL:
        return dates.signature.year - 1, YearSource.SIGNATURE
    return None, None


def year_of(period: Period) -> int | None:
    """Return the year of a period that begins and ends in one year."""
    if period.start and period.end and period.start.year == period.end.year:
        return period.start.year
    return None


def _disputed(year: int | None, periods: Sequence[Period]) -> bool:
    years = {spoken for period in periods if (spoken := year_of(period))}
    return bool(years) and year not in years


def _body(title: Title | None, candidates: Sequence[str]) -> str | None:
    """Return the title's body; signature and introduction may know a longer form of the same name."""
    known = title.body if title else None
    if known is None:
        return candidates[0] if candidates else None
    longer = [name for name in candidates if len(name) > len(known) and abbreviates(known, name)]
    return longer[0] if longer else known


def _signatures(outline: Outline) -> Iterator[str]:
    for paragraph in outline.closing:
        name = _SEAL.sub("", without_date(fold(paragraph.text))).strip("()")
        if 3 <= len(name) <= _LONGEST_NAME and is_body(name) and not set("。;:,、").intersection(name):
            yield name


def _introduction(outline: Outline) -> Iterator[str]:
    """Yield the bodies of whose report the introduction speaks, with a year before or behind the name."""
    for paragraph in outline.front:
        text = fold(paragraph.text)
        if "公开" not in text or (len(text) <= LONGEST and text.endswith(("报告", "年报"))):
            continue
        for match in _named_before_suffix(text):
            name = _SPEECH.sub("", match[1]).strip('的《》"“”')
            if len(name) >= 3 and _DATED.search(match[0]) and level_of(name) and not _OURS.search(name):
                yield name


def _named_before_suffix(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_IN_TEXT` finds; it is tried only where it may reach 政府信息公开工作年度报告 and what is like it."""
    done = 0
    for suffix in _SUFFIX.finditer(text):
        start = max(done, suffix.start() - _REACH)
        start = max(start, *(text.rfind(mark, start, suffix.start()) + 1 for mark in _BARRIERS))
        for match in _IN_TEXT.finditer(text, start, suffix.end()):
            done = match.end()
            yield match


def _addresses(contacts: Sequence[Contact]) -> Iterator[str]:
    return (contact.text for contact in contacts if contact.kind is ContactKind.ADDRESS)


def _area_codes(contacts: Sequence[Contact]) -> list[str]:
    phones = (
        "".join(filter(str.isdecimal, fold(contact.text)))
        for contact in contacts
        if contact.kind is ContactKind.PHONE
    )
    return [parts[0] for phone in phones if phone.startswith("0") and (parts := split(phone))]
