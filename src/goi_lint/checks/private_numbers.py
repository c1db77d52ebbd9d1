"""Numbers that belong to a person: identity numbers with their checksum, mobile telephones, bank cards."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from goi_lint.checks.prose import compiled
from goi_lint.tuples import NamedTuple

_NO_PART = r"(?<![0-9A-Za-z_./=@#%&*-])"
"""What stands before a number that is no part of an address, of a longer number, of a masked one."""
_NO_MORE = r"(?![0-9A-Za-z_/=@*-])(?!\.[0-9A-Za-z])"
_PATTERNS = {
    "identity_number": rf"{_NO_PART}[1-9]\d{{5}}[\s-]?(?:19|20)\d{{6}}[\s-]?\d{{3}}[\dXx]{_NO_MORE}",
    "mobile": rf"{_NO_PART}(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{{4}}[\s-]?\d{{4}}{_NO_MORE}",
    "bank_card": rf"{_NO_PART}(?:62|4|5[1-5])\d{{2,3}}(?:[\s-]?\d{{4}}){{3}}(?:[\s-]?\d{{1,3}})?{_NO_MORE}",
}
_REGION = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])(?!00)"
"""How the codes of regions begin (GB/T 2260)."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_CARD_LENGTHS = range(16, 20)
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


class PrivateNumber(NamedTuple):
    """A number as it stands in a text from `start` to `end`; `digits` leaves blanks and dashes out."""

    kind: str
    digits: str
    start: int
    end: int

    @property
    def masked(self) -> str:
        """The number with all but its beginning and its last four digits hidden: 138****1234."""
        return f"{self.digits[:3]}{'*' * (len(self.digits) - 7)}{self.digits[-4:]}"


def private_numbers(text: str, kind: str, last_year: int) -> Iterator[PrivateNumber]:
    """Yield the numbers of a kind in a text as printed; nobody is born after `last_year`."""
    for match in compiled(_PATTERNS[kind]).finditer(text.translate(_DIGITS)):
        digits = "".join(mark for mark in match[0].upper() if mark.isdecimal() or mark == "X")
        if kind == "mobile":
            digits = digits[-11:]
        if (kind != "identity_number" or is_identity(digits, last_year)) and (
            kind != "bank_card" or _is_card(digits)
        ):
            yield PrivateNumber(kind, digits, *match.span())


def is_identity(digits: str, last_year: int) -> bool:
    """Tell whether 18 characters are an identity number (GB 11643): region, day of birth and checksum are right."""
    year, month, day = int(digits[6:10]), int(digits[10:12]), int(digits[12:14])
    if not compiled(_REGION).match(digits) or not 1900 <= year <= last_year:
        return False
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:17], strict=True))
    return _CHECKS[total % 11] == digits[17]


def _is_card(digits: str) -> bool:
    """Tell whether the number has the length and the checksum of a bank card (Luhn)."""
    if len(digits) not in _CARD_LENGTHS:
        return False
    doubled = [int(digit) * 2 for digit in digits[-2::-2]]
    others = sum(map(int, digits[::-2]))
    return (others + sum(number - 9 if number > 9 else number for number in doubled)) % 10 == 0
