"""`python -m goi_lint` is `goi-lint`."""

from __future__ import annotations

from goi_lint.cli import entry

if __name__ == "__main__":
    entry()
