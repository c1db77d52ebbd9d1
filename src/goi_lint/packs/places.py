"""Provinces and cities as packs name them."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.packs.fields import Faults, described, nearest, one_of
from goi_lint.packs.slips import HALF_WIDTH, is_wide
from goi_lint.reference.gazetteer import province_name, units
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
        expected = _elsewhere(text, named[text])
    else:
        known = [city for city, home in named.items() if province in (None, home)]
        stem = text.removesuffix("州")
        full = [city for city in known if len(stem) >= 2 and city.startswith(stem)]
        expected = nearest(text, full, one_of(full)) if full else _of_county(text) or _none_such(text, known)
    faults.at(node, described(node), expected)
    return ""


def _none_such(text: str, known: list[str]) -> Words:
    example = Words("应为全称，如 长春市", "expected the full name of one, such as 长春市")
    near = nearest(text, known, example)
    return Words(f"没有这个地级市（州、盟、地区）；{near.zh}", f"no prefecture is called so; {near.en}")


def _elsewhere(city: str, province: str) -> Words:
    name = province_name(province)
    return Words(
        f"{city}属于{name.zh}，应与 province 一致", f"{city} lies in {name.en}: expected one of the province"
    )


def _of_county(text: str) -> Words | None:
    """Say which prefecture a county or a city of its rank belongs to; None where there is no such county."""
    unit = next((unit for unit in units() if unit.county == text and not unit.moved), None)
    if unit is None:
        return None
    if unit.city is None:
        return Words(
            f"{text}是县级，由省直辖；应为地级市（州、盟、地区）",
            f"{text} is a county of no prefecture; expected a prefecture",
        )
    return Words(
        f"{text}是县级；应为地级市（州、盟、地区），如所属的 {unit.city}",
        f"{text} is a county; expected a prefecture, such as {unit.city}, where it lies",
    )
