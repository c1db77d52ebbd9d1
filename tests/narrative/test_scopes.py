"""Whose a count is, by its words: the body by all its names, others, another year."""

from __future__ import annotations

import pytest

from goi_lint.narrative.scopes import Scope, in_years, is_self, scope_of, without_scope

NAMES = [
    ("区科技局", "济宁市兖州区科学技术局", True),
    ("县自然资源局", "苍溪县自然资源局", True),
    ("科技工信局", "中韩(长春)国际合作示范区科技创新和工业信息化局", True),
    ("区政府", "南京市高淳区人民政府", True),
    ("县政府办公室", "龙游县人民政府办公室", True),
    ("信访局", "长春市信访局", True),
    ("市教育局", "长春市南关区教育局", False),
    ("县信访局", "长春市信访局", False),
    ("市政府", "长春市人民政府办公室", False),
    ("市局", "长春市教育局", False),
    ("市教育局", "", False),
]


@pytest.mark.parametrize(
    ("name", "body", "expected"), NAMES, ids=[f"{name} {body}" for name, body, _ in NAMES]
)
def test_names_of_the_body(name: str, body: str, expected: bool) -> None:
    assert is_self(name, body) is expected


CORES = [
    ("2023年,我局共收到申请", "收到申请"),
    ("截至2023年12月31日,县自然资源局累计受理", "受理"),
    ("2022年收到", "去年收到"),
    ("结转至2024年办理", "结转至明年办理"),
    ("通过网络收到", "通过网络收到"),
    ("市教育局收到", "市教育局收到"),
]


@pytest.mark.parametrize(("head", "core"), CORES, ids=[head for head, _ in CORES])
def test_whose_and_when_is_taken_away(head: str, core: str) -> None:
    pieces = in_years(head, 2023).split(",")
    assert "".join(without_scope(piece, "苍溪县自然资源局").text for piece in pieces) == core


SCOPES = [
    ("2023年,我局共", Scope.BODY),
    ("", Scope.BODY),
    ("全市共", Scope.AREA),
    ("全市自然资源系统", Scope.OTHER),
    ("2022年,我局", Scope.OTHER),
    ("2022年,我局很好。", Scope.OTHER),
    ("2022年,我局很好。今年", Scope.BODY),
    ("较2022年增加6件,", Scope.BODY),
    ("上年结转2件,", Scope.BODY),
    ("近三年", Scope.OTHER),
    ("上半年", Scope.OTHER),
    ("截至2023年底,累计", Scope.OTHER),
    ("市政府办公室转来的", Scope.OTHER),
]


@pytest.mark.parametrize(("before", "expected"), SCOPES, ids=[before for before, _ in SCOPES])
def test_scopes(before: str, expected: Scope) -> None:
    text = f"{before}收到申请5件。"
    assert scope_of(text, len(before), text.index("5"), 2023) is expected
