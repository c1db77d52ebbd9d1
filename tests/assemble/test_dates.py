from __future__ import annotations

import datetime
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.assemble.dates import read_dates
from goi_lint.model.document import NOWHERE, Paragraph, Place
from goi_lint.model.outline import Heading, Outline, Section
from goi_lint.model.report import Dates, Day


def outline(front: Sequence[str] = (), one: Sequence[str] = (), closing: Sequence[str] = ()) -> Outline:
    """Return an outline with an introduction, a part one and what closes the report."""
    heading = Heading(1, 1, "总体情况", True, "一、总体情况", NOWHERE)
    front_lines, lines, last = (
        tuple(Paragraph(text, NOWHERE) for text in texts) for texts in (front, one, closing)
    )
    return Outline(front_lines, (Section(heading, lines, (), None, True),), last)


def written(day: Day | None) -> str | None:
    return None if day is None else f"{day.year}-{day.month}-{day.day}{'' if day.date else ' (none)'}"


def periods(dates: Dates) -> list[tuple[str | None, str | None]]:
    return [(written(period.start), written(period.end)) for period in dates.periods]


DAYS = {
    "digits": ("于2024年1月15日印发", ["2024-1-15"]),
    "blanks": ("2024 年 1 月 15 日", ["2024-1-15"]),
    "full-width digits": ("２０２４年１月１５日", ["2024-1-15"]),
    "numerals": ("二〇二四年一月十五日", ["2024-1-15"]),
    "circle for zero": ("二○二四年十二月三十一日", ["2024-12-31"]),
    "letter for zero": ("二O二四年一月十日", ["2024-1-10"]),
    "full-width letter for zero": ("二Ｏ二四年一月二十日", ["2024-1-20"]),
    "word for zero": ("二零二四年一月三日", ["2024-1-3"]),
    "digit for zero": ("二0二四年一月三日", ["2024-1-3"]),
    "radicals": ("2024年1⽉15⽇", ["2024-1-15"]),
    "points": ("2024.1.15", ["2024-1-15"]),
    "hyphens": ("2024-01-15 10:30", ["2024-1-15"]),
    "short day and hour": ("2024-1-1 9:30", ["2024-1-1"]),
    "day of two digits and hour": ("2024-1-11 9:30:05", ["2024-1-11"]),
    "slashes": ("2024/1/15", ["2024-1-15"]),
    "号": ("2024年1月15号", ["2024-1-15"]),
    "no 日 before 至": ("2023年1月1至2023年12月31", ["2023-1-1", "2023-12-31"]),
    "two": ("2023年1月1日和2024-01-15", ["2023-1-1", "2024-1-15"]),
    "leap day": ("2024年2月29日", ["2024-2-29"]),
    "no leap day": ("2023年2月29日", ["2023-2-29 (none)"]),
    "31 April": ("二〇二四年四月三十一日", ["2024-4-31 (none)"]),
    "thirteenth month": ("2024年13月1日", ["2024-13-1 (none)"]),
    "day naught": ("2024年1月0日", ["2024-1-0 (none)"]),
    "30 February in points": ("2024.2.30", ["2024-2-30 (none)"]),
    "month only": ("2024年1月", []),
    "a number behind the month": ("2023年2月30余名干部", []),
    "a count behind the month": ("2023年1月120件", []),
    "persons": ("2023年2月30人参加培训", []),
    "year with 度": ("2023年度12月", []),
    "five digits": ("12023年1月1日", []),
    "number of a document": ("〔2021〕30号 2023-00012", []),
    "index number": ("索引号：11220102/2024-00012", []),
    "path of a page": ("http://www.x.gov.cn/2024/01/15/a.html", []),
    "path with the name behind": ("/art/2024-01-15_77.html", []),
    "version": ("2024.1.15.3", []),
    "no month": ("2024.13.15", []),
    "telephone": ("0431-81180127 2345-67-8901", []),
    "no numeral": ("二〇二四年十十月一日", []),
    "year alone": ("2023年，我局", []),
}

WHOLE = [("2023-1-1", "2023-12-31")]
PERIODS = {
    "from and to": "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
    "is": "本报告中所列数据的统计期限为2023年1月1日至2023年12月31日。",
    "limit": "本年报数据统计时限为2023年1月1日至12月31日。",
    "colon and dashes": "统计时间：2023年1月1日——2023年12月31日。",
    "cycle": "所列数据的统计周期从2023年1月1日到2023年12月31日。",
    "first month by its name": "本报告数据统计时限为2023年元月1日至2023年12月31日。",
    "called 统计期": "统计期：2023年1月1日至12月31日。",
    "hours and minutes": "统计时间：2023年1月1日00:00至2023年12月31日24:00。",
    "days in brackets behind the year": "数据统计时限为2023年度（1月1日至12月31日）。",
    "one dash": "本报告统计时段为2023年1月1日—12月31日。",
    "comma": "报告中数据的统计日期自2023年1月1日起，至12月31日止。",
    "blanks": "统计 期限 为 2023 年 1 月 1 日 至 2023 年 12 月 31 日",
    "the same year": "统计期限为2023年1月1日至同年12月31日。",
    "points": "统计期限：2023.1.1-2023.12.31",
    "points, second year omitted": "统计期限：2023.1.1—12.31",
    "hyphens": "统计期限为2023-01-01至2023-12-31",
    "tilde": "统计期限为2023年1月1日～2023年12月31日",
    "until": "统计期限从2023年1月1日起，截至2023年12月31日。",
    "numerals": "统计期限为二〇二三年一月一日至二〇二三年十二月三十一日",
    "inclusive": "统计期限为2023年1月1日（含）至2023年12月31日（含）",
    "hours": "统计期限自2023年1月1日零时至2023年12月31日24时",
    "counted from": "统计期限自2023年1月1日起计至2023年12月31日",
    "gloss": "统计期限（除另有说明外）为2023年1月1日至2023年12月31日",
    "that is": "统计期限为自然年度，即2023年1月1日至12月31日",
    "whole year": "本报告统计期限为2023年度。",
    "all the year": "统计期限：2023年全年",
    "a year and no more": "统计期限为2023年。",
    "months": "统计期限为2023年1月至12月。",
    "months with a dash": "统计时间为2023年1—12月",
    "months of two years": "统计时间：2023年1月至2023年12月底",
    "year said before": "现公布我局2023年报告，统计期限为1月1日至12月31日。",
    "data": "本报告所列数据自2023年1月1日至2023年12月31日。",
    "data are": "年报中的数据均为2023年1月1日至2023年12月31日。",
    "time of the data": "报告数据时间为2023年1月1日至2023年12月31日",
    "reporting period": "报告期为2023年1月1日至2023年12月31日",
    "span": "时间跨度：2023年1月1日至2023年12月31日",
    "no name at all": "现公布我局年度报告（2023年1月1日至2023年12月31日）。",
}

ODD_PERIODS: dict[str, tuple[str, list[tuple[str | None, str | None]]]] = {
    "reversed": ("统计期限为2023年12月31日至2023年1月1日。", [("2023-12-31", "2023-1-1")]),
    "two years": ("统计期限为2022年1月1日至2023年12月31日。", [("2022-1-1", "2023-12-31")]),
    "into the next year": ("统计期限为2022年12月26日至次年12月25日。", [("2022-12-26", "2023-12-25")]),
    "half a year": ("统计期限为2023年1月1日至6月30日。", [("2023-1-1", "2023-6-30")]),
    "half a year of months": ("统计期限为2023年1月至6月。", [("2023-1-1", "2023-6-30")]),
    "day that does not exist": (
        "统计期限为2023年1月1日至2023年12月32日。",
        [("2023-1-1", "2023-12-32 (none)")],
    ),
    "open": ("统计期限自2023年1月1日起。", [("2023-1-1", None)]),
    "open at its beginning": ("统计期限截至2023年12月31日。", [(None, "2023-12-31")]),
    "one day": ("统计期限为2023年1月1日", [("2023-1-1", None)]),
    "data of half a year": ("本报告所列数据自2023年1月1日至2023年6月30日。", [("2023-1-1", "2023-6-30")]),
    "two": (
        "统计期限为2023年1月1日至2023年12月31日。统计期限为2022年1月1日至2022年12月31日。",
        [*WHOLE, ("2022-1-1", "2022-12-31")],
    ),
}

NO_PERIODS = [
    "截至2021年12月31日，我局未收到依申请公开事项。",
    "数据截至2023年12月31日。",
    "相关数据截至2023年12月31日，共公开信息30条。",
    "统计时间：2024年1月10日",
    "公示期为2023年3月1日至3月10日。",
    "各项数据，2023年3月1日至3月10日公示。",
    "据统计，2023年1月1日至6月30日访问3000次。",
    "据统计数据显示，2023年1月1日至2023年6月30日访问量上升。",
    "报告期内，2023年5月10日我局召开会议。",
    "报告期间，2023年5月1日至6月1日开展培训。",
    "统计期限内，2023年5月1日至6月1日开展培训。",
    "2023年5月1日至6月1日开展统计。",
    "编制时间：2024年1月15日",
    "统计期限为全年",
    "2023年，我局将统计工作做实。2023年1月5日至9日培训。",
]


@pytest.mark.parametrize(("text", "expected"), DAYS.values(), ids=DAYS)
def test_days(text: str, expected: list[str]) -> None:
    assert [written(day) for day in read_dates(outline([text])).all] == expected


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)), st.integers(0, 5))
def test_every_day_is_read_in_every_writing(date: datetime.date, form: int) -> None:
    digits = "〇一二三四五六七八九"
    numerals = ("", *"一二三四五六七八九十", *(f"十{n}" for n in digits[1:]), "二十")
    numerals += (*(f"二十{n}" for n in digits[1:]), "三十", "三十一")
    year = "".join(digits[int(digit)] for digit in str(date.year))
    text = (
        f"{date.year}年{date.month}月{date.day}日",
        f"{date.year} 年 {date.month:02} 月 {date.day:02} 日",
        f"{year}年{numerals[date.month]}月{numerals[date.day]}日",
        f"{date.year}-{date.month:02}-{date.day:02}",
        f"{date.year}.{date.month}.{date.day}",
        f"{date.year}/{date.month}/{date.day}",
    )[form]
    assert [day.date for day in read_dates(outline([f"（{text}）"])).all] == [date]


def test_a_day_knows_where_it_stands() -> None:
    heading = Heading(5, 5, "改进", False, "五、改进", NOWHERE)
    section = Section(heading, (Paragraph("于2024 年 2 月 30 日完成。", Place(7, 7)),), (), None, True)
    assert read_dates(Outline((), (section,), ())).all == (
        Day("2024年2月30日", 2024, 2, 30, None, 5, Place(7, 7)),
    )


@pytest.mark.parametrize("text", PERIODS.values(), ids=PERIODS)
def test_a_whole_year_in_every_wording(text: str) -> None:
    assert periods(read_dates(outline([text]))) == WHOLE


@pytest.mark.parametrize(("text", "expected"), ODD_PERIODS.values(), ids=ODD_PERIODS)
def test_other_periods_are_read_as_printed(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert periods(read_dates(outline([text]))) == expected


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_is_no_period(text: str) -> None:
    assert periods(read_dates(outline([text]))) == []
    assert periods(read_dates(outline((), [text]))) == []


def test_a_period_may_stand_in_part_one() -> None:
    dates = read_dates(outline(["某局2023年报告"], ["本报告的统计期限为1月1日至12月31日。"]))
    assert [(period.text, period.part) for period in dates.periods] == [("1月1日至12月31日", 1)]
    assert periods(dates) == WHOLE


def test_a_period_without_year_is_left_where_the_year_is_in_doubt() -> None:
    assert periods(read_dates(outline(["2023年报告，2022年", "统计期限为1月1日至12月31日"]))) == []


SIGNATURES = {
    "body and date": (["临江市水利局", "2024年1月15日"], "2024-1-15"),
    "one line": (["临江市水利局 2024年1月15日"], "2024-1-15"),
    "one line, date in brackets": (["临江市水利局（2024年1月15日）"], "2024-1-15"),
    "digits": (["2024-01-15"], "2024-1-15"),
    "points and full stop": (["2024.1.15."], "2024-1-15"),
    "first month by its name": (["二〇二四年元月十五日"], "2024-1-15"),
    "seal": (["2024年1月15日（盖章）"], "2024-1-15"),
    "printed": (["2024年1月15日印发"], "2024-1-15"),
    "note below": (["2024年1月15日", "（此件公开发布）"], "2024-1-15"),
    "the last of two": (["某局2024年1月5日", "某办2024年1月15日"], "2024-1-15"),
    "day that does not exist": (["二〇二四年二月三十日"], "2024-2-30 (none)"),
    "month only": (["某局", "2024年1月"], None),
    "in a sentence": (["联系人：张某；值班日期：2024年1月15日"], None),
    "none": (["临江市水利局"], None),
    "nothing": ([], None),
}


@pytest.mark.parametrize(("closing", "expected"), SIGNATURES.values(), ids=SIGNATURES)
def test_the_signature_s_date(closing: list[str], expected: str | None) -> None:
    dates = read_dates(outline(["某局2023年报告"], ["2023年5月1日，培训。"], closing))
    assert written(dates.signature) == expected


FRONTS: dict[str, tuple[list[str], str | None, str | None]] = {
    "below the title": (["某局2023年报告", "（2024年1月15日）", "根据"], "2024-1-15", None),
    "body and date below the title": (["某局2023年报告", "某局 2024年1月15日"], "2024-1-15", None),
    "furniture": (["索引号 | 发布日期：2024-01-15 浏览次数：3", "某局2023年报告"], None, "2024-1-15"),
    "time of publication": (["发布时间：2024年1月15日 10:30 来源：某局"], None, "2024-1-15"),
    "published on": (["发布于 2024-01-15"], None, "2024-1-15"),
    "source before it": (["来源：某局 时间：2024-01-15"], None, "2024-1-15"),
    "date alone": (["日期：2024-01-15"], None, "2024-1-15"),
    "bare digits are a page's": (["某局2023年报告", "2024-01-15"], None, "2024-1-15"),
    "bare digits before the source": (
        ["某局2023年报告", "2024-01-15 10:21   来源：区政府办"],
        None,
        "2024-1-15",
    ),
    "bare digits before a source with the introduction": (
        [
            "2024-01-15 来源：区政府办本报告根据《中华人民共和国政府信息公开条例》编制，"
            "统计期限为2023年1月1日至2023年12月31日。"
        ],
        None,
        "2024-1-15",
    ),
    "bare digits before the count of readers": (["2024-01-15 浏览次数：12"], None, "2024-1-15"),
    "bare digits that begin a sentence": (["2024-01-15召开了会议，公布了情况"], None, None),
    "updated": (["更新日期：2024-05-15"], None, None),
    "expires": (["失效日期：2024-05-15"], None, None),
    "a period is neither": (["统计期限为2023年1月1日至2023年12月31日"], None, None),
    "a title is none": (["某局年度报告2024年1月15日"], None, None),
}


@pytest.mark.parametrize(("front", "signature", "publication"), FRONTS.values(), ids=FRONTS)
def test_dates_above_the_parts(front: list[str], signature: str | None, publication: str | None) -> None:
    dates = read_dates(outline(front))
    assert (written(dates.signature), written(dates.publication)) == (signature, publication)


def test_publication_of_something_else_in_the_text_is_none() -> None:
    dates = read_dates(outline([], ["政策文件发布时间：2023年5月1日。"]))
    assert dates.publication is None


@given(st.text(alphabet="统计期限数据自从截至到起止年月日12０二〇十-—.,，。（） ", max_size=60))
def test_any_text_is_read_without_complaint(text: str) -> None:
    dates = read_dates(outline([text], [text], [text]))
    assert all(day.date is None or day.date.year == day.year for day in dates.all)


@pytest.mark.parametrize(
    "piece", ["统计期限2023年1月1日至", "2023年1月1日至2023年12月31日", "数据2023年1月1日", "统计时间"]
)
def test_long_lines_take_no_longer_than_they_are(piece: str) -> None:
    start = time.process_time()
    read_dates(outline([(piece * 150_000)[:150_000]]))
    assert time.process_time() - start < 4
