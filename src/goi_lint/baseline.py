"""Baselines: what was found on one day, so that another day only what is new is reported.

A finding is known again by its fingerprint, which holds rule, body, year, place and values; each recorded one
stands for one finding. One line for each, by path and fingerprint, so that a change of the file can be read. Paths
are told from the folder of the file, so that it means the same wherever goi-lint is run.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from goi_lint.errors import ConfigError, PackFault, UsageError, Words, reason_of
from goi_lint.lazy import lazy
from goi_lint.limits import BASELINE_BYTES
from goi_lint.model.finding import DocumentResult, Finding, Outcome, Status
from goi_lint.model.leftover import Repaired
from goi_lint.tuples import NamedTuple
from goi_lint.typed import Any

_HALF = lazy(r"[\ud800-\udfff]")
SCHEMA = "goi-lint-baseline/1"
_EXPECTED = Words("应为 goi-lint baseline 写出的文件", "expected what goi-lint baseline writes")
_OBJECT = Words("应为对象 {…}", "expected an object {…}")
_LIST = Words("应为列表 […]", "expected a list […]")
_TEXT = Words("应为文字", "expected text")
_NUMBER = Words("应为正整数", "expected a whole number from 1")
_TEXTS = ("rule", "fingerprint", "message")
_STDIN = "-"
_SHOWN = 40


class Recorded(NamedTuple):
    """Findings of one document that are alike."""

    rule: str
    fingerprint: str
    number: int
    message: str


class Recorder:
    """Notes the findings of a run, for a baseline in `folder`."""

    def __init__(self, folder: str = ".") -> None:
        self._folder = folder
        self._documents: dict[str, Counter[Recorded]] = {}
        self.findings = 0

    def add(self, result: DocumentResult, language: str) -> None:
        """Note what was found in one document; what is suppressed already is left out."""
        found = Counter(
            Recorded(
                finding.rule, finding.fingerprint, 1, " ".join(finding.message.in_language(language).split())
            )
            for finding in result.findings
        )
        if found:
            path = _path_from(self._folder, result.path)
            self._documents.setdefault(path, Counter()).update(found)
            self.findings += found.total()

    def text(self, version: str) -> str:
        """Return the baseline."""
        tool = _compact({"name": "goi-lint", "version": version})
        documents = ",".join(
            f"\n{_compact(path)}: [{_lines(self._documents[path])}\n]" for path in sorted(self._documents)
        )
        end = "\n" if documents else ""
        return f'{{\n"schema": "{SCHEMA}",\n"tool": {tool},\n"documents": {{{documents}{end}}}\n}}\n'


def _lines(found: Counter[Recorded]) -> str:
    return ",".join(
        "\n" + _compact({"rule": rule, "fingerprint": fingerprint, "count": number, "message": message})
        for (rule, fingerprint, _, message), number in sorted(found.items())
    )


def _compact(value: object) -> str:
    """Return JSON on one line, Chinese as it is; half a character could not be written in UTF-8."""
    text = json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if _HALF.search(text) else text


class Baseline:
    """What was recorded, and how much of it has not been found again yet; paths begin in `folder`."""

    def __init__(self, file: str, documents: Mapping[str, Sequence[Recorded]], folder: str = ".") -> None:
        self.file = file
        self.repaired: list[Repaired] = []
        self._documents = {_place(path, folder): found for path, found in documents.items()}
        self._left = {
            place: Counter({item.fingerprint: item.number for item in found})
            for place, found in self._documents.items()
        }
        self._places: dict[str, list[str]] = {}
        for place, found in self._documents.items():
            for item in found:
                self._places.setdefault(item.fingerprint, []).append(place)

    def takes(self, finding: Finding, result: DocumentResult) -> bool:
        """Tell whether a finding of a document was recorded; each that was recorded stands for one.

        Where the file that it was found in is gone, the finding has moved with the report, if its fingerprint tells one
        report from another.
        """
        fingerprint = finding.fingerprint
        if fingerprint not in self._places:
            return False
        place = _place(result.path)
        if self._took(fingerprint, place):
            return True
        if result.identity.body is None or result.identity.year is None:
            return False
        return any(
            not Path(other).exists() and self._took(fingerprint, other) for other in self._places[fingerprint]
        )

    def _took(self, fingerprint: str, place: str) -> bool:
        left = self._left.get(place)
        if not left or left[fingerprint] <= 0:
            return False
        left[fingerprint] -= 1
        return True

    def judged(self, result: DocumentResult) -> None:
        """Note what is repaired in a document: found no more, though its rule was asked."""
        recorded = self._documents.get(_place(result.path), ())
        if not recorded:
            return
        asked = {one.rule for one in result.outcomes if one.status is not Status.NOT_APPLICABLE}
        now = Counter(finding.fingerprint for one in result.outcomes for finding in _all_findings(one))
        self.repaired += (
            Repaired(result.path, item.rule, item.message, item.number - now[item.fingerprint])
            for item in recorded
            if item.rule in asked and item.number > now[item.fingerprint]
        )


def _all_findings(outcome: Outcome) -> Iterator[Finding]:
    yield from outcome.findings
    yield from (suppressed.finding for suppressed in outcome.suppressed)


def _path_from(folder: str, path: str) -> str:
    """Return a path as seen from a folder, with `/`; links on the way count where it is not found otherwise."""
    if path == _STDIN:
        return path
    try:
        named = os.path.relpath(path, folder)
        found = os.path.relpath(os.path.realpath(path), os.path.realpath(folder))
    except ValueError:  # on another drive
        named = found = os.path.abspath(path)
    return (found if named.startswith(os.pardir) else named).replace(os.sep, "/")


def _place(path: str, folder: str = ".") -> str:
    """Return the one name of a file, which may be gone, by its path from a folder."""
    if path == _STDIN:
        return path
    whole = os.path.join(folder, path)
    try:
        return os.path.realpath(whole)
    except ValueError:  # no file can have such a name
        return os.path.abspath(whole)


def read_baseline(path: Path) -> Baseline:
    """Return the baseline; raise `ConfigError` where it is none, `UsageError` where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise UsageError(
            Words(f"无法读取基线 {path}（{reason.zh}）", f"cannot read the baseline {path} ({reason.en})")
        ) from error
    if len(data) > BASELINE_BYTES:
        found = Words(f"文件有 {len(data)} 字节", f"a file of {len(data)} bytes")
        raise _fault(path, found, Words(f"至多 {BASELINE_BYTES}", f"expected at most {BASELINE_BYTES}"))
    return Baseline(path.as_posix(), _documents(data, path), str(path.absolute().parent))


def _documents(data: bytes, path: Path) -> dict[str, tuple[Recorded, ...]]:
    """Return what a file recorded; raise `ConfigError` where it is none that was written here."""
    try:
        text = data.decode("utf-8-sig")
        parsed = json.loads(text)
    except json.JSONDecodeError as error:
        found = Words(f"JSON 有误（{error.msg}）", f"bad JSON ({error.msg})")
        raise _fault(path, found, _EXPECTED, (error.lineno, error.colno)) from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise _fault(path, Words("不是 JSON", "no JSON"), _EXPECTED) from error
    for flaw in _flaws(parsed):
        from goi_lint.text.json_places import place_of

        raise _fault(path, flaw.found, flaw.expected, place_of(text, flaw.path))
    return {
        name: tuple(Recorded(one["rule"], one["fingerprint"], one["count"], one["message"]) for one in found)
        for name, found in parsed["documents"].items()
    }


class _Flaw(NamedTuple):
    """Where in the parsed file something else stands than is written there."""

    path: tuple[str | int, ...]
    found: Words
    expected: Words


def _flaws(parsed: Any) -> Iterator[_Flaw]:
    if not isinstance(parsed, dict):
        yield _Flaw((), _described(parsed), _EXPECTED)
    elif parsed.get("schema") != SCHEMA:
        yield _flaw(parsed, (), "schema", Words(f'应为 "{SCHEMA}"', f'expected "{SCHEMA}"'))
    elif not isinstance(parsed.get("documents"), dict):
        yield _flaw(parsed, (), "documents", _OBJECT)
    else:
        for name, found in parsed["documents"].items():
            yield from _flaws_of(name, found)


def _flaws_of(name: str, found: Any) -> Iterator[_Flaw]:
    """Yield what is wrong with what was recorded of one document."""
    if not isinstance(found, list):
        yield _Flaw(("documents", name), _described(found), _LIST)
        return
    for number, one in enumerate(found):
        path = ("documents", name, number)
        if not isinstance(one, dict):
            yield _Flaw(path, _described(one), _OBJECT)
            continue
        yield from (_flaw(one, path, key, _TEXT) for key in _TEXTS if not isinstance(one.get(key), str))
        if type(count := one.get("count")) is not int or count < 1:
            yield _flaw(one, path, "count", _NUMBER)


def _flaw(holder: Mapping[str, Any], path: tuple[str | int, ...], key: str, expected: Words) -> _Flaw:
    """Return what is to be said of a key's value, or of its absence."""
    if key not in holder:
        return _Flaw((*path, key), Words(f"没有 {key}", f"no {key}"), expected)
    return _Flaw((*path, key), _described(holder[key]), expected)


def _described(value: Any) -> Words:
    if isinstance(value, dict | list):
        return Words("这里是对象", "an object") if isinstance(value, dict) else Words("这里是列表", "a list")
    text = _compact(value)
    short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return Words(f"这里是 {short}", short)


def _fault(path: Path, found: Words, expected: Words, place: tuple[int, int] = (1, 1)) -> ConfigError:
    return ConfigError((PackFault(path.as_posix(), *place, found, expected),))
