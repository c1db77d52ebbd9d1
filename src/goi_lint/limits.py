"""How much of anything goi-lint takes before it says so: hostile input is normal input."""

from __future__ import annotations

PATTERN_SECONDS = 0.5
"""Longest time that one search with a pattern of a foreign pack may take."""

PATTERN_LENGTH = 2_000
"""Longest pattern of a foreign pack, in characters."""

PATTERN_DEPTH = 50
"""Deepest nesting of groups in a foreign pattern."""

PATTERN_ELEMENTS = 20_000
"""Largest foreign pattern with its counted repeats written out, as `regex` does: 300 bytes for each element."""

YAML_BYTES = 1_000_000
"""Largest YAML file of a pack."""

YAML_DEPTH = 20
"""Deepest nesting in a YAML file of a pack; rules need 5."""

FORMULA_LENGTH = 1_000
"""Longest formula, in characters; the national pack's longest has about 200."""

FORMULA_DEPTH = 40
"""Deepest nesting in a formula."""

MAX_BYTES = 20_000_000
"""A larger file is not read (GOI001). Real reports are under 1 MB."""

MAX_LINES = 200_000
"""Lines of a text file."""

MAX_LINE_CHARACTERS = 200_000
"""Characters of one line of a text file."""

MAX_CELLS = 100_000
"""Tabs and pipes of a text file; the three tables together have fewer than 300 cells."""
