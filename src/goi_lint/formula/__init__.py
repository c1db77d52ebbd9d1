"""The formula language: what a sum rule says about a form's rows or columns.

    received + brought_forward == disposed_total + carried_forward
    disposed_total == sum(leaves)
    in_force >= issued - repealed

A formula compares two sides once (`== <= >= < >`); a side is made of names, whole numbers, `+ - *`, brackets and
`sum(set)`, where a set is one that the form names. Names are keys of rows or of columns; they may be multiplied by
numbers only, so each side is linear. Nothing else is in the language: no attributes, no other calls, no text.

A cell that is blank or unreadable is unknown but not negative: a formula is violated only if no filling of the
unknowns by non-negative numbers satisfies it, holds if it holds with the unknowns read as 0, and is open otherwise.
"""

from __future__ import annotations

from goi_lint.formula.linear import BoundFormula, Formula, Judgement, Side, Term, Verdict
from goi_lint.formula.parsing import parse, unknown_name

__all__ = ["BoundFormula", "Formula", "Judgement", "Side", "Term", "Verdict", "parse", "unknown_name"]
