"""What belongs to the page above the title is not the report's own; quotes keep to their clause."""

from __future__ import annotations

import pytest

from checks.building import a_title, report
from goi_lint.assemble import assemble
from goi_lint.checks.own_text import is_parted, own_passages, quoted
from goi_lint.checks.prose import Passage
from goi_lint.model.finding import Location
from goi_lint.readers import txt
from goi_lint.text.normalise import fold

PAGE = """首页 > 政务公开
索引号：11220104013752049Q
临江市水利局2023年政府信息公开工作年度报告
现将情况报告如下。
一、总体情况
2023年，我局公开信息120条。
"""


def _passage(text: str) -> Passage:
    return Passage(Location(address="part 1"), text, fold(text))


def test_lines_above_the_title_are_left_out() -> None:
    given = assemble(txt.read(PAGE.encode(), "report.txt"))
    assert [passage.text for passage in own_passages(given)] == [
        "临江市水利局2023年政府信息公开工作年度报告",
        "现将情况报告如下。",
        "2023年，我局公开信息120条。",
    ]


def test_parts_may_be_chosen() -> None:
    given = report(title=a_title("报告"), front=["引言。"], parts={1: ["甲。"], 5: ["乙。"], 6: []})
    assert [passage.text for passage in own_passages(given, (1,))] == ["甲。"]


@pytest.mark.parametrize("text", ["没有标题，只有引言。"])
def test_without_a_title_all_is_the_reports_own(text: str) -> None:
    given = report(title=None, front=[text], parts={1: [], 5: [], 6: []})
    assert [passage.text for passage in own_passages(given)] == [text]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("一是加强领导。由由办公室负责", "由由", "由由办公室负责"),
        ("主动公开前由由 办公室负责审核并且及时发布信息", "由由", "主动公开前由由 办公室负责审核并"),
        ("由由办理。二是更新", "由由", "由由办理。"),
        ("我们高度重视并且认真落实由由", "由由", "重视并且认真落实由由"),
    ],
)
def test_quotes(text: str, words: str, expected: str) -> None:
    passage = _passage(text)
    start = passage.folded.index(words)
    assert quoted(passage, start, start + len(words)) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [("公开公告 公开公告", 4, True), ("公开公告公开公告", 4, False), ("公 开公告公开公告", 4, False)],
)
def test_blanks_part_words(text: str, at: int, expected: bool) -> None:
    assert is_parted(_passage(text), at) is expected
