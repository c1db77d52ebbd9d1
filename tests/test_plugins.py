from __future__ import annotations

import sys
from pathlib import Path

import pytest

from goi_lint.errors import PluginError
from goi_lint.plugins import Plugins, build_plugins

HEAD = "from goi_lint.hookspecs import hookimpl\nfrom pathlib import Path\nfrom types import SimpleNamespace as It\n"
READER = "It(NAME={name!r}, EXTENSIONS=('.lake',), recognises=bool, read=bool)"
CHECK = "It(NAME={name!r}, FACTS={{}}, CODES={{}}, Params=dict, check=iter)"
FORMATTER = "It(NAME={name!r}, begin=str, document=str, end=str)"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the search path, where plugins are installed."""
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def install(site: Path, name: str, source: str) -> None:
    """Install a plugin: a module and the entry point that names it; modules of earlier tests are forgotten."""
    sys.modules.pop(f"{name}_plugin", None)
    (site / f"{name}_plugin.py").write_text(HEAD + source)
    folder = site / f"{name}-1.dist-info"
    folder.mkdir()
    (folder / "entry_points.txt").write_text(f"[goi_lint]\n{name} = {name}_plugin\n")


def hook(kind: str, offer: str) -> str:
    return f"@hookimpl\ndef goi_lint_{kind}():\n    return {offer}\n"


def refusal() -> str:
    with pytest.raises(PluginError) as refused:
        build_plugins()
    return refused.value.words.en


def names(plugins: Plugins) -> tuple[list[str], list[str], list[str], list[str]]:
    readers = [reader.NAME for reader in plugins.readers]
    return readers, list(plugins.checks), list(plugins.formatters), list(plugins.packs)


def test_built_ins_come_through_the_hooks() -> None:
    plugins = build_plugins()
    readers, checks, formatters, packs = names(plugins)
    assert {"md", "txt"} <= set(readers)
    assert {"completed", "formula", "readable"} <= set(checks)
    assert {"json", "jsonl", "junit", "text"} <= set(formatters)
    assert packs == sorted(plugins.built_in_packs)
    assert Path(plugins.packs["national"], "pack.yaml").is_file()


def test_every_folder_of_the_package_is_shipped() -> None:
    import tomllib

    import goi_lint

    root = Path(goi_lint.__file__).parent
    project = root.parents[1] / "pyproject.toml"
    if not project.is_file():
        pytest.skip("runs in the repository only")
    packages = {
        ".".join(("goi_lint", *path.parent.relative_to(root).parts)) for path in root.rglob("__init__.py")
    }
    listed = tomllib.loads(project.read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    assert sorted(listed) == sorted(packages | {"goi_lint.rules"})


def test_a_plugin_offers_everything_after_the_built_ins(site: Path) -> None:
    before = names(build_plugins())
    (site / "lakeside").mkdir()
    (site / "lakeside" / "pack.yaml").write_text("")
    offers = {
        "readers": f"[{READER.format(name='lake')}]",
        "checks": f"[{CHECK.format(name='seal_named')}]",
        "formatters": f"[{FORMATTER.format(name='csv')}]",
        "rule_packs": "[Path(__file__).parent / 'lakeside']",
    }
    install(site, "lake", "".join(hook(kind, offer) for kind, offer in offers.items()))
    plugins = build_plugins()
    added = (["lake"], ["seal_named"], ["csv"], ["lakeside"])
    assert names(plugins) == tuple(old + new for old, new in zip(before, added, strict=True))
    assert "lakeside" not in plugins.built_in_packs


BROKEN = {
    "misspelt hook": (
        hook("check", "[]"),
        "plugin lake: there is no hook goi_lint_check; expected goi_lint_checks",
    ),
    "hook far from all": (
        "@hookimpl\ndef offer_shoes():\n    return []\n",
        "plugin lake: there is no hook offer_shoes; expected goi_lint_checks, goi_lint_formatters, goi_lint_readers, "
        "goi_lint_rule_packs",
    ),
    "hook without its mark": (
        "def goi_lint_checks():\n    return []\n",
        "plugin lake: goi_lint_checks is not marked with @goi_lint.hookimpl",
    ),
    "check's name taken": (
        hook("checks", f"[{CHECK.format(name='formula')}]"),
        "plugin lake: goi_lint_checks offers formula, a name that the plugin goi_lint.checks has taken",
    ),
    "reader's name taken": (
        hook("readers", f"[{READER.format(name='txt')}]"),
        "plugin lake: goi_lint_readers offers txt, a name that the plugin goi_lint.readers has taken",
    ),
    "formatter's name taken": (
        hook("formatters", f"[{FORMATTER.format(name='junit')}]"),
        "plugin lake: goi_lint_formatters offers junit, a name that the plugin goi_lint.formatters has taken",
    ),
    "name offered twice": (
        hook("checks", f"[{CHECK.format(name='seal')}, {CHECK.format(name='seal')}]"),
        "plugin lake: goi_lint_checks offers seal, a name that the plugin lake has taken",
    ),
    "check without facts": (
        hook("checks", "[It(NAME='seal', CODES={}, Params=dict, check=iter)]"),
        "plugin lake: goi_lint_checks offers namespace(NAME='seal', CODES={}, Params=<class 'dict'>, "
        "check=<built-in function iter>), which lacks FACTS",
    ),
    "pack that is a text": (
        hook("rule_packs", "['lakeside']"),
        "plugin lake: goi_lint_rule_packs offers 'lakeside', which is no folder (a pathlib.Path)",
    ),
    "pack without its files": (
        hook("rule_packs", "[Path('lakeside')]"),
        "plugin lake: goi_lint_rule_packs offers the folder lakeside, which has no pack.yaml; the YAML files may have "
        "been left out of the package: see [tool.setuptools.package-data] in its pyproject.toml",
    ),
    "hook that fails": (
        hook("checks", "[][0]"),
        "plugin lake: goi_lint_checks failed (IndexError: list index out of range)",
    ),
    "hook that offers nothing": (
        hook("checks", "None"),
        "plugin lake: goi_lint_checks failed (TypeError: 'NoneType' object is not iterable)",
    ),
    "module that fails": (
        "1 / 0\n",
        "plugin lake: it cannot be loaded (ZeroDivisionError: division by zero)",
    ),
}


@pytest.mark.parametrize(("source", "expected"), BROKEN.values(), ids=BROKEN)
def test_broken_plugin(site: Path, source: str, expected: str) -> None:
    install(site, "lake", source)
    assert refusal() == expected


def test_hook_with_arguments_that_it_does_not_have(site: Path) -> None:
    install(site, "lake", "@hookimpl\ndef goi_lint_checks(config):\n    return []\n")
    assert refusal().startswith("plugin lake: a hook's arguments do not match: ")


def test_pack_named_as_a_built_in(site: Path) -> None:
    (site / "national").mkdir()
    (site / "national" / "pack.yaml").write_text("")
    install(site, "lake", hook("rule_packs", "[Path(__file__).parent / 'national']"))
    assert refusal() == (
        "plugin lake: goi_lint_rule_packs offers national, a name that the plugin goi_lint.packs has taken"
    )


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("name: lakeside", True),
        ("name: 'lakeside'  # 湖滨", True),
        ("version: '1'", True),
        ("name: lanting", False),
        ('name: "lanting"', False),
    ],
)
def test_pack_whose_name_is_not_its_folders(site: Path, line: str, fits: bool) -> None:
    """A name that is missing is told when the pack is loaded."""
    folder = site / "lakeside"
    folder.mkdir()
    (folder / "pack.yaml").write_text(f"title: 甲\n{line}\n", encoding="utf-8")
    install(site, "lake", hook("rule_packs", "[Path(__file__).parent / 'lakeside']"))
    if fits:
        assert "lakeside" in build_plugins().packs
        return
    assert refusal() == (
        "plugin lake: the pack's folder is called lakeside, but name in its pack.yaml is lanting; both must be the "
        f"same ({folder})"
    )


def test_two_plugins_of_one_name(site: Path) -> None:
    install(site, "lake", "")
    install(site, "shore", "")
    (site / "shore-1.dist-info" / "entry_points.txt").write_text("[goi_lint]\nlake = shore_plugin\n")
    assert refusal() == "plugin lake: a plugin of this name is registered already"


def test_module_that_is_not_there(site: Path) -> None:
    install(site, "lake", "")
    (site / "lake_plugin.py").unlink()
    sys.modules.pop("lake_plugin", None)
    assert (
        refusal() == "plugin lake: it cannot be loaded (ModuleNotFoundError: No module named 'lake_plugin')"
    )


def test_built_ins_lack_nothing() -> None:
    """They are not asked when they are loaded: to ask all checks would import them."""
    plugins = build_plugins()
    needs = {"NAME", "FACTS", "CODES", "Params", "check"}
    assert {
        check.NAME: lacking
        for check in plugins.checks.values()
        if (lacking := {need for need in needs if not hasattr(check, need)})
    } == {}
    offered = {
        reader.NAME: {"EXTENSIONS", "recognises", "read"} - set(dir(reader)) for reader in plugins.readers
    }
    offered |= {
        name: {"begin", "document", "end"} - set(dir(one)) for name, one in plugins.formatters.items()
    }
    assert set().union(*offered.values()) == set()
