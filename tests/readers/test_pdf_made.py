"""What PDFs may do that office programs seldom do: turned pages, forms in forms, bold type, scans, damage."""

from __future__ import annotations

import pytest

from data.made_pdf import Sheet, ruled, shown, stream, table, write
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
