"""A share of the damaged files of `tests/fuzz/run.py`: each is a finding or a normal result."""

from __future__ import annotations

import pytest

from fuzz.run import fuzz
from fuzz.variants import FORMATS, variant

SHARE = 150


@pytest.mark.parametrize("kind", FORMATS)
def test_damaged_files_are_findings(kind: str) -> None:
    row = fuzz(kind, 0, SHARE)

    assert row.failures == ()
    assert 0 < row.unreadable < SHARE


@pytest.mark.parametrize("kind", FORMATS)
def test_a_number_always_gives_the_same_file(kind: str) -> None:
    assert [variant(kind, number) for number in range(5)] == [variant(kind, number) for number in range(5)]
