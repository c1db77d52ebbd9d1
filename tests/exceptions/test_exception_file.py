"""The file of exceptions: what it says, and all that is wrong with it at once."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from goi_lint.assemble import load_forms
from goi_lint.errors import ConfigError, UsageError
from goi_lint.exceptions.entries import Entry
from goi_lint.exceptions.exception_file import read_exceptions
from goi_lint.model.finding import DocumentResult, Location, Suppression, SuppressionKind
from goi_lint.model.report import Identity

KNOWN = ("GOI040", "GOI050", "GOI310", "GOI311")


def entries(folder: Path, text: str | bytes) -> tuple[Entry, ...]:
    file = folder / "exceptions.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_exceptions(file, KNOWN, load_forms())


def faults(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        entries(folder, text)
    start = f"{folder.as_posix()}/exceptions.yaml:"
    return [fault.in_language("en").removeprefix(start) for fault in caught.value.faults]


def result(path: str, body: str | None = None, year: int | None = None) -> DocumentResult:
    return DocumentResult(path, "txt", None, Identity(body=body, year=year), None, ())


def test_a_whole_file(tmp_path: Path) -> None:
    first, second = entries(
        tmp_path,
        """\
# old ones
- rule: GOI040
  path: archive/2019/
  reason: >-
    已归档，
    不再修改

- rule: [GOI310, GOI311]
  body: 嵩县科学技术局
  year: 2023
  place: requests.granted.total
  reason: 原件如此
  until: 2026-12-31
""",
    )
    file = (tmp_path / "exceptions.yaml").as_posix()
    assert first._replace(matches=None) == Entry(
        ("GOI040",), None, None, None, None, "已归档， 不再修改", None, f"{file}:2"
    )
    until = datetime.date(2026, 12, 31)
    place = "requests.granted.total"
    assert second == Entry(
        ("GOI310", "GOI311"), None, "嵩县科学技术局", 2023, place, "原件如此", until, f"{file}:8"
    )
    assert second.suppression == Suppression(SuppressionKind.EXCEPTION, "原件如此", "2026-12-31", f"{file}:8")


@pytest.mark.parametrize("text", ["", "\n\n", "[]", "# nothing yet\n[]\n"])
def test_a_file_without_entries(tmp_path: Path, text: str) -> None:
    assert entries(tmp_path, text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {rule: GOI040, path: a}", ["1:3: the key reason is missing; expected why"]),
        ("- {rule: GOI040, path: a, reason: ' '}", ["1:36: “ ”; expected why"]),
        (
            "- {rule: GOI040, reason: x}",
            ["1:3: it does not say which reports it is for; expected path or body"],
        ),
        (
            "- {rule: GOI04, path: a, reason: x}",
            ["1:10: GOI04 is but the beginning of ids; expected each id in full, such as GOI040"],
        ),
        (
            "- {rule: GOI041, path: a, reason: x}",
            ["1:10: there is no rule GOI041; did you mean GOI040?"],
        ),
        ("- {rule: XY1, path: a, reason: x}", ["1:10: there is no rule XY1; all rules: goi-lint rules"]),
        (
            "- {rule: [GOI040, 5, [a]], path: a, reason: x}",
            [
                "1:19: the number 5; expected the id of a rule such as GOI040, or a list of ids",
                "1:22: a list; expected the id of a rule such as GOI040, or a list of ids",
            ],
        ),
        (
            "- {rule: [], path: a, reason: x}",
            ["1:10: an empty list; expected the id of a rule such as GOI040, or a list of ids"],
        ),
        (
            "- {rule: GOI040, path: '!a', reason: x}\n- {rule: GOI040, path: '/', reason: x}",
            [
                "1:25: “!a”; expected a pattern: archive/2019/",
                "2:25: “/”; expected a pattern: archive/2019/",
            ],
        ),
        ("- {rule: GOI040, path: ' ', reason: x}", ["1:25: “ ”; expected text"]),
        (
            "- {rule: GOI040, body: a, year: 23, reason: x}",
            ["1:33: the number 23; expected a year from 2008 to 2100"],
        ),
        (
            "- {rule: GOI040, body: a, until: 31.12.2026, reason: x}\n"
            "- {rule: GOI040, body: a, until: 2026-02-30, reason: x}\n"
            "- {rule: GOI040, body: a, until: 2026, reason: x}",
            [
                "1:34: “31.12.2026”; expected a date such as 2027-01-31",
                "2:34: “2026-02-30”; expected a date such as 2027-01-31",
                "3:34: the number 2026; expected a date such as 2027-01-31",
            ],
        ),
        (
            "- {rule: GOI040, path: a, reason: x, place: requests.grantd.total}",
            ["1:54: requests has no row or column grantd; did you mean granted?"],
        ),
        (
            "- {rule: [GOI3, GOI040], path: a, reason: x}",
            ["1:11: GOI3 is but the beginning of ids; expected each id in full, such as GOI310"],
        ),
        (
            "- {rule: GOI040, path: '[z-a]', reason: x}\n- {rule: GOI040, path: 'a[', reason: x}",
            [
                "1:25: “[z-a]”; expected a pattern: archive/2019/",
                "2:25: “a[”; expected a pattern: archive/2019/",
            ],
        ),
        *(
            (
                f"- {{rule: GOI040, path: {path}, reason: x}}",
                [
                    f"1:24: “{path}”; expected a pattern: archive/2019/, "
                    "from the folder of this file on, without . and .."
                ],
            )
            for path in ("../reports/", "./a.txt", "/../a", "a/../b", "..")
        ),
        (
            "- {rule: GOI040, path: a, reason: x, place: part 7}",
            ["1:45: no such place: part 7; did you mean part 6?"],
        ),
        (
            "- {rule: GOI040, path: a, reason: x, place: titel}",
            ["1:45: no such place: titel; did you mean title?"],
        ),
        (
            "- {rule: GOI040, path: a, reason: x, place: nowhere}",
            [
                "1:45: no such place: nowhere; expected title, front, closing, document, disclosure, requests, "
                "review, part 1, part 2, part 3, part 4, part 5 … (13 in all)"
            ],
        ),
        (
            "- {rule: GOI040, pth: a, body: b, reason: x}",
            ["1:18: unknown key pth; did you mean path?"],
        ),
        (
            "- GOI040",
            ["1:3: “GOI040”; expected a mapping with rule, path, body, year, place, reason, until"],
        ),
        ("rule: GOI040", ["1:1: a mapping; expected a list, each item beginning with - rule:"]),
        (
            "- {rule: GOI040, path: a, path: b}",
            ["1:27: the key path a second time (first in line 1); expected each key once"],
        ),
        (b"- \xff", ["1:3: a byte that is not UTF-8; expected a file saved as UTF-8"]),
        ("- &a {rule: GOI040}\n- *a", ["1:3: an anchor or alias (& or *); expected it written out"]),
    ],
)
def test_faults(tmp_path: Path, text: str | bytes, expected: list[str]) -> None:
    assert faults(tmp_path, text) == expected


def test_faults_are_told_all_at_once(tmp_path: Path) -> None:
    text = "- {rule: GOI04, path: a}\n- {rule: GOI040, reason: ''}\n"
    assert len(faults(tmp_path, text)) == 4


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read the exceptions"):
        read_exceptions(tmp_path / "none.yaml", KNOWN, {})


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("archive/", "archive/a.txt", True),
        ("archive/", "2019/archive/b/a.txt", True),
        ("archive/2019/", "archive/2019/a.txt", True),
        ("archive/2019/", "x/archive/2019/a.txt", False),
        ("*.docx", "a/b.docx", True),
        ("/*.docx", "a/b.docx", False),
        ("**/2021/*.html", "a/b/2021/c.html", True),
        ("a.txt", "./sub/../a.txt", True),
        ("a.txt", "../a.txt", False),
        ("报告 2023.txt", "x/报告 2023.txt", True),
    ],
)
def test_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, path: str, meant: bool) -> None:
    """They are told from the file's folder, from wherever goi-lint is run, and however the report is named."""
    (entry,) = entries(tmp_path, f"- {{rule: GOI040, path: '{pattern}', reason: x}}")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    assert entry.concerns(result(path)) is meant
    assert entry.concerns(result((tmp_path / path).as_posix())) is meant
    monkeypatch.chdir(tmp_path / "sub")
    assert entry.concerns(result(f"../{path}")) is meant


@pytest.mark.parametrize(
    ("keys", "body", "year", "meant"),
    [
        ("body: 嵩县科学技术局", "嵩县科学技术局", 2023, True),
        ("body: 嵩县 科学技术局", "嵩县科学技术局", 2023, True),
        ("body: 嵩县科学技术局", "嵩县科学技术局（汇总）", 2023, False),
        ("body: 嵩县科学技术局", None, 2023, False),
        ("body: 嵩县科学技术局, year: 2023", "嵩县科学技术局", 2023, True),
        ("body: 嵩县科学技术局, year: 2023", "嵩县科学技术局", 2022, False),
        ("path: a.txt, year: 2023", None, 2023, True),
        ("path: a.txt, year: 2023", None, None, False),
        ("path: b.txt, body: 嵩县科学技术局", "嵩县科学技术局", 2023, False),
    ],
)
def test_bodies(tmp_path: Path, keys: str, body: str | None, year: int | None, meant: bool) -> None:
    (entry,) = entries(tmp_path, f"- {{rule: GOI040, {keys}, reason: x}}")
    assert entry.concerns(result((tmp_path / "a.txt").as_posix(), body, year)) is meant


@pytest.mark.parametrize(
    ("place", "location", "covered"),
    [
        ("requests.granted.total", Location("requests.granted.total", 3), True),
        ("requests.granted", Location("requests.granted.total", 3), True),
        ("requests.granted", Location("requests.granted_in_part.total", 3), False),
        ("requests", Location("requests.total", 3), True),
        ("requests", Location("requests", 3), True),
        ("requests.granted.total", Location("requests.granted", 3), False),
        ("part 3", Location("requests.granted.total", 3), True),
        ("part 3", Location("part 3", 3), True),
        ("part 3", Location("part 4", 4), False),
        ("title", Location("title"), True),
        ("front", Location("title"), False),
    ],
)
def test_places(tmp_path: Path, place: str, location: Location, covered: bool) -> None:
    (entry,) = entries(tmp_path, f"- {{rule: GOI040, path: a, reason: x, place: {place}}}")
    assert entry.covers(location) is covered


def test_checks_of_plugins_may_have_places_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "exceptions.yaml"
    file.write_text("- {rule: GOI040, path: a, reason: x, place: attachment 1}", encoding="utf-8")
    (entry,) = read_exceptions(file, KNOWN, load_forms(), other_places=True)
    assert [entry.covers(Location(one)) for one in ("attachment 1", "title")] == [True, False]
