"""The straight line: bytes → document → report → outcomes. Each arrow is one function, none is revisited.

Of each report a digest may be left, for the rules that judge several reports together at the end of a run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from goi_lint.assemble import assemble
from goi_lint.discovery import Input, discover, read_input
from goi_lint.engine import COMPLETED, judge, judge_unreadable
from goi_lint.errors import ReadError, Words
from goi_lint.model.finding import DocumentResult, Outcome, PackInfo, RunResult
from goi_lint.model.plugin import Check, Reader
from goi_lint.model.report import Identity, Report
from goi_lint.model.rule import Rule
from goi_lint.model.settings import Asked, Choice
from goi_lint.plugins import Plugins, build_plugins
from goi_lint.rulebook import NATIONAL, RuleBook, infos
from goi_lint.tuples import NamedTuple
from goi_lint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from goi_lint.exceptions import Register
    from goi_lint.model.digest import Digest
    from goi_lint.model.roster import Roster
    from goi_lint.repository.judging import Checks

AskedOf = Callable[[str], Asked]
"""What is asked of the document of that name."""


class Linter(NamedTuple):
    """All that judging needs, made once for a run; it keeps nothing of the documents."""

    readers: tuple[Reader, ...]
    checks: Mapping[str, Check]
    book: RuleBook
    packs: tuple[PackInfo, ...]
    asked_of: AskedOf
    register: Register | None = None
    """The file of exceptions and the baseline of the run, where it has any."""
    asked_by_path: bool = False
    """Whether what is asked differs from document to document."""
    digests: bool = False
    """Whether results carry digests, for `judge_together`."""

    @property
    def extensions(self) -> tuple[str, ...]:
        """The file extensions that the readers know."""
        return tuple(extension for reader in self.readers for extension in reader.EXTENSIONS)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules for a report of which nothing is known."""
        return self.book.rules(self.asked_of("").choice)

    @property
    def compares(self) -> bool:
        """Tell whether any rule over several reports may be asked: what the run or some path chooses."""
        return self.asked_by_path or bool(self.book.parted(self.asked_of("").choice).together)

    def lint_input(self, found: Input) -> DocumentResult:
        """Judge one input; what cannot be read is a result as well."""
        try:
            data = read_input(found.path)
        except ReadError as error:
            return _unread(found, error.cause) if found.earlier else self.unreadable(error.cause, found.name)
        return self._only_digest(data, found) if found.earlier else self.lint_bytes(data, found.name)

    def lint_bytes(self, data: bytes, name: str) -> DocumentResult:
        """Judge one document; `name` is what outputs call it, its extension helps to tell the format."""
        try:
            report = self.read_report(data, name)
        except ReadError as error:
            return self.unreadable(error.cause, name)
        rules = self.rules_for(name, report.identity)
        result = DocumentResult(
            path=name,
            format=report.format,
            title=report.title.text if report.title else None,
            identity=report.identity,
            form=report.form.key if report.form else None,
            outcomes=judge(report, rules, self.checks),
            packs=self.book.pack_names(self.asked_of(name).choice, report.identity),
            digest=_digest(report) if self.digests else None,
        )
        return self._excepted(result, report, rules)

    def _only_digest(self, data: bytes, found: Input) -> DocumentResult:
        """Return the digest of a report of an earlier year."""
        try:
            report = self.read_report(data, found.name)
        except ReadError as error:
            return _unread(found, error.cause)
        digest = _digest(report)._replace(earlier=True)
        return DocumentResult(
            found.name, report.format, None, report.identity, None, (), digest=digest, earlier=True
        )

    def judge_together(
        self,
        digests: Iterable[Digest],
        roster: Roster | None = None,
        unread: Collection[str] = (),
        source: Callable[[str], bytes] = read_input,
    ) -> tuple[Outcome, ...]:
        """Return what the rules over several reports say; reports are read once more for what findings quote.

        `unread` names documents that cannot be read again, as standard input; `source` reads the others by their names.
        """
        from goi_lint.assemble import load_forms
        from goi_lint.exceptions.together import apply_together
        from goi_lint.repository import gathered, judge_together

        def read(name: str) -> Report | None:
            try:
                return None if name in unread else self.read_report(source(name), name)
            except ReadError:
                return None

        choice = self.asked_of("").choice
        reports = gathered(digests, load_forms(), roster)
        rules = self.book.parted(choice)
        outcomes = judge_together(
            reports,
            rules.together,
            lambda digest: self.book.parted(self.asked_of(digest.path).choice, digest.identity).together,
            cast("Checks", self.checks),
            read,
            next((rule for rule in rules.alone if rule.check == COMPLETED), None),
        )
        return apply_together(outcomes, reports, self.register, self.book.ids(choice))

    def read_report(self, data: bytes, name: str) -> Report:
        """Return the report that the bytes hold; raise `ReadError` if they hold none that can be read.

        A defect of a reader concerns this document only: the other ones are still judged.
        """
        try:
            return assemble(_reader(self.readers, data, name).read(data, name), self.asked_of(name).given)
        except ReadError:
            raise
        except Exception as error:
            defect = type(error).__name__
            raise ReadError(
                Words(
                    f"goi-lint 处理该文件时出错（{defect}），这是程序的缺陷，请向开发者报告",
                    f"goi-lint failed on this file ({defect}); this is a defect of the program, please report it",
                )
            ) from error

    def unreadable(self, cause: Words, name: str) -> DocumentResult:
        """Return the result of a document that could not be read."""
        rules = self.rules_for(name)
        outcomes = judge_unreadable(cause, rules)
        packs = self.book.pack_names(self.asked_of(name).choice)
        digest = _empty_digest(name) if self.digests else None
        result = DocumentResult(name, None, None, Identity(), None, outcomes, cause, packs, digest)
        return self._excepted(result, None, rules)

    def _excepted(
        self, result: DocumentResult, report: Report | None, rules: tuple[Rule, ...]
    ) -> DocumentResult:
        """Return the result without what a comment, the file of exceptions or the baseline covers."""
        remarks = report.remarks if report else ()
        if self.register is None and not remarks:
            return result
        from goi_lint.exceptions import apply

        known = self.book.ids(self.asked_of(result.path).choice) if remarks else ()
        return apply(result, report, self.register, rules, known)

    def rules_for(self, name: str, identity: Identity | None = None) -> tuple[Rule, ...]:
        """Return the rules by which the document of that name is judged, of which nothing else may be known."""
        return self.book.parted(self.asked_of(name).choice, identity).alone


def _digest(report: Report) -> Digest:
    from goi_lint.digesting import digest_of

    return digest_of(report)


def _unread(found: Input, cause: Words) -> DocumentResult:
    """Return that a report of an earlier year could not be read."""
    digest = _empty_digest(found.name)._replace(earlier=True)
    return DocumentResult(found.name, None, None, Identity(), None, (), cause, (), digest, earlier=True)


def _empty_digest(name: str) -> Digest:
    """Return what is left of a document that could not be read: it is there, and a roster may say whose it is."""
    from goi_lint.model.digest import Digest

    return Digest(name, "", Identity(), None, None, {})


def _reader(readers: Sequence[Reader], data: bytes, name: str) -> Reader:
    """Return the first reader that recognises the bytes, asking first those that know the extension."""
    known = [reader for reader in readers if name.lower().endswith(reader.EXTENSIONS)]
    for reader in chain(known, readers):
        if reader.recognises(data, name):
            return reader
    if known:
        return known[0]
    formats = [reader.NAME for reader in readers]
    raise ReadError(
        Words(f"不是已知的格式（{'、'.join(formats)}）", f"it is of no known format ({', '.join(formats)})")
    )


def build_linter(
    plugins: Plugins,
    choice: Choice = Choice(),  # noqa: B008 - frozen
    asked_of: AskedOf | None = None,
    book: RuleBook | None = None,
) -> Linter:
    """Return a linter; raise `UsageError` or `PackError` if its packs cannot be used.

    `choice` is what holds for the run. `asked_of` tells from a document's name what is asked of it, where that differs.
    """
    book = book or RuleBook(plugins)
    book.rules(choice)
    book.verify(choice)
    return Linter(
        readers=plugins.readers,
        checks=plugins.checks,
        book=book,
        packs=infos(book.used(choice)),
        asked_of=asked_of or (lambda name: Asked(choice)),
    )


@lru_cache(maxsize=8)
def _linter_for(packs: tuple[str, ...]) -> Linter:
    return build_linter(build_plugins(), Choice(packs))


def lint(
    source: bytes | str | os.PathLike[str], *, name: str | None = None, packs: Sequence[str] = (NATIONAL,)
) -> RunResult:
    """Judge reports: a `Path` is a file or folder, `bytes` are a file's content, a `str` is a report's text.

    `name` is what the results call content that comes without a path; its extension helps to tell the format.
    Packs are loaded once a process. Raises `UsageError` for a path that is not there or an unknown pack, `PackError`
    for a faulty one; a document that cannot be read is a finding.
    """
    linter = _linter_for(tuple(packs))
    if isinstance(source, os.PathLike):
        inputs = discover([str(source)], linter.extensions)
        results = tuple(map(linter._replace(digests=True).lint_input, inputs))
        several = len(results) > 1
        outcomes = linter.judge_together([one.digest for one in results if one.digest]) if several else ()
        return RunResult(tuple(one._replace(digest=None) for one in results), linter.packs, outcomes)
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else bytes(source)
    return RunResult((linter.lint_bytes(data, name or "-"),), linter.packs)
