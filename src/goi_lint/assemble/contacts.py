"""Contact data: in one bracket or line by line, with or without colons, with any dash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goi_lint.model.document import Paragraph
from goi_lint.model.outline import Outline
from goi_lint.model.report import Contact, ContactKind
from goi_lint.text.normalise import fold

_COLON = r"(?:号码|号)?(?:为|是)?[:;]?"
_PHONE_TEXT = r"(\(?\+?[\d][\d()+\-−–—―‐－]{2,}\d(?:\(?(?:转|分机)\d{1,6}\)?)?)"
_MORE_PHONES = rf"(?:[、,;/或]{_PHONE_TEXT})?"
_ADDRESS_ENDS = (
    r"(?=[;。！？]|\)?$|\)[,;。]|[,、]?(?:邮政编码|邮编|联系电话|咨询电话|办公电话|联系方式|电话|传真|"
    r"电子邮箱|电子邮件|邮箱|网址|联系人|办公时间))"
)
_PATTERNS = {
    ContactKind.POSTCODE: re.compile(rf"(?:邮政编码|邮编){_COLON}\(?(\d+)"),
    ContactKind.FAX: re.compile(rf"(?:传真(?:电话)?){_COLON}{_PHONE_TEXT}{_MORE_PHONES}"),
    ContactKind.PHONE: re.compile(rf"(?<!传真)(?:电话|热线|座机|手机){_COLON}{_PHONE_TEXT}{_MORE_PHONES}"),
    ContactKind.EMAIL: re.compile(
        r"(?:电子邮箱|电子邮件|电子信箱|邮箱|[Ee]-?[Mm]ail)(?:地址)?(?:为|是)?[:;]?([A-Za-z0-9][!-~]{3,})"
    ),
    ContactKind.ADDRESS: re.compile(
        rf"(?<!邮箱)(?<!邮件)(?<!信箱)(?<!网站)(?<!网络)(?:地址|地点)(?:为|是|位于)?(:?)(.{{2,80}}?){_ADDRESS_ENDS}"
    ),
}
_SITE = re.compile(
    r"(?:https?://)?((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,})(?:[/:][!-~]*)?"
)
_COPY = re.compile(r"电子版|电子文档|下载|(?:本(?:年度?)?报告|年报).{0,16}(?:查阅|查询|公布|公开)")
_LOOKS_LIKE_ADDRESS = re.compile(r"[省市区县旗镇乡街路道村号楼室巷]")


def read_contacts(outline: Outline) -> tuple[Contact, ...]:
    """Return all contact data of the text outside tables, in reading order."""
    return tuple(
        contact for part, paragraph in outline.paragraphs() for contact in _in_paragraph(part, paragraph)
    )


def _in_paragraph(part: int | None, paragraph: Paragraph) -> Iterator[Contact]:
    text = fold(paragraph.text)
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            for value in _values(kind, match):
                yield Contact(kind, value, part, paragraph.place)
    for sentence in re.split("[。;]", text):
        if _COPY.search(sentence):
            for match in _SITE.finditer(sentence):
                if "@" not in sentence[max(0, match.start() - 1) : match.start()]:
                    yield Contact(ContactKind.SITE, match[1], part, paragraph.place)


def _values(kind: ContactKind, match: re.Match[str]) -> Iterator[str]:
    if kind is ContactKind.ADDRESS:
        value = match[2].strip(",、:(")
        if (
            len(value) >= 4
            and (match[1] or _LOOKS_LIKE_ADDRESS.search(value[1:]))
            and not value.startswith(("及", "和"))
        ):
            yield value
    elif kind is ContactKind.EMAIL:
        yield re.split(r"[),;]", match[1], maxsplit=1)[0].rstrip(".")
    else:
        yield from (_balanced(value) for value in match.groups() if value)


def _balanced(value: str) -> str:
    """Return the value without a closing bracket that was opened before it."""
    while value.endswith(")") and value.count(")") > value.count("("):
        value = value[:-1]
    return value[1:] if value.count("(") > value.count(")") and value.startswith("(") else value
