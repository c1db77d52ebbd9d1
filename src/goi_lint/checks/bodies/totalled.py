"""A parent's figures are the sums of its members' figures, as the roster says who belongs to whom.

Only where every member that should report has a readable table: else the sum is not known. Blank cells are unknown, not
negative: a sum with blanks is wrong only if the other numbers already exceed the parent's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from goi_lint.checks.digests import agreeing, at_figures, at_report, figures, name_of, table_of
from goi_lint.checks.form_names import table_faults
from goi_lint.checks.years import Numbers
from goi_lint.errors import AbsentError, ParamFault, Words
from goi_lint.facts import fact_words, plain_text
from goi_lint.model.digest import Digest, Reports, Series
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form, FormTable
from goi_lint.model.roster import Member
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Literal, TypedDict

NAME = "totalled"
SCOPE: Literal["bodies"] = "bodies"
FACTS: Mapping[str, str] = {
    "parent": "the body whose figures are the sum",
    "year": "the year of the reports",
    "table": "how people call the table",
    "members": "how many members' reports were added up",
    "count": "how many cells differ",
    "differences": "these cells: row, column, the parent's number and the sum",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`tables`: keys of the tables that are added up."""

    tables: list[str]


class _Family(NamedTuple):
    """A parent that reports, and its members on the roster with their reports by year."""

    parent: Series
    members: tuple[tuple[Member, Series | None], ...]


class _Sum(NamedTuple):
    """One cell that differs: keys of row and column, the parent's number, the members' sum."""

    row: str
    column: str
    printed: Decimal
    total: Decimal


def check(reports: Reports, params: Params) -> Iterator[Problem]:
    """Yield one problem for each parent, year and table, which lists all cells that differ."""
    judged = False
    reason: Words | None = None
    for family in _families(reports):
        for report in family.parent.reports:
            if report.earlier:
                continue
            for key in params["tables"]:
                try:
                    problem = _judged(family, report, key, reports.forms)
                except AbsentError as absent:
                    reason = reason or absent.reason
                    continue
                judged = True
                if problem:
                    yield problem
    if not judged:
        raise AbsentError(reason or Words("没有上级单位的报告", "there is no report of a parent body"))


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the tables that no form has."""
    for number, table in enumerate(params["tables"]):
        yield from table_faults(("tables", number), table, forms)


def _families(reports: Reports) -> list[_Family]:
    """Return each parent that reports with its members; raise `AbsentError` where the roster names none."""
    if reports.roster is None:
        raise AbsentError(Words("没有单位名录", "there is no roster of bodies"))
    children: dict[str, list[Member]] = {}
    for member in reports.roster.members:
        if member.parent:
            children.setdefault(member.parent, []).append(member)
    if not children:
        raise AbsentError(
            Words("单位名录没有写明上级（parent）", "the roster does not say who belongs to whom (parent)")
        )
    series = {one.member.name: one for one in reports.series if one.member}
    return [
        _Family(parent, tuple((member, series.get(member.name)) for member in members))
        for name, members in children.items()
        if (parent := series.get(name))
    ]


def _judged(family: _Family, report: Digest, key: str, forms: Mapping[str, Form]) -> Problem | None:
    """Return the problem of one table of a parent's report; raise `AbsentError` where its sum is not known."""
    table = table_of(report, forms, key)
    printed = figures(report, forms, key)
    if table is None or not printed or _contradicted(family.parent, report, key):
        raise AbsentError(_unreadable(family.parent.body, table, key))
    members = _reports(family, report.identity.year or 0, table, forms)
    sums = list(_sums(table, printed, [figures(member, forms, key) for member in members]))
    return _problem(family, report, table, members, sums) if sums else None


def _unreadable(body: str, table: FormTable | None, key: str) -> Words:
    name = table.name if table else key
    return Words(f"{body}的{name}无法核对", f"{body} has no readable table {key}")


def _reports(family: _Family, year: int, table: FormTable, forms: Mapping[str, Form]) -> list[Digest]:
    """Return the reports of all members that should have one; raise `AbsentError` with those that lack it."""
    key = table.key
    found, lacking = [], []
    for member, series in family.members:
        digest = series.of_year(year) if series else None
        if digest and figures(digest, forms, key) and not (series and _contradicted(series, digest, key)):
            found.append(digest)
        elif digest or not member.years or year in member.years:
            lacking.append(member.name)
    if lacking:
        names = fact_words(tuple(lacking), {})
        raise AbsentError(
            Words(
                f"{year} 年度缺下属单位的报告，或其{table.name}无法核对：{names.zh}",
                f"{year}: members without a report or a readable table {key}: {names.en}",
            )
        )
    return found


def _contradicted(series: Series, digest: Digest, key: str) -> bool:
    """Tell whether there is another report of the same year with other numbers."""
    return any(
        digest in same and not all(agreeing(digest, other, key) for other in same) for same in series.doubled
    )


def _sums(table: FormTable, printed: Numbers, members: Sequence[Numbers]) -> Iterator[_Sum]:
    """Yield the cells of which no filling of the members' blanks makes the sum right."""
    for block in table.blocks:
        for row, column in (
            (row.label.key, column.label.key) for row in block.rows for column in block.columns
        ):
            number = printed.get((row, column))
            known = [value for each in members if (value := each.get((row, column))) is not None]
            total = sum(known, Decimal(0))
            if number is None or total == number or (total < number and len(known) < len(members)):
                continue
            yield _Sum(row, column, number, total)


def _problem(
    family: _Family, report: Digest, table: FormTable, members: Sequence[Digest], sums: Sequence[_Sum]
) -> Problem:
    row, column = (sums[0].row, sums[0].column) if len(sums) == 1 else (None, None)
    facts = {
        "parent": family.parent.body,
        "year": report.identity.year,
        "table": table.name,
        "members": len(members),
        "count": len(sums),
        "differences": tuple(_named(table, each) for each in sums),
    }
    return Problem(at_figures(report, table, row, column), facts, tuple(map(at_report, members)))


def _named(table: FormTable, each: _Sum) -> str:
    labels = (name_of(table, key) for key in (each.row, each.column))
    name = "／".join(label for label in labels if label)
    return f"{name} {plain_text(each.printed)} ≠ {plain_text(each.total)}"
