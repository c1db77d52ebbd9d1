"""What goes wrong between the reports of many bodies and years, planted in a faultless repository.

Each fault notes the findings that it must cause: rule, path and address; one that shows in the sums of the county too
notes both. No fault touches what another one is about, so that together they cause these findings and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random

from goi_lint.cases.flavours import Flavour
from writing.bodies import Body
from writing.evolving import added_up, form_of
from writing.figures import APPLICANTS, balanced
from writing.narratives import narrative
from writing.repository import ROSTER, Filed, Repository

CARRIED = "requests.brought_forward"


class Ground:
    """A repository with what is still untouched of it."""

    def __init__(self, repository: Repository, seed: int) -> None:
        self.repository = repository
        self.rng = Random(seed)
        self._used: set[object] = set()

    def county_year(self, first: int) -> tuple[int, int]:
        """Return a county and a year (from the year of that number on) in which nothing is wrong so far."""
        counties = range(len(self.repository.counties))
        free = [
            (county, year)
            for county in counties
            for year in self.repository.years[first:]
            if (county, year) not in self._used
        ]
        return self._taken(self.rng.choice(free))

    def county(self) -> int:
        """Return a county in which nothing is wrong in any year; nothing else will be either."""
        years = self.repository.years
        counties = range(len(self.repository.counties))
        free = [one for one in counties if self._used.isdisjoint((one, year) for year in years)]
        county = self.rng.choice(free)
        self._used.update((county, year) for year in years)
        return county

    def member(self, county: int | None = None, fits: Callable[[Body], bool] = lambda body: True) -> Body:
        """Return a department or town that nothing was said of so far."""
        counties = self.repository.counties if county is None else [self.repository.counties[county]]
        free = [
            body for bodies in counties for body in bodies[1:] if body.name not in self._used and fits(body)
        ]
        body = self.rng.choice(free)
        self._used.add(body.name)
        return body

    def _taken(self, what: tuple[int, int]) -> tuple[int, int]:
        self._used.add(what)
        return what

    def report(self, body: Body, year: int) -> Filed:
        return self.repository.reports[body.name, year]

    def later_year(self) -> int:
        """Return a year before which there is one."""
        return self.rng.choice(self.repository.years[1:])

    def found(self, rule: str, report: Filed, address: str = "document") -> None:
        self.repository.findings.add((rule, report.path, address))


def carried_over_wrong(ground: Ground) -> None:
    """One kind of applicant has more brought forward than was carried forward; the county adds it up."""
    county, year = ground.county_year(1)
    body = ground.member(county, lambda one: _column(ground.report(one, year)) is not None)
    report = ground.report(body, year)
    _shift(report, {_column(report) or "": ground.rng.randint(1, 3)})
    _add_up_again(ground, county, year)
    ground.found("GOI701", report, CARRIED)


def columns_exchanged(ground: Ground) -> None:
    """What two kinds of applicants have brought forward is put into each other's columns."""
    county, year = ground.county_year(1)
    body = ground.member(county, lambda one: _pair(ground.report(one, year)) is not None)
    report = ground.report(body, year)
    one, other = _pair(report) or ("", "")
    brought = _whole(report, "brought_forward")
    _shift(report, {one: brought[other] - brought[one], other: brought[one] - brought[other]})
    _add_up_again(ground, county, year)
    ground.found("GOI701", report, CARRIED)


def _whole(report: Filed, row: str) -> dict[str, int]:
    cells = report.tables["requests"].cells()
    return {applicant: int(cells[row, applicant]) for applicant in APPLICANTS}


def _column(report: Filed) -> str | None:
    """Return an applicant who filed enough requests for some of them to be put elsewhere."""
    return next((one for one, number in _whole(report, "received").items() if number >= 3), None)


def _pair(report: Filed) -> tuple[str, str] | None:
    """Return two applicants with different numbers brought forward, which may be exchanged."""
    brought, received = _whole(report, "brought_forward"), _whole(report, "received")
    for one in APPLICANTS:
        for other in APPLICANTS:
            if brought[one] < brought[other] and brought[other] - brought[one] <= received[one]:
                return one, other
    return None


def _shift(report: Filed, steps: Mapping[str, int]) -> None:
    """Count requests as brought forward that were received; all sums of the table still hold."""
    table = report.tables["requests"]
    cells = {cell: int(text) for cell, text in table.cells().items()}
    for applicant, step in steps.items():
        for column in (applicant, "total"):
            cells["brought_forward", column] += step
            cells["received", column] -= step
    report.tables = report.tables | {
        "requests": table.with_cells({at: str(number) for at, number in cells.items()})
    }


def _add_up_again(ground: Ground, county: int, year: int) -> None:
    """Have the county's government add up what its members now say, which then does not carry over either."""
    head, *members = ground.repository.counties[county]
    report = ground.report(head, year)
    report.tables = added_up(form_of(year), [ground.report(body, year).tables for body in members])
    ground.found("GOI701", report, CARRIED)


def copied_from_last_year(ground: Ground) -> None:
    """The narrative is that of the year before."""
    body, year = ground.member(), ground.later_year()
    report = ground.report(body, year)
    report.narrative = ground.report(body, year - 1).narrative
    ground.found("GOI703", report)


def copied_in_part_from_last_year(ground: Ground) -> None:
    """Part five is new, part one is that of the year before."""
    body, year = ground.member(), ground.later_year()
    report = ground.report(body, year)
    report.narrative = replace(report.narrative, overview=ground.report(body, year - 1).narrative.overview)
    ground.found("GOI703", report)


def copied_from_a_neighbour(ground: Ground) -> None:
    """Two bodies tell the same in one year, each with its own names."""
    _same_narrative(ground, 2)


def one_text_for_five(ground: Ground) -> None:
    """Five bodies tell the same in one year."""
    _same_narrative(ground, 5)


def _same_narrative(ground: Ground, number: int) -> None:
    year = ground.rng.choice(ground.repository.years)
    reports = [ground.report(ground.member(), year) for _ in range(number)]
    for report in reports[1:]:
        report.narrative = reports[0].narrative
    ground.found("GOI801", min(reports, key=lambda report: report.path))


def copied_from_a_neighbours_last_year(ground: Ground) -> None:
    """A body tells what another one told the year before."""
    year = ground.later_year()
    report, other = ground.report(ground.member(), year), ground.report(ground.member(), year - 1)
    report.narrative = other.narrative
    ground.found("GOI801", report)


def missing_for_a_year(ground: Ground) -> None:
    """A body has not reported for one year."""
    county, year = ground.county_year(0)
    body = ground.member(county)
    del ground.repository.reports[body.name, year]
    ground.repository.findings.add(("GOI803", ROSTER, body.name))


def missing_altogether(ground: Ground) -> None:
    """A body has never reported; what its county adds up cannot be told."""
    body = ground.member(ground.county())
    for year in ground.repository.years:
        del ground.repository.reports[body.name, year]
    ground.repository.findings.add(("GOI803", ROSTER, body.name))


def wrong_sum_of_requests(ground: Ground) -> None:
    """A county's government has counted a few requests more than its members have."""
    county, year = ground.county_year(0)
    report = ground.report(ground.repository.counties[county][0], year)
    table = report.tables["requests"]
    cells = {cell: int(text) for cell, text in table.cells().items()}
    cells["granted", "natural_person"] += ground.rng.randint(1, 9)
    fitting = balanced(form_of(year), cells)
    report.tables = report.tables | {
        "requests": table.with_cells({at: str(number) for at, number in fitting.items()})
    }
    ground.found("GOI802", report, "requests")


def wrong_sum_of_reviews(ground: Ground) -> None:
    """A county's government has left one review or suit out."""
    county, year = ground.county_year(0)
    report = ground.report(ground.repository.counties[county][0], year)
    table = report.tables["review"]
    cells = {cell: int(text) for cell, text in table.cells().items()}
    result = next(cell for cell, number in cells.items() if number and not cell[1].endswith("_total"))
    cells[result] -= 1
    cells["cases", f"{result[1].rpartition('_')[0]}_total"] -= 1
    report.tables = report.tables | {
        "review": table.with_cells({at: str(number) for at, number in cells.items()})
    }
    ground.found("GOI802", report, "review")


def reported_twice(ground: Ground) -> None:
    """There is an older version of a report, with another text and another figure."""
    county, year = ground.county_year(0)
    body = ground.member(county)
    report = ground.report(body, year)
    again = replace(report, suffix="-初稿", narrative=narrative(Random(f"{report.seed} again")))
    table = report.tables["review"]
    cells = {cell: int(text) for cell, text in table.cells().items()}
    changed = {cell: cells[cell] + 1 for cell in (("cases", "direct_upheld"), ("cases", "direct_total"))}
    again.tables = report.tables | {
        "review": table.with_cells({at: str(number) for at, number in changed.items()})
    }
    ground.repository.more.append(again)
    ground.found("GOI705", min(report, again, key=lambda one: one.path))


def wrong_unit(ground: Ground) -> None:
    """Charges of the last year are in 元, not in 万元."""
    year = ground.repository.years[-1]

    def charged(body: Body) -> Decimal:
        tables = (ground.report(body, one).tables["disclosure"].cells() for one in (year - 1, year))
        return min(Decimal(cells["fees", "charged"]) for cells in tables)

    body = ground.member(fits=lambda one: charged(one) >= 1)
    report = ground.report(body, year)
    table = report.tables["disclosure"]
    amount = Decimal(table.cells()["fees", "charged"]) * 10_000
    report.tables = report.tables | {"disclosure": table.with_cells({("fees", "charged"): f"{amount:.2f}"})}
    ground.found("GOI704", report, "disclosure.fees.charged")


def kept_in_two_formats(ground: Ground) -> None:
    """A report is there in another format as well: that is no fault."""
    report = ground.report(ground.member(), ground.rng.choice(ground.repository.years))
    layout = "tabs" if report.flavour.extension == ".md" else "markdown"
    ground.repository.more.append(replace(report, suffix="-副本", chosen=Flavour(layout), kind=""))


FAULTS: Mapping[Callable[[Ground], None], int] = {
    missing_altogether: 1,
    carried_over_wrong: 1,
    columns_exchanged: 1,
    missing_for_a_year: 1,
    wrong_sum_of_requests: 1,
    wrong_sum_of_reviews: 1,
    reported_twice: 1,
    copied_from_last_year: 2,
    copied_in_part_from_last_year: 2,
    copied_from_a_neighbour: 2,
    one_text_for_five: 1,
    copied_from_a_neighbours_last_year: 2,
    wrong_unit: 2,
    kept_in_two_formats: 3,
}
"""What is planted in every 60 bodies, and how often; first what needs a whole county, or one in a year."""


def plant(
    repository: Repository, seed: int = 0, times: int = 1, faults: Iterable[Callable[[Ground], None]] = FAULTS
) -> None:
    """Plant faults so many times; the repository then knows what must be found."""
    ground = Ground(repository, seed)
    for fault in faults:
        for _ in range(FAULTS[fault] * times):
            fault(ground)
