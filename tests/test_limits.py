"""The table of limits in docs/formats.md is that of the code (scripts/build_limits.py)."""

from __future__ import annotations

from goi_lint import limits
from project_scripts import script

SCRIPT = script("build_limits")


def test_the_table_is_current() -> None:
    page = SCRIPT.PAGE.read_text(encoding="utf-8")
    assert SCRIPT.with_limits(page) == page


def test_every_limit_says_what_it_limits() -> None:
    named = {name: value for name, value, meaning in SCRIPT.limits() if meaning.endswith(".")}
    assert named == {name: value for name, value in vars(limits).items() if name.isupper()}
