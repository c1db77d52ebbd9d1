"""The schema of the file of exceptions."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.model.report import FIRST_YEAR, LAST_YEAR
from goi_lint.schema.known import Known
from goi_lint.schema.shapes import Shape, any_of, document, items, mapping, one_of, said, text
from goi_lint.schema.values import ID

_TITLE = Words("例外文件", "File of exceptions")
_ABOUT = Words(
    "goi-lint-exceptions.yaml：哪些报告的哪些问题不再报告，为什么，到哪一天为止。",
    "goi-lint-exceptions.yaml: which findings of which reports are suppressed, why, and until when.",
)
_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_WORDS = {
    "rule": Words("规则编号，或其列表", "the id of a rule, or a list of ids"),
    "path": Words("哪些文件，写法同 .gitignore，如 archive/2019/", "which files, as in .gitignore"),
    "body": Words("单位全称", "the full name of the body that reports"),
    "year": Words("只限该年度的报告", "only reports of that year"),
    "place": Words("只限此处，如 requests.granted.total、part 5", "only this place, such as part 5"),
    "reason": Words("理由", "why; it is shown with the finding"),
    "until": Words("有效的最后一天，如 2026-12-31", "the last day on which it holds"),
}


def exceptions_schema(known: Known) -> Shape:
    """Return the schema of the file of exceptions."""
    rule = any_of(*([one_of(found.id for found in known.rules)] if known.rules else []), text(ID))
    keys = {
        "rule": any_of(rule, items(rule, 1)),
        "path": text(),
        "body": text(),
        "year": {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
        "place": text(),
        "reason": text(),
        "until": text(_DAY),
    }
    entry = {
        **mapping({key: said(words, keys[key]) for key, words in _WORDS.items()}, ("rule", "reason")),
        "anyOf": [{"required": ["path"]}, {"required": ["body"]}],
    }
    return document("exceptions", _TITLE, _ABOUT, items(entry), {})
