"""The schema of a case's file, which is that of an example in a rule's file as well."""

from __future__ import annotations

from goi_lint.cases.decorations import DRAFTS, GRIDS
from goi_lint.cases.edit import PARTS, PLACES
from goi_lint.cases.flavours import SPANS
from goi_lint.cases.layouts import LAYOUTS
from goi_lint.cases.reports import FILE, OTHER_KEYS
from goi_lint.errors import Words
from goi_lint.model.report import FIRST_YEAR, LAST_YEAR
from goi_lint.schema.known import Known
from goi_lint.schema.roster import roster
from goi_lint.schema.shapes import (
    Shape,
    any_of,
    document,
    items,
    mapping,
    mapping_of,
    one_of,
    or_nothing,
    said,
    text,
    where,
)

_TITLE = Words("案例文件", "Case file")
_ABOUT = Words(
    "规则包中的一个文件 cases/<编号>/bad-….yaml 或 ok-….yaml：没有问题的报告、一处改动、应当发现的全部问题。",
    "A file cases/<ID>/bad-….yaml or ok-….yaml of a rule pack: a faultless report, one change, all that must be found.",
)
_FINDING = r"^[A-Z][A-Z0-9]{1,9}[0-9]{3} at \S"
_WORDS = {
    "name": Words("例子的名称", "the example's name"),
    "base": Words(
        "所依据的报告，在 cases/base/ 中；默认 form_2021", "the report, in cases/base/; default form_2021"
    ),
    "year": Words(
        "改成哪一年度的报告，结转数随之衔接", "the year it is made one of; what is carried over fits"
    ),
    "body": Words(
        "改成哪个单位的报告，地名、邮编、区号随之改", "the body it is made one of, place and codes too"
    ),
    "sums_up": Words("表中数字为同年度其余报告之和", "its tables are the sums of the others' of its year"),
    "flavour": Words("写法，如 tabs、cells+vertical；默认 tabs", "how it is written down; default tabs"),
    "copied": Words("正文与基准报告相同；默认换一种说法", "the base's very sentences; by default others"),
    "earlier": Words(
        "往年报告，只供比较，本身不检查", "of an earlier year, for comparison, not judged itself"
    ),
    "file": Words("文件名，供名录的 paths 使用", "what the file is called, for the roster's paths"),
    "change": Words("改动；依次进行，replace 在最后", "what is changed, in this order, replace last"),
    "reports": Words(
        "同时检查的其他报告；没有写的与本报告相同", "other reports of the run; what they do not say is alike"
    ),
    "roster": Words("单位名录，写法同名录文件", "the roster, as in a file of its own"),
    "expect": Words("应当发现的全部问题：编号 at 位置", "every finding: ID at address"),
    "cells": Words("单元格：表.行.列 → 内容，null 为空白", "cells by table.row.column; null: blank"),
    "labels": Words("行、列、组、表块、标题的文字", "labels of rows, columns, groups, blocks and headings"),
    "delete": Words("删去的行、列、部分、标题或表", "rows, columns, parts, headings or tables to take out"),
    "swap": Words("对调的两行或两列", "two rows, or two columns, to exchange"),
    "add": Words("增加的行", "rows to add"),
    "duplicate": Words("重复一次的部分", "parts to repeat right after themselves"),
    "move": Words("部分移到另一部分之后", "a part to move behind another one"),
    "text": Words("某处的全部文字", "the whole text of a place"),
    "insert": Words("在某处末尾加上的文字", "lines added at the end of a place"),
    "replace": Words(
        "在写成的全文中替换，须恰好出现一次", "in the written text; must stand there exactly once"
    ),
}


def case_schema(known: Known) -> Shape:
    """Return the schema of one case's file."""
    return document("case", _TITLE, _ABOUT, mapping(_described(_keys(known))), {})


def example(known: Known) -> Shape:
    """Return the schema of an example that stands in a rule's file."""
    return mapping(_described({"name": text(), **_keys(known)}))


def _keys(known: Known) -> dict[str, Shape]:
    """Return the keys of a case, those of the report itself included."""
    keys = _report(known)
    expect = keys.pop("expect")
    others = {key: keys.get(key, {"type": "boolean"}) for key in OTHER_KEYS[:-1]}
    unjudged = where(
        "earlier", True, {"properties": {"expect": or_nothing({"type": "array", "maxItems": 0})}}
    )
    reports = items({**mapping(_described({**others, "expect": expect})), **unjudged})
    return {**keys, "reports": reports, "roster": roster(), "expect": expect}


def _report(known: Known) -> dict[str, Shape]:
    """Return the keys of any report of a case."""
    return {
        "base": any_of(one_of(known.bases), text(r"^[\w.-]+$")) if known.bases else text(r"^[\w.-]+$"),
        "year": {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
        "body": text(),
        "sums_up": {"type": "boolean"},
        "flavour": text(_flavours()),
        "file": text(rf"^{FILE}$"),
        "change": or_nothing(mapping(_described(_changes(known)))),
        "expect": or_nothing(items(text(_FINDING))),
    }


def _described(keys: dict[str, Shape]) -> dict[str, Shape]:
    return {key: said(_WORDS[key], shape) for key, shape in keys.items()}


def _flavours() -> str:
    layouts, decorations, spans = ("|".join(names) for names in (LAYOUTS, [*GRIDS, *DRAFTS], SPANS))
    return rf"^({layouts})(\+({decorations}))*(:({spans}))?$"


def _changes(known: Known) -> dict[str, Shape]:
    part, place = one_of(PARTS), one_of(PLACES)
    lines = any_of({"type": ["string", "integer"]}, items({"type": ["string", "integer"]}))
    value: Shape = {"type": ["string", "integer", "null"]}
    after = one_of(f"after {part}" for part in PARTS)
    return {
        "cells": mapping_of(value, text(rf"^({_tables(known)})\.\w+\.\w+$")),
        "labels": mapping_of(
            {"type": ["string", "integer"]}, text(rf"^(heading [1-6]|({_tables(known)})\.[\w.]+)$")
        ),
        "delete": items(
            text(rf"^((part|heading) [1-6]|table ({_tables(known)})|({_tables(known)})\.[\w.]+)$")
        ),
        "swap": items({**items(text(rf"^({_tables(known)})\.\w+"), 2), "maxItems": 2}),
        "add": items(_row(known)),
        "duplicate": items(part),
        "move": mapping_of(after, part),
        "text": mapping_of(lines, place),
        "insert": mapping_of(lines, place),
        "replace": mapping_of({"type": ["string", "integer"]}),
    }


def _row(known: Known) -> Shape:
    keys = {
        "table": one_of(_tables(known).split("|")),
        "after": text(),
        "label": {"type": ["string", "integer"]},
        "cells": items({"type": ["string", "integer"]}),
    }
    return mapping(keys, tuple(keys))


def _tables(known: Known) -> str:
    return "|".join(dict.fromkeys(table for form in known.forms.values() for table in form.tables))
