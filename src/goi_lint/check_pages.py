"""Checks for authors to read: the table of all, and all that is to be said of one, in text, JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from goi_lint.check_docs import CheckDoc, ParamKind, check_doc, param_kinds
from goi_lint.errors import Words
from goi_lint.formatters.wording import one_line, padded, width
from goi_lint.lazy import lazy
from goi_lint.model.plugin import BODIES, SERIES, Check, scope_of
from goi_lint.typed import Any

_SENTENCE_ENDS = lazy(r"[。；]|[.;] ")
_REQUIRED, _OPTIONAL = Words("必填", "required"), Words("可选", "optional")
_PARAMS, _FACTS = Words("参数", "Parameters"), Words("事实", "Facts")
_CODES, _EXAMPLE = Words("词语", "Terms"), Words("示例", "Example")
_INTERNAL = Words("说明", "Note")
_SCOPE = Words("对象", "Judges")
_JUDGES = Words("判断{scope}。", "Judges {scope}.")
_SCOPES: Mapping[str, Words] = {
    SERIES: Words("同一单位各年的报告", "the reports of one body in several years"),
    BODIES: Words("各单位的报告", "the reports of several bodies"),
}
"""What checks judge that judge more than one report alone."""
_CODES_OF = Words(
    "规则的 terms 须为 {fact} 的每个代码给出词语", "a rule's terms give words for each code of {fact}"
)


def table(checks: Iterable[Check], language: str) -> str:
    """Return one line for each check: name, what must hold."""
    docs = _docs(checks)
    names = max(map(width, docs), default=0)
    return "".join(f"{padded(name, names)}  {_gist(doc, language)}\n" for name, doc in docs.items())


def explanations(checks: Iterable[Check], language: str) -> str:
    """Return all that is to be said of each check: parameters, facts, codes that need words, a rule as an example."""
    return "\n".join(_explanation(check, check_doc(check), language) for check in checks)


def as_json(checks: Iterable[Check], language: str) -> str:
    """Return all that is to be said of each check as JSON, in both languages."""
    objects = [_object(check, check_doc(check)) for check in checks]
    return json.dumps({"schema": "goi-lint-checks/1", "checks": objects}, ensure_ascii=False, indent=2) + "\n"


def markdown_table(checks: Iterable[Check], language: str) -> str:
    """Return the table of checks, each with a link to its section."""
    head = Words("| 检查 | 要求 |\n|---|---|\n", "| check | what must hold |\n|---|---|\n")
    rows = (
        f"| [`{name}`](#{name}) | {_escaped(_gist(doc, language))} |\n" for name, doc in _docs(checks).items()
    )
    return head.in_language(language) + "".join(rows)


def markdown(checks: Iterable[Check], language: str) -> str:
    """Return a section for each check."""
    return "\n".join(_section(check, check_doc(check), language) for check in checks)


def _docs(checks: Iterable[Check]) -> dict[str, CheckDoc]:
    return {check.NAME: check_doc(check) for check in checks}


def _gist(doc: CheckDoc, language: str) -> str:
    """Return the first sentence of what must hold, or what stands in it before a semicolon."""
    about = one_line(doc.about.in_language(language))
    return _SENTENCE_ENDS.split(about, maxsplit=1)[0].rstrip("。.")


def _explanation(check: Check, doc: CheckDoc, language: str) -> str:
    scope = _SCOPES.get(scope_of(check))
    entries = [
        (_SCOPE, [scope.in_language(language)] if scope else []),
        (_PARAMS, _aligned(_param(param, doc, language) for param in param_kinds(check))),
        (
            _FACTS,
            _aligned((name, one_line(words.in_language(language))) for name, words in doc.facts.items()),
        ),
        (_CODES, _aligned((fact, " ".join(codes)) for fact, codes in check.CODES.items())),
        (_INTERNAL, [doc.internal.in_language(language)] if doc.internal else []),
        (_EXAMPLE, doc.example.splitlines()),
    ]
    named = [(heading.in_language(language), lines) for heading, lines in entries if lines]
    columns = max((width(heading) for heading, _ in named), default=0)
    blocks = "".join(_beside(heading, lines, columns) for heading, lines in named)
    return f"{check.NAME}\n{one_line(doc.about.in_language(language))}\n\n{blocks}"


def _param(param: ParamKind, doc: CheckDoc, language: str) -> tuple[str, ...]:
    need = _REQUIRED if param.required else _OPTIONAL
    about = doc.params.get(param.name, Words("", ""))
    texts = (need, param.kind, about)
    return (param.name, *(one_line(words.in_language(language)) for words in texts))


def _aligned(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return the rows as lines whose columns stand below one another; the last column runs free."""
    listed = list(rows)
    widths = [max(map(width, column)) for column in zip(*listed, strict=True)][:-1]
    return ["  ".join([*map(padded, row, widths), row[-1]]).rstrip() for row in listed]


def _beside(heading: str, lines: list[str], columns: int) -> str:
    headings = [heading] + [""] * (len(lines) - 1)
    return "".join(
        f"  {padded(first, columns)}  {line}".rstrip() + "\n"
        for first, line in zip(headings, lines, strict=True)
    )


def _object(check: Check, doc: CheckDoc) -> dict[str, Any]:
    return {
        "name": check.NAME,
        "scope": scope_of(check),
        "about": doc.about._asdict(),
        "params": [
            {
                "name": param.name,
                "kind": param.kind._asdict(),
                "required": param.required,
                "about": doc.params[param.name]._asdict() if param.name in doc.params else None,
            }
            for param in param_kinds(check)
        ],
        "facts": [
            {"name": name, "about": words._asdict(), "codes": list(check.CODES.get(name, ()))}
            for name, words in doc.facts.items()
        ],
        "example": doc.example or None,
        "internal": doc.internal._asdict() if doc.internal else None,
    }


def _section(check: Check, doc: CheckDoc, language: str) -> str:
    parts = [f"### {check.NAME}", doc.about.in_language(language)]
    if scope := _SCOPES.get(scope_of(check)):
        parts.append(_JUDGES.in_language(language).format(scope=scope.in_language(language)))
    if doc.internal:
        parts.append(doc.internal.in_language(language))
    parts += [part for part in (_params_table(check, doc, language), _facts_table(doc, language)) if part]
    parts += _codes(check, language)
    if doc.example:
        parts.append(f"```yaml\n{doc.example.rstrip()}\n```")
    return "\n\n".join(parts) + "\n"


def _params_table(check: Check, doc: CheckDoc, language: str) -> str:
    head = Words("| 参数 | | 值 | 含义 |", "| parameter | | value | meaning |").in_language(language)
    rows = [_param(param, doc, language) for param in param_kinds(check)]
    lines = [
        f"| `{name}` | {need} | {_escaped(kind)} | {_escaped(about)} |" for name, need, kind, about in rows
    ]
    return "\n".join([head, "|---|---|---|---|", *lines]) if lines else ""


def _facts_table(doc: CheckDoc, language: str) -> str:
    head = Words("| 事实 | 含义 |", "| fact | meaning |").in_language(language)
    lines = [f"| `{{{name}}}` | {_cell(words, language)} |" for name, words in doc.facts.items()]
    return "\n".join([head, "|---|---|", *lines]) if lines else ""


def _codes(check: Check, language: str) -> Iterator[str]:
    for fact, codes in check.CODES.items():
        colon = Words("：", ": ").in_language(language)
        listed = Words("、", ", ").in_language(language).join(f"`{code}`" for code in codes)
        yield f"{_CODES_OF.in_language(language).format(fact=f'`{{{fact}}}`')}{colon}{listed}"


def _cell(words: Words, language: str) -> str:
    return _escaped(one_line(words.in_language(language)))


def _escaped(text: str) -> str:
    """Return a text as it stands in a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
