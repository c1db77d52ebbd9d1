"""What is not to be reported, and why: comments in a report, a file of exceptions, a baseline.

`docs/exceptions.md` is the page for users. `apply` takes the result of one document and returns it with the findings
that are covered moved to `Outcome.suppressed`; documents are taken one by one, in any order.
"""

from __future__ import annotations

from goi_lint.exceptions.applying import apply
from goi_lint.exceptions.register import Register

__all__ = ["Register", "apply"]
