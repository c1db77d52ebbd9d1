"""A folder as it comes in: two hundred good reports in every format, and twenty files that nobody can judge."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from goi_lint.cases.flavours import Flavour, write
from goi_lint.cli import main
from writing.base import draft
from writing.broken_files import Broken, broken_files
from writing.docx import write_docx
from writing.flavours import encode
from writing.html import STYLES, write_html

GOOD = 200
PRINTED = sorted((Path(__file__).parent / "data" / "reports").glob("faultless-*.[pd]*"))
FLAVOURS = ("tabs", "cells", "markdown", "pipes")
BROKEN = tuple(broken_files())


def good_file(number: int) -> tuple[str, bytes]:
    """Return name and bytes of a faultless report; the formats take turns."""
    report = draft(("form_2019", "form_2021")[number % 2], Random(number))
    turn = number // 5
    match number % 5:
        case 0:
            flavour = Flavour.parse(FLAVOURS[turn % len(FLAVOURS)])
            return flavour.extension, encode(write(report, flavour, number))
        case 1:
            path = PRINTED[turn % len(PRINTED)]
            return path.suffix, path.read_bytes()
        case 2:
            return ".docx", write_docx(report, seed=number, numbered=turn % 2 == 0, tracked=turn % 3 == 0)
    styles = tuple(STYLES)
    return ".html", write_html(report, style=styles[turn % len(styles)], broken=number % 5 == 4, seed=number)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what one run over the folder printed."""
    folder = tmp_path_factory.mktemp("年报")
    for number in range(GOOD):
        extension, data = good_file(number)
        (folder / f"{number:03}{extension}").write_bytes(data)
    for broken in BROKEN:
        (folder / broken.name).write_bytes(broken.data)
    out = folder.with_suffix(".json")
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("PATH", "")  # no LibreOffice, which might make something of a damaged .doc
        assert main(["check", str(folder), f"--format=json={out}", "--lang=zh"]) == 1
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def findings(judged: dict[str, Any], name: str) -> list[tuple[str, str]]:
    (document,) = (one for one in judged["documents"] if Path(one["path"]).name == name)
    return [(finding["rule"], finding["message"]) for finding in document["findings"]]


def test_every_file_has_its_result(judged: dict[str, Any]) -> None:
    names = [Path(one["path"]).name for one in judged["documents"]]

    assert len(names) == len(set(names)) == judged["summary"]["documents"] == GOOD + 20


def test_twenty_files_could_not_be_judged_and_no_other_is_at_fault(judged: dict[str, Any]) -> None:
    loud = {
        Path(one["path"]).name: sorted({finding["rule"] for finding in one["findings"]})
        for one in judged["documents"]
        if one["findings"]
    }

    assert loud == {broken.name: [broken.rule] for broken in BROKEN}


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_the_true_reason_is_given(judged: dict[str, Any], broken: Broken) -> None:
    ((rule, message),) = findings(judged, broken.name)

    assert (rule, broken.says in message) == (broken.rule, True), message
