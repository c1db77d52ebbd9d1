"""What is drawn on a page of a PDF: thin straight strokes and boxes, pictures, also inside form objects."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_PDF_PAGE_OBJECTS

Frame = tuple[float, float, float, float]
"""Left, bottom, right and top in points, as the file counts them."""
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

_THIN = 3.2
_DEEPEST = 12
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawn(NamedTuple):
    """The thin frames that may be rulings, and the pictures."""

    rulings: list[Frame]
    pictures: list[Frame]


class _Drawing:
    """Gathers what is drawn on one page."""

    def __init__(self, raw: Any) -> None:
        from ctypes import byref, c_float

        self.raw = raw
        self.rulings: list[Frame] = []
        self.pictures: list[Frame] = []
        self.left = MAX_PDF_PAGE_OBJECTS
        self.edges = [c_float() for _ in range(4)]
        self.at_edges = [byref(edge) for edge in self.edges]
        self.matrix = raw.FS_MATRIX()
        self.at_matrix = byref(self.matrix)

    def take(self, things: Iterator[Any], matrix: Matrix, depth: int) -> None:
        """Take objects; what a form object holds is taken by its own matrix."""
        raw = self.raw
        kind_of, path, text = raw.FPDFPageObj_GetType, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_TEXT
        for thing in things:
            kind = kind_of(thing)
            if kind == path:
                frame = self._bounds(thing, matrix)
                if frame and not self._thin(frame):
                    self._parts(thing, matrix)
            elif kind == text:
                continue
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                if frame := self._bounds(thing, matrix):
                    self.pictures.append(frame)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                self._form(thing, matrix, depth)

    def spend(self, count: int) -> None:
        """Count objects against the limit of a page."""
        self.left -= max(count, 0)
        if self.left < 0:
            limit = MAX_PDF_PAGE_OBJECTS
            raise ReadError(
                Words(
                    f"一页上的图形过多（上限 {limit} 个）", f"a page has too many objects (at most {limit})"
                )
            )

    def _form(self, thing: Any, matrix: Matrix, depth: int) -> None:
        count = self.raw.FPDFFormObj_CountObjects(thing)
        self.spend(count)
        inner = _times(self._matrix(thing), matrix)
        self.take((self.raw.FPDFFormObj_GetObject(thing, index) for index in range(count)), inner, depth + 1)

    def _matrix(self, thing: Any) -> Matrix:
        found = self.matrix
        if not self.raw.FPDFPageObj_GetMatrix(thing, self.at_matrix):
            return _IDENTITY
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _thin(self, frame: Frame) -> bool:
        """Take a frame as a ruling if it is one."""
        left, bottom, right, top = frame
        if right - left > _THIN and top - bottom > _THIN:
            return False
        self.rulings.append(frame)
        return True

    def _bounds(self, thing: Any, matrix: Matrix) -> Frame | None:
        """Return where an object stands."""
        if not self.raw.FPDFPageObj_GetBounds(thing, *self.at_edges):
            return None
        left, bottom, right, top = self.edges
        frame = left.value, bottom.value, right.value, top.value
        return frame if matrix is _IDENTITY else _around([_at(matrix, frame[:2]), _at(matrix, frame[2:])])

    def _parts(self, thing: Any, matrix: Matrix) -> None:
        """Take the thin parts of a path that has several, and the edges of what is drawn with a pen."""
        from ctypes import byref, c_int

        fill, stroke = c_int(), c_int()
        count = self.raw.FPDFPath_CountSegments(thing)
        if count < 0 or not self.raw.FPDFPath_GetDrawMode(thing, byref(fill), byref(stroke)):
            return
        self.spend(count)
        parts = list(self._outlines(thing, _times(self._matrix(thing), matrix), count))
        for points in parts:
            if not self._thin(_around(points)) and (stroke.value or len(parts) > 1):
                for pair in pairwise(points):
                    self._thin(_around(list(pair)))

    def _outlines(self, thing: Any, matrix: Matrix, count: int) -> Iterator[list[Point]]:
        """Yield the points of every part of a path; a curve counts by its points."""
        raw = self.raw
        (x, y, *_), (at_x, at_y, *_) = self.edges, self.at_edges
        points: list[Point] = []
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(thing, index)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points
                points = []
            raw.FPDFPathSegment_GetPoint(segment, at_x, at_y)
            points.append(_at(matrix, (x.value, y.value)))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if len(points) > 1:
            yield points


def drawn(page: Any) -> Drawn:
    """Return what is drawn on a loaded page; raise `ReadError` where that is too much."""
    from pypdfium2 import raw

    drawing = _Drawing(raw)
    count = raw.FPDFPage_CountObjects(page)
    drawing.spend(count)
    drawing.take((raw.FPDFPage_GetObject(page, index) for index in range(count)), _IDENTITY, 0)
    return Drawn(drawing.rulings, drawing.pictures)


def _around(points: list[Point]) -> Frame:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does the first and then the second."""
    if second is _IDENTITY:
        return first
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _at(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f
