"""The schema of a rule's file: a new rule, a change of an inherited one, or the removal of one.

The params, the facts of messages and the codes of `terms` follow from the check; in a change, from the check of the
rule that is changed. The branches are told by their key (`if … then`), not by `oneOf`: so an editor names the mistake
of the branch that is meant instead of saying that none of three fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from goi_lint.check_docs import CheckDoc, check_doc
from goi_lint.errors import Words
from goi_lint.model.plugin import Check
from goi_lint.schema.case import example
from goi_lint.schema.known import Known
from goi_lint.schema.params import params_shape
from goi_lint.schema.shapes import (
    Shape,
    both,
    document,
    items,
    mapping,
    one_of,
    ref,
    said,
    text,
    where,
)
from goi_lint.schema.values import ID, KEBAB, applies, city, in_both, level, province, source, sources

_TITLE = Words("规则文件", "Rule file")
_ABOUT = Words(
    "规则包中的一个文件 <部分>/<编号>.yaml：新规则，或用 override 修改、用 disable 去掉所继承的规则。",
    "A file <part>/<ID>.yaml of a rule pack: a new rule, or with override a change, with disable the removal of an "
    "inherited one.",
)
_WORDS = {
    "id": Words(
        "编号：规则包的前缀加三位数字，与文件名相同", "the pack's prefix and three digits, the file's name"
    ),
    "name": Words("英文短名：小写字母、数字和连字符，如 seal-named", "a short name such as seal-named"),
    "level": Words("级别", "how serious a finding is"),
    "title": Words("要求：一句话说明应当怎样", "the obligation: one sentence on what must hold"),
    "source": Words(
        "依据；各国家格式依据不同时，按格式分别写",
        "what demands it; by form, where it differs between the national forms",
    ),
    "check": Words(
        "检查方式；各方式的参数和事实见 goi-lint checks 名称",
        "the check kind; goi-lint checks NAME explains it",
    ),
    "params": Words("检查方式的参数", "the check's parameters"),
    "message": Words(
        "发现问题时说什么；{事实} 由检查方式提供", "what a finding says; {facts} come from the check"
    ),
    "advice": Words("怎么改；可用同样的 {事实}", "how to mend it; may hold the same {facts}"),
    "exceptions": Words("哪些情形不报告", "what is not reported"),
    "terms": Words("事实中代码的说法，可以为空", "the words for codes among the facts; may be empty"),
    "applies": Words("适用于哪些报告；不写的不限", "to which reports it applies; what is left out is open"),
    "gate": Words("true：不符合时其后的规则不再判断", "true: where it fails, later rules are not applicable"),
    "examples": Words(
        "自带的例子：没有 expect 的应无问题", "examples; one without expect must have no findings"
    ),
    "override": Words(
        "要修改的规则编号，与文件名相同；其余只写不同之处",
        "the rule that is changed, the file's name; else only what differs",
    ),
    "disable": Words("要去掉的规则编号，与文件名相同", "the rule that is left out, the file's name"),
    "reason": Words("为什么去掉", "why it is left out"),
}
_NATIONAL = r"^GOI[0-9]{3}$"
"""The ids of national rules, which alone may have a check that goi-lint itself judges."""
_REQUIRED = ("id", "name", "level", "title", "source", "check", "message", "advice", "exceptions")
_LITERAL = r"[^{}]|\{\{|\}\}"


def rule_schema(known: Known) -> Shape:
    """Return the schema of one rule file."""
    parts = {
        "rule": _new(known),
        "change": _change(known),
        "removal": _removal(known),
        "words": in_both(),
        "term": in_both(filled=False),
        "term-change": in_both(filled=False, whole=False),
        "source": source(),
        "applies": applies(tuple(known.forms)),
        "applies-change": applies(tuple(known.forms), change=True),
        "province": province(),
        "city": city(),
        "example": example(known),
        **dict(_checks(known.checks)),
    }
    branches = {
        "type": "object",
        "if": {"required": ["override"]},
        "then": ref("change"),
        "else": {"if": {"required": ["disable"]}, "then": ref("removal"), "else": ref("rule")},
    }
    return document("rule", _TITLE, _ABOUT, branches, parts)


def _new(known: Known) -> Shape:
    """Return a rule of the pack's own."""
    docs = {name: check_doc(check) for name, check in sorted(known.checks.items())}
    offered = {name: doc for name, doc in docs.items() if not doc.internal}
    check = {**one_of(offered), "enumDescriptions": [both(doc.about) for doc in offered.values()]}
    keys = {
        "id": text(ID),
        "name": text(KEBAB),
        **_shared(known, "applies"),
        "check": text(),
        "gate": {"type": "boolean"},
    }
    return {
        **mapping(_described(keys), _REQUIRED),
        "if": {"properties": {"id": {"type": "string", "pattern": _NATIONAL}}, "required": ["id"]},
        "then": {"properties": {"check": one_of(docs)}},
        "else": {"properties": {"check": check}},
        "allOf": [where("check", name, ref(f"check-{name}")) for name in docs],
    }


def _change(known: Known) -> Shape:
    """Return what may be changed of an inherited rule; of a known one the params follow from its check."""
    keys = {"override": _inherited(known), **_shared(known, "applies-change")}
    shape = mapping(_described(keys), ("override",))
    known_rules = [where("override", rule.id, ref(f"change-{rule.check}")) for rule in known.rules]
    return {**shape, "minProperties": 2, **({"allOf": known_rules} if known_rules else {})}


def _removal(known: Known) -> Shape:
    keys = {"disable": _inherited(known), "reason": ref("words")}
    return mapping(_described(keys), ("disable", "reason"))


def _inherited(known: Known) -> Shape:
    """Return the id of a rule; those that are known are offered first."""
    ids = [rule.id for rule in known.rules]
    return {"anyOf": [one_of(ids), text(ID)]} if ids else text(ID)


def _shared(known: Known, applying: str) -> Mapping[str, Shape]:
    """Return what a new rule and a change may both say."""
    return {
        "level": level(),
        "title": ref("words"),
        "source": sources(known.forms),
        "params": {"type": "object"},
        "message": ref("words"),
        "advice": ref("words"),
        "exceptions": ref("words"),
        "terms": {"type": "object"},
        "applies": ref(applying),
        "examples": items(ref("example")),
    }


def _described(keys: Mapping[str, Shape]) -> dict[str, Shape]:
    """Return the keys with their descriptions, in the order in which rules are written."""
    return {key: said(words, keys[key]) for key, words in _WORDS.items() if key in keys}


def _checks(checks: Mapping[str, Check]) -> Iterator[tuple[str, Shape]]:
    for name, check in sorted(checks.items()):
        doc = check_doc(check)
        yield f"check-{name}", _of_check(check, doc, change=False)
        yield f"change-{name}", _of_check(check, doc, change=True)


def _of_check(check: Check, doc: CheckDoc, change: bool) -> Shape:
    """Return what a rule with this check may say in `params`, `terms` and its messages."""
    codes = list(dict.fromkeys(code for fact in check.CODES.values() for code in fact))
    params = params_shape(check.Params, doc.params, change)
    terms = mapping(
        {code: ref("term-change" if change else "term") for code in codes}, () if change else codes
    )
    sentence = _sentence({name: doc.facts[name] for name in check.FACTS})
    needed = [key for key, shape in (("params", params), ("terms", terms)) if shape.get("required")]
    return {
        "properties": {"params": params, "terms": terms, "message": sentence, "advice": sentence},
        **({"required": needed} if needed else {}),
    }


def _sentence(facts: Mapping[str, Words]) -> Shape:
    """Return both languages of a message: its braces hold facts of the check, `{{` is a brace."""
    names = sorted(facts)
    fact = "|".join(map(re.escape, names))
    wide = rf"(?![\s\S]*｛\s*({fact})\s*｝)"
    pattern = {"pattern": rf"^{wide}({_LITERAL}|\{{({fact})\}})*$" if names else rf"^({_LITERAL})*$"}
    shown = "\n".join(f"{{{name}}} {facts[name].zh} {facts[name].en}" for name in names)
    return {
        "description": f"可用的事实 facts:\n{shown}" if names else "没有事实可用 no facts",
        "properties": {"zh": pattern, "en": pattern},
    }
