from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.assemble.outline import outline_of, regions_of, rejoined
from goi_lint.assemble.tables import read_tables
from goi_lint.cases.flavours import write
from goi_lint.model.document import NOWHERE, Block, Paragraph, Picture, Place
from goi_lint.model.outline import Outline
from goi_lint.readers import txt
from writing.base import draft

HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


def outline(text: str) -> Outline:
    regions = regions_of(txt.read(text.encode(), "a.txt").blocks)
    read_tables(regions, None)
    return outline_of(regions)


def texts(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [paragraph.text.strip() for paragraph in paragraphs]


def ended(*lines: str) -> tuple[list[str], list[str]]:
    """Return part six and the closing of a report that ends in these lines."""
    found = outline("\n".join(("标题", *HEADINGS, *lines)))
    return texts(found.sections[-1].paragraphs), texts(found.closing)


CLOSINGS: dict[str, tuple[list[str], list[str]]] = {
    "body and date": (["无。"], ["临江市水利局", "2024年1月15日"]),
    "one line": (["无。"], ["临江市水利局  2024年1月15日"]),
    "numerals": (["无。"], ["临江市水利局", "二〇二四年一月十五日"]),
    "points": (["无。"], ["2024.1.15"]),
    "month only": (["无"], ["临江市水利局", "2024年1月"]),
    "two signers": (["无"], ["临江市水利局", "临江市林业局", "2024年1月15日"]),
    "a body without date": (["无"], ["临江市水利局"]),
    "seal": (["无"], ["临江市人民政府（盖章）", "2024年1月15日"]),
    "a body named 无": (["没有。"], ["无锡市水利局", "2024年1月15日"]),
    "a note below": (["无"], ["临江市水利局", "2024年1月15日", "（此件公开发布）"]),
    "contact below": (["无"], ["临江市水利局", "2024年1月15日", "联系人：张某 电话：0439-5222222"]),
    "full-width date in brackets": (["无"], ["（２０２４年１月１５日）"]),
    "no closing": (["无其他需要报告的事项。"], []),
    "nothing at all": ([], []),
    "date alone": ([], ["2024年1月15日"]),
    "a year that begins a line is no date": (["2023年无其他事项"], []),
    "a sentence without full stop": (["2023年收取费用0元"], []),
    "a sentence that ends with a date": (["统计截至2023年12月31日"], []),
    "a sentence that ends with a body": (["已全部报送县财政局"], ["2024年1月15日"]),
    "a sentence on a site": (["信息已公开在政府网站"], ["2024年1月15日"]),
    "a denial before the date": (["无需要报告的其他部"], ["2024年1月15日"]),
    "an item before the date": (["（一）其他。", "一、收费"], ["2024年1月15日"]),
    "narrative below the date": (["无", "2024年1月15日", "2024年，我局将改进工作。"], []),
}


@pytest.mark.parametrize(("text", "closing"), CLOSINGS.values(), ids=CLOSINGS)
def test_signature_and_date_close_the_report(text: list[str], closing: list[str]) -> None:
    assert ended(*text, *closing) == (text, closing)


PAGE_LINES = [
    "【打印】【关闭】",
    "扫一扫在手机打开当前页",
    "上一篇：某局报告",
    "主办：某市人民政府 承办：某市政府办公室 电话：0431-1234567",
    "网站标识码：2201000001",
    "吉ICP备05001602号",
    "版权所有：某市人民政府",
    "责任编辑：张某",
]


@pytest.mark.parametrize("line", PAGE_LINES)
def test_what_the_page_prints_below_is_no_part_of_the_report(line: str) -> None:
    lines = ["无。", "水利局", "2024年1月15日", line, "地址：某市某路1号 邮编：130000"]
    assert ended(*lines) == (["无。"], ["水利局", "2024年1月15日"])


def test_words_of_the_page_within_the_text_are_text() -> None:
    lines = ["打印资料供群众取阅。", "关闭账号1个。", *["无。"] * 50]
    assert ended("打印", *lines) == (["打印", *lines], [])
    assert ended(*lines[:2]) == (lines[:2], [])


def test_a_heading_that_says_there_is_nothing_is_text_too() -> None:
    found = outline("\n".join((*HEADINGS[:5], "六、无其他需要报告的事项")))
    assert texts(found.sections[-1].paragraphs) == ["无其他需要报告的事项"]


WRAPPED = "一二三四五六七八九十一二三四五六七八九十一二三四五"
JOINED = {
    "at the margin": ((WRAPPED, "六七。"), [WRAPPED + "六七。"]),
    "three lines": ((WRAPPED, WRAPPED, "六七。"), [WRAPPED + WRAPPED + "六七。"]),
    "a short line": (("某局", "六七。"), ["某局", "六七。"]),
    "a sentence that has ended": ((WRAPPED + "。", "六七。"), [WRAPPED + "。", "六七。"]),
    "a new item": ((WRAPPED, "（二）六七"), [WRAPPED, "（二）六七"]),
    "a new paragraph": ((WRAPPED, "\u3000\u3000六七"), [WRAPPED, "六七"]),
    "a cell": ((WRAPPED, "\t六七"), [WRAPPED, "六七"]),
    "a title": (
        ("济宁市兖州区科学技术局2020年政府信息公开工作年度报告", "根据"),
        ["济宁市兖州区科学技术局2020年政府信息公开工作年度报告", "根据"],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), JOINED.values(), ids=JOINED)
def test_broken_lines_are_rejoined(lines: tuple[str, ...], expected: list[str]) -> None:
    paragraphs = [Paragraph(line, Place(number, number)) for number, line in enumerate(lines, 1)]
    assert texts(rejoined(paragraphs)) == expected


def test_rejoined_lines_have_the_place_of_all() -> None:
    paragraphs = [
        Paragraph(WRAPPED, Place(3, 3)),
        Paragraph("六七", Place(4, 4)),
        Paragraph("八", Place(6, 6)),
    ]
    assert rejoined(paragraphs) == (Paragraph(WRAPPED + "六七", Place(3, 4)), Paragraph("八", Place(6, 6)))


def test_headings_of_markdown_are_not_joined() -> None:
    paragraphs = [Paragraph(WRAPPED, Place(3, 3), 2), Paragraph("六七", Place(4, 4))]
    assert rejoined(paragraphs) == tuple(paragraphs)


def test_of_doubled_parts_the_one_with_the_table_counts() -> None:
    report = draft()
    narrative = "\n".join(f"{heading}\n没有。" for heading in HEADINGS[1:4])
    text = write(report, "tabs").replace(
        f"\n{report.part(2).heading}", f"\n{narrative}\n{report.part(2).heading}", 1
    )
    found = outline(text)
    marks = [(s.heading.part, s.table, s.counts) for s in found.sections]
    assert marks == [
        (1, None, True),
        (2, None, False),
        (3, None, False),
        (4, None, False),
        (2, "disclosure", True),
        (3, "requests", True),
        (4, "review", True),
        (5, None, True),
        (6, None, True),
    ]
    assert found.part(3) is found.sections[5]


def test_of_copies_without_table_the_last_with_text_counts() -> None:
    found = outline("一、总体情况\n甲。\n一、总体情况\n乙。\n一、总体情况\n二、主动公开政府信息情况\n丙。")
    assert [section.counts for section in found.sections] == [False, True, False, True]


def test_text_outside_tables_is_what_its_author_wrote() -> None:
    report = draft()
    found = outline(write(report, "cells"))
    assert texts(found.front) == [*report.title, *report.front]
    assert [texts(section.paragraphs) for section in found.sections] == [
        list(p.paragraphs) for p in report.parts
    ]
    assert texts(found.closing) == list(report.closing)


def test_a_report_without_headings_is_all_front() -> None:
    found = outline("某局报告\n2023年，公开。\n某局\n2024年1月15日")
    assert (texts(found.front), found.sections, found.closing) == (
        ["某局报告", "2023年，公开。", "某局", "2024年1月15日"],
        (),
        (),
    )


def test_pictures_belong_to_the_part_they_stand_in() -> None:
    picture = Picture("表", NOWHERE)
    blocks: list[Block] = [
        picture,
        Paragraph(HEADINGS[1], NOWHERE),
        picture,
        picture,
        Paragraph(HEADINGS[2], NOWHERE),
    ]
    regions = regions_of([*blocks, picture])
    assert [len(region.pictures) for region in regions] == [1, 2, 1]


def test_a_heading_s_line_goes_to_the_heading_the_rest_to_its_text() -> None:
    found = outline("一、总体情况。2023年，公开。\n二、主动公开政府信息情况\n无")
    assert [(s.heading.title, texts(s.paragraphs)) for s in found.sections] == [
        ("总体情况", ["2023年，公开。"]),
        ("主动公开政府信息情况", ["无"]),
    ]
    assert found.sections[0].paragraphs[0].place == Place(1, 1)


HOSTILE = {
    "headings": "一、总体情况\n" * 20_000,
    "wrapped lines": (WRAPPED + "\n") * 40_000,
    "numerals": "一、\n" * 40_000,
    "titles in pieces": "总体\n" * 40_000,
    "dates": "2024年1月15日\n" * 40_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_long_documents_take_no_longer_than_they_are(text: str) -> None:
    blocks = txt.read(text.encode(), "a.txt").blocks
    start = time.process_time()
    outline_of(regions_of(blocks))
    assert time.process_time() - start < 4


def test_pictures_without_end_take_no_longer_than_they_are() -> None:
    blocks: list[Block] = [Picture("", NOWHERE)] * 150_000
    start = time.process_time()
    regions_of([*blocks, Paragraph("无", NOWHERE)])
    assert time.process_time() - start < 2


@given(
    st.lists(
        st.sampled_from(
            [*HEADINGS, "无。", "某局", "2024年1月15日", WRAPPED, "\t0", "打印", "|", "规章\t0\t0\t0"]
        )
    )
)
def test_no_line_of_text_is_doubled(lines: list[str]) -> None:
    found = outline("\n".join(["题", *lines]))
    places = [
        line
        for _, paragraph in found.paragraphs()
        for line in range(paragraph.place.line or 0, (paragraph.place.end_line or 0) + 1)
    ]
    assert places == sorted(set(places))
