"""The report's own text, without the lines that a web page prints above it, and how a few words of it are quoted."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from goi_lint.checks.prose import Passage, lines_above_title, passages
from goi_lint.model.report import Report
from goi_lint.text.normalise import is_blank, unfolded

_AROUND = 8
_CLAUSE_ENDS = "。;,:)》」"


def own_passages(report: Report, within: Collection[int | str] | None = None) -> Iterator[Passage]:
    """Yield the passages from the title on; above it stands what belongs to the page: 首页, 索引号, 责任编辑."""
    above = lines_above_title(report)
    for passage in passages(report, within):
        if above and passage.location.address == "front":
            above -= 1
        else:
            yield passage


def own_located(report: Report, within: Collection[int | str]) -> Iterator[Passage]:
    """Yield those of them whose locations are in these parts, `title`, `front` or `closing`."""
    for passage in own_passages(report, (*within, "front")):
        if (passage.location.part or passage.location.address) in within:
            yield passage


def quoted(passage: Passage, start: int, end: int) -> str:
    """Return what was found with some words of its clause before it and of its sentence behind it, as printed."""
    before = passage.folded[max(start - _AROUND, 0) : start]
    clause = max(before.rfind(mark) for mark in _CLAUSE_ENDS)
    behind = passage.folded[end : end + _AROUND].partition("。")
    return passage.quote(start - len(before) + clause + 1, end + len(behind[0] + behind[1]))


def is_parted(passage: Passage, at: int) -> bool:
    """Tell whether something blank is printed before `folded[at]`, so that a new word begins there."""
    printed = unfolded(passage.text, at - 1, at + 1)
    return any(map(is_blank, printed))
