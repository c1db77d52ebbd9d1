"""No word is written twice in a row, none is lost, no punctuation mark is one too many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goi_lint.checks.doubling import Doubled, Phrases, doubled_words
from goi_lint.checks.own_text import is_parted, own_passages, quoted
from goi_lint.checks.prose import Passage, Scope, compiled, possible, whole_text
from goi_lint.errors import ParamFault, Words
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Literal, NotRequired, TypedDict

NAME = "worded"
FACTS: Mapping[str, str] = {
    "text": "the words as printed, with some around them",
    "words": "what is written twice, what lacks something, or the marks",
    "fault": "what is wrong with it",
}
CODES: Mapping[str, tuple[str, ...]] = {"fault": ("doubled", "lost", "marks")}
_NUMERALS = "0123456789〇零一二三四五六七八九十百千万亿两几多数余"
_CLAUSE_ENDS = ",。;)"
_MARKS = r"[,。、;:][,。、;:]"  # for which `re` looks twice as fast as for `{2}`
_SENTENCE = 40
"""So many characters before a measure word tell whether it lacks its number."""
_REPORT_NAME = "政府信息公开工作年度报告"


class Lost(TypedDict):
    """A word that lacks something before it where it stands at the end of a clause without a number before it.

    Only if `pattern` is found in the sentence up to that word, of which it sees forty characters.
    """

    before_mark: str
    pattern: Pattern


class Wrong(TypedDict):
    """What `pattern` finds is wrong."""

    fault: Literal["doubled", "lost", "marks"]
    pattern: Pattern


class Params(TypedDict):
    """`words` that are not written twice, what else is not `doubled`, any `phrases`, what is `lost`.

    `marks` do not follow one another; what `wrong` describes is wrong. `within`: where; left out, everywhere.
    """

    within: NotRequired[list[Scope]]
    words: NotRequired[list[str]]
    doubled: NotRequired[list[Doubled]]
    phrases: NotRequired[Phrases]
    lost: NotRequired[list[Lost]]
    marks: NotRequired[list[str]]
    wrong: NotRequired[list[Wrong]]


class _Fault(NamedTuple):
    start: int
    end: int
    fault: str


_SOUGHT = ("words", "doubled", "phrases", "lost", "marks", "wrong")


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield a fault where a rule looks for nothing, and for each text that is not of the length it must have."""
    if not any(name in params for name in _SOUGHT):
        found = Words("没有要找的内容", "nothing to look for")
        expected = Words(
            f"至少应有 {'、'.join(_SOUGHT)} 之一", f"expected at least one of {', '.join(_SOUGHT)}"
        )
        yield ParamFault((), found, expected)
    for index, mark in enumerate(params.get("marks", ())):
        if compiled(_MARKS).fullmatch(mark) is None:
            expected = Words("应为 ,。、;: 中的两个", "expected two of ,。、;:")
            yield ParamFault(("marks", index), Words(f"这里是“{mark}”", f"“{mark}”"), expected)
    for index, lost in enumerate(params.get("lost", ())):
        if len(word := lost["before_mark"]) != 1:
            expected = Words("应为一个字", "expected one character")
            yield ParamFault(("lost", index, "before_mark"), Words(f"这里是“{word}”", f"“{word}”"), expected)


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each fault of a paragraph; the same words count once in it."""
    wrong = [each for each in params.get("wrong", ()) if possible(each["pattern"], report)]
    if next(_faults(whole_text(report), params, wrong), None) is None:
        return
    for passage in own_passages(report, params.get("within")):
        first: dict[str, _Fault] = {}
        for fault in sorted(_faults(passage.folded, params, wrong)):
            if not _is_excused(report, passage, fault):
                first.setdefault(passage.folded[fault.start : fault.end], fault)
        for words, fault in first.items():
            text = quoted(passage, fault.start, fault.end)
            yield Problem(passage.location, {"text": text, "words": words, "fault": fault.fault})


def _faults(text: str, params: Params, wrong: list[Wrong]) -> Iterator[_Fault]:
    known = _known(params)
    if known or "phrases" in params:
        for start, end in doubled_words(text, known, params.get("phrases")):
            yield _Fault(start, end, "doubled")
    if "lost" in params:
        yield from _lost(text, params["lost"])
    if "marks" in params:
        for match in compiled(_MARKS).finditer(text):
            if match[0] in params["marks"] and not _belongs_elsewhere(text, *match.span()):
                yield _Fault(*match.span(), "marks")
    for each in wrong:
        for match in each["pattern"].finditer(text):
            yield _Fault(*match.span(), each["fault"])


_latest: list[tuple[Params, dict[str, Doubled]]] = []
"""What the rule that was asked last knows of doubled words: the next report is asked by the same rule."""


def _known(params: Params) -> dict[str, Doubled]:
    if not _latest or _latest[0][0] is not params:
        known: dict[str, Doubled] = {words: {"words": words} for words in params.get("words", ())}
        known |= {each["words"]: each for each in params.get("doubled", ())}
        _latest[:] = [(params, known)]
    return _latest[0][1]


def _lost(text: str, lost: list[Lost]) -> Iterator[_Fault]:
    """Yield the words at the end of a clause that should have a number before them."""
    ends = "".join(dict.fromkeys(each["before_mark"] for each in lost))
    for match in compiled(rf"[{ends}][{_CLAUSE_ENDS}]").finditer(text):
        at = match.start()
        if at and text[at - 1] not in _NUMERALS:
            sentence = text[max(at - _SENTENCE, 0) : at + 1].rpartition("\n")[2]
            patterns = (each["pattern"] for each in lost if each["before_mark"] == text[at])
            if found := next(filter(None, (pattern.search(sentence) for pattern in patterns)), None):
                yield _Fault(at + 1 - len(found[0]), at + 1, "lost")


def _belongs_elsewhere(text: str, start: int, end: int) -> bool:
    """Tell whether the marks are part of an ellipsis in dots, or stand between numbers or Latin letters."""
    before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
    if (before and before in text[start:end]) or (behind and behind in text[start:end]):
        return True
    return before.isascii() and before.isalnum() and behind.isascii() and behind.isalnum()


def _is_excused(report: Report, passage: Passage, fault: _Fault) -> bool:
    """Tell whether blanks part the halves, or it is for the rule on titles to say."""
    if fault.fault != "doubled":
        return False
    middle = (fault.start + fault.end) // 2
    if passage.location.address == "title":
        body = (report.title.body if report.title else None) or ""
        words = passage.folded[fault.start : fault.end]
        if passage.folded[fault.start : middle] in _REPORT_NAME or body.startswith(words):
            return True
    return is_parted(passage, middle)
