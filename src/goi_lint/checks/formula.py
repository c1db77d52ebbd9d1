"""A formula holds in each row or in each column of a table.

Rows and columns where a cell of the formula is lacking (another block, a row that could not be bound) are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter

from goi_lint.checks.subject import at_cell, at_column, at_row, the_table
from goi_lint.checks.sums import names_in_sums, written_sum
from goi_lint.errors import AbsentError, FormulaError, ParamFault, Words
from goi_lint.facts import plain_text
from goi_lint.formula import BoundFormula, Formula, Judgement, Side, Verdict, parse, unknown_name
from goi_lint.model.finding import Location, Problem
from goi_lint.model.form import Form, FormTable, cell_key, places_of
from goi_lint.model.report import Report
from goi_lint.model.table import Cell, Table
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING, Any, Literal, TypedDict

if TYPE_CHECKING:
    from goi_lint.culprit import Equation

NAME = "formula"
FACTS = {
    "row": "the row's printed label; empty for a column",
    "column": "the column's printed label; empty for a row",
    "left": "total of the left side",
    "right": "total of the right side",
    "left_sum": "the left side's addends with their labels; a single addend: its number",
    "right_sum": "the right side's addends with their labels; a single addend: its number",
    "difference": "by how much the sides differ",
    "actual": "total of the side that is a single cell, else of the left side",
    "expected": "total of the other side",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`holds` is a formula over the keys of the table's columns (each row) or rows (each column)."""

    table: str
    each: Literal["row", "column"]
    holds: str


_Place = tuple[str, str]


_Taking = Callable[[Mapping[_Place, Decimal | int | None]], Sequence[Decimal | int | None]]


class _Plan(NamedTuple):
    """A formula bound to the table of one form: where in each row or column the cells of its names stand.

    `left` and `right` take from the values of all cells those of one side in all lines.
    """

    table: FormTable
    formula: BoundFormula
    lines: tuple[tuple[_Place, ...], ...]
    left: _Taking
    right: _Taking


class _Line(NamedTuple):
    """The cells of one row or column that the formula speaks of, by name."""

    cells: Mapping[str, Cell]
    verdict: Verdict


_BALANCED = _Line({}, Verdict(Judgement.HOLDS, Decimal(0), Decimal(0), ()))
"""A line that holds: nobody asks for its cells and totals."""


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield each row or column in which the formula is violated."""
    table = the_table(report, params["table"])
    by_row = params["each"] == "row"
    plan = _plan(params["holds"], table.form, by_row)
    if plan.lines and _holds_throughout(table, plan):
        return
    formula = plan.formula
    lines = list(_lines(table, plan))
    if not lines:
        raise AbsentError(
            Words(f"{table.form.name}中没有可以核算的数据", f"nothing in table {table.key} can be added up")
        )
    violated = [line for line in lines if line.verdict.judgement is Judgement.VIOLATED]
    yield from (_problem(table, formula, line, by_row) for line in violated)
    if all(line.verdict.judgement is Judgement.OPEN for line in lines):
        raise AbsentError(_open(lines, by_row))


def equations(report: Report, params: Params) -> tuple[Table, list[Equation]]:
    """Return what must be equal in each row or column; nothing for a formula that compares otherwise."""
    from goi_lint.culprit import Equation

    table = the_table(report, params["table"])
    plan = _plan(params["holds"], table.form, params["each"] == "row")
    formula = plan.formula
    if formula.comparison != "==":
        return table, []
    moves = formula.moves(formula.names)
    constant = formula.left.constant - formula.right.constant
    return table, [
        Equation(tuple((place, times) for place, times in zip(places, moves, strict=True) if times), constant)
        for places in plan.lines
        if all(place in table.cells for place in places)
    ]


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield what is wrong with the formula itself, or with its names in the forms to which the rule applies."""
    try:
        formula = parse(params["holds"])
    except FormulaError as error:
        yield ParamFault(("holds",), error.found, error.expected, error.column)
        return
    if not forms:
        return
    tables = [form.tables[params["table"]] for form in forms.values() if params["table"] in form.tables]
    if not tables:
        names = sorted({name for form in forms.values() for name in form.tables})
        unknown = unknown_name(params["table"], params["table"], names)
        yield ParamFault(("table",), unknown.found, unknown.expected)
        return
    faults = [_unknown(formula, table, params["each"] == "row") for table in tables]
    if all(fault is not None for fault in faults):
        yield from (fault for fault in faults[-1:] if fault is not None)


def _unknown(formula: Formula, table: FormTable, by_row: bool) -> ParamFault | None:
    """Return the fault of the first name that the table does not have."""
    keys = _keys(table, by_row)
    sets = [name for name, members in table.sets.items() if set(members) <= keys]
    unknown = [(name, keys) for name in formula.names if name not in keys]
    unknown += [(name, set(sets)) for name in formula.sets if name not in sets]
    if not unknown:
        return None
    name, valid = unknown[0]
    if name in _keys(table, not by_row):
        return _other_axis(formula, name, by_row)
    error = unknown_name(formula.text, name, sorted(valid))
    return ParamFault(("holds",), error.found, error.expected, error.column)


def _other_axis(formula: Formula, name: str, by_row: bool) -> ParamFault:
    """Return the fault of a row's name where columns are meant, or the other way round."""
    where = unknown_name(formula.text, name, ())
    if by_row:
        found = Words(f"{name} 是行", f"{name} is a row")
        return ParamFault(
            ("holds",), found, Words("each: row 时应为列名", "each: row expects columns"), where.column
        )
    found = Words(f"{name} 是列", f"{name} is a column")
    return ParamFault(
        ("holds",), found, Words("each: column 时应为行名", "each: column expects rows"), where.column
    )


def _bound(formula: Formula, table: FormTable, by_row: bool) -> BoundFormula:
    """Return the formula for one form's table; raise `AbsentError` where that form lacks its names."""
    if _unknown(formula, table, by_row) is not None:
        raise AbsentError(
            Words(
                f"该格式的{table.name}没有公式所需的行或列",
                f"this form's table {table.key} lacks rows or columns",
            )
        )
    return formula.bind(table.sets)


def _keys(table: FormTable, by_row: bool) -> set[str]:
    """Return the keys that a formula may name: those of the columns where it speaks of each row."""
    return {column.label.key for column in table.columns} if by_row else {row.label.key for row in table.rows}


_plans: dict[tuple[str, bool, int], _Plan] = {}
"""Made once for each formula and form. A plan keeps its table, so that no other one gets its identity."""


def _plan(holds: str, table: FormTable, by_row: bool) -> _Plan:
    key_of = (holds, by_row, id(table))
    if key_of not in _plans:
        formula = _bound(parse(holds), table, by_row)
        there, names = frozenset(places_of(table)), formula.names
        axis = [each.label.key for each in (table.rows if by_row else table.columns)]
        keys = [key for key in axis if there.issuperset(_placed(names, key, by_row))]
        lines = tuple(_placed(names, key, by_row) for key in keys)
        sides = ([term.name for term in side.terms] for side in (formula.left, formula.right))
        left, right = (
            _taking([place for key in keys for place in _placed(side, key, by_row)]) for side in sides
        )
        _plans[key_of] = _Plan(table, formula, lines, left, right)
    return _plans[key_of]


def _placed(names: Iterable[str], line: str, by_row: bool) -> tuple[_Place, ...]:
    """Return the places of names in a row or column."""
    return tuple(cell_key(line, name) if by_row else cell_key(name, line) for name in names)


def _taking(places: Sequence[_Place]) -> Callable[[Mapping[_Place, Any]], Sequence[Any]]:
    """Return what takes the values at these places, all at once; it raises `KeyError` where there is none."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: [values[place] for place in places]


def _holds_throughout(table: Table, plan: _Plan) -> bool:
    """Tell at once whether all cells are there and the formula holds in all lines."""
    values = table.fields.values
    try:
        return plan.formula.holds_throughout(plan.left(values), plan.right(values))
    except KeyError:
        return False


def _lines(table: Table, plan: _Plan) -> Iterator[_Line]:
    """Yield each row or column that has all the formula's cells, with its verdict."""
    balances, values = plan.formula.balances, table.fields.values
    for places in plan.lines:
        if not all(map(values.__contains__, places)):
            continue
        if balances([values[place] for place in places]):
            yield _BALANCED
            continue
        cells = [table.cells[place] for place in places]
        named = dict(zip(plan.formula.names, cells, strict=True))
        yield _Line(named, plan.formula.evaluate({name: cell.value for name, cell in named.items()}))


def _problem(table: Table, formula: BoundFormula, line: _Line, by_row: bool) -> Problem:
    verdict = line.verdict
    first = next(iter(line.cells.values()))
    names = names_in_sums(table.form)
    swapped = _single(formula.left) is None and _single(formula.right) is not None
    return Problem(
        _location(table, formula, line, by_row),
        {
            "row": first.row_label if by_row else "",
            "column": "" if by_row else first.column_label,
            "left": verdict.left,
            "right": verdict.right,
            "left_sum": written_sum(formula.left, line.cells, names),
            "right_sum": written_sum(formula.right, line.cells, names),
            "difference": verdict.difference,
            "actual": verdict.right if swapped else verdict.left,
            "expected": verdict.left if swapped else verdict.right,
        },
    )


def _single(side: Side) -> str | None:
    """Return the name of a side that is one cell."""
    return (
        side.terms[0].name
        if len(side.terms) == 1 and not side.constant and side.terms[0].times == 1
        else None
    )


def _location(table: Table, formula: BoundFormula, line: _Line, by_row: bool) -> Location:
    """Return the place of the left side's cell; where the left side is no single cell, the row or column."""
    name = _single(formula.left)
    if name is not None:
        return at_cell(table, line.cells[name])
    cell = line.cells[formula.names[0]]
    line_of = at_row(table, cell.row) if by_row else at_column(table, cell.column)
    return line_of._replace(place=cell.place)


def _open(lines: list[_Line], by_row: bool) -> Words:
    """Say why nothing could be judged, and by how much the first row or column would be off with 0."""
    cell = next(iter(lines[0].cells.values()))
    label = (cell.row_label if by_row else cell.column_label) or "—"
    difference = plain_text(lines[0].verdict.difference)
    rest = len(lines) - 1
    zh = f"「{label}」{'行' if by_row else '列'}有空白或无法识别的数，按 0 计相差 {difference}"
    en = f"{'row' if by_row else 'column'} {label} has blank or unreadable cells; read as 0, it is off by {difference}"
    return (
        Words(zh + f"（另有 {rest} 处同样如此）", en + f" ({rest} more likewise)") if rest else Words(zh, en)
    )
