"""`python -m goi_lint` and the script `goi-lint`: whoever interrupts it while it still imports need not see where."""

from __future__ import annotations

import os

# `signal` itself takes longer to import.
from _signal import SIGINT, default_int_handler, getsignal, signal  # type: ignore[import-not-found]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

INTERRUPTED = 130


def entry() -> NoReturn:
    """Run the command of this process and end it."""
    heeds = getsignal(SIGINT) is default_int_handler
    if heeds:
        signal(SIGINT, _end)
    from goi_lint.cli import entry as run

    if heeds:
        signal(SIGINT, default_int_handler)
    try:
        run()
    except KeyboardInterrupt:
        _end()


def _end(*_: object) -> NoReturn:
    """End at once: Python would show a traceback. Nothing is written yet, or all of it."""
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    entry()
