"""What is said of a rule that an exception names and that there is not."""

from __future__ import annotations

from collections.abc import Collection

from goi_lint.errors import Words
from goi_lint.packs.fields import nearest

_ALL = Words("全部规则见 goi-lint rules", "all rules: goi-lint rules")


def unknown_rule(rule: str, known: Collection[str]) -> tuple[Words, Words]:
    """Return what was found and what was expected; an exception names each rule, so that no new one slips under it."""
    begun = min((one for one in known if one.startswith(rule)), default=None)
    if begun is not None:
        return (
            Words(f"{rule} 只是规则编号的开头", f"{rule} is but the beginning of ids"),
            Words(f"这里应逐条写出编号，如 {begun}", f"expected each id in full, such as {begun}"),
        )
    return Words(f"没有规则 {rule}", f"there is no rule {rule}"), nearest(rule, known, _ALL)
