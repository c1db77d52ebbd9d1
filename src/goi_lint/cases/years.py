"""A report as its body wrote it in another year: the year everywhere, and what is carried over from year to year.

One base report gives a series in which nothing is to be found: what a year carries forward the next one has brought
forward, and documents in force follow from those issued and repealed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from goi_lint.assemble.identity import read_title
from goi_lint.cases.draft import Draft, Table
from goi_lint.errors import CaseError, Words
from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph, lines
from goi_lint.model.report import Title

_DIGITS = "〇一二三四五六七八九"
_YEAR = lazy(
    r"(?<![0-9])(20[0-9]{2})(?=\s*年|[-./][0-9])|(?<!第)(二[〇○零][〇○零一二三四五六七八九]{2})(?=年)"
)
_NUMBER = lazy(r"[0-9]{1,9}")
_REQUESTS, _DISCLOSURE = "requests", "disclosure"
_NO_YEAR = Words("基准报告的标题没有年份", "the title of the base report has no year")


def title_of(draft: Draft) -> Title | None:
    """Return the title of a report; None where it has none that could be read."""
    return read_title([Paragraph(line, lines(at, at)) for at, line in enumerate(draft.title, 1)])


def in_year(draft: Draft, year: int) -> Draft:
    """Return the report for that year; raise `CaseError` where it does not say of which year it is."""
    title = title_of(draft)
    if title is None or title.year is None:
        raise CaseError(_NO_YEAR, Words("应有年份，如 2023年", "expected a year, such as 2023年"))
    step = year - title.year
    if not step:
        return draft
    known = range(title.year - 1, title.year + 2)
    moved = with_texts(draft, lambda text: _moved(text, known, step))
    for key, carry in ((_REQUESTS, _carried), (_DISCLOSURE, _in_force)):
        if key in moved.tables:
            table = moved.tables[key]
            moved = moved.with_table(table.with_cells(dict(carry(table, step))))
    return moved


def with_texts(draft: Draft, change: Callable[[str], str]) -> Draft:
    """Return the draft with every text outside of the tables changed."""

    def changed(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(change, texts))

    parts = tuple(
        replace(
            part,
            heading=change(part.heading),
            paragraphs=changed(part.paragraphs),
            notes=changed(part.notes),
        )
        for part in draft.parts
    )
    return replace(
        draft,
        title=changed(draft.title),
        front=changed(draft.front),
        parts=parts,
        closing=changed(draft.closing),
    )


def _moved(text: str, known: range, step: int) -> str:
    """Return a text with the report's year, the one before and the one after moved; laws keep their years."""
    pieces, done = [], 0
    for match in _YEAR.finditer(text):
        printed = match[0]
        year = int(match[1] or "".join(_digit(mark) for mark in printed))
        if year in known:
            moved = str(year + step)
            if match[2]:
                zero = next((mark for mark in printed if mark in "○零"), _DIGITS[0])
                moved = "".join(_DIGITS[int(mark)] for mark in moved).replace(_DIGITS[0], zero)
            pieces += [text[done : match.start()], moved]
            done = match.end()
    return "".join((*pieces, text[done:]))


def _digit(mark: str) -> str:
    return str(_DIGITS.find(mark)) if mark in _DIGITS else "0"


def _carried(table: Table, step: int) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the cells of table 三 by which a year fits its neighbours, and its sums still hold.

    Earlier years bring and carry forward what the base report has brought forward, later ones what it carries forward.
    """
    cells = table.cells()
    kept = "brought_forward" if step < 0 else "carried_forward"
    for (row, column), number in cells.items():
        disposed = cells.get(("disposed_total", column), "")
        if row == kept and _NUMBER.fullmatch(number) and _NUMBER.fullmatch(disposed):
            yield ("received", column), disposed
            yield ("brought_forward", column), number
            yield ("carried_forward", column), number


def _in_force(table: Table, step: int) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield how many documents are in force if as many are issued and repealed each year."""
    cells = table.cells()
    for (row, column), number in cells.items():
        texts = (cells.get((row, "issued"), ""), cells.get((row, "repealed"), ""), number)
        if column == "in_force" and all(map(_NUMBER.fullmatch, texts)):
            issued, repealed, in_force = map(int, texts)
            grown = issued - repealed
            yield (row, column), str(max(in_force + grown * step, grown, 0))
