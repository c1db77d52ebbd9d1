"""Files and folders become inputs: whole lists, in order."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from goi_lint.discovery import Input, discover, read_input
from goi_lint.errors import ReadError, UsageError, Words
from goi_lint.limits import MAX_BYTES

EXTENSIONS = (".txt", ".md")

Tree = Mapping[str, str]

not_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def grow(folder: Path, tree: Tree) -> None:
    for path, text in tree.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def names(*paths: str, without: tuple[str, ...] = ()) -> list[str]:
    return [found.name for found in discover(paths, EXTENSIONS, without=without)]


FOLDERS: list[tuple[str, Tree, tuple[str, ...], list[str]]] = [
    (
        "known extensions, by name, folders among files",
        {"r/c.txt": "", "r/b/x.md": "", "r/a.TXT": "", "r/d.pdf": "", "r/b.txt": ""},
        ("r",),
        ["r/a.TXT", "r/b/x.md", "r/b.txt", "r/c.txt"],
    ),
    ("a slash at the end", {"r/a.txt": ""}, ("r/",), ["r/a.txt"]),
    ("the current folder", {"a.txt": "", "r/a.txt": ""}, (".",), ["a.txt", "r/a.txt"]),
    ("hidden files and folders", {"r/.a.txt": "", "r/.git/a.txt": "", "r/b.txt": ""}, ("r",), ["r/b.txt"]),
    ("what Word keeps of an open file", {"r/~$a.txt": "", "r/~a.txt": ""}, ("r",), ["r/~a.txt"]),
    (
        "what repositories have beside reports",
        {"r/README.md": "", "r/requirements.txt": "", "r/License.txt": "", "r/我的readme.txt": ""},
        ("r",),
        ["r/我的readme.txt"],
    ),
    ("a README that is named", {"r/README.md": ""}, ("r/README.md",), ["r/README.md"]),
    ("a hidden file that is named", {"r/.a.txt": ""}, ("r/.a.txt",), ["r/.a.txt"]),
    ("another extension that is named", {"a.doc": ""}, ("a.doc",), ["a.doc"]),
    ("a folder named like a report", {"x.txt/a.md": ""}, ("x.txt",), ["x.txt/a.md"]),
    ("a folder named like a report, inside", {"r/x.txt/a.md": ""}, ("r",), ["r/x.txt/a.md"]),
    ("the order as given", {"b.txt": "", "a.txt": ""}, ("b.txt", "a.txt"), ["b.txt", "a.txt"]),
    ("a file twice", {"r/a.txt": "", "r/b.txt": ""}, ("r/b.txt", "r", "./r/b.txt"), ["r/b.txt", "r/a.txt"]),
    ("an empty folder", {"r/a.pdf": ""}, ("r",), []),
    (
        "blanks, Chinese and line ends in names",
        {"r/嵩县 2020.txt": "", "r/a\nb.txt": "", "r/- x.txt": ""},
        ("r",),
        ["r/- x.txt", "r/a\nb.txt", "r/嵩县 2020.txt"],
    ),
    (
        "ignore files, deeper ones decide",
        {
            ".gitignore": "*.txt\n",
            "r/.gitignore": "!keep.txt\nold/\n",
            "r/keep.txt": "",
            "r/a.txt": "",
            "r/a.md": "",
            "r/old/x.md": "",
            "r/sub/keep.txt": "",
        },
        (".",),
        ["r/a.md", "r/keep.txt", "r/sub/keep.txt"],
    ),
    (
        "an ignore file with a line that is no pattern",
        {"r/.gitignore": "!\nb.txt\n", "r/a.txt": "", "r/b.txt": ""},
        ("r",),
        ["r/a.txt"],
    ),
    ("an ignored file that is named", {".gitignore": "a.txt\n", "a.txt": ""}, ("a.txt",), ["a.txt"]),
    (
        "the ignore files of the repository above",
        {".git/HEAD": "", ".gitignore": "/r/b.txt\n", "r/a.txt": "", "r/b.txt": ""},
        ("r",),
        ["r/a.txt"],
    ),
    (
        "outside a repository the folders above say nothing",
        {".gitignore": "b.txt\n", "r/a.txt": "", "r/b.txt": ""},
        ("r",),
        ["r/a.txt", "r/b.txt"],
    ),
    (
        "an ignored folder that is named",
        {".git/HEAD": "", ".gitignore": "/r/\n", "r/a.txt": "", "r/s/b.txt": ""},
        ("r/s",),
        ["r/s/b.txt"],
    ),
]


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not allow")
@pytest.mark.parametrize(
    ("tree", "paths", "expected"), [row[1:] for row in FOLDERS], ids=[row[0] for row in FOLDERS]
)
def test_what_is_found(here: Path, tree: Tree, paths: tuple[str, ...], expected: list[str]) -> None:
    grow(here, tree)
    assert names(*paths) == expected


def test_reports_in_other_formats_are_counted(here: Path) -> None:
    files = ("r/a.txt", "r/b.OFD", "r/s/c.rtf", "r/s/d.rtf", "r/e.csv", "r/.f.rtf", "r/ignored.rtf", "g.pdf")
    grow(here, dict.fromkeys(files, "") | {"r/.gitignore": "ignored.rtf"})
    unread: Counter[str] = Counter()
    assert [found.name for found in discover(["r", "g.pdf"], EXTENSIONS, unread=unread)] == [
        "r/a.txt",
        "g.pdf",
    ]
    assert unread == {".ofd": 1, ".rtf": 2}


def test_a_missing_path_stops_before_anything_is_read(here: Path) -> None:
    grow(here, {"a.txt": ""})
    with pytest.raises(UsageError) as caught:
        discover(["a.txt", "b.txt", "c\0.txt"], EXTENSIONS)
    assert caught.value.words == Words("路径不存在：b.txt、c\0.txt", "no such file or folder: b.txt, c\0.txt")


def test_what_the_run_writes_is_not_judged(here: Path) -> None:
    grow(here, {"r/a.txt": "", "r/report.txt": ""})
    assert names("r", without=("r/report.txt",)) == ["r/a.txt"]


def test_standard_input_has_the_name_it_is_given() -> None:
    assert list(discover(["-", "-"], EXTENSIONS, "a.txt")) == [Input("-", "a.txt")]
    assert list(discover(["-"], EXTENSIONS)) == [Input("-", "-")]


def test_links(here: Path) -> None:
    grow(here, {"r/a.txt": "", "s/b.txt": ""})
    (here / "r/again.txt").symlink_to("a.txt")
    (here / "r/broken.txt").symlink_to("nowhere.txt")
    (here / "r/loop").symlink_to(".", target_is_directory=True)
    (here / "r/other").symlink_to("../s", target_is_directory=True)
    (here / "named").symlink_to("s", target_is_directory=True)
    assert names("r") == ["r/a.txt", "r/broken.txt"]
    assert names("named", "s") == ["named/b.txt"]
    with pytest.raises(ReadError) as caught:
        read_input("r/broken.txt")
    assert caught.value.cause.en == "it is not there any more, or a link that leads nowhere"


def test_pipes_in_a_folder_are_no_reports(here: Path) -> None:
    grow(here, {"r/a.txt": ""})
    os.mkfifo(here / "r/pipe.txt")
    assert names("r") == ["r/a.txt"]


@not_root
def test_a_locked_folder_is_named(here: Path) -> None:
    grow(here, {"r/a.txt": "", "r/locked/b.txt": ""})
    (here / "r/locked").chmod(0)
    try:
        assert names("r") == ["r/a.txt", "r/locked"]
        with pytest.raises(ReadError) as caught:
            read_input("r/locked")
    finally:
        (here / "r/locked").chmod(0o700)
    assert caught.value.cause.en == "no permission to read it"


@not_root
@pytest.mark.parametrize("path", ["r", "r/a.txt", "r/folder", "link"])
def test_what_is_named_in_a_locked_folder_or_is_one(here: Path, path: str) -> None:
    grow(here, {"r/a.txt": "", "r/folder/b.txt": ""})
    (here / "link").symlink_to("r/folder")
    (here / "r").chmod(0)
    try:
        assert names(path) == [path]
        with pytest.raises(ReadError) as caught:
            read_input(path)
    finally:
        (here / "r").chmod(0o700)
    assert caught.value.cause.en == "no permission to read it"


def test_a_folder_that_cannot_be_entered_is_judged_as_unreadable(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: Path) -> bool:
        raise PermissionError

    grow(here, {"r/a.txt": ""})
    monkeypatch.setattr(Path, "exists", locked)
    assert names("r") == ["r"]


def _fill(size: int) -> Callable[[Path], None]:
    def fill(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return fill


@pytest.mark.parametrize(
    ("make", "cause"),
    [
        pytest.param(Path.mkdir, Words("这是文件夹", "it is a folder"), id="folder"),
        pytest.param(
            _fill(MAX_BYTES + 1),
            Words("文件超过 20 MB 的上限", "the file is larger than the limit of 20 MB"),
            id="too large",
        ),
        pytest.param(
            lambda path: path.symlink_to("/dev/zero"),
            Words("文件超过 20 MB 的上限", "the file is larger than the limit of 20 MB"),
            id="endless",
        ),
        pytest.param(
            lambda path: path.symlink_to(path),
            Words("无法读取（Too many levels of symbolic links）", "Too many levels of symbolic links"),
            id="a link to itself",
        ),
    ],
)
def test_what_cannot_be_read_says_why(here: Path, make: Callable[[Path], None], cause: Words) -> None:
    make(here / "x.txt")
    with pytest.raises(ReadError) as caught:
        read_input("x.txt")
    assert caught.value.cause == cause


def test_bytes_are_read_as_they_are(here: Path) -> None:
    (here / "a.txt").write_bytes(b"\xef\xbb\xbf\r\n\xff")
    assert read_input("a.txt") == b"\xef\xbb\xbf\r\n\xff"
    (here / "empty.txt").write_bytes(b"")
    assert read_input("empty.txt") == b""
