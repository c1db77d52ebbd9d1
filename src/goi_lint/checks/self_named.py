"""The body speaks of itself by what it is, and no other body's name stands where its own should.

Both come from texts taken over from others. Only what is certain is reported: a body may speak of its place (我县), of
its superior, of other bodies; short and former names are its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from goi_lint.checks.own_text import own_located, own_passages, quoted
from goi_lint.checks.prose import Passage, Scope, compiled, holding_in, sentences, whole_text
from goi_lint.errors import AbsentError, ParamFault, Words
from goi_lint.model.finding import Problem
from goi_lint.model.form import Form
from goi_lint.model.report import Report
from goi_lint.text.normalise import fold
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import NotRequired, TypedDict

NAME = "self_named"
FACTS: Mapping[str, str] = {
    "text": "the words as printed, with some around them",
    "name": "what the body calls itself, or the other body's name",
    "body": "whose report it is, as the title says",
    "fault": "whether it is a wrong word for itself or another body's name",
}
CODES: Mapping[str, tuple[str, ...]] = {"fault": ("itself", "other")}
_SPEAKER = "我"
_COMPOUNDS = r"城乡|乡村|乡镇|城镇|村镇|集镇"
"""What holds 乡 or 镇 and says nothing of what a body is: 住房和城乡建设局."""
_QUOTES = (("“", "”"), ("《", "》"), ("「", "」"), ("〈", "〉"))
_SPEECH = r"^.*(?:公布|发布|公开|编制|现将|报告|社会|[由将])|^(?:年度?|的|在)"
"""What may stand before the name in a sentence that announces the report."""
_DATE = r"\(?(?:20\d\d|二[〇○零Oo0]..)年.*$"
_NO_NAME = tuple("我本全该各其")
_LONGEST_NAME = 40
_HEADING = 24
"""A shorter line without 。 is a subhead."""


class Kind(TypedDict):
    """Bodies whose `names` are such never call themselves by a word of `never`.

    `unless`: not where this is found anywhere in the report's text.
    """

    names: Pattern
    never: list[str]
    unless: NotRequired[Pattern]


class OwnWord(TypedDict):
    """A word by which bodies call themselves behind 我; before `not_before` it is the beginning of another word."""

    word: str
    not_before: NotRequired[str]


class Mention(TypedDict):
    """Where a report names its own body: `pattern` matches in a sentence, with a group `body`.

    `within`: where. `opening`: only in the first sentence of the part. `instead`: only if none of them is its own.
    """

    pattern: Pattern
    within: list[Scope]
    opening: NotRequired[bool]
    instead: NotRequired[bool]


class Params(TypedDict):
    """`kinds` of bodies and the `words` by which they call themselves; `mentions` of the body, and `fields`.

    `fields`: families of departments, by the words in their names; bodies of one family may be, or have been, the same.
    `ignore`: names that are several bodies' together. `unless`: reports of bodies that were merged or have two names.
    """

    kinds: NotRequired[list[Kind]]
    words: NotRequired[list[OwnWord]]
    mentions: NotRequired[list[Mention]]
    fields: NotRequired[list[list[str]]]
    ignore: NotRequired[Pattern]
    unless: NotRequired[Pattern]


class _Said(NamedTuple):
    passage: Passage
    start: int
    end: int
    name: str


def verify(params: Params, forms: Mapping[str, Form]) -> Iterator[ParamFault]:
    """Yield the patterns that do not say which words are the body, and words of `never` that `words` does not have."""
    for number, mention in enumerate(params.get("mentions", ())):
        if "(?P<body>" not in str(mention["pattern"]):  # a text yet: patterns are made of faultless rules
            found = Words("没有名为 body 的一组", "no group named body")
            expected = Words("应有 (?P<body>…)", "expected (?P<body>…)")
            yield ParamFault(("mentions", number, "pattern"), found, expected)
    words = {each["word"] for each in params.get("words", ())}
    for number, kind in enumerate(params.get("kinds", ())):
        for index, word in enumerate(kind["never"]):
            if word not in words:
                expected = Words("应为 words 中的词", "expected one of `words`")
                yield ParamFault(
                    ("kinds", number, "never", index), Words(f"这里是“{word}”", f"“{word}”"), expected
                )


def check(report: Report, params: Params) -> Iterator[Problem]:
    """Yield one problem for each wrong word and each other name, at the first place where it stands."""
    own = fold((report.title.body if report.title else None) or "")
    if not own:
        raise AbsentError(Words("标题没有写明单位", "the title does not name the body"))
    ignore = params.get("ignore")
    if ignore and ignore.search(own):
        raise AbsentError(Words("标题中有几个单位", "the title names several bodies"))
    yield from _problems(_wrong_words(report, own, params), own, "itself")
    for mention in params.get("mentions", ()):
        if held := holding_in(mention["pattern"], report, mention["within"]):
            yield from _problems(_others(report, own, mention, params, held), own, "other")


def _problems(found: Iterator[_Said], own: str, fault: str) -> Iterator[Problem]:
    """Yield a problem for each name; the places where it stands again are related."""
    by_name: dict[str, list[_Said]] = {}
    for said in found:
        by_name.setdefault(said.name, []).append(said)
    for name, (first, *more) in by_name.items():
        text = quoted(first.passage, first.start, first.end)
        facts = {"text": text, "name": name, "body": own, "fault": fault}
        yield Problem(first.passage.location, facts, tuple(said.passage.location for said in more))


def _wrong_words(report: Report, own: str, params: Params) -> Iterator[_Said]:
    """Yield the words by which the body calls itself though it is no such body."""
    whole = whole_text(report)
    kind = next((kind for kind in params.get("kinds", ()) if kind["names"].search(own)), None)
    if kind is None or not any(f"{_SPEAKER}{word}" in whole for word in kind["never"]):
        return
    if any(unless and unless.search(whole) for unless in (kind.get("unless"), params.get("unless"))):
        return
    from goi_lint.checks.body_names import without_place

    itself = compiled(_COMPOUNDS).sub("", without_place(own))
    never = [word for word in kind["never"] if word not in itself]
    if never and not _is_signed_otherwise(report, kind, params["kinds"]):
        words = [each for each in params.get("words", ()) if each["word"] in never]
        for passage in own_passages(report):
            yield from _in_passage(passage, words)


def _in_passage(passage: Passage, words: list[OwnWord]) -> Iterator[_Said]:
    for each in words:
        name = f"{_SPEAKER}{each['word']}"
        follows = f"(?![{each['not_before']}])" if each.get("not_before") else ""
        for match in compiled(rf"(?<![自敌忘唯无]){name}{follows}").finditer(passage.folded):
            if not _is_quoted(passage.folded[: match.start()]):
                yield _Said(passage, *match.span(), name)


def _is_quoted(before: str) -> bool:
    """Tell whether somebody else is speaking: quotation or title marks are open."""
    pairs = any(before.count(opened) > before.count(closed) for opened, closed in _QUOTES)
    return pairs or before.count('"') % 2 == 1


def _is_signed_otherwise(report: Report, own: Kind, kinds: list[Kind]) -> bool:
    """Tell whether bodies of other kinds alone sign the report: then it is not known who speaks."""
    lines = (passage.folded for passage in own_passages(report, ("closing",)))
    signers = [
        kind
        for line in lines
        if len(line) <= _LONGEST_NAME
        for kind in kinds
        if kind["names"].search(compiled(_DATE).sub("", line))
    ]
    return bool(signers) and own not in signers


def _others(
    report: Report, own: str, mention: Mention, params: Params, held: Sequence[Passage]
) -> Iterator[_Said]:
    """Yield the names that certainly are other bodies'; a passage that has the body's own name is right.

    `held` are the passages in which the mention may be found.
    """
    if not any(next(_named(passage, mention), None) for passage in held if own not in passage.folded):
        return
    found = list(own_located(report, mention["within"]))
    if mention.get("opening"):
        found = list(_openings(found))
    may = set(map(id, held))
    if may.isdisjoint(map(id, found)):
        return
    right = [passage for passage in found if own in passage.folded]
    named = [
        said
        for passage in found
        if id(passage) in may and passage not in right
        for said in _named(passage, mention)
    ]
    if not named:
        return
    from goi_lint.checks.body_names import is_others

    others = [said for said in named if is_others(own, said.name, params.get("fields", ()))]
    if not mention.get("instead") or (not right and len(others) == len(named)):
        yield from others


def _named(passage: Passage, mention: Mention) -> Iterator[_Said]:
    pattern = mention["pattern"]
    for sentence in sentences(passage.folded):
        for match in pattern.finditer(sentence[0]):
            end = sentence.start() + match.end("body")
            name = compiled(_SPEECH).sub("", match["body"])
            if name and not name.startswith(_NO_NAME):
                yield _Said(passage, end - len(name), end, name)
        if mention.get("opening"):
            break


def _openings(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the first passage of each part that is no subhead."""
    seen: set[str] = set()
    for passage in passages:
        address, text = passage.location.address, passage.folded
        if address not in seen and (len(text) >= _HEADING or text.endswith("。")):
            seen.add(address)
            yield passage
