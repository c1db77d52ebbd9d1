"""Text → `Formula`: plain sums as they stand, all others by the syntax tree that Python makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from keyword import iskeyword

from goi_lint.errors import FormulaError, Words
from goi_lint.formula.faults import LANGUAGE, fault
from goi_lint.formula.linear import Formula, Weights
from goi_lint.lazy import lazy
from goi_lint.limits import FORMULA_LENGTH

_TOKEN = lazy(r"[a-z][a-z0-9_]*|[0-9]{1,9}(?![a-z0-9_])|==|<=|>=|[-+*()<>]|[ \n]+")
_WORD = lazy(r"[a-z][a-z0-9_]*")
_TERM = r"(?:sum\( *[a-z][a-z0-9_]* *\)|[a-z][a-z0-9_]*|0|[1-9][0-9]{0,8})"
_SIDE = rf"{_TERM}(?:[ \n]*[-+][ \n]*{_TERM})*"
_PLAIN = lazy(rf"[ \n]*({_SIDE})[ \n]*(==|<=|>=|<|>)[ \n]*({_SIDE})[ \n]*")
"""What nearly every formula is; to have Python read it takes ten times as long."""
_TERMS = lazy(rf"([-+]?)[ \n]*({_TERM})")
_MEANT = {
    "=": "==",
    "＝": "==",
    "≤": "<=",
    "≥": ">=",
    "＜": "<",
    "＞": ">",
    "＋": "+",
    "－": "-",
    "−": "-",
    "×": "*",
}
_MEANT |= {"（": "(", "）": ")"}
_CHINESE = lazy(r"[\u4e00-\u9fff]+")
_KEYS = Words(
    "应写行、列的英文键，如 received（新收）、total（总计）",
    "expected the keys of rows and columns, such as received (新收), total (总计)",
)
_NAMES_SHOWN = 8


@lru_cache(maxsize=256)
def parse(text: str) -> Formula:
    """Return the formula; raise `FormulaError` with the column of the first thing that does not belong in one."""
    _refuse_foreign(text)
    plain = _PLAIN.fullmatch(text)
    if plain is None or not _WORD.search(text) or any(map(iskeyword, _WORD.findall(text))):
        from goi_lint.formula.trees import formula_of

        return formula_of(text)
    left, comparison, right = plain.groups()
    return Formula(text, _side(left), comparison, _side(right))


def _side(text: str) -> Weights:
    """Return one side of a plain formula: how often each name counts, and a number."""
    counts: dict[str, int] = {}
    for sign, term in _TERMS.findall(text):
        name, times = ("", int(term)) if term.isdecimal() else (term.replace(" ", ""), 1)
        counts[name] = counts.get(name, 0) + (-times if sign == "-" else times)
    number = counts.pop("", 0)
    return Weights(tuple(counts.items()), number)


def unknown_name(text: str, name: str, valid: Iterable[str]) -> FormulaError:
    """Return the error that says where an unknown name stands, and which valid one is nearest."""
    from difflib import get_close_matches

    names = list(valid)
    position = next((word.start() for word in _WORD.finditer(text) if word[0] == name), 0)
    near = get_close_matches(name, names, 1)
    if near:
        expected = Words(f"是否为 {near[0]}？", f"did you mean {near[0]}?")
    elif names:
        rest = ("…",) if len(names) > _NAMES_SHOWN else ()
        shown = (*names[:_NAMES_SHOWN], *rest)
        expected = Words(f"应为 {'、'.join(shown)}", f"expected {', '.join(shown)}")
    else:
        expected = Words("这里没有可用的名称", "there is no name to be used here")
    return FormulaError(position + 1, Words(f"未知的名称 {name}", f"unknown name {name}"), expected)


def _refuse_foreign(text: str) -> None:
    """Raise for the first character that cannot stand in a formula, and for a text that is too long."""
    if len(text) > FORMULA_LENGTH:
        raise fault(FORMULA_LENGTH + 1, f"公式有 {len(text)} 个字符", f"a formula of {len(text)} characters")
    position = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            raise _foreign(text, position)
        position = token.end()


def _foreign(text: str, position: int) -> FormulaError:
    """Return the error of a character that no formula has, with what may be meant by it."""
    chinese = _CHINESE.match(text, position)
    found = chinese[0] if chinese else text[position]
    meant = _MEANT.get(found)
    expected = (
        Words(f"是否为 {meant}？", f"did you mean {meant}?") if meant else _KEYS if chinese else LANGUAGE
    )
    return FormulaError(position + 1, Words(f"“{found}” 不能用在公式里", f"“{found}” in a formula"), expected)
