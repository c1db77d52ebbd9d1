"""Checks that goi-lint itself judges: national rules use them, and no other pack has a use for them.

The YAML file beside the check's module says so, and why, with its key `internal`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from goi_lint.errors import Words
from goi_lint.model.plugin import Check
from goi_lint.text.yaml_file import plain

OWN = Words(
    "该检查由 goi-lint 自己执行，规则包不能使用", "a check that goi-lint runs by itself, and no pack can use"
)
ANOTHER = Words("应另选检查方式，见 goi-lint checks", "expected another one; goi-lint checks lists them")


def is_internal(check: Check) -> bool:
    """Tell whether only national rules may use the check."""
    file = getattr(check, "__file__", None)
    return file is not None and _says_internal(Path(file).with_suffix(".yaml"))


def for_packs(checks: Iterable[Check]) -> list[Check]:
    """Return the checks that any pack may use."""
    return [check for check in checks if not is_internal(check)]


@cache
def _says_internal(path: Path) -> bool:
    said = plain(path) if path.is_file() else None
    return isinstance(said, dict) and "internal" in said
