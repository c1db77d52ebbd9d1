"""A pack with its cases and the linter that tries them: what `goi-lint test` runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from goi_lint.assemble import load_forms
from goi_lint.cases.bases import Bases
from goi_lint.cases.case_file import Base, Case
from goi_lint.cases.completeness import STABLE, Lack, fault_of, lacks
from goi_lint.cases.pack_cases import bad_case_of, pack_cases
from goi_lint.cases.running import Verdict, found_in, tried_all
from goi_lint.errors import PackError, PackFault, UsageError, Words
from goi_lint.linter import Linter, build_linter
from goi_lint.model.finding import Finding
from goi_lint.model.rule import Rule
from goi_lint.model.settings import Choice
from goi_lint.packs import Loaded, Packs, chain_of
from goi_lint.plugins import Plugins
from goi_lint.rulebook import NATIONAL
from goi_lint.selection import find_pack
from goi_lint.tuples import NamedTuple


class Suite(NamedTuple):
    """The cases of one pack, and the linter with its rules and those that it extends, which leaves digests."""

    pack: str
    linter: Linter
    cases: tuple[Case, ...]
    lacks: tuple[Lack, ...]
    """Its rules that have no bad or no good case."""
    folder: Path
    stable: bool

    def verdicts(self) -> Iterator[Verdict]:
        """Try one case after the other."""
        return tried_all(self.cases, self.linter)

    def faults(self) -> tuple[PackFault, ...]:
        """Return the cases that a stable pack lacks: the others can be tried all the same."""
        return tuple(fault_of(lack, self.folder) for lack in self.lacks) if self.stable else ()


def suites_of(plugins: Plugins, names: Sequence[str]) -> tuple[Suite, ...]:
    """Return the suites of packs by name or folder; raise `PackError` with the faults of all packs and cases."""
    suites: list[Suite] = []
    faults: list[PackFault] = []
    for name in names:
        try:
            suites.append(suite_of(plugins, name))
        except PackError as error:
            faults += error.faults
    if faults:
        raise PackError(tuple(dict.fromkeys(faults)))
    return tuple(suites)


def suite_of(plugins: Plugins, name: str) -> Suite:
    """Return the suite of one pack; raise `PackError` with all faults of its rules, else of its cases."""
    folder = Path(find_pack(name, plugins.packs))
    linter = build_linter(plugins, Choice((name,)))._replace(digests=True)
    packs = Packs(plugins.checks, load_forms(), plugins.packs, plugins.built_in_packs)
    chain = chain_of([packs.load(folder)])
    pack = chain[-1].pack
    ids = {rule.id for rule in linter.rules} | {one.id for each in chain for one in each.pack.disabled}
    bases = _folders(reversed(chain), plugins)
    cases = pack_cases(folder, bases[1:], ids)
    return Suite(pack.name, linter, cases, lacks(pack, cases), folder, pack.status == STABLE)


def example_of(plugins: Plugins, linter: Linter, names: Sequence[str], rule: Rule) -> Finding | None:
    """Return what a rule says of its first bad case, of the nearest pack that has one; None if there is none.

    Only this case is read. That it, or a pack, is faulty concerns `goi-lint test` alone.
    """
    packs = Packs(plugins.checks, load_forms(), plugins.packs, plugins.built_in_packs)
    chain = [*reversed(chain_of([packs.load(find_pack(name, plugins.packs)) for name in names]))]
    files = {change.pack: change.file for change in rule.changes} | {rule.pack: rule.file}
    ids = {each.id for each in linter.rules}
    for at, each in enumerate(chain):
        file = files.get(each.pack.name)
        case = bad_case_of(rule.id, file, _folders(chain[at:], plugins), ids) if file else None
        if case:
            findings = found_in(case, linter._replace(digests=True))
            return next((finding for finding in findings if finding.rule == rule.id), None)
    return None


def base_of(plugins: Plugins, pack: str, name: str) -> str:
    """Return the text of a base report of a pack or of those that it extends; raise `UsageError` if there is none."""
    folder = find_pack(pack, plugins.packs)
    loaded = Packs(plugins.checks, load_forms(), plugins.packs, plugins.built_in_packs).load(folder)
    faults: list[PackFault] = []
    bases = Bases(_folders(reversed(chain_of([loaded])), plugins), faults)
    if name not in bases.names:
        known = "、".join(bases.names), ", ".join(bases.names)
        raise UsageError(
            Words(f"没有基准报告 {name}；现有 {known[0]}", f"there is no base {name}; known: {known[1]}")
        )
    draft = bases.read(bases.path(name))
    if draft is None:
        raise PackError(tuple(faults))
    return Base(bases.path(name), draft).case.text


def _folders(chain: Iterable[Loaded], plugins: Plugins) -> list[Path]:
    """Return the folders of packs and of the national one, each once."""
    folders = [*(Path(each.folder) for each in chain), Path(plugins.packs[NATIONAL])]
    return list({folder.resolve(): folder for folder in folders}.values())
