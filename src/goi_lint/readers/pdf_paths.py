"""What is drawn on a page of a PDF: straight rulings, thin filled boxes, pictures, also inside form objects."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_PDF_PAGE_OBJECTS

Frame = tuple[float, float, float, float]
"""Left, top, right and bottom in points."""
Box = Callable[[float, float, float, float], Frame]
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

_THIN = 3.2
_DEEP = 12
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Line(NamedTuple):
    """A ruling along x (`level`) or y: it stands `at` the other coordinate and goes from `start` to `end`."""

    level: bool
    at: float
    start: float
    end: float


class _Drawing:
    """Gathers the rulings and pictures of one page."""

    def __init__(self, raw: Any, box: Box, size: tuple[float, float]) -> None:
        self.raw, self.box, self.size = raw, box, size
        self.lines: list[Line] = []
        self.pictures: list[Frame] = []
        self.left = MAX_PDF_PAGE_OBJECTS

    def take(self, thing: Any, matrix: Matrix, depth: int) -> None:
        """Take one object; what a form object holds is taken by its own matrix."""
        raw = self.raw
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(thing, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            if frame := self._bounds(thing, matrix):
                self.pictures.append(frame)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEP:
            count = raw.FPDFFormObj_CountObjects(thing)
            self.spend(count)
            inner = _times(_matrix(raw, thing), matrix)
            for index in range(count):
                self.take(raw.FPDFFormObj_GetObject(thing, index), inner, depth + 1)

    def spend(self, count: int) -> None:
        """Count objects against the limit of a page."""
        self.left -= count
        if self.left < 0:
            limit = MAX_PDF_PAGE_OBJECTS
            raise ReadError(
                Words(
                    f"一页上的图形过多（上限 {limit} 个）", f"a page has too many objects (at most {limit})"
                )
            )

    def _path(self, thing: Any, matrix: Matrix) -> None:
        from ctypes import byref, c_int

        fill, stroke = c_int(), c_int()
        if not self.raw.FPDFPath_GetDrawMode(thing, byref(fill), byref(stroke)):
            return
        frame = self._bounds(thing, matrix)
        if frame is None or not (fill.value or stroke.value):
            return
        if not self._thin(frame):
            self._parts(thing, _times(_matrix(self.raw, thing), matrix), bool(stroke.value))

    def _thin(self, frame: Frame) -> bool:
        """Take a frame as a ruling if it is one."""
        left, top, right, bottom = frame
        wide, high = right - left, bottom - top
        if high <= _THIN and wide > high:
            self.lines.append(Line(True, (top + bottom) / 2, left, right))
        elif wide <= _THIN:
            self.lines.append(Line(False, (left + right) / 2, top, bottom))
        else:
            return False
        return True

    def _bounds(self, thing: Any, matrix: Matrix) -> Frame | None:
        """Return where an object stands, cut at the page's edges."""
        from ctypes import byref, c_float

        left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
        if not self.raw.FPDFPageObj_GetBounds(thing, byref(left), byref(bottom), byref(right), byref(top)):
            return None
        corners = ((left.value, bottom.value), (right.value, top.value))
        return self._frame([_at(matrix, point) for point in corners])

    def _frame(self, points: list[Point]) -> Frame | None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, y0, x1, y1 = self.box(min(xs), min(ys), max(xs), max(ys))
        wide, high = self.size
        if not (x0 <= wide and x1 >= 0 and y0 <= high and y1 >= 0):
            return None
        return max(x0, 0.0), max(y0, 0.0), min(x1, wide), min(y1, high)

    def _parts(self, thing: Any, matrix: Matrix, stroke: bool) -> None:
        """Take the thin parts of a path that has several, and the edges of what is drawn with a pen."""
        count = self.raw.FPDFPath_CountSegments(thing)
        if count < 0:
            return
        self.spend(count)
        parts = list(self._outlines(thing, matrix, count))
        for points in parts:
            frame = self._frame(points)
            if frame and not self._thin(frame) and (stroke or len(parts) > 1):
                self._edges(points)

    def _edges(self, points: list[Point]) -> None:
        for pair in pairwise(points):
            if frame := self._frame(list(pair)):
                self._thin(frame)

    def _outlines(self, thing: Any, matrix: Matrix, count: int) -> Iterator[list[Point]]:
        """Yield the points of every part of a path; a curve counts by its last point."""
        from ctypes import byref, c_float

        raw = self.raw
        x, y = c_float(), c_float()
        points: list[Point] = []
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(thing, index)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points
                points = []
            raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            points.append(_at(matrix, (x.value, y.value)))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if len(points) > 1:
            yield points


def drawn(page: Any, box: Box, size: tuple[float, float]) -> tuple[list[Line], list[Frame]]:
    """Return rulings and pictures of a loaded page; raise `ReadError` where there are too many objects."""
    from pypdfium2 import raw

    drawing = _Drawing(raw, box, size)
    count = raw.FPDFPage_CountObjects(page)
    drawing.spend(max(count, 0))
    for index in range(count):
        drawing.take(raw.FPDFPage_GetObject(page, index), _IDENTITY, 0)
    return drawing.lines, drawing.pictures


def _matrix(raw: Any, thing: Any) -> Matrix:
    from ctypes import byref

    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, byref(found)):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does the first and then the second."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _at(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f
