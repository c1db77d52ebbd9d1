"""The straight line: bytes → document → report → outcomes. Each arrow is one function, none is revisited."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from goi_lint.assemble import assemble, load_forms
from goi_lint.discovery import Input, discover, read_input
from goi_lint.engine import judge, judge_unreadable
from goi_lint.errors import PackError, ReadError, UsageError, Words
from goi_lint.model.finding import DocumentResult, PackInfo, RunResult
from goi_lint.model.plugin import Check, Reader
from goi_lint.model.report import Given, Identity, Report
from goi_lint.model.rule import Pack, Rule
from goi_lint.packs import load_pack
from goi_lint.plugins import Plugins, build_plugins
from goi_lint.selection import ALWAYS, find_pack, select_rules

NATIONAL = ("national",)


class Linter(NamedTuple):
    """All that judging needs, made once for a run; it keeps nothing of the documents."""

    readers: tuple[Reader, ...]
    checks: Mapping[str, Check]
    rules: tuple[Rule, ...]
    packs: tuple[PackInfo, ...]
    given: Given

    @property
    def extensions(self) -> tuple[str, ...]:
        """The file extensions that the readers know."""
        return tuple(extension for reader in self.readers for extension in reader.EXTENSIONS)

    def lint_input(self, found: Input) -> DocumentResult:
        """Judge one input; what cannot be read is a result as well."""
        try:
            data = read_input(found.path)
        except ReadError as error:
            return self.unreadable(error.cause, found.name)
        return self.lint_bytes(data, found.name)

    def lint_bytes(self, data: bytes, name: str) -> DocumentResult:
        """Judge one document; `name` is what outputs call it, its extension helps to tell the format."""
        try:
            report = self.read_report(data, name)
        except ReadError as error:
            return self.unreadable(error.cause, name)
        return DocumentResult(
            path=name,
            format=report.format,
            title=report.title.text if report.title else None,
            identity=report.identity,
            form=report.form.key if report.form else None,
            outcomes=judge(report, self.rules, self.checks),
        )

    def read_report(self, data: bytes, name: str) -> Report:
        """Return the report that the bytes hold; raise `ReadError` if they hold none that can be read.

        A defect of a reader concerns this document only: the other ones are still judged.
        """
        try:
            return assemble(_reader(self.readers, data, name).read(data, name), given=self.given)
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
        outcomes = judge_unreadable(cause, self.rules)
        return DocumentResult(name, None, None, Identity(), None, outcomes, cause)


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
    packs: Sequence[str] = NATIONAL,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    given: Given = Given(),  # noqa: B008 - frozen
) -> Linter:
    """Return a linter for these packs; raise `UsageError` or `PackError` if they cannot be used."""
    loaded = load_packs(plugins, packs)
    rules = _with_standing(plugins, [rule for pack in loaded for rule in pack.rules])
    return Linter(
        readers=plugins.readers,
        checks=plugins.checks,
        rules=select_rules(rules, select, ignore),
        packs=tuple(PackInfo(pack.name, pack.version) for pack in loaded),
        given=given,
    )


def _with_standing(plugins: Plugins, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Add the national rules on what could not be read or judged, where the chosen packs have none of their own.

    Without them a document that was not judged would look like one without findings.
    """
    lacking = set(ALWAYS) - {rule.check for rule in rules}
    if not lacking:
        return tuple(rules)
    (national,) = load_packs(plugins, NATIONAL)
    return (*(rule for rule in national.rules if rule.check in lacking), *rules)


def load_packs(plugins: Plugins, names: Sequence[str]) -> tuple[Pack, ...]:
    """Return the packs in the order of their names, each once; an id that two packs use raises `UsageError`."""
    folders = {(folder := find_pack(name, plugins.packs)).resolve(): (name, folder) for name in names}
    packs = tuple(_load_pack(plugins, name, folder) for name, folder in folders.values())
    owners: dict[str, str] = {}
    for rule in (rule for pack in packs for rule in pack.rules):
        if owners.setdefault(rule.id, rule.pack) != rule.pack:
            raise UsageError(
                Words(
                    f"规则包 {owners[rule.id]} 与 {rule.pack} 都有规则 {rule.id}",
                    f"the rule packs {owners[rule.id]} and {rule.pack} both have a rule {rule.id}",
                )
            )
    return packs


def _load_pack(plugins: Plugins, name: str, folder: Path) -> Pack:
    """Return one pack; its faults name files as seen from here, so that an editor can follow them."""
    try:
        return load_pack(folder, plugins.checks, name in plugins.built_in_packs, load_forms())
    except PackError as error:
        faults = (fault._replace(file=(folder / fault.file).as_posix()) for fault in error.faults)
        raise PackError(tuple(faults)) from error


@lru_cache(maxsize=8)
def _linter_for(packs: tuple[str, ...]) -> Linter:
    return build_linter(build_plugins(), packs)


def lint(
    source: bytes | str | Path, *, name: str | None = None, packs: Sequence[str] = NATIONAL
) -> RunResult:
    """Judge reports: a `Path` is a file or folder, `bytes` are a file's content, a `str` is a report's text.

    `name` is what the results call content that comes without a path; its extension helps to tell the format.
    Packs are loaded once a process. Raises `UsageError` for a path that is not there or an unknown pack, `PackError`
    for a faulty one; a document that cannot be read is a finding.
    """
    linter = _linter_for(tuple(packs))
    if isinstance(source, Path):
        inputs = discover([str(source)], linter.extensions)
        return RunResult(tuple(map(linter.lint_input, inputs)), linter.packs)
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else bytes(source)
    return RunResult((linter.lint_bytes(data, name or "-"),), linter.packs)
