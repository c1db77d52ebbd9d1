"""Of each start tag stays what is asked for, and what else it says changes nothing."""

from __future__ import annotations

import pytest

from goi_lint.model.document import Document, Grid, GridCell, Paragraph, Picture, Place
from goi_lint.readers import html
from goi_lint.readers.html_marks import marks_of
from goi_lint.readers.html_source import source_of
from goi_lint.readers.html_tree import tree_of

MARKED: dict[str, tuple[str, str]] = {
    "no attributes": ("<td>", "<td _=7>"),
    "what nobody asks for": ("<td width=72 valign=top\nlang='EN-US' nowrap>", "<td _=7>"),
    "spans": ('<TD ROWSPAN="2" colspan = 3 width=1>', '<TD ROWSPAN="2" colspan = 3 _=7>'),
    "a style that hides": ("<p style='color:red;DISPLAY:none'>", "<p style='DISPLAY:none' _=7>"),
    "a style without quotes": ("<p style=display:none>", "<p style=display:none _=7>"),
    "another style": ('<p style="color:red">', "<p _=7>"),
    "what centres": ("<p align=center><p align=left>", "<p align=center _=7><p _=7>"),
    "a class that tells": ("<div class='nav x' id=zoom>", "<div class='nav x' _=7>"),
    "the same attribute twice": ("<p hidden=no hidden>", "<p hidden=no _=7>"),
    "hidden": ("<div hidden>", "<div hidden _=7>"),
    "a tag that ends itself": ("<br/><br />", "<br _=7 /><br _=7 />"),
    "attributes without blanks between": ("<td class=\"x\"width='1'>", "<td _=7>"),
    "a sign for more within quotes": ('<p title="甲>乙" align="center">', '<p align="center" _=7>'),
    "formatting has no number": ("<b class=x><font color=red size=2>", "<b><font color=red size=2>"),
    "links, pictures and metas are left alone": (
        "<a href=/ class=x><img alt=甲 src=a/><meta name=x>",
        "<a href=/ class=x><img _=7 alt=甲 src=a/><meta _=7 name=x>",
    ),
    "its own number": ("<p _=3 class=x>", "<p _=7 _=3 class=x>"),
    "a value that ends with a slash": ("<p class=x/>", "<p _=7 class=x/>"),
    "one tag with an open quote": ('<p class="x><td width=1>', '<p _=7 class="x><td _=7 width=1>'),
}


@pytest.mark.parametrize(("tags", "expected"), MARKED.values(), ids=MARKED)
def test_marks(tags: str, expected: str) -> None:
    found = [f"<{tag}" for tag in tags.split("<")[1:]]
    marked = [f"{before}{'7' * numbered}{after}" for before, after, numbered, _ in marks_of(found)]
    assert "".join(marked) == expected


def _read(text: str) -> Document:
    return html.read(text.encode(), "a")


def test_an_open_quote_reaches_to_the_next_one() -> None:
    found = _read('<p>甲</p><p class="x>乙</p><p class="y">丙</p>\n<p class="z">丁</p>')
    assert found.blocks == (
        Paragraph("甲", Place(1, 1)),
        Paragraph("丙", Place(1, 1)),
        Paragraph("丁", Place(2, 2)),
    )


def test_breaks_that_end_themselves_have_a_place() -> None:
    found = _read("<table><tr><td>自<br/>\n然<br/>\n人<td>1</table>")
    cells = (GridCell("自\n然\n人", Place(1, 3), 0, 0), GridCell("1", Place(3, 3), 0, 1))
    assert found.blocks == (Grid(cells, 2, Place(1, 3)),)


def test_a_number_in_the_source_is_none_of_ours() -> None:
    assert _read(f"<p><b _={'9' * 5000}>甲</b>").blocks == (Paragraph("甲", Place()),)


def test_icons_are_known_by_their_style() -> None:
    found = _read('<p>甲<img style="width:16px" src=a><img style="width:300px" alt=表></p>')
    assert found.blocks == (Picture("表", Place(1, 1)), Paragraph("甲", Place(1, 1)))


@pytest.mark.parametrize(
    "serialised",
    [
        '<html><body><p title="a<b>c" class="x">甲</p></body></html>',
        '<html><body><p title="&lt;">甲<!-- <p>乙 > --></p></body></html>',
        '<html><body><p a<b="">甲</p><!----></body></html>',
        '<html><body><p title=">a<!--b">甲</p></body></html>',
        '<html><body><button title=">a<b">乙</button>甲</body></html>',
        "<html><body><p>甲</p>< b>乙<</body></html>",
    ],
)
def test_a_parser_need_not_write_angles_as_entities(serialised: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from selectolax import lexbor

    class Parser:
        html = serialised

        def __init__(self, text: str) -> None:
            pass

        def strip_tags(self, tags: list[str]) -> None:
            pass

    monkeypatch.setattr(lexbor, "LexborHTMLParser", Parser)
    assert [node.value for node in tree_of(source_of(b"<p>")).nodes if not node.tag] == ["甲"]


CUT: dict[str, tuple[str, list[int]]] = {
    "whole tags": ("<p>甲<div class=x>乙", [0, 4]),
    "a sign for more within quotes": ('<p title="甲>乙">丙<div>', [0, 16]),
    "a sign for less within a tag": ("<p x<div>甲", [0, 4]),
    "the page ends within a tag": ("<p>甲<div title=x", [0, 4]),
    "an open quote": ("<p title='甲><div>乙", [0, 12]),
}


@pytest.mark.parametrize(("page", "offsets"), CUT.values(), ids=CUT)
def test_tags_are_told_apart(page: str, offsets: list[int]) -> None:
    assert source_of(page.encode()).offsets == offsets
