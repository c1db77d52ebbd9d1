"""The keys of the forms beside their labels: as text, JSON and on the page, and a base report as text."""

from __future__ import annotations

import json

import pytest

from goi_lint.assemble import load_forms
from goi_lint.cli import main
from goi_lint.form_keys import FormKey, keys_of
from goi_lint.plugins import build_plugins
from goi_lint.suites import base_of
from project_scripts import script

REVIEW = """\
review  表四
  列组  administrative_review   行政复议
  列    review_upheld           　结果维持
"""


def test_every_key_of_a_table_once() -> None:
    for form in load_forms().values():
        for table in form.tables.values():
            keys = keys_of(table)
            said = {key.key for key in keys if key.kind in ("row", "column")}
            rows, columns = ({row.label.key for row in table.rows}, {one.label.key for one in table.columns})
            assert said == rows | columns
            groups = [key.key for key in keys if key.kind.endswith("_group")]
            assert groups == [
                group.key for block in table.blocks for group in (*block.column_groups, *block.row_groups)
            ]


def test_groups_stand_before_what_they_hold() -> None:
    table = load_forms()["form_2021"].tables["review"]
    suit = "行政诉讼"
    assert keys_of(table)[6:9] == (
        FormKey("column_group", "administrative_suit", suit, (), "review.administrative_suit"),
        FormKey("column_group", "direct_suit", "未经复议直接起诉", (suit,), "review.direct_suit"),
        FormKey("column", "direct_upheld", "结果维持", (suit, "未经复议直接起诉"), "review.direct_upheld"),
    )


def shown(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main([*arguments, "--lang", "zh"]) == code
    said = capsys.readouterr()
    return said.out + said.err


def test_the_command_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    both = shown(capsys, "checks", "--keys")
    one = shown(capsys, "checks", "--keys", "form_2021")
    assert both.startswith("form_2019  2019 年格式（试行）\n\ndisclosure  表二\n  块  article_20_1 ")
    assert both.endswith(f"\n{one}")
    assert REVIEW in one
    objects = json.loads(shown(capsys, "checks", "--keys", "form_2021", "--format", "json"))
    first = objects["forms"][0]["tables"][0]["keys"][1]
    assert first == {
        "kind": "column",
        "key": "issued",
        "label": "本年制发件数",
        "path": [],
        "address": "disclosure.issued",
    }
    wrong = shown(capsys, "checks", "--keys", "form_2020", code=2)
    assert wrong == "goi-lint: 没有格式 form_2020；是否指 form_2021？\n"


def test_the_page_is_current() -> None:
    builder = script("build_key_docs")
    text = builder.PAGE.read_text("utf-8")
    assert builder.with_keys(text) == text
    with pytest.raises(SystemExit, match="markers"):
        builder.with_keys("# Keys\n")


def test_the_text_of_a_base_report(capsys: pytest.CaptureFixture[str]) -> None:
    text = base_of(build_plugins(), "national", "form_2019")
    assert "\n行政许可\t" in text
    assert shown(capsys, "test", "--base", "form_2019") == text
    assert shown(capsys, "test", "--base", "form_2019", "national") == text
    wrong = shown(capsys, "test", "--base", "form_2020", code=2)
    assert wrong == "goi-lint: 没有基准报告 form_2020；现有 form_2019、form_2021、government_2021\n"
