"""Telephone area codes and the places they serve, as the package `phonenumbers` gives them."""

from __future__ import annotations

import os
from functools import cache

_FILE = os.path.join(os.path.dirname(__file__), "area_codes.json")
_LENGTHS = (4, 3)
"""Codes with their 0; no code of four digits begins with one of three."""


@cache
def _codes() -> dict[str, dict[str, list[str]]]:
    import json

    with open(_FILE, "rb") as file:
        codes: dict[str, dict[str, list[str]]] = json.load(file)["codes"]
    return codes


def _served(code: str, what: str) -> frozenset[str]:
    known = _codes().get(code)
    return frozenset(known[what]) if known else frozenset()


def is_area_code(code: str) -> bool:
    """Tell whether `code`, printed with its 0 (`0431`), is an area code."""
    return code in _codes()


def provinces_of(code: str) -> frozenset[str]:
    """Return the keys of the provinces that a code (`0431`) serves; none for an unknown code."""
    return _served(code, "provinces")


def cities_of(code: str) -> frozenset[str]:
    """Return the official names of the cities that a code is known to serve; the list may lack some.

    A county that its province administers itself (仙桃市) stands for itself.
    """
    return _served(code, "cities")


def all_codes() -> tuple[str, ...]:
    """Return every area code, in ascending order."""
    return tuple(_codes())


def split(digits: str) -> tuple[str, str] | None:
    """Part a run of digits into area code and the rest (`043181180127`: `0431`, `81180127`).

    Blanks between the digits are left out. None where no area code leads it.
    """
    run = "".join(digits.split())
    for length in _LENGTHS:
        if is_area_code(run[:length]):
            return run[:length], run[length:]
    return None
