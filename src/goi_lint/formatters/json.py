"""`--format json`: one object for the whole run, with one line for each document, for other programs."""

from __future__ import annotations

from goi_lint.formatters.objects import compact, document_text, exception_object, together_objects
from goi_lint.model.finding import DocumentResult, Totals
from goi_lint.model.plugin import Run

NAME = "json"


def begin(run: Run) -> str:
    """Open the object: schema, tool and packs."""
    tool = compact({"name": "goi-lint", "version": run.version})
    packs = compact([{"name": pack.name, "version": pack.version} for pack in run.packs])
    return f'{{\n"schema": "goi-lint/1",\n"tool": {tool},\n"packs": {packs},\n"documents": ['


def document(result: DocumentResult, run: Run) -> str:
    """Return one document on its own line."""
    comma = "," if run.so_far.documents else ""
    return f"{comma}\n{document_text(result, run.language)}"


def end(totals: Totals, run: Run) -> str:
    """Close the object: the summary stands last, because it is known last."""
    summary = {
        "documents": totals.documents,
        "errors": totals.errors,
        "warnings": totals.warnings,
        "notes": totals.notes,
        "suppressed": totals.suppressed,
    }
    close = "\n]" if totals.documents else "]"
    exceptions = compact([exception_object(exception) for exception in totals.exceptions])
    together = (
        f'"{key}": {compact(value)}' for key, value in together_objects(totals.outcomes, run.language).items()
    )
    parts = (f'"summary": {compact(summary)}', *together, f'"exceptions": {exceptions}')
    return close + "".join(f",\n{part}" for part in parts) + "\n}\n"
