"""Compile the telephone area codes from the package `phonenumbers`, its metadata and geodata (zh, en).

    python scripts/build_area_codes.py PATH_TO_SITE_PACKAGES        # the folder that holds `phonenumbers`

A code is taken where the metadata accept it before a fixed line and the geodata know its place. The cities'
official names are taken from `places.json`. With `--check` nothing is written; the exit code is 1 where the
file is not current.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import distributions
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parents[1] / "src" / "goi_lint" / "reference"
TARGET = FOLDER / "area_codes.json"
CANDIDATES = [*range(10, 30), *range(300, 1000)]
"""Codes without their 0: two digits beginning with 1 or 2, three beginning with 3 to 9."""
SUBSCRIBERS = [f"{first}{'1234567'[:rest]}" for rest in (6, 7) for first in "2345678"]
"""Numbers of 7 and 8 digits as fixed lines have them."""
ENGLISH = {"Inner Mongolia": "neimenggu", "Tibet": "xizang"}
"""The provinces that the geodata call otherwise in English than by their key."""


class Province(NamedTuple):
    """What `places.json` says of one province."""

    key: str
    name: str
    short: str
    cities: Mapping[str, str]
    """Official name → the names of its counties, parted by blanks; '' for those of the province itself."""


def read_provinces() -> list[Province]:
    """Return the provinces of `places.json`."""
    data = json.loads((FOLDER / "places.json").read_text(encoding="utf-8"))["provinces"]
    return [
        Province(key, entry["name"], short(entry["name"]), entry["cities"]) for key, entry in data.items()
    ]


def short(name: str) -> str:
    """Return a province's name without what kind of province it is: 广西, 内蒙古, 吉林."""
    return name[:3] if name.startswith(("内蒙古", "黑龙江")) else name[:2]


def province_of(place: str, provinces: list[Province]) -> tuple[Province, str]:
    """Return the province that a Chinese place begins with, and what follows its name."""
    for province in provinces:
        if place.startswith(province.name):
            return province, place.removeprefix(province.name)
    for province in provinces:
        if place.startswith(province.short):
            return province, place.removeprefix(province.short)
    raise ValueError(f"{place}: no province is named; a place that begins with its province was expected")


def official(name: str, province: Province) -> str | None:
    """Return the official name of the city that `name` names or lies in, or None where it has none.

    The geodata keep old and short names: 铜仁地区 is 铜仁市 now. A county that the province itself
    administers stands for itself.
    """
    stem = name.removesuffix("地区").removesuffix("市")
    for city, counties in province.cities.items():
        if city and (name == city or city.startswith(stem)):
            return city
        if name in counties.split():
            return city or name
    return None


def cities_of(place: str, provinces: list[Province]) -> Iterator[str]:
    """Yield the official names of the cities that a Chinese place lists."""
    province, rest = province_of(place, provinces)
    if province.name in province.cities:
        yield province.name
    for name in rest.split("、"):
        city = official(name, province) if name else None
        if city is not None:
            yield city


def english_key(place: str) -> str:
    """Return the key of the province that an English place ends with: `Sanya, Hainan` gives `hainan`."""
    name = place.rsplit(", ", 1)[-1]
    return ENGLISH.get(name, name.lower())


def entry(
    code: str, geodata: Mapping[str, Mapping[str, str]], provinces: list[Province]
) -> dict[str, list[str]]:
    """Return the provinces and cities of one code; empty where the geodata do not know it."""
    places = [place for prefix, place in geodata.items() if prefix.startswith(f"86{code}") and "zh" in place]
    if f"86{code}" not in geodata and (wider := geodata.get(f"86{code[:2]}")):
        places.append(wider)
    keys = {province_of(place["zh"], provinces)[0].key for place in places}
    if keys != {english_key(place["en"]) for place in places}:
        raise ValueError(f"0{code}: the Chinese geodata say {sorted(keys)}; the English ones say otherwise")
    cities = {city for place in places for city in cities_of(place["zh"], provinces)}
    return {"provinces": sorted(keys), "cities": sorted(cities)} if keys else {}


def is_area_code(phonenumbers: Any, code: str) -> bool:
    """Tell whether a fixed line may have this code."""
    numbers = (phonenumbers.parse(f"+86{code}{subscriber}") for subscriber in SUBSCRIBERS)
    fixed = phonenumbers.PhoneNumberType.FIXED_LINE
    return any(phonenumbers.number_type(number) == fixed for number in numbers)


def compiled(site_packages: Path) -> str:
    """Return the text of the data file, one code a line."""
    sys.path.insert(0, str(site_packages))
    phonenumbers: Any = import_module("phonenumbers")
    geodata: Any = import_module("phonenumbers.geodata").GEOCODE_DATA
    fixed = {key: place for key, place in geodata.items() if key.startswith("86") and len(key) <= 8}
    provinces = read_provinces()
    codes = {
        f"0{code}": found
        for code in map(str, CANDIDATES)
        if is_area_code(phonenumbers, code) and (found := entry(code, fixed, provinces))
    }
    version = next(found.version for found in distributions(name="phonenumbers", path=[str(site_packages)]))
    provenance = {
        "package": "phonenumbers (PyPI)",
        "version": version,
        "licence": "Apache-2.0",
        "project": "https://github.com/daviddrysdale/python-phonenumbers",
        "made_by": "scripts/build_area_codes.py",
    }
    lines = [f'  "{code}": {json.dumps(found, ensure_ascii=False)}' for code, found in codes.items()]
    head = json.dumps(provenance, ensure_ascii=False, indent=2).replace("\n", "\n ")
    return f'{{\n "provenance": {head},\n "codes": {{\n' + ",\n".join(lines) + "\n }\n}\n"


def main() -> int:
    """Write the data file, or check it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site_packages", type=Path, help="the folder that holds `phonenumbers`")
    parser.add_argument("--check", action="store_true", help="only tell whether the file is current")
    options = parser.parse_args()
    text = compiled(options.site_packages)
    if options.check:
        return int(not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
