from __future__ import annotations

import datetime
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.assemble import assemble
from goi_lint.assemble.bodies import level_of
from goi_lint.assemble.identity import read_identity, read_title, year_of
from goi_lint.cases.draft import form_data
from goi_lint.model.document import NOWHERE, Paragraph, Place
from goi_lint.model.outline import Outline
from goi_lint.model.report import (
    BodyLevel,
    Contact,
    ContactKind,
    Dates,
    Day,
    Given,
    Identity,
    Period,
    Rank,
    Title,
    YearSource,
)
from goi_lint.readers import txt
from writing.bodies import SEATS

NAME = "政府信息公开工作年度报告"
FULL = f"临江市水利局2023年{NAME}"


def lines(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, Place(number, number)) for number, text in enumerate(texts, 1))


Parsed = tuple[str, str | None, int | None, int | None, int | None]
"""Text, body, year, first and last line of a title."""


def parsed(*texts: str) -> Parsed | None:
    title = read_title(lines(*texts))
    return title and (title.text, title.body, title.year, title.place.line, title.place.end_line)


ONE_LINE: dict[str, tuple[str, str | None, int | None]] = {
    "body first": (FULL, "临江市水利局", 2023),
    "year first": (f"2023年临江市水利局{NAME}", "临江市水利局", 2023),
    "year with 度": (f"临江市水利局2023年度{NAME}", "临江市水利局", 2023),
    "year without 年": (f"临江市水利局2023{NAME}", "临江市水利局", 2023),
    "year in brackets": (f"临江市水利局{NAME}（2023年度）", "临江市水利局", 2023),
    "bare year in brackets": (f"临江市水利局{NAME}（2023）", "临江市水利局", 2023),
    "year in numerals": (f"二〇二三年临江市水利局{NAME}", "临江市水利局", 2023),
    "year with circles": (f"临江市水利局二○二三年度{NAME}", "临江市水利局", 2023),
    "blanks": (f"临江市水利局 2023 年{NAME}", "临江市水利局", 2023),
    "year inside the name": ("临江市水利局政府信息公开2023年度报告", "临江市水利局", 2023),
    "about": ("临江市水利局关于2023年政府信息公开工作的报告", "临江市水利局", 2023),
    "about the state": ("临江市水利局关于2023年度政府信息公开工作情况的报告", "临江市水利局", 2023),
    "about first": (f"关于临江市水利局2023年{NAME}", "临江市水利局", 2023),
    "body in a frame": (f"【临江市水利局】2023年{NAME}", "临江市水利局", 2023),
    "channel in a frame": (f"【政务公开】{FULL}", "临江市水利局", 2023),
    "in book marks": (f"《{FULL}》", "临江市水利局", 2023),
    "no work": ("临江市水利局2023年政府信息公开年度报告", "临江市水利局", 2023),
    "short": ("临江市水利局2023年政府信息公开年报", "临江市水利局", 2023),
    "year twice": ("临江市水利局2023年度政府信息公开年度报告", "临江市水利局", 2023),
    "other name": ("临江市水利局2023年政务公开工作报告", "临江市水利局", 2023),
    "with another report": (f"临江市水利局2023年法治建设及{NAME}", "临江市水利局", 2023),
    "edition": (f"{FULL}（公开版）", "临江市水利局", 2023),
    "government": (f"临江市人民政府2023年{NAME}", "临江市人民政府", 2023),
    "government that shares its word with the name": (f"2023年临江市人民{NAME}", "临江市人民政府", 2023),
    "city": (f"临江市2023年{NAME}", "临江市", 2023),
    "city's government": ("临江市政府2023年信息公开报告", "临江市政府", 2023),
    "office for openness": ("临江市政务公开办关于2023年信息公开工作的报告", "临江市政务公开办", 2023),
    "brackets in the body": (f"中韩（长春）示范区科技局2021年{NAME}", "中韩(长春)示范区科技局", 2021),
    "two years": (f"临江市水利局2022年和2023年{NAME}", "临江市水利局", None),
    "no body": (f"2023年度{NAME}", None, 2023),
    "no year": (f"临江市水利局{NAME}", "临江市水利局", None),
    "neither": ("政府信息公开年度报告", None, None),
}

SEVERAL_LINES: dict[str, tuple[tuple[str, ...], Parsed]] = {
    "body above": (("临江市水利局", f"2023年{NAME}"), (FULL, "临江市水利局", 2023, 1, 2)),
    "year above": (
        ("2023年", f"临江市水利局{NAME}"),
        (f"2023年临江市水利局{NAME}", "临江市水利局", 2023, 1, 2),
    ),
    "body and year above": (("临江市水利局2023年", NAME), (FULL, "临江市水利局", 2023, 1, 2)),
    "below an attachment's number": (
        ("附件1", "临江市水利局2023年度", NAME),
        (f"临江市水利局2023年度{NAME}", "临江市水利局", 2023, 2, 3),
    ),
    "three lines": (
        ("临江市水利局", "2023年政府信息公开", "工作年度报告"),
        (FULL, "临江市水利局", 2023, 1, 3),
    ),
    "year, body, name": (
        ("2023年", "临江市水利局", NAME),
        (f"2023年临江市水利局{NAME}", "临江市水利局", 2023, 1, 3),
    ),
    "broken in the body": (
        ("临江市人民", f"政府2023年{NAME}"),
        (f"临江市人民政府2023年{NAME}", "临江市人民政府", 2023, 1, 2),
    ),
    "broken in the name": (
        ("临江市水利局2023年政府信息公开", "工作年度报告"),
        (FULL, "临江市水利局", 2023, 1, 2),
    ),
    "year below": (
        (f"临江市水利局{NAME}", "（2023年度）"),
        (f"临江市水利局{NAME}（2023年度）", "临江市水利局", 2023, 1, 2),
    ),
    "body below": ((f"2023年{NAME}", "临江市水利局"), (f"2023年{NAME}", "临江市水利局", 2023, 1, 2)),
    "page's lines above": (
        ("首页 > 政府信息公开 > 政府信息公开年报", "索引号：1 发布日期：2024-01-15 字号：大 中 小", FULL),
        (FULL, "临江市水利局", 2023, 3, 3),
    ),
    "column above": (("政府信息公开年度报告", FULL), (FULL, "临江市水利局", 2023, 2, 2)),
    "column of a body above": (("水利局政府信息公开年报", FULL), (FULL, "临江市水利局", 2023, 2, 2)),
    "news above": (("通知公告", f"2023年{NAME}"), (f"2023年{NAME}", None, 2023, 2, 2)),
    "full stop": ((f"{FULL}。", "根据"), (FULL, "临江市水利局", 2023, 1, 1)),
    "field of the page": ((f"标题：{FULL}", "根据"), (FULL, "临江市水利局", 2023, 1, 1)),
    "date behind": ((f"{FULL} 发布时间：2024-01-15 来源：某局",), (FULL, "临江市水利局", 2023, 1, 1)),
    "covering notice": ((f"关于印发{FULL}的通知", FULL), (FULL, "临江市水利局", 2023, 2, 2)),
    "blank lines between": (
        ("\u3000", "临江市水利局", "\u00a0", f"2023年{NAME}"),
        (FULL, "临江市水利局", 2023, 2, 4),
    ),
}

NO_TITLES = [
    (),
    ("",),
    ("临江市水利局信息公开工作总结",),
    (f"根据《{FULL}》",),
    (f"现将{FULL}",),
    (f"编制了{FULL}。全文包括六部分。",),
    ("临江市水利局", "2023年工作报告"),
    ("附件", "年度报告"),
    (*["首页"] * 20, FULL),
]


@pytest.mark.parametrize(("text", "body", "year"), ONE_LINE.values(), ids=ONE_LINE)
def test_titles_in_one_line(text: str, body: str | None, year: int | None) -> None:
    assert parsed(text) == (text, body, year, 1, 1)
    assert parsed("附件1", text, "根据《条例》，编制本报告。") == (text, body, year, 2, 2)


@pytest.mark.parametrize(("texts", "expected"), SEVERAL_LINES.values(), ids=SEVERAL_LINES)
def test_titles_among_several_lines(texts: tuple[str, ...], expected: Parsed) -> None:
    assert parsed(*texts) == expected


@pytest.mark.parametrize("texts", NO_TITLES)
def test_no_titles(texts: tuple[str, ...]) -> None:
    assert parsed(*texts) is None


@given(
    st.sampled_from(SEATS),
    st.integers(2010, 2099),
    st.sampled_from(["", "水利局", "人民政府", "市场监督管理局"]),
)
def test_body_and_year_are_found_wherever_the_year_stands(seat: object, year: int, office: str) -> None:
    body = f"{getattr(seat, 'name', '')}{office}"
    for text in (f"{body}{year}年{NAME}", f"{year}年度{body}{NAME}", f"{body}{NAME}（{year}年）"):
        assert parsed(text) == (text, body, year, 1, 1)


@given(
    st.lists(
        st.text(alphabet="临江市水利局人民政府信息公开工作年度报告2023年（）附件 ", max_size=30), max_size=5
    )
)
def test_any_lines_are_read_without_complaint(texts: list[str]) -> None:
    title = read_title(lines(*texts))
    assert title is None or (title.place.line or 0) <= (title.place.end_line or 0)


LEVELS = {
    BodyLevel.GOVERNMENT: (
        "临江市人民政府 吉林省人民政府 临江市政府 市政府 南关区政府 延边州人民政府 前郭县人民政府 临江市 宽城区 "
        "前郭县 内蒙古自治区人民政府 新疆维吾尔自治区 科尔沁左翼中旗人民政府 兴安盟"
    ),
    BodyLevel.DEPARTMENT: (
        "临江市水利局 吉林省水利厅 临江市政府办公室 临江市人民政府办公室 吉林省人民政府办公厅 临江市发展和改革委员会 "
        "临江市国资委 临江市卫健委 临江市政务服务办 长春市公安局宽城区分局 临江市乡村振兴局 临江市住房和城乡建设局 "
        "城乡综合执法局 长春新区财政局 交通运输部 国家海关总署 景德镇教育局"
    ),
    BodyLevel.TOWN: "花山镇人民政府 花山镇 花山镇政府 花山乡人民政府 某民族乡 某苏木人民政府 临江市花山镇人民政府",
    BodyLevel.SUBDISTRICT: "南湖街道办事处 南湖街道 朝阳区南湖街道办 柳巷街道党工委",
    None: (
        "长春高新区管委会 长春净月高新技术产业开发区管理委员会 长白山管委会 长春经开区 某经济开发区 某新区 "
        "临江市人民法院 临江市人民检察院 临江市融媒体中心 临江市公共资源交易中心 临江市档案馆 花山镇卫生院 "
        "花山镇党政办公室 花山镇人民政府综合办公室 南湖街道党政办公室 临江市总工会 某供水公司 "
        "中共临江市委宣传部 临江市委网信办 某村民委员会 某社区居民委员会 临江镇财政所 科技 水利"
    ),
}


@pytest.mark.parametrize(
    ("body", "level"), [(body, level) for level, bodies in LEVELS.items() for body in bodies.split()]
)
def test_the_level_of_a_body(body: str, level: BodyLevel | None) -> None:
    assert level_of(body) is level


def day(text: str) -> Day:
    date = datetime.date.fromisoformat(text)
    return Day(text, date.year, date.month, date.day, date, None, NOWHERE)


def dates(*periods: Period, signature: str | None = None) -> Dates:
    return Dates(periods, day(signature) if signature else None, None, ())


def whole(year: int) -> Period:
    return Period("", day(f"{year}-01-01"), day(f"{year}-12-31"), None, NOWHERE)


def identity(
    title: Title | None = None,
    front: Sequence[str] = (),
    closing: Sequence[str] = (),
    when: Dates | None = None,
    given: Given | None = None,
    contacts: Sequence[Contact] = (),
) -> Identity:
    outline = Outline(lines(*front), (), lines(*closing))
    return read_identity(title, outline, when or dates(), contacts, given or Given())


TITLE = Title(FULL, "临江市水利局", 2023, NOWHERE)

YEARS: dict[str, tuple[Identity, int | None, YearSource | None, bool]] = {
    "title": (identity(TITLE), 2023, YearSource.TITLE, False),
    "title and period agree": (identity(TITLE, when=dates(whole(2023))), 2023, YearSource.TITLE, False),
    "title and period differ": (identity(TITLE, when=dates(whole(2022))), 2023, YearSource.TITLE, True),
    "one of two periods agrees": (
        identity(TITLE, when=dates(whole(2022), whole(2023))),
        2023,
        YearSource.TITLE,
        False,
    ),
    "period": (identity(when=dates(whole(2022), signature="2024-01-15")), 2022, YearSource.PERIOD, False),
    "signature": (identity(when=dates(signature="2024-01-15")), 2023, YearSource.SIGNATURE, False),
    "signature late in the year says nothing": (
        identity(when=dates(signature="2023-12-25")),
        None,
        None,
        False,
    ),
    "given": (identity(TITLE, given=Given(year=2021)), 2021, YearSource.GIVEN, False),
    "nothing": (identity(), None, None, False),
}


@pytest.mark.parametrize(("found", "year", "source", "disputed"), YEARS.values(), ids=YEARS)
def test_the_report_s_year(
    found: Identity, year: int | None, source: YearSource | None, disputed: bool
) -> None:
    assert (found.year, found.year_source, found.year_disputed) == (year, source, disputed)


def test_the_year_of_a_period() -> None:
    assert year_of(whole(2023)) == 2023
    assert year_of(Period("", day("2022-01-01"), day("2023-12-31"), None, NOWHERE)) is None
    assert year_of(Period("", day("2023-01-01"), None, None, NOWHERE)) is None


SHORT = Title(f"科技局2023年{NAME}", "科技局", 2023, NOWHERE)
BODIES: dict[str, tuple[Identity, str | None]] = {
    "title": (identity(TITLE), "临江市水利局"),
    "longer in the signature": (
        identity(SHORT, closing=["通化市东昌区科学技术局", "2024年1月15日"]),
        "通化市东昌区科学技术局",
    ),
    "longer in a line with the date": (
        identity(SHORT, closing=["通化市东昌区科学技术局（盖章） 2024年1月15日"]),
        "通化市东昌区科学技术局",
    ),
    "longer in the introduction": (
        identity(SHORT, front=[f"现向社会公布2023年通化市东昌区科学技术局{NAME}。"]),
        "通化市东昌区科学技术局",
    ),
    "another body signs": (identity(SHORT, closing=["通化市水利局", "2024年1月15日"]), "科技局"),
    "only the signature": (identity(closing=["临江市水利局", "2024年1月15日"]), "临江市水利局"),
    "behind 本报告是": (
        identity(TITLE, front=[f"本报告是临江市水利局2023年{NAME}。"]),
        "临江市水利局",
    ),
    "only the introduction": (identity(front=[f"特向社会公布临江市水利局2023年度{NAME}。"]), "临江市水利局"),
    "we": (identity(front=[f"现将我局2023年度{NAME}公布如下。", f"现公布我区教育局2023年{NAME}。"]), None),
    "a law is no body": (
        identity(front=["根据《中华人民共和国政府信息公开条例》，编制2023年政府信息公开工作年度报告。"]),
        None,
    ),
    "a note in the closing": (identity(closing=["联系人：张某", "附件：报表"]), None),
    "nothing": (identity(), None),
}


@pytest.mark.parametrize(("found", "body"), BODIES.values(), ids=BODIES)
def test_the_reporting_body(found: Identity, body: str | None) -> None:
    assert found.body == body


def test_who_a_whole_report_is_of() -> None:
    contacts = (
        Contact(ContactKind.PHONE, "０４３９－5222222、5222223", None, NOWHERE),
        Contact(ContactKind.POSTCODE, "13 4600", None, NOWHERE),
    )
    assert identity(TITLE, contacts=contacts) == Identity(
        "临江市水利局", BodyLevel.DEPARTMENT, Rank.COUNTY, "jilin", "白山市", 2023, YearSource.TITLE, False
    )


def test_what_the_user_says_wins() -> None:
    found = identity(TITLE, given=Given(2022, BodyLevel.TOWN, "hunan"))
    assert (found.year, found.level, found.rank, found.province) == (2022, BodyLevel.TOWN, Rank.TOWN, "hunan")


@pytest.mark.parametrize(
    ("given", "province", "city"),
    [
        (Given(), "jilin", "白山市"),
        (Given(province="jilin"), "jilin", "白山市"),
        (Given(province="hunan"), "hunan", None),
        (Given(province="jilin", city="长春市"), "jilin", "长春市"),
        (Given(province="hunan", city="怀化市"), "hunan", "怀化市"),
    ],
)
def test_a_city_is_one_of_the_province(given: Given, province: str, city: str | None) -> None:
    found = identity(TITLE, given=given)
    assert (found.province, found.city) == (province, city)


def test_long_lines_take_no_longer_than_they_are() -> None:
    for piece in ("政府信息公开", "2023年", "局", "关于", f"2023年某局{NAME}"):
        start = time.process_time()
        identity(front=[(piece * 50_000)[:100_000]])
        read_title(lines(*[(piece * 70)[:70]] * 20))
        assert time.process_time() - start < 3


def test_an_empty_document_is_a_report_of_nothing() -> None:
    report = assemble(txt.read("无".encode(), "a.txt"))
    assert (report.title, report.identity, report.contacts) == (None, Identity(), ())


def test_a_report_in_a_hundred_lines() -> None:
    titles = [part["short"] for part in form_data("form_2021")["parts"]]
    text = "\n".join(
        [
            "附件1",
            "临江市水利局",
            f"2023年{NAME}",
            *(f"{n}、{t}\n无。" for n, t in zip("一二三四五六", titles, strict=True)),
        ]
    )
    report = assemble(txt.read(f"{text}\n临江市水利局\n2024年1月15日".encode("gb18030"), "a.txt"))
    assert report.title == Title(FULL, "临江市水利局", 2023, Place(2, 3))
    assert [section.heading.part for section in report.outline.sections] == [1, 2, 3, 4, 5, 6]
    assert report.dates.signature and report.dates.signature.date == datetime.date(2024, 1, 15)
