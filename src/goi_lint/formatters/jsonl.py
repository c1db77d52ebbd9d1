"""`--format jsonl`: one line for each document, written as soon as it is judged."""

from __future__ import annotations

from goi_lint.formatters.objects import compact, document_text, exception_object, together_objects
from goi_lint.model.finding import DocumentResult, Totals
from goi_lint.model.plugin import Run

NAME = "jsonl"


def begin(run: Run) -> str:
    """Return nothing: the first line is the first document."""
    return ""


def document(result: DocumentResult, run: Run) -> str:
    """Return one document's line."""
    return document_text(result, run.language) + "\n"


def end(totals: Totals, run: Run) -> str:
    """Return a last line: what the rules over several documents say, and what is to be said of the exceptions' file.

    Nothing where there is neither.
    """
    last: dict[str, object] = {}
    if totals.outcomes:
        last |= together_objects(totals.outcomes, run.language)
    if totals.exceptions:
        last["exceptions"] = [exception_object(exception) for exception in totals.exceptions]
    return compact({"run": last}) + "\n" if last else ""
