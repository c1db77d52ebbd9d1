"""A base report of another year, of another body, in other sentences, as a sum: what changes, and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

import goi_lint
from goi_lint.cases.bases import Bases
from goi_lint.cases.draft import Draft
from goi_lint.cases.flavours import write
from goi_lint.cases.retelling import retold
from goi_lint.cases.sums import summed
from goi_lint.cases.whose import of_body
from goi_lint.cases.years import in_year
from goi_lint.digesting import digest_of
from goi_lint.errors import CaseError
from goi_lint.linter import build_linter
from goi_lint.plugins import build_plugins

NATIONAL = Path(__file__).parents[2] / "rules" / "national"
BASES = Bases((NATIONAL,), [])
LINTER = build_linter(build_plugins())


def base(name: str) -> Draft:
    draft = BASES.read(BASES.path(name))
    assert draft is not None
    return draft


def found(draft: Draft) -> list[str]:
    return [str(finding.rule) for finding in goi_lint.lint(write(draft)).findings]


@pytest.mark.parametrize(
    ("name", "years"),
    [("form_2021", range(2021, 2027)), ("form_2019", (2019, 2020)), ("government_2021", range(2021, 2027))],
)
def test_a_base_of_another_year_is_faultless(name: str, years: range) -> None:
    for year in years:
        shifted = in_year(base(name), year)
        assert found(shifted) == [], year
        assert str(year) in shifted.title[0]


def test_the_year_changes_wherever_it_is_the_reports() -> None:
    text = "2023年，较2022年增长；2024年将继续。二〇二三年、二○二四年、２０２３年、2023-12-31、2023.1.1"
    others = "第2023年；2020年修订；〔2023〕30号；12023年；二〇二〇年；2023件"
    shifted = in_year(
        Draft("form_2021", ("甲县水利局2023年政府信息公开工作年度报告",), (text, others), ()), 2019
    )
    assert shifted.title == ("甲县水利局2019年政府信息公开工作年度报告",)
    assert shifted.front == (
        "2019年，较2018年增长；2020年将继续。二〇一九年、二○二○年、２０２３年、2019-12-31、2019.1.1",
        others.replace("第2023年", "第2019年"),
    )


@pytest.mark.parametrize(
    ("name", "own"), [("form_2021", 2023), ("form_2019", 2020), ("government_2021", 2024)]
)
def test_the_years_of_a_base_follow_from_each_other(name: str, own: int) -> None:
    cells = {year: in_year(base(name), year).cells() for year in range(own - 3, own + 4)}
    columns = {column for table, row, column in cells[own] if (table, row) == ("requests", "received")}
    assert cells[own] == base(name).cells()
    for year in range(own - 2, own + 4):
        now, before = cells[year], cells[year - 1]
        for column in columns:
            brought = now["requests", "brought_forward", column]
            assert brought == before["requests", "carried_forward", column], (year, column)
        if name != "form_2019":
            row = ("disclosure", "normative_documents")
            issued, repealed, in_force = (int(now[*row, key]) for key in ("issued", "repealed", "in_force"))
            assert in_force == int(before[*row, "in_force"]) + issued - repealed, year


BODIES = {
    "临江市财政局": ("我局", "吉林省临江市鸭绿江大街108号", "134600", "0439"),
    "临江市花山镇人民政府": ("我镇", "吉林省临江市鸭绿江大街108号", "134600", "0439"),
    "通化市东昌区科学技术局": ("我局", "吉林省通化市东昌区鸭绿江大街108号", "134600", "0439"),
    "嵩县教育委员会": ("我委", "河南省洛阳市嵩县鸭绿江大街108号", "454600", "0379"),
    "北京市海淀区财政局": ("我局", "北京市海淀区鸭绿江大街108号", "104600", "010"),
    "科学技术局": ("我局", "吉林省临江市鸭绿江大街108号", "134600", "0439"),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.items(), ids=BODIES)
def test_a_base_of_another_body(body: str, expected: tuple[str, ...]) -> None:
    ours, address, postcode, code = expected
    shifted = of_body(base("form_2021"), body)
    text = write(shifted)
    assert "临江市水利局" not in text
    assert shifted.title == (f"{body}2023年政府信息公开工作年度报告",)
    assert shifted.closing[0] == body
    assert shifted.parts[0].paragraphs[0].startswith(f"2023年，{ours}认真落实")
    assert f"（地址：{address}；邮编：{postcode}；电话：{code}-5220108；" in shifted.front[1]
    assert found(shifted) == []


def test_a_base_without_year_or_body_cannot_be_shifted() -> None:
    draft = Draft("form_2021", ("关于政府信息公开工作的年度报告",), (), ())
    with pytest.raises(CaseError, match="has no year"):
        in_year(draft, 2022)
    with pytest.raises(CaseError, match="names no body"):
        of_body(draft, "临江市水利局")


@pytest.mark.parametrize("name", ["form_2021", "form_2019", "government_2021"])
def test_reports_told_in_other_sentences_share_none(name: str) -> None:
    seen: set[bytes] = set()
    for number in range(60):
        draft = retold(base(name), number) if number else base(name)
        report = LINTER.read_report(write(draft).encode(), "report.txt")
        hashes = digest_of(report).hashes
        assert len(hashes) >= 8
        assert seen.isdisjoint(hashes), number
        seen.update(hashes)
        assert number > 20 or found(draft) == []


def test_a_sum_is_of_the_reports_of_its_year() -> None:
    draft = base("form_2021")
    zeros = draft.with_table(
        draft.tables["review"].with_cells({("cases", "review_total"): "", ("cases", "direct_total"): "减4"})
    )
    total = summed(zeros, [draft, in_year(draft, 2022), of_body(zeros, "临江市财政局")])
    cells, once = total.cells(), draft.cells()
    assert cells["disclosure", "fees", "charged"] == "192.3432"
    assert cells["requests", "received", "total"] == "36"
    assert cells["review", "cases", "review_total"] == once["review", "cases", "review_total"]
    assert cells["review", "cases", "direct_total"] == once["review", "cases", "direct_total"]
    assert summed(draft, []).cells()["requests", "received", "total"] == "0"
