from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goi_lint.errors import FormulaError, Words
from goi_lint.formula import Side, Term, parse
from goi_lint.formula.linear import Formula
from goi_lint.formula.parsing import _refuse_foreign
from goi_lint.formula.trees import formula_of

LANGUAGE = "expected names, whole numbers, + - *, brackets and sum(set), compared once with == <= >= < >"
BRACKET = "a bracket without its partner; expected one ) for each ("
KEYS = "expected the keys of rows and columns, such as received (新收), total (总计)"

UNDERSTOOD = {
    "two names a side": (
        "received + brought_forward == disposed_total + carried_forward",
        Side((Term("received", 1), Term("brought_forward", 1)), 0, True),
        "==",
        Side((Term("disposed_total", 1), Term("carried_forward", 1)), 0, True),
    ),
    "set": (
        "total == sum(leaves)",
        Side((Term("total", 1),), 0, True),
        "==",
        Side((Term("a", 1), Term("b", 1)), 0, True),
    ),
    "set and one of its members": (
        "total >= sum(leaves) + b",
        Side((Term("total", 1),), 0, True),
        ">=",
        Side((Term("a", 1), Term("b", 2)), 0),
    ),
    "brackets, multiples and numbers": (
        "(x + 1) * 2 < 3 * y - 4",
        Side((Term("x", 2),), 2),
        "<",
        Side((Term("y", 3),), -4),
    ),
    "minus sign": ("change > -5", Side((Term("change", 1),), 0, True), ">", Side((), -5)),
    "difference of a sum": (
        "x <= y - (z - 1)",
        Side((Term("x", 1),), 0, True),
        "<=",
        Side((Term("y", 1), Term("z", -1)), 1),
    ),
    "name that cancels itself": (
        "x - x + y == z",
        Side((Term("y", 1),), 0, True),
        "==",
        Side((Term("z", 1),), 0, True),
    ),
    "over several lines": (
        "x\n ==\n  y",
        Side((Term("x", 1),), 0, True),
        "==",
        Side((Term("y", 1),), 0, True),
    ),
}

REFUSED = {
    "empty": ("", f"column 1: no formula from here; {LANGUAGE}"),
    "no comparison": ("a + b", f"column 1: nothing is compared; {LANGUAGE}"),
    "comparison within a negation": ("not a == b", f"column 1: nothing is compared; {LANGUAGE}"),
    "single equals sign": ("received = total", "column 10: “=” in a formula; did you mean ==?"),
    "full-width plus": ("a ＋ b == c", "column 3: “＋” in a formula; did you mean +?"),
    "unequal": ("a != b", f"column 3: “!” in a formula; {LANGUAGE}"),
    "attribute": ("a.real == b", f"column 2: “.” in a formula; {LANGUAGE}"),
    "index": ("a[b] == c", f"column 2: “[” in a formula; {LANGUAGE}"),
    "text": ('a == "b"', f'column 6: “"” in a formula; {LANGUAGE}'),
    "division": ("a / b == c", f"column 3: “/” in a formula; {LANGUAGE}"),
    "decimals": ("a == 0.5", f"column 7: “.” in a formula; {LANGUAGE}"),
    "number of ten digits": ("a == 1234567890", f"column 6: “1” in a formula; {LANGUAGE}"),
    "capitals": ("Total == a", f"column 1: “T” in a formula; {LANGUAGE}"),
    "compared twice": ("a == b == c", f"column 11: a second comparison; {LANGUAGE}"),
    "membership": ("a in b", f"column 1: a comparison of another kind; {LANGUAGE}"),
    "power": ("2 ** a == b", f"column 1: an operation of another kind; {LANGUAGE}"),
    "name times name": ("c == a * b", f"column 6: a name multiplied by a name; {LANGUAGE}"),
    "other call": ("max(a) == b", f"column 1: no formula from here; {LANGUAGE}"),
    "sum of a sum": ("sum(a + b) == c", f"column 1: sum of something else than one set; {LANGUAGE}"),
    "sum of nothing": ("a == sum()", f"column 6: sum of something else than one set; {LANGUAGE}"),
    "condition": ("a if b == c else d", f"column 1: nothing is compared; {LANGUAGE}"),
    "keyword as name": ("lambda == b", f"column 8: no formula from here; {LANGUAGE}"),
    "conjunction as an addend": ("a + (b and c) == d", f"column 6: no formula from here; {LANGUAGE}"),
    "only numbers": ("1 == 1", f"column 1: a formula without names; {LANGUAGE}"),
    "bracket not closed": ("a == (b + c", f"column 6: {BRACKET}"),
    "bracket not opened": ("  a == b)", f"column 9: {BRACKET}"),
    "Chinese labels": ("新收 == 总计", f"column 1: “新收” in a formula; {KEYS}"),
    "NUL": ("a == b\0", f"column 7: “\0” in a formula; {LANGUAGE}"),
    "nested too deep": ("-" * 500 + "a == b", f"column 42: a formula nested too deep; {LANGUAGE}"),
    "too long": ("a" * 1001, f"column 1001: a formula of 1001 characters; {LANGUAGE}"),
}


@pytest.mark.parametrize(("text", "left", "comparison", "right"), UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_understood(text: str, left: Side, comparison: str, right: Side) -> None:
    bound = parse(text).bind({"leaves": ("a", "b")})
    assert (bound.left, bound.comparison, bound.right) == (left, comparison, right)


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_refused(text: str, expected: str) -> None:
    with pytest.raises(FormulaError) as refusal:
        parse(text)
    assert str(refusal.value) == expected


def test_names_and_sets_in_the_order_of_the_formula() -> None:
    formula = parse("total + b == sum(leaves) + a + b - sum(others)")
    assert (formula.names, formula.sets) == (("total", "b", "a"), ("leaves", "others"))
    assert formula.bind({"leaves": ("a", "c"), "others": ("d",)}).names == ("total", "b", "a", "c", "d")


TERMS = st.sampled_from(
    (
        "a",
        "b",
        "total",
        "sum",
        "sum(leaves)",
        "sum( a )",
        "sum (a)",
        "0",
        "7",
        "12",
        "007",
        "in",
        "if",
        "match",
        "-a",
        "(a)",
    )
)
SIGNS = st.sampled_from(("+", "-", " + ", "\n- ", " +  ", "*", "", " "))
COMPARISONS = st.sampled_from(("==", "<=", ">=", "<", ">", " == ", " >= ", "", "="))
SIDES = st.tuples(TERMS, st.lists(st.tuples(SIGNS, TERMS), max_size=4)).map(
    lambda side: side[0] + "".join(sign + term for sign, term in side[1])
)


def read(function: Callable[[str], Formula], text: str) -> Formula | tuple[int, Words, Words]:
    try:
        return function(text)
    except FormulaError as error:
        return error.column, error.found, error.expected


def _refused(text: str) -> Formula:
    """Refuse characters that stand in no formula, as is done before anything is read."""
    _refuse_foreign(text)
    return parse("a == b")


@settings(max_examples=600)
@given(left=SIDES, comparison=COMPARISONS, right=SIDES, around=st.sampled_from(("", " ", "\n")))
def test_plain_sums_are_read_as_python_reads_them(
    left: str, comparison: str, right: str, around: str
) -> None:
    text = f"{around}{left}{comparison}{right}{around}"
    found = read(parse, text)
    foreign = isinstance(read(_refused, text), tuple)
    assert isinstance(found, tuple) if foreign else found == read(formula_of, text)


def test_a_plain_sum_may_be_as_long_as_a_formula() -> None:
    names = [f"r{number}" for number in range(150)]
    assert len(parse(f"total == {' + '.join(names)}").right.names) == 150


def test_plain_sums_need_no_tree() -> None:
    source = (
        "import sys; from goi_lint.formula import parse; parse('a == b - sum(c) + 1');"
        "print(sys.modules.keys() & {'_ast', 'goi_lint.formula.trees'})"
    )
    shown = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert shown.stdout == "set()\n"
