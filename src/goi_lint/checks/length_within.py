"""A text is as long as it may be: not longer, not shorter.

Every character counts that is no blank, marks of punctuation too, as in the count of characters without blanks of a
word processor. With `count: words` a number or a Latin word counts once, as in its count of 字数.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.occurs import limits_verified
from goi_lint.checks.scopes import Scoped, demanded
from goi_lint.errors import AbsentError, ParamFault, Words
from goi_lint.lazy import lazy
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.text.normalise import tidy
from goi_lint.typed import Literal, NotRequired

NAME = "length_within"
FACTS: Mapping[str, str] = {
    "count": "how long the text is",
    "limit": "how long it may be at most, or must be at least",
    "excess": "by how much it is too long or too short",
    "text": "the beginning of the text",
}
CODES: Mapping[str, tuple[str, ...]] = {}
_WORD = lazy(
    r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ](?:[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.,%@/:_-]*[0-9A-Za-z０-９Ａ-Ｚａ-ｚ%])?|[^ ]"
)


class Params(Scoped):
    """`least` and `most`: the limits, both included; `count`: what they count; see `Scoped` for where.

    A part's heading and its tables do not count, its subheads do.
    """

    least: NotRequired[int]
    most: NotRequired[int]
    count: NotRequired[Literal["characters", "words"]]


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield what is wrong with the limits."""
    yield from limits_verified(params.get("least"), params.get("most"))


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for a text that is too long or too short; one that is empty is not asked."""
    search = demanded(report, params)
    texts = [tidy(passage.text) for passage in search.passages]
    if params.get("count") == "words":
        count = sum(len(_WORD.findall(text)) for text in texts)
    else:
        count = sum(len(text) - text.count(" ") for text in texts)
    if not count:
        raise AbsentError(Words("没有文字", "there is no text"))
    least, most = params.get("least", count), params.get("most", count)
    if not least <= count <= most:
        limit = most if count > most else least
        excess = abs(count - limit)
        facts = {"count": count, "limit": limit, "excess": excess, "text": search.beginning}
        yield Problem(search.location, facts)
