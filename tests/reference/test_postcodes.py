from __future__ import annotations

import pytest

from goi_lint.reference import postcodes
from goi_lint.reference.gazetteer import province_keys

TABLE = [
    ("130000", {"jilin"}),
    ("134001", {"jilin"}),
    ("272100", {"shandong"}),
    ("471400", {"henan"}),
    ("100000", {"beijing"}),
    ("028000", {"neimenggu"}),
    ("030001", {"shanxi"}),
    ("710000", {"shaanxi"}),
    ("850000", {"xizang"}),
    ("137400", {"jilin", "neimenggu"}),
    ("750306", {"ningxia", "neimenggu"}),
    ("751100", {"ningxia"}),
    ("138000", {"jilin"}),
    ("999077", set()),
    ("140000", set()),
    ("000000", set()),
    ("800000", set()),
    ("13000", set()),
    ("1300000", set()),
    ("", set()),
    ("13000a", set()),
    ("１３００００", set()),
]


@pytest.mark.parametrize(("postcode", "provinces"), TABLE)
def test_provinces_of(postcode: str, provinces: set[str]) -> None:
    assert postcodes.provinces_of(postcode) == provinces


def test_every_province_has_a_postcode_and_no_other_key_occurs() -> None:
    served = {key for prefix in range(100) for key in postcodes.provinces_of(f"{prefix:02}1234")}
    assert served == set(province_keys())
