"""The schema of the configuration: `goi-lint.toml`, or the table `tool.goi-lint` of a `pyproject.toml`."""

from __future__ import annotations

from goi_lint.errors import Words
from goi_lint.limits import MAX_JOBS
from goi_lint.model.finding import Level
from goi_lint.model.report import FIRST_YEAR, LAST_YEAR, BodyLevel
from goi_lint.model.settings import AUTO
from goi_lint.reference.cities import city_words
from goi_lint.schema.known import Known
from goi_lint.schema.roster import roster
from goi_lint.schema.shapes import FILLED, Shape, any_of, document, items, mapping, one_of, ref, said, text
from goi_lint.schema.values import province

_TITLE = Words("配置", "Configuration")
_ABOUT = Words(
    "goi-lint.toml，或 pyproject.toml 的 [tool.goi-lint]；命令行优先于配置。",
    "goi-lint.toml, or [tool.goi-lint] in a pyproject.toml; the command line wins over it.",
)
_IDS = r"^\s*[A-Za-z][A-Za-z0-9]*\s*$"
_WORDS = {
    "packs": Words(
        "规则包：名称、路径、auto（依报告的省市）",
        "rule packs: names, paths, auto (by the report's province)",
    ),
    "include": Words("检查哪些文件，写法同 .gitignore", "which files are judged, as in .gitignore"),
    "exclude": Words("跳过哪些文件，写法同 .gitignore", "which files are left out, as in .gitignore"),
    "select": Words("只用这些规则：编号或其开头", "only these rules: ids or their beginnings"),
    "ignore": Words("不用这些规则：编号或其开头", "not these rules: ids or their beginnings"),
    "levels": Words('规则的级别，如 {GOI040 = "warning"}', "levels of rules, by id or its beginning"),
    "fail-on": Words("达到此级别时退出码为 1", "exit code 1 from this level on"),
    "format": Words("输出格式：名称，或 名称=文件", "output formats: NAME, or NAME=FILE"),
    "jobs": Words('同时用几个进程，或 "auto"', 'how many processes, or "auto"'),
    "lang": Words("语言", "language"),
    "exceptions": Words("例外文件", "the file of exceptions"),
    "baseline": Words("基线文件", "the baseline"),
    "roster": Words("单位名录：文件，或直接写在这里", "the roster: a file, or written here"),
    "paths": Words(
        "只对某些文件有效的设置；后面的优先", "what holds for some files only; the last that matches wins"
    ),
    "patterns": Words("对哪些文件有效，写法同 .gitignore", "which files it is for, as in .gitignore"),
    "year": Words("报告年度", "the year of these reports"),
    "level": Words("主体类别", "what kind of body reports"),
    "province": Words("省份，如 henan 或 河南", "the province, such as henan or 河南"),
    "city": Words(
        "地级市（州、盟、地区），如 郑州市；省份随之而定",
        "the prefecture, such as 郑州市; its province with it",
    ),
}


def config_schema(known: Known) -> Shape:
    """Return the schema of the configuration."""
    rules = _rules(known)
    keys = {
        **rules,
        "include": items(text()),
        "exclude": items(text()),
        "fail-on": one_of(("error", "warning", "note", "never")),
        "format": items(text(rf"^\s*({'|'.join(known.formats) or '[a-z]+'})(=.+)?$")),
        "jobs": any_of(one_of((AUTO,)), {"type": "integer", "minimum": 1, "maximum": MAX_JOBS}),
        "lang": one_of(("zh", "en")),
        "exceptions": text(),
        "baseline": text(),
        "roster": any_of(text(), roster()),
        "paths": items(_paths(rules)),
    }
    return document(
        "config",
        _TITLE,
        _ABOUT,
        mapping(_described(keys)),
        {"province": province(), "city": one_of(city_words())},
    )


def _rules(known: Known) -> dict[str, Shape]:
    """Return what says by which rules a report is judged."""
    pack = any_of(one_of((*known.packs, AUTO)), text(FILLED))
    level = one_of(map(str, Level))
    levels = {"type": "object", "propertyNames": {"pattern": _IDS}, "additionalProperties": level}
    return {
        "packs": items(pack, 1),
        "select": items(text(_IDS)),
        "ignore": items(text(_IDS)),
        "levels": levels,
    }


def _paths(rules: dict[str, Shape]) -> Shape:
    keys = {
        "patterns": items(text(), 1),
        "year": {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
        "level": one_of(map(str, BodyLevel)),
        "province": ref("province"),
        "city": ref("city"),
        **rules,
    }
    return mapping(_described(keys), ("patterns",))


def _described(keys: dict[str, Shape]) -> dict[str, Shape]:
    return {key: said(words, keys[key]) for key, words in _WORDS.items() if key in keys}
