"""The one place that calls ruamel: YAML 1.2 as plain data, with the place of everything for messages.

Plain data are mappings with text keys, lists, text, whole numbers, true and false, and null. Nothing
else is made: `2021-09-29` and `2026.1` stay text. Anchors, aliases, tags, doubled keys and several
documents in one file are refused, and so are files that are too large or nested too deep: each is a
`PackFault` with its place.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from goi_lint.cache import kept, key_of, name_for
from goi_lint.errors import PackError, PackFault, Words
from goi_lint.lazy import lazy
from goi_lint.limits import YAML_BYTES, YAML_DEPTH
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_CONSTANTS: Mapping[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = lazy(r"[-+]?[0-9]{1,18}")
_UNFIT = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NO_COLON = "could not find expected ':'"

_NO_KEYS: Mapping[str, tuple[int, int]] = {}


class Node(NamedTuple):
    """A value with its place; `value` holds Nodes where it is a mapping or a list."""

    value: dict[str, Node] | list[Node] | str | int | bool | None
    line: int
    column: int
    keys: Mapping[str, tuple[int, int]] = _NO_KEYS
    """Line and column of each key of a mapping."""
    inline: bool = False
    """A text whose characters stand in the file one by one from `column` on, so that columns within it are known."""
    bare: bool = False
    """A text that stands without quotes, and not as a block."""
    bracketed: bool = False
    """A list in brackets."""

    def plain(self) -> Any:
        """Return the value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def located(data: bytes, filename: str, escapes: bool = False) -> Node:
    """Return the file's content with places; raise `PackError` with the one fault that stops the reading.

    With `escapes`, texts may hold control characters written as escapes: a case may be of a file that is no text.
    """
    text = _decoded(data, filename)
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _Builder(filename, YAML(typ="safe", pure=True).parse(text), escapes).document()
    except MarkedYAMLError as error:
        raise _syntax_error(error, text, filename) from error
    except YAMLError as error:
        raise _bad_character(error, text, filename) from error


def plain(path: str | os.PathLike[str]) -> object:
    """Return one file's plain data, from the cache where it is warm."""
    name, data = os.path.basename(path), bytes_of(path)
    return kept(name_for(path), key_of({name: data}, "plain"), lambda: located(data, name).plain())


def bytes_of(path: str | os.PathLike[str]) -> bytes:
    """Return a file's content."""
    with open(path, "rb") as file:
        return file.read()


def plain_folder(folder: str | os.PathLike[str]) -> Mapping[str, object]:
    """Return the plain data of a folder's YAML files by file name, as one entry of the cache."""
    # `glob` would compile a pattern for this: as long as all the rest takes.
    names = sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(".yaml"))
    files = {name: bytes_of(os.path.join(folder, name)) for name in names}
    found = kept(
        name_for(folder),
        key_of(files, "plain"),
        lambda: {name: located(data, name).plain() for name, data in files.items()},
    )
    assert isinstance(found, dict)
    return found


class _Builder:
    """Builds nodes from the parser's events; what plain data do not need is refused at its place."""

    def __init__(self, filename: str, events: Iterator[Any], escapes: bool) -> None:
        self._filename = filename
        self._events = events
        self._escapes = escapes

    def document(self) -> Node:
        """Return the only document of the stream."""
        self._next()
        first = self._next()
        if _kind(first) == "StreamEnd":
            raise self._fault(first, "文件是空的", "an empty file", "应有键和值", "expected keys with values")
        node = self._node(self._next(), 0)
        self._next()
        rest = self._next()
        if _kind(rest) != "StreamEnd":
            raise self._fault(
                rest,
                "第二个 YAML 文档（---）",
                "a second YAML document (---)",
                "每个文件只写一个",
                "expected one a file",
            )
        return node

    def _next(self) -> Any:
        return next(self._events)

    def _node(self, event: Any, depth: int) -> Node:
        self._refuse_extras(event)
        if depth > YAML_DEPTH:
            raise self._fault(
                event,
                f"嵌套超过 {YAML_DEPTH} 层",
                f"nesting deeper than {YAML_DEPTH}",
                "应更浅",
                "expected less",
            )
        build: Callable[[Any, int], Node] = getattr(self, f"_{_kind(event).lower()}")
        return build(event, depth)

    def _scalar(self, event: Any, depth: int) -> Node:
        line, column = _place(event)
        if not event.implicit[0]:
            one_line = event.start_mark.line == event.end_mark.line and event.style in ("'", '"')
            return Node(event.value, line, column + 1 if one_line else column, inline=one_line)
        if event.value in _CONSTANTS:
            return Node(_CONSTANTS[event.value], line, column)
        if _WHOLE.fullmatch(event.value):
            return Node(int(event.value), line, column)
        inline = event.start_mark.line == event.end_mark.line
        return Node(event.value, line, column, inline=inline, bare=True)

    def _sequencestart(self, event: Any, depth: int) -> Node:
        items = []
        while _kind(item := self._next()) != "SequenceEnd":
            items.append(self._node(item, depth + 1))
        return Node(items, *_place(event), bracketed=event.flow_style)

    def _mappingstart(self, event: Any, depth: int) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        while _kind(key := self._next()) != "MappingEnd":
            name = self._key(key, keys)
            keys[name] = _place(key)
            values[name] = self._node(self._next(), depth + 1)
        return Node(values, *_place(event), keys)

    def _key(self, event: Any, keys: Mapping[str, tuple[int, int]]) -> str:
        self._refuse_extras(event)
        if _kind(event) != "Scalar":
            from goi_lint.text.yaml_words import BLOCK

            raise self._fault(event, "键不是文字", "a key that is no text", BLOCK.zh, BLOCK.en)
        name = str(event.value)
        if name in keys:
            line = keys[name][0]
            raise self._fault(
                event,
                f"键 {name} 重复（第 {line} 行已有）",
                f"the key {name} a second time (first in line {line})",
                "每个键只写一次",
                "expected each key once",
            )
        return name

    def _refuse_extras(self, event: Any) -> None:
        if not self._escapes and _UNFIT.search(getattr(event, "value", None) or ""):
            raise self._fault(event, "不可见的控制字符", "a control character", "应删去", "expected none")
        if _kind(event) == "Alias" or getattr(event, "anchor", None) is not None:
            raise self._fault(
                event,
                "锚点或别名（& 或 *）",
                "an anchor or alias (& or *)",
                "应写出内容",
                "expected it written out",
            )
        tag = getattr(event, "tag", None)
        if tag is not None and str(tag) != "!":
            raise self._fault(event, f"标签 {tag}", f"the tag {tag}", "不用标签", "expected no tag")

    def _fault(self, event: Any, found_zh: str, found_en: str, zh: str, en: str) -> PackError:
        line, column = _place(event)
        return PackError((PackFault(self._filename, line, column, Words(found_zh, found_en), Words(zh, en)),))


def _kind(event: Any) -> str:
    return type(event).__name__.removesuffix("Event")


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _decoded(data: bytes, filename: str) -> str:
    """Return the bytes as text, the place of the first wrong byte in the fault."""
    if len(data) > YAML_BYTES:
        found = Words(f"文件有 {len(data)} 字节", f"a file of {len(data)} bytes")
        expected = Words(f"至多 {YAML_BYTES} 字节", f"expected at most {YAML_BYTES} bytes")
        raise PackError((PackFault(filename, 1, 1, found, expected),))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        found = Words("不是 UTF-8 编码", "a byte that is not UTF-8")
        fault = PackFault(
            filename, line, column, found, Words("应另存为 UTF-8", "expected a file saved as UTF-8")
        )
        raise PackError((fault,)) from error


def _syntax_error(error: Any, text: str, filename: str) -> PackError:
    """Return the parser's complaint in our words, at the place where it stopped."""
    from goi_lint.text.yaml_words import complaint

    mark = error.problem_mark or error.context_mark
    if str(error.problem).startswith(_NO_COLON):
        mark = error.context_mark or mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = str(error.problem or error.context or "")
    lines = text.splitlines()
    here = lines[line - 1] if line <= len(lines) else ""
    found, expected = complaint(problem, here[: column + 1], here)
    return PackError((PackFault(filename, line, column, found, expected),))


def _bad_character(error: Exception, text: str, filename: str) -> PackError:
    """Return the fault of a control character, which the parser reports by its offset."""
    position = int(getattr(error, "position", 0) or 0)
    before = text[:position]
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    found = Words("不可见的控制字符", "a control character")
    return PackError((PackFault(filename, line, column, found, Words("应删去", "expected none")),))
