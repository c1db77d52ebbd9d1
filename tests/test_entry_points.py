from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from goi_lint.entry_points import EntryPoint, entry_points, parse

TEXT = """\
[console_scripts]
lake = lake.cli:main

[goi_lint]
# a comment
lake = lake.plugin
 shore=lake.shore:plugin.inner [extra]

[goi_lint.other]
no = no
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, alone on the search path before the standard library."""
    folder = tmp_path / "site"
    folder.mkdir()
    library = [entry for entry in sys.path if "site-packages" not in entry and not entry.endswith(".zip")]
    monkeypatch.setattr(sys, "path", [str(folder), *library[1:]])
    return folder


def install(path: Path, package: str, text: str) -> None:
    folder = path / package
    folder.mkdir(parents=True)
    (folder / "entry_points.txt").write_text(text)


def test_lines_of_a_section() -> None:
    assert list(parse(TEXT, "goi_lint")) == [
        EntryPoint("lake", "lake.plugin"),
        EntryPoint("shore", "lake.shore:plugin.inner [extra]"),
    ]


def test_installed_packages_by_name(path: Path) -> None:
    install(path, "Shore_pack-1.0.dist-info", "[goi_lint]\nshore = shore\n")
    install(path, "lake.egg-info", TEXT.replace(" shore=", "pier=").replace("lake.shore", "pier"))
    install(path, "other-2.dist-info", "[console_scripts]\nother = other\n")
    (path / "empty-1.dist-info").mkdir()
    assert [point.name for point in entry_points("goi_lint")] == ["lake", "pier", "shore"]


def test_of_two_installations_the_first_on_the_path_counts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = path.parent / "later"
    install(path, "lake_pack-2.dist-info", "[goi_lint]\nlake = new\n")
    install(later, "Lake.Pack-1.dist-info", "[goi_lint]\nlake = old\n")
    monkeypatch.setattr(sys, "path", [*sys.path, str(later), str(path.parent / "missing")])
    assert entry_points("goi_lint") == (EntryPoint("lake", "new"),)


def test_first_installation_without_the_section_hides_the_second(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = path.parent / "later"
    install(path, "lake-2.dist-info", "[console_scripts]\nlake = lake\n")
    install(later, "lake-1.dist-info", "[goi_lint]\nlake = old\n")
    monkeypatch.setattr(sys, "path", [*sys.path, str(later)])
    assert entry_points("goi_lint") == ()


def test_archives_on_the_path(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(path, "lake-1.dist-info", "[goi_lint]\nlake = lake\n")
    (path / "lake-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: lake\nVersion: 1\n")
    archive = path.parent / "shore.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("shore-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: shore\nVersion: 1\n")
        file.writestr("shore-1.dist-info/entry_points.txt", "[goi_lint]\nshore = shore\n")
    monkeypatch.setattr(sys, "path", [*sys.path, str(archive)])
    assert entry_points("goi_lint") == (EntryPoint("lake", "lake"), EntryPoint("shore", "shore"))


def test_finders_of_their_own_kind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    class Shelf:
        """A finder that knows one distribution."""

        def find_spec(self, name: str, path: object = None, target: object = None) -> None:
            """Find no module."""

        def find_distributions(self, context: object) -> list[metadata.Distribution]:
            return [metadata.PathDistribution(path / "hidden")]

    install(path, "hidden", "[goi_lint]\nhidden = hidden\n")
    (path / "hidden" / "METADATA").write_text("Metadata-Version: 2.1\nName: hidden\nVersion: 1\n")
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Shelf()])
    assert entry_points("goi_lint") == (EntryPoint("hidden", "hidden"),)


def test_loading() -> None:
    assert EntryPoint("a", "pathlib").load() is sys.modules["pathlib"]
    assert EntryPoint("a", "pathlib : Path.exists [x]").load() is Path.exists
