"""Faults in title, introduction, parts and closing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from goi_lint.cases.draft import Draft
from goi_lint.cases.edit import delete, duplicate, insert, move, relabel, set_text
from writing.mutate import Change, Fault, rewrite

_PERIOD = re.compile(r"[^。]*统计[^。]*。")
_CONTACT = re.compile(r"(如对|公众如有|如有疑问).*")


def faults() -> Iterator[Fault]:
    """Yield them all, from the title to the signature."""
    yield from _titles()
    yield from _parts()
    yield from _introductions()
    yield from _periods()
    yield from _dates()
    yield from _contacts()
    yield from _contents()


def year_of(draft: Draft) -> int:
    """Return the report year that the title prints."""
    match = re.search(r"\d{4}", "".join(draft.title))
    if match is None:
        raise ValueError(f"no year in the title {draft.title}")
    return int(match[0])


def _titles() -> Iterator[Fault]:
    yield Fault("title without 工作", ("GOI010",), _retitled("政府信息公开工作年度", "政府信息公开年度"))
    yield Fault("title of last year", ("GOI011",), _title_of_last_year)
    yield Fault(
        "title without a year", ("GOI010",), lambda d: replace(d, title=(re.sub(r"\d{4}年", "", d.title[0]),))
    )


def _retitled(old: str, new: str) -> Change:
    return lambda draft: replace(draft, title=tuple(line.replace(old, new) for line in draft.title))


def _title_of_last_year(draft: Draft) -> Draft:
    year = year_of(draft)
    return _retitled(str(year), str(year - 1))(draft)


def _parts() -> Iterator[Fault]:
    yield Fault("part 5 missing", ("GOI020",), lambda draft: delete(draft, ["part 5"]))
    yield Fault("part 5 behind part 6", ("GOI021",), lambda draft: move(draft, 5, 6))
    yield Fault("part 1 twice", ("GOI022",), lambda draft: duplicate(draft, 1))
    yield Fault("part 3 twice, with its table", ("GOI022",), lambda draft: duplicate(draft, 3))
    yield Fault("part 5 renamed", ("GOI023",), _headed(5, "五、存在问题及改进措施"))
    yield Fault("part 6 with 其它", ("GOI023",), _headed(6, "六、其它需要报告的事项"))
    yield Fault("part 3 without numeral", ("GOI024",), _headed(3, "收到和处理政府信息公开申请情况"))
    yield Fault("part 5 numbered 四", ("GOI024",), _headed(5, "四、存在的主要问题及改进情况"))
    yield Fault("part 1 empty", ("GOI025",), lambda draft: set_text(draft, "part 1", ()))
    yield Fault("part 5 says 无", ("GOI501",), _says("part 5", "无"))
    yield Fault("a fee of 15 yuan", ("GOI602",), _says("part 6", "全年依法收取信息处理费15元。"))


def _headed(number: int, heading: str) -> Change:
    return lambda draft: relabel(draft, {f"heading {number}": heading})


def _says(place: str, text: str) -> Change:
    return lambda draft: set_text(draft, place, (text,))


def _introductions() -> Iterator[Fault]:
    shorter = rewrite(lambda line: line.replace("存在的主要问题及改进情况、", ""))
    yield Fault("list of parts lacks one", ("GOI026",), shorter)
    old = _adds("front", "本报告按照国办公开办函〔2019〕60号要求编制。")
    yield Fault("the notice of earlier years", ("GOI014",), old)
    for what, line in (
        ("the law's old number", "本报告依据《中华人民共和国政府信息公开条例》（国务院令第492号）编写。"),
        ("the law by a wrong name", "本报告依据《中华人民共和国信息公开条例》编写。"),
        ("a bracket left open", "我们认真学习《中华人民共和国政府信息公开条例的规定。"),
    ):
        yield Fault(what, ("GOI015",), _adds("front", line))
    site = _adds("front", "本报告的电子版可在“公开之窗”网站（www.example.com）下载。")
    yield Fault("electronic copy on a private site", ("GOI044",), site)


def _adds(place: str, line: str) -> Change:
    return lambda draft: insert(draft, place, (line,))


def _periods() -> Iterator[Fault]:
    yield Fault("no period", ("GOI030",), rewrite(lambda line: _PERIOD.sub("", line)))
    for what, rule, text in (
        ("period of eleven months", "GOI031", "自{year}年1月1日起至{year}年11月30日止"),
        ("period reversed", "GOI031", "自{year}年12月31日起至{year}年1月1日止"),
        ("period left open", "GOI031", "自{year}年1月1日起"),
        ("period of last year", "GOI011", "自{last}年1月1日起至{last}年12月31日止"),
        ("period ends on a day that does not exist", "GOI032", "自{year}年1月1日起至{year}年12月32日止"),
    ):
        yield Fault(what, (rule,), _period(f"本报告所列数据的统计期限{text}。"))


def _period(text: str) -> Change:
    def change(draft: Draft) -> Draft:
        year = year_of(draft)
        sentence = text.format(year=year, last=year - 1)
        return rewrite(lambda line: _PERIOD.sub(sentence, line))(draft)

    return change


def _dates() -> Iterator[Fault]:
    yield Fault("signed before the year ended", ("GOI033",), _signed("{year}年12月25日"))
    yield Fault("department late by a day", ("GOI034",), _signed("{next}年2月1日"))
    yield Fault("department late, in numerals", ("GOI034",), _signed_in_numerals)
    yield Fault("government late", ("GOI034",), _signed("{next}年4月1日"), kind="government")
    yield Fault("signed on 30 February", ("GOI032",), _signed("{next}年2月30日"))
    yield Fault("meeting on 31 June", ("GOI032",), _dated("part 1", "{year}年6月31日，召开专题会议。"))
    yield Fault(
        "last year's plan left in",
        ("GOI035",),
        _dated("part 5", "{year}年，我局将继续做好政府信息公开工作。"),
    )


def _dated(place: str, text: str) -> Change:
    def change(draft: Draft) -> Draft:
        year = year_of(draft)
        return insert(draft, place, (text.format(year=year, next=year + 1),))

    return change


def _signed(text: str) -> Change:
    def change(draft: Draft) -> Draft:
        year = year_of(draft)
        return replace(draft, closing=(draft.closing[0], text.format(year=year, next=year + 1)))

    return change


def _signed_in_numerals(draft: Draft) -> Draft:
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year_of(draft) + 1))
    return replace(draft, closing=(draft.closing[0], f"{digits}年二月二十八日"))


def _contacts() -> Iterator[Fault]:
    yield Fault("no contact", ("GOI040",), rewrite(lambda line: _CONTACT.sub("", line)))
    for what, rule, change in (
        ("postcode of five digits", "GOI041", {"postcode": "13460"}),
        ("postcode of another province", "GOI041", {"postcode": "650000"}),
        ("telephone of five digits", "GOI042", {"phone": "{area}-52201"}),
        ("telephone without area code", "GOI042", {"phone": "5220108"}),
        ("telephone of another province", "GOI042", {"phone": "0871-63160108"}),
        ("e-mail without @", "GOI043", {"mail": "slj.linjiang.gov.cn"}),
        ("e-mail without a domain", "GOI043", {"mail": "slj@linjiang"}),
    ):
        yield Fault(what, (rule,), _contact(change))


def _contact(changed: dict[str, str]) -> Change:
    """Return the change of the contact sentence into one with these data, the others right."""

    def change(draft: Draft) -> Draft:
        front = "".join(draft.front)
        postcode, area = re.search(r"(?<!\d)\d{6}(?!\d)", front), re.search(r"0\d{2,3}(?=[-—–－―])", front)
        if postcode is None or area is None:
            raise ValueError(f"no postcode and telephone in {front}")
        data = {"postcode": postcode[0], "phone": "{area}-52201088", "mail": "xxgk@163.com", **changed}
        data["phone"] = data["phone"].format(area=area[0])
        sentence = "如对本报告有疑问，请与我们联系（地址：人民路1号；邮编：{postcode}；电话：{phone}；邮箱：{mail}）。"
        return rewrite(lambda line: _CONTACT.sub(sentence.format(**data), line))(draft)

    return change


def _contents() -> Iterator[Fault]:
    yield Fault("XX left in", ("GOI050",), _adds("part 1", "全年共召开专题会议XX次。"))
    yield Fault("instruction left in", ("GOI050",), _adds("part 5", "（文字描述）"))
    yield Fault("government silent on account", ("GOI102",), _unaccounted, kind="government")
    yield Fault(
        "one paragraph instead of five topics",
        ("GOI101",),
        _says("part 1", "全年各项工作平稳有序开展，群众普遍满意。"),
    )


def _unaccounted(draft: Draft) -> Draft:
    lines = tuple(re.sub(r"开展工作考核.*", "", line) for line in draft.part(1).paragraphs)
    return set_text(draft, "part 1", tuple(filter(None, lines)))
