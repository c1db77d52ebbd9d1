"""What holds, for people and programs: each value with its origin."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from goi_lint.config.settings import COMMAND_LINE, DEFAULT, LOCALE, Held
from goi_lint.config.written import Table
from goi_lint.errors import Words
from goi_lint.model.roster import Member, Roster
from goi_lint.model.rule import Pack
from goi_lint.tuples import NamedTuple

_ORIGINS = {
    DEFAULT: Words("默认", "default"),
    LOCALE: Words("系统区域设置", "locale"),
    COMMAND_LINE: Words("命令行", "command line"),
}
_WIDEST = 60
"""A line is filled up to the origins of the others at most so far."""


class Document(NamedTuple):
    """What holds for one path; `excluded` tells whether a search would leave it out."""

    path: str
    excluded: bool
    settings: Mapping[str, Held]


class Shown(NamedTuple):
    """All that is to be shown: of documents where paths are given, else of the run."""

    file: str
    """The configuration as messages show it, "" if there is none."""
    tables: tuple[Table, ...]
    settings: Mapping[str, Held]
    packs: tuple[Pack, ...]
    documents: tuple[Document, ...]


def as_text(shown: Shown, language: str) -> str:
    """Return what holds as TOML, each origin as a comment."""
    if shown.documents:
        return "\n".join(_document(document, shown.file, language) for document in shown.documents)
    file = shown.file or Words("没有配置文件", "no configuration file").in_language(language)
    tables = (f"\n{_table(table, shown.file, language)}" for table in shown.tables)
    chain = "".join(f"# {line}\n" for line in chain_lines(shown.packs, language))
    heading = Words("所用规则包：", "the packs:").in_language(language)
    return f"# {file}\n{_lines(shown.settings, shown.file, language)}{''.join(tables)}\n# {heading}\n{chain}"


def chain_lines(packs: Sequence[Pack], language: str) -> list[str]:
    """Return a line for each pack, those that others extend first: what it has, changes and leaves out."""
    return [_pack(pack).in_language(language) for pack in packs]


def _pack(pack: Pack) -> Words:
    own, changed = _own(pack), _changed(pack)
    zh = [f"{pack.name} {pack.version}", f"自有规则 {len(own)} 条"]
    en = [f"{pack.name} {pack.version}", f"rules of its own: {len(own)}"]
    parts = (
        (pack.extends, "继承", "extends"),
        (changed, "改动", "changes"),
        ([disabled.id for disabled in pack.disabled], "停用", "leaves out"),
    )
    for names, word_zh, word_en in parts:
        if names:
            zh.append(f"{word_zh} {'、'.join(names)}")
            en.append(f"{word_en} {', '.join(names)}")
    return Words("；".join(zh), "; ".join(en))


def _own(pack: Pack) -> list[str]:
    return [rule.id for rule in pack.rules if rule.pack == pack.name]


def _changed(pack: Pack) -> list[str]:
    return [rule.id for rule in pack.rules if rule.pack != pack.name]


def _document(document: Document, file: str, language: str) -> str:
    left_out = Words("在文件夹中查找时不检查（exclude）", "left out of searches (exclude)").in_language(
        language
    )
    note = f"# {left_out}\n" if document.excluded else ""
    return f"[{_toml(document.path)}]\n{note}{_lines(document.settings, file, language)}"


def _table(table: Table, file: str, language: str) -> str:
    settings: dict[str, Held] = {key: (value, line) for key, (value, line) in table.settings.items()}
    place = f"[[paths]]  # {file}:{table.line}\npatterns = {_toml(table.patterns)}\n"
    return place + _lines(settings, file, language)


def _lines(settings: Mapping[str, Held], file: str, language: str) -> str:
    left = {key: _setting(key, value, language) for key, (value, _) in settings.items()}
    width = max((len(text) for text in left.values() if len(text) <= _WIDEST), default=0)
    return "".join(
        f"{left[key]:{width}}  # {_origin(origin, file).in_language(language)}\n"
        for key, (_, origin) in settings.items()
    )


def _setting(key: str, value: object, language: str) -> str:
    """Return a line of TOML; what is not set stands there as a comment, and so does a roster, which is long."""
    if isinstance(value, Roster):
        number = len(value.members)
        bodies = Words(f"{number} 个单位", f"{number} bod{'y' if number == 1 else 'ies'}")
        return f"# [{key}] {bodies.in_language(language)}"
    return f"# {key} =" if value is None else f"{key} = {_toml(value)}"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _origin(origin: int | str, file: str) -> Words:
    if isinstance(origin, str):
        return _ORIGINS[origin]
    return Words(f"{file}:{origin}", f"{file}:{origin}")


def as_json(shown: Shown) -> str:
    """Return all that holds as JSON; keys may be added."""
    whole = {
        "file": shown.file or None,
        "settings": _objects(shown.settings, shown.file),
        "paths": [
            {
                "patterns": table.patterns,
                "line": table.line,
                "settings": {key: setting._asdict() for key, setting in table.settings.items()},
            }
            for table in shown.tables
        ],
        "packs": [_pack_object(pack) for pack in shown.packs],
        "documents": [
            {
                "path": document.path,
                "excluded": document.excluded,
                "settings": _objects(document.settings, shown.file),
            }
            for document in shown.documents
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _objects(settings: Mapping[str, Held], file: str) -> dict[str, object]:
    return {
        key: {"value": _plain(value), "origin": _origin_object(origin, file)}
        for key, (value, origin) in settings.items()
    }


def _plain(value: object) -> object:
    """Return a value as people write it."""
    if not isinstance(value, Roster):
        return value
    return {"years": value.years, "bodies": [_body(member) for member in value.members]}


def _body(member: Member) -> dict[str, object]:
    return {
        key: value for key, value in member._asdict().items() if key != "line" and value not in ((), None)
    }


def _origin_object(origin: int | str, file: str) -> dict[str, object]:
    if isinstance(origin, str):
        return {"kind": origin}
    return {"kind": "configuration", "file": file, "line": origin}


def _pack_object(pack: Pack) -> dict[str, Iterable[str] | str]:
    return {
        "name": pack.name,
        "version": pack.version,
        "extends": pack.extends,
        "own": _own(pack),
        "changed": _changed(pack),
        "disabled": [disabled.id for disabled in pack.disabled],
    }
