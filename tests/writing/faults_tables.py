"""Faults in the three tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from goi_lint.cases.draft import Draft
from goi_lint.cases.edit import add_row, delete, insert, relabel, set_cells, set_text, swap
from writing import figures
from writing.mutate import Change, Fault, bump, chain, fill, leaves

SECRET = "refused_state_secret"
REPEATED = "not_processed_repeated"


def faults() -> Iterator[Fault]:
    """Yield them all: sums, rows and columns, labels, cells."""
    yield from _sums()
    yield from _plausible()
    yield from _rows()
    yield from _labels()
    yield from _cells()


def _sums() -> Iterator[Fault]:
    some = leaves("granted", natural_person=12, enterprise=3)
    others = leaves("granted_in_part", natural_person=4, research=2)
    moved = bump(granted__total=1, granted_in_part__total=-1)
    yield Fault("two row totals off, their column right", ("GOI310",), chain(some, others, moved))
    carried = bump(carried_forward__natural_person=1, carried_forward__total=1)
    yield Fault("one more carried forward than came in", ("GOI311",), carried)
    missed = bump(granted__natural_person=1, granted__total=1)
    yield Fault("one more granted than the total of results", ("GOI312",), missed)
    both = bump(granted__enterprise=1)
    yield Fault("one wrong cell in a row and a column", ("GOI310", "GOI312"), both)
    yield Fault("sum of reviews", ("GOI410",), _cases("review_total"))
    yield Fault("sum of direct suits", ("GOI411",), _cases("direct_total"))
    yield Fault("sum of suits after review", ("GOI412",), _cases("after_review_total"))


def _cases(column: str) -> Change:
    def change(draft: Draft) -> Draft:
        address = f"review.cases.{column}"
        number = int(draft.tables["review"].cells()["cases", column])
        return set_cells(draft, {address: str(number + 1)})

    return change


def _plausible() -> Iterator[Fault]:
    few = fill("disclosure", "normative_documents", {"issued": "9", "repealed": "2", "in_force": "5"})
    yield Fault("fewer documents in force than issued less repealed", ("GOI207",), few)
    made = fill("disclosure", "regulations", {"issued": "1", "repealed": "0", "in_force": "1"})
    yield Fault("a county bureau makes regulations", ("GOI208",), made)
    less = fill("disclosure", "normative_documents", {"made": "4", "published": "4", "published_total": "3"})
    yield Fault("fewer documents published in all than this year", ("GOI209",), less, "form_2019")
    below = fill("disclosure", "licences", {"previous_items": "3", "change": "-5", "decisions": "0"})
    yield Fault("more items dropped than there were", ("GOI210",), below, "form_2019")
    yield Fault("amount with five decimals", ("GOI211",), fill("disclosure", "fees", {"charged": "12.34567"}))
    silent = _part_six("没有其他需要报告的事项。")
    unpaid = leaves("otherwise_fee_unpaid", natural_person=2)
    yield Fault("fee unpaid and no word on fees", ("GOI603",), chain(unpaid, silent))
    yield Fault("no word on fees", ("GOI601",), chain(leaves("otherwise_fee_unpaid"), silent))


def _part_six(text: str) -> Change:
    return lambda draft: set_text(draft, "part 6", (text,))


def _rows() -> Iterator[Fault]:
    yield Fault("table 2 lost", ("GOI201",), _lost("disclosure", 2))
    yield Fault("table 3 lost", ("GOI301",), _lost("requests", 3))
    yield Fault("table 4 lost", ("GOI401",), _lost("review", 4))
    yield Fault("row of table 2 deleted", ("GOI202",), _gone("disclosure.coercive_measures"))
    yield Fault("row of table 3 deleted", ("GOI302",), chain(leaves(SECRET), _gone(f"requests.{SECRET}")))
    zero = fill("review", "cases", {f"direct_{name}": "0" for name in (*figures.RESULTS, "total")})
    yield Fault("column of table 4 deleted", ("GOI402",), chain(zero, _gone("review.direct_other")))
    yield Fault("form of other years", ("GOI012",), _other_form)
    yield Fault("one table in the form of other years", ("GOI013",), _other_table)
    turned = _swapped("disclosure.penalties", "disclosure.coercive_measures")
    yield Fault("rows of table 2 out of order", ("GOI212",), turned)
    rows = chain(
        leaves("granted", natural_person=9), _swapped("requests.granted", "requests.granted_in_part")
    )
    yield Fault("rows of table 3 out of order", ("GOI307",), rows)
    columns = _swapped("requests.enterprise", "requests.research")
    yield Fault("columns of table 3 out of order", ("GOI307",), columns)
    yield Fault(
        "columns of table 4 out of order",
        ("GOI407",),
        _swapped("review.review_upheld", "review.review_other"),
    )
    yield Fault(
        "row added to table 2", ("GOI212",), _added("disclosure.normative_documents", "其他主动公开文件", 3)
    )
    yield Fault(
        "row added to table 3", ("GOI307",), _added("requests.cannot_provide_unclear", "4.其他情形", 7)
    )


def _lost(table: str, part: int) -> Change:
    def change(draft: Draft) -> Draft:
        without = delete(draft, [f"table {table}"])
        return insert(without, f"part {part}", ["相关数据见文末所附统计表图片。"])

    return change


def _gone(address: str) -> Change:
    return lambda draft: delete(draft, [address])


def _swapped(first: str, second: str) -> Change:
    return lambda draft: swap(draft, [(first, second)])


def _added(after: str, label: str, width: int) -> Change:
    return lambda draft: add_row(draft, after, label, ["0"] * width)


def _other_form(draft: Draft) -> Draft:
    other = {"form_2019": "form_2021", "form_2021": "form_2019"}[draft.form]
    return replace(draft, form=other, tables=figures.tables(other, Random(0)))


def _other_table(draft: Draft) -> Draft:
    return draft.with_table(_other_form(draft).tables["disclosure"])


def _labels() -> Iterator[Fault]:
    wrong = (
        ("disclosure.licences", "行政许可事项", "GOI203"),
        ("disclosure.issued", "本年制发数", "GOI203"),
        ("requests.not_processed_excessive", "4.无正当理由由大量反复申请", "GOI303"),
        ("requests.otherwise_not_corrected", "1.逾期不补正", "GOI303"),
        ("requests.public_interest", "社会公益机构", "GOI303"),
        ("requests.disposed", "三、本年度处理结果", "GOI303"),
        ("review.review_upheld", "结果维护", "GOI403"),
        ("review.suit_after_review", "经复议后起诉", "GOI403"),
    )
    for address, label, rule in wrong:
        yield Fault(f"{address} misspelt", (rule,), _named(address, label))


def _named(address: str, label: str) -> Change:
    return lambda draft: relabel(draft, {address: label})


def _cells() -> Iterator[Fault]:
    quiet = fill("review", "cases", {f"after_review_{name}": "0" for name in (*figures.RESULTS, "total")})
    for text, rule, what in (("", 4, "blank"), ("—", 5, "dash"), ("/", 5, "slash"), ("无", 5, "word")):
        two, three, four = (f"GOI{part}0{rule}" for part in (2, 3, 4))
        yield Fault(f"{what} in table 2", (two,), fill("disclosure", "penalties", {"decisions": text}))
        cell = fill("requests", SECRET, {"natural_person": text})
        yield Fault(f"{what} in table 3", (three,), chain(leaves(SECRET), cell))
        other = fill("review", "cases", {"after_review_other": text})
        yield Fault(f"{what} in table 4", (four,), chain(quiet, other))
    fewer = fill("disclosure", "licences", {"previous_items": "9", "change": "减4"})
    yield Fault("减4 for -4", ("GOI205",), fewer, "form_2019")
    yield Fault("unit of money in a cell", ("GOI205",), fill("disclosure", "fees", {"charged": "251万元"}))
    counted = fill("requests", REPEATED, {"enterprise": "5件"})
    yield Fault("unit in a cell", ("GOI305",), chain(leaves(REPEATED, enterprise=5), counted))
    yield Fault("negative in table 2", ("GOI206",), fill("disclosure", "licences", {"decisions": "-3"}))
    yield Fault("half a decision", ("GOI206",), fill("disclosure", "licences", {"decisions": "2.5"}))
    minus = chain(leaves("granted", natural_person=40), leaves(REPEATED, natural_person=-2, enterprise=5))
    yield Fault("negative in table 3", ("GOI306",), minus)
    minus_one = {"review_upheld": "3", "review_corrected": "0", "review_other": "0", "review_pending": "-1"}
    yield Fault(
        "negative in table 4", ("GOI406",), fill("review", "cases", {**minus_one, "review_total": "2"})
    )
