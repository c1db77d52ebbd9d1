from __future__ import annotations

import pytest

from goi_lint.model.document import Block, Document, Grid, GridCell, Paragraph, Picture, Place
from goi_lint.readers import html


def p(line: int, text: str, level: int | None = None, end: int | None = None) -> Paragraph:
    return Paragraph(text, Place(line, end or line), level)


def cell(line: int, text: str, at: tuple[int, int], span: tuple[int, int] = (1, 1)) -> GridCell:
    return GridCell(text, Place(line, line), *at, *span)


def grid(line: int, width: int, *cells: GridCell, end: int | None = None) -> Grid:
    return Grid(cells, width, Place(line, end or line))


READ: dict[str, tuple[str, list[Block]]] = {
    "paragraphs": ("<p>甲</p>\n<p> 乙\n 丙 </p><div>丁<div>戊</div>己</div>",
                   [p(1, "甲"), p(2, "乙丙", end=3), p(3, "丁"), p(3, "戊"), p(3, "己")]),
    "headings": ("<h1>标题</h1><h3>一、<b>总体</b>情况</h3>", [p(1, "标题", 1), p(1, "一、总体情况", 3)]),
    "blanks": ("<p>a \n b&nbsp;&nbsp;c</p><p>&nbsp;</p><p>　　甲</p>", [p(1, "a b\xa0\xa0c", end=2), p(2, "　　甲")]),
    "hidden text": ('<p>甲<span style="DISPLAY: none">乙</span></p><div hidden>丙<p>丁</p></div><style>p>a</style>'
                    '<script>"<p>戊</p>"</script><noscript><p>己</p></noscript><template><p>庚</p></template>',
                    [p(1, "甲")]),
    "pictures": ('<p>甲<img src="a.png" alt="表三">乙</p><img src=b width=16>',
                 [Picture("表三", Place(1, 1)), p(1, "甲乙")]),
    "a table": ("<table><caption>表</caption>\n<tr><td rowspan=2>甲</td><td colspan='2'>乙<br>丙</td></tr>\n"
                "<tr><td>&nbsp;</td><td><p>丁</p><p>戊</p></td></tr></table>",
                [p(1, "表"), grid(1, 3, cell(2, "甲", (0, 0), (2, 1)), cell(2, "乙\n丙", (0, 1), (1, 2)),
                                  cell(3, "", (1, 1)), cell(3, "丁\n戊", (1, 2)), end=3)]),
    "a layout table": ("<table><tr><td><p>甲</p><table><tr><td>乙<td>丙</table></td></tr></table>",
                       [p(1, "甲"), grid(1, 2, cell(1, "乙", (0, 0)), cell(1, "丙", (0, 1)))]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "blocks"), READ.values(), ids=READ)
def test_blocks(text: str, blocks: list[Block]) -> None:
    assert html.read(text.encode(), "a.html") == Document("a.html", "html", tuple(blocks), whole=True)
