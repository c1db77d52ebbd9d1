"""The two judges of a file: its schema, and what goi-lint says when it loads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any, cast

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from goi_lint.assemble import load_forms
from goi_lint.cases.bases import Bases
from goi_lint.cases.case_file import KEYS, Origin, read_case
from goi_lint.cli.verbs.schema import known
from goi_lint.config.loading import load_config
from goi_lint.config.roster import read_roster
from goi_lint.config.values import Known as Choices
from goi_lint.errors import ConfigError, PackError, PackFault
from goi_lint.exceptions.exception_file import read_exceptions
from goi_lint.model.plugin import Check
from goi_lint.packs.changes import Written
from goi_lint.packs.fields import Faults, Fields
from goi_lint.packs.rule_file import Known
from goi_lint.packs.verifying import verify_pack, written_rules
from goi_lint.plugins import build_plugins
from goi_lint.schema import SCHEMAS
from goi_lint.text.yaml_file import located

RULES = Path(__file__).parents[2] / "rules"
NATIONAL = RULES / "national"
OWN = "name: national\nversion: '1'\ntitle: {zh: 全国, en: National}\nprefix: GOI\n"
PACK = "name: lakeside\nversion: '1'\ntitle: {zh: 湖滨, en: Lakeside}\nprefix: LAKE\nextends: national\n"

NOT_IN_A_SCHEMA = (
    r"expected the file's name",
    r"expected [A-Z0-9]+ and three digits",
    r"is taken by",
    r"nothing is changed|nothing differs",
    r"the packs that are extended have no rule",
    r"there is no (rule|rule pack|base|row|cell|column) |no row or column|no such place|cannot be exchanged",
    r"stands in the report|no finding of|a new row with|nothing is left of|has no (row|cell|column|part)",
    r"did you mean (title|front|closing|document|part \d|review)\?",
    r"as in a \.gitignore|expected a pattern: archive",
    r"a bad pattern|a pattern (of|whose)|groups nested",
    r"is called .* too|stands at .* already|the same body as|on the roster|a circle of parents",
    r"does not work in Chinese|matches nothing|matches even nothing",
)
"""What only the loader can know: other files, regular expressions. What checks verify themselves is not asked."""
IN_A_CHANGE = (r"nothing; expected",)
"""What only the rule that is changed tells: null takes away what is there, and is a fault where nothing is."""


def _ecma(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """Read patterns as JSON Schema has them: `$` is the very end, which in Python it is not."""
    ended = re.sub(r"(?<!\\)\$$", r"\\Z", pattern)
    if isinstance(instance, str) and not re.search(ended, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator: Any = cast("Any", extend)(Draft202012Validator, {"pattern": _ecma})


@cache
def schema(kind: str) -> dict[str, Any]:
    return SCHEMAS[kind](known(build_plugins()))


@cache
def _validator(kind: str) -> Any:
    return _Validator(schema(kind))


def refused(kind: str, data: object) -> str:
    """Return why the schema refuses the data; '' where it accepts them."""
    return "\n".join(
        f"{error.json_path}: {error.message[:200]}" for error in _validator(kind).iter_errors(data)
    )


def plain(path: Path) -> Any:
    return located(path.read_bytes(), path.name, escapes=True).plain()


def written(data: object) -> bytes:
    """Return the data as a file: JSON is YAML."""
    return json.dumps(data, ensure_ascii=False).encode()


@cache
def _known() -> Known:
    checks = {name: _unverified(check) for name, check in build_plugins().checks.items()}
    return Known(checks, load_forms(), False, "")


def _unverified(check: Check) -> Check:
    """Return the check without what it says of formulas, days and rows of the forms: no schema can."""
    names = ("NAME", "FACTS", "CODES", "Params", "check", "__file__")
    return cast("Check", SimpleNamespace(**{name: getattr(check, name) for name in names}))


@cache
def _inherited() -> dict[str, Written]:
    files = {
        path.relative_to(NATIONAL).as_posix(): path.read_bytes() for path in NATIONAL.glob("[0-9]*/*.yaml")
    }
    return written_rules(files, "national", {})


def _faults(files: dict[str, bytes], base: dict[str, Written]) -> str:
    try:
        verify_pack(files, _known(), base)
    except PackError as error:
        return str(error)
    return ""


def rule_faults(data: object) -> str:
    """Return what the loader says of a rule's file; its name is the id that it should have."""
    values = data if isinstance(data, dict) else {}
    names = [values.get(key) for key in ("override", "disable", "id")]
    name = next(
        (name for name in names if isinstance(name, str) and re.fullmatch("[A-Z]+[0-9]{3}", name)), "LAKE001"
    )
    own = "id" in values and name.startswith("GOI")
    files = {"pack.yaml": (OWN if own else PACK).encode(), f"1-part/{name}.yaml": written(data)}
    return _faults(files, {} if own else _inherited())


def pack_faults(data: object) -> str:
    """Return what the loader says of a `pack.yaml`."""
    return _faults({"pack.yaml": written(data)}, _inherited())


def case_faults(data: object) -> str:
    """Return what is said of a case that its name says nothing of."""
    file = Path("LAKE001.yaml")
    found: list[PackFault] = []
    bases = Bases((NATIONAL,), found)
    fields = Fields(located(written(data), file.name, escapes=True), Faults(file.name, found), KEYS)
    read_case(fields, Origin("GOI310", file.stem, file), bases, _inherited())
    return "\n".join(map(str, found))


def config_faults(data: object) -> str:
    """Return what is said of a configuration."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "goi-lint.toml")
        path.write_text(
            "".join(f"{key} = {toml(value)}\n" for key, value in cast("dict[str, Any]", data).items())
        )
        try:
            load_config(str(path), Choices(("text", "json"), ("national",)))
        except ConfigError as error:
            return str(error)
    return ""


def toml(value: object) -> str:
    """Return a value as TOML has it; what it has no words for raises `KeyError`."""
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key, ensure_ascii=False)} = {toml(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if value is None:
        raise KeyError(value)
    return json.dumps(value, ensure_ascii=False)


def exceptions_faults(data: object) -> str:
    """Return what is said of a file of exceptions."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "goi-lint-exceptions.yaml")
        path.write_bytes(written(data))
        try:
            read_exceptions(path, _inherited(), load_forms())
        except ConfigError as error:
            return str(error)
    return ""


def roster_faults(data: object) -> str:
    """Return what is said of a roster."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "bodies.yaml")
        path.write_bytes(written(data))
        try:
            read_roster(str(path))
        except ConfigError as error:
            return str(error)
    return ""


LOADERS: dict[str, Callable[[object], str]] = {
    "rule": rule_faults,
    "pack": pack_faults,
    "case": case_faults,
    "config": config_faults,
    "exceptions": exceptions_faults,
    "roster": roster_faults,
}


def beyond_a_schema(faults: str, data: object) -> bool:
    """Tell whether every fault is one that no schema can express."""
    change = isinstance(data, dict) and "override" in data
    beyond = (*NOT_IN_A_SCHEMA, *(IN_A_CHANGE if change else ()))
    return all(any(re.search(each, line) for each in beyond) for line in faults.splitlines())
