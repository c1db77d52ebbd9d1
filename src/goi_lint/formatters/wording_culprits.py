"""What several outputs say of the mistake that explains a finding: in full the first time, then in short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goi_lint.errors import Words
from goi_lint.formatters.wording import at_place, one_line, place_of
from goi_lint.model.finding import Finding
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.model.culprit import Culprit, WrongCell

_PLAIN = Words("", "")
_NEIGHBOURS = Words("相邻两位数字写颠倒了", ", two neighbouring digits transposed")
_DIGITS = Words("数字的次序写乱了", ", its digits in another order")


def explained(findings: Iterable[Finding], language: str) -> list[str]:
    """Return for each finding what explains it, on one line; empty where nothing does."""
    told: set[Culprit] = set()
    lines = []
    for finding in findings:
        culprit = finding.culprit
        if culprit is None:
            lines.append("")
            continue
        words = (
            _again(culprit) if culprit in told else _in_full(culprit, place_of(finding.location, language))
        )
        lines.append(one_line(words.in_language(language)))
        told.add(culprit)
    return lines


def _again(culprit: Culprit) -> Words:
    mistake = _mistake(culprit)
    return Words(f"很可能是同一处：{mistake.zh}", f"most likely the same: {mistake.en}")


def _in_full(culprit: Culprit, own_place: str) -> Words:
    """Say what is wrong, what makes it right, and where it is, if not where the finding is."""
    mistake, remedy = _mistake(culprit), _remedy(culprit)
    zh, en = (_elsewhere(culprit, own_place, language) for language in ("zh", "en"))
    return Words(
        f"很可能是{mistake.zh}：{remedy.zh}本表全部等式成立" + (f"（见{zh}）" if zh else ""),
        f"most likely {mistake.en}: {remedy.en} all sums of the table hold" + (f" (see {en})" if en else ""),
    )


def _mistake(culprit: Culprit) -> Words:
    if culprit.offset:
        zh, en = ("右", "right") if culprit.offset > 0 else ("左", "left")
        row = culprit.rows[0]
        return Words(f"「{row}」整行向{zh}错了一列", f"the row 「{row}」, one column too far to the {en}")
    if culprit.rows:
        return _exchanged(culprit.rows, Words("两行", "the rows "))
    if culprit.columns:
        return _exchanged(culprit.columns, Words("两列", "the columns "))
    names = [f"{cell.row}／{cell.column}" if cell.row else cell.column for cell in culprit.cells]
    if len(names) > 1:
        return _exchanged(names, _PLAIN)
    order = _order_of_digits(culprit.cells[0]) if culprit.kind == "transposed" else _PLAIN
    return Words(f"「{names[0]}」{order.zh}", f"「{names[0]}」{order.en}")


def _exchanged(names: Sequence[str], what: Words) -> Words:
    one, other = names
    return Words(f"「{one}」与「{other}」{what.zh}填反了", f"{what.en}「{one}」 and 「{other}」, exchanged")


def _order_of_digits(cell: WrongCell) -> Words:
    """Say which digits of a number stand in another order than they should."""
    wrong = [at for at, pair in enumerate(zip(cell.printed, cell.fits, strict=True)) if pair[0] != pair[1]]
    return _NEIGHBOURS if len(wrong) == wrong[-1] - wrong[0] + 1 == 2 else _DIGITS


def _remedy(culprit: Culprit) -> Words:
    cells = culprit.cells
    if culprit.offset:
        zh = "、".join(f"「{cell.column}」为 {cell.fits}" for cell in cells)
        en = ", ".join(f"「{cell.column}」 {cell.fits}" for cell in cells)
        return Words(f"{zh} 时", f"with {en}")
    if culprit.rows or culprit.columns:
        return Words("对调后", "the other way round")
    printed = [cell.printed for cell in cells]
    if len(cells) > 1:
        return Words(
            f"印 {' 和 '.join(printed)}，对调后", f"printed {' and '.join(printed)}; the other way round"
        )
    return Words(f"印 {printed[0]}，应为 {cells[0].fits} 时", f"printed {printed[0]}; with {cells[0].fits}")


def _elsewhere(culprit: Culprit, own_place: str, language: str) -> str:
    """Return where one cell or two are, and where a row that is shifted begins to be wrong."""
    if culprit.columns or len(culprit.rows) > 1:
        return ""
    cells = culprit.cells[:1] if culprit.rows else culprit.cells
    places = dict.fromkeys(at_place(cell.place, language) for cell in cells)
    comma = Words("、", ", ").in_language(language)
    return comma.join(place for place in places if place not in ("", own_place))
