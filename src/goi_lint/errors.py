"""Every exception that goi-lint raises on purpose.

A defect in a report is a finding, never an exception. Each message says where, what was found and what
was expected. Messages for people are bilingual: `Words` in Chinese and English.
"""

from __future__ import annotations

import errno

from goi_lint.tuples import NamedTuple
from goi_lint.typed import Self


class Words(NamedTuple):
    """One sentence for people, in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence in `zh` or `en`."""
        return self.en if language == "en" else self.zh


class GoiLintError(Exception):
    """The root of the tree: catch it to catch whatever goi-lint raises on purpose."""

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        """Return what it was made of, so that it passes from one process to another."""
        return type(self), tuple(vars(self).values()) or self.args


class UsageError(GoiLintError):
    """The command line asks for something that cannot be done: exit code 2."""

    def __init__(self, words: Words) -> None:
        super().__init__(f"{words.zh}\n{words.en}")
        self.words = words


class UnknownRuleError(UsageError):
    """A rule is named that the packs in use do not have; `text` is what it is called."""

    def __init__(self, text: str, words: Words) -> None:
        super().__init__(words)
        self.text = text


class ReadError(GoiLintError):
    """The bytes of one document cannot be read as what they are: becomes the finding GOI001."""

    def __init__(self, cause: Words) -> None:
        super().__init__(cause.en)
        self.cause = cause


class AbsentError(GoiLintError):
    """A check cannot be asked of this report: the outcome is `notApplicable` with this reason."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


class PatternTimeoutError(GoiLintError):
    """A pattern exceeded its time limit on one document: becomes the finding GOI005."""

    def __init__(self, pattern: str, seconds: float) -> None:
        super().__init__(f"the pattern {pattern!r} took more than {seconds:g} s")
        self.pattern = pattern
        self.seconds = seconds


class PackFault(NamedTuple):
    """One mistake in a rule pack: where it stands (from 1), what was found, what was expected."""

    file: str
    line: int
    column: int
    found: Words
    expected: Words

    def in_language(self, language: str) -> str:
        """Return `file:line:column: what was found; what was expected` in `zh` or `en`."""
        between = "; " if language == "en" else "；"
        words = between.join((self.found.in_language(language), self.expected.in_language(language)))
        return f"{self.file}:{self.line}:{self.column}: {words}"

    def __str__(self) -> str:
        return self.in_language("en")


class ParamFault(NamedTuple):
    """One mistake in a rule's parameters that only the check itself can see.

    `path` leads to the value (`("rows", 2)`); `column` counts from 1 within the value, where it is a text.
    """

    path: tuple[str | int, ...]
    found: Words
    expected: Words
    column: int | None = None


class PackError(GoiLintError):
    """A rule pack cannot be used; `faults` holds all of its mistakes at once: exit code 2."""

    def __init__(self, faults: tuple[PackFault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class ConfigError(GoiLintError):
    """The configuration cannot be used; `faults` holds all of its mistakes at once: exit code 2."""

    def __init__(self, faults: tuple[PackFault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class CaseError(GoiLintError):
    """A case asks for what cannot be made of its report: becomes a `PackFault` where it asks."""

    def __init__(self, found: Words, expected: Words) -> None:
        super().__init__(f"{found.en}; {expected.en}")
        self.found = found
        self.expected = expected


class FormulaError(GoiLintError):
    """A formula cannot be understood; `column` counts from 1 within the formula."""

    def __init__(self, column: int, found: Words, expected: Words) -> None:
        super().__init__(f"column {column}: {found.en}; {expected.en}")
        self.column = column
        self.found = found
        self.expected = expected


class PluginError(GoiLintError):
    """A plugin offers something that cannot be taken: an unknown hook, a name already taken: exit code 2."""

    def __init__(self, words: Words) -> None:
        super().__init__(f"{words.zh}\n{words.en}")
        self.words = words


def plugin_error(plugin: str, zh: str, en: str) -> PluginError:
    """Return the error of one plugin."""
    return PluginError(Words(f"插件 {plugin}：{zh}", f"plugin {plugin}: {en}"))


_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.ENAMETOOLONG: "名称过长",
}


def reason_of(error: OSError) -> Words:
    """Say why a file could not be read or written; what happens but rarely stays in the system's words."""
    english = error.strerror or type(error).__name__
    return Words(_REASONS.get(error.errno or 0, english), english)
