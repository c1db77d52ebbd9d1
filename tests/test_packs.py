"""Broken packs and everything that is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal, NotRequired, TypedDict, cast

import pytest

from goi_lint.assemble.forms import load_forms
from goi_lint.checks import completed, formula
from goi_lint.errors import PackError, PluginError, Words
from goi_lint.model.finding import Level, Problem
from goi_lint.model.form import Form
from goi_lint.model.plugin import Check
from goi_lint.model.report import BodyLevel, Rank, Report
from goi_lint.model.rule import Applies, Details, Pack, Rule, Source
from goi_lint.packs import Packs
from goi_lint.text.patterns import Pattern

PACK = """\
name: lakeside
version: 2026.1
title: {zh: 湖滨, en: Lakeside}
prefix: LAKE
maintainer: somebody
source: 湖滨〔2025〕1号
requires: 0.1.0
"""
RULE = """\
id: LAKE001
name: seal-named
level: warning
title: {zh: 应写明印章, en: The seal is named}
source: {document: 湖滨〔2025〕1号, place: 第一条}
check: mentions
params:
  patterns: [印章, "公章(?:名称)?"]
message:
  zh: >-
    {what}没有写明：{text}
  en: >-
    {what} is not named: {text}
advice: {zh: 写明印章。, en: Name the seal.}
exceptions: {zh: 无, en: none}
terms:
  seal: {zh: 印章, en: the seal}
  stamp: {zh: "", en: ""}
"""
ANOTHER = RULE.replace("LAKE001", "LAKE002").replace("seal-named", "stamp-named")
RULE_FILE = "1-overview/LAKE001.yaml"


class Limit(TypedDict):
    """A nested parameter."""

    characters: int
    strict: NotRequired[bool]


class Params(TypedDict):
    """Every kind of parameter."""

    patterns: list[Pattern]
    unless: NotRequired[Pattern]
    within: NotRequired[list[int | Literal["front", "closing"]]]
    limit: NotRequired[Limit]
    each: NotRequired[Literal["row", "column"]]
    labels: NotRequired[Mapping[str, str]]
    share: NotRequired[int | None]


def _check(report: Report, params: Any) -> Iterator[Problem]:
    yield from ()


MENTIONS = SimpleNamespace(
    NAME="mentions",
    FACTS={"what": "what is not mentioned", "text": "where it should stand"},
    CODES={"what": ("seal", "stamp")},
    Params=Params,
    check=_check,
)
CHECKS = {check.NAME: cast("Check", check) for check in (MENTIONS, formula, completed)}

SUM = """\
id: LAKE001
name: balance
level: error
title: {zh: 应平衡, en: It balances}
source: {document: 湖滨〔2025〕1号, place: 第一条}
check: formula
params:
  table: requests
  each: column
  holds: received == disposed_total
message: {zh: "{left} ≠ {right}", en: "{left} is not {right}"}
advice: {zh: 核对。, en: Check it.}
exceptions: {zh: 无, en: none}
"""


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path / "cache"))


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "lakeside" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return folder / "lakeside"


def load(folder: Path, files: Mapping[str, str], trusted: bool = False) -> Pack:
    return load_pack(write(folder, files), CHECKS, trusted, load_forms())


def load_pack(
    folder: Path, checks: Mapping[str, Check], trusted: bool, forms: Mapping[str, Form] | None = None
) -> Pack:
    """Load one pack; its faults name files as seen from the pack."""
    known = {folder.name: folder}
    try:
        return Packs(checks, forms or {}, known, known if trusted else ()).load(folder).pack
    except PackError as error:
        prefix = f"{folder.as_posix()}/"
        raise PackError(
            tuple(fault._replace(file=fault.file.removeprefix(prefix)) for fault in error.faults)
        ) from error


def faults(folder: Path, files: Mapping[str, str]) -> str:
    with pytest.raises(PackError) as refusal:
        load(folder, files)
    return str(refusal.value)


def test_pack_as_written(tmp_path: Path) -> None:
    pack = load(tmp_path, {"pack.yaml": PACK, RULE_FILE: RULE, "cases/LAKE001/bad-1.yaml": "- no rule"})
    words = Words("{what}没有写明：{text}", "{what} is not named: {text}")
    assert pack == Pack(
        name="lakeside",
        version="2026.1",
        title=Words("湖滨", "Lakeside"),
        prefix="LAKE",
        rules=(
            Rule(
                id="LAKE001",
                name="seal-named",
                level=Level.WARNING,
                check="mentions",
                details=Details(
                    title=Words("应写明印章", "The seal is named"),
                    sources={"": Source("湖滨〔2025〕1号", "第一条")},
                    message=words,
                    advice=Words("写明印章。", "Name the seal."),
                    exceptions=Words("无", "none"),
                    terms={"seal": Words("印章", "the seal"), "stamp": Words("", "")},
                    params={"patterns": [Pattern("印章", False), Pattern("公章(?:名称)?", False)]},
                ),
                pack="lakeside",
                file=RULE_FILE,
            ),
        ),
        maintainer="somebody",
        source="湖滨〔2025〕1号",
    )


ALL_KEYS = RULE.replace(
    "source: {document: 湖滨〔2025〕1号, place: 第一条}",
    "source:\n  form_2019: {document: 旧, place: 一, custom: true}\n  form_2021: {document: 新, place: 二}",
).replace(
    '  patterns: [印章, "公章(?:名称)?"]',
    """\
  patterns: [章]
  unless: 不用
  within: [1, closing]
  limit: {characters: 10, strict: true}
  each: column
  labels: {a: 甲}
  share: null
applies:
  years: {first: 2021, last: 2024}
  forms: [form_2021]
  levels: [town, government]
  ranks: [county]
  provinces: [河南, jilin]
  cities: [长春市]
gate: true""",
)


def test_every_key_of_a_rule(tmp_path: Path) -> None:
    (rule,) = load(tmp_path, {"pack.yaml": PACK, RULE_FILE: ALL_KEYS}).rules
    assert rule.sources == {"form_2019": Source("旧", "一", True), "form_2021": Source("新", "二")}
    bodies = (BodyLevel.TOWN, BodyLevel.GOVERNMENT), (Rank.COUNTY,)
    assert rule.applies == Applies(2021, 2024, ("form_2021",), *bodies, ("henan", "jilin"), ("长春市",))
    assert rule.gate
    assert rule.params == {
        "patterns": [Pattern("章", False)],
        "unless": Pattern("不用", False),
        "within": [1, "closing"],
        "limit": {"characters": 10, "strict": True},
        "each": "column",
        "labels": {"a": "甲"},
        "share": None,
    }


def test_rules_stand_by_id(tmp_path: Path) -> None:
    files = {"pack.yaml": PACK, "0-z/LAKE002.yaml": ANOTHER, RULE_FILE: RULE}
    assert [rule.id for rule in load(tmp_path, files).rules] == ["LAKE001", "LAKE002"]


@pytest.mark.parametrize("trusted", [True, False])
def test_patterns_know_whether_their_pack_is_trusted(tmp_path: Path, trusted: bool) -> None:
    for _ in "cold", "warm":
        (rule,) = load(tmp_path, {"pack.yaml": PACK, RULE_FILE: RULE}, trusted).rules
        patterns = cast("list[Pattern]", rule.params["patterns"])
        assert [pattern.builtin for pattern in patterns] == [trusted, trusted]


def test_warm_pack_is_neither_parsed_nor_verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"pack.yaml": PACK, RULE_FILE: RULE}
    cold = load(tmp_path, files)
    for module in ("ruamel.yaml", "goi_lint.packs.verifying"):
        monkeypatch.setitem(__import__("sys").modules, module, None)
    assert load(tmp_path, files) == cold


def test_change_of_a_check_or_of_a_file_is_seen(tmp_path: Path) -> None:
    folder = write(tmp_path, {"pack.yaml": PACK, RULE_FILE: RULE})
    load_pack(folder, CHECKS, False)
    fewer = SimpleNamespace(**{**vars(MENTIONS), "FACTS": {"what": "what is not mentioned"}})
    with pytest.raises(PackError, match="mentions has no fact text"):
        load_pack(folder, {**CHECKS, "mentions": cast("Check", fewer)}, False)
    write(tmp_path, {RULE_FILE: RULE.replace("level: warning", "level: wrong")})
    with pytest.raises(PackError, match="“wrong”"):
        load_pack(folder, CHECKS, False)


def changed(old: str, new: str, text: str = RULE) -> dict[str, str]:
    """Return a pack whose one rule has a single change."""
    assert text.count(old) == 1
    return {"pack.yaml": PACK, RULE_FILE: text.replace(old, new)}


def changed_pack(old: str, new: str) -> dict[str, str]:
    """Return a pack with a single change in `pack.yaml`."""
    assert PACK.count(old) == 1
    return {"pack.yaml": PACK.replace(old, new), RULE_FILE: RULE}


EXPECTED_TEXT = (
    "expected text; where it has special characters, as a block (`>-` after the key, the text indented below)"
)
BROKEN = {
    "no pack.yaml": ({RULE_FILE: RULE}, None),
    "unknown key of the pack": (
        changed_pack("maintainer: somebody", "maintainer: somebody\nmaintainers: two"),
        "pack.yaml:6:1: unknown key maintainers; did you mean maintainer?",
    ),
    "key of the pack missing": (
        changed_pack("version: 2026.1\n", ""),
        "pack.yaml:1:1: the key version is missing; expected text such as '2026.1'",
    ),
    "newer goi-lint required": (
        changed_pack("requires: 0.1.0", "requires: 9.10"),
        "pack.yaml:7:11: goi-lint 9.10 or later is required; this is 0.1.0",
    ),
    "requirement that is no version": (
        changed_pack("requires: 0.1.0", "requires: '>=1'"),
        "pack.yaml:7:12: “>=1”; expected a version such as 0.1.0",
    ),
    "version that is a number": (
        changed_pack("version: 2026.1", "version: 3"),
        "pack.yaml:2:10: the number 3; expected text such as '2026.1'",
    ),
    "prefix in small letters": (
        {"pack.yaml": PACK.replace("prefix: LAKE", "prefix: lake")},
        "pack.yaml:4:9: “lake”; expected 2 to 10 capitals or digits, a letter first",
    ),
    "prefix of the national pack": (
        {"pack.yaml": PACK.replace("prefix: LAKE", "prefix: GOI")},
        "pack.yaml:4:9: “GOI”; expected a prefix of its own: GOI is national's",
    ),
    "pack that is a list": (
        {"pack.yaml": "- a"},
        "pack.yaml:1:1: a list; expected a mapping with name, version, title, prefix, extends, province, city, status, "
        "applies, maintainer, source, requires",
    ),
    "alias bomb": (
        changed("  patterns: [印章", "  labels: &a {a: 甲}\n  unless: *a\n  patterns: [印章"),
        f"{RULE_FILE}:8:11: an anchor or alias (& or *); expected it written out",
    ),
    "doubled key": (
        changed("level: warning", "level: warning\nlevel: error"),
        f"{RULE_FILE}:4:1: the key level a second time (first in line 3); expected each key once",
    ),
    "wrong encoding": (
        {"pack.yaml": PACK, RULE_FILE: "id: LAKE001\ntitle: \udcff"},
        f"{RULE_FILE}:2:8: a byte that is not UTF-8; expected a file saved as UTF-8",
    ),
    "tab": (
        changed("  patterns:", "\tpatterns:"),
        f"{RULE_FILE}:8:1: a tab in the indentation; expected spaces",
    ),
    "unknown key with a near miss": (
        changed("level: warning", "level: warning\nlevle: error"),
        f"{RULE_FILE}:4:1: unknown key levle; did you mean level?",
    ),
    "unknown key far from all": (
        changed("level: warning", "level: warning\nzzz: error"),
        f"{RULE_FILE}:4:1: unknown key zzz; expected id, name, level, title, source, check, params, message, advice, "
        "exceptions, terms, applies … (14 in all)",
    ),
    "rule that is a text": (
        {"pack.yaml": PACK, RULE_FILE: "seal"},
        f"{RULE_FILE}:1:1: “seal”; expected a mapping with id, name, level, title, source, check, params, message, "
        "advice, exceptions, terms, applies … (14 in all)",
    ),
    "id of another file": (
        changed("id: LAKE001", "id: LAKE002"),
        f"{RULE_FILE}:1:5: “LAKE002”; expected the file's name, LAKE001",
    ),
    "id with another prefix": (
        {"pack.yaml": PACK, "1-overview/GOI001.yaml": RULE.replace("LAKE001", "GOI001")},
        "1-overview/GOI001.yaml:1:5: “GOI001”; expected LAKE and three digits",
    ),
    "name with blanks": (
        changed("name: seal-named", "name: Seal named"),
        f"{RULE_FILE}:2:7: “Seal named”; expected lower-case letters, digits and hyphens",
    ),
    "name taken": (
        {"pack.yaml": PACK, RULE_FILE: RULE, "2-more/LAKE002.yaml": RULE.replace("LAKE001", "LAKE002")},
        f"2-more/LAKE002.yaml:2:7: the name seal-named is taken by {RULE_FILE}; expected another name",
    ),
    "id taken": (
        {"pack.yaml": PACK, RULE_FILE: RULE, "2-more/LAKE001.yaml": RULE.replace("seal-named", "named")},
        f"2-more/LAKE001.yaml:1:5: the id LAKE001 is taken by {RULE_FILE}; expected another id",
    ),
    "rule in the wrong place": (
        {"pack.yaml": PACK, "LAKE001.yaml": RULE},
        "LAKE001.yaml:1:1: a rule's file in the wrong place or with the wrong extension; expected <part>/<ID>.yaml",
    ),
    "rule with another extension": (
        {"pack.yaml": PACK, "1-overview/LAKE001.yml": RULE},
        "1-overview/LAKE001.yml:1:1: a rule's file in the wrong place or with the wrong extension; "
        "expected <part>/<ID>.yaml",
    ),
    "level that there is not": (
        changed("level: warning", "level: warn"),
        f"{RULE_FILE}:3:8: “warn”; did you mean warning?",
    ),
    "title in one language": (
        changed("title: {zh: 应写明印章, en: The seal is named}", "title: {en: The seal is named}"),
        f"{RULE_FILE}:4:8: the key zh is missing; expected text",
    ),
    "title without words": (
        changed("en: The seal is named", "en: ' '"),
        f"{RULE_FILE}:4:25: “ ”; expected text",
    ),
    "no exceptions": (
        changed("exceptions: {zh: 无, en: none}\n", ""),
        f"{RULE_FILE}:1:1: the key exceptions is missing; expected zh and en",
    ),
    "source without a place": (
        changed(", place: 第一条", ""),
        f"{RULE_FILE}:5:9: the key place is missing; expected text",
    ),
    "source of an unknown form": (
        changed(
            "source: {document: 湖滨〔2025〕1号, place: 第一条}",
            "source: {form_2019: {document: 旧, place: 一}, form_2022: {document: 新, place: 二}}",
        ),
        f"{RULE_FILE}:5:46: unknown key form_2022; did you mean form_2021?",
    ),
    "misspelt check": (
        changed("check: mentions", "check: mention"),
        f"{RULE_FILE}:6:8: “mention”; did you mean mentions?",
    ),
    "message with an unknown fact": (
        changed("  en: >-\n    {what} is", "  en: >-\n    {waht} is"),
        f"{RULE_FILE}:12:7: mentions has no fact waht; did you mean what?",
    ),
    "advice with an unknown fact": (
        changed("en: Name the seal.", "en: 'Name {seal}.'"),
        f"{RULE_FILE}:14:31: mentions has no fact seal; expected text, what",
    ),
    "message that looks into a fact": (
        changed("没有写明：{text}", "没有写明：{text.__class__}"),
        f"{RULE_FILE}:10:7: mentions has no fact text.__class__; expected text, what",
    ),
    "message that formats a fact": (
        changed("没有写明：{text}", "没有写明：{text:>99999999}"),
        f"{RULE_FILE}:10:7: a format after text; expected {{text}}",
    ),
    "message with half a brace": (
        changed("没有写明：{text}", "没有写明：{text"),
        f"{RULE_FILE}:10:7: a brace without its partner; expected {{fact}}; a brace itself: two",
    ),
    "message that is a mapping": (
        changed(
            "advice: {zh: 写明印章。, en: Name the seal.}", "advice:\n  zh: {what}\n  en: Name the seal."
        ),
        f"{RULE_FILE}:15:7: a mapping; {EXPECTED_TEXT}",
    ),
    "message that begins with a brace": (
        changed(
            "advice: {zh: 写明印章。, en: Name the seal.}",
            "advice:\n  zh: {what}没有写明\n  en: Name the seal.",
        ),
        f"{RULE_FILE}:15:13: bad YAML: text after a closing quote or bracket; {EXPECTED_TEXT}",
    ),
    "code without a term": (
        changed('  stamp: {zh: "", en: ""}\n', ""),
        f"{RULE_FILE}:17:3: the key stamp is missing; expected zh and en",
    ),
    "no terms at all": (
        {"pack.yaml": PACK, RULE_FILE: RULE.partition("terms:")[0]},
        f"{RULE_FILE}:1:1: the key terms is missing; expected words for seal, stamp",
    ),
    "term of no code": (
        changed("  seal: {", "  steal: {zh: 偷, en: steal}\n  seal: {"),
        f"{RULE_FILE}:17:3: unknown key steal; did you mean seal?",
    ),
    "params missing": (
        changed('params:\n  patterns: [印章, "公章(?:名称)?"]\n', ""),
        f"{RULE_FILE}:1:1: the key params is missing; expected the parameters patterns",
    ),
    "params of no check": (
        changed("  patterns: [", "  pattern: 章\n  patterns: ["),
        f"{RULE_FILE}:8:3: unknown key pattern; did you mean patterns?",
    ),
    "pattern that is a number": (
        changed("patterns: [印章", "patterns: [12"),
        f"{RULE_FILE}:8:14: the number 12; expected a regular expression",
    ),
    "pattern that cannot be compiled": (
        changed('"公章(?:名称)?"', '"公章(?:名称"'),
        f"{RULE_FILE}:8:26: a bad pattern (missing )); expected a regular expression",
    ),
    "pattern that would take all memory": (
        changed('"公章(?:名称)?"', '"((a{999}){999}){999}"'),
        f"{RULE_FILE}:8:19: a pattern whose repeats multiply too far; expected a regular expression",
    ),
    "text where a list is meant": (
        changed('patterns: [印章, "公章(?:名称)?"]', "patterns: 印章"),
        f"{RULE_FILE}:8:13: “印章”; expected a list",
    ),
    "param of neither kind": (
        changed("  patterns: [", "  within: [1, back]\n  patterns: ["),
        f"{RULE_FILE}:8:15: “back”; expected a whole number, or expected front, closing",
    ),
    "true where a number is meant": (
        changed("  patterns: [", "  limit: {characters: true}\n  patterns: ["),
        f"{RULE_FILE}:8:23: true; expected a whole number",
    ),
    "text where true or false is meant": (
        changed("  patterns: [", "  limit: {characters: 1, strict: yes}\n  patterns: ["),
        f"{RULE_FILE}:8:34: “yes”; expected true or false",
    ),
    "nested param missing": (
        changed("  patterns: [", "  limit: {strict: true}\n  patterns: ["),
        f"{RULE_FILE}:8:10: the key characters is missing; expected a whole number",
    ),
    "param of no valid value": (
        changed("  patterns: [", "  each: rows\n  patterns: ["),
        f"{RULE_FILE}:8:9: “rows”; did you mean row?",
    ),
    "mapping to something else than text": (
        changed("  patterns: [", "  labels: {a: [甲]}\n  patterns: ["),
        f"{RULE_FILE}:8:15: a list; {EXPECTED_TEXT}",
    ),
    "year that is a text": (
        changed("level: warning", "level: warning\napplies: {years: {first: since 2021}}"),
        f"{RULE_FILE}:4:26: “since 2021”; expected a whole number",
    ),
    "unknown form": (
        changed("level: warning", "level: warning\napplies: {forms: [form_2020]}"),
        f"{RULE_FILE}:4:19: “form_2020”; did you mean form_2021?",
    ),
    "unknown level of bodies": (
        changed("level: warning", "level: warning\napplies: {levels: [village]}"),
        f"{RULE_FILE}:4:20: “village”; expected department, government, town, subdistrict",
    ),
    "gate that is a text": (
        changed("level: warning", "level: warning\ngate: yes"),
        f"{RULE_FILE}:4:7: “yes”; expected true or false",
    ),
    "formula with a single equals sign": (
        changed("received ==", "received =", SUM),
        f"{RULE_FILE}:10:19: “=” in a formula; did you mean ==?",
    ),
    "formula with a misspelt row": (
        changed("disposed_total", "disposed_totl", SUM),
        f"{RULE_FILE}:10:22: unknown name disposed_totl; did you mean disposed_total?",
    ),
    "formula over columns where rows are meant": (
        changed("received == disposed_total", "'total == enterprise'", SUM),
        f"{RULE_FILE}:10:11: total is a column; each: column expects rows",
    ),
    "formula with names of another form than the rule's": (
        changed(
            "level: error",
            "level: error\napplies: {forms: [form_2019]}",
            SUM.replace("received == disposed_total", "received == otherwise_other"),
        ),
        f"{RULE_FILE}:11:22: unknown name otherwise_other; did you mean otherwise_disposed?",
    ),
    "formula over an unknown table": (
        changed("table: requests", "table: request", SUM),
        f"{RULE_FILE}:8:10: unknown name request; did you mean requests?",
    ),
}


@pytest.mark.parametrize(("files", "expected"), BROKEN.values(), ids=BROKEN)
def test_broken(tmp_path: Path, files: dict[str, str], expected: str | None) -> None:
    place = (tmp_path / "lakeside").as_posix()
    no_pack = f"{place}:1:1: there is no pack.yaml; expected one in the folder of a rule pack"
    assert faults(tmp_path, files) == (expected or no_pack)


def test_all_faults_at_once_by_file_and_line(tmp_path: Path) -> None:
    files = {
        "pack.yaml": PACK.replace("version: 2026.1", "version: 3"),
        RULE_FILE: RULE.replace("level: warning", "level: warn").replace("check: mentions", "check: mention"),
        "0-document/LAKE002.yaml": "a: &b 1",
    }
    assert faults(tmp_path, files).splitlines() == [
        "pack.yaml:2:10: the number 3; expected text such as '2026.1'",
        "0-document/LAKE002.yaml:1:4: an anchor or alias (& or *); expected it written out",
        f"{RULE_FILE}:3:8: “warn”; did you mean warning?",
        f"{RULE_FILE}:6:8: “mention”; did you mean mentions?",
    ]


def test_english_may_be_left_out_of_packs_that_are_not_built_in(tmp_path: Path) -> None:
    text = RULE.replace("title: {zh: 应写明印章, en: The seal is named}", "title: {zh: 应写明印章}")
    (rule,) = load(tmp_path, {"pack.yaml": PACK, RULE_FILE: text}).rules
    assert rule.title == Words("应写明印章", "应写明印章")
    with pytest.raises(PackError, match="the key en is missing"):
        load(tmp_path, {"pack.yaml": PACK, RULE_FILE: text}, trusted=True)


def test_what_is_wrong_with_the_pack_is_said_once(tmp_path: Path) -> None:
    files = {"pack.yaml": PACK.replace("prefix: LAKE", "prefix: lake"), RULE_FILE: RULE}
    expected = "“lake”; expected 2 to 10 capitals or digits, a letter first"
    assert faults(tmp_path, files) == f"pack.yaml:4:9: {expected}"


def test_what_lies_beside_the_rules(tmp_path: Path) -> None:
    """Lock files of editors, traces of other systems, and extensions that people get without asking."""
    folder = write(tmp_path, {"pack.yaml": PACK, RULE_FILE: RULE, "1-overview/._LAKE001.yaml": "\0"})
    (folder / "1-overview" / ".#LAKE001.yaml").symlink_to("somebody@host.1")
    (folder / "loop").symlink_to(".")
    assert [rule.id for rule in load_pack(folder, CHECKS, False, load_forms()).rules] == ["LAKE001"]
    (folder / "1-overview" / "LAKE002.yaml").symlink_to("nowhere")
    with pytest.raises(PackError, match="a link to a file that is not there"):
        load_pack(folder, CHECKS, False, load_forms())
    (folder / "1-overview" / "LAKE002.yaml").unlink()
    for name in ("LAKE002.yaml.txt", "LAKE002.YAML"):
        (folder / "1-overview" / name).write_text(ANOTHER, encoding="utf-8")
    with pytest.raises(PackError) as refusal:
        load_pack(folder, CHECKS, False, load_forms())
    assert [str(fault).split("; ")[0] for fault in refusal.value.faults if "extension" in str(fault)] == [
        f"1-overview/{name}:1:1: a rule's file in the wrong place or with the wrong extension"
        for name in ("LAKE002.YAML", "LAKE002.yaml.txt")
    ]


def test_faults_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(PackError) as refusal:
        load(tmp_path, changed("check: mentions", "check: mention"))
    assert [fault.in_language("zh") for fault in refusal.value.faults] == [
        f"{RULE_FILE}:6:8: 这里是“mention”；是否为 mentions？"
    ]


def test_faulty_pack_is_not_kept(tmp_path: Path) -> None:
    files = changed("check: mentions", "check: mention")
    assert faults(tmp_path, files) == faults(tmp_path, files)
    assert not (tmp_path / "cache").exists() or list((tmp_path / "cache").glob("lakeside*")) == []


def test_check_with_params_that_cannot_be_read(tmp_path: Path) -> None:
    class Strange(TypedDict):
        patterns: complex

    strange = SimpleNamespace(**{**vars(MENTIONS), "Params": Strange})
    folder = write(tmp_path, changed('patterns: [印章, "公章(?:名称)?"]', "patterns: 1"))
    with pytest.raises(PluginError, match="Params has a type that cannot be read: <class 'complex'>"):
        load_pack(folder, {**CHECKS, "mentions": cast("Check", strange)}, False)


def test_hidden_folders_are_no_part_of_a_pack(tmp_path: Path) -> None:
    files = {"pack.yaml": PACK, RULE_FILE: RULE, ".git/x.yaml": "&a", "1-overview/notes.md": "# notes"}
    assert [rule.id for rule in load(tmp_path, files).rules] == ["LAKE001"]


def test_national_rules_are_equal_from_cold_and_from_warm() -> None:
    from goi_lint.plugins import build_plugins

    plugins = build_plugins()
    cold, warm = (
        load_pack(Path(plugins.packs["national"]), plugins.checks, True, load_forms())
        for _ in ("cold", "warm")
    )
    assert cold == warm
    assert cold.prefix == "GOI"
    assert cold._replace(rules=()) == warm._replace(rules=())
