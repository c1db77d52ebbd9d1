"""Digests built by hand, series and reports of them, and what a check says of these as plain tuples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from ruamel.yaml import YAML

from goi_lint.assemble.forms import load_forms
from goi_lint.errors import AbsentError
from goi_lint.model.digest import HASH_BYTES, Digest, Quoted, Reports, Series
from goi_lint.model.finding import Location, Problem
from goi_lint.model.form import places_of
from goi_lint.model.report import Identity
from goi_lint.model.roster import Roster
from goi_lint.repository import gathered

FORMS = load_forms()
BODY, HOME = "临江市水利局", "jilin/白山市/临江市/水利局"
Cells = Mapping[str, int | str | None]
"""By `table.row.column`; None is a blank cell. What is not named holds 0."""
Said = list[tuple[str, str, dict[str, Any]]]


def digest(
    year: int | None = 2023,
    cells: Cells | None = None,
    text: Iterable[str] = (),
    *,
    body: str | None = BODY,
    home: str | None = HOME,
    path: str = "",
    form: str | None = None,
    tables: Iterable[str] = ("disclosure", "requests", "review"),
    format: str = "txt",
    earlier: bool = False,
    disputed: bool = False,
) -> Digest:
    """Return the digest of a report; each sentence of `text` has the length of its own text."""
    form = form or ("form_2021" if (year or 0) > 2020 else "form_2019")
    sentences = list(text)
    return Digest(
        path=path or f"{body}/{year}.{format}",
        format=format,
        identity=Identity(body=body, year=year, year_disputed=disputed),
        home=home,
        form=form,
        figures={key: figures(form, key, cells or {}) for key in tables},
        sentences=b"".join(sha256(each.encode()).digest()[:HASH_BYTES] for each in sentences),
        lengths=bytes(len(each) for each in sentences),
        earlier=earlier,
    )


def figures(form: str, key: str, cells: Cells) -> str:
    """Return the numbers of one table as a digest has them."""
    named = {tuple(name.split(".")[1:]): value for name, value in cells.items() if name.startswith(f"{key}.")}
    places = places_of(FORMS[form].tables[key])
    assert set(named) <= set(places), f"no such cells: {set(named) - set(places)}"
    values = (named.get(place, 0) for place in places)
    return ",".join("" if value is None else str(Decimal(value)) for value in values)


def together(digests: Iterable[Digest], roster: Roster | None = None) -> Reports:
    """Return the reports of a run."""
    return gathered(digests, FORMS, roster)


def series(*digests: Digest) -> Series:
    """Return the reports of one body."""
    found = together(digests)
    assert len(found.series) == 1
    assert not found.unknown
    return found.series[0]


def problems(
    check: ModuleType, of: Series | Reports, params: Mapping[str, Any] | None = None
) -> list[Problem]:
    """Return what a check yields; no fact is missing, none undeclared."""
    found = list(check.check(of, dict(params or {})))
    assert all(set(problem.facts) == set(check.FACTS) for problem in found)
    return found


def said(check: ModuleType, of: Series | Reports, params: Mapping[str, Any] | None = None) -> Said:
    """Return path, address and facts of what a check yields; quotations as the numbers of their sentences."""
    return [
        (str(problem.location.path), problem.location.address, _plain(problem.facts))
        for problem in problems(check, of, params)
    ]


def related(
    check: ModuleType, of: Series | Reports, params: Mapping[str, Any]
) -> list[list[tuple[str, str]]]:
    """Return path and address of what each problem is related to."""
    found = problems(check, of, params)
    return [[_place(location) for location in problem.related] for problem in found]


def _place(location: Location) -> tuple[str, str]:
    return str(location.path), location.address


def _plain(facts: Mapping[str, object]) -> dict[str, Any]:
    return {name: fact.numbers if isinstance(fact, Quoted) else fact for name, fact in facts.items()}


def reason(check: ModuleType, of: Series | Reports, params: Mapping[str, Any] | None = None) -> str:
    """Return why the check cannot be asked of the reports, empty where it can."""
    try:
        list(check.check(of, dict(params or {})))
    except AbsentError as absent:
        return absent.reason.zh
    return ""


def rule_params(rule: str) -> dict[str, Any]:
    """Return the parameters that a national rule gives its check."""
    path = next((Path(__file__).parents[2] / "rules" / "national").glob(f"*/{rule}.yaml"))
    params: dict[str, Any] = YAML(typ="safe", pure=True).load(path).get("params", {})
    return params


def sentences(count: int, name: str = "甲") -> list[str]:
    """Return different sentences of 30 characters each, of those who are called so."""
    return [f"{name}{number:03}".ljust(30, "文") for number in range(count)]
