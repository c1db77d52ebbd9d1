from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from goi_lint.cache import Entry, encoded, kept, key_of, name_for, store
from goi_lint.cache import fetch as fetched

KEY = "0" * 64
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps folders of users apart by itself")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def fetch(value: object = "old", key: str = KEY) -> object:
    return kept("pack", key, lambda: value)


def test_kept_until_the_key_changes(folder: Path) -> None:
    assert [fetch("old"), fetch("new"), fetch("new", "1" * 64), fetch("newer", "1" * 64)] == [
        *("old", "old"),
        *("new", "new"),
    ]


VALUES: tuple[object, ...] = ({"规则": ["一", 1, None, True]}, [], "文字", 0)


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_values_come_back_as_they_were(folder: Path, value: object) -> None:
    assert [fetch(value), fetch("other")] == [value, value]


LINES = Entry({"规则": "甲\n乙"}, encoded(["一\n二", "\u2028"]) + b"\n\n" + encoded([]) + b"\n")


def test_further_lines_come_back_undecoded(folder: Path) -> None:
    store("pack", KEY, LINES, "stamp")
    assert [fetched("pack", KEY), fetched("pack", stamp="stamp")] == [LINES, LINES]
    assert [fetched("pack", "1" * 64), fetched("pack", stamp="other"), fetched("other", KEY)] == [None] * 3


def test_entry_with_a_damaged_line_does_not_count(folder: Path) -> None:
    store("pack", KEY, LINES)
    entry = folder / "pack.json"
    entry.write_bytes(entry.read_bytes().replace("二".encode(), "三".encode()))
    assert fetched("pack", KEY) is None


@posix
def test_folder_and_file_belong_to_the_user_alone(folder: Path) -> None:
    fetch()
    assert [entry.name for entry in folder.iterdir()] == ["pack.json"]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "pack.json").stat().st_mode & 0o777 == 0o600


def _replace_by_link(folder: Path) -> None:
    entry = folder / "pack.json"
    entry.rename(folder / "elsewhere")
    entry.symlink_to(folder / "elsewhere")


def _damage(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        entry = folder / "pack.json"
        entry.write_bytes(change(entry.read_bytes()))

    return apply


DAMAGE = {
    "empty": _damage(lambda data: b""),
    "cut short": _damage(lambda data: data[:-2]),
    "other value": _damage(lambda data: data.replace(b"old", b"odd")),
    "no JSON": _damage(lambda data: b"\xff\xfe"),
    "header alone": _damage(lambda data: data.partition(b"\n")[0]),
    "of another kind": _damage(lambda data: data.replace(b"goi-lint", b"goi-lind")),
}
FOREIGN = {
    "file that others may write": lambda folder: (folder / "pack.json").chmod(0o666),
    "file that the group may write": lambda folder: (folder / "pack.json").chmod(0o660),
    "folder that others may write": lambda folder: folder.chmod(0o777),
    "symbolic link": _replace_by_link,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damaged_entry_is_computed_anew(folder: Path, damage: Callable[[Path], None]) -> None:
    fetch()
    damage(folder)
    assert [fetch("new"), fetch("newer")] == ["new", "new"]


@posix
@pytest.mark.parametrize("spoil", FOREIGN.values(), ids=FOREIGN)
def test_entry_that_others_may_have_written_does_not_count(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    fetch()
    spoil(folder)
    assert fetch("new") == "new"


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
@pytest.mark.parametrize("path", ["", "pack.json"], ids=["folder", "file"])
def test_entry_of_another_user_does_not_count(folder: Path, path: str) -> None:
    fetch()
    os.chown(folder / path, 12345, 12345)
    assert fetch("new") == "new"


def test_an_interrupt_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(source: str, target: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        fetch()
    assert list(folder.iterdir()) == []


def test_cache_that_is_a_file_is_done_without(folder: Path) -> None:
    folder.write_text("")
    assert [fetch("old"), fetch("new")] == ["old", "new"]
    assert folder.read_text() == ""


def test_entry_that_is_a_folder_is_done_without(folder: Path) -> None:
    fetch()
    (folder / "pack.json").unlink()
    (folder / "pack.json").mkdir()
    assert [fetch("old"), fetch("new")] == ["old", "new"]
    assert [entry.name for entry in folder.iterdir()] == ["pack.json"]


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_cache_that_cannot_be_written_is_done_without(folder: Path) -> None:
    folder.mkdir(mode=0o500)
    assert [fetch("old"), fetch("new")] == ["old", "new"]


def test_no_home_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GOI_LINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "relative")
    assert [fetch("old"), fetch("new")] == ["old", "new"]


def test_errors_of_computing_come_through(folder: Path) -> None:
    def fail() -> object:
        raise ValueError("faulty")

    with pytest.raises(ValueError, match="faulty"):
        kept("pack", KEY, fail)
    assert not folder.exists()


def test_keys_tell_files_and_contexts_apart() -> None:
    keys = [
        key_of({"a": b"1", "b": b"2"}),
        key_of({"a": b"12", "b": b""}),
        key_of({"a": b"1", "c": b"2"}),
        key_of({"a": b"1"}),
        key_of({"a": b"1", "b": b"2"}, "trusted"),
    ]
    assert len(set(keys)) == len(keys)
    assert key_of({"b": b"2", "a": b"1"}) == keys[0]


def test_names_tell_folders_apart(tmp_path: Path) -> None:
    names = [name_for(tmp_path / "a" / "pack"), name_for(tmp_path / "b" / "pack")]
    assert len(set(names)) == 2
    assert all(name.startswith("pack-") for name in names)
