"""What several files may say: both languages, levels, sources, to which reports something applies, provinces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from goi_lint.errors import Words
from goi_lint.model.finding import Level
from goi_lint.model.report import BodyLevel, Rank
from goi_lint.reference.gazetteer import province_keys, province_name, units
from goi_lint.schema.shapes import Shape, any_of, items, mapping, one_of, or_nothing, ref, said, text

ID = r"^[A-Z][A-Z0-9]{1,9}[0-9]{3}$"
PREFIX = r"^[A-Z][A-Z0-9]{1,9}$"
KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LEVELS: Mapping[Level, Words] = {
    Level.ERROR: Words("错误：必须改正", "error: it must be mended"),
    Level.WARNING: Words("警告：应当核对", "warning: it should be looked at"),
    Level.NOTE: Words("提示：惯例或建议", "note: custom or advice"),
}


def in_both(filled: bool = True, whole: bool = True) -> Shape:
    """Return a sentence in Chinese and English, which may be blank if not `filled`, in one of both if not `whole`."""
    sentence = text() if filled else {"type": "string"}
    keys = {
        "zh": said(Words("中文", "in Chinese"), sentence),
        "en": said(
            Words("英文；可以不写，则用中文", "in English; where it is left out, Chinese stands for it"),
            sentence,
        ),
    }
    return mapping(keys, ("zh",) if whole else ())


def level() -> Shape:
    """Return a level, each with what it means."""
    return {**one_of(map(str, LEVELS)), "enumDescriptions": [f"{zh} {en}" for zh, en in LEVELS.values()]}


def source() -> Shape:
    """Return the one document that demands something."""
    keys = {
        "document": said(
            Words("文件：名称或文号，如 国办公开办函〔2021〕30号", "the document: its name or number"),
            text(),
        ),
        "place": said(Words("条款，如 第五十条第（四）项", "the place in it, such as its article"), text()),
        "custom": said(
            Words("true：出自惯例，没有明文要求", "true: it is custom, no text demands it; default false"),
            {"type": "boolean"},
        ),
    }
    return mapping(keys, ("document", "place"))


def sources(forms: Iterable[str]) -> Shape:
    """Return what demands a rule: one document, or one for each form."""
    by_form = mapping({form: ref("source") for form in forms})
    return any_of(ref("source"), {**by_form, "minProperties": 1})


def applies(forms: Sequence[str], change: bool = False) -> Shape:
    """Return to which reports something applies; in a change null takes a key away."""
    year: Shape = {"type": "integer"}
    years = mapping(
        {
            "first": said(Words("起始年度（含）", "first report year"), _open(year, change)),
            "last": said(Words("终止年度（含）", "last report year"), _open(year, change)),
        }
    )
    lists = {
        "forms": (Words("国家格式", "the national forms"), one_of(forms)),
        "levels": (Words("单位类别", "kinds of bodies"), one_of(map(str, BodyLevel))),
        "ranks": (
            Words("单位所在地的行政级别", "administrative ranks of the bodies' places"),
            one_of(map(str, Rank)),
        ),
        "provinces": (
            Words("省份：英文键或中文名，如 jilin 或 吉林", "provinces, by key or Chinese name"),
            ref("province"),
        ),
        "cities": (
            Words("地级市（州、盟、地区）的全称，如 长春市", "prefectures, by their full names"),
            ref("city"),
        ),
    }
    keys = {key: said(words, _open(items(shape, 1), change)) for key, (words, shape) in lists.items()}
    return mapping({"years": said(Words("报告年度", "report years"), _open(years, change)), **keys})


def _open(shape: Shape, change: bool) -> Shape:
    return or_nothing(shape) if change else shape


def province() -> Shape:
    """Return a province: its key, its Chinese name, or how that begins."""
    names = {key: province_name(key).zh for key in province_keys()}
    begun = "|".join(_begun(name) for name in names.values())
    return any_of(one_of([*names, *names.values()]), text(f"^({begun})$"))


def _begun(name: str) -> str:
    """Return a pattern for the first two or more characters of a name."""
    return name[:2] + "".join(f"({char}" for char in name[2:]) + ")?" * len(name[2:])


def city() -> Shape:
    """Return the official name of a prefecture."""
    return one_of(dict.fromkeys(unit.city for unit in units() if unit.city))
