"""Which numbers of a stretch of text tell something that a rule knows, each with its place among the others.

A part is known by its whole: 自然人22件 tells of requests where what it is a part of does.
"""

from __future__ import annotations

from collections.abc import Sequence

from goi_lint.lazy import lazy
from goi_lint.narrative.clauses import Told, sentence_start
from goi_lint.narrative.scopes import Scope, in_years, is_comparison
from goi_lint.narrative.statements import (
    NUMBER,
    SUBJECT,
    Core,
    Reading,
    Standing,
    core_of,
    is_part,
    numbers_of,
    standing_of,
)
from goi_lint.narrative.stretches import Stretch
from goi_lint.text.patterns import Pattern
from goi_lint.tuples import NamedTuple
from goi_lint.typed import NotRequired, TypedDict

_PARTING = lazy(r"[;。!?]")
_GOT = ("收到", "接到")
_TAKEN = (*_GOT, "接收", "受理", "登记")


class Telling(TypedDict):
    """One kind of statement: its clause matches `pattern` as a whole, `@` for the subject and `#` for the number.

    `equals`: sums of cells, one of which the number must be; `also`: further ones, which a finding does not name. `of`:
    it is a part of what these statements tell, and not asked otherwise; `group`: parts of one kind, which stand beside
    one another. `after`: only right behind one of these and its parts. `part`: asked too where it stands in brackets
    or behind 其中. `denied`: only where the text says that there was none. `zero`: asked only where these cells hold 0.
    """

    told: str
    pattern: Pattern
    equals: list[str]
    also: NotRequired[list[str]]
    of: NotRequired[list[str]]
    group: NotRequired[str]
    after: NotRequired[list[str]]
    part: NotRequired[bool]
    denied: NotRequired[bool]
    zero: NotRequired[list[str]]


class Understood(NamedTuple):
    """A number of a text; `telling` is None where it tells nothing that the rule knows."""

    told: Told
    telling: Telling | None = None
    scope: Scope = Scope.OTHER


class Reader(NamedTuple):
    """What a rule reads in a text: its statements, what things are counted by, the words that mention its subject."""

    reading: Reading
    tellings: Sequence[Telling]
    units: Sequence[str]
    mentions: Sequence[str]


class _Index(NamedTuple):
    """Which tellings are possible where a clause holds a text; `always` those of which that cannot be said."""

    tellings: Sequence[Telling]
    by_text: tuple[tuple[str, tuple[int, ...]], ...]
    always: tuple[int, ...]

    def tellings_for(self, clause: str) -> list[Telling]:
        """Return which tellings a clause may be, in their order."""
        found = set(self.always)
        for text, tellings in self.by_text:
            if text in clause:
                found.update(tellings)
        return [self.tellings[at] for at in sorted(found)]


class _Possible(NamedTuple):
    """A clause without whose and when, and the tellings whose pattern it matches."""

    core: Core
    tellings: list[Telling]


_remembered: dict[tuple[int, str, str], _Possible | None] = {}
"""What clauses may tell: those of one year's reports are much alike."""
_MOST_REMEMBERED = 4096
_indexes: dict[int, _Index] = {}
"""Made once for each rule; an index keeps its rule's tellings, so that no others get their identity."""


def understood(stretch: Stretch, reader: Reader) -> list[Understood]:
    """Return all numbers of a stretch, in order, each with what it tells."""
    found: list[Understood] = []
    for told in numbers_of(stretch):
        possible = _possible(told, reader)
        if possible is None or not (_mentioned(told, reader) or _goes_on(stretch.text, told, found, reader)):
            found.append(Understood(told))
            continue
        standing = standing_of(stretch, told, possible.core, reader.reading)
        told_so = (each for each in possible.tellings if _tells(stretch, told, standing, each, found))
        found.append(Understood(told, next(told_so, None), standing.scope))
    return found


def _mentioned(told: Told, reader: Reader) -> bool:
    return any(word in told.head or word in told.tail for word in reader.mentions)


def _goes_on(text: str, told: Told, before: Sequence[Understood], reader: Reader) -> bool:
    """Tell whether what was received or spoken of last before a number, in its sentence, is what the rule knows.

    受理线上申请65件,办结62件; 重点督办申请6件,办结6件: it is not, and the latter are not all.
    """
    start = sentence_start(text, told.at)
    for each in reversed(before):
        if each.told.at < start:
            return True
        if each.told.depth <= told.depth and not is_comparison(each.told.head):
            if each.telling:
                return True
            if any(word in each.told.head for word in _TAKEN):
                return False
            if _mentioned(each.told, reader) and not is_part(text, each.told):
                return False
    return True


def _index(tellings: Sequence[Telling]) -> _Index:
    if id(tellings) not in _indexes:
        texts: dict[str, list[int]] = {}
        always = []
        for at, telling in enumerate(tellings):
            demanded = [literals for literals in telling["pattern"].literals if tuple(literals) != (NUMBER,)]
            if not demanded:
                always.append(at)
            for text in demanded[0] if demanded else ():
                texts.setdefault(text, []).append(at)
        by_text = tuple((text, tuple(found)) for text, found in texts.items())
        _indexes[id(tellings)] = _Index(tellings, by_text, tuple(always))
    return _indexes[id(tellings)]


def _possible(told: Told, reader: Reader) -> _Possible | None:
    """Return a number's clause and what it may tell; a denial counts where it mentions what is denied."""
    if told.unit and told.unit not in reader.units:
        return None
    if told.denied and not any(word in told.head for word in (*reader.mentions, *_GOT)):
        return None
    clause = in_years(f"{told.head}{NUMBER}{told.tail}", reader.reading.year)
    key = (id(reader.tellings), clause, _named_in(clause, reader.reading.body))
    if key not in _remembered:
        if len(_remembered) >= _MOST_REMEMBERED:
            _remembered.clear()
        _remembered[key] = None if is_comparison(told.head) else _matching(clause, reader)
    return _remembered[key]


def _named_in(clause: str, body: str) -> str:
    """Return the body where a clause may name it: all others are read alike whoever speaks."""
    return body if body and (body[-1] in clause or body[:2] in clause) else ""


def _matching(clause: str, reader: Reader) -> _Possible | None:
    reading, index = reader.reading, _index(reader.tellings)
    clause = reading.subject.sub(SUBJECT, clause)
    candidates = index.tellings_for(clause)
    if not candidates:
        return None
    core = core_of(clause, reading)
    matching = [each for each in candidates if each["pattern"].fullmatch(core.text)]
    return _Possible(core, matching) if matching else None


def _tells(
    stretch: Stretch, told: Told, standing: Standing, telling: Telling, before: Sequence[Understood]
) -> bool:
    if telling.get("denied") and told.value:
        return False
    if "after" in telling:
        last = next((each for each in reversed(before) if _stands_beside(each, told)), None)
        return last is not None and _told_in(last, telling["after"])
    if not standing.meant:
        return False
    if "of" in telling:
        whole = _whole(stretch, told, telling.get("group", ""), before)
        return whole is not None and _told_in(whole, telling["of"])
    return not standing.part or telling.get("part", False)


def _stands_beside(each: Understood, told: Told) -> bool:
    """Tell whether a number before another one is neither in brackets nor a part."""
    return each.told.depth <= told.depth and not (each.telling and "of" in each.telling)


def _told_in(each: Understood, names: Sequence[str]) -> bool:
    return each.telling is not None and each.telling["told"] in names


def _whole(stretch: Stretch, told: Told, group: str, before: Sequence[Understood]) -> Understood | None:
    """Return the number that another one is a part of; None where it cannot be told without doubt.

    In brackets it is the one before them. Else parts of the same kind lie between, parts of another kind only up to
    a semicolon or full stop, comparisons anywhere; whatever else lies between leaves it open.
    """
    later = told.at
    for each in reversed(before):
        if each.told.depth > told.depth or is_comparison(each.told.head):
            continue
        if told.depth > each.told.depth:
            return each if stretch.text[each.told.end : each.told.end + 1] == "(" else None
        if each.telling is None:
            return None
        if "of" not in each.telling:
            return each
        if each.telling.get("group", "") != group and not _PARTING.search(stretch.text, each.told.at, later):
            return None
        later = each.told.at
    return None
