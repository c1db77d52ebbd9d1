"""What a report leaves for rules over several reports."""

from __future__ import annotations

import pickle
from random import Random

import pytest

from goi_lint.cases.flavours import Flavour, write
from goi_lint.digesting import digest_of, sentences
from goi_lint.linter import build_linter
from goi_lint.model.digest import MOST_SENTENCES, figures_of
from goi_lint.model.report import Given, Report
from goi_lint.model.settings import Asked, Choice
from goi_lint.plugins import build_plugins
from writing.base import draft

MOST_BYTES = 4096
LINTER = build_linter(build_plugins())


def read(text: str, name: str = "a.txt") -> Report:
    return LINTER.read_report(text.encode(), name)


def report(*overview: str, body: str = "嵩县科学技术局", year: int = 2023) -> Report:
    paragraphs = "\n".join(overview)
    return read(
        f"{body}{year}年政府信息公开工作年度报告\n一、总体情况\n{paragraphs}\n五、存在的主要问题及改进情况\n无\n"
        "六、其他需要报告的事项\n无\n"
    )


def compared(*overview: str, body: str = "嵩县科学技术局", year: int = 2023) -> list[bytes]:
    return list(digest_of(report(*overview, body=body, year=year)).hashes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "我局围绕群众关心的事项及时发布各类信息。",
            "我局围绕群众关心的事项， 及时发布各类信息。".replace("， ", ""),
        ),
        ("（一）围绕群众关心的事项，及时发布信息。", "2.围绕群众关心的事项,及时发布信息。"),
        ("一是围绕群众关心的事项，及时发布信息；", "二是围绕群众关心的事项，及时发布信息。"),
        ("2023年，我局召开推进会三次，研究公开工作。", "2022年度，本局召开推进会三次，研究公开工作。"),
        ("嵩县科学技术局召开推进会三次，研究公开工作。", "科学技术局召开推进会三次，研究公开工作。"),
    ],
)
def test_what_people_would_call_the_same_sentence(one: str, other: str) -> None:
    assert len(compared(one)) == 1
    assert compared(one) == compared(other)


def test_a_text_copied_from_a_neighbour_with_the_names_replaced_is_the_same() -> None:
    one = compared("嵩县科学技术局指定专人负责，我局定期检查栏目更新情况。")
    other = compared("栾川县教育局指定专人负责，我局定期检查栏目更新情况。", body="栾川县教育局", year=2022)
    assert one == other != []


@pytest.mark.parametrize(
    "other",
    [
        "全年发布信息130条，其中政策文件6条。",
        "全年发布信息126条，其中政策文件7条。",
        "全年发布信息126条，其中工作动态6条。",
    ],
)
def test_other_numbers_and_words_make_another_sentence(other: str) -> None:
    assert compared("全年发布信息126条，其中政策文件6条。") != compared(other)


@pytest.mark.parametrize(
    "text",
    [
        "无。",
        "接受社会监督。",
        "（一）认真规范处理依申请公开政府信息工作情况",
        "本年度未收取信息处理费，没有其他情况。",
        "本单位没有其他需要报告的事项，特此说明。",
        "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）要求编制本报告。",
        "2023年，我局未收到公民、法人和其他组织的政府信息公开申请。",
        "全年没有因政府信息公开被申请行政复议、提起行政诉讼。",
    ],
)
def test_official_wording_and_short_sentences_are_not_compared(text: str) -> None:
    assert compared(text) == []


def test_sentences_are_quoted_as_printed_with_their_places() -> None:
    found = list(
        sentences(
            report(
                "（一）主动公开。嵩县科学技术局指定专人负责，定期检查栏目。我局按季通报结果，督促及时改正！"
            )
        )
    )
    assert [(one.text, one.length, one.part, one.paragraph.place.line) for one in found] == [
        ("嵩县科学技术局指定专人负责，定期检查栏目", 14, 1, 3),
        ("我局按季通报结果，督促及时改正", 14, 1, 3),
    ]


def test_a_sentence_that_is_repeated_counts_once() -> None:
    text = "我局指定专人负责，定期检查栏目。"
    assert len(compared(text, text)) == 1


def test_figures_are_those_of_the_tables() -> None:
    for seed in range(20):
        form = ("form_2019", "form_2021")[seed % 2]
        found = read(write(draft(form, Random(seed)), Flavour("tabs")))
        digest = digest_of(found)
        assert digest.form == form
        assert set(digest.figures) == set(found.tables)
        for table in found.tables.values():
            numbers = {place: cell.value for place, cell in table.cells.items() if cell.value is not None}
            assert figures_of(digest, table.form) == numbers


def test_a_digest_stays_small_and_can_pass_between_processes() -> None:
    long = (f"第{number}次会议研究公开工作，并督促第{number + 7}个单位改正。" for number in range(1000))
    digest = digest_of(report(*long))
    assert len(digest.hashes) == MOST_SENTENCES
    data = pickle.dumps(digest)
    assert len(data) < MOST_BYTES
    assert pickle.loads(data) == digest


@pytest.mark.parametrize(
    ("given", "title", "period", "disputed"),
    [
        (2024, "2023年", "2023年", True),
        (2024, "2023年", "2024年", False),
        (2024, "2024年", "2023年", False),
        (2024, "", "2023年", False),
        (None, "2023年", "2023年", False),
        (None, "2023年", "2024年", True),
    ],
)
def test_a_given_year_is_disputed_where_title_and_period_deny_it(
    given: int | None, title: str, period: str, disputed: bool
) -> None:
    text = (
        f"嵩县教育局{title}政府信息公开工作年度报告\n"
        f"本报告统计期限为{period}1月1日至{period}12月31日。\n一、总体情况\n无\n"
    )
    asked = Asked(Choice(), Given(year=given))
    linter = build_linter(build_plugins(), asked_of=lambda name: asked)
    identity = digest_of(linter.read_report(text.encode(), "a.txt")).identity
    assert (identity.year, identity.year_disputed) == (given or 2023, disputed)
