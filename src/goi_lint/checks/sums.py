"""Sums as people write them: `新收 3 ＋ 上年结转 2`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from goi_lint.errors import Words
from goi_lint.facts import plain_text
from goi_lint.formula import Side, Term
from goi_lint.model.form import FormTable
from goi_lint.model.table import Cell

_FEW = 4
"""So many addends are all shown; of more, those that are not 0."""
_SHOWN = 8


def written_sum(side: Side, cells: Mapping[str, Cell], names: Mapping[str, str]) -> Words:
    """Return one side of a formula with the names of its cells; a side that is one cell or a number: the number."""
    if len(side.terms) == 1 and side.terms[0].times == 1 and not side.constant:
        return _value(cells[side.terms[0].name])
    terms = (
        side.terms
        if len(side.terms) <= _FEW
        else [term for term in side.terms if cells[term.name].value != 0]
    )
    shown = [_addend(term, cells[term.name], names[term.name]) for term in terms[:_SHOWN]]
    if side.constant:
        shown.append(_number(side.constant))
    zh, en = _joined([each.zh for each in shown]), _joined([each.en for each in shown])
    zh_rest, en_rest = _rest(len(side.terms), len(terms), bool(shown))
    return Words(zh + zh_rest, en + en_rest)


def _rest(addends: int, counting: int, any_shown: bool) -> Words:
    """Say what is not shown: further addends, or those that are 0."""
    if not any_shown:
        return Words("各项均为 0", "all of them 0") if addends else Words("0", "0")
    if counting > _SHOWN:
        return Words(f" 等 {counting} 项", f" … {counting} in all")
    return Words("，其余为 0", ", the rest 0") if counting < addends else Words("", "")


def _addend(term: Term, cell: Cell, label: str) -> Words:
    sign = "－" if term.times < 0 else "＋"
    times = f"{abs(term.times)}×" if abs(term.times) != 1 else ""
    value = _value(cell)
    return Words(f"{sign}{times}{label} {value.zh}", f"{sign}{times}{label} {value.en}")


def _number(number: int) -> Words:
    text = f"{'－' if number < 0 else '＋'}{abs(number)}"
    return Words(text, text)


def _joined(addends: Sequence[str]) -> str:
    """Join signed addends; the first one's plus sign goes without saying."""
    return " ".join(f"{each[0]} {each[1:]}" for each in addends).removeprefix("＋ ")


def _value(cell: Cell) -> Words:
    if cell.value is not None:
        return Words(plain_text(cell.value), plain_text(cell.value))
    return Words(f"“{cell.text}”", f"“{cell.text}”") if cell.text else Words("空白", "blank")


def names_in_sums(table: FormTable) -> Mapping[str, str]:
    """Return what people call each row and column of a table within a sum."""
    labels = [column.label for column in table.columns] + [row.label for row in table.rows]
    return {label.key: label.short or label.text for label in labels}
