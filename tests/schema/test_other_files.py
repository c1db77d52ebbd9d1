"""What the schemas of cases, configurations and exceptions accept, goi-lint accepts, and the other way round."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings

from schema.agreement import LOADERS, NATIONAL, beyond_a_schema, plain, refused, toml
from schema.mutations import GONE, changed, mutated

CASE: dict[str, Any] = {
    "base": "form_2021",
    "flavour": "cells+vertical:padded",
    "change": {
        "cells": {"requests.granted.total": None, "requests.granted.natural_person": 3},
        "labels": {"requests.granted": "（一）同意公开", "heading 3": "三、申请"},
        "delete": ["heading 4", "requests.received"],
        "swap": [["disclosure.penalties", "disclosure.coercive_measures"]],
        "add": [{"table": "disclosure", "after": "licences", "label": "其他", "cells": [3]}],
        "duplicate": ["part 6"],
        "move": {"part 5": "after part 6"},
        "text": {"part 6": "无", "title": ["某局2023年年报"]},
        "insert": {"part 1": ["注"]},
    },
    "expect": ["GOI310 at requests.granted.total", "GOI020 at part 4"],
}
SEVERAL: dict[str, Any] = {
    "year": 2024,
    "body": "临江市人民政府",
    "sums_up": True,
    "file": "政府/2024.txt",
    "reports": [
        {"year": 2023, "earlier": True, "file": "政府/2023.md", "expect": []},
        {"base": "form_2019", "year": 2020, "copied": True, "flavour": "pipes"},
        {
            "body": "临江市水利局",
            "sums_up": False,
            "change": {"text": {"part 6": "无"}},
            "expect": ["GOI310 at x"],
        },
    ],
    "roster": {
        "years": [2024],
        "bodies": ["临江市人民政府", {"name": "临江市水利局", "parent": "临江市人民政府"}],
    },
    "expect": ["GOI310 at requests.granted.total"],
}
CONFIG: dict[str, Any] = {
    "packs": ["national"],
    "include": ["reports/**"],
    "exclude": ["*.tmp"],
    "select": ["GOI3"],
    "ignore": ["goi040"],
    "levels": {"GOI040": "warning"},
    "fail-on": "never",
    "format": ["text", "json=a.json"],
    "lang": "zh",
    "exceptions": "a.yaml",
    "baseline": "b.json",
    "roster": "bodies.yaml",
    "paths": [
        {
            "patterns": ["2020/"],
            "year": 2020,
            "level": "town",
            "province": "吉林",
            "levels": {"GOI3": "note"},
        },
        {"patterns": ["2021/"], "city": "延边州"},
    ],
}
EXCEPTIONS: list[dict[str, Any]] = [
    {"rule": "GOI040", "path": "archive/2019/", "reason": "已归档"},
    {
        "rule": ["GOI310", "GOI311"],
        "body": "嵩县科学技术局",
        "year": 2023,
        "place": "requests.granted.total",
        "reason": "原件如此",
        "until": "2026-12-31",
    },
]
ROSTER: dict[str, Any] = {
    "years": [2024],
    "bodies": [
        "嵩县人民政府",
        {
            "name": "嵩县科学技术局",
            "aliases": ["嵩县科技局"],
            "paths": ["科技局/"],
            "parent": "嵩县人民政府",
            "years": [2023, 2024],
        },
    ],
}
GOOD: dict[str, Any] = {
    "case": CASE,
    "several": SEVERAL,
    "config": CONFIG,
    "exceptions": EXCEPTIONS,
    "roster": ROSTER,
}
WITH_ROSTER = ("config", {"roster": ROSTER})
FILES = [("case" if name == "several" else name, data) for name, data in GOOD.items()]


@pytest.mark.parametrize(
    ("kind", "data"), [*FILES, WITH_ROSTER, ("case", {}), ("config", {}), ("exceptions", [])]
)
def test_good_files(kind: str, data: object) -> None:
    assert refused(kind, data) == ""
    assert LOADERS[kind](data) == ""


BROKEN: dict[str, tuple[str, str, object]] = {
    "unknown key of a case": ("case", "chnage", {}),
    "unknown change": ("case", "change.cels", {}),
    "unknown flavour": ("case", "flavour", "tab"),
    "unknown decoration": ("case", "flavour", "tabs+bold"),
    "base that is a list": ("case", "base", ["form_2021"]),
    "cells that are a list": ("case", "change.cells", ["requests.granted.total"]),
    "cell that is a list": ("case", "change.cells", {"requests.granted.total": [1]}),
    "cell of no table": ("case", "change.cells", {"request.granted.total": 1}),
    "part that there is not": ("case", "change.duplicate", ["part 7"]),
    "move to nowhere": ("case", "change.move", {"part 3": "part 4"}),
    "swap of three": ("case", "change.swap", [["requests.granted", "requests.received", "requests.refused"]]),
    "added row without a label": (
        "case",
        "change.add",
        [{"table": "requests", "after": "granted", "cells": []}],
    ),
    "text of no place": ("case", "change.text", {"head": "无"}),
    "expect that is a text": ("case", "expect", "GOI310 at title"),
    "expect without a place": ("case", "expect", ["GOI310"]),
    "year of a case as a text": ("several", "year", "2024"),
    "year of a case too early": ("several", "year", 2007),
    "body of a case that is a list": ("several", "body", ["临江市水利局"]),
    "blank body of a case": ("several", "body", " "),
    "sum that is a text": ("several", "sums_up", "yes"),
    "file in a format that is no text": ("several", "file", "政府/2024.pdf"),
    "file from the root on": ("several", "file", "/2024.txt"),
    "file without a name": ("several", "file", "政府/.txt"),
    "file with a backslash": ("several", "file", "政府\\2024.txt"),
    "file that is a number": ("several", "file", 2024),
    "reports that are a mapping": ("several", "reports", {"year": 2023}),
    "report that is a year": ("several", "reports", [2023]),
    "unknown key of a report": ("several", "reports.0.yaer", 2023),
    "roster of a report": ("several", "reports.0.roster", {"bodies": ["临江市水利局"]}),
    "name of a report": ("several", "reports.0.name", "甲"),
    "copied as a text": ("several", "reports.1.copied", "yes"),
    "earlier that is null": ("several", "reports.0.earlier", None),
    "finding of an earlier report": ("several", "reports.0.expect", ["GOI310 at x"]),
    "copied report itself": ("several", "copied", True),
    "earlier report itself": ("several", "earlier", True),
    "roster of a case that is a list": ("several", "roster", ["临江市水利局"]),
    "roster of a case without bodies": ("several", "roster", {"years": [2024]}),
    "unknown key of the configuration": ("config", "ignores", ["GOI3"]),
    "packs that are a text": ("config", "packs", "national"),
    "no packs": ("config", "packs", []),
    "blank pattern": ("config", "include", [" "]),
    "id with a blank": ("config", "select", ["GOI 3"]),
    "level that there is not": ("config", "levels", {"GOI040": "warn"}),
    "levels that are a list": ("config", "levels", ["GOI040"]),
    "threshold that there is not": ("config", "fail-on", "fatal"),
    "format that there is not": ("config", "format", ["txt"]),
    "format without its file": ("config", "format", ["json="]),
    "language that there is not": ("config", "lang", "fr"),
    "paths that are a table": ("config", "paths", {"patterns": ["a"]}),
    "paths without patterns": ("config", "paths", [{"year": 2020}]),
    "year that is a text": ("config", "paths", [{"patterns": ["a"], "year": "2020"}]),
    "year too early": ("config", "paths", [{"patterns": ["a"], "year": 1999}]),
    "kind of body that there is not": ("config", "paths", [{"patterns": ["a"], "level": "village"}]),
    "province that there is not": ("config", "paths", [{"patterns": ["a"], "province": "长春"}]),
    "city that there is not": ("config", "paths", [{"patterns": ["a"], "city": "榆树市"}]),
    "city by the name of a province": ("config", "paths", [{"patterns": ["a"], "city": "海南"}]),
    "threshold of some paths": ("config", "paths", [{"patterns": ["a"], "fail-on": "note"}]),
    "unknown key of an exception": ("exceptions", "0.reasons", "甲"),
    "exception without a reason": ("exceptions", "0.reason", GONE),
    "exception with a blank reason": ("exceptions", "0.reason", " "),
    "exception without a rule": ("exceptions", "0.rule", GONE),
    "exception for no rules": ("exceptions", "0.rule", []),
    "exception for a number": ("exceptions", "0.rule", 40),
    "exception for any report": ("exceptions", "0.path", GONE),
    "day of another kind": ("exceptions", "1.until", "2026年12月31日"),
    "day that there is not": ("exceptions", "1.until", "2026-13-31"),
    "year of an exception as a text": ("exceptions", "1.year", "2023"),
    "roster that is a number": ("config", "roster", 3),
    "roster without bodies in the configuration": ("config", "roster", {"years": [2024]}),
    "unknown key of a roster": ("roster", "body", []),
    "roster without bodies": ("roster", "bodies", GONE),
    "roster of no bodies": ("roster", "bodies", []),
    "body that is a number": ("roster", "bodies", [3]),
    "body without a name": ("roster", "bodies.1.name", GONE),
    "blank name of a body": ("roster", "bodies.1.name", " "),
    "two bodies in one text": ("roster", "bodies", ["嵩县科技局，嵩县水利局"]),
    "unknown key of a body": ("roster", "bodies.1.alias", ["嵩县科技局"]),
    "alias that is a text": ("roster", "bodies.1.aliases", "嵩县科技局"),
    "no aliases": ("roster", "bodies.1.aliases", []),
    "path that is a number": ("roster", "bodies.1.paths", [1]),
    "parent that is a list": ("roster", "bodies.1.parent", ["嵩县人民政府"]),
    "year of a roster as a text": ("roster", "years", ["2024"]),
    "year of a roster too late": ("roster", "years", [2101]),
    "year of a roster twice": ("roster", "years", [2024, 2024]),
    "no years": ("roster", "bodies.1.years", []),
}


@pytest.mark.parametrize(("name", "path", "value"), BROKEN.values(), ids=BROKEN)
def test_broken_files_are_refused_by_both(name: str, path: str, value: object) -> None:
    broken = changed(GOOD[name], path, value)
    kind = dict(zip(GOOD, FILES, strict=True))[name][0]
    assert refused(kind, broken) != ""
    assert LOADERS[kind](broken) != ""


CASES = [("case", plain(path)) for path in sorted(NATIONAL.glob("cases/GOI[1-4]*/*.yaml"))]


@settings(max_examples=300, deadline=None)
@given(mutated([*FILES, *FILES, WITH_ROSTER, WITH_ROSTER, *CASES]))
def test_both_say_the_same_of_a_mutated_file(file: tuple[str, Any]) -> None:
    kind, data = file
    if kind == "config":
        assume(isinstance(data, dict) and _is_toml(data))
    faults, refusal = LOADERS[kind](data), refused(kind, data)
    if refusal:
        assert faults != "", f"goi-lint accepts what the schema refuses: {refusal}"
    elif faults:
        assert beyond_a_schema(faults, data), f"the schema accepts what goi-lint refuses: {faults}"


def _is_toml(data: object) -> bool:
    try:
        toml(data)
    except KeyError:
        return False
    return True
