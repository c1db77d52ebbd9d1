"""`python -m goi_lint` and the script `goi-lint`: whoever interrupts it while it still imports need not see where."""

from __future__ import annotations

import os
from typing import NoReturn

INTERRUPTED = 130


def entry() -> NoReturn:
    """Run the command of this process and end it."""
    try:
        from goi_lint.cli import entry as run

        run()
    except KeyboardInterrupt:
        os._exit(
            INTERRUPTED
        )  # at once, for Python would show a traceback; nothing is written yet, or all of it


if __name__ == "__main__":
    entry()
