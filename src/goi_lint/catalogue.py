"""Rules for people and programs: the list of all as table, JSON or Markdown, and all that is to be said of one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from string import Formatter

from goi_lint.errors import Words
from goi_lint.formatters.objects import compact
from goi_lint.formatters.text import BODIES
from goi_lint.formatters.wording import LEVELS, one_line, padded, width
from goi_lint.lazy import lazy
from goi_lint.model.finding import Finding
from goi_lint.model.report import Rank
from goi_lint.model.rule import Applies, Change, Disabled, Rule, Source
from goi_lint.reference.gazetteer import province_name
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

CUSTOM = Words("（惯例，无明文要求）", " (custom, no text demands it)")
_NO_RULES = '{\n"schema": "goi-lint/rules/1",\n"rules": []\n}\n'
_BARE = lazy(r"(?!(?i:true|false|null|yes|no|on|off|[yn])$)[^\W\d][\w.-]*")
"""Texts that YAML takes for what they are without quotes."""
_SPECIAL = lazy(r"[\\|*_`\[\]]")
_FURTHER = lazy(r"[；，：。（]|[;,:.] | \(")
"""Where what a fact is called ends, and what else is said of it begins."""
_NO_FACTS: Mapping[str, Words] = {}

RANKS = {
    Rank.PROVINCE: Words("省级", "province"),
    Rank.CITY: Words("市级", "city"),
    Rank.COUNTY: Words("县级", "county"),
    Rank.TOWN: Words("乡级", "town"),
}


class _Entry(NamedTuple):
    """A heading and the lines that stand beside it."""

    heading: Words
    lines: list[str]


def table(rules: Iterable[Rule], language: str) -> str:
    """Return one line for each rule: id, level, what must hold."""
    listed = _by_id(rules)
    ids = max((len(rule.id) for rule in listed), default=0)
    levels = max(width(words.in_language(language)) for words in LEVELS.values())
    return "".join(
        f"{padded(rule.id, ids)}  {padded(LEVELS[rule.level].in_language(language), levels)}  "
        f"{one_line(rule.title.in_language(language))}\n"
        for rule in listed
    )


def _by_id(rules: Iterable[Rule]) -> list[Rule]:
    return sorted(rules, key=lambda rule: rule.id)


def as_json(rules: Iterable[Rule], language: str) -> str:
    """Return one object with a line for each rule; words stand in both languages, whatever the language."""
    lines = ",\n".join(compact(_object(rule)) for rule in _by_id(rules))
    return f'{{\n"schema": "goi-lint/rules/1",\n"rules": [\n{lines}\n]\n}}\n' if lines else _NO_RULES


def _object(rule: Rule) -> dict[str, Any]:
    """Return a rule's object; where a source has no form, it is that of every form without one of its own."""
    words = {
        "title": rule.title,
        "message": rule.message,
        "advice": rule.advice,
        "exceptions": rule.exceptions,
    }
    return {
        "id": rule.id,
        "name": rule.name,
        "level": rule.level,
        "title": words.pop("title")._asdict(),
        "source": [{"form": form or None, **source._asdict()} for form, source in rule.sources.items()],
        "check": rule.check,
        "params": _plain(rule.params),
        **{key: value._asdict() for key, value in words.items()},
        "terms": {code: term._asdict() for code, term in rule.terms.items()},
        "applies": _applies(rule.applies),
        "gate": rule.gate,
        "pack": rule.pack,
        "file": rule.file,
        "changes": [_change(change) for change in rule.changes],
    }


def _applies(applies: Applies) -> dict[str, Any]:
    lists = {key: list(value) for key, value in applies._asdict().items() if isinstance(value, tuple)}
    return {"years": {"first": applies.first_year, "last": applies.last_year}, **lists}


def _change(change: Change) -> dict[str, Any]:
    return change._asdict() | {"values": {path: json.loads(text) for path, text in change.values.items()}}


def _plain(value: object) -> Any:
    """Return a parameter as the rule's file has it."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return _pattern(value) if isinstance(value, Pattern) else value


def markdown(rules: Iterable[Rule], language: str) -> str:
    """Return a table with a row for each rule: id, level, what must hold, what demands it."""
    heads = Words("编号 级别 要求 依据", "id level obligation source").in_language(language).split()
    rows = [heads, ["---"] * len(heads), *(_row(rule, language) for rule in _by_id(rules))]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(rule: Rule, language: str) -> list[str]:
    sources = dict.fromkeys(_source(source, language) for source in rule.sources.values())
    cells = (rule.id, LEVELS[rule.level].in_language(language), rule.title.in_language(language))
    return [_cell(text) for text in cells] + ["<br>".join(map(_cell, sources))]


def _cell(text: str) -> str:
    """Return a text that is no more than a text in a cell of a Markdown table."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text)).replace("<", "&lt;")


FORMATS: Mapping[str, Callable[[Iterable[Rule], str], str]] = {
    "table": table,
    "json": as_json,
    "markdown": markdown,
}
"""How the rules can be listed, by the name of the format."""


def absence(disabled: Disabled, language: str) -> str:
    """Return which pack leaves a rule out, where it says so, and why."""
    where = f"{disabled.pack}/{disabled.file}:{disabled.line}"
    said = Words(
        f"{disabled.id}  规则包 {disabled.pack} 不用这条规则（{where}）：{disabled.reason.zh}",
        f"{disabled.id}  left out by the pack {disabled.pack} ({where}): {disabled.reason.en}",
    )
    return one_line(said.in_language(language)) + "\n"


def explanation(
    rule: Rule, language: str, example: Finding | None = None, facts: Mapping[str, Words] = _NO_FACTS
) -> str:
    """Return obligation, legal basis, scope, pack, check, example of a message, advice and exceptions of a rule.

    `example` is what the rule says of one of its cases; without it message and advice stand with 【行名】 for a value
    that only a report gives. `facts` describes those values by name.
    """
    message, advice = (
        one_line(getattr(example, key).in_language(language))
        if example
        else _unfilled(getattr(rule, key).in_language(language), facts, language)
        for key in ("message", "advice")
    )
    head = f"{rule.id}  {LEVELS[rule.level].in_language(language)}  {rule.name}\n"
    entries = (
        _Entry(Words("依据", "Source"), _sources(rule.sources, language)),
        _Entry(Words("范围", "Scope"), _scope(rule.applies, language)),
        _Entry(Words("规则包", "Pack"), _origin(rule, language)),
        _Entry(Words("检查", "Check"), _check(rule)),
        _Entry(Words("示例", "Example"), [message]),
        _Entry(Words("建议", "Advice"), [advice]),
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
        (f"{_form(form, language)}{colon}" if form else "") + _source(source, language)
        for form, source in sources.items()
    ]


def _source(source: Source, language: str) -> str:
    return one_line(str(source)) + (CUSTOM.in_language(language) if source.custom else "")


def _form(key: str, language: str) -> str:
    return Words(f"{key.removeprefix('form_')} 年格式", key).in_language(language)


def _scope(applies: Applies, language: str) -> list[str]:
    """Return to which reports a rule applies, on one line; nothing if to all."""
    comma = Words("、", ", ").in_language(language)
    parts = [
        _years(applies.first_year, applies.last_year).in_language(language),
        comma.join(_form(form, language) for form in applies.forms),
        comma.join(BODIES[level].in_language(language) for level in applies.levels),
        comma.join(RANKS[rank].in_language(language) for rank in applies.ranks),
        comma.join(province_name(key).in_language(language) for key in applies.provinces),
        comma.join(applies.cities),
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


def _origin(rule: Rule, language: str) -> list[str]:
    """Return which pack the rule is of, and which packs changed what of it."""
    changed = Words("修改", "changes").in_language(language)
    comma = Words("、", ", ").in_language(language)
    changes = (
        f"{change.pack} {change.file}:{change.line} {changed} {comma.join(change.values)}"
        for change in rule.changes
    )
    return [f"{rule.pack} {rule.file}".strip(), *changes]


def _check(rule: Rule) -> list[str]:
    """Return the check's name and the parameters that the rule gives it."""
    values = (f"{name}: {_value(value)}" for name, value in rule.params.items())
    return [rule.check, *values]


def _value(value: object) -> str:
    """Return a parameter as YAML on one line, such as can be copied into a rule's file."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_value(key)}: {_value(item)}' for key, item in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Pattern):
        return _quoted(value.text)
    if isinstance(value, str):
        return value if _BARE.fullmatch(value) else _quoted(value)
    return json.dumps(value, ensure_ascii=False)


def _quoted(text: str) -> str:
    """Return a text in single quotes, in which a backslash is no more than that; with line ends, in double ones."""
    return json.dumps(text, ensure_ascii=False) if "\n" in text else "'" + text.replace("'", "''") + "'"


def _pattern(value: Pattern) -> str:
    return value.text


def _unfilled(template: str, facts: Mapping[str, Words], language: str) -> str:
    """Return a message with the names of values where a report's values will stand."""
    parts = (
        text + ("" if field is None else _name(field, facts, language))
        for text, field, _, _ in Formatter().parse(template)
    )
    return one_line("".join(parts))


def _name(field: str, facts: Mapping[str, Words], language: str) -> str:
    """Return what a value is called: how its description begins."""
    said = facts.get(field, Words(field, field)).in_language(language)
    return Words("【{}】", "[{}]").in_language(language).format(_FURTHER.split(said, 1)[0])
