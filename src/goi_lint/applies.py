"""Which rules apply to a report, and why the others do not: it depends on its form, its year and whose it is."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.model.report import Identity
from goi_lint.model.rule import Applies
from goi_lint.tuples import NamedTuple

_LEVELS = (
    Words("公开主体的类别不明", "the level of the body is not known"),
    Words("不适用于该类公开主体", "does not apply to bodies of this level"),
)
_RANKS = (
    Words("公开主体的行政级别不明", "the rank of the body is not known"),
    Words("不适用于该级公开主体", "does not apply to bodies of this rank"),
)
_PROVINCES = (
    Words("公开主体所在的省份不明", "the body's province is not known"),
    Words("不适用于该省的公开主体", "does not apply to bodies of this province"),
)
_CITIES = (
    Words("公开主体所在的市州不明", "the body's city is not known"),
    Words("不适用于该市州的公开主体", "does not apply to bodies of this city"),
)
"""Why a rule does not apply: what it depends on is not known, or is otherwise."""


class Subject(NamedTuple):
    """Whose report is judged, by which form: what findings need of the report."""

    identity: Identity
    form: str | None


def kind_of(subject: Subject) -> tuple[object, ...]:
    """Return all that `excluded` asks of a report: the same rules apply to all that are alike in it."""
    identity = subject.identity
    return subject.form, identity.year, identity.level, identity.rank, identity.province, identity.city


def excluded(applies: Applies, subject: Subject) -> Words | None:
    """Return why a rule does not apply to this report; None where it does."""
    if applies.forms and subject.form not in applies.forms:
        return Words("不适用于该报告所用的格式", "does not apply to this report's form")
    identity = subject.identity
    for asked, found, (unknown, other) in (
        (applies.levels, identity.level, _LEVELS),
        (applies.ranks, identity.rank, _RANKS),
        (applies.provinces, identity.province, _PROVINCES),
        (applies.cities, identity.city, _CITIES),
    ):
        if asked and found not in asked:
            return unknown if found is None else other
    return _excluded_by_year(applies, identity.year)


def _excluded_by_year(applies: Applies, year: int | None) -> Words | None:
    first, last = applies.first_year, applies.last_year
    if first is None and last is None:
        return None
    if year is None:
        return Words("报告年份不明", "the report's year is not known")
    if (first is not None and year < first) or (last is not None and year > last):
        return Words(f"不适用于 {year} 年度", f"does not apply to the year {year}")
    return None
