"""Writing: what cannot be written is wrong usage, told with its true reason; a closed pipe is nobody's fault."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOBase

from goi_lint.errors import UsageError, Words, reason_of
from goi_lint.typed import TextIO, cast

STDOUT = Words("标准输出", "standard output")


class _Closed(TextIOBase):
    """Stands for a standard output that was closed before the program began: only to write there is a mistake."""

    def write(self, piece: str) -> int:
        """Raise `UsageError`."""
        raise UsageError(
            Words(
                "标准输出已关闭，结果无处可写",
                "standard output is closed: there is nowhere to write the results to",
            )
        )


class _Unheard(TextIOBase):
    """Stands for a closed standard error."""

    def write(self, piece: str) -> int:
        """Drop it."""
        return len(piece)


def replace_closed_streams() -> None:
    """Let standard output and standard error be there; Python has None for those that were closed."""
    if sys.stdout is None:
        sys.stdout = cast("TextIO", _Closed())
    if sys.stderr is None:
        sys.stderr = cast("TextIO", _Unheard())


@contextmanager
def written_to(name: Words) -> Iterator[None]:
    """Translate what fails while a file is opened, written or closed; `BrokenPipeError` passes."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = reason_of(error)
        raise UsageError(
            Words(f"无法写入 {name.zh}（{reason.zh}）", f"cannot write {name.en} ({reason.en})")
        ) from error


def put(piece: str, stream: TextIO | None = None, name: Words = STDOUT, *, at_once: bool = True) -> None:
    """Write a piece, to standard output unless told otherwise.

    `at_once`: who reads along sees it as it comes. Else it may wait for others, until the stream is closed.
    """
    if not piece:
        return
    target = stream or sys.stdout
    with written_to(name):
        target.write(piece)
        if at_once:
            target.flush()
