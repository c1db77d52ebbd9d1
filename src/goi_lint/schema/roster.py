"""The schema of the roster: a file of its own, or the table `roster` of the configuration."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.model.report import FIRST_YEAR, LAST_YEAR
from goi_lint.schema.known import Known
from goi_lint.schema.shapes import Shape, any_of, document, items, mapping, said, text

_TITLE = Words("单位名录", "Roster")
_ABOUT = Words(
    "有哪些单位，上级是谁，应有哪些年度的报告；也可写成配置中的表 [roster]。",
    "Which bodies there are, who is above whom, reports of which years are expected; "
    "or the table [roster] of the configuration.",
)
_NAME = r"^[^，：；]*[^\s，：；][^，：；]*$"
_WORDS = {
    "name": Words("单位全称，如 嵩县科学技术局", "the body's full name"),
    "aliases": Words("年报中用的其他名称，如 嵩县科技局", "other names that its reports have"),
    "paths": Words(
        "存放其年报的文件或文件夹，写法同 .gitignore", "files or folders of its reports, as in .gitignore"
    ),
    "parent": Words("上级单位：其数字为各下级之和", "the body whose figures are the sum of those below it"),
    "years": Words(
        "应有哪些年度的年报；默认同名录", "years whose reports are expected; default the roster's"
    ),
    "bodies": Words(
        "单位：只写名称，或写名称及其他", "the bodies: a name alone, or with what else is to be said"
    ),
}
_YEARS = Words("各单位应有哪些年度的年报", "years for which every body's report is expected")


def roster_schema(known: Known) -> Shape:
    """Return the schema of the file."""
    return document("roster", _TITLE, _ABOUT, roster(), {})


def roster() -> Shape:
    """Return the shape of a roster."""
    year: Shape = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    years = {**items(year, 1), "uniqueItems": True}
    name = text(_NAME)
    keys = {
        "name": name,
        "aliases": items(name, 1),
        "paths": items(text(), 1),
        "parent": name,
        "years": years,
    }
    body = mapping({key: said(_WORDS[key], shape) for key, shape in keys.items()}, ("name",))
    whole = {"bodies": said(_WORDS["bodies"], items(any_of(name, body), 1)), "years": said(_YEARS, years)}
    return mapping(whole, ("bodies",))
