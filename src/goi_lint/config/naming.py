"""Whether the rules that a configuration names are there: known when the packs are."""

from __future__ import annotations

from collections.abc import Sequence

from goi_lint.config.written import Config
from goi_lint.errors import ConfigError, PackFault, Words
from goi_lint.packs.fields import nearest

_ALL = Words("全部规则：goi-lint rules", "all rules: goi-lint rules")


def verify_names(config: Config, ids: Sequence[str]) -> None:
    """Raise `ConfigError` for the names with which no id begins."""
    lost = [name for name in config.named if not any(known.startswith(name.text) for known in ids)]
    if lost:
        raise ConfigError(
            tuple(
                PackFault(
                    config.file,
                    name.line,
                    name.column,
                    Words(f"没有规则 {name.text}", f"there is no rule {name.text}"),
                    nearest(name.text, dict.fromkeys(known[: len(name.text)] for known in ids), _ALL),
                )
                for name in lost
            )
        )
