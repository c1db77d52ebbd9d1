"""Several documents at a time: the same results in the same order, whatever the number of processes.

Documents go to the workers in small lots, and no more lots are under way than keep the workers busy, so that any
number of documents passes through. A worker judges, and heeds comments in the reports; the file of exceptions and the
baseline count over all documents, so that they stay with the parent. A document that brings a worker down (a defect
of a library, memory used up) is judged once more alone, and if it does so again, it is one that could not be read.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from signal import SIG_IGN, SIGINT, signal
from threading import Thread

from goi_lint.discovery import STDIN, Input
from goi_lint.errors import Words
from goi_lint.linter import Linter
from goi_lint.model.finding import DocumentResult

LOT = 4
AHEAD = 4
"""Lots under way for each worker."""
_CRASHED = Words(
    "处理该文件的进程意外终止，可能是内存不足或程序缺陷",
    "the process that read it came to an unexpected end: out of memory, or a defect of the program",
)

Build = Callable[[], Linter]
"""How a worker that does not inherit the parent's memory builds its linter; it must be possible to pickle it."""
Lot = Future[list[DocumentResult]]

_linter: list[Linter] = []
"""The linter of this process: a worker that was forked finds its parent's."""


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def judged(linter: Linter, inputs: Iterator[Input], jobs: int, build: Build) -> Iterator[DocumentResult]:
    """Yield the result of each input, in their order, judged by that many processes."""
    workers = linter._replace(register=linter.register.for_comments() if linter.register else None)
    for result in _Pool(workers, jobs, build).judged(inputs):
        yield linter.register.suppressed(result) if linter.register else result


class _Pool:
    """Worker processes, begun anew where one of them came down."""

    def __init__(self, linter: Linter, jobs: int, build: Build) -> None:
        self._parent, self._jobs, self._build = linter, jobs, build
        self._executor = self._begun(jobs)

    def _begun(self, jobs: int) -> ProcessPoolExecutor:
        _linter[:] = [self._parent]
        forks = sys.platform == "linux"
        return ProcessPoolExecutor(
            jobs,
            mp_context=get_context("fork" if forks else "spawn"),
            initializer=_begin,
            initargs=() if forks else (self._build,),
        )

    def judged(self, inputs: Iterator[Input]) -> Iterator[DocumentResult]:
        """Yield the results in the order of the inputs."""
        under_way: deque[tuple[Sequence[Input], Lot | None]] = deque()
        try:
            while lot := tuple(islice(inputs, LOT)):
                under_way.append((lot, self._given(lot)))
                if len(under_way) >= self._jobs * AHEAD:
                    yield from self._done(under_way)
            while under_way:
                yield from self._done(under_way)
        finally:
            self._executor.shutdown(wait=True, cancel_futures=True)
            _linter.clear()

    def _given(self, lot: Sequence[Input]) -> Lot | None:
        """Hand a lot to the workers; standard input is the parent's, and so is what a broken pool does not take."""
        if any(one.path == STDIN for one in lot):
            return None
        try:
            return self._executor.submit(_judge, lot)
        except BrokenProcessPool:
            return None

    def _done(self, under_way: deque[tuple[Sequence[Input], Lot | None]]) -> Iterator[DocumentResult]:
        """Yield the results of the first lot; where the pool is broken, of all that are under way."""
        lot, future = under_way.popleft()
        if future is None and any(one.path == STDIN for one in lot):
            yield from map(self._parent.lint_input, lot)
            return
        try:
            if future is None:
                raise BrokenProcessPool
            yield from future.result()
        except BrokenProcessPool:
            waiting = [lot, *(other for other, _ in under_way)]
            under_way.clear()
            self._executor.shutdown(wait=True, cancel_futures=True)
            for one in chain.from_iterable(waiting):
                yield self._alone(one)
            self._executor = self._begun(self._jobs)

    def _alone(self, one: Input) -> DocumentResult:
        """Judge a document in a process of its own, which it may bring down."""
        if one.path == STDIN:
            return self._parent.lint_input(one)
        with self._begun(1) as executor:
            try:
                return executor.submit(_judge, (one,)).result()[0]
            except BrokenProcessPool:
                return self._parent.unreadable(_CRASHED, one.name)


def _begin(build: Build | None = None) -> None:
    """Make a worker ready: an interrupt is the parent's to answer, and without the parent nobody takes results."""
    signal(SIGINT, SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    if build is not None:
        _linter[:] = [build()]


def _end_with_parent() -> None:
    """Wait until the parent has ended, however it did, and end this process."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _judge(lot: Sequence[Input]) -> list[DocumentResult]:
    return [_linter[0].lint_input(one) for one in lot]
