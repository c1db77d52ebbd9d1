"""`--format jsonl`: one line for each document, written as soon as it is judged."""

from __future__ import annotations

from goi_lint.formatters.objects import compact, document_text, exception_object
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
    """Return a last line on the file of exceptions where something is to be said of it, else nothing."""
    if not totals.exceptions:
        return ""
    exceptions = [exception_object(exception) for exception in totals.exceptions]
    return compact({"run": {"exceptions": exceptions}}) + "\n"
