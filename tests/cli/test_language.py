"""Which language people are spoken to."""

from __future__ import annotations

import pytest

from goi_lint.cli.language import language_of


@pytest.mark.parametrize(
    ("given", "environment", "language"),
    [
        pytest.param([], {}, "zh", id="nothing known"),
        pytest.param([], {"LANG": "en_US.UTF-8"}, "en", id="English"),
        pytest.param([], {"LANG": "zh_CN.GB18030"}, "zh", id="Chinese"),
        pytest.param([], {"LANG": "C.UTF-8"}, "zh", id="C"),
        pytest.param([], {"LANG": "POSIX"}, "zh", id="POSIX"),
        pytest.param([], {"LC_ALL": "zh_CN", "LC_MESSAGES": "en_US", "LANG": "en_US"}, "zh", id="all first"),
        pytest.param([], {"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en", id="messages second"),
        pytest.param(["check", "--lang", "en"], {"LANG": "zh_CN"}, "en", id="asked for"),
        pytest.param(["--lang=zh", "x"], {"LANG": "en_US"}, "zh", id="asked for with ="),
        pytest.param(["--lang", "zh", "--lang", "en"], {}, "en", id="the last counts"),
        pytest.param(["--lang"], {"LANG": "en_US"}, "en", id="value missing"),
        pytest.param(["--lang", "fr"], {"LANG": "en_US"}, "en", id="unknown"),
    ],
)
def test_language(given: list[str], environment: dict[str, str], language: str) -> None:
    assert language_of(given, environment) == language
