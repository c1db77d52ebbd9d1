"""The labels of a table are the form's, word for word; blanks, width and style of numbering do not matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.subject import at_label, not_mixed, the_table
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.text.normalise import canonical
from goi_lint.typed import NotRequired, TypedDict

NAME = "labelled"
FACTS: Mapping[str, str] = {
    "printed": "the label as printed",
    "official": "the form's label",
}
CODES: Mapping[str, tuple[str, ...]] = {}


class Params(TypedDict):
    """`table`: key of the table; `allowed`: local wordings of labels that are no fault."""

    table: str
    allowed: NotRequired[list[str]]


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each label that deviates; a table that mixes both forms is not asked."""
    table = the_table(report, params["table"])
    not_mixed(report)
    if table.exact:
        return
    allowed = {canonical(label) for label in params.get("allowed", ())}
    for label in table.labels:
        if not label.exact and canonical(label.printed) not in allowed:
            yield Problem(at_label(table, label), {"printed": label.printed, "official": label.official})
