from __future__ import annotations

from pathlib import Path

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
    "breaks part lines": ("<div>一、总体<br>甲<br/><br/>&nbsp;&nbsp;乙<br>电话：1</div>丙<br>丁",
                          [p(1, "一、总体"), p(1, "甲"), p(1, "\xa0\xa0乙"), p(1, "电话：1"), p(1, "丙"), p(1, "丁")]),
    "breaks within a heading": ("<h2>某县\n<br>年度报告</h2>", [p(1, "某县\n年度报告", 2, end=2)]),
    "breaks within a sentence": ("<p>全年收到申请，<br>办结5件。<br>二是" + "甲" * 30 + "<br>乙。<br>（二）丙</p>",
                                 [p(1, "全年收到申请，\n办结5件。"),
                                  p(1, "二是" + "甲" * 30 + "\n乙。"), p(1, "（二）丙")]),
    "rules part lines": ("<div>甲<hr>乙</div><div>丙</div>丁", [p(1, "甲"), p(1, "乙"), p(1, "丙"), p(1, "丁")]),
    "comments": ("<p>甲<!-- <p>乙</p> -->丙</p><!--\n丁-->戊", [p(1, "甲丙"), p(2, "戊")]),
    "a text that a comment holds too": ("<p><!--甲\n-->甲</p>", [p(2, "甲")]),
    "a text behind comments that hold it": ("<p>\n<!--甲--><!--\n-->\n甲</p><!---->", [p(4, "甲")]),
    "unknown elements": ("<ucap:content><o:p>甲</o:p></ucap:content><zoom>乙", [p(1, "甲乙")]),
    "lines of entities": ("<p>\n&#x7532;&#20057;</p>", [p(2, "甲乙")]),
    "a value behind a tag of several lines": ("<p\nid=0\n>0</p>", [p(3, "0")]),
    "preformatted lines": ("<pre>甲\n\t规章\t0\n</pre>", [p(1, "甲"), p(2, "\t规章\t0")]),
}  # fmt: skip


PAGES = Path(__file__).parent / "pages"
COUNTY = (
    p(41, "青岭县教育局\n2023年政府信息公开工作年度报告", 1),
    p(47, "　　本报告按照《条例》要求编制，数据统计期限为2023年1月1日至12月31日。", end=48),
    p(49, "如有疑问，请联系青岭县教育局办公室（地址：青岭县书院路6号，邮编：471500，联系电话：0379-6688123）。"),
    p(50, "一、总体情况"),
    p(51, "（一）主动公开。全年公开信息86条，查看目录。"),
    p(51, "（二）依申请公开。全年没有收到申请，上年也没有结转。"),
    p(51, "（三）信息管理。专人维护栏目。"),
    p(53, "二、主动公开政府信息情况"),
    grid(55, 2, cell(56, "第二十条第（五）项", (0, 0), (1, 2)), cell(57, "信息内容", (1, 0)),
         cell(57, "本年处理决定\n数量", (1, 1)), cell(58, "行政许可", (2, 0)), cell(60, "12", (2, 1)), end=60),
    Picture("年报图解", Place(64, 64)),
    p(65, "三、其他"),
    p(66, "无其他需要说明的事项。"),
    p(67, "青岭县教育局"),
    p(68, "2024年1月19日"),
)  # fmt: skip


def test_of_a_page_of_a_site_the_article_is_read() -> None:
    found = html.read((PAGES / "county.html").read_bytes(), "a.html")
    assert found == Document("a.html", "html", COUNTY, whole=True, published=p(38, "发布日期：2024-01-22"))


@pytest.mark.parametrize(("text", "blocks"), READ.values(), ids=READ)
def test_blocks(text: str, blocks: list[Block]) -> None:
    assert html.read(text.encode(), "a.html") == Document("a.html", "html", tuple(blocks), whole=True)
