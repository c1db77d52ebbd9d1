"""Where a rule looks: subheads, what stands under them, cells, labels, text as printed."""

from __future__ import annotations

from typing import Any

import pytest

from checks.building import compiled, report
from checks.tables import a_report, a_table
from goi_lint.checks.scopes import Searched, demanded, looked_at
from goi_lint.errors import AbsentError
from goi_lint.model.document import Place
from goi_lint.model.report import Report
from goi_lint.model.table import ExtraRow

TEXT = report(
    front=["现公布年度报告。"],
    parts={
        1: ["2023年，我局：", "（一）主动公开", "1.网站：发布12 条。", "（二）依申请公开。没有。"],
        5: ["（一）存在问题", "不够主动。"],
        6: ["无"],
    },
    closing=["2024年1月18日"],
)
TABLE = a_table("review")
EXTRA = ExtraRow("其他 情况", ("7", ""), Place(9))
TABLES = a_report(TABLE._replace(extra=(EXTRA,)), a_table("requests", granted__total="1２"))

Found = list[tuple[str, str]]
LOOKED_AT: dict[str, tuple[dict[str, Any], Found]] = {
    "text of a part, folded": ({"within": [6]}, [("part 6", "无")]),
    "title, front, closing": (
        {"within": ["title", "front", "closing"]},
        [
            ("title", "临江市水利局2023年政府信息公开工作年度报告"),
            ("front", "现公布年度报告。"),
            ("closing", "2024年1月18日"),
        ],
    ),
    "subheads": (
        {"look_at": "subheads"},
        [
            ("part 1", "(一)主动公开"),
            ("part 1", "1.网站:"),
            ("part 1", "(二)依申请公开。"),
            ("part 5", "(一)存在问题"),
        ],
    ),
    "subheads of one part": ({"look_at": "subheads", "within": [5]}, [("part 5", "(一)存在问题")]),
    "under a subhead": (
        {"under": "主动公开"},
        [("part 1", "1.网站:"), ("part 1", "发布12条。")],
    ),
    "subheads under a subhead": ({"under": "主动公开", "look_at": "subheads"}, [("part 1", "1.网站:")]),
    "under subheads within one another": (
        {"under": "公开|网站", "within": [1]},
        [("part 1", "1.网站:"), ("part 1", "发布12条。"), ("part 1", "没有。")],
    ),
    "as printed": ({"raw": True, "under": "网站："}, [("part 1", "发布12 条。")]),
}


def _pairs(of: Report, params: dict[str, Any]) -> Found:
    passages = looked_at(of, compiled(params))
    return [(passage.location.address, passage.folded) for passage in passages]


def _demanded(of: Report, **params: Any) -> Searched:
    return demanded(of, compiled(params))


@pytest.mark.parametrize(("params", "expected"), LOOKED_AT.values(), ids=LOOKED_AT)
def test_looked_at(params: dict[str, Any], expected: Found) -> None:
    assert _pairs(TEXT, params) == expected


def test_cells() -> None:
    found = _pairs(TABLES, {"look_at": "cells"})
    assert len(found) == 15 + 2 + 25 * 7
    assert [pair for pair in found if pair[1] not in ("0", "")] == [
        ("review", "7"),
        ("requests.granted.total", "12"),
    ]
    assert _pairs(TABLES, {"look_at": "cells", "within": [4]}) == found[:17]
    assert ("requests.granted.total", "1２") in _pairs(TABLES, {"look_at": "cells", "raw": True})


def test_labels() -> None:
    found = _pairs(TABLES, {"look_at": "labels", "within": [4]})
    assert [text for _, text in found[:3]] == ["行政复议", "行政诉讼", "结果维持"]
    assert found[-1] == ("review", "其他情况")


def test_everything() -> None:
    everything = _pairs(TABLES, {"look_at": "all"})
    cells, labels = (_pairs(TABLES, {"look_at": name}) for name in ("cells", "labels"))
    assert everything == cells + labels


LOCATIONS: dict[str, tuple[dict[str, Any], str, str]] = {
    "anywhere": ({}, "document", "临江市水利局2023年政府信息公开工作年度报告"),
    "anywhere, as printed": ({"raw": True}, "document", "临江市水利局2023年政府信息公开工作年度报告"),
    "a part": ({"within": [6]}, "part 6", "无"),
    "the first of several": ({"within": [6, 5]}, "part 6", "无"),
    "title": ({"within": ["title"]}, "title", "临江市水利局2023年政府信息公开工作年度报告"),
    "front": ({"within": ["front"]}, "front", "现公布年度报告。"),
    "closing": ({"within": ["closing"]}, "closing", "2024年1月18日"),
    "under a subhead": ({"under": "依申请"}, "part 1", "没有。"),
    "subheads": ({"look_at": "subheads", "within": [5]}, "part 5", "（一）存在问题"),
}


@pytest.mark.parametrize(("params", "address", "beginning"), LOCATIONS.values(), ids=LOCATIONS)
def test_where_something_lacking_belongs(params: dict[str, Any], address: str, beginning: str) -> None:
    search = _demanded(TEXT, **params)
    assert (search.location.address, search.beginning) == (address, beginning)


def test_where_labels_belong() -> None:
    assert _demanded(TABLES, look_at="labels", within=[3]).location.address == "requests"


def test_lines_are_one_text() -> None:
    assert _demanded(report(parts={1: ["网", "站发布12", "条"]}), within=[1]).text == "网站发布12条"


LACKING: dict[str, tuple[Report, dict[str, Any], str]] = {
    "part": (report(sections=[]), {"within": [1]}, "相关部分缺失或为空"),
    "empty part": (report(parts={1: []}), {"within": [1]}, "相关部分缺失或为空"),
    "title": (report(title=None), {"within": ["title"]}, "相关部分缺失或为空"),
    "table": (TEXT, {"look_at": "cells"}, "没有可读的表格"),
    "subhead": (TEXT, {"under": "平台"}, "没有规则所指的小标题"),
    "part whose subheads are asked for": (
        report(parts={1: []}),
        {"within": [1], "look_at": "subheads"},
        "相关部分缺失或为空",
    ),
}


@pytest.mark.parametrize(("given", "params", "why"), LACKING.values(), ids=LACKING)
def test_what_is_lacking_is_not_demanded(given: Report, params: dict[str, Any], why: str) -> None:
    with pytest.raises(AbsentError) as caught:
        demanded(given, compiled(params))
    assert caught.value.reason.zh == why
