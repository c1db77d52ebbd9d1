from __future__ import annotations

from pathlib import Path

import pytest

from goi_lint.errors import PackError
from goi_lint.text.yaml_file import Node, located, plain, plain_folder

DATA = {
    "dates and versions stay text": ("a: 2021-09-29\nb: 2026.1\n", {"a": "2021-09-29", "b": "2026.1"}),
    "YAML 1.2 knows no yes and no octal": ("a: yes\nb: 017\nc: 1_000", {"a": "yes", "b": 17, "c": "1_000"}),
    "kinds": ("[1, -2, true, false, ~, null, 'null', 0.5]", [1, -2, True, False, None, None, "null", "0.5"]),
    "nothing after a key": ("a:\nb: x", {"a": None, "b": "x"}),
    "folded block": ("a: >-\n  {left} 与\n  {right}\n", {"a": "{left} 与 {right}"}),
    "Chinese": ("zh: 「一」列：不符（差 2）", {"zh": "「一」列：不符（差 2）"}),
    "byte order mark": ("\ufeffa: b", {"a": "b"}),
    "keys are text": ("2021: a\ntrue: b", {"2021": "a", "true": "b"}),
    "quoted number": ('"12"', "12"),
}

NO_TEXT = (
    "expected text; where it has special characters, as a block (`>-` after the key, the text indented below)"
)
QUOTED = "expected it in quotes, or as a block (`>-` after the key, the text indented below)"
FAULTS = {
    "empty": ("", "f.yaml:1:1: an empty file; expected keys with values"),
    "only a comment": ("# a\n", "f.yaml:2:1: an empty file; expected keys with values"),
    "alias bomb": (
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "f.yaml:1:4: an anchor or alias (& or *); expected it written out",
    ),
    "alias": ("a: x\nb: [*a]", "f.yaml:2:5: an anchor or alias (& or *); expected it written out"),
    "merge key": ("a:\n  <<: *b", "f.yaml:2:7: an anchor or alias (& or *); expected it written out"),
    "doubled key": (
        "a: 1\nb:\n  c: 1\n  c: 2",
        "f.yaml:4:3: the key c a second time (first in line 3); expected each key once",
    ),
    "tag": (
        "a: !!python/object:os.system x",
        "f.yaml:1:4: the tag tag:yaml.org,2002:python/object:os.system; expected no tag",
    ),
    "two documents": ("a: 1\n---\nb: 1", "f.yaml:2:1: a second YAML document (---); expected one a file"),
    "key that is a list": ("? [a]\n: b", f"f.yaml:1:3: a key that is no text; {NO_TEXT}"),
    "tab": ("a:\n\tb: 1", "f.yaml:2:1: a tab in the indentation; expected spaces"),
    "nested too deep": ("[" * 5000, "f.yaml:1:22: nesting deeper than 20; expected less"),
    "message that begins with a brace": (
        "zh: {left} ≠ {right}",
        f"f.yaml:1:12: bad YAML: text after a closing quote or bracket; {NO_TEXT}",
    ),
    "colon in a text": (
        "zh: a: b",
        "f.yaml:1:6: bad YAML: a colon where none can stand; a text with a colon is expected in quotes, or as a block "
        "(`>-` after the key, the text indented below); a key in one column with the others",
    ),
    "text that begins with @": (
        "zh: @a",
        f"f.yaml:1:5: bad YAML: a text that begins with @; {QUOTED}",
    ),
    "text that begins with a backquote": (
        "zh: `a`",
        f"f.yaml:1:5: bad YAML: a text that begins with `; {QUOTED}",
    ),
    "backslash in double quotes": (
        'a: "\\d+"',
        r"f.yaml:1:6: bad YAML: \d in double quotes; expected a pattern in single quotes",
    ),
    "quote not closed": ("a: 'b", "f.yaml:1:6: bad YAML: a quote that is not closed; expected its partner"),
    "bracket not closed": (
        "a: [b\nc: d",
        "f.yaml:2:2: bad YAML: a bracket that is not closed, or a comma that is missing; "
        "expected its partner, or a comma between two items",
    ),
    "key too far to the right": (
        "a:\n  b: [c]\n    d: e",
        "f.yaml:3:5: bad YAML: an indentation unlike that of the keys above; "
        "expected the keys of one level in one column",
    ),
    "key without a colon": (
        "a: b\nc\nd: e",
        "f.yaml:2:1: bad YAML: a key without a colon; expected key: value, with a half-width colon and a blank",
    ),
    "list behind its key": (
        "a: - b",
        "f.yaml:1:4: bad YAML: a list item where none can stand; expected the list below its key, each item after a -",
    ),
    "directive": (
        "%YAML 3.0\n---\na: b",
        "f.yaml:1:1: bad YAML (found incompatible YAML document (version 1.* is required)); expected YAML 1.2",
    ),
    "control character": ("a: b\nc: \x07d", "f.yaml:2:4: a control character; expected none"),
    "NUL by escape": ('a: "\\0"', "f.yaml:1:4: a control character; expected none"),
    "half a surrogate pair": ('a: "\\ud83d"', "f.yaml:1:4: a control character; expected none"),
}

BYTES = {
    "GB18030": (
        "甲: 乙".encode() + "\n丙: 丁".encode("gb18030"),
        "f.yaml:2:1: a byte that is not UTF-8; expected a file saved as UTF-8",
    ),
    "UTF-16": (
        "a: b".encode("utf-16"),
        "f.yaml:1:1: a byte that is not UTF-8; expected a file saved as UTF-8",
    ),
    "too large": (b"#" * 1_000_001, "f.yaml:1:1: a file of 1000001 bytes; expected at most 1000000 bytes"),
}


@pytest.mark.parametrize(("text", "expected"), DATA.values(), ids=DATA)
def test_data(text: str, expected: object) -> None:
    assert located(text.encode(), "f.yaml").plain() == expected


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=FAULTS)
def test_faults(text: str, expected: str) -> None:
    with pytest.raises(PackError) as refusal:
        located(text.encode(), "f.yaml")
    assert str(refusal.value) == expected


@pytest.mark.parametrize(("data", "expected"), BYTES.values(), ids=BYTES)
def test_faults_of_bytes(data: bytes, expected: str) -> None:
    with pytest.raises(PackError) as refusal:
        located(data, "f.yaml")
    assert str(refusal.value) == expected


def test_places() -> None:
    node = located("甲:\n  乙: 'text'\n  丙: [1, 甲]\n".encode(), "f.yaml")
    assert node == Node(
        {
            "甲": Node(
                {
                    "乙": Node("text", 2, 7, inline=True),
                    "丙": Node(
                        [Node(1, 3, 7), Node("甲", 3, 10, inline=True, bare=True)], 3, 6, bracketed=True
                    ),
                },
                2,
                3,
                {"乙": (2, 3), "丙": (3, 3)},
            )
        },
        1,
        1,
        {"甲": (1, 1)},
    )


def test_file_and_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "a.yaml").write_text("x: 1")
    (folder / "b.yaml").write_text("y: 2021-09-29")
    for _ in "cold", "warm":
        assert plain_folder(folder) == {"a.yaml": {"x": 1}, "b.yaml": {"y": "2021-09-29"}}
        assert plain(folder / "b.yaml") == {"y": "2021-09-29"}
    (folder / "a.yaml").write_text("x: 2")
    assert plain_folder(folder) == {"a.yaml": {"x": 2}, "b.yaml": {"y": "2021-09-29"}}


def test_warm_folder_is_not_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOI_LINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "a.yaml").write_text("x: 1")
    plain_folder(folder)
    monkeypatch.setitem(__import__("sys").modules, "ruamel.yaml", None)
    assert plain_folder(folder) == {"a.yaml": {"x": 1}}
