"""The roster as it is written, in YAML or in the configuration → the roster, or all of its mistakes at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from goi_lint.config.roster_families import verify_parents
from goi_lint.errors import Words
from goi_lint.homes import home_of
from goi_lint.ignores import is_pattern
from goi_lint.model.report import FIRST_YEAR, LAST_YEAR, Identity
from goi_lint.model.roster import Member, Roster
from goi_lint.packs.fields import Faults, Fields, described
from goi_lint.packs.slips import HALF_WIDTH, QUOTES, commas_expected, full_width_quotes, is_wide
from goi_lint.text.normalise import fold
from goi_lint.text.yaml_file import Node
from goi_lint.tuples import NamedTuple

ROSTER_KEYS = ("bodies", "years")
BODY_KEYS = ("name", "aliases", "paths", "parent", "years")
_NAME = Words("应为单位名称", "expected the name of a body")
_YEARS = Words("应为年份的列表，如 [2023, 2024]", "expected a list of years: [2023, 2024]")
_YEAR = Words(
    f"应为 {FIRST_YEAR} 至 {LAST_YEAR} 之间的年份", f"expected a year from {FIRST_YEAR} to {LAST_YEAR}"
)
_UNQUOTED = Words("年份应为数字，不加引号", "expected a year as a number, without quotes")
_EACH_YEAR = Words("应逐年写数字，如 [2023, 2024]", "expected each year as a number: [2023, 2024]")
_COMMA = Words(
    "两项之间应为半角逗号，后面空一格", "expected a half-width comma and a blank between two items"
)
_NOT_IN_NAMES = "，：；"
"""Names may have 、 as in 中共某县委、某县人民政府信访局."""
_ONE = Words("每项只写一个单位", "expected one body for each item")
_YEAR_ONCE = Words("每个年度只写一次", "expected each year once")
_NAME_ONCE = Words("一个名称只属于一个单位，只写一次", "expected each name once, of one body")
_ONE_BODY = Words(
    "应合为一个单位，另一名称写作 aliases", "expected one body, the other name among its aliases"
)
_PATH = Words(
    "应为 .gitignore 写法的路径，如 科技局/，不含 . 和 ..",
    "expected a path as in a .gitignore file: 科技局/, without . and ..",
)
_PATH_ONCE = Words("一个路径只属于一个单位", "expected each path once, of one body")


class Notation(NamedTuple):
    """How rosters are written in one kind of file."""

    bodies: Words
    """What is expected in place of the list of bodies."""
    body: Words
    texts: Words
    described: Callable[[Node], Words]


YAML = Notation(
    Words("应为列表，每项为 - 单位名称，或以 - name: 开头", "expected a list, each item - NAME or - name: …"),
    Words("应为单位名称，或以 name: 开头", "expected the name of a body, or name: …"),
    Words("应为列表，如 [科技局/]", "expected a list: [科技局/]"),
    described,
)


class _Reading:
    """What is known while one roster is read."""

    def __init__(self, faults: Faults, notation: Notation) -> None:
        self.faults = faults
        self.notation = notation
        self.names: dict[str, tuple[str, str]] = {}
        """By folded name: the body's own name, and where this one stands."""
        self.homes: dict[str, tuple[str, str]] = {}
        """By body of a place, alike for all of its names: likewise."""
        self.paths: dict[str, str] = {}
        self.parents: list[tuple[str, Node]] = []
        """Of each body that has a parent: its name, and what stands there."""

    def wrong(self, node: Node, expected: Words) -> None:
        self.faults.at(node, self.notation.described(node), expected)

    def place(self, node: Node) -> str:
        return f"{self.faults.file}:{node.line}:{node.column}"


def roster_in(node: Node, folder: str, faults: Faults, notation: Notation) -> Roster:
    """Return the roster; where faults were noted, it is not to be used. Paths go from `folder` on."""
    reading = _Reading(faults, notation)
    if isinstance(node.value, list):
        reading.wrong(node, Words("应为 bodies: 及其下的列表", "expected bodies: with the list below it"))
        return Roster(faults.file, folder, ())
    if isinstance(node.value, str) and is_wide(node.value):
        reading.wrong(node, HALF_WIDTH)
        return Roster(faults.file, folder, ())
    fields = Fields(node, faults, ROSTER_KEYS)
    bodies = fields.need("bodies", notation.bodies)
    members = tuple(_members(bodies, reading)) if bodies else ()
    above = verify_parents(reading.parents, reading.names, faults)
    return Roster(
        faults.file,
        folder,
        tuple(member._replace(parent=above.get(member.name)) for member in members),
        _years(fields, reading),
    )


def _members(node: Node, reading: _Reading) -> Iterator[Member]:
    if not isinstance(node.value, list) or not node.value:
        empty = Words("至少写一个单位", "expected at least one body")
        reading.wrong(node, empty if node.value == [] else reading.notation.bodies)
        return
    for item in node.value:
        if isinstance(item.value, dict):
            yield _member(item, reading)
        else:
            yield Member(_name(item, None, reading, reading.notation.body), item.line)


def _member(node: Node, reading: _Reading) -> Member:
    fields = Fields(node, reading.faults, BODY_KEYS)
    name = fields.need("name", _NAME)
    whose = _name(name, None, reading) if name else ""
    aliases = tuple(_name(item, whose, reading) for item in _items(fields, "aliases", reading))
    paths = tuple(_paths(_items(fields, "paths", reading), reading))
    if (parent := fields.get("parent")) and _text(parent, reading):
        reading.parents.append((whose, parent))
    return Member(whose, node.line, aliases, paths, None, _years(fields, reading))


def _name(node: Node, whose: str | None, reading: _Reading, expected: Words = _NAME) -> str:
    """Return a body's name, its first one where `whose` is None; '' after a fault."""
    text = _text(node, reading, expected)
    if not text:
        return ""
    own, place = whose or text, reading.place(node)
    if taken := reading.names.get(fold(text)):
        found = Words(f"{text} 在 {taken[1]} 已有", f"{text} stands at {taken[1]} already")
        reading.faults.at(node, found, _NAME_ONCE)
        return ""
    reading.names[fold(text)] = (own, place)
    home = home_of(Identity(body=text))
    if home is None:
        return text
    other, where = reading.homes.setdefault(home, (own, place))
    if other != own:
        found = Words(
            f"{text} 与 {where} 的 {other} 是同一单位", f"{text} is the same body as {other} at {where}"
        )
        reading.faults.at(node, found, _ONE_BODY)
    return text


def _text(node: Node, reading: _Reading, expected: Words = _NAME) -> str:
    """Return the text of a name; '' after a fault."""
    if not isinstance(node.value, str) or not fold(node.value):
        reading.wrong(node, expected)
        return ""
    if quotes := full_width_quotes(node):
        reading.faults.at(node, quotes, QUOTES)
    elif commas := commas_expected(node, pattern=False):
        reading.wrong(node, commas)
    elif any(mark in node.value for mark in _NOT_IN_NAMES):
        reading.wrong(node, HALF_WIDTH if node.bare else _ONE)
    else:
        return node.value.strip()
    return ""


def _items(fields: Fields, key: str, reading: _Reading, expected: Words | None = None) -> Sequence[Node]:
    """Return the items of a list; none where the key is absent, or after a fault."""
    node = fields.get(key)
    if node is None:
        return ()
    if not isinstance(node.value, list):
        reading.wrong(node, expected or reading.notation.texts)
    elif not node.value:
        reading.wrong(
            node, Words("至少写一项；不需要时去掉这个键", "expected at least one item, or no such key")
        )
    else:
        return node.value
    return ()


def _paths(items: Sequence[Node], reading: _Reading) -> Iterator[str]:
    for node in items:
        if not isinstance(node.value, str) or not is_pattern(node.value):
            reading.wrong(node, _PATH)
        elif quotes := full_width_quotes(node):
            reading.faults.at(node, quotes, QUOTES)
        elif commas := commas_expected(node, pattern=False):
            reading.wrong(node, commas)
        elif node is items[0] and node.value.startswith("!"):
            reading.wrong(
                node,
                Words(
                    "! 之前应先有路径，写法同 .gitignore", "expected a path before, as in a .gitignore file"
                ),
            )
        elif taken := reading.paths.get(node.value):
            found = Words(f"{node.value} 在 {taken} 已有", f"{node.value} stands at {taken} already")
            reading.faults.at(node, found, _PATH_ONCE)
        else:
            reading.paths[node.value] = reading.place(node)
            yield node.value


def _years(fields: Fields, reading: _Reading) -> tuple[int, ...]:
    found: list[int] = []
    for node in _items(fields, "years", reading, _YEARS):
        year = _year(node.value)
        if year is None:
            reading.wrong(node, _year_expected(node))
        elif year in found:
            reading.faults.at(node, Words(f"年度 {year} 重复", f"the year {year} a second time"), _YEAR_ONCE)
        else:
            found.append(year)
    return tuple(sorted(found))


def _year(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR:
        return value
    return None


def _year_expected(node: Node) -> Words:
    """Say what is expected in place of what is no year."""
    text = node.value
    if not isinstance(text, str) or not text.strip():
        return _YEAR
    if text.strip().isdecimal():
        return (
            _UNQUOTED
            if text.isascii()
            else Words("应写半角数字，如 2024", "expected half-width digits: 2024")
        )
    return _COMMA if commas_expected(node, pattern=False) else _EACH_YEAR
