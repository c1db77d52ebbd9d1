"""Comments to goi-lint: heard in txt, md and html, and no text of the report in any of them."""

from __future__ import annotations

from time import process_time

import pytest

from goi_lint.errors import ReadError
from goi_lint.limits import MAX_REMARKS, REMARK_CHARACTERS
from goi_lint.model.document import Document, Paragraph, lines
from goi_lint.readers import html, md, txt

REMARK = '<!-- goi-lint: ignore GOI040 reason="无" -->'
LONG = f'<!-- goi-lint: ignore GOI040 reason="{"长" * REMARK_CHARACTERS}" -->'


def texts(document: Document) -> list[tuple[str, int | None]]:
    return [(block.text, block.place.line) for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("source", "remarks", "left"),
    [
        pytest.param(f"甲\n{REMARK}\n乙", [(REMARK, 2, 2)], [("甲", 1), ("乙", 3)], id="a line of its own"),
        pytest.param(f"{REMARK}\n甲", [(REMARK, 1, 1)], [("甲", 2)], id="the first line"),
        pytest.param(f"甲{REMARK}乙", [(REMARK, 1, 1)], [("甲乙", 1)], id="within a line"),
        pytest.param(
            "甲\n\n<!-- goi-lint:\n\nignore GOI040\n-->丙\n",
            [("<!-- goi-lint:\nignore GOI040\n-->", 3, 6)],
            [("甲", 1), ("丙", 6)],
            id="over several lines",
        ),
        pytest.param(
            f"{REMARK}{REMARK}\n{REMARK}", [(REMARK, 1, 1)] * 2 + [(REMARK, 2, 2)], [], id="several"
        ),
        pytest.param(
            "甲\n<!-- goi-lint: ignore GOI040\n乙\n",
            [("<!-- goi-lint: ignore GOI040", 2, 2)],
            [("甲", 1), ("乙", 3)],
            id="without an end",
        ),
        pytest.param(
            f"<!-- goi-lint: ignore GOI040\n乙\n{REMARK}\n丙",
            [("<!-- goi-lint: ignore GOI040", 1, 1), (REMARK, 3, 3)],
            [("乙", 2), ("丙", 4)],
            id="an end that is another's",
        ),
        pytest.param(f"{LONG}\n甲", [(LONG[: REMARK_CHARACTERS + 100], 1, 1)], [("甲", 2)], id="too long"),
        pytest.param(
            "<!--goi-lint：ignore GOI040-->\n甲",
            [("<!--goi-lint：ignore GOI040-->", 1, 1)],
            [("甲", 2)],
            id="a wide colon",
        ),
        pytest.param(
            "<!-- goi-lint ignore GOI040 -->\n甲",
            [("<!-- goi-lint ignore GOI040 -->", 1, 1)],
            [("甲", 2)],
            id="no colon",
        ),
        *(
            pytest.param(f"<!-- {said} -->\n甲", [(f"<!-- {said} -->", 1, 1)], [("甲", 2)], id=said)
            for said in (
                "GOI-LINT: ignore GOI040",
                "Goi-Lint ignore GOI040",
                "goi_lint: ignore GOI040",
                "goilint ignore GOI040",
                "goi-lint disable GOI040",
                "goi-lint HB2101理由",
            )
        ),
        pytest.param("<!-- goi-lint 检查通过 -->", [], [("<!-- goi-lint 检查通过 -->", 1)], id="about it"),
        pytest.param(
            "说明见 goi-lint: ignore\n<b>", [], [("说明见 goi-lint: ignore", 1), ("<b>", 2)], id="no comment"
        ),
    ],
)
def test_plain_text(source: str, remarks: list[tuple[str, int, int]], left: list[tuple[str, int]]) -> None:
    for encoding in ("utf-8", "gb18030", "utf-16"):
        document = txt.read(source.encode(encoding), "a.txt")
        assert document.remarks == tuple(Paragraph(text, lines(*place)) for text, *place in remarks)
        assert texts(document) == left


def test_markdown() -> None:
    source = f"# 标题\n\n{REMARK}\n正文<!-- 其他 -->\n| a | b |\n{REMARK}\n|---|---|\n"
    document = md.read(source.encode(), "a.md")
    assert document.remarks == (Paragraph(REMARK, lines(3, 3)), Paragraph(REMARK, lines(6, 6)))
    assert texts(document) == [("标题", 1), ("正文", 4), ("| a | b |", 5), ("|---|---|", 7)]


def test_web_page() -> None:
    source = f"<html><head>\n{REMARK}</head><body>\n<p>甲</p>\n<p>乙<!-- goi-lint:\nignore\n--></p></body>"
    document = html.read(source.encode(), "a.html")
    assert document.remarks == (
        Paragraph(REMARK, lines(2, 2)),
        Paragraph("<!-- goi-lint:\nignore\n-->", lines(4, 6)),
    )
    assert texts(document) == [("甲", 3), ("乙", 4)]


@pytest.mark.parametrize(
    "source",
    ["<!--" + " " * 190_000, "<!-- goi-lint" + " " * 190_000, "<!-- goi-lint:" * 100 + "a" * 190_000],
    ids=["blanks", "blanks within", "letters"],
)
def test_hostile_comments_take_no_time(source: str) -> None:
    start = process_time()
    txt.read(f"甲\n{source}\ngoi-lint".encode(), "a.txt")
    assert process_time() - start < 2


@pytest.mark.parametrize("line", [REMARK, "<!-- goi-lint: "])
def test_too_many_comments(line: str) -> None:
    txt.read("\n".join([line] * MAX_REMARKS).encode(), "a.txt")
    with pytest.raises(ReadError, match="too many comments"):
        txt.read("\n".join([line] * 100_000).encode(), "a.txt")
