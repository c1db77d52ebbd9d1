"""Comments in a report: `<!-- goi-lint: ignore GOI040, GOI041 reason="…" until=2027-01-31 -->`.

A comment in which anything is wrong suppresses nothing, and says all that is wrong with it at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from goi_lint.errors import Words
from goi_lint.exceptions.days import day_of
from goi_lint.exceptions.naming import unknown_rule
from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph, Place
from goi_lint.model.finding import Suppression, SuppressionKind
from goi_lint.packs.fields import nearest
from goi_lint.tuples import NamedTuple

_NAME = lazy(r"\Agoi[-_ ]?lint\s*+[:：]?\s*+", re.IGNORECASE)
_IGNORE = lazy(r"ignore(?![\w-])", re.IGNORECASE)
_OPTION = lazy(r"""(?<![A-Za-z])([A-Za-z]++)\s*+[=＝]\s*+(?:"([^"]*)"|[“”]([^“”]*)[“”]|([^\s"“”]*))""")
_BETWEEN = lazy(r"[\s,，、;；]+")
_KEYS = ("reason", "until")
_SHOWN = 40
_MOST = 5
"""Rules that do not exist, of one comment, which are told: to look for the nearest takes time."""


class Comment(NamedTuple):
    """What one comment says; where `faults` has any, it says nothing that counts."""

    rules: tuple[str, ...]
    reason: str
    until: date | None
    place: Place
    text: str
    """As it is written, on one line and not too long."""
    faults: tuple[Words, ...]

    @property
    def suppression(self) -> Suppression:
        """What is said of the findings that it covers."""
        until = self.until.isoformat() if self.until else None
        return Suppression(SuppressionKind.COMMENT, self.reason, until, f"line {self.place.line}")


def comment_of(remark: Paragraph, known: Collection[str], lasting: Collection[str]) -> Comment:
    """Return what a comment says; `known` are the ids of all rules, `lasting` those that no comment suppresses."""
    inner = remark.text.removeprefix("<!--").removesuffix("-->").strip()
    closed = remark.text.endswith("-->")
    faults = [] if closed else [Words("没有以 --> 结束", "it does not end with -->")]
    body = _NAME.sub("", inner)
    begin = _IGNORE.match(body)
    if begin is None:
        faults.append(Words("goi-lint: 之后应为 ignore", "expected ignore after goi-lint:"))
    options: dict[str, str] = {}
    faults += _read_options(body, options)
    rest = _OPTION.sub(" ", body[begin.end() if begin else 0 :])
    rules = tuple(dict.fromkeys(word.upper() for word in _BETWEEN.split(rest) if word)) if begin else ()
    if begin:
        faults += _faults_of(rules, known, lasting)
        faults += _faults_of_reason(options)
    until = day_of(options["until"]) if options.get("until") else None
    if "until" in options and until is None:
        faults.append(_no_day(options["until"]))
    text = _short(" ".join(inner.split()))
    reason = " ".join(options.get("reason", "").split())
    return Comment(rules, reason, until, remark.place, text, tuple(faults))


def _read_options(body: str, options: dict[str, str]) -> Iterator[Words]:
    """Fill in the options; yield what is wrong with their keys."""
    for key, *values in _OPTION.findall(body):
        name = key.lower()
        if name not in _KEYS:
            near = nearest(name, _KEYS)
            yield Words(f"没有 {key}，{near.zh}", f"there is no {key}; {near.en}")
        elif name in options:
            yield Words(f"{name} 写了两次", f"{name} stands twice")
        options.setdefault(name, "".join(values))


def _faults_of(rules: tuple[str, ...], known: Collection[str], lasting: Collection[str]) -> Iterator[Words]:
    if not rules:
        yield Words("没有写规则编号", "it names no rule")
    for rule in rules:
        if rule in lasting:
            yield Words(f"{rule} 不能用注释例外", f"{rule} cannot be suppressed by a comment")
    unknown = [rule for rule in rules if rule not in known and rule not in lasting]
    for rule in unknown[:_MOST]:
        found, near = unknown_rule(_short(rule), known)
        yield Words(f"{found.zh}，{near.zh}", f"{found.en}; {near.en}")


def _faults_of_reason(options: dict[str, str]) -> Iterator[Words]:
    if "reason" not in options:
        yield Words('没有写理由（reason="…"）', 'it gives no reason (reason="…")')
    elif not options["reason"].strip():
        yield Words("理由是空的", "the reason is empty")


def _no_day(text: str) -> Words:
    return Words(
        f"日期 until={_short(text)} 应写成 2027-01-31 的样子",
        f"expected a date such as 2027-01-31 in until={_short(text)}",
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
