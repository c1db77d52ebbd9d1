"""Provinces and cities as packs name them."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.packs.fields import Faults, described, nearest
from goi_lint.reference.gazetteer import province_keys, province_name, units
from goi_lint.text.yaml_file import Node


def province_of(node: Node, faults: Faults) -> str:
    """Return the key of a province that is named by key or by its Chinese name, short or long; '' after a fault."""
    names = {province_name(key).zh: key for key in province_keys()}
    text = node.value
    for name, key in names.items():
        if isinstance(text, str) and (text == key or (len(text) >= 2 and name.startswith(text))):
            return key
    known = [*names.values(), *names]
    expected = Words("应为省份，如 jilin 或 吉林", "expected a province such as jilin or 吉林")
    faults.at(node, described(node), nearest(text, known, expected) if isinstance(text, str) else expected)
    return ""


def city_of(node: Node, faults: Faults, province: str | None = None) -> str:
    """Return the official name of a prefecture, of that province where one is given; '' after a fault."""
    cities = list(
        dict.fromkeys(unit.city for unit in units() if unit.city and province in (None, unit.province))
    )
    text = node.value
    if isinstance(text, str) and text in cities:
        return text
    full = [city for city in cities if isinstance(text, str) and len(text) >= 2 and city.startswith(text)]
    expected = Words("应为市州的全称，如 长春市", "expected the full name of a prefecture, such as 长春市")
    faults.at(node, described(node), nearest(str(text), full or cities, expected))
    return ""
