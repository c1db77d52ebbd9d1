"""What the wheel is told to carry is what lies in the source tree."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SETUPTOOLS = SETTINGS["tool"]["setuptools"]


def test_every_package_is_named() -> None:
    source = ROOT / "src"
    packages = {".".join(path.parent.relative_to(source).parts) for path in source.rglob("__init__.py")}
    assert sorted(SETUPTOOLS["packages"]) == sorted({*packages, "goi_lint.rules"})


def test_every_data_file_is_carried() -> None:
    """What is neither Python nor matched by a pattern of its package would be missing after an install."""
    folders = {name: ROOT / "src" / Path(*name.split(".")) for name in SETUPTOOLS["packages"]}
    folders["goi_lint.rules"] = ROOT / "rules"
    left_out = {
        path.relative_to(ROOT).as_posix()
        for name, folder in folders.items()
        for path in _own_files(name, folder)
        if not any(path in folder.glob(pattern) for pattern in SETUPTOOLS["package-data"].get(name, ()))
    }
    assert left_out == {"rules/README.md"}


def _own_files(package: str, folder: Path) -> list[Path]:
    """Return the data files of one package, those of the packages inside it left out."""
    deep = package == "goi_lint.rules"
    found = folder.rglob("*") if deep else folder.glob("*")
    return [path for path in found if path.is_file() and path.suffix not in (".py", ".pyc")]
