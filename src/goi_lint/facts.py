"""How facts are written: one fact, one text in Chinese and one in English.

Numbers are written without exponent and trailing zeros, dates as ISO 8601, a tuple as its items joined;
where it has more than `SHOWN` items, the first ones stand with the count of all. A fact that is a code
is put in the words of the rule's `terms`. `Words` stand in their language, a `Place` as 「第 5 行」;
places never enter a fingerprint.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

from goi_lint.errors import Words
from goi_lint.model.document import Place

SHOWN = 6
_PLACES = (
    ("line", "第 {} 行", "line {}"),
    ("page", "第 {} 页", "page {}"),
    ("paragraph", "第 {} 段", "paragraph {}"),
)


def fact_words(value: object, terms: Mapping[str, Words]) -> Words:
    """Return one fact in both languages; `terms` holds the words of codes, where the fact is one."""
    if isinstance(value, Words):
        return value
    if isinstance(value, str):
        return terms.get(value) or Words(value, value)
    if isinstance(value, Place):
        return _place_words(value)
    if isinstance(value, (tuple, list)):
        return _joined([fact_words(item, terms) for item in value])
    text = plain_text(value)
    return Words(text, text)


def plain_text(value: object) -> str:
    """Return a number, a date or a text in its one canonical writing; None is empty."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return _decimal_text(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def identifying(value: object) -> str:
    """Return what a fact adds to a fingerprint: codes as they are, nothing that a moved line would change."""
    if isinstance(value, Place):
        return ""
    if isinstance(value, Words):
        return value.zh
    if isinstance(value, (tuple, list)):
        return "\x1e".join(identifying(item) for item in value)
    return plain_text(value)


def _joined(items: list[Words]) -> Words:
    zh = "、".join(item.zh for item in items[:SHOWN])
    en = ", ".join(item.en for item in items[:SHOWN])
    if len(items) <= SHOWN:
        return Words(zh, en)
    return Words(f"{zh} 等 {len(items)} 处", f"{en} … {len(items)} in all")


def _decimal_text(number: Decimal) -> str:
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _place_words(place: Place) -> Words:
    for field, zh, en in _PLACES:
        number = getattr(place, field)
        if number is not None:
            return Words(zh.format(number), en.format(number))
    return Words("", "")
