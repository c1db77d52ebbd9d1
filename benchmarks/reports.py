"""Reports to measure with: those of many bodies in three years with faults among them, and one faultless one.

    python benchmarks/reports.py FOLDER BODIES [usual]      # writes them, and prints how many there are

One in ten is laid out in any way that was ever seen, each otherwise; `usual` has all in the six usual layouts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from goi_lint.cases.draft import Draft
from goi_lint.cases.flavours import Flavour, write
from writing.base import draft
from writing.flavours import encode
from writing.planted import plant
from writing.repository import LAYOUTS, repository

YEARS = 3
USUAL = "usual"
ONE_REPORT = 8_000
"""Bytes of the one report whose process is measured."""

MORE = (
    "围绕群众关心的办事流程，对栏目设置作了调整，把分散在多处的办理指引集中到同一页面，并由专人每月核对一次内容是否过时，"
    "发现链接失效、电话变更等情形当日更正，使来访群众少跑一趟、少问一次。",
    "对拟发布的文件实行起草、审核、复核三级把关，凡涉及个人隐私、商业秘密的内容均先作处理再行发布；对暂不宜公开的事项逐件说明理由，"
    "登记备查，年终由办公室汇总后向班子会议作一次专题汇报。",
    "组织经办人员参加业务培训两次，结合实际案例讲解答复文书的写法和期限的计算，课后以书面测试检验效果；新到岗人员由老同志带一个月，"
    "熟悉流程之后才单独承办，答复质量比过去更加稳定。",
    "依托便民服务大厅设立查阅点，配备电脑和打印设备，安排窗口人员协助老年群众查询；对行动不便的群众提供上门递送服务，"
    "并在社区宣传栏张贴查询方法和联系方式，方便群众就近了解。",
    "注重听取意见，通过座谈走访、留言回复等方式收集群众对公开内容的需求，整理后分送各科室办理，办理结果在原渠道回复；"
    "对反映集中的问题列出清单，明确责任人和完成时限，逐项销号。",
    "面向企业和群众解读新出台的措施，采用问答、图表和短视频等形式，说明适用对象、办理条件和所需材料；解读材料与文件同步起草、"
    "同步审核、同步发布，并在文件页面设置链接，便于对照阅读。",
)


def write_reports(folder: Path, bodies: int, usual: bool = False) -> tuple[int, int]:
    """Write the reports of so many bodies, 5 to 8 kB each, and their roster.

    Return how many reports there are, and how many findings they must cause together.
    """
    reports = repository(bodies, YEARS)
    plant(reports, times=min(bodies // 60, 5))
    for report in reports.filed() if usual else ():
        report.chosen = report.chosen or Flavour(report.rng.choice(LAYOUTS))
    reports.write(folder)
    (folder / "goi-lint.toml").unlink()
    return sum(1 for _ in reports.filed()), len(reports.findings)


def written(folder: Path, bodies: int, *ways: str) -> tuple[int, int]:
    """Have them written by a process of its own: what this one takes counts as memory of those that it begins."""
    command = [sys.executable, __file__, str(folder), str(bodies), *ways]
    shown = subprocess.run(command, capture_output=True, check=True)
    reports, found = json.loads(shown.stdout)
    return int(reports), int(found)


def one_text() -> bytes:
    """Return a faultless report of 8 kB."""
    for more in range(1, 4 * len(MORE)):
        text = encode(write(_with_more(draft("form_2021", Random(1)), more), "tabs", 1))
        if len(text) >= ONE_REPORT:
            return text
    raise AssertionError("no report is that long")


def _with_more(report: Draft, paragraphs: int) -> Draft:
    """Return the report with further paragraphs in its first part."""
    more = tuple(MORE[index % len(MORE)] for index in range(paragraphs))
    parts = (
        replace(part, paragraphs=(*part.paragraphs, *more)) if part.number == 1 else part
        for part in report.parts
    )
    return replace(report, parts=tuple(parts))


if __name__ == "__main__":
    print(json.dumps(write_reports(Path(sys.argv[1]), int(sys.argv[2]), USUAL in sys.argv)))
