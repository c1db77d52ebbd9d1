"""A small pack of its own, so that these tests say nothing about the wording of the national rules."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

PACK = """\
name: small
version: "1"
title: {zh: 小规则包, en: A small pack}
prefix: TST
maintainer: the tests
source: the tests
requires: 0.1.0
"""

RULE = """\
id: {id}
name: {name}
level: {level}
title: {{zh: {zh}, en: {en}}}
source: {{document: 公历, place: 各月天数, custom: true}}
check: {check}
params: {params}
message:
  zh: >-
    {message_zh}
  en: >-
    {message_en}
advice: {{zh: 请核对。, en: Check it.}}
exceptions: {{zh: 没有例外。, en: None.}}
"""

RULES = (
    (
        "TST032",
        "dates-exist",
        "error",
        "日期应存在",
        "Dates exist",
        "dates_exist",
        "{}",
        "没有「{text}」",
        "No such day as {text}",
    ),
    (
        "TST033",
        "signed-late",
        "warning",
        "应在年后落款",
        "Signed after the year",
        "signed_within",
        "{not_before: 01-01}\nterms: {signature: {zh: 落款, en: signed}, publication: {zh: 发布, en: published}}",
        "{date} 早于 {limit}",
        "{date} is before {limit}",
    ),
)
FIELDS = ("id", "name", "level", "zh", "en", "check", "params", "message_zh", "message_en")

FAULTY = """\
嵩县科学技术局2023年政府信息公开工作年度报告
一、总体情况
2023年2月30日，我局召开会议。
嵩县科学技术局
2023年12月1日
"""
CLEAN = """\
# 2020年政府信息公开工作年度报告
## 一、总体情况
无日期。
"""


@pytest.fixture(autouse=True, scope="session")
def interruptible() -> None:
    """Let what is begun here hear interrupts: a shell has its background jobs ignore them, and they inherit that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, in Chinese, with a cache of its own, and with the small pack in `pack/`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "pack"
    (folder / "0-document").mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    for values in RULES:
        text = RULE.format(**dict(zip(FIELDS, values, strict=True)))
        (folder / "0-document" / f"{values[0]}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def reports(here: Path) -> Path:
    """Return a folder with a faulty report, a faultless one and one that is no text."""
    folder = here / "reports"
    folder.mkdir()
    (folder / "a 嵩县.txt").write_text(FAULTY, encoding="utf-8-sig")
    (folder / "b.md").write_text(CLEAN, encoding="utf-8")
    (folder / "c.txt").write_bytes(b"{\\rtf1\\ansi }")
    return folder
