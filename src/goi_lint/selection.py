"""Which packs and which of their rules a run asks: what `--pack`, `--select` and `--ignore` name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from goi_lint.engine import COMPLETED, READABLE
from goi_lint.errors import UnknownRuleError, UsageError, Words
from goi_lint.model.rule import Rule

ALWAYS = (READABLE, COMPLETED)
"""What these checks report concerns every other rule: a document that was not read passed none."""


def select_rules(
    rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str], elsewhere: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """Return the rules whose ids begin as `select` says and not as `ignore` says; no `select` means all.

    The rules that say that a document, or a rule on it, could not be judged stay unless `ignore` has their
    full id. Raises `UsageError` for a text that no id begins with, of these rules or of those `elsewhere`.
    """
    if not select and not ignore:
        return tuple(rules)
    ids = [*(rule.id for rule in rules), *elsewhere]
    selected, ignored = (tuple(known_prefix(text, ids) for text in texts) for texts in (select, ignore))
    return tuple(rule for rule in rules if _asked(rule, selected, ignored))


def _asked(rule: Rule, selected: tuple[str, ...], ignored: tuple[str, ...]) -> bool:
    if rule.check in ALWAYS:
        return rule.id not in ignored
    return (not selected or rule.id.startswith(selected)) and not (ignored and rule.id.startswith(ignored))


def known_prefix(text: str, ids: Sequence[str]) -> str:
    """Return `text` as ids are written; raise `UsageError` if no id begins with it."""
    prefix = text.strip().upper()
    if prefix and any(known.startswith(prefix) for known in ids):
        return prefix
    raise _no_such_rule(text, ids)


def known_rule(text: str, rules: Sequence[Rule]) -> Rule:
    """Return the rule with that id or name; raise `UsageError` if there is none."""
    wanted = text.strip()
    for rule in rules:
        if rule.id == wanted.upper() or rule.name == wanted:
            return rule
    known = [rule.id for rule in rules] if wanted[-1:].isdigit() else [rule.name for rule in rules]
    raise _no_such_rule(text, known)


def _no_such_rule(text: str, known: Sequence[str]) -> UnknownRuleError:
    near = near_miss(text.strip().upper(), known) or near_miss(text.strip(), known)
    return UnknownRuleError(
        text,
        Words(
            f"没有规则 {text}{f'；是否指 {near}？' if near else ''}（全部规则：goi-lint rules）",
            f"there is no rule {text}{f'; did you mean {near}?' if near else ''} (all rules: goi-lint rules)",
        ),
    )


def near_miss(text: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like `text`."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(text, list(known), 1)), None)


def find_pack(name: str, known: Mapping[str, str | os.PathLike[str]]) -> str:
    """Return the folder of a pack that is known by name, else the folder at that path; `UsageError` if neither."""
    if name in known:
        return os.fspath(known[name])
    from pathlib import Path  # here: without a pack of one's own there is no path to tidy

    if Path(name, "pack.yaml").is_file():
        return str(Path(name))
    if Path(name).is_dir():
        raise UsageError(Words(f"规则包 {name} 中没有 pack.yaml", f"the rule pack {name} has no pack.yaml"))
    near = near_miss(name, known)
    zh = f"是否指 {near}？" if near else f"现有 {'、'.join(known)}"
    en = f"did you mean {near}?" if near else f"known: {', '.join(known)}"
    raise UsageError(Words(f"没有规则包 {name}；{zh}", f"there is no rule pack {name}; {en}"))
