"""What is said of a formula that is none."""

from __future__ import annotations

from goi_lint.errors import FormulaError, Words

LANGUAGE = Words(
    "应为名称、整数、+ - *、括号、sum(集合)，两边用 == <= >= < > 比较一次",
    "expected names, whole numbers, + - *, brackets and sum(set), compared once with == <= >= < >",
)


def fault(column: int, zh: str, en: str) -> FormulaError:
    """Return the error of something at a column that no formula has."""
    return FormulaError(column, Words(zh, en), LANGUAGE)
