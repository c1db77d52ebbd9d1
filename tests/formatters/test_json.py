"""JSON and JSON lines: the keys of the contract, one line for each document."""

from __future__ import annotations

import json

import pytest

from formatters.samples import ALL, CLEAN, RUN, SUM, failed, written
from goi_lint.errors import Words
from goi_lint.formatters import json as json_format
from goi_lint.formatters import jsonl
from goi_lint.model.document import Place
from goi_lint.model.finding import Location

CLEAN_OBJECT = {
    "path": "reports/b.md",
    "format": "md",
    "report": {
        "title": None,
        "body": None,
        "level": None,
        "rank": None,
        "province": None,
        "city": None,
        "year": 2020,
        "form": "form_2019",
    },
    "packs": [],
    "outcomes": [{"rule": "GOI020", "status": "pass", "reason": None}],
    "findings": [],
    "suppressed": [],
}

FAULTY_OBJECT = {
    "path": "reports/嵩县 2023.txt",
    "format": "txt",
    "report": {
        "title": "嵩县科技局2023年政府信息公开工作年度报告",
        "body": "嵩县科技局",
        "level": "department",
        "rank": "county",
        "province": "henan",
        "city": "洛阳市",
        "year": 2023,
        "form": "form_2021",
    },
    "packs": [],
    "outcomes": [
        {"rule": "GOI033", "status": "notApplicable", "reason": "the report has no date"},
        {"rule": "GOI310", "status": "fail", "reason": None},
    ],
    "findings": [
        {
            "rule": "GOI310",
            "name": "requests-row-totals",
            "level": "error",
            "message": "Row （一）予以公开: 84 does not equal 85",
            "advice": "Check this.",
            "source": "国办公开办函〔2021〕30号 三",
            "location": {
                "address": "requests.granted.total",
                "part": 3,
                "table": "requests",
                "row": "（一）予以公开",
                "column": "总计",
                "line": 61,
                "end_line": 61,
                "page": None,
            },
            "related": [
                {
                    "address": "part 3",
                    "part": 3,
                    "table": None,
                    "row": None,
                    "column": None,
                    "line": None,
                    "end_line": None,
                    "page": None,
                    "paragraph": 7,
                }
            ],
            "facts": {"expected": "84", "actual": "85"},
            "culprit": None,
            "fingerprint": "0123456789abcdef",
        }
    ],
    "suppressed": [],
}

RELATED = SUM._replace(related=(Location("part 3", 3, place=Place(paragraph=7)),))
ONE_FAULT = ALL[0]._replace(outcomes=(ALL[0].outcomes[1], failed(RELATED)))


def test_whole_run() -> None:
    shown = json.loads(written(json_format, (ONE_FAULT, CLEAN), RUN._replace(language="en")))
    assert shown == {
        "schema": "goi-lint/1",
        "tool": {"name": "goi-lint", "version": "0.1.0"},
        "packs": [{"name": "national", "version": "2026.1"}],
        "summary": {"documents": 2, "errors": 1, "warnings": 0, "notes": 0, "suppressed": 0},
        "documents": [FAULTY_OBJECT, CLEAN_OBJECT],
        "outcomes": [],
        "findings": [],
        "suppressed": [],
        "exceptions": [],
    }


@pytest.mark.parametrize("number", range(4))
def test_any_number_of_documents_is_valid(number: int) -> None:
    shown = json.loads(written(json_format, (CLEAN,) * number))
    assert shown["documents"] == [CLEAN_OBJECT] * number


def test_lines_hold_the_same_objects() -> None:
    whole = json.loads(written(json_format, ALL))
    lines = written(jsonl, ALL).splitlines()
    assert [json.loads(line) for line in lines] == whole["documents"]


def test_no_character_of_a_report_ends_a_line() -> None:
    message = Words("甲\u2028乙\u2029丙\x85丁\n戊\x0b己\x1c庚", "")
    hostile = CLEAN._replace(outcomes=(failed(SUM._replace(message=message)),))
    lines = written(jsonl, (hostile,)).splitlines()
    assert len(lines) == 1
    assert json.loads(lines[0])["findings"][0]["message"] == message.zh


def test_a_path_that_is_no_text_stays_valid_json() -> None:
    hostile = CLEAN._replace(path="a\udcff.txt")
    data = written(jsonl, (hostile,)).encode("utf-8", "backslashreplace")
    assert json.loads(data)["path"] == "a\udcff.txt"


def test_chinese_is_readable_in_the_bytes() -> None:
    assert "嵩县科技局" in written(json_format, ALL)
