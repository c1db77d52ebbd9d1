"""Which packs and rules a run asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from goi_lint.errors import UsageError, Words
from goi_lint.model.finding import Level
from goi_lint.model.rule import Details, Rule, Source
from goi_lint.selection import find_pack, known_rule, select_rules


def rule(rule_id: str, name: str, check: str) -> Rule:
    said = Words("", "")
    return Rule(
        id=rule_id,
        name=name,
        level=Level.ERROR,
        check=check,
        details=Details(said, {"": Source("国办公开办函〔2021〕30号", "")}, said, said, said, {}),
    )


RULES = (
    rule("GOI001", "readable", "readable"),
    rule("GOI005", "completed", "completed"),
    rule("GOI020", "parts-present", "parts_present"),
    rule("GOI301", "requests-tabled", "tabled"),
    rule("GOI310", "requests-row-totals", "formula"),
)


@pytest.mark.parametrize(
    ("select", "ignore", "asked"),
    [
        pytest.param([], [], "001 005 020 301 310", id="all"),
        pytest.param(["GOI3"], [], "001 005 301 310", id="a prefix; what concerns every rule stays"),
        pytest.param(["goi310", " GOI020 "], [], "001 005 020 310", id="ids, in any case"),
        pytest.param([], ["GOI3"], "001 005 020", id="less a prefix"),
        pytest.param(["GOI3"], ["GOI310"], "001 005 301", id="both"),
        pytest.param([], ["GOI0"], "001 005 301 310", id="a prefix does not hide unreadable documents"),
        pytest.param([], ["GOI001"], "005 020 301 310", id="a full id does"),
    ],
)
def test_selection(select: list[str], ignore: list[str], asked: str) -> None:
    assert [rule.id for rule in select_rules(RULES, select, ignore)] == [
        f"GOI{text}" for text in asked.split()
    ]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("GOI311", "；是否指 GOI310？", "; did you mean GOI310?"),
        ("GO1310", "；是否指 GOI310？", "; did you mean GOI310?"),
        ("xyz", "", ""),
        ("", "", ""),
    ],
)
def test_an_unknown_id_is_told_with_its_near_miss(text: str, zh: str, en: str) -> None:
    words = Words(
        f"没有规则 {text}{zh}（全部规则：goi-lint rules）",
        f"there is no rule {text}{en} (all rules: goi-lint rules)",
    )
    for select, ignore in (([text], []), ([], [text])):
        with pytest.raises(UsageError) as caught:
            select_rules(RULES, select, ignore)
        assert caught.value.words == words


@pytest.mark.parametrize("text", ["GOI310", "goi310", " requests-row-totals "])
def test_a_rule_is_known_by_id_and_name(text: str) -> None:
    assert known_rule(text, RULES).id == "GOI310"


@pytest.mark.parametrize(
    ("text", "near"), [("GOI31", "GOI310"), ("GOI3100", "GOI310"), ("parts-presnet", "parts-present")]
)
def test_an_unknown_rule_is_told_with_its_near_miss(text: str, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        known_rule(text, RULES)
    assert (
        caught.value.words.en == f"there is no rule {text}; did you mean {near}? (all rules: goi-lint rules)"
    )


@pytest.fixture
def packs(tmp_path: Path) -> dict[str, Path]:
    for name in ("national", "own"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.yaml").touch()
    (tmp_path / "bare").mkdir()
    return {"national": tmp_path / "national"}


def test_packs_by_name_and_path(
    packs: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_pack("national", packs) == str(packs["national"])
    assert find_pack("own", packs) == "own"
    assert find_pack(str(tmp_path / "own"), packs) == str(tmp_path / "own")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "nationl",
            Words(
                "没有规则包 nationl；是否指 national？",
                "there is no rule pack nationl; did you mean national?",
            ),
        ),
        ("xyz", Words("没有规则包 xyz；现有 national", "there is no rule pack xyz; known: national")),
        ("bare", Words("规则包 bare 中没有 pack.yaml", "the rule pack bare has no pack.yaml")),
    ],
)
def test_unknown_packs(
    packs: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: Words
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        find_pack(name, packs)
    assert caught.value.words == words
