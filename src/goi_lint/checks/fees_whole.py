"""Fees for processing information are whole multiples of the smallest charge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from re import Match

from goi_lint.checks.prose import Passage, compiled, passages, sentences
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.report import Report
from goi_lint.text.patterns import Pattern
from goi_lint.typed import Literal, NotRequired, TypedDict

NAME = "fees_whole"
FACTS: Mapping[str, str] = {"text": "the amount as printed", "amount": "the amount in 元"}
CODES: Mapping[str, tuple[str, ...]] = {}
_AMOUNT = r"(?P<sign>(?<![\d元页件])[-−负])?(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<unit>万?)元"
_PARTING = ",;、"
_UNITS = {"": Decimal(1), "万": Decimal(10_000)}


class Params(TypedDict):
    """`pattern` finds the sentences of the part that speak of the fee; `step`: the smallest charge in 元.

    An amount is left out whose clause matches `unless` and does not name the fee.
    """

    part: Literal[1, 2, 3, 4, 5, 6]
    pattern: Pattern
    unless: NotRequired[Pattern]
    step: int


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each amount that is negative or no multiple."""
    amounts = [
        (passage, match, _in_yuan(match))
        for passage in passages(report, (params["part"],))
        if "元" in passage.folded
        for match in _amounts(passage, params)
    ]
    if not amounts:
        raise AbsentError(Words("没有写信息处理费的金额", "no amount of fees is given"))
    for passage, match, amount in amounts:
        if amount < 0 or amount % params["step"]:
            yield Problem(passage.location, {"text": match[0], "amount": amount})


def _amounts(passage: Passage, params: Params) -> list[Match[str]]:
    fee, unless = params["pattern"], params.get("unless")
    fee_sentences = (sentence[0] for sentence in sentences(passage.folded) if fee.search(sentence[0]))
    found = (match for sentence in fee_sentences for match in compiled(_AMOUNT).finditer(sentence))
    if unless is None:
        return list(found)
    return [match for match in found if fee.search(of := _clause(match)) or not unless.search(of)]


def _clause(match: Match[str]) -> str:
    """Return the clause that an amount stands in; the comma within a number parts none."""
    text = match.string
    start = max(text.rfind(mark, 0, match.start()) for mark in _PARTING)
    ends = [end for mark in _PARTING if (end := text.find(mark, match.end())) >= 0]
    return text[start + 1 : min(ends, default=len(text))]


def _in_yuan(match: Match[str]) -> Decimal:
    amount = Decimal(match["number"].replace(",", "")) * _UNITS[match["unit"]]
    return -amount if match["sign"] else amount
