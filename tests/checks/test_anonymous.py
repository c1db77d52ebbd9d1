"""No personal data; what the report offers its readers is none."""

from __future__ import annotations

import pytest

from checks.building import Said, contact, report, rule_params, said
from checks.tables import a_report, a_table
from goi_lint.checks import anonymous
from goi_lint.model.document import Place
from goi_lint.model.report import Report
from goi_lint.model.table import ExtraRow

PARAMS = rule_params("GOI052")
ONE = "220102198503071210"


def _told(text: str) -> Report:
    return report(parts={1: [text]})


def _said(masked: str, kind: str, address: str = "part 1") -> Said:
    return [(address, {"text": masked, "kind": kind})]


SILENT = {
    "telephone in the contact line": report(
        front=["如有疑问，请与办公室联系（电话：13900001111）。"], contacts=[contact("phone", "13900001111")]
    ),
    "contact person": report(front=["本报告由张三（13900001111）负责填报，经办科室为办公室。"]),
    "front without a word on contact": report(front=["办公室张三，13900001111，工作日均可。"]),
    "closing": report(closing=["张三 13900001111"]),
    "list of telephones": report(parts={1: ["联系方式如下：", "张三，13900001111；", "李四，13900002222。"]}),
    "sentence below a line on contacts": report(
        parts={1: ["政务公开联系电话公布如下。", "行政审批科张三同志，13900001111，负责解答问题。"]}
    ),
    "hotline of the office": _told("公开监督电话13900001111，接受群众监督，全年没有收到投诉。"),
    "applicants are told whom to ring": _told("申请人可拨打13900001111咨询办理进度，办公室负责解答。"),
    "applicants may ring": _told("如需查询，申请人请致电13900001111，办公室负责解答。"),
    "alone on its line": _told("13900001111"),
    "name and number": _told("张三13900001111"),
    "masked": _told("申请人张某（139****1111）提出申请，我局已经按时答复。"),
    "figure": _told("全年拨付补助资金13900001111元，其中信息公开专项经费2万元。"),
    "code": _told("登记编号13900001111，有关材料已经公开，可在网站查询。"),
    "social credit code": _told("统一社会信用代码：220102198503071210，已经公开。"),
    "document number": _told("按照长府办发〔2023〕15号文件要求，公开重点领域信息。"),
    "in an address of a site": _told("网址https://www.a.gov.cn/xxgk/220102198503071210.html，可以查询。"),
    "article of a site": _told("详见t20240115_1390000111122.html，共有信息120条。"),
    "wrong checksum": _told("编号220102198503071211的材料已经归档。"),
    "account of the treasury": _told("信息处理费缴入财政专户，账号6228480012345678903，户名为财政局。"),
    "no word on an account": _told("全年共发布信息6228480012345678903条。"),
    "hotline": _told("12345热线转办工单120件，均按时答复。"),
    "figure in a cell": a_report(a_table("requests", received__total="13900001111")),
    "long figure in a cell": a_report(a_table("requests", received__total="220102198503071211")),
}
REPORTS = {
    "identity number": (
        _told(f"申请人李某（身份证号{ONE}）提出申请。"),
        _said("220***********1210", "identity_number"),
    ),
    "identity number in the front": (
        report(front=[f"编制人身份证{ONE}"]),
        _said("220***********1210", "identity_number", "front"),
    ),
    "identity number in the closing": (
        report(closing=[f"张三 {ONE}"]),
        _said("220***********1210", "identity_number", "closing"),
    ),
    "identity number without a word on it": (
        _told("李某，110105 19491231 002X，申请公开征地补偿方案。"),
        _said("110***********002X", "identity_number"),
    ),
    "mobile of an applicant": (
        _told("申请人张某（13900001111）申请公开征地信息，已经答复。"),
        _said("139****1111", "mobile"),
    ),
    "mobile of an applicant in the front": (
        report(front=["申请人张某某，电话13900001111，申请公开征地信息。"]),
        _said("139****1111", "mobile", "front"),
    ),
    "labelled mobile of a villager": (
        _told("村民李先生联系电话：139-0000-1111，反映公示栏没有更新。"),
        _said("139****1111", "mobile"),
    ),
    "mobile in a sentence": (
        _told("3月5日，13900001111申请公开征地信息，我局已经按时答复。"),
        _said("139****1111", "mobile"),
    ),
    "bank card": (
        _told("补贴打入农户银行卡6228480012345678903，逐户公示。"),
        _said("622************8903", "bank_card"),
    ),
    "identity number in a cell": (
        a_report(a_table("requests", received__total=ONE)),
        _said("220***********1210", "identity_number", "requests.received.total"),
    ),
    "applicant in a cell": (
        a_report(a_table("requests", received__total="申请人张某13900001111")),
        _said("139****1111", "mobile", "requests.received.total"),
    ),
    "identity number in a row that the form does not have": (
        a_report(a_table("requests")._replace(extra=(ExtraRow("五、备注", ("0", ONE), Place(9)),))),
        _said("220***********1210", "identity_number", "requests"),
    ),
    "account number": (
        _told("李某账号：6217 0012 3456 7893，补贴已经发放。"),
        _said("621*********7893", "bank_card"),
    ),
}


@pytest.mark.parametrize("given", SILENT.values(), ids=SILENT)
def test_silent(given: Report) -> None:
    assert said(anonymous, given, PARAMS) == []


@pytest.mark.parametrize(("given", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports(given: Report, expected: Said) -> None:
    assert said(anonymous, given, PARAMS) == expected


def test_a_rule_that_looks_for_nothing_is_faulty() -> None:
    assert [fault.found.zh for fault in anonymous.verify({}, {})] == ["没有要找的号码"]
    assert list(anonymous.verify({"mobile": {}}, {})) == []
