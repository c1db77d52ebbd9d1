from __future__ import annotations

import pytest

from checks.tables import Found, a_report, a_table, found, reason
from goi_lint.checks import tabled
from goi_lint.model.document import Picture, Place
from goi_lint.model.outline import Outline, Section
from goi_lint.model.report import Report


def part_three(report: Report, **fields: object) -> Report:
    """Return the report with fields of part three changed."""

    def changed(section: Section) -> Section:
        return section._replace(**fields) if section.heading.part == 3 else section  # type: ignore[arg-type]

    return report._replace(outline=Outline((), tuple(map(changed, report.outline.sections)), ()))


SILENT = {
    "table is there": a_report(a_table("requests")),
    "a picture stands beside the table": part_three(
        a_report(a_table("requests")), pictures=(Picture("图解", Place(33)),)
    ),
}

REPORTS = {
    "part without table": (
        a_report(a_table("disclosure")),
        [("part 3", {"instead": "nothing", "pictures": ()})],
    ),
    "table is two pictures": (
        part_three(a_report(), pictures=(Picture("", Place(33)), Picture("", Place(35)))),
        [("part 3", {"instead": "picture", "pictures": (Place(33), Place(35))})],
    ),
}


@pytest.mark.parametrize("report", SILENT.values(), ids=SILENT)
def test_silent(report: Report) -> None:
    assert found(tabled, report, table="requests") == []


@pytest.mark.parametrize(("report", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(report: Report, expected: Found) -> None:
    assert found(tabled, report, table="requests") == expected


def test_missing_part_is_not_asked() -> None:
    report = a_report()._replace(outline=Outline((), (), ()))
    assert reason(tabled, report, table="requests") == "part 3 is missing (see GOI020)"
