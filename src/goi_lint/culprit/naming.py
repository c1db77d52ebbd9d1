"""Findings on sums → the same findings with the culprit, where one mistake explains all of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from goi_lint.culprit.equations import Equation
from goi_lint.culprit.explaining import Explanation, explain
from goi_lint.errors import AbsentError
from goi_lint.model.culprit import Culprit, CulpritKind, WrongCell
from goi_lint.model.finding import Outcome
from goi_lint.model.form import Holds
from goi_lint.model.plugin import Check
from goi_lint.model.report import Report
from goi_lint.model.rule import Rule
from goi_lint.model.table import Cell, Table
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any


class _Sums(NamedTuple):
    """What the rules on one table say that must be equal, and which rules say so."""

    table: Table
    equations: list[Equation]
    rules: list[str]


def with_culprits(
    report: Report, asked: Iterable[tuple[Rule, Check]], outcomes: Mapping[str, Outcome]
) -> dict[str, Outcome]:
    """Return the outcomes whose findings have a culprit; `asked` are the rules with equations and their checks.

    All rules that were asked of the report count, those that passed too.
    """
    named: dict[str, Outcome] = {}
    for sums in _by_table(report, asked):
        failed = [outcomes[rule] for rule in sums.rules if outcomes[rule].findings]
        culprit = _culprit(sums) if failed else None
        if culprit:
            named |= {outcome.rule: _with(culprit, outcome) for outcome in failed}
    return named


def _by_table(report: Report, asked: Iterable[tuple[Rule, Check]]) -> Iterable[_Sums]:
    found: dict[str, _Sums] = {}
    for rule, check in asked:
        try:
            table, equations = _equations(check, report, rule.params)
        except AbsentError:
            continue
        if equations:
            sums = found.setdefault(table.key, _Sums(table, [], []))
            sums.equations.extend(equations)
            sums.rules.append(rule.id)
    return found.values()


def _equations(check: Any, report: Report, params: Mapping[str, object]) -> tuple[Table, Sequence[Equation]]:
    """Ask a check that has equations for them."""
    found: tuple[Table, Sequence[Equation]] = check.equations(report, params)
    return found


def _with(culprit: Culprit, outcome: Outcome) -> Outcome:
    return outcome._replace(findings=tuple(finding._replace(culprit=culprit) for finding in outcome.findings))


def _culprit(sums: _Sums) -> Culprit | None:
    """Return the culprit of a table, where there is one; only sums of counts tell."""
    table = sums.table
    cells = [table.cells[cell] for equation in sums.equations for cell, _ in equation.terms]
    if any(cell.holds is not Holds.COUNT for cell in cells):
        return None
    explanation = explain(
        {key: cell.value for key, cell in table.cells.items()},
        sums.equations,
        [row.label.key for row in table.form.rows],
        [column.label.key for column in table.form.columns],
    )
    return _described(table, explanation) if explanation else None


def _described(table: Table, explanation: Explanation) -> Culprit:
    """Put an explanation into printed labels."""
    fits, offset = explanation.fits, explanation.offset
    wrong = tuple(_wrong(table, table.cells[key], fits[key]) for key in table.cells if key in fits)
    rows = {cell.row: cell.row_label for cell in table.cells.values()}
    columns = {cell.column: cell.column_label for cell in table.cells.values()}
    return Culprit(
        _kind(wrong, offset),
        wrong,
        tuple(rows[row] for row in explanation.rows),
        tuple(columns[column] for column in explanation.columns),
        offset,
    )


def _wrong(table: Table, cell: Cell, fits: int) -> WrongCell:
    printed = cell.text if cell.value is None else format(cell.value, "f")
    address = f"{table.key}.{cell.row}.{cell.column}"
    return WrongCell(address, cell.row_label, cell.column_label, printed, str(fits), cell.place)


def _kind(wrong: Sequence[WrongCell], offset: int) -> CulpritKind:
    if offset:
        return CulpritKind.SHIFTED
    if len(wrong) > 1:
        return CulpritKind.EXCHANGED
    printed, fits = wrong[0].printed, wrong[0].fits
    return CulpritKind.TRANSPOSED if sorted(printed) == sorted(fits) else CulpritKind.CELL
