"""Normal forms of Chinese text: what differs only in width, blanks or typography becomes equal."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from goi_lint.lazy import lazy

DASHES = "-−–—―‐‑‒﹣－─━"
"""Every mark that stands for a hyphen or a minus sign; in a class of a pattern it comes first (`[{DASHES}…]`)."""

# What prints nothing: blanks, zero-width marks and marks of writing direction.
_BLANK = r"\s\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff"
_MARK = lazy(f"[{_BLANK}]")  # for which `re` looks twice as fast as for runs
_RUN = lazy(f"[{_BLANK}]+")
_ENDS = "".join(map(chr, (*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0xAD, 0x1680, 0x180E)))
_ENDS += "".join(map(chr, (*range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x2065))))
_ENDS += "\u3000\ufeff"
BLANK_MARKS = frozenset(_ENDS)

_FULL_WIDTH: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# ⼀ ⽉ ⽇ are what text copied from a PDF has for 一 月 日.
_RADICALS: dict[int, int | str] = {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
}
_DASHES = dict.fromkeys(map(ord, DASHES), "-")
_QUOTES = dict.fromkeys(map(ord, "“”„‟＂「」『』《》〈〉‘’＇"), '"')
_FOLD: dict[int, int | str] = {
    **_FULL_WIDTH,
    **_RADICALS,
    ord("﹒"): ".",
    ord("︰"): ":",
    ord("﹪"): "%",
}
_CANONICAL = {
    **_FOLD,
    **_DASHES,
    **_QUOTES,
    ord("'"): '"',
    ord("〔"): "(",
    ord("["): "(",
    ord("［"): "(",
    ord("〕"): ")",
    ord("]"): ")",
    ord("］"): ")",
}
_WRAPPED = lazy(r"(?<![A-Za-z0-9])[ \t]*\n\s*|[ \t]*\n\s*(?![A-Za-z0-9\s])")
_NUMBERING = lazy(r"^(\d{1,2}|[一二三四五六七八九十]{1,3})[.、,:]+")
_BRACKETED_NUMBERING = lazy(r"^\(([一二三四五六七八九十]{1,3})\)[、.,:]*")


_COMMON = {mark: chr(ord(mark) - 0xFEE0) for mark in "，：；（）！？"}
"""What nearly every paragraph has; to translate it character by character takes four times as long."""
_UNCOMMON = lazy("[" + "".join(map(chr, _FOLD.keys() - set(map(ord, _COMMON)))) + "]")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the text with full-width ASCII made half-width and every blank taken out.

    Letters, digits and the punctuation marks （），：；！？ become ASCII; 、 。 《 》 “ ” and dashes stay as they are.
    This is what patterns see: `统计期限 ：２０２３ 年` becomes `统计期限:2023年`.
    """
    text = _without_blanks(text)
    for mark, plain in _COMMON.items():
        text = text.replace(mark, plain)
    return unicodedata.normalize("NFC", text.translate(_FOLD) if _UNCOMMON.search(text) else text)


def _without_blanks(text: str) -> str:
    """Return the text without its blanks; all of them but the space are not printable, which is asked first."""
    return _MARK.sub("", text) if " " in text or not text.isprintable() else text


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Return the form in which labels are compared: `fold`, with one kind of quote, dash and bracket.

    Numbering is unified too: `1、`, `1．` and `1.` become `1.`; `（一）、` becomes `(一)`; `一.` becomes `一、`.
    """
    plain = unicodedata.normalize("NFC", _without_blanks(text).translate(_CANONICAL))
    if match := _NUMBERING.match(plain):
        number = match[1]
        return f"{number}{'.' if number.isdecimal() else '、'}{plain[match.end() :]}"
    if match := _BRACKETED_NUMBERING.match(plain):
        return f"({match[1]}){plain[match.end() :]}"
    return plain


@lru_cache(maxsize=4096)
def without_numbering(text: str) -> str:
    """Return the canonical form without its leading number: `3.其他` becomes `其他`."""
    plain = canonical(text)
    for pattern in (_NUMBERING, _BRACKETED_NUMBERING):
        if match := pattern.match(plain):
            return plain[match.end() :]
    return plain


def unfolded(text: str, start: int, end: int) -> str:
    """Return what is printed where `fold(text)[start:end]` stands, its inner blanks kept."""
    folded = fold(text)
    plain, printed = _printed(text)
    if printed is None:
        return plain[start:end] if len(plain) == len(folded) else folded[start:end]
    if len(printed) != len(folded) or start >= end:
        return folded[start:end]
    return plain[printed[start] : printed[end - 1] + 1]


@lru_cache(maxsize=4)
def _printed(text: str) -> tuple[str, list[int] | None]:
    """Return the text and where its marks stand, None where it has no blanks; remembered, for pieces are many."""
    plain = unicodedata.normalize("NFC", text)
    if " " not in plain and plain.isprintable():
        return plain, None
    return plain, [index for index, mark in enumerate(plain) if mark not in BLANK_MARKS]


def is_blank(text: str) -> bool:
    """Tell whether the text holds nothing but blanks (no-break and ideographic ones included)."""
    return not text.strip(_ENDS)


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """Return the text as people would quote it: no blanks at the ends, each inner run of blanks one space.

    Where a line ends, no blank stands in Chinese: 自⏎然⏎人 is 自然人. Between Latin letters or digits one does.
    """
    if "\n" in text:
        text = _WRAPPED.sub("", text)
    if " " not in text and text.isprintable():
        return text
    return _RUN.sub(" ", text).strip()


def stripped(text: str) -> str:
    """Return the text without blanks at its ends, zero-width ones included."""
    return (
        text if text.isalnum() else text.strip(_ENDS)
    )  # most cells are digits, and need no look at each blank
