"""Which packs judge a report: those that are named, those of its province and city, and what a run chooses of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from goi_lint.errors import UsageError
from goi_lint.linter import build_linter
from goi_lint.model.finding import Level, PackInfo
from goi_lint.model.report import Given, Identity
from goi_lint.model.settings import Asked, Choice
from goi_lint.plugins import Plugins, build_plugins
from goi_lint.rulebook import RuleBook

PACK = "name: {name}\nversion: '1'\ntitle: {{zh: 甲, en: A}}\nextends: national\nprefix: {prefix}\n"
RULE = """\
id: {prefix}001
name: {name}-only
level: note
title: {{zh: 甲, en: A}}
source: {{document: 甲, place: 一}}
check: absent
params: {{patterns: [局]}}
message: {{zh: 甲, en: A}}
advice: {{zh: 甲, en: A}}
exceptions: {{zh: 甲, en: A}}
"""
HOMES = {
    "jilin": "province: jilin\n",
    "changchun": "province: 吉林\ncity: 长春市\n",
    "henan": "province: 河南省\n",
    "anywhere": "",
}
JILIN, CHANGCHUN = Identity(province="jilin"), Identity(province="jilin", city="长春市")
AUTO = Choice(("auto",))


@pytest.fixture
def plugins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plugins:
    """Return the built-in plugins with four packs of which three are for one place each."""
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path / "cache"))
    built_in = build_plugins()
    packs = {"national": built_in.packs["national"], **{name: str(tmp_path / name) for name in HOMES}}
    for name, home in HOMES.items():
        folder = tmp_path / name
        (folder / "1-a").mkdir(parents=True)
        words = {"name": name, "prefix": name[:4].upper()}
        (folder / "pack.yaml").write_text(PACK.format(**words) + home, encoding="utf-8")
        (folder / f"1-a/{words['prefix']}001.yaml").write_text(RULE.format(**words), encoding="utf-8")
    return built_in._replace(packs=packs, built_in_packs=frozenset({"national"}))


CHOSEN: Mapping[str, tuple[tuple[str, ...], Identity | None, tuple[str, ...]]] = {
    "nothing is said": (("national",), CHANGCHUN, ("national",)),
    "by name, for whatever report": (("henan",), JILIN, ("national", "henan")),
    "of the province": (("auto",), JILIN, ("national", "jilin")),
    "of the province and of the city": (("auto",), CHANGCHUN, ("national", "jilin", "changchun")),
    "of a province without a pack": (("auto",), Identity(province="hunan"), ("national",)),
    "of a report of which nothing is known": (("auto",), None, ("national",)),
    "beside one that is named": (("anywhere", "auto"), JILIN, ("national", "anywhere", "jilin")),
    "named and of the province": (("jilin", "auto"), JILIN, ("national", "jilin")),
}


@pytest.mark.parametrize(("names", "identity", "expected"), CHOSEN.values(), ids=CHOSEN)
def test_packs_of_a_report(
    plugins: Plugins, names: tuple[str, ...], identity: Identity | None, expected: tuple[str, ...]
) -> None:
    book = RuleBook(plugins)
    choice = Choice(names)
    assert book.pack_names(choice, identity) == expected
    assert {rule.pack for rule in book.rules(choice, identity)} == set(expected)


CHANGING = {
    "disable: GOI040\nreason: {zh: 不用, en: no}\n": None,
    "override: GOI040\nlevel: warning\n": Level.WARNING,
}


@pytest.mark.parametrize(("text", "level"), CHANGING.items(), ids=["leaves out", "changes"])
def test_a_pack_that_only_changes_or_leaves_out(plugins: Plugins, text: str, level: Level | None) -> None:
    folder = Path(plugins.packs["anywhere"], "1-a")
    (folder / "ANYW001.yaml").unlink()
    (folder / "GOI040.yaml").write_text(text, encoding="utf-8")
    levels = {rule.id: rule.level for rule in RuleBook(plugins).rules(Choice(("anywhere",)))}
    usual = {rule.id: rule.level for rule in RuleBook(plugins).rules(Choice())}
    assert levels == {rule: usual[rule] for rule in usual if rule != "GOI040"} | (
        {"GOI040": level} if level else {}
    )


def test_all_packs_of_a_run(plugins: Plugins) -> None:
    names = [pack.name for pack in RuleBook(plugins).used(AUTO)]
    assert names == ["national", "henan", "jilin", "changchun"]


def test_levels_of_a_choice(plugins: Plugins) -> None:
    choice = Choice(levels={"GOI04": Level.ERROR, "GOI040": Level.WARNING})
    levels = {rule.id: rule.level for rule in RuleBook(plugins).rules(choice)}
    usual = {rule.id: rule.level for rule in RuleBook(plugins).rules(Choice())}
    changed = {rule: level for rule, level in levels.items() if usual[rule] != level}
    assert changed == {
        "GOI040": Level.WARNING,
        **dict.fromkeys(("GOI041", "GOI042", "GOI043", "GOI044"), Level.ERROR),
    }


def test_rules_of_other_provinces_may_be_named(plugins: Plugins) -> None:
    book = RuleBook(plugins)
    chosen = AUTO._replace(select=("JILI",))
    assert [rule.id for rule in book.rules(chosen, JILIN)] == ["GOI001", "GOI005", "JILI001"]
    assert [rule.id for rule in book.rules(chosen)] == ["GOI001", "GOI005"]
    with pytest.raises(UsageError, match="there is no rule HUNA"):
        book.rules(AUTO._replace(select=("HUNA",)))


def test_a_level_of_no_rule_is_told(plugins: Plugins) -> None:
    choice = Choice(levels={"GIO040": Level.ERROR})
    with pytest.raises(UsageError, match="there is no rule GIO040; did you mean GOI040"):
        RuleBook(plugins).verify(choice)


def test_each_document_has_its_own_packs(plugins: Plugins) -> None:
    linter = build_linter(plugins, AUTO)
    texts = {"jilin": "吉林省长春市甲局", "henan": "河南省嵩县甲局", "nowhere": "甲局"}
    packs = {
        name: linter.lint_bytes(
            f"{body}2023年政府信息公开工作年度报告\n一、总体情况\n".encode(), "a.txt"
        ).packs
        for name, body in texts.items()
    }
    assert packs == {
        "jilin": ("national", "jilin", "changchun"),
        "henan": ("national", "henan"),
        "nowhere": ("national",),
    }
    assert linter.packs == tuple(
        PackInfo(name, "2026.1" if name == "national" else "1")
        for name in ("national", "henan", "jilin", "changchun")
    )


def test_what_is_said_of_a_path_decides(plugins: Plugins) -> None:
    asks = {"a.txt": Asked(AUTO, Given(province="henan")), "b.txt": Asked(Choice(ignore=("GOI",)))}
    linter = build_linter(plugins, AUTO, asks.__getitem__)
    text = "甲局2023年政府信息公开工作年度报告\n一、总体情况\n".encode()
    assert linter.lint_bytes(text, "a.txt").packs == ("national", "henan")
    assert [outcome.rule for outcome in linter.lint_bytes(text, "b.txt").outcomes] == ["GOI001", "GOI005"]


def test_packs_of_one_place_that_contradict_each_other_are_told_before_anything_is_judged(
    plugins: Plugins,
) -> None:
    for name, level in (("jilin", "warning"), ("changchun", "error")):
        text = f"override: GOI040\nlevel: {level}\n"
        Path(plugins.packs[name], "1-a", "GOI040.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as refusal:
        build_linter(plugins, AUTO)
    assert refusal.value.words.zh == (
        "auto 把互相矛盾的规则包（national、jilin、changchun）用于同一地方：规则包对 GOI040 的 level 有不同改动："
        "jilin/1-a/GOI040.yaml:1 与 changchun/1-a/GOI040.yaml:1；应只用其中一个，或由继承两者的规则包决定。"
        "可在其中一个的 pack.yaml 中写 extends: 另一个的名称"
    )
    pack = Path(plugins.packs["changchun"], "pack.yaml")
    pack.write_text(pack.read_text(encoding="utf-8").replace("extends: national", "extends: jilin"), "utf-8")
    assert {rule.id: rule.level for rule in RuleBook(plugins).rules(AUTO, CHANGCHUN)}["GOI040"] == Level.ERROR


def test_rules_that_a_pack_leaves_out_may_be_named(plugins: Plugins) -> None:
    text = "disable: GOI040\nreason: {zh: 不用, en: no}\n"
    Path(plugins.packs["anywhere"], "1-a", "GOI040.yaml").write_text(text, encoding="utf-8")
    rules = RuleBook(plugins).rules(Choice(("anywhere",), ignore=("GOI040", "GOI041")))
    assert not {"GOI040", "GOI041"} & {rule.id for rule in rules}
