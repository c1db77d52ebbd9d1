"""Contact data: in one bracket or line by line, with or without colons, with any dash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goi_lint.assemble.phones import phone_after
from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph
from goi_lint.model.outline import Outline
from goi_lint.model.report import Contact, ContactKind
from goi_lint.text.normalise import fold, tidy, unfolded

_MENTIONS = {
    ContactKind.POSTCODE: ("邮编", "邮政编码"),
    ContactKind.FAX: ("传真",),
    ContactKind.PHONE: (
        "电话",
        "热线",
        "联系方式",
        "来电",
        "致电",
        "拨打",
        "咨询:",
        "手机",
        "座机",
        "el",
        "EL",
    ),
    ContactKind.EMAIL: ("邮箱", "邮件", "信箱", "ail", "AIL"),
    ContactKind.ADDRESS: ("地址", "地点"),
}
"""One of these stands in every text in which a label can be found."""
_MENTIONED = lazy("|".join(word for words in _MENTIONS.values() for word in words))
_IS = r"(?:地址|账号|号码|号|\([^()\d]{1,8}\)){0,2}(?:均?为|是)?"
# Each begins with plain characters, for which `re` looks fast.
_LABELS = {
    ContactKind.POSTCODE: lazy(rf"(?:邮政编码|邮编){_IS}[:;]?\(?(\d{{2,}})"),
    ContactKind.FAX: lazy(rf"传真(?:电话)?{_IS}([:;]?)(?=[(+\d\u4e00-\u9fff])"),
    ContactKind.PHONE: lazy(
        r"(?:电话|热线|座机|手机|联系方式|来电|致电|拨打|咨询(?=:)|tel|Tel|TEL)"
        r"(?<!传真(?:电话|热线|座机|手机|来电|致电|拨打|咨询))(?<!传真联系方式)(?<!传真(?:tel|Tel|TEL))"
        r"(?:[/、及和(]传真\)?)?"
        rf"{_IS}([:;]?)(?=[(+\d\u4e00-\u9fff])"
    ),
    ContactKind.EMAIL: lazy(
        rf"(?:电子邮箱|电子邮件|电子信箱|邮箱|[Ee]-?[Mm]ail|E-?MAIL){_IS}([:;]?)\(?([A-Za-z0-9][!-~]{{3,}})"
    ),
    ContactKind.ADDRESS: lazy(
        r"地[址点](?<![邮信]箱..)(?<!邮件..)(?<!网[站络页]..)(?<!(?:链接|下载|访问|登录|域名|主页|平台)..)(?<!I[Pp]..)"
        r"(?:均?为|是|位于|在)?(:?)(.{2,80}?)"
        r"(?=[;。!?]|\)?$|\)[,;。]|[,、]?\(?(?:邮政编码|邮编|(?:联系|咨询|办公|监督|值班)?电话|联系方式|传真|电子邮箱|"
        r"电子邮件|电子信箱|邮箱|网址|联系人|(?:办公|受理|工作)时间|[Ee]-?mail)|,(?:如|请|可|也|并|本|欢迎|或))"
    ),
}
_PLACE = lazy(r"[\u4e00-\u9fff]{1,12}[省市区县旗州盟镇乡].*[路街道巷号楼室院村座层]")
_NO_ADDRESS = lazy(r"[及和等、]|信息|变更|公[开布]|详见|同上|[Hh]ttps?:|[Ww]{3}\.|[!-~]*@")
_BARE_EMAIL = lazy(
    r"(?<![A-Za-z0-9._%+@/-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9@-])"
)
_EMAIL_END = lazy(r"[),;|<>\"']")
_SITE = lazy(
    r"(?<![@A-Za-z0-9.-])((?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24})(?![A-Za-z0-9@-])(?:[/:][!-~]*)?"
)
_FILES = (".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".zip", ".htm", ".html", ".jpg", ".png", ".txt")
_COPY = lazy(r"电子版|电子文档|下载|(?:本(?:年度?)?报告|年报).{0,16}(?:查阅|查询|公布|公开)")


def read_contacts(outline: Outline) -> tuple[Contact, ...]:
    """Return all contact data of the text outside tables, paragraph by paragraph."""
    found: list[Contact] = []
    for part, paragraph in outline.paragraphs():
        text = fold(paragraph.text)
        if "@" in text or "." in text or _MENTIONED.search(text):
            found += _in_paragraph(text, part, paragraph)
    return tuple(found)


def _in_paragraph(text: str, part: int | None, paragraph: Paragraph) -> Iterator[Contact]:
    for kind, words in _MENTIONS.items():
        if any(map(text.__contains__, words)):
            yield from _of_kind(kind, text, part, paragraph)
    if "@" in text and not _labelled_email(text, paragraph.text):
        for email in _bare_emails(paragraph.text):
            yield Contact(ContactKind.EMAIL, email, part, paragraph.place)
    if "." in text and _COPY.search(text):
        for host in _hosts(paragraph.text):
            yield Contact(ContactKind.SITE, host, part, paragraph.place)


def _of_kind(kind: ContactKind, text: str, part: int | None, paragraph: Paragraph) -> Iterator[Contact]:
    for match in _LABELS[kind].finditer(text):
        if value := _value(kind, match, paragraph.text):
            yield Contact(kind, value, part, paragraph.place)


def _labelled_email(text: str, printed: str) -> bool:
    return any(_email(match, printed) for match in _LABELS[ContactKind.EMAIL].finditer(text))


def _bare_emails(printed: str) -> Iterator[str]:
    """Yield the addresses that no label announces, or one of other things as well: 信箱, 联系我们."""
    return (match[0] for match in _BARE_EMAIL.finditer(" ".join(map(fold, printed.split()))))


def _value(kind: ContactKind, match: re.Match[str], printed: str) -> str | None:
    """Return the datum behind a label as it is printed, None where what follows is none."""
    if kind is ContactKind.POSTCODE:
        return tidy(unfolded(printed, *match.span(1)))
    if kind is ContactKind.EMAIL:
        return _email(match, printed)
    if kind is ContactKind.ADDRESS:
        return _address(match, printed)
    span = phone_after(match.string, match.end(), said=bool(match[1]))
    return tidy(unfolded(printed, *span)) if span else None


def _email(match: re.Match[str], printed: str) -> str | None:
    """Return the address up to a blank or a mark that ends it; without colon only what has an @."""
    value = _EMAIL_END.split(match[2], maxsplit=1)[0]
    if "@" not in value and (not match[1] or value.isdecimal()):
        return None
    words = tidy(unfolded(printed, match.start(2), match.start(2) + len(value))).split(" ")
    whole = next((at for at in range(1, len(words)) if "@" in "".join(words[:at])), len(words))
    if words[:whole][-1].endswith("@") and whole < len(words):
        whole += 1
    return " ".join(words[:whole]).rstrip(".．")


def _address(match: re.Match[str], printed: str) -> str | None:
    """Return the address; without colon only what names a place and a street or house."""
    start, value = match.start(2), match[2]
    while value[:1] in (",", "、", ":", "("):
        value, start = value[1:], start + 1
    bare = value.rstrip(",、:(")
    if bare.count("(") > bare.count(")") and match.string.startswith(")", start + len(bare)):
        bare += ")"
    if len(bare) < 4 or _NO_ADDRESS.match(match[2]) or not (match[1] or _PLACE.match(bare)):
        return None
    return tidy(unfolded(printed, start, start + len(bare)))


def _hosts(printed: str) -> Iterator[str]:
    """Yield the hosts of the sites in the sentences that tell where the electronic copy is."""
    text = " ".join(map(fold, printed.split()))
    for sentence in text.replace(";", "。").split("。"):
        if "." in sentence and _COPY.search(sentence.replace(" ", "")):
            hosts = (match[1] for match in _SITE.finditer(sentence))
            yield from (host for host in hosts if not host.lower().endswith(_FILES))
