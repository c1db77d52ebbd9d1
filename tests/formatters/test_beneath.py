"""Under a finding between documents stands where in the other ones to look."""

from __future__ import annotations

import pytest

from formatters.samples import SUM
from goi_lint.errors import Words
from goi_lint.formatters.wording_beneath import beneath
from goi_lint.model.document import Place
from goi_lint.model.finding import Location


def at(path: str | None, line: int | None = None) -> Location:
    return Location("document", path=path, place=Place(line=line, end_line=line))


@pytest.mark.parametrize(
    ("related", "zh", "en"),
    [
        ((), "", ""),
        ((at(None, 3),), "", ""),
        ((at("a.txt", 3),), "", ""),
        ((at("named.txt"),), "", ""),
        ((at("b.txt", 3), at("b.txt", 9), at("a.txt", 4)), "另见 b.txt 第 3 行", "see also b.txt line 3"),
        ((at("b.txt"), at("c.txt", 2)), "另见 b.txt、c.txt 第 2 行", "see also b.txt, c.txt line 2"),
        ((at("\x1b.txt"),), "另见 \\x1b.txt", "see also \\x1b.txt"),
        (tuple(at(f"{number}.txt") for number in range(7)), "", ""),
    ],
    ids=["none", "the same", "its own", "named", "once each", "in order", "harmless", "many"],
)
def test_where_else(related: tuple[Location, ...], zh: str, en: str) -> None:
    finding = SUM._replace(
        message=Words("另见 named.txt", "see named.txt"), location=at("a.txt"), related=related, culprit=None
    )
    assert beneath([finding], "zh") == [zh]
    assert beneath([finding], "en") == [en]
