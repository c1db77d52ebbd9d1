"""The packs of provinces and cities: whom they are for, what they may say, and what they say of whole reports."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

import pytest

from goi_lint.cases.flavours import Flavour, write
from goi_lint.linter import Linter, build_linter
from goi_lint.model.finding import DocumentResult, Level
from goi_lint.model.rule import Pack, Rule
from goi_lint.model.settings import AUTO, Choice
from goi_lint.plugins import build_plugins
from goi_lint.suites import suite_of
from test_seeds import SEEDS, path_of
from writing.base import draft

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "province-pack"
NATIONAL = "national"
LOCAL_RULES = Choice((AUTO,))

PACKS: Mapping[str, tuple[str, str, str | None, list[str], list[str]]] = {
    "chongqing": ("CQ", "chongqing", None, [], ["GOI020", "GOI202", "GOI302", "GOI402"]),
    "gansu-wuwei": ("WUWEI", "gansu", "武威市", [f"WUWEI10{n}" for n in range(1, 6)], []),
    "henan": ("HEN", "henan", None, ["HEN201"], []),
    "hubei": ("HUB", "hubei", None, ["HUB201"], ["GOI205", "GOI212"]),
    "hunan-huaihua": ("HUAI", "hunan", "怀化市", ["HUAI101"], ["GOI034"]),
    "jilin": ("JL", "jilin", None, ["JL101", "JL201"], ["GOI212"]),
    "shandong": ("SD", "shandong", None, ["SD001"], ["GOI040"]),
    "sichuan": ("SC", "sichuan", None, [], ["GOI031"]),
}
"""Prefix, province, city, own rules, rules that it changes."""


@cache
def judge() -> Linter:
    return build_linter(build_plugins(), LOCAL_RULES)


@cache
def packs() -> Mapping[str, Pack]:
    return {pack.name: pack for pack in judge().book.used(LOCAL_RULES) if pack.name != NATIONAL}


def own(pack: Pack) -> list[Rule]:
    return [rule for rule in pack.rules if rule.pack == pack.name]


def test_every_built_in_pack_stands_here() -> None:
    assert sorted(packs()) == sorted(PACKS)
    assert sorted(build_plugins().built_in_packs) == sorted([NATIONAL, *PACKS])


@pytest.mark.parametrize("name", PACKS)
def test_what_a_pack_is(name: str) -> None:
    pack = packs()[name]
    changed = [rule.id for rule in pack.rules if rule.pack != name]
    assert (pack.prefix, pack.province, pack.city, [rule.id for rule in own(pack)], changed) == PACKS[name]
    assert (pack.extends, pack.status, pack.disabled) == ((NATIONAL,), "stable", ())
    assert pack.source


@pytest.mark.parametrize("name", PACKS)
def test_what_only_custom_demands_is_no_error(name: str) -> None:
    strong = [
        rule.id
        for rule in packs()[name].rules
        if rule.level is Level.ERROR and any(source.custom for source in rule.sources.values())
    ]
    assert strong == []


@pytest.mark.parametrize("name", ["henan", "jilin", "shandong"])
def test_provinces_without_a_notice_have_notes_only(name: str) -> None:
    """No notice of theirs for 2019 or later was found."""
    said = {(rule.level, source.custom) for rule in own(packs()[name]) for source in rule.sources.values()}
    assert said == {(Level.NOTE, True)}


BODIES = {
    "怀化市教育局": ["hunan-huaihua"],
    "溆浦县人民政府": ["hunan-huaihua"],
    "长沙市教育局": [],
    "武威市财政局": ["gansu-wuwei"],
    "民勤县苏武镇人民政府": ["gansu-wuwei"],
    "兰州市财政局": [],
    "长春市南关区科学技术局": ["jilin"],
    "曲阜市水务局": ["shandong"],
    "栾川县水利局": ["henan"],
    "麻城市水利局": ["hubei"],
    "峨眉山市人民政府": ["sichuan"],
    "重庆市綦江区人民政府": ["chongqing"],
    "诸暨市水利局": [],
    "水利局": [],
}


@pytest.mark.parametrize(("body", "expected"), BODIES.items(), ids=BODIES)
def test_whose_reports_are_judged_by_a_pack(body: str, expected: list[str]) -> None:
    text = f"{body}2023年政府信息公开工作年度报告\n\n一、总体情况\n\n2023年，我单位做好政府信息公开工作。\n"
    report = judge().read_report(text.encode(), "report.txt")
    assert judge().book.names(LOCAL_RULES, report.identity) == (NATIONAL, *expected)


def ids(result: DocumentResult) -> set[str]:
    return {finding.rule for finding in result.findings}


LOCAL: Mapping[tuple[str | None, str | None], set[str]] = {
    ("gansu", "武威市"): {"WUWEI102", "WUWEI104", "WUWEI105"},
    ("henan", "洛阳市"): {"HEN201"},
    ("hubei", "黄冈市"): {"HUB201"},
    ("hunan", "怀化市"): {"GOI034"},
    ("shandong", "济宁市"): {"GOI040"},
}
"""What the reports of our generator, which keep to the national rules alone, may lack in these places."""


def test_reports_without_local_custom_lack_what_their_place_demands_and_no_more() -> None:
    flavour = Flavour.parse("tabs")
    for seed in range(120):
        rng = Random(seed)
        report = draft(rng.choice(("form_2019", "form_2021")), rng)
        result = judge().lint_bytes(write(report, flavour).encode(), "report.txt")
        identity = result.identity
        assert ids(result) <= LOCAL.get((identity.province, identity.city), set()), report.title


SEEN: Mapping[str, list[tuple[str, str]]] = {
    "000": [("JL101", "notApplicable"), ("JL201", "pass")],
    "001": [("JL101", "notApplicable"), ("JL201", "notApplicable")],
    "002": [("HEN201", "pass")],
    "003": [("SD001", "pass")],
    "004": [("JL101", "pass"), ("JL201", "notApplicable")],
}
"""What `--pack auto` adds to what the national rules say of the five real reports."""


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real reports are not part of the project")
@pytest.mark.parametrize("seed", SEEN)
def test_real_reports(seed: str) -> None:
    data = path_of(seed).read_bytes()
    national = build_linter(build_plugins()).lint_bytes(data, f"{seed}.txt")
    local = judge().lint_bytes(data, f"{seed}.txt")
    before = {outcome.rule: outcome for outcome in national.outcomes}
    added = [(one.rule, str(one.status)) for one in local.outcomes if one.rule not in before]
    assert added == SEEN[seed]
    assert [one for one in local.outcomes if one.rule in before and one != before[one.rule]] == []


def test_the_example_does_what_it_says() -> None:
    suite = suite_of(build_plugins(), str(EXAMPLE))
    pack = suite.linter.book.chain((str(EXAMPLE),))[-1]
    assert [rule.id for rule in pack.rules] == ["GOI034", "YZ101", "YZ501"]
    assert [verdict.case.id for verdict in suite.verdicts() if not verdict.as_expected] == []
