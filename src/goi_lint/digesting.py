"""Report → digest: what the rules over several reports need of it, and the sentences that they quote.

Sentences are compared as people would: without blanks, numbering, the year and the body's own names, so that a text
copied from last year or from a neighbour is known again. Sentences that the form or the law words, those that say that
there was nothing, and short ones are left out, for they are rightly the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from goi_lint.assemble.identity import year_of
from goi_lint.digest import sha256
from goi_lint.homes import home_of, own_names
from goi_lint.lazy import lazy
from goi_lint.model.digest import HASH_BYTES, LONGEST, MOST_SENTENCES, Digest, written
from goi_lint.model.document import Paragraph
from goi_lint.model.report import Identity, Report, YearSource
from goi_lint.text.normalise import fold, tidy, unfolded
from goi_lint.tuples import NamedTuple

_WRITTEN = (1, 5, 6)
_SHORTEST = 12
_SENTENCE = lazy(r"[^。;!?]+")
_HEADS = frozenset("(（一二三四五六七八九十第0123456789")
_NUMBERING = lazy(
    r"^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.]\)?|第?[一二三四五六七八九十][是要]?[,:、]|[一二三四五六七八九十][是要])+"
)
_SUBHEAD = lazy(r"^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.]|[一二三四五六七八九十]是)[^,]{0,24}$")
_A_BODY = r"(?:[局委办厅院站所镇乡县市区省州旗]|街道|中心|单位|机关|部门|政府)"
_ITSELF = lazy(
    rf"20\d\d年度?|二[〇零○O0][一二三四五六七八九〇零○\d]{{2}}年度?|我{_A_BODY}|本{_A_BODY}|该[局委办镇乡]"
)
"""The year, and what a body calls itself. Each alternative begins with a character: `re` looks for these first."""
_NOTHING = r"[^,。;!?]{0,30}(?:申请|复议|诉讼|收费|投诉|举报|追究)"
_OFFICIAL = lazy(
    r"信息处理费|其他(?:需要|需|应)?(?:报告|说明)|中华人民共和国政府信息公开条例》?(?:\(|规定|要求|和|,)|统计期限|联系电话|邮[编政]"
    rf"|未{_NOTHING}|没有{_NOTHING}|无{_NOTHING}|零{_NOTHING}"
)
"""Wording of the form and the law, and sentences that say that there was nothing."""
_ENDS = ",、:\"“”'"


class Sentence(NamedTuple):
    """A sentence of a report's narrative: its hash, how much of it is compared, and where it stands."""

    hash: bytes
    length: int
    part: int
    paragraph: Paragraph
    span: tuple[int, int]
    """From where to where in the folded paragraph."""

    @property
    def text(self) -> str:
        """The sentence as printed, without the mark that ends it."""
        return tidy(unfolded(self.paragraph.text, *self.span))


def digest_of(report: Report) -> Digest:
    """Return what a report leaves."""
    found = list(_distinct(report))
    return Digest(
        path=report.name,
        format=report.format,
        identity=_identity(report),
        home=home_of(report.identity),
        form=report.form.key if report.form else None,
        figures={key: written(table) for key, table in report.tables.items() if not table.blurred},
        sentences=b"".join([key for key, _, _ in found]),
        lengths=bytes([min(len(plain), LONGEST) for _, plain, _ in found]),
        remarks=report.remarks,
    )


def _identity(report: Report) -> Identity:
    """Return whose report of which year it is; a year that was given is disputed where title and periods deny it.

    One that lies in the folder of another year by mistake would differ in everything from its neighbours there.
    """
    identity, title = report.identity, report.title
    if identity.year_source is not YearSource.GIVEN or title is None or title.year in (None, identity.year):
        return identity
    years = {year for period in report.dates.periods if (year := year_of(period))}
    return identity._replace(year_disputed=years == {title.year})


def sentences(report: Report) -> Iterator[Sentence]:
    """Yield the narrative's sentences that are compared, in order, each text once, `MOST_SENTENCES` at most."""
    for key, plain, (part, paragraph, number) in _distinct(report):
        printed = next(islice(_SENTENCE.finditer(fold(paragraph.text)), number, None))
        yield Sentence(key, min(len(plain), LONGEST), part, paragraph, printed.span())


_Where = tuple[int, Paragraph, int]
"""The number of the part, the paragraph, and which of its sentences."""


def _distinct(report: Report) -> Iterator[tuple[bytes, str, _Where]]:
    """Yield these sentences: the hash, what is compared, and where it stands."""
    seen: set[bytes] = set()
    names = own_names(report.identity)
    for part, paragraph in _narrative(report):
        for number, plain in _compared(fold(paragraph.text), names):
            key = sha256(plain.encode("utf-8", "surrogatepass")).digest()[:HASH_BYTES]
            if key in seen:
                continue
            seen.add(key)
            yield key, plain, (part, paragraph, number)
            if len(seen) == MOST_SENTENCES:
                return


def _narrative(report: Report) -> Iterator[tuple[int, Paragraph]]:
    """Yield the paragraphs of the parts that are written, not filled in, with the part's number."""
    for section in report.outline.sections:
        if section.counts and section.heading.part in _WRITTEN:
            for paragraph in section.paragraphs:
                yield section.heading.part, paragraph


def _compared(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a paragraph that are compared: their numbers, and what of them is compared.

    What is done to the whole paragraph need not be done to each sentence; no name holds the mark that ends one.
    """
    if len(text) < _SHORTEST:
        return
    for name in names:
        if name in text:
            text = text.replace(name, "〇")
    text = _ITSELF.sub("〇", text)
    official = _OFFICIAL.search(text) is not None
    for number, sentence in enumerate(_SENTENCE.findall(text)):
        if sentence[0] in _HEADS:
            if _SUBHEAD.search(sentence):
                continue
            sentence = _NUMBERING.sub("", sentence)  # noqa: PLW2901
        sentence = sentence.strip(_ENDS)  # noqa: PLW2901
        if len(sentence) >= _SHORTEST and not (official and _OFFICIAL.search(sentence)):
            yield number, sentence
