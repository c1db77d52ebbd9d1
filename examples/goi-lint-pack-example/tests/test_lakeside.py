"""The package, once it is installed: its pack's cases, and its check kind on a report of its own."""

from __future__ import annotations

import subprocess
import sys

import goi_lint

REPORT = f"湖滨市水利局2024年政府信息公开工作年度报告\n一、总体情况\n{'长' * 401}\n"


def test_cases() -> None:
    run = subprocess.run([sys.executable, "-m", "goi_lint", "test", "lakeside"], check=False)
    assert run.returncode == 0


def test_check() -> None:
    run = goi_lint.lint(REPORT, packs=["lakeside"])
    (finding,) = (finding for finding in run.findings if finding.rule == "LAKE102")
    assert finding.message.zh == "「长长长长长长长长长长长长…」一段有 401 字，超过 400 字"
    assert finding.location.place.line == 3
