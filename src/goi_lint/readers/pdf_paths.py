"""What is drawn on a page of a PDF: thin straight strokes and boxes, pictures, also inside form objects."""

from __future__ import annotations

from itertools import pairwise, repeat

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_PDF_PAGE_OBJECTS
from goi_lint.readers.pdf_calls import Floats, bare
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

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
        from ctypes import byref, c_int

        self.raw = raw
        self.rulings: list[Frame] = []
        self.pictures: list[Frame] = []
        self.left = MAX_PDF_PAGE_OBJECTS
        self.edges, self.point, self.numbers = Floats(4), Floats(2), Floats(6)
        self.fill, self.stroke = c_int(), c_int()
        self.mode = byref(self.fill), byref(self.stroke)
        self.count_of, self.mode_of = bare("FPDFPath_CountSegments"), bare("FPDFPath_GetDrawMode")
        self.bounds_of, self.matrix_of = bare("FPDFPageObj_GetBounds"), bare("FPDFPageObj_GetMatrix")
        self.segment_of, self.point_of = bare("FPDFPath_GetPathSegment"), bare("FPDFPathSegment_GetPoint")
        self.kind_of = bare("FPDFPathSegment_GetType")

    def take(self, things: list[Any], matrix: Matrix, depth: int) -> None:
        """Take objects; what a form object holds is taken by its own matrix."""
        raw = self.raw
        text, path = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH
        kinds = map(bare("FPDFPageObj_GetType"), things)
        for thing, kind in [pair for pair in zip(things, kinds, strict=True) if pair[1] != text]:
            if kind == path:
                frame = self._bounds(thing, matrix)
                if frame and not self._thin(frame):
                    self._parts(thing, matrix)
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
        self.take(list(map(bare("FPDFFormObj_GetObject"), repeat(thing), range(count))), inner, depth + 1)

    def _matrix(self, thing: Any) -> Matrix:
        if not self.matrix_of(thing, self.numbers.whole):
            return _IDENTITY
        found: Matrix = self.numbers.read()
        return found

    def _thin(self, frame: Frame) -> bool:
        """Take a frame as a ruling if it is one."""
        left, bottom, right, top = frame
        if right - left > _THIN and top - bottom > _THIN:
            return False
        self.rulings.append(frame)
        return True

    def _bounds(self, thing: Any, matrix: Matrix) -> Frame | None:
        """Return where an object stands."""
        if not self.bounds_of(thing, *self.edges.each):
            return None
        frame: Frame = self.edges.read()
        return frame if matrix is _IDENTITY else _around([_at(matrix, frame[:2]), _at(matrix, frame[2:])])

    def _parts(self, thing: Any, matrix: Matrix) -> None:
        """Take the thin parts of a path that has several, and the edges of what is drawn with a pen."""
        count = self.count_of(thing)
        if count < 0 or not self.mode_of(thing, *self.mode):
            return
        self.spend(count)
        parts = self._outlines(thing, _times(self._matrix(thing), matrix), count)
        edges = self.stroke.value or len(parts) > 1
        for points in parts:
            if not self._thin(_around(points)) and edges:
                self._edges(points)

    def _edges(self, points: list[Point]) -> None:
        """Take the thin ones of the lines from point to point."""
        take = self.rulings.append
        for (x, y), (u, v) in pairwise(points):
            left, right = (x, u) if x < u else (u, x)
            bottom, top = (y, v) if y < v else (v, y)
            if right - left <= _THIN or top - bottom <= _THIN:
                take((left, bottom, right, top))

    def _outlines(self, thing: Any, matrix: Matrix, count: int) -> list[list[Point]]:
        """Return the points of every part of a path; a curve counts by its points.

        Where pdfium says that a part is closed, its last point is the first one again: that need not be asked.
        """
        a, b, c, d, e, f = matrix
        segments = list(map(self.segment_of, repeat(thing), range(count)))
        at_x, at_y = self.point.each
        places = self.point.after(map(self.point_of, segments, repeat(at_x), repeat(at_y)))
        points = [(a * x + c * y + e, b * x + d * y + f) for _, (x, y) in places]
        begins, kinds = self.raw.FPDF_SEGMENT_MOVETO, list(map(self.kind_of, segments))
        if begins not in kinds[1:]:
            return [points] if count > 1 else []
        starts = [0, *(at for at, kind in enumerate(kinds) if kind == begins and at), count]
        return [points[start:end] for start, end in pairwise(starts) if end - start > 1]


def drawn(page: Any) -> Drawn:
    """Return what is drawn on a loaded page; raise `ReadError` where that is too much."""
    from pypdfium2 import raw

    drawing = _Drawing(raw)
    count = raw.FPDFPage_CountObjects(page)
    drawing.spend(count)
    drawing.take(list(map(bare("FPDFPage_GetObject"), repeat(page), range(count))), _IDENTITY, 0)
    return Drawn(drawing.rulings, drawing.pictures)


def _around(points: list[Point]) -> Frame:
    xs, ys = zip(*points, strict=True)
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
