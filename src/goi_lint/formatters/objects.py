"""The JSON objects of one document, as the contract names their keys; `json` and `jsonl` share them."""

from __future__ import annotations

import json
from functools import lru_cache

from goi_lint.errors import Words
from goi_lint.formatters.wording import paths_of
from goi_lint.model.finding import (
    DocumentResult,
    Finding,
    Location,
    Outcome,
    Status,
    Suppressed,
    across,
)
from goi_lint.model.report import Identity
from goi_lint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goi_lint.model.culprit import Culprit
    from goi_lint.model.leftover import Unneeded

LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""What some programs take for the end of a line, though JSON does not."""
_LINE_ENDS = tuple(map(chr, LINE_ENDS))
_ENCODER = json.JSONEncoder(ensure_ascii=False)
"""Made once: `json.dumps` makes one each time that it is asked for anything but its defaults."""


def document_text(result: DocumentResult, language: str) -> str:
    """Return the object of one document on one line, whatever stands in its strings."""
    head = {
        "path": result.path,
        "format": result.format,
        "report": report_object(result.title, result.identity, result.form),
        "packs": result.packs,
    }
    passed = Status.PASS
    outcomes = ", ".join(
        [
            _passed(one.rule)
            if one.status is passed and one.reason is None
            else _outcome(one.rule, one.status, one.reason, language)
            for one in result.outcomes
        ]
    )
    findings = compact([_finding(finding, language) for finding in result.findings])
    suppressed = compact(
        [_suppressed(one, language) for outcome in result.outcomes for one in outcome.suppressed]
    )
    return f'{compact(head)[:-1]}, "outcomes": [{outcomes}], "findings": {findings}, "suppressed": {suppressed}}}'


def together_objects(outcomes: tuple[Outcome, ...], language: str) -> dict[str, Any]:
    """Return what came of the rules over several documents, each finding with the documents that it concerns."""
    suppressed = [one for outcome in outcomes for one in outcome.suppressed]
    return {
        "outcomes": [json.loads(_outcome(one.rule, one.status, one.reason, language)) for one in outcomes],
        "findings": [_together(finding, language) for finding in across(outcomes)],
        "suppressed": [
            {**_together(one.finding, language), "suppression": one.suppression._asdict()}
            for one in suppressed
        ],
    }


def _together(finding: Finding, language: str) -> dict[str, Any]:
    return {"paths": paths_of(finding), **_finding(finding, language)}


def exception_object(exception: Unneeded) -> dict[str, Any]:
    """Return what is to be said of an entry of the file of exceptions."""
    return {"source": exception.source, "rule": exception.rule, "state": exception.state}


def compact(value: Any) -> str:
    """Return JSON on one line, Chinese as it is."""
    text = _ENCODER.encode(value)
    return text.translate(LINE_ENDS) if any(map(text.__contains__, _LINE_ENDS)) else text


def report_object(title: str | None, identity: Identity, form: str | None) -> dict[str, Any]:
    """Return whose report of which year it is; None for what is not known."""
    return {
        "title": title,
        "body": identity.body,
        "level": identity.level,
        "rank": identity.rank,
        "province": identity.province,
        "city": identity.city,
        "year": identity.year,
        "form": form,
    }


@lru_cache(maxsize=1024)
def _passed(rule: str) -> str:
    """Return the object of a rule that has passed: nine of ten have, and no language says it otherwise."""
    return _outcome(rule, Status.PASS, None, "")


@lru_cache(maxsize=4096)
def _outcome(rule: str, status: Status, reason: Words | None, language: str) -> str:
    """Return the object of one outcome; each document has one for every rule, and most are the same."""
    return compact(
        {"rule": rule, "status": status, "reason": reason.in_language(language) if reason else None}
    )


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "level": finding.level,
        "message": finding.message.in_language(language),
        "advice": finding.advice.in_language(language),
        "source": finding.source.in_language(language),
        "location": _location(finding.location),
        "related": [_location(location) for location in finding.related],
        "facts": dict(finding.facts),
        "culprit": _culprit(finding.culprit) if finding.culprit else None,
        "fingerprint": finding.fingerprint,
    }


def _culprit(culprit: Culprit) -> dict[str, Any]:
    """Return a single cell as it is, more than one as a list."""
    cells = [
        {"row": cell.row, "column": cell.column, "printed": cell.printed, "fits": cell.fits}
        for cell in culprit.cells
    ]
    single = culprit.kind in ("cell", "transposed")
    return {"kind": culprit.kind, **(cells[0] if single else {"cells": cells})}


def _suppressed(suppressed: Suppressed, language: str) -> dict[str, Any]:
    """Return a finding that is not reported, with why."""
    return {**_finding(suppressed.finding, language), "suppression": suppressed.suppression._asdict()}


def _location(location: Location) -> dict[str, Any]:
    place = location.place
    found = {
        "address": location.address,
        "part": location.part,
        "table": location.table,
        "row": location.row,
        "column": location.column,
        "line": place.line,
        "end_line": place.end_line,
        "page": place.page,
    }
    if location.path is not None:
        found = {"path": location.path, **found}
    return found if place.paragraph is None else found | {"paragraph": place.paragraph}
