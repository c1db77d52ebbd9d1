"""The narrative is the body's own."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.several import FORMS, Said, digest, reason, related, rule_params, said, sentences, together
from goi_lint.checks.alike import groups
from goi_lint.checks.bodies import own_words
from goi_lint.checks.overlap import Text, copied, shared, text_of
from goi_lint.model.digest import Digest, Reports
from goi_lint.model.roster import Member, Roster

PARAMS = rule_params("GOI801")
PLACE = "jilin/白山市/临江市"


def _of(name: str, text: list[str], year: int | None = 2023, **fields: Any) -> Digest:
    """Return the report of a body of 临江市."""
    fields = {"home": f"{PLACE}/{name}", "path": f"{name}/{year}.txt", **fields}
    return digest(year, text=text, body=f"临江市{name}", **fields)


def _facts(body: str, others: tuple[str, ...], **facts: Any) -> dict[str, Any]:
    plain = {"year": 2023, "other_year": 2023, "sentences": 10, "share": 100, "quotes": (0, 1, 2)}
    return {"body": body, "others": others, "count": len(others) + 1, **plain, **facts}


TEXT, OTHER, THIRD = sentences(10), sentences(10, "乙"), sentences(10, "丙")
WATER, SCHOOL, FARM = "水利局", "教育局", "农业农村局"
SILENT: dict[str, list[Digest]] = {
    "each its own": [_of(WATER, TEXT), _of(SCHOOL, OTHER)],
    "fewer sentences than half": [
        _of(WATER, [*TEXT, *THIRD]),
        _of(SCHOOL, [*TEXT[:6], *sentences(7, "乙")]),
    ],
    "few sentences of a short one": [_of(WATER, TEXT), _of(SCHOOL, [*TEXT[:5], *sentences(3, "乙")])],
    "its own of last year": [_of(WATER, TEXT), _of(WATER, TEXT, 2022), _of(SCHOOL, OTHER)],
    "the same body twice": [_of(WATER, TEXT), _of(WATER, TEXT, path="另一份.pdf"), _of(SCHOOL, OTHER)],
    "an abbreviated name": [_of("科技局", TEXT), _of("科学技术局", TEXT)],
    "another abbreviation, another year": [_of("住建局", TEXT), _of("住房和城乡建设局", TEXT, 2022)],
    "the government and its office": [_of("政府", TEXT), _of("政府办公室", TEXT)],
    "no place": [_of(WATER, TEXT), digest(text=TEXT, body=WATER, home=None)],
    "no place in either": [digest(text=TEXT, body=WATER, home=None, path=path) for path in "ab"],
    "no body": [_of(WATER, TEXT), digest(text=TEXT, body=None, home=None)],
    "no year": [_of(WATER, TEXT), _of(SCHOOL, TEXT, None)],
    "a disputed year": [_of(WATER, TEXT), _of(SCHOOL, TEXT, disputed=True)],
    "two years apart": [_of(WATER, TEXT), _of(SCHOOL, TEXT, 2021)],
    "not judged": [_of(WATER, TEXT, earlier=True), _of(SCHOOL, TEXT, earlier=True)],
    "the earlier one is judged alone": [_of(WATER, TEXT, 2022), _of(SCHOOL, TEXT, earlier=True)],
}
FIRST = "农业农村局/2023.txt"
REPORTS: dict[str, tuple[list[Digest], Said]] = {
    "two": (
        [_of(WATER, TEXT), _of(FARM, TEXT)],
        [(FIRST, "document", _facts(f"临江市{FARM}", (f"临江市{WATER}",)))],
    ),
    "three are one finding": (
        [_of(WATER, TEXT), _of(FARM, TEXT), _of(SCHOOL, TEXT)],
        [(FIRST, "document", _facts(f"临江市{FARM}", (f"临江市{SCHOOL}", f"临江市{WATER}")))],
    ),
    "two groups": (
        [_of(WATER, TEXT), _of(FARM, TEXT), _of(SCHOOL, OTHER), _of("财政局", OTHER)],
        [
            (FIRST, "document", _facts(f"临江市{FARM}", (f"临江市{WATER}",))),
            ("教育局/2023.txt", "document", _facts(f"临江市{SCHOOL}", ("临江市财政局",))),
        ],
    ),
    "a part of a longer one": (
        [_of(FARM, [*THIRD, *OTHER, *TEXT]), _of(WATER, TEXT)],
        [(FIRST, "document", _facts(f"临江市{FARM}", (f"临江市{WATER}",), quotes=(20, 21, 22)))],
    ),
    "half of each": (
        [_of(FARM, [*OTHER[:6], *TEXT[:6]]), _of(WATER, [*TEXT[:6], *THIRD[:6]])],
        [
            (
                FIRST,
                "document",
                _facts(f"临江市{FARM}", (f"临江市{WATER}",), sentences=6, share=50, quotes=(6, 7, 8)),
            )
        ],
    ),
    "one of them is not judged": (
        [_of(FARM, TEXT, earlier=True), _of(WATER, TEXT)],
        [("水利局/2023.txt", "document", _facts(f"临江市{WATER}", (f"临江市{FARM}",)))],
    ),
    "of the year before": (
        [_of(FARM, TEXT), _of(WATER, TEXT, 2022), _of(WATER, OTHER)],
        [(FIRST, "document", _facts(f"临江市{FARM}", (f"临江市{WATER}",), other_year=2022))],
    ),
    "of the year before, more than of its own": (
        [_of(FARM, TEXT), _of(FARM, [*TEXT[:7], *THIRD], 2022), _of(WATER, TEXT, 2022), _of(WATER, OTHER)],
        [
            (
                "农业农村局/2022.txt",
                "document",
                _facts(
                    f"临江市{FARM}", (f"临江市{WATER}",), year=2022, other_year=2022, sentences=7, share=70
                ),
            ),
            (FIRST, "document", _facts(f"临江市{FARM}", (f"临江市{WATER}",), other_year=2022)),
        ],
    ),
    "of the year before, no more than of its own": (
        [_of(WATER, TEXT), _of(WATER, TEXT, 2022), _of(FARM, TEXT, 2022)],
        [
            (
                "农业农村局/2022.txt",
                "document",
                _facts(f"临江市{FARM}", (f"临江市{WATER}",), year=2022, other_year=2022),
            )
        ],
    ),
    "the first is the first by path": (
        [_of(FARM, TEXT, path="b.txt"), _of(WATER, TEXT, path="a.txt")],
        [("a.txt", "document", _facts(f"临江市{WATER}", (f"临江市{FARM}",)))],
    ),
    "what most have is quoted": (
        [_of(FARM, [*OTHER, *TEXT]), _of(WATER, [*TEXT, *THIRD]), _of(SCHOOL, [*OTHER[:8], *TEXT[:8]])],
        [
            (
                FIRST,
                "document",
                _facts(
                    f"临江市{FARM}",
                    (f"临江市{SCHOOL}", f"临江市{WATER}"),
                    sentences=18,
                    share=100,
                    quotes=(10, 11, 12),
                ),
            )
        ],
    ),
    "the same office of another place": (
        [_of(FARM, TEXT), _of(FARM, TEXT, home="jilin/白山市/抚松县/农业农村局", path="抚松县/2023.txt")],
        [(FIRST, "document", _facts(f"临江市{FARM}", (f"临江市{FARM}",)))],
    ),
    "a body without a place, by another name": (
        [_of(FARM, TEXT), digest(text=TEXT, body="望川县水利局", home=None)],
        [(FIRST, "document", _facts(f"临江市{FARM}", ("望川县水利局",)))],
    ),
}


@pytest.mark.parametrize("digests", SILENT.values(), ids=SILENT)
def test_silent(digests: list[Digest]) -> None:
    reports = together([*digests, _of("市场监督管理局", sentences(10, "丁"))])
    assert said(own_words, reports, PARAMS) == []


@pytest.mark.parametrize(("digests", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(digests: list[Digest], expected: Said) -> None:
    assert said(own_words, together(digests), PARAMS) == expected


def test_members_of_the_roster_are_different_bodies_whatever_their_names() -> None:
    members = (Member("临江市科技局", 1), Member("临江市科学技术局", 2))
    reports = together([_of("科技局", TEXT), _of("科学技术局", TEXT)], Roster("r.yaml", "/", members))
    assert [path for path, _, _ in said(own_words, reports, PARAMS)] == ["科学技术局/2023.txt"]


ABSENT = {
    "one report": [_of(WATER, TEXT)],
    "short narratives": [_of(WATER, TEXT[:5]), _of(SCHOOL, TEXT[:5])],
    "few characters": [_of(WATER, ["短句"] * 1 + list("甲乙丙丁戊己")), _of(SCHOOL, list("甲乙丙丁戊己庚"))],
}


@pytest.mark.parametrize("digests", ABSENT.values(), ids=ABSENT)
def test_not_applicable(digests: list[Digest]) -> None:
    assert reason(own_words, together(digests), PARAMS) == "没有两个单位可以比较的正文"


def test_all_others_are_related() -> None:
    reports = together(REPORTS["three are one finding"][0])
    places = [("教育局/2023.txt", "document"), ("水利局/2023.txt", "document")]
    assert related(own_words, reports, PARAMS) == [places]


def test_numbers_out_of_bounds_are_faults() -> None:
    wrong = own_words.Params(share=0, least_sentences=1, least_characters=0)
    assert [fault.path for fault in own_words.verify(wrong, FORMS)] == [("share",), ("least_characters",)]


POOL = [f"句{number}".ljust(12 + number, "文") for number in range(14)]
NARRATIVES = st.lists(
    st.lists(st.sampled_from(POOL), min_size=3, max_size=10, unique=True), min_size=2, max_size=9
)
LOOSE = own_words.Params(share=50, least_sentences=3, least_characters=30)


def _texts(narratives: list[list[str]]) -> list[Text]:
    return [text_of(_of(f"{number:02}局", text)) for number, text in enumerate(narratives)]


def _alike(text: Text, other: Text) -> bool:
    return copied(text, shared(text, other.sentences), LOOSE)


def _all_pairs(texts: list[Text]) -> list[list[int]]:
    """Return the groups as they are found by comparing every text with every other one."""
    group = list(range(len(texts)))
    for one, other in combinations(range(len(texts)), 2):
        small, large = sorted((texts[one], texts[other]), key=lambda text: text.size)
        if _alike(small, large):
            group = [group[one] if each == group[other] else each for each in group]
    found = [[number for number, each in enumerate(group) if each == name] for name in sorted(set(group))]
    return sorted(members for members in found if len(members) > 1)


@settings(deadline=None)
@given(NARRATIVES)
def test_groups_are_those_of_all_pairs(narratives: list[list[str]]) -> None:
    texts = _texts(narratives)
    assert sorted(groups(texts, 50, _alike)) == _all_pairs(texts)


@settings(deadline=None)
@given(NARRATIVES, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_nothing(narratives: list[list[str]], rng: Random) -> None:
    digests = [_of(f"{number // 2:02}局", text, 2022 + number % 2) for number, text in enumerate(narratives)]
    before = said(own_words, together(digests), LOOSE)
    rng.shuffle(digests)
    assert said(own_words, together(digests), LOOSE) == before


def _many(count: int, rng: Random) -> Reports:
    """Return reports of so many bodies: half of each from a pool, and every tenth one a copy of the one before."""
    pool = sentences(400)
    digests: list[Digest] = []
    for number in range(count):
        text = [*rng.sample(pool, 10), *sentences(15, f"第{number}号")]
        if number % 10 == 9:
            text = [f"第{number - 1}号{each:03}".ljust(30, "文") for each in range(15)]
        digests.append(_of(f"{number:05}局", text))
    return together(digests)


@pytest.mark.parametrize("count", [100, 1000])
def test_copies_among_many_are_found(count: int) -> None:
    found = said(own_words, _many(count, Random(count)), PARAMS)
    assert [facts["count"] for _, _, facts in found] == [2] * (count // 10)


def test_a_text_that_all_have_is_one_finding() -> None:
    digests = [
        _of(f"{number:04}局", [*TEXT, f"第{number}个单位独有的一句".ljust(30)]) for number in range(500)
    ]
    found = said(own_words, together(digests), PARAMS)
    assert [(path, facts["count"], facts["sentences"]) for path, _, facts in found] == [
        ("0000局/2023.txt", 500, 10)
    ]


@pytest.mark.parametrize("count", [200, 800])
def test_texts_are_compared_with_few_others(count: int) -> None:
    rng = Random(count)
    drawn = ([f"第{each}题第{rng.randrange(3)}种".ljust(30) for each in range(20)] for _ in range(count))
    compared = []

    def alike(text: Text, other: Text) -> bool:
        compared.append((text, other))
        return False

    assert groups(_texts(list(drawn)), 50, alike) == []
    assert len(compared) <= 64 * count


def test_what_very_many_have_counts_for_those_that_share_more() -> None:
    """The two share four sentences of a model and three others, of thirteen each: neither alone is half of a text."""
    model, others = sentences(4), sentences(3, "乙")
    digests = [_of(f"{number:02}局", [*model, *sentences(9, f"第{number}号")]) for number in range(70)]
    digests += [_of(name, [*model, *others, *sentences(6, name)]) for name in (WATER, SCHOOL)]
    found = said(own_words, together(digests), PARAMS)
    assert [(facts["body"], facts["others"]) for _, _, facts in found] == [
        ("临江市教育局", ("临江市水利局",))
    ]
