"""Checks as authors read them: whole outputs, and pages that are current."""

from __future__ import annotations

import json

import pytest

from goi_lint import check_pages
from goi_lint.checks import goi_lint_checks
from goi_lint.cli import main
from project_scripts import script

CHECKS = {check.NAME: check for check in goi_lint_checks()}
COMPLETED, CONTACTS, SIGNED = (CHECKS[name] for name in ("completed", "contacts_given", "signed_within"))
CARRIED, REPORTED = (CHECKS[name] for name in ("carried_over", "all_reported"))
EXPLAINED = """\
contacts_given
应写明联系方式

  参数  fields  必填  列表（address | postcode | phone | fax | email | site）  应写明的各项：address 地址、\
postcode 邮编、phone 电话、fax 传真、email 邮箱、site 电子版网址
  事实  missing  没有写明的各项
  词语  missing  address postcode phone fax email site
  示例  id: LOC101
        name: contacts-complete
"""
INTERNAL = """\
completed
Every rule could be run

  Facts  rule   id of the rule that could not be run
         cause  why, in words
  Note   judged by the engine, for national alone; a pack may change its level by an override
"""
ACROSS = """\
all_reported
Every body on the roster has a report for each year that is expected; those given by --history count

  Judges   the reports of several bodies
  Facts    body   the body
           years  the years of which there is no report
           hint   names of reports that may be the body's; empty where there is none
  Example  id: LOC101
"""
TABLE = """\
completed       每条规则都应能执行完毕
contacts_given  应写明联系方式
"""
MARKDOWN = """\
| check | what must hold |
|---|---|
| [`completed`](#completed) | Every rule could be run |
"""
SECTION = """\
### signed_within

The report was signed, else published, within a window of days of the year after its own

| parameter | | value | meaning |
|---|---|---|---|
| `not_before` | optional | text | the first day, as MM-DD, such as 01-01 |
"""
CODES = (
    "a rule's terms give words for each code of `{kind}`: `signature`, `publication`\n\n```yaml\nid: LOC101\n"
)


def test_table() -> None:
    assert check_pages.table((COMPLETED, CONTACTS), "zh") == TABLE
    assert check_pages.table((), "zh") == ""


def test_explanations() -> None:
    assert check_pages.explanations((CONTACTS,), "zh").startswith(EXPLAINED)
    assert check_pages.explanations((COMPLETED,), "en") == INTERNAL


def test_it_is_said_what_is_judged_where_that_is_more_than_one_report() -> None:
    assert check_pages.explanations((REPORTED,), "en").startswith(ACROSS)
    assert "\n\n判断同一单位各年的报告。\n\n" in check_pages.markdown((CARRIED,), "zh")
    said = json.loads(check_pages.as_json((SIGNED, CARRIED, REPORTED), "zh"))
    assert [check["scope"] for check in said["checks"]] == ["document", "series", "bodies"]


def test_markdown() -> None:
    assert check_pages.markdown_table((COMPLETED,), "en") == MARKDOWN
    section = check_pages.markdown((SIGNED,), "en")
    assert section.startswith(SECTION)
    assert CODES in section


def test_json() -> None:
    said = json.loads(check_pages.as_json((COMPLETED, SIGNED), "zh"))
    assert said["schema"] == "goi-lint-checks/1"
    first, second = said["checks"]
    assert first == {
        "name": "completed",
        "scope": "document",
        "about": {"zh": "每条规则都应能执行完毕", "en": "Every rule could be run"},
        "params": [],
        "facts": [
            {
                "name": "rule",
                "about": {"zh": "未能执行的规则的编号", "en": "id of the rule that could not be run"},
                "codes": [],
            },
            {"name": "cause", "about": {"zh": "为什么", "en": "why, in words"}, "codes": []},
        ],
        "example": None,
        "internal": {
            "zh": "由引擎判断，只能由 national 使用；规则包可用 override 改变级别",
            "en": "judged by the engine, for national alone; a pack may change its level by an override",
        },
    }
    assert second["params"][0] == {
        "name": "not_before",
        "kind": {"zh": "文字", "en": "text"},
        "required": False,
        "about": {
            "zh": "最早的日期，月-日，如 01-01（含当日）",
            "en": "the first day, as MM-DD, such as 01-01",
        },
    }
    assert second["facts"][2]["codes"] == ["signature", "publication"]


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["checks"], "absent "),
        (["checks", "completed", "contacts_given"], "completed\n"),
        (["checks", "--format", "json"], '{\n  "schema"'),
        (["checks", "--format", "markdown"], "| 检查 |"),
        (["checks", "--format", "markdown", "occurs"], "### occurs\n"),
    ],
)
def test_the_verb(arguments: list[str], begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--lang", "zh"]) == 0
    assert capsys.readouterr().out.startswith(begins)


def test_the_list_leaves_out_what_no_pack_can_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checks", "--format", "json"]) == 0
    listed = {check["name"] for check in json.loads(capsys.readouterr().out)["checks"]}
    assert set(CHECKS) - listed == {"completed", "exceptions_needed", "exceptions_reasoned", "readable"}


def test_an_unknown_check_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checks", "ocurs", "--lang", "zh"]) == 2
    assert capsys.readouterr().err == "goi-lint: 没有检查 ocurs；是否指 occurs？\n"


def test_pages_are_current() -> None:
    pages = script("build_check_docs").documentation()
    assert [path.name for path, text in pages.items() if path.read_text("utf-8") != text] == []


def test_pages_keep_what_stands_around_the_list() -> None:
    builder = script("build_check_docs")
    text = builder.with_checks(f"# Checks\n\n{builder.BEGIN}\nold\n{builder.END}\nMore.\n", "en")
    assert text.startswith(f"# Checks\n\n{builder.BEGIN}\n\n| check |")
    assert text.endswith(f"\n{builder.END}\nMore.\n")
    with pytest.raises(SystemExit, match="markers"):
        builder.with_checks("# Checks\n", "en")
