"""What the schemas accept, the loader accepts, and the other way round."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from goi_lint.schema import SCHEMAS
from schema.agreement import LOADERS, NATIONAL, RULES, beyond_a_schema, plain, refused, schema
from schema.mutations import GONE, changed, mutated

WORDS = {"zh": "甲", "en": "a"}
RULE: dict[str, Any] = {
    "id": "LAKE001",
    "name": "no-placeholder",
    "level": "warning",
    "title": {"zh": "不应残留占位符", "en": "No placeholder is left"},
    "source": {"document": "湖滨〔2025〕1号", "place": "第一条"},
    "check": "absent",
    "params": {"patterns": ["某某"], "within": [1, "closing"]},
    "message": {"zh": "残留「{text}」", "en": "{text} is left {{}}"},
    "advice": WORDS,
    "exceptions": WORDS,
    "applies": {
        "years": {"first": 2021, "last": 2024},
        "forms": ["form_2021"],
        "levels": ["town"],
        "ranks": ["county"],
        "provinces": ["jilin", "河南", "黑龙江省"],
        "cities": ["长春市"],
    },
    "gate": True,
}
CODED = RULE | {
    "check": "cited",
    "params": {"marks": True},
    "terms": dict.fromkeys(("name", "number", "marks"), WORDS),
}
CHINESE = CODED | {"title": {"zh": "甲"}, "terms": {code: {"zh": ""} for code in CODED["terms"]}}
NO_PARAMS = {key: value for key, value in RULE.items() if key != "params"} | {
    "message": WORDS,
    "check": "email_valid",
}
BY_FORM = RULE | {"source": {"form_2019": RULE["source"], "form_2021": RULE["source"] | {"custom": True}}}
OVERRIDE: dict[str, Any] = {
    "override": "GOI040",
    "level": "warning",
    "params": {"fields": ["address", "phone"]},
    "applies": {"years": {"first": 2019}, "levels": ["town"]},
}
TERMS: dict[str, Any] = {"override": "GOI015", "params": {"marks": None}, "terms": {"name": WORDS}}
DISABLE: dict[str, Any] = {"disable": "GOI208", "reason": WORDS}
PACK: dict[str, Any] = {
    "name": "lakeside",
    "version": "2026.1",
    "title": WORDS,
    "prefix": "LAKE",
    "extends": ["national"],
    "province": "吉林",
    "city": "长春市",
    "status": "stable",
    "applies": RULE["applies"],
    "maintainer": "湖滨",
    "source": "湖滨〔2025〕1号",
    "requires": "0.1.0",
}
GOOD = {
    "rule": ("rule", RULE),
    "rule with codes": ("rule", CODED),
    "rule without params": ("rule", NO_PARAMS),
    "source by form": ("rule", BY_FORM),
    "override": ("rule", OVERRIDE),
    "override of terms": ("rule", TERMS),
    "disable": ("rule", DISABLE),
    "rule in Chinese alone": ("rule", CHINESE),
    "pack": ("pack", PACK),
    "pack that extends one": ("pack", PACK | {"extends": "national"}),
}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize(("kind", "data"), GOOD.values(), ids=GOOD)
def test_good_files(kind: str, data: object) -> None:
    assert refused(kind, data) == ""
    assert LOADERS[kind](data) == ""


FILES = [
    *(("pack", path) for path in sorted(RULES.glob("*/pack.yaml"))),
    *(("rule", path) for path in sorted(RULES.glob("*/[0-9]*/*.yaml"))),
    *(("case", path) for path in sorted(RULES.glob("*/cases/[A-Z]*/*.yaml"))),
]


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda item: getattr(item, "stem", item))
def test_files_of_the_packs(kind: str, path: Any) -> None:
    assert refused(kind, plain(path)) == ""


def test_there_are_files() -> None:
    assert {kind: sum(one == kind for one, _ in FILES) > 0 for kind in ("pack", "rule", "case")} == {
        "pack": True,
        "rule": True,
        "case": True,
    }


BROKEN: dict[str, tuple[dict[str, Any], str, object]] = {
    "unknown key": (RULE, "levle", "error"),
    "rule without an id": (RULE, "id", GONE),
    "id in small letters": (RULE, "id", "lake001"),
    "id with two digits": (RULE, "id", "LAKE01"),
    "id with a line break": (RULE, "id", "LAKE001\n"),
    "no name": (RULE, "name", GONE),
    "name with a blank": (RULE, "name", "no placeholder"),
    "name that is a number": (RULE, "name", 1),
    "level that there is not": (RULE, "level", "warn"),
    "level that is a list": (RULE, "level", ["error"]),
    "no title": (RULE, "title", GONE),
    "title in English alone": (RULE, "title", {"en": "a"}),
    "title in a third language": (RULE, "title.fr", "a"),
    "blank title": (RULE, "title.en", " \n"),
    "title that is a text": (RULE, "title", "甲"),
    "no source": (RULE, "source", GONE),
    "source without a place": (RULE, "source.place", GONE),
    "source with an unknown key": (RULE, "source.paragraph", "1"),
    "source that is custom as a text": (RULE, "source.custom", "yes"),
    "source of an unknown form": (BY_FORM, "source.form_2022", RULE["source"]),
    "source of a form without a place": (BY_FORM, "source.form_2019.place", GONE),
    "source of nothing": (RULE, "source", {}),
    "misspelt check": (RULE, "check", "absnt"),
    "check of the engine": (NO_PARAMS, "check", "completed"),
    "no check": (RULE, "check", GONE),
    "no params": (RULE, "params", GONE),
    "params that are nothing": (RULE, "params", None),
    "unknown parameter": (RULE, "params.pattern", "甲"),
    "parameter missing": (RULE, "params.patterns", GONE),
    "text where a list is needed": (RULE, "params.patterns", "某某"),
    "pattern that is a number": (RULE, "params.patterns", [1]),
    "no patterns": (RULE, "params.patterns", []),
    "no parts": (RULE, "params.within", []),
    "no contact data": (OVERRIDE, "params.fields", []),
    "empty pattern": (RULE, "params.patterns", [""]),
    "part that there is not": (RULE, "params.within", [7]),
    "part that is true": (RULE, "params.within", [True]),
    "nested parameter missing": (CODED, "params.wrong", [{"pattern": "甲", "fault": "name"}]),
    "nested parameter of another kind": (CODED, "params.marks", "yes"),
    "no message": (RULE, "message", GONE),
    "message with an unknown fact": (RULE, "message.zh", "{txt}"),
    "message with a format": (RULE, "message.en", "{text:>9}"),
    "message that looks into a fact": (RULE, "message.en", "{text.upper}"),
    "message with half a brace": (RULE, "message.zh", "{text"),
    "message with full-width braces": (RULE, "message.zh", "残留｛ text ｝"),
    "advice with an unknown fact": (RULE, "advice.zh", "{实}"),
    "no exceptions": (RULE, "exceptions", GONE),
    "code without a term": (CODED, "terms.marks", GONE),
    "no terms": (CODED, "terms", GONE),
    "term of no code": (RULE, "terms", {"seal": WORDS}),
    "term in English alone": (CODED, "terms.name", {"en": ""}),
    "unknown scope": (RULE, "applies.year", 2021),
    "years that are a list": (RULE, "applies.years", [2021]),
    "year that is a text": (RULE, "applies.years.first", "2021"),
    "form that there is not": (RULE, "applies.forms", ["form_2022"]),
    "no forms at all": (RULE, "applies.forms", []),
    "level of body that there is not": (RULE, "applies.levels", ["village"]),
    "rank that there is not": (RULE, "applies.ranks", ["district"]),
    "province that there is not": (RULE, "applies.provinces", ["长春"]),
    "province by one character": (RULE, "applies.provinces", ["吉"]),
    "city by its short name": (RULE, "applies.cities", ["长春"]),
    "gate that is a text": (RULE, "gate", "yes"),
    "override and id": (OVERRIDE, "id", "LAKE001"),
    "override of the check": (OVERRIDE, "check", "absent"),
    "override of the name": (OVERRIDE, "name", "a"),
    "override that names nothing": (OVERRIDE, "override", "contacts"),
    "override with an unknown parameter": (OVERRIDE, "params.field", ["phone"]),
    "override with a parameter of another kind": (OVERRIDE, "params.fields", "phone"),
    "override that takes away what is needed": (OVERRIDE, "params.fields", None),
    "override with half a title": (OVERRIDE, "title", {"en": "a"}),
    "override with an unknown fact": (OVERRIDE, "message", {"zh": "{gone}", "en": "a"}),
    "override that takes away a term": (TERMS, "terms.name", None),
    "override with an unknown term": (TERMS, "terms.nam", WORDS),
    "disable without a reason": (DISABLE, "reason", GONE),
    "disable with a reason in English alone": (DISABLE, "reason.zh", GONE),
    "disable and level": (DISABLE, "level", "note"),
    "unknown key of the pack": (PACK, "maintainers", "two"),
    "pack without a name": (PACK, "name", GONE),
    "pack without a version": (PACK, "version", GONE),
    "version that is a number": (PACK, "version", 3),
    "version with a blank": (PACK, "version", "2026 1"),
    "prefix in small letters": (PACK, "prefix", "lake"),
    "prefix of the national pack": (PACK, "prefix", "GOI"),
    "extends nothing": (PACK, "extends", None),
    "extends a mapping": (PACK, "extends", {"national": 1}),
    "status that there is not": (PACK, "status", "final"),
    "city without a province": (PACK, "province", GONE),
    "requirement that is no version": (PACK, "requires", ">=1"),
    "maintainer that is blank": (PACK, "maintainer", ""),
}


@pytest.mark.parametrize(("data", "path", "value"), BROKEN.values(), ids=BROKEN)
def test_broken_files_are_refused_by_both(data: dict[str, Any], path: str, value: object) -> None:
    broken, kind = changed(data, path, value), "pack" if data is PACK else "rule"
    assert refused(kind, broken) != ""
    assert LOADERS[kind](broken) != ""


@pytest.mark.parametrize("kind", ["rule", "pack"])
@pytest.mark.parametrize("data", [None, 1, "甲", [], {}, [RULE]])
def test_what_is_no_such_file_is_refused_by_both(kind: str, data: object) -> None:
    assert refused(kind, data) != ""
    assert LOADERS[kind](data) != ""


BASES: list[tuple[str, Any]] = [
    *GOOD.values(),
    *(("rule", plain(path)) for path in sorted(NATIONAL.glob("[0-9]*/*.yaml"))),
]


@settings(max_examples=400, deadline=None)
@given(mutated(BASES))
def test_both_say_the_same_of_a_mutated_file(file: tuple[str, Any]) -> None:
    kind, data = file
    faults, refusal = LOADERS[kind](data), refused(kind, data)
    if refusal:
        assert faults != "", f"the loader accepts what the schema refuses: {refusal}"
    elif faults:
        assert beyond_a_schema(faults, data), f"the schema accepts what the loader refuses: {faults}"
