"""`import goi_lint`: the public names, and what importing costs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import goi_lint


@pytest.mark.parametrize("name", goi_lint.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(goi_lint, name) is not None
    assert name in dir(goi_lint)


def test_names_are_sorted() -> None:
    assert sorted(goi_lint.__all__) == goi_lint.__all__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lnit'"):
        _ = goi_lint.lnit  # type: ignore[attr-defined]


def test_the_package_is_typed() -> None:
    assert Path(goi_lint.__file__).with_name("py.typed").exists()


@pytest.mark.parametrize(
    ("code", "heavy"),
    [
        ("import goi_lint", "dataclasses pluggy ruamel regex argparse typing pathlib goi_lint.linter"),
        (
            "import goi_lint.cli",
            "pluggy ruamel regex pathspec junit_xml importlib.metadata logging typing pathlib",
        ),
    ],
)
def test_importing_is_cheap(code: str, heavy: str) -> None:
    source = f"import sys; {code}; print(*(name for name in {heavy.split()} if name in sys.modules))"
    env = {"PYTHONPATH": str(Path(goi_lint.__file__).parent.parent)}
    shown = subprocess.run(
        [sys.executable, "-S", "-c", source], capture_output=True, text=True, env=env, check=True
    )
    assert shown.stdout == "\n"


def test_a_warm_run_imports_nothing_heavy(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("某县2023年政府信息公开工作年度报告\n", encoding="utf-8")
    heavy = (
        "dataclasses inspect pluggy ruamel.yaml regex pathspec junit_xml importlib.metadata difflib logging "
        "typing pathlib"
    )
    run = f"from goi_lint.cli import main; main(['check', '--quiet', {str(report)!r}]); "
    # What an editable install has imported by itself is forgotten before.
    warm = f"import sys; heavy = {heavy.split()}; [sys.modules.pop(name, None) for name in heavy]; {run}"
    shown = (
        "parts = sorted(name for name in sys.modules if name.startswith('goi_lint.readers.') and '_' in name[17:]); "
        "print(*(name for name in heavy if name in sys.modules), *parts, file=sys.stderr)"
    )
    env = {**os.environ, "GOI_LINT_CACHE_DIR": str(tmp_path / "cache")}
    for source in (run, warm + shown):
        found = subprocess.run(
            [sys.executable, "-c", source], capture_output=True, text=True, env=env, check=True
        )
    assert found.stderr == "\n"
