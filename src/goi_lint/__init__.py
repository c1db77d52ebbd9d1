"""goi-lint judges China's annual reports on open government information (政府信息公开工作年度报告).

    run = goi_lint.lint(Path("report.txt"))
    for finding in run.findings:
        print(finding.location.place.line, finding.rule, finding.message.zh)

Names are imported when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from goi_lint.version import VERSION as __version__

TYPE_CHECKING = False  # as type checkers take it; `typing` is not needed yet, and takes a while to import
if TYPE_CHECKING:
    from goi_lint.errors import GoiLintError, PackError, PluginError, ReadError, UsageError, Words
    from goi_lint.hookspecs import hookimpl
    from goi_lint.linter import lint
    from goi_lint.model.culprit import Culprit, WrongCell
    from goi_lint.model.document import Document, Paragraph, Picture, Place
    from goi_lint.model.finding import (
        DocumentResult,
        Finding,
        Level,
        Location,
        Outcome,
        PackInfo,
        Problem,
        RunResult,
        Status,
    )
    from goi_lint.model.report import Identity, Report
    from goi_lint.model.table import Cell, Table

_HOME = {
    "goi_lint.errors": "GoiLintError PackError PluginError ReadError UsageError Words",
    "goi_lint.hookspecs": "hookimpl",
    "goi_lint.linter": "lint",
    "goi_lint.model.culprit": "Culprit WrongCell",
    "goi_lint.model.document": "Document Paragraph Picture Place",
    "goi_lint.model.finding": "DocumentResult Finding Level Location Outcome PackInfo Problem RunResult Status",
    "goi_lint.model.report": "Identity Report",
    "goi_lint.model.table": "Cell Table",
}
"""Where each public name lives."""

__all__ = [
    "Cell",
    "Culprit",
    "Document",
    "DocumentResult",
    "Finding",
    "GoiLintError",
    "Identity",
    "Level",
    "Location",
    "Outcome",
    "PackError",
    "PackInfo",
    "Paragraph",
    "Picture",
    "Place",
    "PluginError",
    "Problem",
    "ReadError",
    "Report",
    "RunResult",
    "Status",
    "Table",
    "UsageError",
    "Words",
    "WrongCell",
    "__version__",
    "hookimpl",
    "lint",
]


if not TYPE_CHECKING:  # a type checker knows the names from above, and must not believe in others

    def __getattr__(name: str) -> object:
        """Import a public name when it is first used."""
        from importlib import import_module

        for module, names in _HOME.items():
            if name in names.split():
                value = globals()[name] = getattr(import_module(module), name)
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, those not yet imported included."""
    return sorted({*globals(), *__all__})
