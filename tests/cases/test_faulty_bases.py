"""A base report in which something is found spoils every case that begins with it: that is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from goi_lint.cli import main
from goi_lint.plugins import build_plugins

FILES = {
    "pack.yaml": "name: yunze\nversion: '1'\ntitle: {zh: 云泽}\nprefix: YZ\nextends: national\n",
    "1-overview/YZ101.yaml": """\
id: YZ101
name: six-subheads
level: warning
title: {zh: 小标题应有六个, en: There are six subheads}
source: {document: 云政办发〔2025〕3号, place: 第二条}
check: occurs
params: {within: [1], look_at: subheads, patterns: ['.+'], least: 6}
message: {zh: '小标题有 {count} 个', en: 'there are {count} subheads'}
advice: {zh: 补上。, en: Add one.}
exceptions: {zh: 没有。, en: None.}
examples:
  - {name: 无误}
  - {name: 改了期限, change: {replace: {2024年1月18日: 2024年1月19日}}}
  - {name: 日期不存在, change: {text: {part 5: 问题：2023年2月30日发现。措施：改进。}}}
  - {name: 少一个, change: {replace: {（五）监督保障。: 另外，}}, expect: [YZ101 at part 1]}
""",
}
ZH = """\
BASE/form_2021.yaml:1: base/form_2021
  多了 YZ101 at part 1：小标题有 5 个
       报告第 6 行：一、总体情况
1-overview/YZ101.yaml:14: YZ101/日期不存在
  多了 GOI032 at part 5：「2023年2月30日」不存在
       报告第 70 行：问题：2023年2月30日发现。措施：改进。
基准报告 form_2021 本身多出的问题，3 个案例中也有，没有重复列出；应先改基准报告或规则
yunze：4 个案例，3 个不符
"""


def test_it_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["test", ".", "--lang", "zh"]) == 1
    bases = f"{Path(build_plugins().packs['national']).as_posix()}/cases/base"
    assert capsys.readouterr().out.replace(bases, "BASE") == ZH
