"""Where keys and values of TOML stand: a table of ways to write them, and any document made of them."""

from __future__ import annotations

import json
import tomllib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.config.toml_places import Spot, Steps, spots_of

TRAPS = ("[x]", "x = 1", "#", "'", '"', "\\", "{a = 1}", "]]", ",", "\n", "\t", "报告", '"""', "'''", " ")
"""Pieces of texts that look like something else."""


@pytest.mark.parametrize(
    ("text", "path", "key", "value"),
    [
        ("a = 1", ("a",), (1, 1), (1, 5)),
        ("# a = 1\n\n  a=1", ("a",), (3, 3), (3, 5)),
        ("\r\na = 1\r\nb = 2\r\n", ("b",), (3, 1), (3, 5)),
        ("a . b = 1", ("a", "b"), (1, 5), (1, 9)),
        ("[a]\nb = 1", ("a", "b"), (2, 1), (2, 5)),
        ("[a.b]\nc = 1", ("a", "b"), (1, 4), (1, 1)),
        ("[ a . 'b.c' ]\n\"d\" = 1", ("a", "b.c", "d"), (2, 1), (2, 7)),
        (r'"a\u0062" = 1', ("ab",), (1, 1), (1, 13)),
        ('"" = 1\na = 2', ("",), (1, 1), (1, 6)),
        ("a = [1, [2,\n 3]]", ("a", 1, 1), (1, 1), (2, 2)),
        ("a = [ # ]\n  '#', # 1,\n  2,\n]\nb = 1", ("a", 1), (1, 1), (3, 3)),
        ("a = [ # ]\n  '#', # 1,\n  2,\n]\nb = 1", ("b",), (5, 1), (5, 5)),
        ("a = {b = 1, c.d = 2}", ("a", "c", "d"), (1, 15), (1, 19)),
        ("a = {}\nb = []\nc = 1", ("c",), (3, 1), (3, 5)),
        ("[[a]]\nb = 1\n[[a]]\nb = 2", ("a", 1, "b"), (4, 1), (4, 5)),
        ("[[a]]\n[[a]]", ("a", 1), (2, 1), (2, 1)),
        ("[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\nc = 2", ("a", 0, "b", 1, "c"), (5, 1), (5, 5)),
        ("[[a]]\n[[a]]\n[a.b]\nc = 1", ("a", 1, "b", "c"), (4, 1), (4, 5)),
        ('a = """\nb = 1\n"x" \\""" ""\n"""""\nb = 2', ("b",), (5, 1), (5, 5)),
        ("a = '''\nb = 1\n''\\'''''\nb = 2", ("b",), (4, 1), (4, 5)),
        ("a = '\\'\nb = 2", ("b",), (2, 1), (2, 5)),
        ("a = 2023-02-01 07:32:00 # b = 1\nb = 2", ("b",), (2, 1), (2, 5)),
        ("a = [2023-02-01 07:32:00 , 1e5, nan]", ("a", 2), (1, 1), (1, 33)),
        ("'报告' = 1", ("报告",), (1, 1), (1, 8)),
    ],
)
def test_places(text: str, path: Steps, key: tuple[int, int], value: tuple[int, int]) -> None:
    tomllib.loads(text)
    spots = spots_of(text)
    assert (spots.key(path), spots.value(path)) == (Spot(*key), Spot(*value))


def paths_of(value: object, path: Steps = ()) -> set[Steps]:
    """Return the paths of everything in a parsed tree."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {path, *(found for step, one in inner for found in paths_of(one, (*path, step)))}


class Writer:
    """Writes a tree in one of the many ways TOML has; every name and every text begins with a word of its own."""

    def __init__(self, random: Random) -> None:
        self.random, self.number = random, 0

    def word(self) -> str:
        self.number += 1
        return f"k{self.number}k"

    def name(self) -> str:
        word = self.word()
        return self.random.choice([word, f'"{word}"', f"'{word} = ['", json.dumps(f'{word}].#"')])

    def text(self) -> str:
        content = self.word() + "".join(self.random.choices(TRAPS, k=self.random.randrange(4)))
        ways = [json.dumps(content, ensure_ascii=False)]
        ways.append('"""' + content.replace("\\", "\\\\").replace('"""', '""\\"') + '"""')
        if "'" not in content:
            ways.append(f"'''{content}'''")
            ways += [f"'{content}'"] * ("\n" not in content)
        return self.random.choice(ways)

    def value(self, depth: int) -> str:
        kind = self.random.randrange(5 if depth else 3)
        if kind == 3:
            items = [self.value(depth - 1) for _ in range(self.random.randrange(4))]
            gap = self.random.choice(["", " ", "\n  ", " # [ ' \n"])
            return f"[{gap}{f',{gap}'.join(items)}{gap}]"
        if kind == 4:
            pairs = [f"{self.name()} = {self.value(depth - 1)}" for _ in range(self.random.randrange(3))]
            return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
        return (
            self.text() if kind else self.random.choice(["1", "-0.5", "true", "2023-02-01 07:32:00", "nan"])
        )

    def pairs(self) -> str:
        lines = []
        for _ in range(self.random.randrange(4)):
            name = self.random.choice([".", " . "]).join(
                self.name() for _ in range(self.random.randrange(1, 3))
            )
            lines.append(f"{name} = {self.value(2)}{self.random.choice(['', ' # x = 1', '  '])}\n")
        return "".join(lines) + self.random.choice(["", "\n", "# [x]\n"])

    def document(self) -> str:
        pieces = [self.pairs()]
        array: str | None = None
        for _ in range(self.random.randrange(5)):
            kind = self.random.randrange(3)
            if kind == 0 or array is None:
                array = self.name()
                pieces.append(f"[[{array}]]\n")
            elif kind == 1:
                pieces.append(f"[[ {array} ]]\n")
            else:
                pieces.append(f"[{array}.{self.name()}]\n")
            pieces.append(self.pairs())
        return "".join(pieces)


@given(st.randoms(use_true_random=False))
def test_everything_has_its_place_and_nothing_else(random: Random) -> None:
    text = Writer(random).document()
    tree = tomllib.loads(text)
    spots = spots_of(text)
    lines = text.split("\n")
    assert {*spots.values} | {()} == paths_of(tree)
    for path in spots.keys:
        spot, name = spots.key(path), path[-1]
        if isinstance(name, str):
            word = name[: name.index("k", 1) + 1]
            assert lines[spot.line - 1][spot.column - 1 :].lstrip("\"'").startswith(word)
    for path in paths_of(tree) - {()}:
        value: object = tree
        for step in path:
            value = value[step]  # type: ignore[index]
        spot = spots.value(path)
        rest = "\n".join([lines[spot.line - 1][spot.column - 1 :], *lines[spot.line :]])
        if isinstance(value, str):
            assert rest.lstrip("\"'").startswith(value[: value.index("k", 1) + 1])
        elif isinstance(value, bool | int | float) and str(value) != "nan":
            assert rest.startswith(str(value).lower())
        elif isinstance(value, list):
            assert rest.startswith("[")
