"""The title of a report: in one line, over two or three, with the page's own lines above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goi_lint.assemble.bodies import is_body
from goi_lint.assemble.days import YEAR
from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph, span
from goi_lint.model.report import Title
from goi_lint.text.normalise import fold, tidy, unfolded
from goi_lint.text.numbers import ZEROS, read_integer
from goi_lint.tuples import NamedTuple

SUFFIX = (
    "(?:关于)?(?:政府|政务)?(?:信息|政务)公开(?:工作)?(?:情况)?的?(?:年度|年)?"
    "(?:工作|情况)*的?(?:年度)?(?:报告|年报)"
)
LONGEST = 70
_FRONT_LINES = 20
_MOST_LINES_ABOVE = 2
_TITLE = lazy(
    r"(?:信息|政务)公开.{0,20}(?:报告|年报)(?:\(.{0,12}\))?[》\"”】]?"
    r"(?=[。]?$|(?:发布|发文|公开|来源|时间|日期|浏览|访问|字号|字体|作者|打印|编辑)[^。]*$)"
)
_TAIL = lazy(r"(?:信息公开|公开)?(?:工作)?(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)$")
_YEAR = lazy(
    rf"(?<!\d)((?:19|20)\d\d)(?!\d)(?:年度?)?|(?<![{ZEROS}一二三四五六七八九])([一二][{ZEROS}一二三四五六七八九]{{3}})年度?"
)
_YEAR_BELOW = lazy(rf"\(?{YEAR}(?:年度?)?\)?")
_SUFFIX = lazy(SUFFIX)
_NAME = lazy("(?:政府|政务)?(?:信息|政务)公开(?:工作)?(?:情况)?的?$")
_SPEECH = ("根据", "按照", "依据", "现", "按", "为")
_FIELD = lazy("(?:标题|名称|题目|信息名称|文件名称):")
_LABEL = lazy(r"^(?:.*[>|】]|(?:标题|名称|题目|信息名称|文件名称|附件\d?):|附件\d(?!\d)|关于|公布|发布)+")
_FRAMED = lazy("【([^【】]+)】")
_PAGE = lazy(r"附件|附:|附表|索引号|发布|来源|字号|浏览|作者|首页|位置|标题|[>|。;:,]")
_HALF = lazy(r"(?:人民)?政府|[局委办厅院部]|委员会|办公[室厅]")
_MARKS = '的《》"“”()、:【】-—_> '


class _Named(NamedTuple):
    body: str | None
    year: int | None

    @property
    def whole(self) -> bool:
        return bool(self.body and self.year and not _HALF.fullmatch(self.body))


def read_title(front: Sequence[Paragraph]) -> Title | None:
    """Return the title in the front; of several lines like one, the first that names body and year."""
    lines = [paragraph for paragraph in front if fold(paragraph.text)][:_FRONT_LINES]
    titles = [title for index in range(len(lines)) if (title := _title_at(lines, index))]
    whole = (title for title in titles if title.body and title.year)
    partly = (title for title in titles if title.body or title.year)
    return next(whole, None) or next(partly, None) or next(iter(titles), None)


def _title_at(lines: Sequence[Paragraph], index: int) -> Title | None:
    """Return the title that ends in that line, with the lines above and below that complete it."""
    text = fold(lines[index].text)
    if len(text) > LONGEST or "报" not in text or text.startswith(_SPEECH):
        return None
    first = index
    match = _TITLE.search(text)
    if match is None:
        if not index or not _TAIL.fullmatch(text):
            return None
        first = index - 1
        match = _TITLE.search(fold(lines[first].text) + text)
        if match is None or _PAGE.search(fold(lines[first].text)):
            return None
    printed = _printed(lines[first : index + 1], match.end())
    while (
        first and index - first < _MOST_LINES_ABOVE and _completes(fold(lines[first - 1].text), fold(printed))
    ):
        first -= 1
        printed = tidy(lines[first].text) + printed
    return _with_line_below(printed, lines, first, index)


def _printed(lines: Sequence[Paragraph], end: int) -> str:
    """Return the lines as one, up to the title's end in their folded text."""
    whole = "".join(line.text.strip() for line in lines)
    field = _FIELD.match(fold(whole))
    return tidy(unfolded(whole, field.end() if field else 0, end))


def _with_line_below(printed: str, lines: Sequence[Paragraph], first: int, last: int) -> Title:
    """Return the title with the year in brackets, or with the body, that stands below it."""
    body, year = _parse(fold(printed))
    below = fold(lines[last + 1].text) if last + 1 < len(lines) else ""
    if year is None and below and _YEAR_BELOW.fullmatch(below):
        last += 1
        printed += tidy(lines[last].text)
        body, year = _parse(fold(printed))
    elif body is None and 3 <= len(below) <= 30 and is_body(below) and not _PAGE.search(below):
        last += 1
        body = below
    return Title(printed, body, year, span(lines[first].place, lines[last].place))


def _completes(above: str, below: str) -> bool:
    """Tell whether a line is the beginning of the title below it: it has what that lacks."""
    known = _parse(below)
    if known.whole or len(above) > 40 or _PAGE.search(above):
        return False
    joined = _parse(above + below)
    if joined.year != known.year:
        return known.year is None and (joined.body == known.body or is_body(joined.body or ""))
    return joined.body is not None and joined.body != known.body and is_body(joined.body)


def _parse(folded: str) -> _Named:
    """Return body and year of a title; None for a year where it names two."""
    framed = _FRAMED.match(folded)
    text = (
        folded.strip("【").replace("】", "", 1) if framed and is_body(framed[1]) else _LABEL.sub("", folded)
    )
    years = {read_integer(match[1] or match[2]): match for match in reversed(list(_YEAR.finditer(text)))}
    body = _body_before(text, next(reversed(years.values())) if years else None)
    if body.endswith("人民"):
        body += "政府"
    return _Named(body or None, next(iter(years)) if len(years) == 1 else None)


def _body_before(text: str, year: re.Match[str] | None) -> str:
    """Return what stands before the report's name, before its year or behind a year that leads."""
    if year and (before := text[: year.start()].strip(_MARKS)):
        name = _SUFFIX.search(before) or _NAME.search(before)
        return _stripped(before[: name.start()] if name else before)
    rest = text[year.end() :] if year else text
    name = _SUFFIX.search(rest) or _NAME.search(rest)
    return _stripped(rest[: name.start()] if name else "")


def _stripped(body: str) -> str:
    return body.strip(_MARKS).removesuffix("关于").removeprefix("关于").strip(_MARKS)
