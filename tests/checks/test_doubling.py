"""What is written twice by mistake, by the parameters alone."""

from __future__ import annotations

import pytest

from goi_lint.checks.doubling import Doubled, Phrases, doubled_words
from goi_lint.text.patterns import compile_pattern

OF = Doubled(words="的", not_after="目", not_before="确")
OPEN = Doubled(words="开", where=compile_pattern("公开开信息", builtin=True))
ANY = Phrases(ignore=compile_pattern("一.*", builtin=True), unless=compile_pattern("办公室", builtin=True))
CASES: dict[str, tuple[str, list[Doubled], Phrases | None, list[str]]] = {
    "character": ("公开的的信息", [OF], None, ["的的"]),
    "character that ends a word": ("目的的实现", [OF], None, []),
    "character that begins a word": ("真的的确", [OF], None, []),
    "character three times": ("的的的", [OF], None, []),
    "another character": ("天天更新", [OF], None, []),
    "where it is meant": ("公开开信息", [OPEN], None, ["开开"]),
    "where it is not meant": ("公开开展", [OPEN], None, []),
    "meant elsewhere in the sentence": ("公开开展后，公开信息", [OPEN], None, []),
    "word": ("进行进行整改", [Doubled(words="进行")], None, ["进行进行"]),
    "word among others": ("展开公开公开后", [Doubled(words="公开")], None, ["公开公开"]),
    "phrase that is not known": ("指南指南更新", [], None, []),
    "two characters before a mark": ("更新指南指南,", [], ANY, ["指南指南"]),
    "two characters before a word": ("更新指南指南针", [], ANY, []),
    "four characters": ("编制公开指南公开指南后", [], ANY, ["公开指南公开指南"]),
    "ignored": ("一件一件,", [], ANY, []),
    "what may follow": ("公开指南公开指南办公室", [], ANY, []),
    "what may follow, but behind a mark": ("公开指南公开指南,办公室", [], ANY, ["公开指南公开指南"]),
    "below a subhead": ("(一)公开指南公开指南后", [], ANY, []),
    "below a subhead in the text": ("完成。二是公开指南公开指南后", [], ANY, []),
    "one character many times": ("啊啊啊啊,", [], ANY, []),
}


@pytest.mark.parametrize(("text", "doubled", "phrases", "expected"), CASES.values(), ids=CASES)
def test_doubled_words(
    text: str, doubled: list[Doubled], phrases: Phrases | None, expected: list[str]
) -> None:
    assert [
        text[start:end]
        for start, end in doubled_words(text, {each["words"]: each for each in doubled}, phrases)
    ] == expected
