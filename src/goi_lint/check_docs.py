"""What is said of a check to the authors of rules, from the YAML file that stands beside its module.

`checks/occurs.yaml` describes `checks/occurs.py`: `about`, `params` (`topics.patterns` is a key within `topics`),
`facts`, and a whole rule as `example`, or `internal`, why packs have no use for it. Parameters and facts that checks
take from a module they share are described beside that one (`scopes.shared.yaml`, `listing.shared.yaml`). A check
without such a file, as a plugin's may be, is described by its docstrings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from inspect import getdoc
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from goi_lint.checks import listing, scopes
from goi_lint.errors import PluginError, Words
from goi_lint.model.plugin import Check
from goi_lint.packs.params import required_hints
from goi_lint.text.patterns import Pattern
from goi_lint.text.yaml_file import plain
from goi_lint.tuples import NamedTuple
from goi_lint.typed import is_typed_dict

_SCALARS: Mapping[Any, Words] = {
    str: Words("文字", "text"),
    int: Words("整数", "whole number"),
    bool: Words("true 或 false", "true or false"),
    Pattern: Words("正则表达式", "regular expression"),
    NoneType: Words("空", "nothing"),
}


class CheckDoc(NamedTuple):
    """A check in words: what must hold, its parameters and facts, a rule as an example.

    Parameters within others have dotted names. `internal` says why packs have no use for the check, where they have
    none; then there is no example.
    """

    about: Words
    params: Mapping[str, Words]
    facts: Mapping[str, Words]
    example: str = ""
    internal: Words | None = None


class ParamKind(NamedTuple):
    """One parameter as the check declares it: dotted name, kind of value, whether it must be given."""

    name: str
    kind: Words
    required: bool


def check_doc(check: Check) -> CheckDoc:
    """Return what is said of a check; raise `PluginError` where its file says it in another shape."""
    twin = _twin(check)
    about = twin.get("about")
    facts = {name: Words(text, text) for name, text in check.FACTS.items()}
    return CheckDoc(
        about=_words(about) if about else _docstring(check),
        params=_shared_params(check) | _all_words(twin.get("params")),
        facts=facts | _shared_facts(check) | _all_words(twin.get("facts")),
        example=str(twin.get("example") or ""),
        internal=_words(twin["internal"]) if "internal" in twin else None,
    )


def param_kinds(check: Check) -> tuple[ParamKind, ...]:
    """Return the parameters of a check: its own first, those within others behind them, those of `Scoped` last."""
    shared = required_hints(scopes.Scoped)
    return tuple(sorted(_kinds(check.Params), key=lambda param: param.name in shared))


def _kinds(hint: Any, path: str = "") -> Iterator[ParamKind]:
    for name, (kind, required) in required_hints(hint).items():
        yield ParamKind(path + name, _kind(kind), required)
        for inner in (kind, *get_args(kind)):
            if is_typed_dict(inner):
                yield from _kinds(inner, f"{path}{name}.")


def _kind(hint: Any) -> Words:
    """Say what kind of value a parameter takes: `list (regular expression)`, `row | column`."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    inner = get_args(hint)
    origin = get_origin(hint)
    if origin is Literal:
        values = " | ".join(str(value) for value in inner)
        return Words(values, values)
    if is_typed_dict(hint) or not inner:
        return Words("映射", "mapping")
    kinds = [_kind(each) for each in inner]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Words(f"映射（值：{kinds[-1].zh}）", f"mapping (values: {kinds[-1].en})")
    if origin not in (Union, UnionType):
        return Words(f"列表（{kinds[0].zh}）", f"list ({kinds[0].en})")
    return Words(" 或 ".join(each.zh for each in kinds), " or ".join(each.en for each in kinds))


def _shared_params(check: Check) -> dict[str, Words]:
    """Return the words for the parameters that the check takes from `Scoped`."""
    shared, own = required_hints(scopes.Scoped), required_hints(check.Params)
    words = _all_words(_shared(scopes.__file__)["params"])
    return {name: words[name] for name, hint in shared.items() if own.get(name) == hint}


def _shared_facts(check: Check) -> dict[str, Words]:
    """Return the words for the facts that the check takes from `CELL_FACTS`."""
    words = _all_words(_shared(listing.__file__)["facts"])
    return {name: words[name] for name, text in listing.CELL_FACTS.items() if check.FACTS.get(name) == text}


def _twin(check: Check) -> Mapping[str, Any]:
    file = getattr(check, "__file__", None)
    return _read(Path(file).with_suffix(".yaml")) if file else {}


def _shared(module: str) -> Mapping[str, Any]:
    return _read(Path(module).with_suffix(".shared.yaml"))


@cache
def _read(path: Path) -> Mapping[str, Any]:
    """Return what a file says; nothing where there is none."""
    if not path.is_file():
        return {}
    said = plain(path)
    if not isinstance(said, dict):
        raise PluginError(Words(f"{path}：应为映射", f"{path}: expected a mapping"))
    return said


def _all_words(said: Any) -> dict[str, Words]:
    return {name: _words(words) for name, words in (said or {}).items()}


def _words(said: Any) -> Words:
    """Return a sentence in both languages, on one line each."""
    try:
        return Words(" ".join(said["zh"].split()), " ".join(said["en"].split()))
    except (KeyError, TypeError, AttributeError) as error:
        raise PluginError(
            Words(f"检查的说明应有 zh 和 en：{said!r}", f"a check's description needs zh and en: {said!r}")
        ) from error


def _docstring(check: Check) -> Words:
    first = " ".join((getdoc(check) or check.NAME).partition("\n\n")[0].split())
    return Words(first, first)
