"""What PDFs may do that office programs seldom do: turned pages, forms in forms, bold type, scans, damage."""

from __future__ import annotations

import pytest

from data.made_pdf import Sheet, ruled, shown, stream, table, words, write
from goi_lint.errors import ReadError
from goi_lint.model.document import Grid, Place
from goi_lint.readers import pdf

ROWS = (("自然人", "总计"), ("12", "13"))
CELLS = [("自然人", 0, 0, 1, 1), ("总计", 0, 1, 1, 1), ("12", 1, 0, 1, 1), ("13", 1, 1, 1, 1)]
TITLE = "标题在上面"
TABLE = table(ROWS, 100, 400) + shown(TITLE, 100, 450)
PICTURE = "q 595 0 0 842 0 0 cm /P Do Q\n"


def contents(data: bytes) -> list[object]:
    """Return texts and tables; a picture is None."""
    return [
        [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in block.cells]
        if isinstance(block, Grid)
        else block.text or None
        for block in pdf.read(data, "report.pdf").blocks
    ]


def label(matrix: str, y: float) -> Sheet:
    """Return a table of two cells; the first holds a turned label."""
    cells = ruled((100, 150, 300), (500, 560)) + shown("自然人", 130, y, 12, matrix) + shown("12", 200, 520)
    return Sheet(shown(TITLE, 100, 600) + cells)


LABELLED: list[object] = [TITLE, [("自然人", 0, 0, 1, 1), ("12", 0, 1, 1, 1)]]
READ: dict[str, tuple[list[Sheet], list[object]]] = {
    **{
        f"rulings as {how}": ([Sheet(table(ROWS, 100, 700, how=how))], [CELLS])
        for how in ("lines", "thin", "path", "boxes")
    },
    "all in a form object that is enlarged": (
        [Sheet("q 2 0 0 2 50 50 cm /X0 Do Q", forms=[table(ROWS, 100, 300, 50)])],
        [CELLS],
    ),
    "a form in a form": (
        [Sheet("q 1 0 0 1 50 50 cm /X0 Do Q", forms=["q .5 0 0 .5 9 9 cm /X1 Do Q", table(ROWS, 100, 700)])],
        [CELLS],
    ),
    "text outside of the part that is shown": (
        [Sheet(table(ROWS, 100, 700) + shown("外面", 20, 20), entries="/CropBox[90 500 400 720]")],
        [CELLS],
    ),
    "a page whose corner is not zero": ([Sheet(TABLE, box=(50, 100, 645, 942))], [TITLE, CELLS]),
    "a page turned as its text is": (
        [Sheet(f"q 0 1 -1 0 595 0 cm\n{TABLE}Q", entries="/Rotate 90")],
        [TITLE, CELLS],
    ),
    "text that runs upwards": ([Sheet(f"q 0 1 -1 0 595 0 cm\n{TABLE}Q")], [TITLE, CELLS]),
    "text that runs downwards": ([Sheet(f"q 0 -1 1 0 0 842 cm\n{TABLE}Q")], [TITLE, CELLS]),
    "text upside down": ([Sheet(f"q -1 0 0 -1 595 842 cm\n{TABLE}Q")], [TITLE, CELLS]),
    "a page upside down, its text not": ([Sheet(TABLE, entries="/Rotate 180")], [TITLE, CELLS]),
    "a label that runs upwards": ([label("0 1 -1 0", 505)], LABELLED),
    "a label that runs downwards": ([label("0 -1 1 0", 555)], LABELLED),
    "bold type by printing twice": (
        [Sheet(shown("加粗的字", 100, 700) + shown("加粗的字", 100.4, 700.2) + shown("112", 100, 600) * 2)],
        ["加粗的字", "112"],
    ),
    "each character printed twice at once": (
        [
            Sheet(
                "".join(
                    shown(sign, 100 + 12 * at, 700) + shown(sign, 100.3 + 12 * at, 700)
                    for at, sign in enumerate("加粗的的字")
                )
            )
        ],
        ["加粗的的字"],
    ),
    "hidden text over a scan": (
        [
            Sheet(
                PICTURE + "".join(shown("图片上的文字", 100, y, mode=3) for y in (700, 650, 600, 550)),
                picture=True,
            )
        ],
        ["图片上的文字"] * 4,
    ),
    "one page of two a scan": ([Sheet(PICTURE, picture=True), Sheet(shown(TITLE, 100, 700))], [None, TITLE]),
    "a seal": ([Sheet("q 90 0 0 90 400 100 cm /P Do Q\n" + shown(TITLE, 100, 700), picture=True)], [TITLE]),
    "a table as a picture": (
        [
            Sheet(
                f"q 400 0 0 200 100 300 cm /P Do Q\n{shown(TITLE, 100, 700)}{shown('下文', 100, 200)}",
                picture=True,
            )
        ],
        [TITLE, None, "下文"],
    ),
    "a border around the page": (
        [Sheet(ruled((30, 565), (30, 812)) + TABLE)],
        [TITLE, CELLS],
    ),
    "one box with lines": (
        [Sheet(ruled((100, 400), (600, 700)) + shown("第一行", 110, 680) + shown("第二行", 110, 650))],
        ["第一行", "第二行"],
    ),
    "a number broken for lack of room": (
        [Sheet(ruled((100, 130, 300), (600, 640)) + shown("1234", 102, 625) + shown("56", 102, 611))],
        [[("123456", 0, 0, 1, 1), ("", 0, 1, 1, 1)]],
    ),
    "page numbers and running heads": (
        [
            Sheet(shown("办公室文件", 250, 810) + shown(f"第{page}段。", 100, 500) + shown(foot, 290, 30))
            for page, foot in enumerate(("— 1 —", "第2页 共3页", "3/3"), 1)
        ],
        ["第1段。", "第2段。", "第3段。"],
    ),
    "characters whose boxes are as small as they are": (
        [
            Sheet(
                shown("邮箱", 100, 700)
                + shown("a", 124, 700)
                + shown("_", 130, 698, 2)
                + shown("b", 131, 700)
            )
        ],
        ["邮箱a_b"],
    ),
    "a watermark across the table": (
        [Sheet(TABLE + shown("内部资料", 60, 300, 60, "0.7 0.7 -0.7 0.7"))],
        [TITLE, CELLS],
    ),
    "a table without outer rulings": (
        [Sheet("100 370 m 260 370 l S\n180 340 m 180 400 l S\n" + words(ROWS, 100, 400))],
        [CELLS],
    ),
    "a table open at its sides": (
        [
            Sheet(
                "".join(f"100 {y} m 260 {y} l S\n" for y in (340, 370, 400))
                + "180 340 m 180 400 l S\n"
                + words(ROWS, 100, 400)
            )
        ],
        [CELLS],
    ),
    "merged cells": (
        [
            Sheet(
                "".join(f"{x} 100 m {x} 200 l S\n" for x in (100, 400))
                + "".join(f"100 {y} m 400 {y} l S\n" for y in (100, 200))
                + "200 150 m 400 150 l S\n200 100 m 200 200 l S\n300 100 m 300 150 l S\n"
                + shown("标签", 110, 150)
                + shown("组", 290, 170)
                + shown("1", 250, 120)
                + shown("2", 350, 120)
            )
        ],
        [[("标签", 0, 0, 2, 1), ("组", 0, 1, 1, 2), ("1", 1, 1, 1, 1), ("2", 1, 2, 1, 1)]],
    ),
    "a table over two pages whose margins differ": (
        [Sheet(table(ROWS, 100, 100)), Sheet(table([("3", "4")], 130, 800))],
        [[*CELLS, ("3", 2, 0, 1, 1), ("4", 2, 1, 1, 1)]],
    ),
    "a head that is repeated": (
        [Sheet(table(ROWS, 100, 100)), Sheet(table([ROWS[0], ("3", "4")], 100, 800))],
        [[*CELLS, ("3", 2, 0, 1, 1), ("4", 2, 1, 1, 1)]],
    ),
    "two tables with text between them": (
        [Sheet(table(ROWS, 100, 100)), Sheet(shown("四、下一部分", 100, 810) + table(ROWS, 100, 700))],
        [CELLS, "四、下一部分", CELLS],
    ),
    "a row that a page cuts in two": (
        [
            Sheet(table([("项目", "数量"), ("行政事业性收", "5")], 100, 100)),
            Sheet(table([("费", "")], 100, 800)),
        ],
        [
            [
                ("项目", 0, 0, 1, 1),
                ("数量", 0, 1, 1, 1),
                ("行政事业性收\n费", 1, 0, 1, 1),
                ("5", 1, 1, 1, 1),
            ]
        ],
    ),
    "blank cells above and below a page's end": (
        [Sheet(table([("行政处罚", "")], 100, 100)), Sheet(table([("行政强制", "5")], 100, 800))],
        [[("行政处罚", 0, 0, 1, 1), ("", 0, 1, 1, 1), ("行政强制", 1, 0, 1, 1), ("5", 1, 1, 1, 1)]],
    ),
    "columns without rulings": (
        [Sheet(words([("规章", "0", "12"), ("许可", "3", "4")], 100, 700))],
        ["规章\t0\t12", "许可\t3\t4"],
    ),
    "a number that is no page's": (
        [Sheet(shown("共收到", 100, 700) + shown("12", 100, 500))],
        ["共收到", "12"],
    ),
}


@pytest.mark.parametrize("case", READ)
def test_it_is_read(case: str) -> None:
    sheets, expected = READ[case]
    assert contents(write(sheets)) == expected


GOOD = write([Sheet(TABLE)])
NUMBERED_SCANS = [Sheet(PICTURE + shown(f"第{page}页", 280, 30), picture=True) for page in (1, 2)]
REFUSED = {
    "a scan": (write([Sheet(PICTURE, picture=True)] * 3), "扫描件"),
    "a scan with page numbers": (write(NUMBERED_SCANS), "扫描件"),
    "an empty page": (write([Sheet("")]), "没有任何文字"),
    "no pages": (write([]), "没有页面"),
    "glyphs without characters": (write([Sheet(shown(TITLE, 100, 700))], mapped=False), "缺少字符映射"),
    "cut off": (GOOD[:300], "已损坏"),
    "its mark alone": (b"%PDF-1.7\n", "已损坏"),
    "nothing of it": (b"%PDF-1.7\n" + bytes(5000), "已损坏"),
    "a password": (
        write(
            [Sheet(TABLE)],
            trailer="/Encrypt<</Filter/Standard/V 1/R 2/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">/P -4>>"
            "/ID[<00><00>]",
        ),
        "加密",
    ),
    "an unknown lock": (
        write([Sheet(TABLE)], trailer="/Encrypt<</Filter/Strange/V 1>>/ID[<00><00>]"),
        "加密",
    ),
    "too many pages": (write([Sheet("")] * 501), "501 页"),
    "too many characters": (
        write([Sheet("".join(shown("字" * 590, 0, y * 8, 1) for y in range(100)))]),
        "字符过多",
    ),
    "too many objects": (write([Sheet("0 0 m 9 9 l S\n" * 100_001)]), "图形过多"),
    "too many rulings": (
        write([Sheet(TABLE + ruled([at * 9 for at in range(1200)], (0, 10)), box=(0, 0, 11000, 800))]),
        "线条过多",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused(case: str) -> None:
    data, why = REFUSED[case]
    with pytest.raises(ReadError) as caught:
        pdf.read(data, "report.pdf")
    assert why in caught.value.cause.zh


def test_places_count_blocks_and_cells() -> None:
    document = pdf.read(write([Sheet(TABLE), Sheet(shown("下一页", 100, 700))]), "report.pdf")
    title, grid, after = document.blocks
    assert isinstance(grid, Grid)
    assert [title.place, grid.place, after.place] == [
        Place(page=1, paragraph=1, end_paragraph=1),
        Place(page=1, paragraph=2, end_paragraph=5),
        Place(page=2, paragraph=6, end_paragraph=6),
    ]
    assert [cell.place.paragraph for cell in grid.cells] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("data", "taken"),
    [
        (GOOD, True),
        (b"\n\n" + GOOD, True),
        (b"HTTP/1.1 200 OK\r\n\r\n" + GOOD, True),
        ("文件以 %PDF- 开头。".encode(), False),
        (stream(b""), False),
    ],
    ids=["PDF", "blank lines before it", "some bytes before it", "text about PDF", "something else"],
)
def test_it_is_recognised_by_its_content(data: bytes, taken: bool) -> None:
    assert pdf.recognises(data, "report.txt") is taken
