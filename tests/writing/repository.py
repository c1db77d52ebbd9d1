"""Reports of many bodies in several years, as a province has them, with faults planted and told one by one.

Of each county some departments and towns report, and its government, whose tables are the sums of theirs. Figures
follow from year to year; every report tells of something else. A roster says who is there and who belongs to whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from goi_lint.cases.draft import Draft
from goi_lint.cases.flavours import Flavour, write
from writing.base import draft_of
from writing.bodies import OFFICES, SEATS, Body, Seat, department, government, town
from writing.docx import write_docx
from writing.evolving import Tables, added_up, form_of, tables_of_years
from writing.flavours import any_flavour, encode
from writing.html import write_html
from writing.narratives import Narrative, narrative

FIRST_YEAR = 2020
"""The first year of a repository: its form is not that of the others."""
IN_A_COUNTY = 20
"""So many bodies a county has, where the counties suffice."""
LAYOUTS = ("tabs", "cells", "pipes", "trailing-pipes", "cell-pipes", "markdown")
_MORE_OFFICES = (
    *(
        "审计局",
        "统计局",
        "司法局",
        "商务局",
        "文化和旅游局",
        "应急管理局",
        "医疗保障局",
        "退役军人事务局",
        "林业局",
    ),
    *(
        "住房和城乡建设局",
        "城市管理局",
        "发展和改革局",
        "科学技术局",
        "工业和信息化局",
        "公安局",
        "信访局",
        "行政审批局",
    ),
    *(
        "粮食和物资储备局",
        "体育局",
        "生态环境局",
        "乡村振兴局",
        "机关事务服务局",
        "投资促进局",
        "海关监管局",
        "档案局",
    ),
)
_TOWNS = (
    *("双河镇", "石桥镇", "大柳镇", "青山镇", "白杨镇", "龙泉镇", "清水镇", "三岔镇", "红旗镇", "前进镇"),
    *("柳树镇", "黄泥镇", "杨家镇", "王庄镇", "李集镇", "赵店镇", "马场镇", "牛头镇", "桃源镇", "梨园镇"),
    *("枣林镇", "松岭镇", "槐荫镇", "榆树镇", "荷塘镇", "稻香镇", "麦田镇", "云峰镇"),
)


@dataclass(slots=True)
class Filed:
    """One report before it is written; faults are planted by changing it."""

    county: int
    body: Body
    year: int
    tables: Tables
    narrative: Narrative
    seed: str
    suffix: str = ""
    """What the file's name has besides, where a body has several reports of a year."""
    chosen: Flavour | None = None
    """How it must be written."""
    kind: str = ""
    """`html` or `docx` where it is no text."""

    @property
    def rng(self) -> Random:
        """Return what all else about the report is drawn from."""
        return Random(self.seed)

    @property
    def flavour(self) -> Flavour:
        """How it is written: mostly as most reports are, now and then in any way."""
        if self.chosen:
            return self.chosen
        rng = Random(f"{self.seed} flavour {self.suffix}")
        if rng.random() >= 0.1:
            return Flavour(rng.choice(LAYOUTS))
        return any_flavour(rng)

    @property
    def path(self) -> str:
        """Where it lies."""
        folder = f"{self.county:02}-{self.body.seat.name}/{self.body.name}"
        extension = f".{self.kind}" if self.kind else self.flavour.extension
        return f"{folder}/{self.year}{self.suffix}{extension}"

    def draft(self) -> Draft:
        """Return the report."""
        plain = draft_of(form_of(self.year), self.year, self.body, self.rng)
        told = self.narrative.told(self.body.name, self.body.self_name, self.year)
        texts = {1: told.overview, 5: told.problems}
        parts = tuple(
            replace(part, paragraphs=texts.get(part.number, part.paragraphs)) for part in plain.parts
        )
        return replace(plain, parts=parts, tables=self.tables)

    def data(self) -> bytes:
        """Return the file."""
        match self.kind:
            case "html":
                return write_html(self.draft(), style=self.rng.choice(("plain", "site", "centred")))
            case "docx":
                return write_docx(self.draft())
        return encode(write(self.draft(), self.flavour))


@dataclass(slots=True)
class Repository:
    """All reports by body and year, and what is wrong with them: rule, path, address of each finding."""

    years: tuple[int, ...]
    counties: tuple[tuple[Body, ...], ...]
    """The bodies of each county, its government first."""
    reports: dict[tuple[str, int], Filed]
    more: list[Filed] = field(default_factory=list)
    """Second reports of a body and year."""
    findings: set[tuple[str, str, str]] = field(default_factory=set)

    def filed(self) -> Iterator[Filed]:
        """Yield every report."""
        yield from self.reports.values()
        yield from self.more

    def mix(self, every: int) -> None:
        """Have some reports in other formats: each so-manieth, web pages and Word files in turn."""
        for number, report in enumerate(self.reports.values()):
            if number % every == 0:
                report.kind = ("html", "docx")[number // every % 2]

    def roster(self) -> str:
        """Return the roster as a file: all bodies, also those that did not report."""
        lines = [f"years: [{', '.join(map(str, self.years))}]", "bodies:"]
        for bodies in self.counties:
            lines.append(f"  - {bodies[0].name}")
            lines += [f"  - {{name: {body.name}, parent: {bodies[0].name}}}" for body in bodies[1:]]
        return "\n".join(lines) + "\n"

    def write(self, folder: Path) -> None:
        """Write all reports into a folder, with the roster and a configuration that names it."""
        for report in self.filed():
            path = folder / report.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(report.data())
        (folder / ROSTER).write_text(self.roster(), encoding="utf-8")
        (folder / "goi-lint.toml").write_text(f'roster = "{ROSTER}"\n', encoding="utf-8")


ROSTER = "bodies.yaml"


def repository(bodies: int, years: int = 3, seed: int = 0) -> Repository:
    """Return so many bodies with as many years of faultless reports each; the same ones for the same seed."""
    counties = tuple(_counties(bodies))
    span = tuple(range(FIRST_YEAR, FIRST_YEAR + years))
    reports: dict[tuple[str, int], Filed] = {}
    for number, county in enumerate(counties):
        series = {
            body.name: tables_of_years(span[0], years, Random(f"{seed} {body.name}")) for body in county[1:]
        }
        for at, year in enumerate(span):
            series.setdefault(county[0].name, []).append(
                added_up(form_of(year), [series[body.name][at] for body in county[1:]])
            )
        for body in county:
            for at, year in enumerate(span):
                name = f"{seed} {body.name} {year}"
                told = narrative(Random(f"{name} narrative"), body.kind == "government")
                reports[body.name, year] = Filed(number, body, year, series[body.name][at], told, name)
    return Repository(span, counties, reports)


def _counties(bodies: int) -> Iterator[tuple[Body, ...]]:
    """Yield the bodies of as many counties as it takes, which have about as many each."""
    number = min(len(SEATS), max(1, bodies // IN_A_COUNTY))
    for at, seat in enumerate(SEATS[:number]):
        share = bodies // number + (at < bodies % number)
        yield tuple(_bodies(seat))[:share]


def _bodies(seat: Seat) -> Iterator[Body]:
    """Yield the government of a place, then departments and towns in turn."""
    yield government(seat)
    offices = [department(seat, office) for office in (*OFFICES, *_MORE_OFFICES)]
    towns = [town(seat, name) for name in (seat.town, *_TOWNS)]
    for at in range(max(len(offices), len(towns))):
        yield from offices[at : at + 1]
        yield from towns[at : at + 1]
