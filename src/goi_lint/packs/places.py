"""Provinces and cities as packs name them."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.packs.fields import Faults, described, nearest, one_of
from goi_lint.packs.slips import HALF_WIDTH, is_wide
from goi_lint.reference.cities import EXAMPLE, City, city_words, county_words, elsewhere
from goi_lint.reference.gazetteer import units
from goi_lint.reference.provinces import province_called, province_words
from goi_lint.text.yaml_file import Node


def province_of(node: Node, faults: Faults) -> str:
    """Return the key of a province that is named by key or by its Chinese name, short or long; '' after a fault."""
    text = node.value
    expected = Words("应为省份，如 jilin 或 吉林", "expected a province such as jilin or 吉林")
    if isinstance(text, str):
        if key := province_called(text):
            return key
        expected = HALF_WIDTH if is_wide(text) else nearest(text, province_words(), expected)
    faults.at(node, described(node), expected)
    return ""


def city_of(node: Node, faults: Faults, province: str | None = None) -> str:
    """Return the official name of a prefecture, of that province where one is given; '' after a fault."""
    text = node.value if isinstance(node.value, str) else ""
    named = {unit.city: unit.province for unit in units() if unit.city}
    if text and named.get(text) in ((province,) if province else named.values()):
        return text
    if is_wide(text):
        expected = HALF_WIDTH
    elif text in named:
        expected = elsewhere(City(text, named[text]))
    else:
        known = [city for city, home in named.items() if province in (None, home)]
        stem = text.removesuffix("州")
        full = [city for city in known if len(stem) >= 2 and city.startswith(stem)]
        expected = (
            nearest(text, full, one_of(full)) if full else county_words(text) or _none_such(text, known)
        )
    faults.at(node, described(node), expected)
    return ""


def _none_such(text: str, known: list[str]) -> Words:
    example = Words("应为全称，如 长春市", "expected the full name of one, such as 长春市")
    near = nearest(text, known, example)
    return Words(f"没有这个地级市（州、盟、地区）；{near.zh}", f"no prefecture is called so; {near.en}")


def unknown_city(text: str) -> tuple[Words, Words]:
    """Return what was found and what is expected where a text names no prefecture."""
    found = Words(f"没有地级市（州、盟、地区）{text}", f"there is no prefecture {text}")
    return found, county_words(text) or nearest(text, city_words(), EXAMPLE)
