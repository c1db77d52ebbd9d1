"""Faults in words: doubled and lost ones, personal data, another body's words and name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from goi_lint.cases.draft import Draft
from goi_lint.cases.edit import insert
from writing.mutate import Change, Fault


def faults() -> Iterator[Fault]:
    """Yield them all."""
    doubled = "公开前由由办公室逐条审核。"
    yield Fault("a word twice", ("GOI051",), _told(1, doubled), kind="government")
    yield Fault("a phrase twice", ("GOI051",), _told(5, "继续做好政府信息公开工作工作，提高质量。"))
    yield Fault("number lost", ("GOI051",), _told(1, "公众号全年编辑发布信息条。"), kind="town")
    yield Fault("two full stops", ("GOI051",), _told(5, "继续规范答复文书。。"), form="form_2019")
    identity = "申请人李某（身份证号220102198503071210）的申请已经答复。"
    yield Fault("identity number", ("GOI052",), _told(1, identity))
    yield Fault(
        "mobile of an applicant",
        ("GOI052",),
        _told(1, "申请人张某（13900001111）来函，已经答复。"),
        kind="town",
    )
    yield Fault("bureau speaks as a town", ("GOI053",), _told(5, "下一步，我镇将定期检查栏目。"))
    yield Fault("town speaks as a bureau", ("GOI053",), _told(5, "下一步，我局将定期检查栏目。"), kind="town")
    yield Fault(
        "government speaks as a bureau",
        ("GOI053",),
        _told(5, "下一步，我局将定期检查栏目。"),
        kind="government",
    )
    yield Fault("signed by another bureau", ("GOI053",), _signed("税务局"))
    yield Fault("signed by another town", ("GOI053",), _signed("四道沟镇人民政府"), kind="town")


def _told(part: int, sentence: str) -> Change:
    return lambda draft: insert(draft, f"part {part}", [sentence])


def _signed(name: str) -> Change:
    def change(draft: Draft) -> Draft:
        return replace(draft, closing=(name, *draft.closing[1:]))

    return change
