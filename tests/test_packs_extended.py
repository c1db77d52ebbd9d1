"""Packs that extend others: what they change, what they leave out, and where they contradict each other."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from goi_lint.assemble.forms import load_forms
from goi_lint.errors import PackError, UsageError, Words
from goi_lint.layers import layered
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel, Rank
from goi_lint.model.rule import Applies, Change, Disabled, Rule, Source
from goi_lint.packs import Packs, chain_of
from goi_lint.plugins import build_plugins
from goi_lint.text.patterns import Pattern

BASE = """\
name: base
version: '1'
title: {zh: 基础, en: Base}
prefix: BASE
"""
RULE = """\
id: BASE001
name: no-placeholder
level: error
title: {zh: 不应有占位符, en: No placeholder}
source: {document: 甲号文, place: 一}
check: absent
params:
  patterns: [某某, XX]
  within: [1, 5]
message: {zh: "有「{text}」", en: "there is “{text}”"}
advice: {zh: 删去。, en: Delete it.}
exceptions: {zh: 无, en: none}
applies: {years: {first: 2019}}
"""
ANOTHER = RULE.replace("BASE001", "BASE002").replace("no-placeholder", "no-template")
LAKE = """\
name: lake
version: '1'
title: {zh: 湖滨, en: Lake}
extends: ../base
"""
HILL = LAKE.replace("lake", "hill").replace("Lake", "Hill")
BOTH = LAKE.replace("name: lake", "name: both").replace("../base", "[../lake, ../hill]")
BASES = {"base/pack.yaml": BASE, "base/1-a/BASE001.yaml": RULE, "base/1-a/BASE002.yaml": ANOTHER}
SOFTER = "override: BASE001\nlevel: note\n"
HARDER = "override: BASE001\nlevel: warning\n"
GONE = "disable: BASE001\nreason: {zh: 本地不适用, en: not here}\n"


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path / "cache"))


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def packs() -> Packs:
    return Packs(build_plugins().checks, load_forms())


def rules(folder: Path, *names: str) -> dict[str, Rule]:
    loader = packs()
    chain = chain_of([loader.load(folder / name) for name in names])
    return {rule.id: rule for rule in layered(chain)}


def lake(text: str, rule: str = "BASE001") -> dict[str, str]:
    return {**BASES, "lake/pack.yaml": LAKE, f"lake/1-a/{rule}.yaml": text}


def faults(folder: Path, files: Mapping[str, str], name: str = "lake") -> list[str]:
    write(folder, files)
    with pytest.raises(PackError) as refusal:
        packs().load(folder / name)
    return [str(fault).removeprefix(f"{folder.as_posix()}/") for fault in refusal.value.faults]


def test_what_is_not_changed_stays(tmp_path: Path) -> None:
    write(tmp_path, lake(SOFTER))
    base, changed = rules(tmp_path, "base"), rules(tmp_path, "lake")
    change = Change("lake", "1-a/BASE001.yaml", 1, {"level": '"note"'})
    patterns = {"patterns": [Pattern("某某", False), Pattern("XX", False)], "within": [1, 5]}
    assert changed == {
        "BASE001": base["BASE001"]._replace(
            level=Level.NOTE,
            changes=(change,),
            details=base["BASE001"].details._replace(params=patterns),
        ),
        "BASE002": base["BASE002"],
    }
    assert (changed["BASE001"].pack, changed["BASE001"].file) == ("base", "1-a/BASE001.yaml")


def test_where_the_rules_of_a_pack_apply_stays(tmp_path: Path) -> None:
    own = BASE + "applies: {years: {first: 2025}, levels: [town]}\n"
    write(tmp_path, lake("override: BASE001\napplies: {levels: [department]}\n") | {"base/pack.yaml": own})
    department, town = BodyLevel.DEPARTMENT, BodyLevel.TOWN
    assert {rule.id: rule.applies for rule in rules(tmp_path, "lake").values()} == {
        "BASE001": Applies(2019, levels=(department,)),
        "BASE002": Applies(2019, levels=(town,)),
    }
    write(tmp_path, {"base/1-a/BASE001.yaml": RULE.replace("applies: {years: {first: 2019}}\n", "")})
    assert rules(tmp_path, "lake")["BASE001"].applies == Applies(2025, levels=(department,))


def test_a_change_that_changes_nothing_is_refused(tmp_path: Path) -> None:
    same = (
        "override: BASE001\nlevel: error\nparams: {within: [1, 5]}\nsource: {place: 一, document: 甲号文}\n"
    )
    nothing = "nothing differs from what is inherited; expected only what differs, such as level"
    assert faults(tmp_path, lake(same)) == [f"lake/1-a/BASE001.yaml:1:1: {nothing}"]
    write(tmp_path, lake(same + "examples:\n  - {change: {insert: {part 6: 某某}}}\n"))
    assert rules(tmp_path, "lake")["BASE001"].level == Level.ERROR
    write(tmp_path, lake(same.replace("[1, 5]", "[1, 6]")))
    assert rules(tmp_path, "lake")["BASE001"].params["within"] == [1, 6]


def test_every_key_that_may_be_changed(tmp_path: Path) -> None:
    text = """\
override: BASE001
level: warning
title: {zh: 甲, en: A}
source: {document: 乙号文, place: 二, custom: true}
params: {patterns: [待补], within: null}
message: {zh: 乙, en: B}
advice: {zh: 丙, en: C}
exceptions: {zh: 丁, en: D}
applies: {years: {last: 2022}, ranks: [county]}
"""
    write(tmp_path, lake(text))
    base, changed = rules(tmp_path, "base")["BASE001"], rules(tmp_path, "lake")["BASE001"]
    values = {
        "level": '"warning"',
        "title": '{"zh": "甲", "en": "A"}',
        "source": '{"document": "乙号文", "place": "二", "custom": true}',
        "params.patterns": '["待补"]',
        "params.within": "null",
        "message": '{"zh": "乙", "en": "B"}',
        "advice": '{"zh": "丙", "en": "C"}',
        "exceptions": '{"zh": "丁", "en": "D"}',
        "applies.years.last": "2022",
        "applies.ranks": '["county"]',
    }
    assert changed == base._replace(
        level=Level.WARNING,
        details=base.details._replace(
            params={"patterns": [Pattern("待补", False)]},
            title=Words("甲", "A"),
            sources={"": Source("乙号文", "二", True)},
            message=Words("乙", "B"),
            advice=Words("丙", "C"),
            exceptions=Words("丁", "D"),
        ),
        applies=Applies(2019, 2022, ranks=(Rank.COUNTY,)),
        changes=(Change("lake", "1-a/BASE001.yaml", 1, values),),
    )


def test_a_rule_is_left_out_with_its_reason(tmp_path: Path) -> None:
    write(tmp_path, lake(GONE))
    assert list(rules(tmp_path, "lake")) == ["BASE002"]
    assert packs().load(tmp_path / "lake").pack.disabled == (
        Disabled("BASE001", "lake", "1-a/BASE001.yaml", 1, Words("本地不适用", "not here")),
    )


def test_a_change_of_a_change(tmp_path: Path) -> None:
    shore = LAKE.replace("lake", "shore").replace("base", "lake")
    again = "override: BASE001\nparams: {patterns: [待补]}\n"
    write(tmp_path, lake(SOFTER) | {"shore/pack.yaml": shore, "shore/2-b/BASE001.yaml": again})
    rule = rules(tmp_path, "shore")["BASE001"]
    assert (rule.level, rule.params) == (Level.NOTE, {"patterns": [Pattern("待补", False)], "within": [1, 5]})
    assert [(change.pack, dict(change.values)) for change in rule.changes] == [
        ("lake", {"level": '"note"'}),
        ("shore", {"params.patterns": '["待补"]'}),
    ]


def test_what_a_pack_says_of_all_its_rules(tmp_path: Path) -> None:
    own = RULE.replace("BASE", "LAKE").replace("no-placeholder", "no-draft")
    pack = LAKE + "prefix: LAKE\napplies: {years: {first: 2023, last: 2025}, ranks: [city]}\n"
    write(tmp_path, lake(SOFTER) | {"lake/pack.yaml": pack, "lake/1-a/LAKE001.yaml": own})
    found = rules(tmp_path, "lake")
    assert found["LAKE001"].applies == Applies(2019, None, ranks=(Rank.CITY,))
    assert found["BASE001"].applies == Applies(2019)


SETTLED: Mapping[str, tuple[dict[str, str], tuple[str, ...], Level]] = {
    "the same change": ({"lake": SOFTER, "hill": SOFTER}, ("lake", "hill"), Level.NOTE),
    "changes of different keys": (
        {"lake": SOFTER, "hill": "override: BASE001\nparams: {within: [5]}\n"},
        ("lake", "hill"),
        Level.NOTE,
    ),
    "the nearer one": (
        {"lake": SOFTER, "hill": HARDER, "both": "override: BASE001\nlevel: error\n"},
        ("both",),
        Level.ERROR,
    ),
    "named after the one that is extended": ({"lake": SOFTER}, ("base", "lake"), Level.NOTE),
    "named before the one that is extended": ({"lake": SOFTER}, ("lake", "base"), Level.NOTE),
}


def several(changes: Mapping[str, str]) -> dict[str, str]:
    heads = {"lake": LAKE, "hill": HILL, "both": BOTH}
    files = {f"{name}/pack.yaml": heads[name] for name in changes}
    return BASES | files | {f"{name}/1-a/BASE001.yaml": text for name, text in changes.items()}


@pytest.mark.parametrize(("changes", "names", "level"), SETTLED.values(), ids=SETTLED)
def test_packs_that_agree(
    tmp_path: Path, changes: dict[str, str], names: tuple[str, ...], level: Level
) -> None:
    write(tmp_path, several(changes))
    assert rules(tmp_path, *names)["BASE001"].level == level


def test_changes_of_two_packs_are_made_together(tmp_path: Path) -> None:
    write(tmp_path, several({"lake": "override: BASE001\nparams: {within: [5]}\n", "hill": HARDER}))
    rule = rules(tmp_path, "lake", "hill")["BASE001"]
    assert (rule.level, rule.params["within"]) == (Level.WARNING, [5])
    assert [change.pack for change in rule.changes] == ["lake", "hill"]


CONTRADICTIONS: Mapping[str, tuple[dict[str, str], str]] = {
    "two levels": ({"lake": SOFTER, "hill": HARDER}, "level"),
    "left out and changed": ({"lake": GONE, "hill": HARDER}, "disable"),
    "changed and left out": ({"lake": SOFTER, "hill": GONE}, "disable"),
    "a pack that extends both and says nothing of it": (
        {"lake": SOFTER, "hill": HARDER, "both": "override: BASE001\nparams: {within: [5]}\n"},
        "level",
    ),
}


@pytest.mark.parametrize(("changes", "key"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_packs_that_contradict_each_other(tmp_path: Path, changes: dict[str, str], key: str) -> None:
    write(tmp_path, several(changes))
    with pytest.raises(UsageError) as refusal:
        rules(tmp_path, *(["both"] if "both" in changes else changes))
    assert refusal.value.words == Words(
        f"规则包对 BASE001 的 {key} 有不同改动：lake/1-a/BASE001.yaml:1 与 hill/1-a/BASE001.yaml:1；"
        "应只用其中一个，或由继承两者的规则包决定",
        f"rule packs change {key} of BASE001 differently: lake/1-a/BASE001.yaml:1 and hill/1-a/BASE001.yaml:1; "
        "use one of them, or a pack that extends both and decides",
    )


BROKEN: Mapping[str, tuple[dict[str, str], list[str]]] = {
    "unknown pack": (
        {"lake/pack.yaml": LAKE.replace("../base", "nowhere")},
        ["lake/pack.yaml:4:10: there is no rule pack nowhere; expected none"],
    ),
    "itself": (
        {"lake/pack.yaml": LAKE.replace("../base", "../lake")},
        ["lake/pack.yaml:4:10: extends ../lake; a pack cannot extend itself"],
    ),
    "unknown rule": (
        lake("override: BASE010\nlevel: note\n", "BASE010"),
        [
            "lake/1-a/BASE010.yaml:1:11: the packs that are extended have no rule BASE010; did you mean BASE002?"
        ],
    ),
    "nothing is extended": (
        {"lake/pack.yaml": LAKE.replace("extends: ../base\n", ""), "lake/1-a/BASE001.yaml": SOFTER},
        [
            "lake/1-a/BASE001.yaml:1:11: the packs that are extended have no rule BASE001; "
            "expected extends in pack.yaml"
        ],
    ),
    "another file's name": (
        lake(SOFTER, "BASE002"),
        ["lake/1-a/BASE002.yaml:1:11: “BASE001”; expected the file's name, BASE002"],
    ),
    "a key that makes the rule what it is": (
        lake(SOFTER + "check: present\n"),
        [
            "lake/1-a/BASE001.yaml:3:1: an override cannot change check; "
            "expected disable, and another rule of your own"
        ],
    ),
    "an override that disables": (
        lake(SOFTER + "disable: BASE001\n"),
        ["lake/1-a/BASE001.yaml:3:1: override and disable in one file; expected one of them"],
    ),
    "nothing changed": (
        lake("override: BASE001\n"),
        ["lake/1-a/BASE001.yaml:1:1: nothing is changed; expected what differs, such as level"],
    ),
    "unknown parameter": (
        lake("override: BASE001\nparams: {pattern: [x]}\n"),
        ["lake/1-a/BASE001.yaml:2:10: unknown key pattern; did you mean patterns?"],
    ),
    "a misspelt parameter, removed": (
        lake("override: BASE001\nparams: {withn: null}\n"),
        ["lake/1-a/BASE001.yaml:2:10: unknown key withn; did you mean within?"],
    ),
    "a parameter that is not there, removed": (
        lake("override: BASE001\nparams: {ignore: null}\n"),
        ["lake/1-a/BASE001.yaml:2:18: nothing; expected a list"],
    ),
    "a parameter that is needed, removed": (
        lake("override: BASE001\nparams: {patterns: null}\n"),
        ["lake/1-a/BASE001.yaml:2:9: the key patterns is missing; expected a list"],
    ),
    "a message in one language": (
        lake("override: BASE001\nmessage: {en: a}\n"),
        ["lake/1-a/BASE001.yaml:2:10: the key zh is missing; expected text"],
    ),
    "left out without a reason": (
        lake("disable: BASE001\n"),
        ["lake/1-a/BASE001.yaml:1:1: the key reason is missing; expected zh and en"],
    ),
    "faults of both packs": (
        lake("override: BASE001\nlevel: hard\n")
        | {"base/1-a/BASE002.yaml": ANOTHER.replace("level: error", "level: eror")},
        ["base/1-a/BASE002.yaml:3:8: “eror”; did you mean error?"],
    ),
    "rules of its own without a prefix": (
        lake(SOFTER)
        | {"lake/1-a/LAKE001.yaml": RULE.replace("BASE001", "LAKE001").replace("no-placeholder", "x")},
        [
            "lake/pack.yaml:1:1: the key prefix is missing; expected the prefix of the ids of the pack's own rules",
        ],
    ),
    "the name of an inherited rule": (
        {
            **lake(SOFTER),
            "lake/pack.yaml": LAKE + "prefix: LAKE\n",
            "lake/1-a/LAKE001.yaml": RULE.replace("BASE001", "LAKE001"),
        },
        [
            "lake/1-a/LAKE001.yaml:2:7: the name no-placeholder is taken by BASE001 of base; expected another name"
        ],
    ),
    "a city alone": (
        {**BASES, "lake/pack.yaml": LAKE + "city: 长春市\n"},
        ["lake/pack.yaml:5:7: city alone; expected province beside it"],
    ),
    "unknown province, misspelt city": (
        {
            **BASES,
            "lake/pack.yaml": LAKE + "province: jlin\n",
            "base/pack.yaml": BASE + "province: 吉林\ncity: 长春\n",
        },
        [
            "lake/pack.yaml:5:11: “jlin”; did you mean jilin?",
            "base/pack.yaml:6:7: “长春”; did you mean 长春市?",
        ],
    ),
}


@pytest.mark.parametrize(("files", "expected"), BROKEN.values(), ids=BROKEN)
def test_broken(tmp_path: Path, files: dict[str, str], expected: list[str]) -> None:
    assert faults(tmp_path, files) == expected


def test_a_circle_is_told_with_both_places(tmp_path: Path) -> None:
    files = {
        "lake/pack.yaml": LAKE.replace("../base", "../hill"),
        "hill/pack.yaml": HILL.replace("../base", "../shore"),
        "shore/pack.yaml": HILL.replace("hill", "shore").replace("../base", "../lake"),
    }
    place = f"{tmp_path.as_posix()}/lake/pack.yaml:4:10"
    assert faults(tmp_path, files) == [
        f"shore/pack.yaml:4:10: extends ../lake, which extends this one ({place}); "
        "packs cannot extend one another in a circle"
    ]


def test_a_warm_pack_follows_the_packs_it_extends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, lake(SOFTER))
    cold = rules(tmp_path, "lake")
    with monkeypatch.context() as without:
        for module in ("ruamel.yaml", "goi_lint.packs.verifying"):
            without.setitem(sys.modules, module, None)
        assert rules(tmp_path, "lake") == cold
    write(tmp_path, {"base/1-a/BASE001.yaml": RULE.replace("zh: 删去。", "zh: 请删去。")})
    assert rules(tmp_path, "lake")["BASE001"].advice.zh == "请删去。"
    write(tmp_path, {"base/1-a/BASE001.yaml": RULE.replace("BASE001", "BASE003")})
    (tmp_path / "base/1-a/BASE001.yaml").rename(tmp_path / "base/1-a/BASE003.yaml")
    assert faults(tmp_path, {}) == [
        "lake/1-a/BASE001.yaml:1:11: the packs that are extended have no rule BASE001; did you mean BASE003?"
    ]


def test_every_national_rule_may_be_changed_by_a_pack(tmp_path: Path) -> None:
    """Patterns of national rules must be such as a pack may have as well: it inherits them."""
    plugins = build_plugins()
    national = Packs(plugins.checks, load_forms(), plugins.packs, plugins.built_in_packs)
    rules = national.load(plugins.packs["national"]).pack.rules
    files = {f"all/{rule.file}": f"override: {rule.id}\nadvice: {{zh: 甲, en: A}}\n" for rule in rules}
    write(tmp_path, files | {"all/pack.yaml": LAKE.replace("lake", "all").replace("../base", "national")})
    changed = national.load(tmp_path / "all").pack.rules
    assert [(rule.id, rule.advice.zh) for rule in changed] == [(rule.id, "甲") for rule in rules]
