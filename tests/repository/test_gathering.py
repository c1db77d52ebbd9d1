"""Which reports belong together: by roster, else by place and name, never by a name alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from goi_lint.homes import home_of
from goi_lint.model.digest import Digest
from goi_lint.model.report import Identity
from goi_lint.model.roster import Member, Roster
from goi_lint.repository import gathered

TECHNOLOGY = Member("嵩县科学技术局", 3, aliases=("嵩县科技局",), parent="嵩县人民政府")
COUNTY = Member("嵩县人民政府", 2)


def digest(path: str, body: str | None, year: int | None, **more: Any) -> Digest:
    identity = Identity(body=body, year=year, province="henan", city="洛阳市")
    identity = identity._replace(**{key: more.pop(key) for key in ("year_disputed", "city") if key in more})
    return Digest(path, "txt", identity, home_of(identity), "form_2021", {})._replace(**more)


def shown(digests: list[Digest], roster: Roster | None = None) -> tuple[dict[str, list[str]], list[str]]:
    """Return the paths of each series, and of the reports that belong to none."""
    reports = gathered(digests, {}, roster)
    series = {one.body: [each.path for each in one.reports] for one in reports.series}
    return series, [each.path for each in reports.unknown]


def test_years_of_one_body_are_a_series() -> None:
    digests = [
        digest("b.txt", "嵩县财政局", 2023),
        digest("a.txt", "洛阳市嵩县财政局", 2024),
        digest("c.txt", "嵩县教育局", 2023),
    ]
    assert shown(digests) == ({"洛阳市嵩县财政局": ["b.txt", "a.txt"], "嵩县教育局": ["c.txt"]}, [])


def test_a_body_without_a_place_is_not_matched_by_its_name() -> None:
    digests = [digest("a.txt", "财政局", 2023), digest("b.txt", "财政局", 2024)]
    assert shown(digests) == ({}, ["a.txt", "b.txt"])


def test_a_report_without_a_sure_year_belongs_nowhere() -> None:
    digests = [
        digest("a.txt", "嵩县财政局", None),
        digest("b.txt", "嵩县财政局", 2023, year_disputed=True),
        digest("c.txt", None, 2023),
    ]
    assert shown(digests) == ({}, ["a.txt", "b.txt", "c.txt"])


def test_two_names_of_one_body_are_the_same_only_where_the_roster_says_so() -> None:
    digests = [digest("a.txt", "嵩县科技局", 2023), digest("b.txt", "嵩县科学技术局", 2024)]
    assert shown(digests)[0] == {"嵩县科技局": ["a.txt"], "嵩县科学技术局": ["b.txt"]}
    roster = Roster("bodies.yaml", "", (COUNTY, TECHNOLOGY))
    assert shown(digests, roster)[0] == {"嵩县科学技术局": ["a.txt", "b.txt"]}


def test_the_roster_means_a_body_with_its_place_before_it_too() -> None:
    roster = Roster("bodies.yaml", "", (TECHNOLOGY,))
    digests = [digest("a.txt", "河南省洛阳市嵩县科学技术局", 2023), digest("b.txt", "栾川县科学技术局", 2023)]
    assert shown(digests, roster)[0] == {"嵩县科学技术局": ["a.txt"], "栾川县科学技术局": ["b.txt"]}


def test_the_roster_may_name_a_body_without_a_place() -> None:
    roster = Roster("bodies.yaml", "", (Member("财政局", 2),))
    digests = [digest("a.txt", "财政局", 2023), digest("b.txt", "财政局", 2024)]
    assert shown(digests, roster) == ({"财政局": ["a.txt", "b.txt"]}, [])


def test_of_several_bodies_whose_paths_fit_the_last_counts() -> None:
    county = COUNTY._replace(paths=("嵩县/",))
    technology = TECHNOLOGY._replace(paths=("嵩县/科技局/", "!草稿.txt"))
    one, two, draft = "嵩县/1.txt", "嵩县/科技局/1.txt", "嵩县/科技局/草稿.txt"
    digests = [digest(one, None, 2021), digest(two, None, 2022), digest(draft, None, 2023)]
    for members, whose in (
        ((county, technology), {"嵩县人民政府": [one, draft], "嵩县科学技术局": [two]}),
        ((technology, county), {"嵩县人民政府": [one, two, draft]}),
    ):
        assert shown(digests, Roster("bodies.yaml", str(Path.cwd()), members))[0] == whose


def test_the_roster_may_say_whose_report_a_file_is() -> None:
    roster = Roster("bodies.yaml", "", (TECHNOLOGY._replace(paths=("科技局/",)), COUNTY))
    digests = [digest("科技局/1.txt", "嵩县工业和信息化局", 2023), digest("县/1.txt", "嵩县", 2023)]
    assert shown(digests, roster)[0] == {"嵩县科学技术局": ["科技局/1.txt"], "嵩县人民政府": ["县/1.txt"]}


def test_of_several_reports_of_a_year_the_first_that_is_judged_counts() -> None:
    digests = [
        digest("a.txt", "嵩县财政局", 2023, earlier=True),
        digest("c.txt", "嵩县财政局", 2023),
        digest("b.txt", "嵩县财政局", 2023),
        digest("d.txt", "嵩县财政局", 2022),
    ]
    (series,) = gathered(digests, {}).series
    assert [one.path for one in series.reports] == ["d.txt", "b.txt"]
    assert [[one.path for one in same] for same in series.doubled] == [["b.txt", "c.txt", "a.txt"]]
    assert sorted(one.path for one in gathered(digests, {}).every) == ["a.txt", "b.txt", "c.txt", "d.txt"]


BODIES = ("嵩县财政局", "嵩县教育局", "洛阳市嵩县财政局", "财政局", "嵩县科技局", "嵩县科学技术局", None)
DIGESTS = st.lists(
    st.builds(
        digest,
        st.text("abc/", min_size=1),
        st.sampled_from(BODIES),
        st.sampled_from((2022, 2023, 2024, None)),
        earlier=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda one: one.path,
)


@given(DIGESTS, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_the_reports_changes_nothing(
    digests: list[Digest], rng: object, with_roster: bool
) -> None:
    roster = Roster("bodies.yaml", "", (COUNTY, TECHNOLOGY)) if with_roster else None
    before = gathered(digests, {}, roster)
    mixed = list(digests)
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert gathered(mixed, {}, roster) == before
    assert sorted(before.every) == sorted(digests)
