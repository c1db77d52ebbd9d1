from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.assemble.contacts import read_contacts
from goi_lint.model.document import NOWHERE, Paragraph, Place
from goi_lint.model.outline import Heading, Outline, Section
from goi_lint.model.report import Contact, ContactKind

ADDRESS = "吉林省长春市宽城区金汇大路1577号中韩大厦1609室"


def contacts(*lines: str) -> dict[str, list[str]]:
    """Return the values by kind that are read from the lines of an introduction."""
    found: dict[str, list[str]] = {}
    for contact in read_contacts(Outline(tuple(Paragraph(line, NOWHERE) for line in lines), (), ())):
        found.setdefault(contact.kind.value, []).append(contact.text)
    return found


ALL = {
    "address": [ADDRESS],
    "postcode": ["130000"],
    "phone": ["0431-81180127"],
    "email": ["xxgk@changchun.gov.cn"],
}
WHOLE = {
    "in one bracket": (
        f"请与某局办公室联系（地址：{ADDRESS}；邮编：130000；电话：0431-81180127；电子邮箱：xxgk@changchun.gov.cn）。"
    ),
    "in a sentence": (
        f"如有疑问，请与某局联系。联系地址：{ADDRESS}，邮政编码：130000，联系电话：0431-81180127，邮箱：xxgk@changchun.gov.cn。"
    ),
    "without colons": f"（通讯地址{ADDRESS}，邮编130000，电话0431-81180127，邮箱xxgk@changchun.gov.cn）",
    "line by line": (f"地址：{ADDRESS}\n邮编：130000\n电话：0431-81180127\n电子邮件：xxgk@changchun.gov.cn"),
    "blanks in labels": (
        f"地  址：{ADDRESS}\n邮\u3000编： 130000\n电 话 ：0431-81180127\n邮 箱：xxgk@changchun.gov.cn"
    ),
    "blanks between": f"地址：{ADDRESS} 邮编：130000 电话：0431-81180127 E-mail：xxgk@changchun.gov.cn",
    "is": f"办公地址为{ADDRESS}、邮政编码为130000、咨询电话为0431-81180127、电子邮箱为xxgk@changchun.gov.cn",
    "other order": f"电话：0431-81180127，电子信箱：xxgk@changchun.gov.cn，邮编：130000，办公地址：{ADDRESS}。",
    "closing with another sentence": (
        f"邮箱地址：xxgk@changchun.gov.cn；邮编：130000；电话号码：0431-81180127；地址：{ADDRESS}，欢迎监督。"
    ),
    "address before opening hours": (
        f"地址：{ADDRESS}，办公时间：8:30-11:30，邮编：130000，Tel：0431-81180127，Email：xxgk@changchun.gov.cn"
    ),
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_all_data_in_every_layout(text: str) -> None:
    assert contacts(*text.split("\n")) == ALL


PHONES = {
    "dash of Chinese": ("电话：0431—81180127", ["0431—81180127"]),
    "en dash": ("电话：0431–81180127", ["0431–81180127"]),
    "full-width dash": ("电话：0431－81180127", ["0431－81180127"]),
    "bar": ("电话：0431―81180127", ["0431―81180127"]),
    "line of a frame": ("电话：0431─81180127", ["0431─81180127"]),
    "double dash": ("电话：0431——81180127", ["0431——81180127"]),
    "blank": ("电话：0431 81180127", ["0431 81180127"]),
    "blanks around the dash": ("电话：0431 - 8118 0127。", ["0431 - 8118 0127"]),
    "no dash": ("电话：043181180127", ["043181180127"]),
    "area code in brackets": ("电话：（0431）81180127", ["（0431）81180127"]),
    "country": ("电话：+86-431-81180127", ["+86-431-81180127"]),
    "full-width digits": ("电话：０４３１－８１１８０１２７", ["０４３１－８１１８０１２７"]),
    "in a bracket": ("（电话：0431-81180127）", ["0431-81180127"]),
    "a bracket behind": ("电话：0431-81180127（办公室）", ["0431-81180127"]),
    "two": ("电话：0431-81180127、81180128", ["0431-81180127、81180128"]),
    "two with stroke": ("电话：0431-81180127/0431-81180128。", ["0431-81180127/0431-81180128"]),
    "two with blank": ("电话：0431-81180127 0431-81180128", ["0431-81180127 0431-81180128"]),
    "three": ("电话：0431-81180127，0431-81180128，81180129", ["0431-81180127，0431-81180128，81180129"]),
    "extension": ("电话：0431-81180127转8001", ["0431-81180127转8001"]),
    "extension in brackets": ("电话：0431-81180127（转801）", ["0431-81180127（转801）"]),
    "branch": ("电话：0431-81180127分机8001，邮编：130000", ["0431-81180127分机8001"]),
    "extension behind a dash": ("电话：0431-81180127-8001", ["0431-81180127-8001"]),
    "with fax": ("电话（传真）：0431-81180127", ["0431-81180127"]),
    "and fax": ("电话/传真：0431-81180127", ["0431-81180127"]),
    "whose": ("电话（办公室）：0431-81180127", ["0431-81180127"]),
    "office before the number": ("联系电话：办公室 0431-81180127", ["0431-81180127"]),
    "mobile": ("手机：13800138000", ["13800138000"]),
    "hotline": ("监督热线：12345", ["12345"]),
    "way of contact": ("联系方式：0431-81180127", ["0431-81180127"]),
    "call": ("请致电0431-81180127咨询", ["0431-81180127"]),
    "too short": ("电话：8118012", ["8118012"]),
    "letter for zero": ("电话：0431-8118O127", ["0431-8118O127"]),
    "a postcode behind": ("电话：0431-81180127，130000", ["0431-81180127"]),
    "a year behind": ("电话：0431-81180127，2024年1月", ["0431-81180127"]),
    "two labels": ("电话：0431-81180127，监督电话：0431-81180199", ["0431-81180127", "0431-81180199"]),
}
NO_PHONES = [
    "公布了办公地址及联系电话，但留言功能尚未开放。",
    "接听热线电话1500余次",
    "电话咨询3001人次",
    "电话2024年1月开通",
    "热线2023年共受理诉求",
    "电话：2023年开通",
    "12345热线受理诉求30件",
    "手机1200部",
    "电话3部",
    "电话：无",
    "联系方式、邮箱等。",
    "联系电话：详见网站",
]


@pytest.mark.parametrize(("text", "values"), PHONES.values(), ids=PHONES)
def test_phones_as_printed(text: str, values: list[str]) -> None:
    assert contacts(text).get("phone", []) == values


@pytest.mark.parametrize("text", NO_PHONES)
def test_no_phones(text: str) -> None:
    assert contacts(text) == {}


def test_a_fax_is_no_phone() -> None:
    found = contacts("电话：0431-81180127；传真：0431-81180128；传真电话：0431-81180129")
    assert found == {"phone": ["0431-81180127"], "fax": ["0431-81180128", "0431-81180129"]}


ADDRESSES = {
    "ends with the bracket": (f"（地址：{ADDRESS}）", [ADDRESS]),
    "ends with a full stop": (f"地址：{ADDRESS}。", [ADDRESS]),
    "brackets of its own": ("地址：长春市人民路1号（市政府院内）。", ["长春市人民路1号（市政府院内）"]),
    "its own bracket, then the closing one": (
        "（地址：长春市人民路1号（市政府院内）；邮编：130000）",
        ["长春市人民路1号（市政府院内）"],
    ),
    "comma inside": ("地址：长春市人民路1号，A座1305室，电话：0431-81180127", ["长春市人民路1号，A座1305室"]),
    "blank inside": ("地址：长春市 人民路1号", ["长春市 人民路1号"]),
    "a bracket that does not close": ("地址：长春市人民路1号（市政府院内", ["长春市人民路1号（市政府院内"]),
    "closing bracket and full stop": ("（联系地址：长春市人民路1号）。", ["长春市人民路1号"]),
    "no colon": ("地址位于长春市人民路1号", ["长春市人民路1号"]),
    "followed by what to do": ("地址：长春市人民路1号，请在工作日前来。", ["长春市人民路1号"]),
}
NO_ADDRESSES = [
    "公布了办公地址及联系电话，方便群众。",
    "公开机构地址、电话、邮箱等信息。",
    "更新地址信息12条，涉及3个街道。",
    "网站地址：www.x.gov.cn",
    "网址：www.x.gov.cn",
    "邮箱地址：a",
    "下载地址：http://www.x.gov.cn/a",
    "IP地址：长春市人民路",
    "地址：http://www.x.gov.cn",
    "地址：详见网站首页",
    "设立查阅地点3个，分布在区档案馆。",
]


@pytest.mark.parametrize(("text", "values"), ADDRESSES.values(), ids=ADDRESSES)
def test_addresses(text: str, values: list[str]) -> None:
    assert contacts(text).get("address", []) == values


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_no_addresses(text: str) -> None:
    assert contacts(text).get("address") is None


EMAILS = {
    "plain": ("电子邮箱：yzkjj@ji.shandong.cn", ["yzkjj@ji.shandong.cn"]),
    "full-width": ("邮箱：ｙｚ＠163．com", ["ｙｚ＠163．com"]),
    "a bracket behind": ("（邮箱：yz@163.com）", ["yz@163.com"]),
    "a full stop behind": ("Email:yz@163.com.", ["yz@163.com"]),
    "a site behind": ("邮箱：yz@163.com http://www.x.gov.cn", ["yz@163.com"]),
    "a blank inside": ("邮箱：yz @163.com", ["yz @163.com"]),
    "a blank behind the @": ("邮箱：yz@ 163.com", ["yz@ 163.com"]),
    "another behind a comma": ("邮箱：yz@163.com,tel:1", ["yz@163.com"]),
    "in brackets": ("邮箱（yz@163.com）", ["yz@163.com"]),
    "no @": ("邮箱：yz163.com", ["yz163.com"]),
    "a sign for @": ("邮箱：yz#163.com", ["yz#163.com"]),
    "none": ("邮箱：无", []),
    "a count": ("邮箱12345条", []),
    "a count behind a colon": ("邮箱：12345", []),
    "without colon or @": ("邮箱yz163.com", []),
    "another label": ("信箱：yz@163.com", ["yz@163.com"]),
    "no label": ("联系我们：yz-gk@ly.gov.cn（工作日）", ["yz-gk@ly.gov.cn"]),
    "two without a label": ("可发至yz@163.com或lt@163.com。", ["yz@163.com", "lt@163.com"]),
    "full-width without a label": ("（ｙｚ＠163．com）", ["yz@163.com"]),
    "a box that is none": ("县长信箱：办理来信120件", []),
    "an account": ("微博@湖滨发布粉丝3万", []),
    "no domain": ("yz@163", []),
    "a part of a path": ("https://yz@www.x.gov.cn/a", []),
}


@pytest.mark.parametrize(("text", "values"), EMAILS.values(), ids=EMAILS)
def test_emails(text: str, values: list[str]) -> None:
    assert contacts(text).get("email", []) == values


POSTCODES = {
    "blank inside": ("邮编：13 0000", ["13 0000"]),
    "too short": ("邮编：13000", ["13000"]),
    "full-width": ("邮编：１３００００", ["１３００００"]),
    "in brackets": ("邮编（130000）", ["130000"]),
    "none": ("邮编：", []),
}


@pytest.mark.parametrize(("text", "values"), POSTCODES.values(), ids=POSTCODES)
def test_postcodes(text: str, values: list[str]) -> None:
    assert contacts(text).get("postcode", []) == values


SITES = {
    "in brackets": ("本报告的电子版可在政府网站（www.yanzhou.gov.cn）下载。", ["www.yanzhou.gov.cn"]),
    "with scheme and path": (
        "电子版可在“中国兖州”网站（http://www.yanzhou.gov.cn/art/2021/a.html）查阅",
        ["www.yanzhou.gov.cn"],
    ),
    "with port": ("电子版：https://xxgk.x.gov.cn:8080/", ["xxgk.x.gov.cn"]),
    "consult": ("本报告可在www.x.gov.cn查询", ["www.x.gov.cn"]),
    "words behind a blank": ("电子版见 www.x.gov.cn Email：a@b.cn", ["www.x.gov.cn"]),
    "full-width": ("电子版见ｗｗｗ．ｘ．ｇｏｖ．ｃｎ", ["www.x.gov.cn"]),
    "two": ("电子版可在www.x.gov.cn或www.y.com下载", ["www.x.gov.cn", "www.y.com"]),
    "another sentence's site": ("电子版可下载。公众号www.y.com。", []),
    "mail of the same sentence": ("电子版可发邮件至xx.gk@y.com索取", []),
    "a file": ("电子版下载：report.pdf", []),
    "a number": ("下载3.5万次", []),
    "other sites": ("通过www.y.com公开信息30条", []),
}


@pytest.mark.parametrize(("text", "values"), SITES.values(), ids=SITES)
def test_the_site_of_the_electronic_copy(text: str, values: list[str]) -> None:
    assert contacts(text).get("site", []) == values


def test_data_know_where_they_stand() -> None:
    heading = Heading(1, 1, "总体情况", True, "一、总体情况", NOWHERE)
    section = Section(heading, (Paragraph("监督电话：12345", Place(9, 9)),), (), None, True)
    closing = (Paragraph("邮编：130000", Place(30, 30)),)
    assert read_contacts(Outline((), (section,), closing)) == (
        Contact(ContactKind.PHONE, "12345", 1, Place(9, 9)),
        Contact(ContactKind.POSTCODE, "130000", None, Place(30, 30)),
    )


@pytest.mark.parametrize(
    "piece",
    [
        "电话：",
        "电话：1",
        "1",
        "a",
        "a.",
        "a-",
        "邮箱：a@",
        "地址：",
        "（",
        "0-",
        "电子版a.",
        " ",
        "电话：0431-81180127，邮箱：a@b.cn ",
    ],
)
def test_long_lines_take_no_longer_than_they_are(piece: str) -> None:
    start = time.process_time()
    contacts("电子版" + (piece * 100_000)[:100_000])
    assert time.process_time() - start < 3


@given(st.text(alphabet="电话地址邮编箱：；，。()（）0431-— @a.转/、号路市 ", max_size=50))
def test_what_is_read_is_printed(text: str) -> None:
    for values in contacts(text).values():
        for value in values:
            assert value
            assert value.replace(" ", "") in text.replace(" ", "")
