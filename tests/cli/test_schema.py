"""The verb `schema`: whole files, and what is said of a wrong request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goi_lint.cli import main
from goi_lint.schema import SCHEMAS

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema(here: Path, capsys: Captured, kind: str) -> None:
    assert main(["schema", kind]) == 0
    shown = capsys.readouterr()
    schema = json.loads(shown.out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:goi-lint:schema:{kind}:1"
    assert shown.err == ""
    assert main(["schema", kind, "-o", "a.json"]) == 0
    assert capsys.readouterr() == ("", "")
    assert (here / "a.json").read_bytes() == shown.out.encode()


def test_rules_of_packs_are_offered(here: Path, capsys: Captured) -> None:
    assert main(["schema", "rule", "--pack", "pack"]) == 0
    definitions = json.loads(capsys.readouterr().out)["$defs"]
    ids = ["GOI001", "GOI005", "TST032", "TST033"]
    assert definitions["removal"]["properties"]["disable"]["anyOf"][0] == {"enum": ids}
    assert [one["if"]["properties"]["override"]["const"] for one in definitions["change"]["allOf"]] == ids


WRONG = {
    "no kind": ([], "应指定一种文件：rule、pack、case、config、exceptions、roster"),
    "two kinds": (["rule", "pack"], "应指定一种文件：rule、pack、case、config、exceptions、roster"),
    "unknown kind": (["rules"], "没有文件种类 rules；是否指 rule？"),
    "unknown pack": (["rule", "--pack", "nationl"], "没有规则包 nationl；是否指 national？"),
    "no such folder": (["rule", "-o", "no/a.json"], "无法写入 no/a.json（没有这个文件或文件夹）"),
}


@pytest.mark.parametrize(("argv", "expected"), WRONG.values(), ids=WRONG)
def test_wrong_requests(here: Path, capsys: Captured, argv: list[str], expected: str) -> None:
    assert main(["schema", *argv]) == 2
    assert capsys.readouterr() == ("", f"goi-lint: {expected}\n")
