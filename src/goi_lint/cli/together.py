"""What `check` and `baseline` share for the rules over several reports: earlier reports, the roster, the digests."""

from __future__ import annotations

import argparse
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from itertools import chain, islice

from goi_lint.discovery import STDIN, Input, discover
from goi_lint.errors import Words
from goi_lint.linter import Linter
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from goi_lint.model.digest import Digest
    from goi_lint.model.finding import DocumentResult, Outcome
    from goi_lint.model.roster import Roster

HELP = Words(
    """\
  --history 路径            往年报告的文件夹，供跨年度规则比较，本身不检查；可重复
  --roster 文件             单位名录：有哪些单位，上级是谁，应有哪些年度的报告
""",
    """\
  --history PATH            folder of earlier years' reports, for rules across years; not judged; repeatable
  --roster FILE             the roster: which bodies there are, their parents, whose reports are expected
""",
)


def add_together(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--history", action="append", default=[])
    parser.add_argument("--roster")


class Together:
    """Keeps of each report of a run its digest, where there are several to compare."""

    def __init__(self, linter: Linter, roster: Roster | None, request: Namespace) -> None:
        self._roster = _as_asked(roster, request) if roster else None
        self._history: list[str] = request.history
        self._unread = {request.stdin_filename or STDIN} if STDIN in request.operands else set()
        self._digests: list[Digest] = []
        self._compares = False
        self.linter = linter
        self.unreadable = 0
        """How many of the earlier reports could not be read."""
        self._earlier = 0

    def inputs(self, inputs: Iterator[Input]) -> Iterator[Input]:
        """Return the inputs with the earlier reports behind them; a single report leaves no digest."""
        earlier = discover(self._history, self.linter.extensions) if self._history else None
        first = list(islice(inputs, 2))
        several = len(first) > 1 or earlier is not None or self._roster is not None
        self._compares = several and self.linter.compares
        self.linter = self.linter._replace(digests=self._compares)
        every = chain(first, inputs)
        return every if earlier is None else _with_earlier(every, earlier)

    def judged(self, results: Iterator[DocumentResult]) -> Iterator[DocumentResult]:
        """Yield the results of what is judged, and keep the digests of all."""
        for result in results:
            if result.digest is not None:
                self._digests.append(result.digest)
            if not result.earlier:
                yield result
                continue
            self._earlier += 1
            if result.unreadable is not None:
                self.unreadable += 1

    def outcomes(self) -> tuple[Outcome, ...]:
        """Return what came of the rules over several reports, when all are judged."""
        if not self._compares:
            return ()
        return self.linter.judge_together(self._digests, self._roster, self._unread)

    def say_unreadable(self, language: str) -> None:
        """Tell of earlier reports that could not be read, or that are none: silence would pass for a comparison."""
        number = self.unreadable
        if number:
            words = Words(
                f"--history 中有 {number} 份报告无法读取，未作比较",
                f"earlier reports of --history that could not be read, and were not compared: {number}",
            )
        elif self._history and not self._earlier:
            words = Words(
                "--history 中没有其他报告可供比较", "--history holds no other reports to compare with"
            )
        else:
            return
        sys.stderr.write(f"goi-lint: {words.in_language(language)}\n")


def _as_asked(roster: Roster, request: Namespace) -> Roster:
    """Return the roster with what of it a run can miss.

    pre-commit names the files of one commit, whatever the roster expects, and a folder may be that of one year. Who
    names the roster as well means all of it, and so does who names the folder that it lies in, or no path at all.
    """
    paths: list[str] = request.operands
    every_year = bool(request.roster) or not paths or any(_holds(path, roster.folder) for path in paths)
    return roster._replace(whole=every_year or any(map(os.path.isdir, paths)), every_year=every_year)


def _holds(path: str, folder: str) -> bool:
    """Tell whether a folder is another one, or holds it."""
    outer, inner = os.path.realpath(path), os.path.realpath(folder)
    return inner == outer or inner.startswith(os.path.join(outer, ""))


def _with_earlier(inputs: Iterator[Input], earlier: Iterator[Input]) -> Iterator[Input]:
    """Yield what is judged, then the earlier reports; one that is judged is not its own past."""
    judged: set[str] = set()
    for one in inputs:
        judged.add(os.path.realpath(one.path))
        yield one
    for one in earlier:
        if os.path.realpath(one.path) not in judged:
            yield one._replace(earlier=True)
