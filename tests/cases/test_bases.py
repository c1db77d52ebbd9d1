"""Base reports: written out whole, derived from another one, taken from the nearest pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from goi_lint.cases.bases import Bases
from goi_lint.cases.draft import Draft
from goi_lint.errors import PackFault
from goi_lint.packs.fields import Faults
from goi_lint.text.yaml_file import Node

NATIONAL = Path(__file__).parents[2] / "rules" / "national"
PARTS = (
    "[{heading: 一}, {heading: 二}, {heading: 三}, {heading: 四}, "
    "{heading: 五, text: 好}, {heading: 六, text: [无, 有]}]"
)
WHOLE = f"form: form_2021\ntitle: 题\nfront: [甲, 乙]\nparts: {PARTS}\nclosing: []\n"


def read(folder: Path, files: dict[str, str], name: str) -> tuple[Draft | None, list[str]]:
    """Return the base of that name of two packs, `near` extending `far`, and all faults."""
    for file, text in files.items():
        pack, _, stem = file.partition("/")
        path = folder / pack / "cases" / "base" / f"{stem}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found: list[PackFault] = []
    bases = Bases((folder / "near", folder / "far", NATIONAL), found)
    faults = Faults("case", found)
    draft = bases.draft(Node(name, 1, 1), faults)
    return draft, [str(fault).removeprefix(f"{folder}/").replace("/cases/base/", "/") for fault in found]


def titles(folder: Path, files: dict[str, str], name: str) -> tuple[str, ...]:
    draft, faults = read(folder, files, name)
    assert draft is not None
    assert faults == []
    return draft.title


def test_a_base_is_written_out(tmp_path: Path) -> None:
    draft, faults = read(
        tmp_path, {"near/own": f"{WHOLE}tables: {{review: {{cases: [{', '.join('0' * 14)}, 7]}}}}\n"}, "own"
    )
    assert faults == []
    assert draft is not None
    assert (draft.title, draft.front, draft.closing) == (("题",), ("甲", "乙"), ())
    assert [part.paragraphs for part in draft.parts] == [(), (), (), (), ("好",), ("无", "有")]
    assert [cell for cell, text in draft.cells().items() if text != "0"] == [
        ("review", "cases", "after_review_total")
    ]


def test_the_nearest_pack_counts(tmp_path: Path) -> None:
    near, far = WHOLE.replace("题", "近"), WHOLE.replace("题", "远")
    files = {"near/a": near, "far/a": far, "far/b": far, "far/form_2021": far}
    assert titles(tmp_path, files, "a") == ("近",)
    assert titles(tmp_path, files, "b") == ("远",)
    assert titles(tmp_path, files, "form_2021") == ("远",)
    assert titles(tmp_path, files, "form_2019") == ("栾川县农业农村局2020年政府信息公开工作年度报告",)


def test_a_base_derives_from_another_even_from_the_one_whose_place_it_takes(tmp_path: Path) -> None:
    files = {
        "near/form_2021": "base: form_2021\nchange: {text: {title: 近}}\n",
        "far/form_2021": "base: form_2021\nchange: {text: {title: 远, front: 远}}\n",
        "near/next": "base: form_2021\nchange: {text: {closing: 近}}\n",
    }
    draft, faults = read(tmp_path, files, "next")
    assert faults == []
    assert draft is not None
    assert (draft.title, draft.front, draft.closing) == (("近",), ("远",), ("近",))


MISTAKES = {
    "no mapping": ({"near/own": "[1]\n"}, "near/own.yaml:1:1: a list; expected a mapping with form, title"),
    "no YAML": ({"near/own": "a: [\n"}, "near/own.yaml:2:1: bad YAML"),
    "unknown key": (
        {"near/own": f"{WHOLE}titel: a\n"},
        "near/own.yaml:6:1: unknown key titel; did you mean title?",
    ),
    "key missing": (
        {"near/own": WHOLE.replace("title: 题\n", "")},
        "near/own.yaml:1:1: the key title is missing",
    ),
    "unknown form": (
        {"near/own": WHOLE.replace("_2021", "_2022")},
        "near/own.yaml:1:7: “form_2022”; did you mean form_2021?",
    ),
    "title as a mapping": (
        {"near/own": WHOLE.replace("title: 题", "title: {a: b}")},
        "near/own.yaml:2:8: a mapping; expected text",
    ),
    "two parts": (
        {"near/own": WHOLE.replace(PARTS, "[{heading: 一}, {heading: 二}]")},
        "near/own.yaml:4:8: 2 parts; expected a list of six parts",
    ),
    "part without heading": (
        {"near/own": WHOLE.replace("{heading: 四}", "{text: 四}")},
        "near/own.yaml:4:51: the key heading is missing",
    ),
    "unknown table": (
        {"near/own": f"{WHOLE}tables: {{request: {{}}}}\n"},
        "near/own.yaml:6:10: unknown key request; did you mean requests?",
    ),
    "unknown row": (
        {"near/own": f"{WHOLE}tables: {{requests: {{grantd: [1]}}}}\n"},
        "near/own.yaml:6:21: “grantd”; did you mean granted?",
    ),
    "short row": (
        {"near/own": f"{WHOLE}tables: {{requests: {{granted: [1]}}}}\n"},
        "near/own.yaml:6:30: 1 cell; expected 7",
    ),
    "row as a number": (
        {"near/own": f"{WHOLE}tables: {{requests: {{granted: 1}}}}\n"},
        "near/own.yaml:6:30: the number 1; expected a list such as [a, b]",
    ),
    "rows as a list": (
        {"near/own": f"{WHOLE}tables: {{requests: []}}\n"},
        "near/own.yaml:6:20: an empty list; expected a mapping such as {granted: [0, 0, 0]}",
    ),
    "unknown base": (
        {"near/own": "base: form2020\n"},
        "near/own.yaml:1:7: there is no base form2020; did you mean",
    ),
    "a circle": (
        {"near/own": "base: other\n", "far/other": "base: own\n"},
        "far/other.yaml:1:7: the base own leads back to itself; expected another one",
    ),
    "itself": ({"near/own": "base: own\n"}, "near/own.yaml:1:7: there is no base own; expected form_2019"),
    "replace": (
        {"near/own": "base: form_2021\nchange: {replace: {a: b}}\n"},
        "near/own.yaml:2:10: replace in a base; expected text or insert",
    ),
    "change of no base": (
        {"near/own": "base: form_2021\nchange: {cells: {review.case.total: 1}}\n"},
        "near/own.yaml:2:18: there is no cell review.case.total; did you mean review.cases.",
    ),
}


@pytest.mark.parametrize("defect", MISTAKES)
def test_a_mistake_is_named_once_at_its_place(tmp_path: Path, defect: str) -> None:
    files, said = MISTAKES[defect]
    draft, (found,) = read(tmp_path, files, "own")
    assert draft is None
    assert found.startswith(said)
