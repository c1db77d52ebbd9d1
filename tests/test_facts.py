from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from goi_lint.errors import Words
from goi_lint.facts import fact_words, identifying
from goi_lint.model.document import NOWHERE, Place

TERMS = {"blank": Words("空白", "blank"), "none": Words("", "")}

WRITTEN = {
    "text": ("（一）予以公开", "（一）予以公开", "（一）予以公开"),
    "code": ("blank", "空白", "blank"),
    "code without words": ("none", "", ""),
    "words": (Words("行", "row"), "行", "row"),
    "whole number": (12, "12", "12"),
    "trailing zeros": (Decimal("3.500"), "3.5", "3.5"),
    "zeros before the point": (Decimal("1200"), "1200", "1200"),
    "exponent": (Decimal("1E+3"), "1000", "1000"),
    "tiny amount": (Decimal("1E-7"), "0.0000001", "0.0000001"),
    "negative zero": (Decimal("-0.0"), "0", "0"),
    "thirty digits": (Decimal("123456789012345678901234567890"), *["123456789012345678901234567890"] * 2),
    "date": (datetime.date(2024, 1, 5), "2024-01-05", "2024-01-05"),
    "nothing": (None, "", ""),
    "line": (Place(line=5, end_line=6), "第 5 行", "line 5"),
    "page": (Place(page=3), "第 3 页", "page 3"),
    "paragraph": (Place(paragraph=7), "第 7 段", "paragraph 7"),
    "no place": (NOWHERE, "", ""),
    "several": (("blank", 2, Place(line=9)), "空白、2、第 9 行", "blank, 2, line 9"),
    "six": (tuple(range(6)), "0、1、2、3、4、5", "0, 1, 2, 3, 4, 5"),
    "seven": (tuple(range(7)), "0、1、2、3、4、5 等 7 处", "0, 1, 2, 3, 4, 5 … 7 in all"),
    "none of several": ((), "", ""),
}


@pytest.mark.parametrize(("value", "zh", "en"), WRITTEN.values(), ids=WRITTEN)
def test_written(value: object, zh: str, en: str) -> None:
    assert fact_words(value, TERMS) == Words(zh, en)


def test_places_identify_nothing_and_codes_stand_for_themselves() -> None:
    assert identifying(("blank", Place(line=5), Decimal("2.0"))) == "blank\x1e\x1e2"
    assert identifying(Place(line=5)) == identifying(Place(line=6)) == ""
