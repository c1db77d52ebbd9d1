"""What stands below a report's text: who signs it and when, and then what the web page prints."""

from __future__ import annotations

from collections.abc import Sequence

from goi_lint.assemble.days import ends_with_date, is_date, without_date
from goi_lint.lazy import lazy
from goi_lint.model.document import Paragraph
from goi_lint.text.normalise import fold

_REACH = 12
_PAGE_REACH = 40
_MOST_SIGNERS = 3
_LONGEST_LINE = 60
_LONGEST_SIGNATURE = 40
_SEAL = lazy(r"\((?:公?章|盖章|印章|代章)\)$")
_BODY = lazy(
    "(?:局|厅|委|会|室|办|院|政府|部|处|站|队|所|镇|乡|街道|公司|集团|馆|校|学|署|司|组|社|中心|行|台|区|园|港)$"
)
_TALK = lazy(
    "^(?:无(?!锡|为|棣|极)|暂无|没有|未|已|均|在|由|请|现|将|向|按|经|对|从|本|我|联系|报送|抄送|主送|附件|签发)"
    "|[。;:,、!?的了]|情况|事项|报告|(?:公开|发布|公布|报)[到在于至]|网站$|负责|牵头"
)
_PAGE = lazy(
    r"[\[【(]?(?:打印|关闭|返回顶部|字号|字体|分享|收藏|扫一扫|上一[篇条]|下一[篇条]|相关(?:链接|文章|稿件)|版权所有|"
    r"(?:网站)?(?:主办|承办|技术支持)(?:单位)?:|网站(?:标识码|地图|声明)|政府网站标识码|备案号|\w?ICP备|\w公网安备|责任编辑:|"
    r"编辑:|关于我们|联系我们$|无障碍)"
)


def split_closing(
    paragraphs: tuple[Paragraph, ...],
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Part signature and date, and short notes below them, from the text above; the page's own lines are left out."""
    kept = paragraphs[: _end_of_text(paragraphs)]
    date = _date_line(kept)
    start = len(kept) if date is None else date
    if date is not None and not is_date(fold(kept[date].text)):
        return kept[:start], kept[start:]
    while start and len(kept) - start <= _REACH + _MOST_SIGNERS and is_signature(fold(kept[start - 1].text)):
        start -= 1
        if (len(kept) if date is None else date) - start == _MOST_SIGNERS:
            break
    return kept[:start], kept[start:]


def is_signature(folded: str) -> bool:
    """Tell whether a folded line is the name of a body and nothing else."""
    name = _SEAL.sub("", folded)
    if not 3 <= len(name) <= _LONGEST_SIGNATURE or not _BODY.search(name):
        return False
    return _TALK.search(name) is None


def _end_of_text(paragraphs: Sequence[Paragraph]) -> int:
    """Return the index of the first of the page's lines, the number of paragraphs where there are none."""
    for index in range(max(0, len(paragraphs) - _PAGE_REACH), len(paragraphs)):
        text = fold(paragraphs[index].text)
        if "。" not in text and _PAGE.match(text):
            return index
    return len(paragraphs)


def _date_line(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the index of the line that dates the report: nothing but short lines follows it."""
    for index in range(len(paragraphs) - 1, max(-1, len(paragraphs) - 1 - _REACH), -1):
        text = fold(paragraphs[index].text)
        if is_date(text) or (ends_with_date(text) and is_signature(without_date(text))):
            return index
        if len(text) > _LONGEST_LINE or "。" in text:
            return None
    return None
