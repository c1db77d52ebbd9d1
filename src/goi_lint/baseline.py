"""Baselines: what was found on one day, so that another day only what is new is reported.

A finding is known again by its fingerprint, which holds rule, body, year, place and values; each recorded one
stands for one finding. One line for each, by path and fingerprint, so that a change of the file can be read.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from goi_lint.errors import ConfigError, PackFault, UsageError, Words, reason_of
from goi_lint.lazy import lazy
from goi_lint.limits import BASELINE_BYTES
from goi_lint.model.finding import DocumentResult, Finding, Outcome, Status
from goi_lint.model.leftover import Repaired
from goi_lint.tuples import NamedTuple

_HALF = lazy("[\ud800-\udfff]")
SCHEMA = "goi-lint-baseline/1"
_EXPECTED = Words("应为 goi-lint baseline 写出的文件", "expected what goi-lint baseline writes")


class Recorded(NamedTuple):
    """Findings of one document that are alike."""

    rule: str
    fingerprint: str
    number: int
    message: str


class Recorder:
    """Notes the findings of a run."""

    def __init__(self) -> None:
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
            self._documents.setdefault(result.path, Counter()).update(found)
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
    """What was recorded, and how much of it has not been found again yet."""

    def __init__(self, file: str, documents: Mapping[str, Sequence[Recorded]]) -> None:
        self.file = file
        self.repaired: list[Repaired] = []
        self._documents = {_absolute(path): (path, found) for path, found in documents.items()}
        self._left = {
            place: Counter({item.fingerprint: item.number for item in found})
            for place, (_, found) in self._documents.items()
        }
        self._places: dict[str, list[str]] = {}
        for place, (_, found) in self._documents.items():
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
        place = _absolute(result.path)
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
        path, recorded = self._documents.get(_absolute(result.path), ("", ()))
        if not recorded:
            return
        asked = {one.rule for one in result.outcomes if one.status is not Status.NOT_APPLICABLE}
        now = Counter(finding.fingerprint for one in result.outcomes for finding in _all_findings(one))
        self.repaired += (
            Repaired(path, item.rule, item.message, item.number - now[item.fingerprint])
            for item in recorded
            if item.rule in asked and item.number > now[item.fingerprint]
        )


def _all_findings(outcome: Outcome) -> Iterator[Finding]:
    yield from outcome.findings
    yield from (suppressed.finding for suppressed in outcome.suppressed)


def _absolute(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - of text; the file may be gone


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
    try:
        parsed = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        found = Words(f"JSON 有误（{error.msg}）", f"bad JSON ({error.msg})")
        raise _fault(path, found, _EXPECTED, error.lineno, error.colno) from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise _fault(path, Words("不是 JSON", "no JSON"), _EXPECTED) from error
    return Baseline(path.as_posix(), _documents(parsed, path))


def _documents(parsed: Any, path: Path) -> dict[str, tuple[Recorded, ...]]:
    """Return what a parsed file recorded."""
    schema = parsed.get("schema") if isinstance(parsed, dict) else None
    if schema != SCHEMA:
        found = Words(f"schema 为 {schema!r}", f"the schema {schema!r}")
        raise _fault(path, found, Words(f"应为 {SCHEMA!r}", f"expected {SCHEMA!r}"))
    try:
        return {
            str(name): tuple(
                Recorded(str(one["rule"]), str(one["fingerprint"]), int(one["count"]), str(one["message"]))
                for one in found
            )
            for name, found in parsed["documents"].items()
        }
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        found = Words("documents 的内容不对", "something else in documents")
        raise _fault(path, found, _EXPECTED) from error


def _fault(path: Path, found: Words, expected: Words, line: int = 1, column: int = 1) -> ConfigError:
    return ConfigError((PackFault(path.as_posix(), line, column, found, expected),))
