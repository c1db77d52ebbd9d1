"""The floors of the house: what may import what, how long files and functions are, who may print."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import goi_lint

ROOT = Path(goi_lint.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
FLOORS = (
    ("typed",),
    ("tuples",),
    ("digest", "errors", "lazy", "limits", "modules", "version"),
    ("model", "cache"),
    (
        "codes",
        "text",
        "reference",
        "hookspecs",
        "entry_points",
        "facts",
        "applies",
        "formula",
        "culprit",
        "narrative",
        "ignores",
        "forms",
    ),
    (
        "readers",
        "assemble",
        "checks",
        "formatters",
        "packs",
        "engine",
        "discovery",
        "tally",
        "strangers",
        "baseline",
        "homes",
    ),
    (
        "config",
        "plugins",
        "selection",
        "layers",
        "extract",
        "catalogue",
        "check_docs",
        "exceptions",
        "form_keys",
        "digesting",
    ),
    ("cases", "check_pages", "repository", "rulebook"),
    ("linter", "schema"),
    ("processes", "suites"),
    ("cli",),
    ("__init__", "__main__"),
)
FLOOR = {unit: number for number, units in enumerate(FLOORS) for unit in units}
LONGEST_FILE, LONGEST_FUNCTION = 300, 60
ONLY_IN = {
    "ruamel": {"goi_lint.text.yaml_file"},
    "regex": {"goi_lint.text.patterns"},
    "pluggy": {"goi_lint.hookspecs", "goi_lint.strangers"},
    "typing": {
        *("goi_lint.__main__", "goi_lint.tuples", "goi_lint.typed"),
        *("goi_lint.packs.params", "goi_lint.schema.params", "goi_lint.check_docs"),
    },
}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def unit(module: str) -> str:
    """Return the package or module right under `goi_lint`."""
    _, first, *_ = *module.split("."), "__init__"
    return first


def imports(module: str) -> Iterator[str]:
    """Yield what the module imports: at its head, in functions, for types alone."""
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: relative import in line {node.lineno}"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else str(node.module)


INNER = {module: {name for name in imports(module) if name in MODULES} for module in MODULES}


def test_the_floors_are_those_that_are_documented() -> None:
    page = (Path(__file__).parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", page, re.MULTILINE)
    documented = [(int(number), set(re.findall(r"`(\w+)`", units))) for number, units in rows]
    assert documented == [(number, set(units)) for number, units in enumerate(FLOORS[:-1])]


def test_every_unit_has_a_floor() -> None:
    assert {unit(module) for module in MODULES} - set(FLOOR) == set()


def test_modules_import_from_lower_floors_or_their_own_package_only() -> None:
    wrong = [
        f"{module} imports {name}"
        for module, names in INNER.items()
        for name in sorted(names)
        if unit(name) != unit(module) and FLOOR[unit(name)] >= FLOOR[unit(module)]
        if name != "goi_lint"
    ]
    assert wrong == []


def test_nothing_below_the_top_imports_the_public_names() -> None:
    wrong = [module for module, names in INNER.items() if "goi_lint" in names and unit(module) != "__main__"]
    assert wrong == []


def test_there_are_no_circles() -> None:
    try:
        list(TopologicalSorter(INNER).static_order())
    except CycleError as error:
        raise AssertionError(" -> ".join(error.args[1])) from None


def test_annotations_are_text() -> None:
    """Nobody needs them when the program runs: to evaluate them, and to import `typing` for them, takes time."""
    wrong = [
        module
        for module, tree in MODULES.items()
        if any(isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AnnAssign) for node in tree.body)
        and "from __future__ import annotations" not in ast.unparse(tree)
    ]
    assert wrong == []


def test_heavy_packages_are_imported_in_one_place() -> None:
    wrong = [
        f"{module} imports {name}"
        for module in MODULES
        for name in imports(module)
        if module not in ONLY_IN.get(name.split(".")[0], {module})
    ]
    assert wrong == []


def test_only_the_command_line_prints() -> None:
    wrong = [
        f"{module}:{line}"
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if unit(module) != "cli" and (line := _writes_out(node))
    ]
    assert wrong == []


def _writes_out(node: ast.AST) -> int:
    """Return the line where the node prints or speaks of `sys.stdout`, else 0."""
    match node:
        case ast.Attribute(value=ast.Name(id="sys"), attr="stdout" | "stderr"):
            return node.lineno
        case ast.Call(func=ast.Name(id="print")):
            return node.lineno
    return 0


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {path.name: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    wrong = {
        f"{module}.{node.name}": node.end_lineno - node.lineno + 1
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
        if node.end_lineno - node.lineno >= LONGEST_FUNCTION
    }
    assert wrong == {}
