"""What the text says at its end of exceptions that have expired, or that cover nothing."""

from __future__ import annotations

from collections.abc import Iterable

from goi_lint.errors import Words
from goi_lint.formatters.wording import on_screen
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.model.leftover import Unneeded

_STATES = {
    "expired": Words("已过期，不再有效", "has expired and does not hold any more"),
    "unused": Words("没有用处，没有发现这样的问题", "is not needed, nothing is found there"),
}


def needless(exceptions: Iterable[Unneeded], language: str) -> str:
    """Return one line for each."""
    head = Words("需要处理的例外", "Exceptions to look at").in_language(language)
    lines = [
        f"  {on_screen(one.source)}  {one.rule}  {_STATES[one.state].in_language(language)}"
        for one in exceptions
    ]
    return "\n".join(["", head, *lines, "", ""])
