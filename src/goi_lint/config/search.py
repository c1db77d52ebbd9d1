"""Which file configures a run: the nearest one from a folder upwards.

Only this is looked at where there is none, so it imports next to nothing.
"""

from __future__ import annotations

import os

OWN = "goi-lint.toml"
SHARED = "pyproject.toml"
TABLE = ("tool", "goi-lint")
"""The table in a file that configures other programs too."""

_HEADS = (b"tool.goilint", b"[tool]", b"tool={")


def find_config(start: str) -> str | None:
    """Return the file that configures runs in a folder, None if there is none up to the root.

    In one folder `goi-lint.toml` wins over `pyproject.toml`; a `pyproject.toml` without our table is passed over.
    A folder or a link that is called `goi-lint.toml` is found too: to read it gives the true reason.
    """
    folder = os.path.abspath(start)
    while True:
        own = os.path.join(folder, OWN)
        if os.path.lexists(own):
            return own
        shared = os.path.join(folder, SHARED)
        if _configures(shared):
            return shared
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _configures(file: str) -> bool:
    """Tell whether a `pyproject.toml` may have our table; one that cannot be read is somebody else's concern."""
    try:
        with open(file, "rb") as stream:
            data = stream.read()
    except OSError:
        return False
    return mentions_us(data)


def mentions_us(data: bytes) -> bool:
    """Tell whether our table may stand there, `[tool . "goi-lint"]` and slips as `[tool.goi_lint]` included."""
    squeezed = data.translate(None, b" \t\"'_-").lower()
    return b"goilint" in squeezed and any(head in squeezed for head in _HEADS)
