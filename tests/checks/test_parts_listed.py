"""The list of parts in the introduction is the form's six."""

from __future__ import annotations

import pytest

from checks.building import Said, reason, report, said
from goi_lint.checks import parts_listed
from goi_lint.model.report import Report

ONE_TO_FOUR = (
    "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况"
)
ALL = ONE_TO_FOUR + "、存在的主要问题及改进情况、其他需要报告的事项"
ITEMS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)


def _front(text: str) -> Report:
    return report(front=[text])


def _said(fault: str, parts: tuple[str, ...], listed: int, stated: int | str) -> Said:
    return [("front", {"fault": fault, "parts": parts, "listed": listed, "stated": stated})]


SILENT = {
    "number behind": _front(f"本年报包括{ALL}六个部分。"),
    "number before": _front(f"本报告共分六个部分：{ALL}。"),
    "no number": _front(f"全文包括{ALL}等内容。本报告电子版可下载。"),
    "及 and 其它": _front(
        f"本报告由{ALL}六部分组成。".replace("、行政诉讼", "及行政诉讼").replace("其他", "其它")
    ),
    "以及 before the last": _front(f"本报告由{ALL}六部分组成。".replace("、其他", "以及其他")),
    "quoted and numbered": _front(
        "本报告包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；"
        "四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。"
    ),
    "named 第一部分": _front(
        "本报告包括第一部分总体情况、第二部分主动公开政府信息情况、第三部分收到和处理政府信息公开申请情况、"
        "第四部分政府信息公开行政复议、行政诉讼情况、第五部分存在的主要问题及改进情况、第六部分其他需要报告的事项。"
    ),
    "long titles": _front(
        "本报告由总体情况、行政机关主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、"
        "政府信息公开工作存在的主要问题及改进情况、其他需要报告的事项六个部分组成，所列数据截至2023年12月31日。"
    ),
    "one wording deviates": _front(
        f"本报告由{ALL}六部分组成。".replace("主动公开政府信息情况", "主动公开情况")
    ),
    "open list": _front(f"本报告包括{ONE_TO_FOUR}等六个部分。"),
    "goes on behind the list": _front(f"本报告由{ALL}六部分组成，本报告数据、文字、图表均已核对。"),
}
REPORTS = {
    "seven, said to be six": (
        _front(f"报告由{ALL}六部分组成。".replace("、收到", "、依申请公开办理情况、收到")),
        _said("extra", ("依申请公开办理情况",), 7, 6),
    ),
    "five": (
        _front(f"本报告由{ONE_TO_FOUR}、其他需要报告的事项五部分组成。"),
        _said("missing", ("存在的主要问题及改进情况",), 5, 5),
    ),
    "six, said to be seven": (_front(f"本报告由{ALL}七部分组成。"), _said("number", ITEMS, 6, 7)),
    "open list, said to be five": (
        _front(f"本报告包括{ONE_TO_FOUR}等五个部分。"),
        _said("number", ITEMS[:4], 4, 5),
    ),
    "two unlike any part, one part missing": (
        _front(f"本年报包括{ALL}、附件。".replace("主动公开政府信息情况", "收费减免")),
        _said("extra", ("收费减免", "附件"), 7, ""),
    ),
    "extra without a number": (
        _front(f"本年报包括{ALL}、附件。"),
        _said("extra", ("附件",), 7, ""),
    ),
}
ABSENT = {
    "no list": (report(), "引言没有列出报告的组成部分"),
    "parts of a web site": (
        _front("本报告在门户网站公布，网站由门户和子站两部分组成。"),
        "引言没有列出报告的组成部分",
    ),
    "titles in a sentence of another kind": (
        _front("如对本报告的总体情况、主动公开政府信息情况、其他需要报告的事项有疑问，请联系。"),
        "引言没有列出报告的组成部分",
    ),
}


def test_list_below_the_first_heading() -> None:
    given = report(parts={1: [f"报告由{ALL}五部分组成。"]})
    assert said(parts_listed, given) == [
        ("part 1", {"fault": "number", "parts": ITEMS, "listed": 6, "stated": 5})
    ]


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(parts_listed, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(parts_listed, given) == expected


@pytest.mark.parametrize(("given", "why"), ABSENT.values(), ids=ABSENT)
def test_not_applicable(given: Report, why: str) -> None:
    assert reason(parts_listed, given) == why
