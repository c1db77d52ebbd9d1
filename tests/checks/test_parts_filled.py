"""Parts without table hold words or a picture."""

from __future__ import annotations

import pytest

from checks.building import Said, report, said, section
from goi_lint.checks import parts_filled
from goi_lint.model.report import Report

SILENT = {
    "words": report(),
    "无 in part six": report(parts={6: ["无"]}),
    "tables are another check's": report(sections=[section(2, table=None)]),
    "an empty copy": report(sections=[section(1, counts=False), section(1, ["有。"])]),
}
REPORTS = {
    "nothing below the heading": (
        report(parts={5: []}),
        [("part 5", {"numeral": "五", "title": "存在的主要问题及改进情况"})],
    ),
    "nothing but marks": (
        report(parts={6: ["。", "——"]}),
        [("part 6", {"numeral": "六", "title": "其他需要报告的事项"})],
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(parts_filled, given) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(parts_filled, given) == expected
