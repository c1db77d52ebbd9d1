"""The JSON objects of one document, as the contract names their keys; `json` and `jsonl` share them."""

from __future__ import annotations

import json
from typing import Any

from goi_lint.model.finding import DocumentResult, Finding, Location, Outcome
from goi_lint.model.report import Identity

LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""What some programs take for the end of a line, though JSON does not."""


def document_text(result: DocumentResult, language: str) -> str:
    """Return the object of one document on one line, whatever stands in its strings."""
    return compact(document_object(result, language))


def compact(value: Any) -> str:
    """Return JSON on one line, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False).translate(LINE_ENDS)


def document_object(result: DocumentResult, language: str) -> dict[str, Any]:
    """Return one document's object with every key of the contract."""
    return {
        "path": result.path,
        "format": result.format,
        "report": report_object(result.title, result.identity, result.form),
        "outcomes": [_outcome(outcome, language) for outcome in result.outcomes],
        "findings": [_finding(finding, language) for finding in result.findings],
    }


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


def _outcome(outcome: Outcome, language: str) -> dict[str, Any]:
    reason = outcome.reason.in_language(language) if outcome.reason else None
    return {"rule": outcome.rule, "status": outcome.status, "reason": reason}


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
        "culprit": None,
        "fingerprint": finding.fingerprint,
    }


def _location(location: Location) -> dict[str, Any]:
    place = location.place
    found = {
        "part": location.part,
        "table": location.table,
        "row": location.row,
        "column": location.column,
        "line": place.line,
        "end_line": place.end_line,
        "page": place.page,
    }
    return found if place.paragraph is None else found | {"paragraph": place.paragraph}
