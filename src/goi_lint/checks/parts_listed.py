"""Where the introduction lists the report's parts, the list holds the form's, and as many as it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from goi_lint.checks.prose import Passage, compiled, passages
from goi_lint.checks.subject import the_form
from goi_lint.errors import AbsentError, Words
from goi_lint.model.finding import Problem
from goi_lint.model.form import PartForm
from goi_lint.model.report import Report
from goi_lint.text.normalise import fold
from goi_lint.text.numbers import read_integer
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TypedDict

NAME = "parts_listed"
FACTS: Mapping[str, str] = {
    "fault": "what is wrong with the list",
    "parts": "the parts in question; where the number is wrong, all that are listed",
    "listed": "how many parts are listed",
    "stated": "how many the text says there are, empty if it does not say",
}
CODES: Mapping[str, tuple[str, ...]] = {"fault": ("extra", "missing", "number")}

_SUBJECTS = ("报告", "年报", "全文")
_VERB = r"由|包括|包含|涵盖|含|分为|分(?=[一二三四五六七八九十\d以:])"
_STATED = r"(?<!第)([一二两三四五六七八九十]|\d{1,2})个?(?:大|主要)?(?:部分|部份|方面)"
_GOES_ON = r"[,;](?=本|报告|如|数据|电子|统计|其中|现|所列|特|欢迎|全文|联系|公众)"
_SEPARATOR = r"[、,;:]+|(?<=情况|事项|措施)(?:以及|和|及|与)"
_NUMBERING = (
    r"^(?:第[一二三四五六七八九十]部分(?:为|是)?|[一二三四五六七八九十]是|\(?[一二三四五六\d]{1,2}[).])"
)
_NUMERALS = frozenset("一二三四五六七八九十123456789")
_AROUND = r"^(?:以及|和|及|与|以下|如下|了|共)+|(?:等|的|内容|方面|组成|构成)+$"
_MARKS = "\"'“”‘’《》"
_REVIEW = r"行政复议(?:情况)?(?:、|及|和|与|以及|,)?(?:提起)?行政诉讼"
_FEWEST = 3
_IN_MOST_TITLES = "情况"
_ALIKE = 0.5


class Params(TypedDict):
    """No parameters."""


class _Listing(NamedTuple):
    """A list of parts: its items, how many the text says there are, whether 等 at its end leaves some out."""

    items: tuple[str, ...]
    stated: int | None
    open: bool


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each list that is not the form's: what is extra, missing or wrongly counted."""
    parts = the_form(report).parts
    listings = list(_listings(report, _titles(parts)))
    if not listings:
        raise AbsentError(
            Words("引言没有列出报告的组成部分", "the introduction does not list the report's parts")
        )
    for passage, listing in listings:
        fault, items = _fault(listing, parts)
        if fault:
            stated = "" if listing.stated is None else listing.stated
            facts = {"fault": fault, "parts": items, "listed": len(listing.items), "stated": stated}
            yield Problem(passage.location, facts)


@lru_cache(maxsize=8)
def _titles(parts: tuple[PartForm, ...]) -> frozenset[str]:
    return frozenset(_spelt(title) for part in parts for title in (part.short, part.long) if title)


def _listings(report: Report, titles: frozenset[str]) -> Iterator[tuple[Passage, _Listing]]:
    """Yield the lists of the introduction, which may stand below the first heading (嵩县 2020)."""
    for passage in passages(report, ("front", 1)):
        if passage.folded.count(_IN_MOST_TITLES) < _FEWEST:
            continue
        for sentence in passage.folded.replace("!", "。").replace("?", "。").split("。"):
            if listing := _read(sentence, titles):
                yield passage, listing


@lru_cache(maxsize=256)
def _read(sentence: str, titles: frozenset[str]) -> _Listing | None:
    """Return the list in a sentence; remembered, for many bodies write the same one."""
    text = _list_in(_spelt(sentence), titles)
    listing = _listing(text) if text else None
    return listing if listing and sum(item in titles for item in listing.items) >= _FEWEST else None


def _list_in(sentence: str, titles: frozenset[str]) -> str | None:
    """Return what follows the verb before the first title: 「本年报包括…」, 「报告由…六部分组成」."""
    found = [sentence.find(title) for title in titles if title in sentence]
    if not found:
        return None
    verbs = [verb for verb in compiled(_VERB).finditer(sentence) if verb.end() <= min(found)]
    if not verbs or not any(subject in sentence[: verbs[-1].start()] for subject in _SUBJECTS):
        return None
    return sentence[verbs[-1].end() :]


def _listing(text: str) -> _Listing:
    stated = compiled(_STATED).search(text)
    if stated and "、" in text[: stated.start()]:
        text = text[: stated.end()]
    text = compiled(_GOES_ON).split(compiled(_STATED).sub("", text))[0]
    items = (_item(item) for item in compiled(_SEPARATOR).split(text) if item not in _NUMERALS)
    number = read_integer(stated[1]) if stated else None
    return _Listing(tuple(filter(None, items)), number, text.rstrip("的内容").endswith("等"))


@lru_cache(maxsize=256)
def _item(text: str) -> str:
    return compiled(_AROUND).sub("", compiled(_NUMBERING).sub("", compiled(_AROUND).sub("", text)))


@lru_cache(maxsize=256)
def _spelt(text: str) -> str:
    """Return the text with one spelling of what bodies write in several ways, no 、 inside a part's title."""
    plain = fold(text).replace("其它", "其他")
    for mark in _MARKS:
        plain = plain.replace(mark, "")
    return compiled(_REVIEW).sub("行政复议行政诉讼", plain) if "行政诉讼" in plain else plain


@lru_cache(maxsize=256)
def _fault(listing: _Listing, parts: tuple[PartForm, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Return the fault and the parts in question; another wording of a part is no fault of the list."""
    taken = _assigned(listing.items, parts)
    left = tuple(item for index, item in enumerate(listing.items) if index not in taken.values())
    missing = tuple(part.short for part in parts if part.number not in taken)
    if len(left) > len(missing):
        return "extra", left
    if len(left) < len(missing) and not listing.open:
        return "missing", missing
    whole = len(parts) if listing.open else len(listing.items)
    return ("number", listing.items) if listing.stated not in (None, whole) else (None, ())


def _assigned(items: tuple[str, ...], parts: tuple[PartForm, ...]) -> Mapping[int, int]:
    """Return for each part the index of the item that names it: the likest ones first, each item once."""
    pairs = sorted(
        ((-_likeness(item, part), part.number, index) for index, item in enumerate(items) for part in parts),
    )
    taken: dict[int, int] = {}
    for unlikeness, number, index in pairs:
        if -unlikeness >= _ALIKE and number not in taken and index not in taken.values():
            taken[number] = index
    return taken


def _likeness(item: str, part: PartForm) -> float:
    """Return the share of pairs of characters that an item has in common with a part's title, 1 if equal."""
    return max(_shared(item, _spelt(title)) for title in (part.short, part.long) if title)


@lru_cache(maxsize=1024)
def _shared(one: str, other: str) -> float:
    if one == other:
        return 1.0
    pairs = [{text[index : index + 2] for index in range(len(text) - 1)} for text in (one, other)]
    return 2 * len(pairs[0] & pairs[1]) / (len(pairs[0]) + len(pairs[1]) or 1)
