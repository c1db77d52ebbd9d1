"""`python -m goi_lint` is `goi-lint`."""

from __future__ import annotations

import sys

from goi_lint.cli import main

if __name__ == "__main__":
    sys.exit(main())
