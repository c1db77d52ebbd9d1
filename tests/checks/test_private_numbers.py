"""Identity numbers, mobiles and bank cards are told from other numbers of their length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.checks.private_numbers import is_identity, private_numbers

NONE: dict[str, tuple[str, str]] = {
    "wrong checksum": ("identity_number", "220102198503071211"),
    "no such region": ("identity_number", "290102198503071210"),
    "no such day": ("identity_number", "220102198502300007"),
    "born in another century": ("identity_number", "110105212012310021"),
    "seventeen digits": ("identity_number", "22010219850307121"),
    "nineteen digits": ("identity_number", "2201021985030712100"),
    "in an address of a site": ("identity_number", "www.a.gov.cn/220102198503071210.html"),
    "behind a letter": ("identity_number", "t220102198503071210"),
    "masked identity number": ("identity_number", "220102********1210"),
    "social credit code": ("identity_number", "11220104013752049Q"),
    "ten digits": ("mobile", "1390000111"),
    "twelve digits": ("mobile", "139000011112"),
    "no network": ("mobile", "12900001111"),
    "landline": ("mobile", "0431-81180127"),
    "masked mobile": ("mobile", "139****1111"),
    "mailbox": ("mobile", "13900001111@163.com"),
    "number of an article": ("mobile", "content_13900001111.html"),
    "decimal figure": ("mobile", "13900001111.5"),
    "thousands": ("mobile", "13,900,001,111"),
    "grouped otherwise": ("mobile", "1390 000 1111"),
    "card with a wrong checksum": ("bank_card", "6228480012345678904"),
    "card of fifteen digits": ("bank_card", "622848001234567"),
    "no issuer": ("bank_card", "7228480012345678903"),
}
FOUND: dict[str, tuple[str, str, str]] = {
    "identity number": ("identity_number", "身份证220102198503071210。", "220***********1210"),
    "with X": ("identity_number", "11010519491231002x", "110***********002X"),
    "with blanks": ("identity_number", "220102 19850307 1210", "220***********1210"),
    "full width": ("identity_number", "２２０１０２１９８５０３０７１２１０", "220***********1210"),
    "mobile": ("mobile", "张某（13900001111）", "139****1111"),
    "mobile with dashes": ("mobile", "139-0000-1111", "139****1111"),
    "mobile with blanks": ("mobile", "139 0000 1111", "139****1111"),
    "mobile with the country": ("mobile", "+86 13900001111", "139****1111"),
    "card of nineteen digits": ("bank_card", "6228480012345678903", "622************8903"),
    "card in groups": ("bank_card", "6217 0012 3456 7893", "621*********7893"),
}


@pytest.mark.parametrize(("kind", "text"), NONE.values(), ids=NONE)
def test_other_numbers(kind: str, text: str) -> None:
    assert list(private_numbers(text, kind, 2024)) == []


@pytest.mark.parametrize(("kind", "text", "masked"), FOUND.values(), ids=FOUND)
def test_private_numbers(kind: str, text: str, masked: str) -> None:
    assert [number.masked for number in private_numbers(text, kind, 2024)] == [masked]


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_found_out(at: int, by: int) -> None:
    """The checksum finds every single wrong digit."""
    digits = "220102198503071210"
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    assert is_identity(digits, 2024)
    assert not is_identity(wrong, 2024)
