"""The XML of a Word file: parsed without entities or network, its names, and what merely wraps content."""

from __future__ import annotations

from collections.abc import Iterator

from goi_lint.errors import ReadError, Words
from goi_lint.limits import DOCX_MARKS
from goi_lint.typed import Any

Element = Any
"""An element of lxml, which has no types of its own."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

P, TBL, TR, TC, R = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}r"
VAL, RPR, BOX = f"{W}val", f"{W}rPr", f"{W}txbxContent"
ALTERNATIVES = f"{_COMPATIBILITY}AlternateContent"
# Content controls, tags of other programs, insertions, links and fields: what they hold stands where they stand.
WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        *("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"),
        *("hyperlink", "fldSimple", "dir", "bdo"),
    )
)


def parse(data: bytes) -> Element:
    """Return the root element of a part; raise `ReadError` where the part is damaged, too large or has a DOCTYPE."""
    import lxml.etree

    data = _in_utf_8(data)
    if b"<!DOCTYPE" in data:
        raise ReadError(
            Words("文件内含不允许的 DOCTYPE 声明", "it holds a DOCTYPE, which a Word file must not have")
        )
    if max(data.count(b"<"), data.count(b"=")) > DOCX_MARKS:
        raise ReadError(
            Words(
                f"文件内容过于庞大（上限 {DOCX_MARKS} 个标记）",
                f"it holds too much (at most {DOCX_MARKS} tags)",
            )
        )
    parser = lxml.etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return lxml.etree.fromstring(data, parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise damaged() from error


def _in_utf_8(data: bytes) -> bytes:
    """Return the part in UTF-8, and in the names that nearly all Word files use for the same things."""
    if data.startswith(_UTF_16):
        data = data.decode("utf-16", "replace").encode()
    return data.replace(_STRICT, W[1:-1].encode())


def damaged() -> ReadError:
    """Return the error of a file whose content is not what it should be."""
    return ReadError(
        Words(
            "文件已损坏；请用 Word 或 WPS 打开后另存为 .docx 再试",
            "it is damaged; open it in Word or WPS and save it as .docx again",
        )
    )


def opened(element: Element) -> Iterator[Element]:
    """Yield the children, and in the place of wrappers what they hold."""
    within = [iter(element)]
    while within:
        child = next(within[-1], None)
        if child is None:
            within.pop()
        elif child.tag in WRAPPERS:
            within.append(iter(child))
        elif child.tag == ALTERNATIVES:
            within.append(iter(alternative(child)))
        else:
            yield child


def first(element: Element, tag: str) -> Element | None:
    """Return the first child of that name; for the few children that elements have, faster than lxml's search."""
    for child in element:
        if child.tag == tag:
            return child
    return None


def alternative(element: Element) -> Element:
    """Return the first of the choices, or else the fallback, or else nothing: all say the same."""
    choice = element.find(f"{_COMPATIBILITY}Choice")
    fallback = element.find(f"{_COMPATIBILITY}Fallback")
    return choice if choice is not None else fallback if fallback is not None else ()


def is_on(element: Element | None) -> bool:
    """Tell whether a property that can be on or off is there and on."""
    return element is not None and element.get(VAL, "true") not in ("0", "false", "off")


def number_of(element: Element | None, default: int = 0) -> int:
    """Return the number that a property gives; `default` where it gives none of at most nine digits."""
    text = element.get(VAL, "") if element is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default
