"""The interpreter's own SHA-256 is the one that everybody means."""

from __future__ import annotations

from hashlib import sha256

import pytest

from goi_lint import digest


@pytest.mark.parametrize("data", [b"", b"abc", "政府信息公开".encode() * 1000])
def test_it_is_sha256(data: bytes) -> None:
    assert digest.sha256(data).hexdigest() == sha256(data).hexdigest()


def test_parts_make_the_whole() -> None:
    parts = digest.sha256(b"a")
    parts.update(b"b")
    assert parts.hexdigest() == sha256(b"ab").hexdigest()
