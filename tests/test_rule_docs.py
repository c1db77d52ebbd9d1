"""The documentation of the rules is what `scripts/build_rule_docs.py` writes."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = spec_from_file_location("build_rule_docs", ROOT / "scripts" / "build_rule_docs.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_page_is_current(script: ModuleType) -> None:
    assert [path.name for path in script.stale(script.documentation(), script.PAGES)] == []


def test_stale_pages_are_written_and_strangers_removed(script: ModuleType, tmp_path: Path) -> None:
    old, new, same, stranger = (tmp_path / f"GOI{number}.md" for number in (311, 312, 310, 999))
    for path in (old, same, stranger):
        path.write_text("# of another day\n", "utf-8")
    pages = {old: "# of today\n", new: "# new\n", same: "# of another day\n"}
    assert script.stale(pages, tmp_path) == [old, new, stranger]
    script.write(pages, script.stale(pages, tmp_path))
    assert script.stale(pages, tmp_path) == []
    assert {path: path.read_text("utf-8") for path in tmp_path.iterdir()} == pages


def test_the_table_stands_between_its_markers(script: ModuleType) -> None:
    text = f"# Rules\n\n{script.BEGIN}\nold\n{script.END}\n\nMore.\n"
    expected = (
        f"# Rules\n\n{script.BEGIN}\n\n| id | 级别 level | 要求 obligation | 依据 source |\n|---|---|---|---|\n\n"
        f"{script.END}\n\nMore.\n"
    )
    assert script.with_table(text, ()) == expected
    with pytest.raises(SystemExit, match="markers"):
        script.with_table("# Rules\n", ())
