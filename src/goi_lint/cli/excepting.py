"""What a run is not to report: `--exceptions`, `--baseline`, `--today`, and the file that is found by itself."""

from __future__ import annotations

import argparse
import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from goi_lint.errors import UsageError, Words
from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from goi_lint.config.settings import Settings
    from goi_lint.exceptions import Register
    from goi_lint.exceptions.entries import Entry
    from goi_lint.linter import Linter
    from goi_lint.model.finding import Totals

FILE = "goi-lint-exceptions.yaml"
HELP = Words(
    """\
  --exceptions 文件         例外文件；默认为配置文件旁或当前文件夹中的
                            goi-lint-exceptions.yaml
  --today 日期              按这一天判断例外是否过期，如 2027-01-31；默认今天
""",
    """\
  --exceptions FILE         exceptions; default goi-lint-exceptions.yaml beside the configuration, or here
  --today DATE              the day by which exceptions expire, as 2027-01-31; default today
""",
)


def add_exceptions(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--exceptions")
    parser.add_argument("--today", type=_day)


def excepting(linter: Linter, settings: Settings, request: Namespace, *, baseline: bool = True) -> Linter:
    """Return the linter with what is excepted; raise `ConfigError` for all mistakes of a file at once."""
    exceptions = _text(settings, "exceptions") or found_exceptions(settings.folder)
    recorded = _text(settings, "baseline") if baseline else None
    if not (exceptions or recorded or request.today):
        return linter
    return linter._replace(register=_register(linter, settings, exceptions, recorded, request.today))


def _register(
    linter: Linter,
    settings: Settings,
    exceptions: str | None,
    baseline: str | None,
    today: datetime.date | None,
) -> Register:
    from pathlib import Path

    from goi_lint.assemble import load_forms
    from goi_lint.exceptions import Register

    entries: tuple[Entry, ...] = ()
    if exceptions:
        from goi_lint.exceptions.exception_file import read_exceptions

        known = linter.book.ids(settings.asked().choice, everywhere=True).union(
            linter.book.rule_ids(settings.pack_lists(overruled=True))
        )
        with _asked_for(settings, "exceptions"):
            entries = read_exceptions(Path(exceptions), known, load_forms(), _has_strange_checks(linter))
    recorded = None
    if baseline:
        from goi_lint.baseline import read_baseline

        with _asked_for(settings, "baseline"):
            recorded = read_baseline(Path(baseline))
    return Register(entries, recorded, today)


@contextmanager
def _asked_for(settings: Settings, key: str) -> Iterator[None]:
    """Say where a file that cannot be read is named, if that is in the configuration."""
    try:
        yield
    except UsageError as error:
        _, origin = settings.of_run()[key]
        if not isinstance(origin, int):
            raise
        place, (zh, en) = f"{settings.file}:{origin}", error.words
        raise UsageError(Words(f"{place}: {zh}", f"{place}: {en}")) from error


def _has_strange_checks(linter: Linter) -> bool:
    """Tell whether there are checks that are not built in, whose findings may have addresses of their own."""
    return any(not getattr(check, "__name__", "").startswith("goi_lint.") for check in linter.checks.values())


def finished(totals: Totals, linter: Linter) -> Totals:
    """Return the totals of a run with what is to be said of its exceptions and its baseline."""
    register = linter.register
    if register is None:
        return totals
    return totals._replace(exceptions=register.unneeded(), repaired=register.repaired())


def _text(settings: Settings, key: str) -> str | None:
    value = settings.value(key)
    return str(value) if value else None


def found_exceptions(folder: str) -> str | None:
    """Return the file beside the configuration, else in the current folder, as messages are to show it."""
    if folder and os.path.exists(beside := os.path.join(folder, FILE)):
        here = os.getcwd()
        return FILE if folder == here else beside
    return FILE if os.path.exists(FILE) else None


def _day(text: str) -> datetime.date:
    from goi_lint.exceptions.days import day_of

    if (day := day_of(text)) is None:
        raise UsageError(
            Words(f"--today {text}：应写成 2027-01-31 的样子", f"--today {text}: expected a date: 2027-01-31")
        )
    return day
