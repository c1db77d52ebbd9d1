"""Five real reports, which lie beside the project where they may: what must and what must not be found in them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from goi_lint.assemble import assemble
from goi_lint.linter import build_linter
from goi_lint.model.finding import DocumentResult
from goi_lint.model.report import Report
from goi_lint.plugins import build_plugins
from goi_lint.readers import txt

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir() and not os.environ.get("CI"),
    reason="the real reports are not part of the project; they lie in ../shared/seeds where its makers work",
)

EXPECTED: Mapping[str, list[str]] = {
    "000": ["GOI030 at front", "GOI040 at front", "GOI304 at requests", "GOI404 at review"],
    "001": ["GOI030 at front", "GOI040 at front", "GOI601 at part 6", "GOI035 at part 6"],
    "002": [
        "GOI040 at front",
        "GOI022 at part 1",
        "GOI026 at part 1",
        "GOI303 at requests.not_processed_excessive",
    ],
    "003": [],
    "004": ["GOI024 at part 3", "GOI601 at part 6"],
}
NEVER = (
    "GOI001",
    "GOI002",
    "GOI003",
    "GOI012",
    "GOI013",
    "GOI020",
    "GOI031",
    "GOI032",
    "GOI041",
    "GOI042",
    "GOI043",
)
CELLS = {"form_2019": (22, 161, 15), "form_2021": (10, 175, 15)}


def path_of(seed: str) -> Path:
    """Return the file of a seed; in CI its absence is a failure."""
    found = sorted(SEEDS.glob(f"{seed}_*.txt"))
    assert found, f"no real report {seed} in {SEEDS}"
    return found[0]


@cache
def judged(seed: str) -> DocumentResult:
    return build_linter(build_plugins()).lint_bytes(path_of(seed).read_bytes(), f"{seed}.txt")


@cache
def read(seed: str) -> Report:
    return assemble(txt.read(path_of(seed).read_bytes(), f"{seed}.txt"))


@pytest.mark.parametrize("seed", EXPECTED)
def test_findings(seed: str) -> None:
    assert [f"{one.rule} at {one.location.address}" for one in judged(seed).findings] == EXPECTED[seed]


@pytest.mark.parametrize("seed", EXPECTED)
def test_every_cell_is_bound(seed: str) -> None:
    report = read(seed)

    assert report.form is not None
    assert tuple(len(table.cells) for table in report.tables.values()) == CELLS[report.form.key]
    assert all(table.complete and not table.extra for table in report.tables.values())


@pytest.mark.parametrize(
    ("seed", "form", "year", "body", "province", "city"),
    [
        ("000", "form_2019", 2020, "南关区科技局", "jilin", "长春市"),
        ("001", "form_2021", 2023, "通化市东昌区科学技术局", "jilin", "通化市"),
        ("002", "form_2019", 2020, "嵩县科技和工业信息化局", "henan", "洛阳市"),
        ("003", "form_2019", 2020, "济宁市兖州区科学技术局", "shandong", "济宁市"),
        ("004", "form_2021", 2021, "中韩(长春)国际合作示范区科技创新和工业信息化局", "jilin", "长春市"),
    ],
)
def test_identity(seed: str, form: str, year: int, body: str, province: str, city: str) -> None:
    identity = read(seed).identity

    assert (judged(seed).form, identity.year, identity.body, identity.province, identity.city) == (
        form,
        year,
        body,
        province,
        city,
    )
    assert identity.level == "department"


def test_figures_of_a_shifted_row_stand_in_their_columns() -> None:
    """The rows from （五）5. on lack their parents and begin two cells further left."""
    cells = read("002").tables["requests"].cells
    shifted = ("not_processed_reconfirmation", "otherwise_disposed", "disposed_total", "carried_forward")

    assert [len([cell for cell in cells.values() if cell.row == row]) for row in shifted] == [7, 7, 7, 7]
    assert not any(cell.blank for cell in cells.values())


def test_line_below_the_first_table_is_no_row() -> None:
    section = read("000").outline.part(2)

    assert section is not None
    assert [paragraph.text.strip()[:16] for paragraph in section.paragraphs] == [
        "2020年本行政区域（或本部门）"
    ]
