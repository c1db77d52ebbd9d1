from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.assemble.headings import find_headings, split_run_in
from goi_lint.cases.draft import form_data
from goi_lint.model.document import NOWHERE, Paragraph, Place
from goi_lint.model.outline import Heading
from writing.base import draft

Found = list[tuple[int, int | None, str, bool]]
"""Part, numeral, title, whether the title is official."""

TITLES = tuple(part["short"] for part in form_data("form_2021")["parts"])
LONG = tuple(part.get("long", part["short"]) for part in form_data("form_2021")["parts"])
NUMERALS = "一二三四五六"
RIGHT: Found = [(number, number, title, True) for number, title in enumerate(TITLES, 1)]
FULL = [f"{numeral}、{title}" for numeral, title in zip(NUMERALS, TITLES, strict=True)]


def lines(text: str) -> list[Paragraph]:
    """Return the lines of a text as a reader does, blank ones left out."""
    numbered = enumerate(text.split("\n"), 1)
    return [Paragraph(line, Place(number, number)) for number, line in numbered if line.strip(" ")]


def found(text: str) -> Found:
    return [(h.part, h.numeral, h.title, h.official) for _, _, h in find_headings(lines(text))]


def report(*headings: str, text: str = "2023年，我局做好公开工作。") -> str:
    """Return a report of these headings, each with a text."""
    return "\n".join(f"{heading}\n{text}" for heading in headings)


def but(part: int, heading: str) -> str:
    """Return a report with one heading changed."""
    return report(*FULL[: part - 1], heading, *FULL[part:])


ALL_RIGHT = {
    "as printed": report(*FULL),
    "blanks": report(*(f"\u3000\u3000{n} 、 {t} " for n, t in zip(NUMERALS, TITLES, strict=True))),
    "full stop at the end": report(*(f"{heading}。" for heading in FULL)),
    "colon at the end": report(*(f"{heading}：" for heading in FULL)),
    "point": report(*(f"{n}.{t}" for n, t in zip(NUMERALS, TITLES, strict=True))),
    "comma": report(*(f"{n}，{t}" for n, t in zip(NUMERALS, TITLES, strict=True))),
    "colon behind the numeral": report(*(f"{n}：{t}" for n, t in zip(NUMERALS, TITLES, strict=True))),
    "nothing behind the numeral": report(*(f"{n}{t}" for n, t in zip(NUMERALS, TITLES, strict=True))),
    "digits": report(*(f"{n}．{t}" for n, t in enumerate(TITLES, 1))),
    "full-width digits": report(*(f"{chr(0xFF10 + n)}、{t}" for n, t in enumerate(TITLES, 1))),
    "two digits": report(*(f"0{n} {t}" for n, t in enumerate(TITLES, 1))),
    "part by part": report(*(f"第{n}部分 {t}" for n, t in zip(NUMERALS, TITLES, strict=True))),
    "part by part with colon": report(*(f"第{n}部分：{t}" for n, t in zip(NUMERALS, TITLES, strict=True))),
    "brackets": report(*(f"（{n}）{t}" for n, t in zip(NUMERALS, TITLES, strict=True))),
    "in black brackets": report(*(f"【{heading}】" for heading in FULL)),
    "behind a bullet": report(*(f"◆{heading}" for heading in FULL)),
    "behind a tab": report(*(f"\t{heading}" for heading in FULL)),
    "radicals of a PDF": report(*FULL).replace("一、", "⼀、").replace("二、", "⼆、"),
    "broken over two lines": but(4, "四、政府信息公开行政复议、\n行政诉讼情况"),
    "broken behind the numeral": but(3, "三、\n收到和处理政府信息公开申请情况"),
    "contents": "目录\n" + "\n".join(FULL) + "\n" + report(*FULL),
    "contents before the introduction": "\n".join(FULL) + "\n根据《条例》，编制本报告。\n" + report(*FULL),
    "contents of headings in brackets": "\n".join(FULL)
    + "\n根据《条例》。\n"
    + report(*(f"（{n}）{t}" for n, t in zip(NUMERALS, TITLES, strict=True))),
    "contents without numerals": "\n".join(TITLES) + "\n" + report(*FULL),
    "contents with pages": "\n".join(f"{h}……{i}" for i, h in enumerate(FULL, 1)) + "\n" + report(*FULL),
    "contents with points and pages": "\n".join(f"{h}........ 1" for h in FULL) + "\n" + report(*FULL),
    "contents with subheads": "\n".join(f"{h}\n（一）主动公开" for h in FULL) + "\n" + report(*FULL),
    "introduction with a part a line": "报告包括：\n" + "；\n".join(TITLES) + "。\n" + report(*FULL),
    "subheads like titles in part one": but(
        1, "一、总体情况\n1.总体情况\n无。\n2.主动公开政府信息情况\n无。\n3.依申请公开情况\n无。"
    ),
    "bracketed subheads": but(
        1, "一、总体情况\n（一）主动公开政府信息情况\n（二）收到和处理政府信息公开申请情况"
    ),
    "subheads without numeral": but(1, "一、总体情况\n主动公开政府信息情况\n有。\n监督保障\n有。"),
    "enumeration in part five": but(
        5, "五、存在的主要问题及改进情况\n一、存在的主要问题\n有。\n二、改进情况\n有。"
    ),
    "subheads of part five": but(5, "五、存在的主要问题及改进情况\n存在的主要问题\n有。\n改进情况\n有。"),
    "enumeration in part one": but(
        1,
        "一、总体情况\n一、加强组织领导\n二、强化信息公开\n三、做好平台建设\n四、加强监督\n五、强化保障措施",
    ),
    "enumeration with another part's title": but(
        1, "一、总体情况\n一、主动公开政府信息情况\n有。\n二、收到和处理政府信息公开申请情况\n有。"
    ),
    "rows of table three": but(
        3,
        "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n0\n二、上年结转政府信息公开申请数量\n0\n"
        "三、本年度办理结果\n（一）予以公开\n3.补正后申请内\n容仍不明确\n四、结转下年度继续办理",
    ),
    "rows with tabs": but(
        3,
        "三、收到和处理政府信息公开申请情况\n\t三、本年度办理结果\n三、本年度办理结果\t0\n| 四、结转下年度继续办理 |",
    ),
    "narrative with a title in it": but(
        1, "一、总体情况\n做好主动公开政府信息情况的统计。\n主动公开政府信息情况：良好。"
    ),
}

DEVIATING = {
    "official with a blank": (but(6, "六、其他需要 报告的事项"), 6, (6, 6, "其他需要 报告的事项", True)),
    "the part's word and numeral": (but(2, "二、主动公开情况"), 2, (2, 2, "主动公开情况", False)),
    "blank inside is printed": (but(2, "二、主动公开 情况"), 2, (2, 2, "主动公开 情况", False)),
    "measures": (but(5, "五、存在问题和改进措施"), 5, (5, 5, "存在问题和改进措施", False)),
    "other character": (but(6, "六、其它需要报告的事项"), 6, (6, 6, "其它需要报告的事项", False)),
    "basic facts": (but(1, "一、政府信息公开工作的基本情况"), 1, (1, 1, "政府信息公开工作的基本情况", False)),
    "requests": (but(3, "三、依申请公开政府信息情况"), 3, (3, 3, "依申请公开政府信息情况", False)),
    "reviews": (but(4, "四、复议诉讼情况"), 4, (4, 4, "复议诉讼情况", False)),
    "denial": (but(6, "六、无其他需要报告的事项"), 6, (6, 6, "无其他需要报告的事项", False)),
    "wrong numeral": (but(4, "三、政府信息公开行政复议、行政诉讼情况"), 4, (4, 3, TITLES[3], True)),
    "no numeral": (but(3, TITLES[2]), 3, (3, None, TITLES[2], True)),
    "no numeral, a word lost": (
        but(3, "收到和处理信息公开申请情况"),
        3,
        (3, None, "收到和处理信息公开申请情况", False),
    ),
    "wrong numeral, other words": (
        but(3, "四、收到和处理信息公开申请的情况"),
        3,
        (3, 4, "收到和处理信息公开申请的情况", False),
    ),
    "other numbering": (but(2, "2、主动公开政府信息情况"), 2, (2, 2, TITLES[1], True)),
    "one in brackets": (but(6, "（六）其他需要报告的事项"), 6, (6, 6, TITLES[5], True)),
    "a gloss": (but(3, f"{FULL[2]}（单位：件）"), 3, (3, 3, f"{TITLES[2]}（单位：件）", False)),
}

LOST = {
    "nothing in its place": report(*FULL[:2], *FULL[3:]),
    "an enumeration in its place": report(FULL[0], FULL[1], "三、加强平台建设", *FULL[3:]),
    "a row of the table in its place": report(*FULL[:2], "三、本年度办理结果", *FULL[3:]),
    "a broken row in its place": report(*FULL[:2], "三、本年", "一、本年新收政府信息公开申请数", *FULL[3:]),
    "a broken reason in its place": report(*FULL[:2], "3.补正后申请内", *FULL[3:]),
    "a subhead of part one": report(FULL[0], "3.依申请公开情况", FULL[1], *FULL[3:]),
    "two like it": report(*FULL[:2], "收到和处理信息公开申请情况", "收到和处理政府信息申请情况", *FULL[3:]),
}


@pytest.mark.parametrize("text", ALL_RIGHT.values(), ids=ALL_RIGHT)
def test_the_six_parts(text: str) -> None:
    assert found(text) == RIGHT


def test_long_titles_are_official_too() -> None:
    headings = [f"{numeral}、{title}" for numeral, title in zip(NUMERALS, LONG, strict=True)]
    assert found(report(*headings)) == [(n, n, title, True) for n, title in enumerate(LONG, 1)]


@pytest.mark.parametrize(("text", "part", "heading"), DEVIATING.values(), ids=DEVIATING)
def test_headings_that_deviate(text: str, part: int, heading: tuple[int, int | None, str, bool]) -> None:
    assert found(text) == [*RIGHT[: part - 1], heading, *RIGHT[part:]]


@pytest.mark.parametrize("text", LOST.values(), ids=LOST)
def test_a_lost_heading_is_not_guessed(text: str) -> None:
    assert found(text) == [*RIGHT[:2], *RIGHT[3:]]


DISORDER = {
    "doubled": (report(*FULL[:2], FULL[1], *FULL[2:]), [*RIGHT[:2], RIGHT[1], *RIGHT[2:]]),
    "whole report doubled": (report(*FULL, *FULL), [*RIGHT, *RIGHT]),
    "numbered on behind a copy": (
        report(*FULL[:2], f"三、{TITLES[1]}", f"四、{TITLES[2]}"),
        [*RIGHT[:2], (2, 3, TITLES[1], True), (3, 4, TITLES[2], True)],
    ),
    "exchanged": (report(FULL[0], FULL[2], FULL[1]), [RIGHT[0], RIGHT[2], RIGHT[1]]),
    "one part only": (report(FULL[3]), [RIGHT[3]]),
    "no headings": ("某局报告\n2023年，做好公开工作。\n一是加强领导\n二、制度建设\n一、", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), DISORDER.values(), ids=DISORDER)
def test_what_is_printed_is_found_in_its_order(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_a_heading_over_two_lines_has_both_places() -> None:
    text = report(*FULL[:3], "四、政府信息公开行政复议、\n\n行政诉讼情况 ", *FULL[4:])
    first, last, heading = find_headings(lines(text))[3]
    assert (first, last) == (6, 7)
    assert heading == Heading(4, 4, TITLES[3], True, FULL[3], Place(7, 9))


def test_headings_that_are_deeper_in_markdown_are_subheads() -> None:
    paragraphs = [Paragraph(heading, NOWHERE, 2) for heading in FULL]
    paragraphs.insert(1, Paragraph("二、主动公开政府信息情况", NOWHERE, 3))
    assert [first for first, _, _ in find_headings(paragraphs)] == [0, 2, 3, 4, 5, 6]


RUN_IN = {
    "full stop": ("一、总体情况。2023年，做好工作。", ("一、总体情况。", "2023年，做好工作。")),
    "colon": ("六、其他需要报告的事项：无", ("六、其他需要报告的事项：", "无")),
    "blank": ("\u3000六、其他需要报告的事项 无。", ("六、其他需要报告的事项 ", "无。")),
    "no-break space": ("一、总体情况\u00a0我局认真。", ("一、总体情况\u00a0", "我局认真。")),
    "nothing, a year": ("一、总体情况2023年，做好工作。", ("一、总体情况", "2023年，做好工作。")),
    "nothing, we": ("一、总体情况我局认真。", ("一、总体情况", "我局认真。")),
    "nothing, none": ("六、其他需要报告的事项无", ("六、其他需要报告的事项", "无")),
    "part by part": ("第一部分 总体情况：好。", ("第一部分 总体情况：", "好。")),
    "other words": ("五、存在问题和改进措施。一是慢。", ("五、存在问题和改进措施。", "一是慢。")),
    "full-width digit": ("１．总体情况：好。", ("１．总体情况：", "好。")),
}

NO_RUN_IN = [
    "一、总体情况",
    "一、总体情况。",
    "一、总体情况： ",
    "一、总体情况良好。",
    "二、主动公开政府信息情况说明如下",
    "五、存在的主要问题 及改进情况",
    "一是总体情况。2023年，做好。",
    "2.主动公开情况。2023年，主动公开信息3条。",
    "二、加强主动公开工作力度，拓宽渠道，把群众关心的事情做好做实做到位，做出成效。好。",
    "（一）主动公开政府信息情况。好。",
    "二、主动公开政府信息情况\t0",
    "| 一、总体情况 无 |",
    "总体情况：好。",
    "",
]


@pytest.mark.parametrize(("text", "pieces"), RUN_IN.values(), ids=RUN_IN)
def test_text_in_the_heading_s_line_is_split_off(text: str, pieces: tuple[str, str]) -> None:
    split = split_run_in(Paragraph(text, Place(3, 3), 2))
    assert split == (Paragraph(pieces[0], Place(3, 3), 2), Paragraph(pieces[1], Place(3, 3)))


@pytest.mark.parametrize("text", NO_RUN_IN)
def test_other_lines_are_left_whole(text: str) -> None:
    assert split_run_in(Paragraph(text, NOWHERE)) is None


@given(
    st.lists(
        st.sampled_from(
            [*FULL, *TITLES, "一、", "三、本年", "无", "（一）总体情况", "1.改进情况", "0", "\t", "|"]
        )
    )
)
def test_any_lines_give_headings_in_order(texts: list[str]) -> None:
    headings = find_headings(lines("\n".join(texts)))
    places = [index for first, last, _ in headings for index in range(first, last + 1)]
    assert places == sorted(set(places))


def test_a_draft_s_headings() -> None:
    parts = draft("form_2019").parts
    assert [part for part, *_ in found(report(*(part.heading for part in parts)))] == [1, 2, 3, 4, 5, 6]
