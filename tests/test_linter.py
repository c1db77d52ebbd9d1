"""The straight line as a library, and documents on which something breaks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

import goi_lint
from goi_lint.errors import ReadError, UsageError, Words
from goi_lint.linter import Linter, build_linter
from goi_lint.model.document import Document
from goi_lint.model.plugin import Reader
from goi_lint.model.report import BodyLevel, Given
from goi_lint.model.settings import Asked, Choice
from goi_lint.plugins import build_plugins

TEXT = "嵩县科学技术局2023年政府信息公开工作年度报告\n一、总体情况\n2023年2月30日开会。\n"


@pytest.fixture(scope="module")
def national() -> Linter:
    return build_linter(build_plugins())


def failing(run: goi_lint.RunResult) -> set[str]:
    return {finding.rule for finding in run.findings}


def test_text_bytes_and_file_are_judged_alike(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    runs = [goi_lint.lint(TEXT), goi_lint.lint(TEXT.encode("gb18030"), name="a.txt"), goi_lint.lint(file)]
    assert [run.documents[0].path for run in runs] == ["-", "a.txt", file.as_posix()]
    assert "GOI032" in failing(runs[0])
    assert [run.documents[0].findings for run in runs] == [runs[0].documents[0].findings] * 3
    assert [pack.name for pack in runs[0].packs] == ["national"]


def test_a_folder_is_judged_file_by_file(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    paths = [document.path for document in goi_lint.lint(tmp_path).documents]
    assert paths == [(tmp_path / name).as_posix() for name in ("a.md", "b.txt")]


def test_what_is_wrong_with_the_question_is_an_exception(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        goi_lint.lint(tmp_path / "nowhere.txt")
    with pytest.raises(UsageError, match="there is no rule pack nationl; did you mean national"):
        goi_lint.lint(TEXT, packs=("nationl",))


@pytest.mark.parametrize("source", [b"\x00\x01\xff\xfe\x00", "\ud800"], ids=["binary", "half a character"])
def test_what_is_wrong_with_the_document_is_a_finding(source: bytes | str) -> None:
    (document,) = goi_lint.lint(source).documents
    assert document.unreadable is not None
    assert [finding.rule for finding in document.findings] == ["GOI001"]


def test_given_facts_win(national: Linter) -> None:
    given = national._replace(asked_of=lambda name: Asked(given=Given(2021, BodyLevel.TOWN, "jilin")))
    identity = given.lint_bytes(TEXT.encode(), "a.txt").identity
    assert (identity.year, identity.level, identity.province) == (2021, BodyLevel.TOWN, "jilin")


def _reader(name: str, extension: str, recognised: bool, error: Exception | None = None) -> Reader:
    def read(data: bytes, path: str) -> Document:
        if error:
            raise error
        return Document(path, name, ())

    reader = SimpleNamespace(
        NAME=name, EXTENSIONS=(extension,), recognises=lambda data, path: recognised, read=read
    )
    return cast("Reader", reader)


READERS: Mapping[str, tuple[tuple[Reader, ...], str, str | Words]] = {
    "the extension's reader is asked first": (
        (_reader("one", ".one", True), _reader("two", ".two", True)),
        "a.TWO",
        "two",
    ),
    "the content decides against the extension": (
        (_reader("one", ".one", True), _reader("two", ".two", False)),
        "a.two",
        "one",
    ),
    "nobody recognises it: the extension's reader says why": (
        (_reader("two", ".two", False, ReadError(Words("坏了", "broken"))),),
        "a.two",
        Words("坏了", "broken"),
    ),
    "nobody knows it": (
        (_reader("one", ".one", False), _reader("two", ".two", False)),
        "a.three",
        Words("不是已知的格式（one、two）", "it is of no known format (one, two)"),
    ),
    "a defect of a reader concerns one document": (
        (_reader("one", ".one", True, ZeroDivisionError("x")),),
        "a.one",
        Words(
            "goi-lint 处理该文件时出错（ZeroDivisionError），这是程序的缺陷，请向开发者报告",
            "goi-lint failed on this file (ZeroDivisionError); this is a defect of the program, please report it",
        ),
    ),
}


@pytest.mark.parametrize(("readers", "name", "expected"), READERS.values(), ids=READERS)
def test_who_reads(national: Linter, readers: tuple[Reader, ...], name: str, expected: str | Words) -> None:
    result = national._replace(readers=readers).lint_bytes(b"", name)
    assert (result.unreadable or result.format) == expected


def _own_pack(folder: Path) -> str:
    """Make a pack of one rule, with the folder's name and the prefix TST."""
    national = build_plugins().packs["national"]
    (folder / "0-document").mkdir(parents=True)
    for source, target in (("pack", "pack"), ("0-document/GOI032", "0-document/TST032")):
        text = Path(national, f"{source}.yaml").read_text(encoding="utf-8")
        own = text.replace("GOI", "TST").replace("name: national", f"name: {folder.name}")
        (folder / f"{target}.yaml").write_text(own, encoding="utf-8")
    return str(folder)


def test_packs_stand_together_unless_they_use_the_same_ids(tmp_path: Path) -> None:
    plugins = build_plugins()
    one, two = _own_pack(tmp_path / "one"), _own_pack(tmp_path / "two")
    both = build_linter(plugins, Choice(("national", one, "national")))
    assert [pack.name for pack in both.packs] == ["national", "one"]
    with pytest.raises(UsageError, match="the rule packs one and two both have a rule TST032"):
        build_linter(plugins, Choice((one, two)))


def test_a_slow_pattern_of_a_pack_that_stands_alone_is_told(tmp_path: Path) -> None:
    """Without the national pack, too, a rule that could not be run must not look like one that found nothing."""
    (tmp_path / "0-document").mkdir()
    (tmp_path / "pack.yaml").write_text(
        "name: slow\nversion: '1'\ntitle: {zh: 慢, en: slow}\nprefix: SLOW\n", "utf-8"
    )
    (tmp_path / "0-document" / "SLOW001.yaml").write_text(
        "id: SLOW001\nname: slow\nlevel: warning\ntitle: {zh: 慢, en: slow}\n"
        "source: {document: 无, place: 无, custom: true}\ncheck: absent\nparams: {patterns: ['(a|a)*$']}\n"
        "message: {zh: 慢, en: slow}\nadvice: {zh: 无, en: none}\nexceptions: {zh: 无, en: none}\n",
        "utf-8",
    )
    text = f"某局2023年政府信息公开工作年度报告\n一、总体情况\n{'a' * 40}b\n"
    result = build_linter(build_plugins(), Choice((str(tmp_path),))).lint_bytes(text.encode(), "x.txt")

    assert [(one.rule, one.facts["rule"]) for one in result.findings] == [("GOI005", "SLOW001")]
