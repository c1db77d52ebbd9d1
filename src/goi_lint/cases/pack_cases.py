"""A pack's folder → its cases: those of `cases/`, the inline examples of its rule files, and its base reports."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from goi_lint.cases.bases import FOLDER, Bases
from goi_lint.cases.case_file import BAD, KEYS, OK, Base, Case, Origin, read_case
from goi_lint.cases.values import items, text
from goi_lint.errors import PackError, PackFault, Words
from goi_lint.packs.fields import Faults, Fields, nearest
from goi_lint.text.yaml_file import located
from goi_lint.tuples import NamedTuple

_EXAMPLES = "examples"
_LIST = Words("应为案例的列表", "expected a list of cases")


class _Reader(NamedTuple):
    """What all cases of a pack are read with."""

    folder: Path
    bases: Bases
    rules: Collection[str]
    found: list[PackFault]


def pack_cases(folder: Path, extended: Sequence[Path], rules: Collection[str]) -> tuple[Case, ...]:
    """Return all cases of a pack; raise `PackError` with the faults of all of them.

    `extended` are the folders of the packs whose base reports it may use besides its own, nearest first; `rules` the
    ids of all rules that it has or extends.
    """
    found: list[PackFault] = []
    reader = _Reader(folder, Bases((folder, *extended), found), rules, found)
    cases = [*_bases(reader)]
    for path in _yaml_files(folder):
        inside = PurePosixPath(path.relative_to(folder).as_posix())
        if inside.parts[0] != "cases":
            cases += _examples(path, reader)
        elif inside.parent.as_posix() != FOLDER:
            cases += _case(path, inside, reader)
    if found:
        raise PackError(tuple(sorted(set(found), key=lambda fault: fault[:3])))
    return tuple(cases)


def bad_case_of(rule: str, file: str, packs: Sequence[Path], rules: Collection[str]) -> Case | None:
    """Return the first bad case of a rule that a pack has, which may be at fault; None if it has none.

    The pack's folder is the first of `packs`, then come those that it extends; `file` is the rule's within the pack.
    """
    folder = packs[0]
    reader = _Reader(folder, Bases(packs, []), rules, [])
    for path in sorted((folder / "cases" / rule).glob(f"{BAD}-*.yaml")):
        found = _case(path, PurePosixPath(path.relative_to(folder).as_posix()), reader)
        if case := next(found, None):
            return case
    examples = _examples(folder / file, reader) if (folder / file).is_file() else ()
    return next((case for case in examples if case.every_expected), None)


def _yaml_files(folder: Path) -> Iterator[Path]:
    """Yield the YAML files of a pack by path; `.yml` is a fault that must not pass in silence."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if name.endswith((".yaml", ".yml")))


def _bases(reader: _Reader) -> Iterator[Case]:
    """Yield the pack's own base reports as cases in which nothing may be found."""
    for path in sorted((reader.folder / FOLDER).glob("*.yaml")):
        draft = reader.bases.read(path)
        if draft:
            yield Base(path, draft).case


def _case(path: Path, inside: PurePosixPath, reader: _Reader) -> Iterator[Case]:
    """Yield the case of one file."""
    faults = Faults(path.as_posix(), reader.found)
    origin = _origin(path, inside, faults, reader.rules)
    if origin is None:
        return
    try:
        node = located(path.read_bytes(), faults.file, escapes=True)
    except PackError as error:
        faults.take(error)
        return
    case = read_case(Fields(node, faults, KEYS), origin, reader.bases, reader.rules)
    if case:
        yield case


def _origin(path: Path, inside: PurePosixPath, faults: Faults, rules: Collection[str]) -> Origin | None:
    """Return what the file's name says; None after a fault."""
    kind, dash, rest = inside.stem.partition("-")
    if len(inside.parts) != 3 or inside.suffix != ".yaml" or kind not in (BAD, OK) or not (dash and rest):
        found = Words("案例文件的位置、名称或扩展名不对", "a case in the wrong place, or with the wrong name")
        wanted = Words(
            "应为 cases/<编号>/bad-<差错>.yaml 或 ok-<相似而无误>.yaml",
            "expected cases/<ID>/bad-<defect>.yaml or ok-<look-alike>.yaml",
        )
        faults.found.append(PackFault(faults.file, 1, 1, found, wanted))
        return None
    rule = inside.parts[1]
    if rule not in rules:
        found = Words(f"没有规则 {rule}（案例的文件夹名）", f"there is no rule {rule} (the case's folder)")
        faults.found.append(PackFault(faults.file, 1, 1, found, nearest(rule, sorted(rules))))
        return None
    return Origin(rule, inside.stem, path, kind)


def _examples(path: Path, reader: _Reader) -> Iterator[Case]:
    """Yield the inline cases of one rule file."""
    data = path.read_bytes()
    if _EXAMPLES.encode() not in data:
        return
    faults = Faults(path.as_posix(), reader.found)
    try:
        rule = located(data, faults.file)
    except PackError as error:
        faults.take(error)
        return
    examples = rule.value.get(_EXAMPLES) if isinstance(rule.value, dict) else None
    for number, node in enumerate(items(examples, faults, _LIST) if examples else (), 1):
        fields = Fields(node, faults, ("name", *KEYS))
        name = fields.get("name")
        called = (text(name, faults) if name else None) or f"{_EXAMPLES}[{number}]"
        case = read_case(fields, Origin(path.stem, called, path), reader.bases, reader.rules)
        if case:
            yield case
