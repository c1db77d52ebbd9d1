"""Comments to goi-lint in a report's source: `<!-- goi-lint: ignore GOI040 reason="…" -->`.

They are no text of the report in any format, in plain text neither. What they say is not for a reader to judge.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from goi_lint.errors import ReadError, Words
from goi_lint.lazy import lazy
from goi_lint.limits import MAX_REMARKS, REMARK_CHARACTERS
from goi_lint.model.document import Paragraph, lines

Line = tuple[int, str]

_LONGEST = REMARK_CHARACTERS + 100
# Slips are heard too, lest a comment silently have no effect: the name written otherwise, no colon, another word for
# ignore. What does not end, or not for long, reaches to the end of its line, lest it take the report with it.
_REMARK = lazy(
    r"<!--\s*+goi[-_ ]?lint\s*+(?:[:：]|ignore\b|(?:[a-z]{1,20}\s{1,9})?[a-z]{1,9}[0-9]{3})"
    rf"(?:(?:(?!<!--|-->).){{0,{REMARK_CHARACTERS}}}+-->|[^\n]*+)",
    re.DOTALL | re.IGNORECASE,
)


def remarks_of(numbered: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Return the comments as they are written, `<!--` and `-->` included, each with its lines.

    Of one that does not end, no more is kept than one may have. Raises `ReadError` for too many.
    """
    text = _joined(numbered)
    found = []
    at = index = 0
    for match in _REMARK.finditer(text):
        first = index + text.count("\n", at, match.start())
        last = first + match[0].count("\n")
        found.append(Paragraph(match[0][:_LONGEST], lines(numbered[first][0], numbered[last][0])))
        at, index = match.end(), last
        if len(found) > MAX_REMARKS:
            raise ReadError(
                Words(
                    f"给 goi-lint 的注释过多（上限 {MAX_REMARKS} 条）",
                    f"it has too many comments to goi-lint (at most {MAX_REMARKS})",
                )
            )
    return tuple(found)


def without_remarks(numbered: Sequence[Line]) -> list[Line]:
    """Return the lines without the comments; a line that held nothing else is left out."""
    rest = _REMARK.sub(lambda remark: "\n" * remark[0].count("\n"), _joined(numbered)).split("\n")
    kept = zip(numbered, rest, strict=True)
    return [(number, line) for (number, before), line in kept if line == before or line.strip(" \f\v")]


def _joined(numbered: Sequence[Line]) -> str:
    return "\n".join(line for _, line in numbered)
