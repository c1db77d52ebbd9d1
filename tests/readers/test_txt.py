from __future__ import annotations

import time
import tracemalloc

import pytest

from goi_lint.errors import ReadError, Words
from goi_lint.model.document import Document, Paragraph, Place
from goi_lint.readers import md, txt


def paragraphs(*lines: tuple[int, str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, Place(number, number)) for number, text in lines)


READ = {
    "blank lines are left out, lines keep their numbers": (
        "标题\n\n  \n一、总体情况 \n",
        paragraphs((1, "标题"), (4, "一、总体情况 ")),
    ),
    "lines with a tab or a no-break space may be cells": (
        "规章\n\t\n\u00a0\n\t0",
        paragraphs((1, "规章"), (2, "\t"), (3, "\u00a0"), (4, "\t0")),
    ),
    "form feeds are blank": ("甲\n\f\n乙", paragraphs((1, "甲"), (3, "乙"))),
    "a delimiter row of Markdown is no row": (
        "| 行政许可 | 数量 |\n|---|:-:---|\n| - | - |",
        paragraphs((1, "| 行政许可 | 数量 |"), (3, "| - | - |")),
    ),
    "single dashes below a first row are placeholders": (
        "规章 |\n- |\n- |",
        paragraphs((1, "规章 |"), (2, "- |"), (3, "- |")),
    ),
    "lines drawn around a table are none": (
        "+----+---+\n| 规章 | 0 |\n+----+---+",
        paragraphs((2, "| 规章 | 0 |")),
    ),
    "dashes without a table are text": ("甲\n---", paragraphs((1, "甲"), (2, "---"))),
    "dashes first in a table are cells": ("| --- |\n| 0 |", paragraphs((1, "| --- |"), (2, "| 0 |"))),
}


@pytest.mark.parametrize(("text", "blocks"), READ.values(), ids=READ)
def test_lines(text: str, blocks: tuple[Paragraph, ...]) -> None:
    assert txt.read(text.encode(), "a.txt") == Document("a.txt", "txt", blocks)


def test_a_report_that_speaks_of_pdf_is_text() -> None:
    text = "报告可下载（%PDF-1.7 格式，<html> 页面）"
    assert txt.read(text.encode(), "-").blocks == paragraphs((1, text))


CELLS = Words("表格单元格过多（上限 100000 个）", "it has too many table cells (at most 100000)")
LINES = Words("行数过多（上限 200000 行）", "it has too many lines (at most 200000)")
LENGTH = Words("有一行过长（上限 200000 字）", "one of its lines is too long (at most 200000 characters)")
BYTES = Words("超过 20 MB 的上限", "it is larger than the limit of 20 MB")
EXCESSIVE = {
    "60 MB": (b"a\n" * 30_000_000, BYTES),
    "a line of ten million characters": (b"a" * 10_000_000, LENGTH),
    "a long line after short ones": ("无。\n".encode() * 10 + b"a" * 200_001, LENGTH),
    "millions of tabs": (b"0\t" * 5_000_000, CELLS),
    "pipes": (b"|\n" * 100_001, CELLS),
    "lines": (b"a\n" * 200_001, LINES),
}


@pytest.mark.parametrize(("data", "cause"), EXCESSIVE.values(), ids=EXCESSIVE)
def test_limits_hold_before_work_is_done(data: bytes, cause: Words) -> None:
    for reader in (txt, md):
        tracemalloc.start()
        start = time.process_time()
        with pytest.raises(ReadError) as error:
            reader.read(data, "a.txt")
        seconds = time.process_time() - start
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert error.value.cause == cause
        assert seconds < 2
        assert peak < 150_000_000


def test_the_most_that_is_taken() -> None:
    blocks = txt.read(b"a" * 200_000 + b"\n0\t" * 100_000, "a.txt").blocks
    assert len(blocks) == 100_001
