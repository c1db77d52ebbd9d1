"""The dates that a report speaks of: its statistical period, its signature, the day of publication."""

from __future__ import annotations

from collections.abc import Iterator

from goi_lint.assemble.days import DayAt, days_of, may_hold_day
from goi_lint.assemble.periods import periods_of
from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph
from goi_lint.model.outline import Outline
from goi_lint.model.report import Dates, Day, Period
from goi_lint.text.normalise import fold

_PUBLISHED = lazy(
    r"(?:(?:发布|公开|公布|发文|成文|生成)(?:日期|时间|于)?|(?:^|[^\u4e00-\u9fff]|[局厅委办室府院处站网])(?:日期|时间)):?$"
)
_PUBLISHED_ENDS = ("发布", "公开", "公布", "发文", "成文", "生成", "日期", "时间", "于")
_YEAR_NAMED = lazy(r"20\d\d(?=年)")
_TIME = lazy(r"(?<=\d)\s+\d{1,2}[:：]\d\d(?:[:：]\d\d)?")
_SIGNATURE_REACH = 14
_LONGEST_LINE = 60
_SIGNED = lazy(r"[^。;:,!?]{0,40}\(?$")
_PAGE_AFTER_DATE = lazy(
    r"[|\[(【]?(?:信息|文章|稿件)?(?:来源|作者|浏览|点击|阅读|字号|字体|编辑|责任编辑|发布|打印)"
)
_AFTER_DATE = lazy(r"[)。.]?(?:印发|\([^()]{1,6}\))?$")


def read_dates(outline: Outline, published: Paragraph | None = None) -> Dates:
    """Return the dates of the text outside tables; `published` is what the page says of its own publication."""
    days: list[Day] = []
    periods: list[Period] = []
    publication = _published(published)
    year = _only_year(outline)
    for part, paragraph in outline.paragraphs():
        text = _folded(paragraph)
        if "月" not in text and "统计" not in text and not may_hold_day(text):
            continue
        found = days_of(text, part, paragraph)
        days += (at.day for at in found)
        periods += periods_of(text, found, year, part, paragraph)
        if part is None and publication is None:
            publication = next((at.day for at in found if _is_published(text[: at.start])), None)
    signature = _signature(outline.closing) or _dated_below_title(outline)
    if publication is None and signature is None:
        publication = _bare_date(outline)
    return Dates(tuple(periods), signature, publication, tuple(days))


def _published(said: Paragraph | None) -> Day | None:
    """Return the day that the page itself gives."""
    found = days_of(_folded(said), None, said) if said else []
    return found[0].day if found else None


def _is_published(before: str) -> bool:
    """Tell whether what stands before a date makes it the day of publication."""
    return before.removesuffix(":").endswith(_PUBLISHED_ENDS) and _PUBLISHED.search(before) is not None


def _folded(paragraph: Paragraph) -> str:
    """Return the folded text without times of day, whose hours would join the day before them."""
    text = paragraph.text
    timed = (":" in text or "：" in text) and (" " in text or not text.isprintable())
    return fold(_TIME.sub("", text) if timed else text)


def _only_year(outline: Outline) -> int | None:
    """Return the only year that the front speaks of, None for none or several."""
    years = {year for paragraph in outline.front for year in _YEAR_NAMED.findall(fold(paragraph.text))}
    return int(years.pop()) if len(years) == 1 else None


def _signature(closing: tuple[Paragraph, ...]) -> Day | None:
    """Return the last date at the end of a closing line."""
    for paragraph in reversed(closing):
        text = fold(paragraph.text)
        found = days_of(text, None, paragraph)
        if (
            found
            and _AFTER_DATE.fullmatch(text, found[-1].end)
            and _SIGNED.fullmatch(text, 0, found[-1].start)
        ):
            return found[-1].day
    return None


def _dated_below_title(outline: Outline) -> Day | None:
    """Return the date of a line of the front that holds nothing else but the body: it is the signature's."""
    for paragraph, found in _dated_lines(outline):
        text = _folded(paragraph)
        if found.in_words and _SIGNED.fullmatch(text, 0, found.start) and "报告" not in text:
            return found.day
    return None


def _bare_date(outline: Outline) -> Day | None:
    """Return the date in digits that begins a line of the front: web pages print the day of publication so.

    What pages print follows it, if anything: 「2024-01-26 来源：市水利局 浏览：12」. The introduction may run on.
    """
    for paragraph in outline.front[:_SIGNATURE_REACH]:
        text = _folded(paragraph)
        found = days_of(text[:_LONGEST_LINE], None, paragraph)[:1]
        if found and not found[0].start and not found[0].in_words and _is_page_line(text, found[0].end):
            return found[0].day
    return None


def _is_page_line(text: str, end: int) -> bool:
    """Tell whether nothing follows the date at the line's beginning but what pages print."""
    return _AFTER_DATE.fullmatch(text, end) is not None or _PAGE_AFTER_DATE.match(text, end) is not None


def _dated_lines(outline: Outline) -> Iterator[tuple[Paragraph, DayAt]]:
    for paragraph in outline.front[:_SIGNATURE_REACH]:
        text = _folded(paragraph)
        found = days_of(text, None, paragraph) if len(text) <= _LONGEST_LINE else []
        if len(found) == 1 and _AFTER_DATE.fullmatch(text, found[0].end):
            yield paragraph, found[0]
