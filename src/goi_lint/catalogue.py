"""Rules for people to read: the table of all, and all that is to be said of one."""

import json
from collections.abc import Iterable, Mapping
from string import Formatter
from typing import NamedTuple

from goi_lint.errors import Words
from goi_lint.formatters.text import BODIES
from goi_lint.formatters.wording import LEVELS, one_line, padded, width
from goi_lint.model.rule import Applies, Rule, Source
from goi_lint.text.patterns import Pattern

CUSTOM = Words("（惯例，无明文要求）", " (custom, no text demands it)")
NO_VALUE = "…"
"""Stands in a message for a value that only a report gives."""


class _Entry(NamedTuple):
    """A heading and the lines that stand beside it."""

    heading: Words
    lines: list[str]


def table(rules: Iterable[Rule], language: str) -> str:
    """Return one line for each rule: id, level, what must hold."""
    listed = sorted(rules, key=lambda rule: rule.id)
    ids = max((len(rule.id) for rule in listed), default=0)
    levels = max(width(words.in_language(language)) for words in LEVELS.values())
    return "".join(
        f"{padded(rule.id, ids)}  {padded(LEVELS[rule.level].in_language(language), levels)}  "
        f"{one_line(rule.title.in_language(language))}\n"
        for rule in listed
    )


def explanation(rule: Rule, language: str) -> str:
    """Return obligation, legal basis, scope, check, example of a message, advice and exceptions of a rule."""
    head = f"{rule.id}  {LEVELS[rule.level].in_language(language)}  {rule.name}\n"
    entries = (
        _Entry(Words("依据", "Source"), _sources(rule.sources, language)),
        _Entry(Words("范围", "Scope"), _scope(rule.applies, language)),
        _Entry(Words("检查", "Check"), _check(rule)),
        _Entry(Words("示例", "Example"), [_example(rule.message.in_language(language))]),
        _Entry(Words("建议", "Advice"), [_example(rule.advice.in_language(language))]),
        _Entry(Words("例外", "Exceptions"), [one_line(rule.exceptions.in_language(language))]),
    )
    named = [(entry.heading.in_language(language), entry.lines) for entry in entries if any(entry.lines)]
    columns = max(width(heading) for heading, _ in named)
    blocks = [_beside(heading, lines, columns) for heading, lines in named]
    return f"{head}{one_line(rule.title.in_language(language))}\n\n{''.join(blocks)}"


def _beside(heading: str, lines: list[str], columns: int) -> str:
    headings = [heading] + [""] * (len(lines) - 1)
    return "".join(
        f"  {padded(first, columns)}  {line}\n" for first, line in zip(headings, lines, strict=True)
    )


def _sources(sources: Mapping[str, Source], language: str) -> list[str]:
    colon = Words("：", ": ").in_language(language)
    return [
        (f"{_form(form, language)}{colon}" if form else "")
        + one_line(str(source))
        + (CUSTOM.in_language(language) if source.custom else "")
        for form, source in sources.items()
    ]


def _form(key: str, language: str) -> str:
    return Words(f"{key.removeprefix('form_')} 年格式", key).in_language(language)


def _scope(applies: Applies, language: str) -> list[str]:
    """Return to which reports a rule applies, on one line; nothing if to all."""
    comma = Words("、", ", ").in_language(language)
    parts = [
        _years(applies.first_year, applies.last_year).in_language(language),
        comma.join(_form(form, language) for form in applies.forms),
        comma.join(BODIES[level].in_language(language) for level in applies.levels),
    ]
    return [Words("；", "; ").in_language(language).join(part for part in parts if part)]


def _years(first: int | None, last: int | None) -> Words:
    if first is None and last is None:
        return Words("", "")
    if last is None:
        return Words(f"{first} 年度起", f"from {first}")
    if first is None:
        return Words(f"至 {last} 年度", f"until {last}")
    return Words(f"{first}–{last} 年度", f"{first}–{last}")


def _check(rule: Rule) -> list[str]:
    """Return the check's name and the parameters that the rule gives it."""
    values = (f"{name}: {_value(value)}" for name, value in rule.params.items())
    return [rule.check, *values]


def _value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=_pattern)


def _pattern(value: object) -> str:
    return value.text if isinstance(value, Pattern) else str(value)


def _example(template: str) -> str:
    """Return a message with `…` where a report's values will stand."""
    parts = (
        text + (NO_VALUE if field is not None else "") for text, field, _, _ in Formatter().parse(template)
    )
    return one_line("".join(parts))
