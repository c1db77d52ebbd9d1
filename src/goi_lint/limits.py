"""Every limit that keeps hostile input harmless, in one place."""

from __future__ import annotations

MAX_BYTES = 20_000_000
"""A larger file is not read (GOI001). Real reports are under 1 MB."""

MAX_LINES = 200_000
"""Lines of a text file."""

MAX_LINE_CHARACTERS = 200_000
"""Characters of one line of a text file."""

MAX_CELLS = 100_000
"""Tabs and pipes of a text file; the three tables together have fewer than 300 cells."""

PATTERN_SECONDS = 0.5
"""What one search with a pack's own pattern may take on one text."""
