"""Where things stand on a page of a PDF as it is read: from the upper left corner, the right way up."""

from __future__ import annotations

from goi_lint.readers.pdf_paths import Frame
from goi_lint.tuples import NamedTuple


class Turned(NamedTuple):
    """How the file's coordinates become those of the page as it is read, `turns` quarters clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def box(self, frame: Frame) -> Frame:
        """Return left, top, right and bottom as seen from the upper left corner."""
        left, bottom, right, top = frame
        if self.turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the page."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turns % 2 else (wide, high)

    def on_paper(self, frames: list[Frame]) -> list[Frame]:
        """Return frames as they are seen, cut at the edges of the page; those outside are left out."""
        wide, high = self.size
        x, y = self.left, self.top
        if self.turns:
            seen = list(map(self.box, frames))
        else:
            seen = [(left - x, y - top, right - x, y - bottom) for left, bottom, right, top in frames]
        if not [box for box in seen if box[0] < 0 or box[1] < 0 or box[2] > wide or box[3] > high]:
            return seen
        return [
            (max(left, 0.0), max(top, 0.0), min(right, wide), min(bottom, high))
            for left, top, right, bottom in seen
            if left <= wide and right >= 0 and top <= high and bottom >= 0
        ]
