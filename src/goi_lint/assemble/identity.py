"""Whose report of which year it is: from the title, completed from signature and introduction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goi_lint.model.document import Paragraph, Place
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
from goi_lint.text.normalise import fold, tidy
from goi_lint.text.numbers import read_integer

_YEAR = r"(\d{4}|[〇零○一二三四五六七八九]{4})年度?"
_SUFFIX = (
    r"(?:关于)?(?:政府|政务)?信息公开(?:工作)?(?:情况)?(?:的)?(?:年度|年)?(?:工作|情况)*(?:的)?(?:报告|年报)"
)
_TITLE = re.compile(r"(?:信息公开.{0,12}(?:报告|年报)|信息公开.{0,6}年度报告)(?:\(.{0,12}\))?[》\"]?$")
_TITLE_TAIL = re.compile(r"(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)$")
_IN_TEXT = re.compile(rf"(?:{_YEAR})?((?:(?![，,。;:、])[^《》\d]){{2,40}}?)(?:{_YEAR})?{_SUFFIX}")
_LONGEST_TITLE = 70
_FRONT_LINES = 20
_ATTACHMENT = re.compile(r"附件|附:|附表|索引号|发布|来源|字号|浏览|作者")
_SPEECH = re.compile(r"^(?:现将|特|现|现就|根据|公布|发布|编制|制作|本|该|向社会|公开|的|了|将)+")
_TOWN = re.compile(r"(?:镇|乡|苏木)(?:人民)?(?:政府)?$")
_SUBDISTRICT = re.compile(r"街道(?:办事处|办)?$|街道党工委$")
_GOVERNMENT = re.compile(r"(?:人民政府|[省市县区旗盟州]政府)$|^[^局委办厅院部]{1,12}[省市县区旗盟州]$")
_AREA_COMMITTEE = re.compile(r"(?:区|园|带|港|城)(?:管理委员会|管委会)$")
_DEPARTMENT = re.compile(r"(?:局|厅|委员会|委|办公室|办公厅|办|部|司|处|行政学院|署|分局|支队|大队)$")


def read_title(front: Sequence[Paragraph]) -> Title | None:
    """Return the title in the front: one line, or two where year or body stands above."""
    lines = [paragraph for paragraph in front[:_FRONT_LINES] if fold(paragraph.text)]
    for index, paragraph in enumerate(lines):
        text = fold(paragraph.text)
        if len(text) > _LONGEST_TITLE or "。" in text:
            continue
        above = lines[index - 1] if index else None
        if _TITLE.search(text):
            lacks_something = not all(_parse(text))
            joined = above if above and lacks_something and _could_be_above(above, text) else None
            return _title(joined, paragraph)
        if above and _TITLE_TAIL.fullmatch(text) and _TITLE.search(fold(above.text) + text):
            return _title(above, paragraph)
    return None


def _could_be_above(above: Paragraph, below: str) -> bool:
    """Tell whether the line above is the title's first half: it has what the line below lacks."""
    text = fold(above.text)
    if len(text) > 40 or re.search("[。;:,]", text) or _ATTACHMENT.search(text):
        return False
    body, year = _parse(text + below)
    known_body, known_year = _parse(below)
    return (known_body is None and body is not None) or (known_year is None and year is not None)


def _title(above: Paragraph | None, line: Paragraph) -> Title:
    text = tidy(line.text) if above is None else tidy(above.text) + tidy(line.text)
    body, year = _parse(fold(text))
    first = (above or line).place
    return Title(text, body, year, Place(first.line, line.place.end_line, first.page, first.paragraph))


def _parse(folded: str) -> tuple[str | None, int | None]:
    """Return body and year of a title."""
    match = re.search(_YEAR, folded)
    year = read_integer(match[1]) if match else None
    rest = re.sub(_YEAR, "", folded)
    suffix = re.search(_SUFFIX, rest)
    body = (rest[: suffix.start()] if suffix else re.sub("信息公开.*", "", rest)).strip('的《》"“”()、:')
    if body.endswith("人民"):
        body += "政府"
    return body or None, year


def read_identity(
    title: Title | None, outline: Outline, dates: Dates, contacts: Sequence[Contact], given: Given
) -> Identity:
    """Return who reports and for which year; what the report does not say without doubt is None."""
    body = _body(title, outline)
    level = given.level or (_level(body) if body else None)
    year, source = _year(title, dates, given)
    where = resolve(
        [
            text
            for text in (body, *_signatures(outline), *_introduction(outline), *_addresses(contacts))
            if text
        ],
        [contact.text for contact in contacts if contact.kind is ContactKind.POSTCODE],
        _area_codes(contacts),
    )
    return Identity(
        body=body,
        level=level,
        rank=Rank.TOWN if level in (BodyLevel.TOWN, BodyLevel.SUBDISTRICT) else where.rank,
        province=given.province or where.province,
        city=where.city,
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
    if dates.signature and dates.signature.date:
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


def _body(title: Title | None, outline: Outline) -> str | None:
    """Return the title's body; signature and introduction may know a longer form of the same name."""
    known = title.body if title else None
    candidates = [*_signatures(outline), *_introduction(outline)]
    if known is None:
        return candidates[0] if candidates else None
    longer = [name for name in candidates if len(name) > len(known) and _abbreviates(known, name)]
    return longer[0] if longer else known


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether the short name is made of marks of the long one, in order, with the same last mark."""
    marks = iter(long)
    return short[-1] == long[-1] and len(long) <= len(short) + 20 and all(mark in marks for mark in short)


def _signatures(outline: Outline) -> Iterator[str]:
    for paragraph in outline.closing:
        name = re.sub(r"[\d〇零○一二三四五六七八九]{4}[年\-/.].*$", "", fold(paragraph.text)).strip("()")
        if 3 <= len(name) <= 40 and not re.search("[。;:,]", name):
            yield name


def _introduction(outline: Outline) -> Iterator[str]:
    for paragraph in outline.front:
        text = fold(paragraph.text)
        if len(text) <= _LONGEST_TITLE and _TITLE.search(text):
            continue
        for match in _IN_TEXT.finditer(text):
            name = _SPEECH.sub("", match[2]).strip('的《》"“”')
            if len(name) >= 3 and (match[1] or match[3]) and _level(name):
                yield name


def _addresses(contacts: Sequence[Contact]) -> Iterator[str]:
    return (contact.text for contact in contacts if contact.kind is ContactKind.ADDRESS)


def _area_codes(contacts: Sequence[Contact]) -> list[str]:
    phones = (re.sub(r"\D", "", contact.text) for contact in contacts if contact.kind is ContactKind.PHONE)
    return [parts[0] for phone in phones if phone.startswith("0") and (parts := split(phone))]


def _level(body: str) -> BodyLevel | None:
    """Return what kind of body it is by its name; None for bodies of which article 49 does not speak."""
    if _SUBDISTRICT.search(body):
        return BodyLevel.SUBDISTRICT
    if _TOWN.search(body):
        return BodyLevel.TOWN
    if _AREA_COMMITTEE.search(body):
        return None
    if _GOVERNMENT.search(body):
        return BodyLevel.GOVERNMENT
    return BodyLevel.DEPARTMENT if _DEPARTMENT.search(body) else None
