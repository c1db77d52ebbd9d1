"""Binding of hand-typed tables: each number goes to the labels of its row and column, or nowhere."""

from __future__ import annotations

import pytest

from goi_lint.assemble import assemble
from goi_lint.model.table import Table, Unbound
from goi_lint.readers import txt

COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
KEYS = [
    "natural_person",
    "enterprise",
    "research",
    "public_interest",
    "legal_service",
    "other_organisation",
    "total",
]
HEADER = (
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n"
    "\t自然人\t法人或其他组织\t总计\n"
    "\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n"
)
RECEIVED = "一、本年新收政府信息公开申请数量"
BROUGHT = "二、上年结转政府信息公开申请数量"
CARRIED = "四、结转下年度继续办理"


def table(text: str, key: str = "requests") -> Table:
    """Return the table of a report of 2023 whose part three is `text`."""
    title = "某县某局2023年政府信息公开工作年度报告"
    whole = f"{title}\n\n三、收到和处理政府信息公开申请情况\n\n{text}\n\n五、存在的主要问题及改进情况\n无。\n"
    return assemble(txt.read(whole.encode(), "x.txt")).tables[key]


def row(found: Table, key: str = "received") -> dict[str, str]:
    """Return the texts of a row by column."""
    return {column: cell.text for (of, column), cell in found.cells.items() if of == key}


def numbered(*texts: str) -> dict[str, str]:
    return dict(zip(KEYS, texts, strict=True))


def test_columns_are_bound_by_their_header_and_not_by_rank() -> None:
    header = HEADER.replace("商业企业\t科研机构", "科研机构\t商业企业").replace(
        "自然人\t法人或其他组织\t总计", "总计\t自然人\t法人或其他组织"
    )
    found = table(f"{header}{RECEIVED}\t21\t1\t3\t2\t4\t5\t6\n")

    assert row(found) == numbered("1", "2", "3", "4", "5", "6", "21")
    assert found.unbound == ()


def test_total_above_the_other_columns_is_still_the_last_column() -> None:
    """A real report prints 总计 over three header rows: it comes first in the text and stands last on paper."""
    header = (
        "(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)\t申请人情况\t\t\t\t\t\t总计\n"
        "\t自然人\t法人或其他组织\t\t\t\t\t\n\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n"
    )
    found = table(f"{header}{RECEIVED}\t1\t2\t3\t4\t5\t6\t21\n")

    assert row(found) == numbered("1", "2", "3", "4", "5", "6", "21")


def test_same_header_without_marked_rows_is_left_open() -> None:
    header = HEADER.replace("\t", "\n").replace("申请人情况\n", "申请人情况\n总计\n", 1)
    cells = "\n\n".join(line for line in f"{header}{RECEIVED}\n1\n2\n3\n4\n5\n6\n21".split("\n") if line)
    found = table(cells.replace("法人或其他组织\n\n总计\n\n", "法人或其他组织\n\n", 1))

    assert found.cells == {}
    assert [(one.row, one.why) for one in found.unbound] == [("received", Unbound.HEADER)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("\t1\t2\t3\t4\t5\t6\t21", numbered("1", "2", "3", "4", "5", "6", "21"), id="full"),
        pytest.param("\t\t\t1\t2\t3\t4\t5\t6\t21", numbered("1", "2", "3", "4", "5", "6", "21"), id="padded"),
        pytest.param(
            "\t1\t2\t3\t4\t5\t6\t21\t\t", numbered("1", "2", "3", "4", "5", "6", "21"), id="shifted"
        ),
        pytest.param("\t1\t\t3\t4\t5\t6\t", numbered("1", "", "3", "4", "5", "6", ""), id="blanks"),
        pytest.param("\t\t\t\t\t\t\t", numbered("", "", "", "", "", "", ""), id="all-blank"),
        pytest.param(
            "\t1\t／\t—\t无\t5件\tabc\t21", numbered("1", "／", "—", "无", "5件", "abc", "21"), id="texts"
        ),
    ],
)
def test_bound(line: str, expected: dict[str, str]) -> None:
    assert row(table(f"{HEADER}{RECEIVED}{line}\n")) == expected


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        pytest.param("\t1\t2\t3\t4\t5\t21", ("1", "2", "3", "4", "5", "21"), id="one-cell-lost"),
        pytest.param(
            "\t1\t2\t3\t4\t5\t6\t7\t28", ("1", "2", "3", "4", "5", "6", "7", "28"), id="one-cell-too-many"
        ),
        pytest.param("\t1\t\t\t\t5\t6\t7\t8\t9", ("1", "", "", "", "5", "6", "7", "8", "9"), id="too-wide"),
        pytest.param("", (), id="no-cells"),
    ],
)
def test_left_open_and_kept(line: str, texts: tuple[str, ...]) -> None:
    found = table(f"{HEADER}{RECEIVED}{line}\n{BROUGHT}\t0\t0\t0\t0\t0\t0\t0\n")

    assert row(found) == {}
    assert [(one.row, one.why, one.texts, one.expected) for one in found.unbound] == [
        ("received", Unbound.COUNT, texts, 7)
    ]


def test_short_row_with_a_blank_is_not_poured_into_place() -> None:
    """In a padded table a row that lost a cell looks like one with a blank first cell."""
    full = "\t\t\t0\t0\t0\t0\t0\t0\t0\n"
    found = table(f"{HEADER}{RECEIVED}\t\t\t2\t3\t4\t5\t6\t21\n{BROUGHT}{full}{CARRIED}{full}")

    assert row(found) == {}
    assert [(one.row, one.why) for one in found.unbound] == [("received", Unbound.COUNT)]


@pytest.mark.parametrize(
    "after",
    [
        pytest.param("7\n", id="stray-number"),
        pytest.param("\t7\n", id="stray-cell"),
        pytest.param("注：本表数据截至12月31日，共 7 件\n", id="note"),
        pytest.param("\t2023年本部门政府信息公开发布总数量：3\n", id="line-after-the-table"),
    ],
)
def test_what_stands_below_is_not_poured_in(after: str) -> None:
    found = table(f"{HEADER}{CARRIED}\t1\t2\t3\t4\t5\t6\t21\n\n{after}")

    assert row(found, "carried_forward") == numbered("1", "2", "3", "4", "5", "6", "21")
    assert (found.unbound, found.extra) == ((), ())


def test_missing_column_leaves_its_cells_open() -> None:
    found = table(f"{HEADER.replace('科研机构' + chr(9), '')}{RECEIVED}\t1\t2\t3\t4\t5\t6\t21\n")

    assert found.cells == {}
    assert found.missing_columns == ("科研机构",)


def test_missing_column_with_its_cells_leaves_the_others_bound() -> None:
    found = table(f"{HEADER.replace('科研机构' + chr(9), '')}{RECEIVED}\t1\t2\t4\t5\t6\t18\n")

    expected = numbered("1", "2", "", "4", "5", "6", "18")
    del expected["research"]
    assert row(found) == expected


@pytest.mark.parametrize(
    ("header", "line"),
    [
        pytest.param("其他\t新闻媒体\t\n", "1\t2\t3\t4\t5\t6\t99\t21", id="last-of-its-group"),
        pytest.param("新闻媒体\t其他\t\n", "1\t2\t3\t4\t5\t99\t6\t21", id="among-others"),
    ],
)
def test_column_that_the_form_lacks_is_kept_apart(header: str, line: str) -> None:
    found = table(f"{HEADER.replace('其他' + chr(9) + chr(10), header)}{RECEIVED}\t{line}\n")

    assert row(found) == numbered("1", "2", "3", "4", "5", "6", "21")
    assert [(one.label, one.column) for one in found.extra] == [("新闻媒体", True)]


def test_row_that_the_form_lacks_is_kept_apart() -> None:
    found = table(
        f"{HEADER}{RECEIVED}\t1\t2\t3\t4\t5\t6\t21\n其中：网上申请\t9\t8\t7\t6\t5\t4\t39\n{BROUGHT}\t0\t0\t0\t0\t0\t0\t0\n"
    )

    assert row(found) == numbered("1", "2", "3", "4", "5", "6", "21")
    assert [(one.label, one.texts) for one in found.extra] == [
        ("其中：网上申请", ("9", "8", "7", "6", "5", "4", "39"))
    ]


def test_row_that_stands_twice_counts_once() -> None:
    line = f"{RECEIVED}\t1\t2\t3\t4\t5\t6\t21\n"
    found = table(f"{HEADER}{line}{line.replace('21', '22')}")

    assert row(found) == numbered("1", "2", "3", "4", "5", "6", "21")
    assert [one.texts[-1] for one in found.extra] == ["22"]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        pytest.param("4.无正当理由由大量反复申请", "not_processed_excessive", id="doubled-character"),
        pytest.param("1.逾期不补正", "otherwise_not_corrected", id="abbreviated"),
        pytest.param("5.属于行政查询事项", "refused_administrative_query", id="other-number"),
        pytest.param("予以公开", "granted", id="no-number"),
    ],
)
def test_deviating_label_is_bound_and_said(printed: str, key: str) -> None:
    found = table(
        f"{HEADER}{RECEIVED}\t0\t0\t0\t0\t0\t0\t0\n三、本年度办理结果\t{printed}\t1\t2\t3\t4\t5\t6\t21\n"
    )

    assert row(found, key) == numbered("1", "2", "3", "4", "5", "6", "21")
    assert [(one.printed, one.key) for one in found.labels if not one.exact] == [(printed, key)]


def test_label_torn_by_its_numbers_is_put_together() -> None:
    """Text pasted from a PDF prints the second line of a label below its numbers."""
    cells = "申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
    torn = "1.申请人无正当理由逾期不补正、行政\n1 2 3 4 5 6 21\n机关不再处理其政府信息公开申请\n"
    found = table(f"{cells}{RECEIVED} 0 0 0 0 0 0 0\n{torn}{CARRIED} 0 0 0 0 0 0 0\n")

    assert row(found, "otherwise_not_corrected") == numbered("1", "2", "3", "4", "5", "6", "21")
    assert [one for one in found.labels if not one.exact] == []


def test_table_is_found_where_its_heading_is_lost() -> None:
    cells = f"{HEADER}{RECEIVED}\t1\t2\t3\t4\t5\t6\t21\n"
    whole = f"某县某局2023年政府信息公开工作年度报告\n\n一、总体情况\n概述。\n{cells}"
    report = assemble(txt.read(whole.encode(), "x.txt"))

    assert row(report.tables["requests"]) == numbered("1", "2", "3", "4", "5", "6", "21")


REVIEW = (
    "行政复议\t\t\t\t\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
    "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
)
CASES = "\t".join(str(number) for number in range(1, 16))


def test_review_is_bound_group_by_group() -> None:
    found = table(f"{REVIEW}{CASES}\n", "review")

    groups = [
        f"{group}_{result}"
        for group in ("review", "direct", "after_review")
        for result in ("upheld", "corrected", "other", "pending", "total")
    ]
    assert row(found, "cases") == {key: str(number) for number, key in enumerate(groups, 1)}


def test_review_groups_in_another_order_are_bound_by_their_labels() -> None:
    text = (
        REVIEW.replace("未经复议直接起诉", "#")
        .replace("复议后起诉", "未经复议直接起诉")
        .replace("#", "复议后起诉")
    )
    found = table(f"{text}{CASES}\n", "review")

    assert row(found, "cases")["after_review_upheld"] == "6"
    assert row(found, "cases")["direct_upheld"] == "11"


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_review_with_a_lost_column_label_is_left_open(lost: int) -> None:
    """Without one of three equal labels, the others could be told apart wrongly."""
    pieces = REVIEW.split("结果维持")
    joined = [piece + ("" if index == lost else "结果维持") for index, piece in enumerate(pieces[:-1])]
    found = table(f"{''.join([*joined, pieces[-1]])}{CASES}\n", "review")

    assert found.cells == {}


@pytest.mark.parametrize(
    ("line", "key"),
    [
        pytest.param("三、本年度办理结果 （一）予以公开", "granted", id="row below its group"),
        pytest.param("（三）不予公开-1.属于国家秘密", "refused_state_secret", id="hyphen"),
        pytest.param("三、本年度办理结果（三）不予公开1.属于国家秘密", "refused_state_secret", id="no mark"),
        pytest.param("三、本年度办理结果 （六）其他处理 3.其他", "otherwise_other", id="label of two tables"),
        pytest.param("三、本年度办理结果 （七）总计", "disposed_total", id="total"),
    ],
)
def test_cell_that_joins_a_label_to_its_groups_is_each_of_them(line: str, key: str) -> None:
    found = table(f"{HEADER}{RECEIVED}\t1\t0\t0\t0\t0\t0\t1\n{line}\t1\t2\t3\t4\t5\t6\t21\n")

    assert row(found, key) == numbered("1", "2", "3", "4", "5", "6", "21")
    assert found.extra == ()
    assert all(label.exact for label in found.labels)


def test_deviating_label_below_groups_in_one_cell_is_bound_and_said() -> None:
    line = "三、本年度办理结果 （三）不予公开 5.属于内部事务信息"
    found = table(f"{HEADER}{RECEIVED}\t1\t0\t0\t0\t0\t0\t1\n{line}\t1\t2\t3\t4\t5\t6\t21\n")

    assert row(found, "refused_internal_affairs") == numbered("1", "2", "3", "4", "5", "6", "21")
    assert [label.printed for label in found.labels if not label.exact] == ["5.属于内部事务信息"]


def test_column_joined_to_its_group_is_that_column() -> None:
    names = [COLUMNS[0], *(f"法人或其他组织-{name}" for name in COLUMNS[1:6]), COLUMNS[6]]
    found = table("项目\t" + "\t".join(names) + f"\n{RECEIVED}\t1\t2\t3\t4\t5\t6\t21\n")

    assert row(found) == numbered("1", "2", "3", "4", "5", "6", "21")
    assert found.missing_columns == ()


def test_text_that_only_begins_like_a_label_is_no_label() -> None:
    found = table(f"{HEADER}{RECEIVED}\t1\t0\t0\t0\t0\t0\t1\n规章 制度\t1\t2\t3\t4\t5\t6\t21\n")

    assert [extra.label for extra in found.extra] == ["规章 制度"]


def test_number_of_a_label_is_no_cell_where_a_blank_follows_it() -> None:
    cells = "3\n0\n0\n0\n0\n0\n3"
    header = HEADER.replace("\t", "\n").replace("\n\n", "\n")
    found = table(f"{header}{RECEIVED}\n{cells}\n（三）不予公开\n3 . 危及“三安全一稳定”\n{cells}\n")

    assert row(found, "refused_endangers_security") == numbered("3", "0", "0", "0", "0", "0", "3")


@pytest.mark.parametrize("page", ["- 3 -", "— 3 —", "－3－", "第 3 页", "第3页 共8页"])
def test_number_of_a_page_is_no_cell(page: str) -> None:
    header = HEADER.replace("\t", "\n").replace("\n\n", "\n")
    rows = f"{RECEIVED}\n1\n2\n3\n{page}\n4\n5\n6\n21\n{BROUGHT}\n0\n0\n0\n0\n0\n0\n0\n"
    found = table(f"{header}{rows}")

    assert row(found) == numbered("1", "2", "3", "4", "5", "6", "21")
    assert found.unbound == ()


@pytest.mark.parametrize(
    "title", ["第20条第（一）项", "《条例》第二十条第（一）项", "第二十条第一项", "第二十条 第一项"]
)
def test_title_of_a_block_in_other_words_begins_that_block(title: str) -> None:
    block = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t1\t2\t3\n"
    found = table(f"{title}\n{block}", "disclosure")

    assert "第二十条第（一）项" not in found.missing_rows
    assert [label.official for label in found.labels if not label.exact] == ["第二十条第（一）项"]


def test_corner_and_columns_torn_over_lines_are_put_together() -> None:
    header = (
        "申请人情况\n（本列数据的勾稽关系为：第一  法人或其他组织\n"
        "项加第二项之和，等于第三项加  自然  商业  科研  社会公  法律服  总计\n"
        "第四项之和）  人  企业  机构  益组织  务机构  其他\n"
    )
    rows = "".join(f"{label}  1  2  3  4  5  6  21\n" for label in (RECEIVED, BROUGHT, CARRIED))
    found = table(f"{header}{rows}")

    assert found.missing_columns == ()
    assert all(label.exact for label in found.labels)


@pytest.mark.parametrize("corner", ["申请人情况（单位：件）", "申请人情况(单位: 件)"])
def test_unit_of_count_behind_a_label_is_no_deviation(corner: str) -> None:
    found = table(f"{HEADER.replace('申请人情况', corner)}{RECEIVED}\t1\t2\t3\t4\t5\t6\t21\n")

    assert [label.printed for label in found.labels if not label.exact] == []


def test_header_torn_over_lines_has_no_missing_columns() -> None:
    """Where the labels are in pieces, none can be said to be missing; the rows are left open."""
    header = (
        "        申请人情况\n  自然  商业  科研  社会公  法律服          总计\n"
        "   人   企业  益组织  务机构  其他\n"
    )
    rows = "".join(f"{label}  1  2  3  4  5  6  21\n" for label in (RECEIVED, BROUGHT, CARRIED))
    found = table(f"{header}{rows}")

    assert found.cells == {}
    assert {one.why for one in found.unbound} == {Unbound.HEADER}
    assert found.missing_columns == ()


def test_only_unknown_label_takes_the_only_column_left() -> None:
    results = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
    header = (
        f"行政复议\t\t\t\t\t行政诉讼\n{results.replace('结果维持', '维持原判')}\t未经复议直接起诉\t\t\t\t\t"
        f"复议后起诉\n\t\t\t\t\t{results}\t{results}\n"
    )
    found = table(header + "\t".join(map(str, range(15))), "review")

    assert found.cells["cases", "review_upheld"].text == "0"
    assert [label.printed for label in found.labels if not label.exact] == ["维持原判"]


@pytest.mark.parametrize("printed", ["本年增 /\n减", "本年增\n/ 减", "本年增 / 减", "本年增\n／减"])
def test_a_sign_within_a_label_is_no_empty_cell(printed: str) -> None:
    header = ("第二十条第（五）项", "信息内容", "上一年项目数量", printed, "处理决定数量")
    block = "\n|\n".join((*header, "行政许可", "156", "/", "12", ""))
    whole = f"某县某局2020年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n{block}"
    found = assemble(txt.read(whole.encode(), "x.txt")).tables["disclosure"]

    cells = [(cell.row, cell.column, cell.text) for cell in found.cells.values()]
    assert cells == [
        ("licences", "previous_items", "156"),
        ("licences", "change", "/"),
        ("licences", "decisions", "12"),
    ]
    assert (found.extra, found.unbound) == ((), ())
