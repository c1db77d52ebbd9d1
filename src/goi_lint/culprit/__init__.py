"""The culprit: where the sums of a table overlap, they locate a wrong number as an error-correcting code does.

In table 三 every cell stands in the sum of its row and in one or two sums of its column. Two tables in both of which
all sums hold differ in no cell, or in four at least: a row with one difference, and a column with one, would not add
up. So a single wrong number is always found, and two wrong ones never look like a single one elsewhere. `explaining`
decides, for whatever equations the rules have, `equations` knows what blanks can stand for, `naming` tells findings.
"""

from __future__ import annotations

from goi_lint.culprit.equations import CellKey, Equation
from goi_lint.culprit.explaining import Explanation, explain

__all__ = ["CellKey", "Equation", "Explanation", "explain"]
