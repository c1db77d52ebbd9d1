"""PDFs written by hand, operator by operator: what no office program prints on demand."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

A4 = (0, 0, 595, 842)
_TEXT = "/S1/"
_BOX = b"%d 0 0 -120 %d 880 d1 50 -80 %d 860 re f"


def shown(text: str, x: float, y: float, size: float = 12, matrix: str = "1 0 0 1", mode: int = 0) -> str:
    """Return the operators that show a text from (x, y) on; `matrix` turns it, `mode` 3 hides it.

    The text stands between two marks: `write` puts the font's codes there.
    """
    return f"BT {mode} Tr /F {size} Tf {matrix} {x} {y} Tm {_TEXT}{text.encode('utf-16-be').hex()}{_TEXT} Tj ET\n"


def ruled(xs: Sequence[float], ys: Sequence[float], how: str = "lines") -> str:
    """Return the operators that rule off a table: as lines, thin boxes, or a box with a pen for each cell."""
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    if how == "lines":
        pieces = [f"{x} {bottom} m {x} {top} l S" for x in xs] + [f"{left} {y} m {right} {y} l S" for y in ys]
    elif how == "thin":
        pieces = [f"{x} {bottom} 0.5 {top - bottom} re f" for x in xs]
        pieces += [f"{left} {y} {right - left} 0.5 re f" for y in ys]
    elif how == "path":
        pieces = [f"{x} {bottom} m {x} {top} l" for x in xs] + [f"{left} {y} m {right} {y} l" for y in ys]
        pieces.append("S")
    else:
        boxes = [(x, y, x1 - x, y1 - y) for x, x1 in _steps(xs) for y, y1 in _steps(ys)]
        pieces = [f"{x} {y} {wide} {high} re S" for x, y, wide, high in boxes]
    return "\n".join(pieces) + "\n"


def _steps(places: Iterable[float]) -> list[tuple[float, float]]:
    ordered = sorted(places)
    return list(pairwise(ordered))


def table(
    rows: Sequence[Sequence[str]], x: float, y: float, wide: float = 80, high: float = 30, how: str = "lines"
) -> str:
    """Return the operators of a ruled table whose upper left corner is (x, y)."""
    xs = [x + wide * at for at in range(len(rows[0]) + 1)]
    ys = [y - high * at for at in range(len(rows) + 1)]
    return ruled(xs, ys, how) + words(rows, x, y, wide, high)


def words(rows: Sequence[Sequence[str]], x: float, y: float, wide: float = 80, high: float = 30) -> str:
    """Return the operators that show the cells of such a table."""
    return "".join(
        shown(text, x + wide * column + 4, y - high * row - 19)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its operators; `entries` go into the page's dictionary, `forms` are drawn by `/X0 Do` and so on."""

    operators: str
    box: Sequence[float] = A4
    entries: str = ""
    forms: Sequence[str] = ()
    picture: bool = field(default=False)


def write(sheets: Sequence[Sheet], mapped: bool = True, trailer: str = "") -> bytes:
    """Return a PDF with those pages; `mapped`: the font says which characters its glyphs are."""
    texts = [bytes.fromhex(text).decode("utf-16-be") for sheet in sheets for text in _texts(sheet)]
    codes = {sign: code for code, sign in enumerate(sorted(set("".join(texts))), 1)}
    objects = {
        3: _font(codes, mapped),
        4: stream(_BOX % (1000, 1000, 900)),
        5: stream(_BOX % (500, 500, 400)),
    }
    objects[6] = stream(_map(codes))
    objects[7] = stream(
        bytes(64), b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    pages: list[int] = []
    for sheet in sheets:
        number = max(objects) + 1
        forms = dict(enumerate(sheet.forms, number + 2))
        drawn = "".join(f"/X{at} {form} 0 R" for at, form in enumerate(forms)) + (
            "/P 7 0 R" if sheet.picture else ""
        )
        resources = f"<</Font<</F 3 0 R>>/XObject<<{drawn}>>>>"
        box = " ".join(map(str, sheet.box))
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Resources{resources}/Contents {number + 1} 0 R"
            f"{sheet.entries}>>"
        ).encode()
        objects[number + 1] = stream(_coded(sheet.operators, codes))
        for form, operators in forms.items():
            entries = f"/Type/XObject/Subtype/Form/BBox[-2000 -2000 2000 2000]/Resources{resources}"
            objects[form] = stream(_coded(operators, codes), entries.encode())
        pages.append(number)
    kids = " ".join(f"{number} 0 R" for number in pages)
    objects[1] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()
    return assembled(objects, trailer)


def _texts(sheet: Sheet) -> list[str]:
    return [text for operators in (sheet.operators, *sheet.forms) for text in operators.split(_TEXT)[1::2]]


def _coded(operators: str, codes: Mapping[str, int]) -> bytes:
    """Return operators with the font's codes for the texts."""
    pieces = operators.split(_TEXT)
    for at in range(1, len(pieces), 2):
        text = bytes.fromhex(pieces[at]).decode("utf-16-be")
        pieces[at] = "<" + "".join(f"{codes[sign]:02x}" for sign in text) + ">"
    return "".join(pieces).encode()


def _font(codes: Mapping[str, int], mapped: bool) -> bytes:
    """Return a font all of whose characters are boxes, ASCII half as wide as the others."""
    names = "".join(f"/{'h' if sign.isascii() else 'w'}{code}" for sign, code in codes.items())
    drawn = "".join(
        f"/{'h' if sign.isascii() else 'w'}{code} {5 if sign.isascii() else 4} 0 R"
        for sign, code in codes.items()
    )
    widths = " ".join("500" if sign.isascii() else "1000" for sign in codes)
    return (
        "<</Type/Font/Subtype/Type3/FontBBox[0 -120 1000 880]/FontMatrix[0.001 0 0 0.001 0 0]"
        f"/FirstChar 1/LastChar {len(codes)}/Widths[{widths}]/CharProcs<<{drawn}>>"
        f"/Encoding<</Type/Encoding/Differences[1{names}]>>/Resources<<>>{'/ToUnicode 6 0 R' if mapped else ''}>>"
    ).encode()


def _map(codes: Mapping[str, int]) -> bytes:
    lines = "\n".join(f"<{code:02x}> <{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(codes)} beginbfchar\n{lines}\nendbfchar\n"
        "endcmap end end"
    ).encode()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a compressed stream."""
    packed = zlib.compress(data)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (entries, len(packed), packed)


def assembled(objects: Mapping[int, bytes], trailer: str = "") -> bytes:
    """Return a file of the numbered objects, the first of which is its catalogue."""
    data = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: list[bytes] = []
    for number in range(1, max(objects) + 1):
        places.append(b"%010d 00000 n \n" % len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(places)
    size = len(places) + 1
    return bytes(data) + f"trailer <</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
