"""Every check is described in full, and every example of a rule can be loaded and run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, TypedDict, cast

import pytest

import goi_lint
from goi_lint import checks as builtin
from goi_lint.check_docs import CheckDoc, ParamKind, check_doc, param_kinds
from goi_lint.errors import PluginError, Words
from goi_lint.model.finding import Outcome
from goi_lint.model.plugin import BODIES, DOCUMENT, SERIES, Check, scope_of
from goi_lint.plugins import build_plugins
from goi_lint.text.patterns import Pattern

ROOT = Path(__file__).parents[1]
CHECKS = {check.NAME: check for check in builtin.goi_lint_checks()}
DOCS = {name: check_doc(check) for name, check in CHECKS.items()}


@pytest.mark.parametrize("name", CHECKS)
def test_the_file_beside_a_check_describes_it(name: str) -> None:
    check, doc = CHECKS[name], DOCS[name]
    assert Path(str(cast(ModuleType, check).__file__)).with_suffix(".yaml").is_file()
    assert sorted(doc.params) == sorted(param.name for param in param_kinds(check))
    assert list(doc.facts) == list(check.FACTS)
    assert bool(doc.example) != bool(doc.internal)
    words = [doc.about, *doc.params.values(), *doc.facts.values()]
    assert [each for each in words if not (each.zh and each.en)] == []


def test_every_module_that_is_a_check_is_described() -> None:
    """The file that describes it is what makes a module a check."""
    found = [module.NAME for folder in ("", "series.", "bodies.") for module in _modules(folder)]
    assert found == list(CHECKS)
    assert [name for name, check in CHECKS.items() if name != check.NAME] == []


@pytest.mark.parametrize(("folder", "scope"), [("", DOCUMENT), ("series.", SERIES), ("bodies.", BODIES)])
def test_the_folder_says_what_a_check_judges(folder: str, scope: str) -> None:
    assert {scope_of(cast(Check, module)) for module in _modules(folder)} == {scope}
    assert {scope_of(CHECKS[module.NAME]) for module in _modules(folder)} == {scope}


def _modules(folder: str) -> list[ModuleType]:
    """Return the checks of one folder by name."""
    paths = Path(builtin.__path__[0], folder.rstrip(".")).glob("*.py")
    names = sorted({path.stem for path in paths} - {"__init__"})
    modules = [import_module(f"goi_lint.checks.{folder}{name}") for name in names]
    return [module for module in modules if hasattr(module, "NAME")]


def test_a_check_is_imported_when_it_is_used() -> None:
    code = (
        "import sys, goi_lint.checks as c; checks = {each.NAME: each for each in c.goi_lint_checks()}\n"
        "loaded = lambda: [name for name in sys.modules if name.startswith('goi_lint.checks.')]\n"
        "print(loaded(), checks['supplemented'].Params.__name__, 'goi_lint.checks.supplemented' in loaded())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[] Params True\n"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a pack that holds all examples, each under a number of its own."""
    folder = tmp_path_factory.mktemp("packs") / "local"
    (folder / "1-all").mkdir(parents=True)
    head = "name: local\nversion: '1'\ntitle: {zh: 例, en: Examples}\nprefix: LOC\n"
    (folder / "pack.yaml").write_text(head, "utf-8")
    examples = [doc.example for doc in DOCS.values() if doc.example]
    for number, example in enumerate(examples, 101):
        text = example.replace("id: LOC101", f"id: LOC{number}").replace("name: ", f"name: x{number}-", 1)
        (folder / "1-all" / f"LOC{number}.yaml").write_text(text, "utf-8")
    return folder


def test_every_example_is_a_rule_that_runs(pack: Path) -> None:
    result = goi_lint.lint(ROOT / "examples", packs=(str(pack),))
    used = [name for name, doc in DOCS.items() if doc.example]
    alone = [name for name in used if scope_of(CHECKS[name]) == DOCUMENT]
    assert len(_judged(result.outcomes)) == len(used) - len(alone) == 8
    for document in result.documents:
        assert len(_judged(document.outcomes)) == len(alone)


def _judged(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return the outcomes of the examples, all of which could be run."""
    local = [outcome for outcome in outcomes if outcome.rule.startswith("LOC")]
    reasons = [outcome.reason.zh for outcome in local if outcome.reason]
    assert [reason for reason in reasons if reason.startswith("未能执行")] == []
    return local


class _Inner(TypedDict):
    pattern: Pattern


class _Params(TypedDict):
    names: list[str]
    rows: dict[str, int]
    either: str | None
    inner: list[_Inner]


def _strange(file: Path | None = None) -> Check:
    fields: dict[str, Any] = {
        "__doc__": "Something holds.\n\nMore.",
        "NAME": "strange",
        "FACTS": {"a": "an a"},
    }
    return cast(Check, SimpleNamespace(**fields, CODES={}, Params=_Params, __file__=file and str(file)))


def test_a_check_without_a_file_is_described_by_its_docstring() -> None:
    first = Words("Something holds.", "Something holds.")
    assert check_doc(_strange()) == CheckDoc(first, {}, {"a": Words("an a", "an a")})


def test_a_plugin_may_have_such_a_file(tmp_path: Path) -> None:
    (tmp_path / "strange.yaml").write_text(
        "about: {zh: 某事成立, en: It holds}\nparams:\n  names: {zh: 名称, en: names}\n"
        "facts:\n  a: {zh: 甲, en: an a}\nexample: |\n  id: X001\n",
        "utf-8",
    )
    assert check_doc(_strange(tmp_path / "strange.py")) == CheckDoc(
        Words("某事成立", "It holds"),
        {"names": Words("名称", "names")},
        {"a": Words("甲", "an a")},
        "id: X001\n",
    )


@pytest.mark.parametrize("text", ["about: {zh: 某事成立}\n", "about: {zh: 某事成立, en: 3}\n", "- about\n"])
def test_a_file_of_another_shape_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "strange.yaml").write_text(text, "utf-8")
    with pytest.raises(PluginError):
        check_doc(_strange(tmp_path / "strange.py"))


def test_kinds_of_parameters() -> None:
    assert param_kinds(_strange()) == (
        ParamKind("names", Words("列表（文字）", "list (text)"), True),
        ParamKind("rows", Words("映射（值：整数）", "mapping (values: whole number)"), True),
        ParamKind("either", Words("文字 或 空", "text or nothing"), True),
        ParamKind("inner", Words("列表（映射）", "list (mapping)"), True),
        ParamKind("inner.pattern", Words("正则表达式", "regular expression"), True),
    )


def test_every_check_of_the_program_is_a_built_in_one() -> None:
    assert set(build_plugins().checks) >= set(CHECKS)
