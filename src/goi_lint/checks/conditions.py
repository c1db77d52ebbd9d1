"""Rules that ask only those reports whose tables count something, or nothing, in one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.errors import AbsentError, ParamFault, Words
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.typed import NotRequired, TypedDict

_A_ROW = Words(
    "应为表和行的键，如 requests.granted", "expected the keys of a table and a row, such as requests.granted"
)


class Conditional(TypedDict):
    """`if_positive`, `unless_positive`: a row of a table, `requests.otherwise_fee_unpaid`.

    The question is asked only if one of its cells (only if none of them) is above zero.
    """

    if_positive: NotRequired[str]
    unless_positive: NotRequired[str]


def rows_verified(params: Conditional, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the rows that no form has."""
    rows = {
        f"{key}.{row.label.key}"
        for form in forms.values()
        for key, t in form.tables.items()
        for row in t.rows
    }
    for name in ("if_positive", "unless_positive"):
        row = params.get(name)
        if forms and row and row not in rows:
            yield ParamFault((name,), Words(f"这里是“{row}”", f"“{row}”"), _A_ROW)


def require(report: Report, params: Conditional) -> None:
    """Raise `AbsentError` where the rule's condition on a row does not hold."""
    row = params.get("if_positive")
    if row and not _positive(report, row):
        raise AbsentError(Words("表中没有这一情形", "the table has no such case"))
    row = params.get("unless_positive")
    if row and _positive(report, row):
        raise AbsentError(
            Words("表中有这一情形，由另一规则判断", "another rule judges reports with such cases")
        )


def _positive(report: Report, address: str) -> bool:
    key, row = address.split(".")
    table = report.tables.get(key)
    if table is None:
        return False
    found = [value for (of, _), value in table.fields.values.items() if of == row]
    return any(value is not None and value > 0 for value in found)
