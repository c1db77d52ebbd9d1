"""Formulas that are no plain sums, by a whitelist of what `ast` finds in them; and what is wrong with any."""

from __future__ import annotations

# What `ast` adds to these types is not needed, and takes longer to import than to parse all formulas of a pack.
import _ast as ast

from goi_lint.errors import FormulaError, Words
from goi_lint.formula.faults import fault
from goi_lint.formula.linear import Formula, Weights
from goi_lint.limits import FORMULA_DEPTH
from goi_lint.typed import cast

_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.LtE: "<=",
    ast.GtE: ">=",
    ast.Lt: "<",
    ast.Gt: ">",
}


class _Sum:
    """A linear sum while it is put together: how often each name counts, and a number (under the name '')."""

    def __init__(self, name: str, times: int = 1) -> None:
        self.weights = {name: times}

    def plus(self, other: _Sum, times: int) -> _Sum:
        for name, count in other.weights.items():
            self.weights[name] = self.weights.get(name, 0) + count * times
        return self

    def times(self, factor: int) -> _Sum:
        self.weights = {name: count * factor for name, count in self.weights.items()}
        return self

    @property
    def number(self) -> int | None:
        """The value of a sum without names, None for any other."""
        return self.weights.get("", 0) if not any(self.weights) else None

    def frozen(self) -> Weights:
        names = tuple((name, count) for name, count in self.weights.items() if name)
        return Weights(names, self.weights.get("", 0))


def formula_of(text: str) -> Formula:
    """Return the formula; raise `FormulaError` with the column of the first thing that does not belong in one."""
    indent = len(text) - len(text.lstrip())
    flat = text.replace("\n", " ").strip()
    try:
        tree = cast("ast.Expression", compile(flat, "<formula>", "eval", ast.PyCF_ONLY_AST)).body
    except SyntaxError as error:
        column = min(error.offset or 1, len(flat) + 1) + indent
        if flat.count("(") != flat.count(")"):
            found = Words("括号不成对", "a bracket without its partner")
            raise FormulaError(
                column, found, Words("每个 ( 应有一个 )", "expected one ) for each (")
            ) from error
        raise fault(column, "这里不成公式", "no formula from here") from error
    except (RecursionError, MemoryError) as error:
        raise fault(1, "公式嵌套过深", "a formula nested too deep") from error
    return _comparison(tree, text, indent)


def _comparison(node: ast.expr, text: str, indent: int) -> Formula:
    column = node.col_offset + 1 + indent
    if not isinstance(node, ast.Compare):
        raise fault(column, "没有比较", "nothing is compared")
    if len(node.ops) > 1:
        second = node.comparators[1].col_offset + 1 + indent
        raise fault(second, "比较了不止一次", "a second comparison")
    comparison = _COMPARISONS.get(type(node.ops[0]))
    if comparison is None:
        raise fault(column, "不能这样比较", "a comparison of another kind")
    left = _side(node.left, indent, 0).frozen()
    right = _side(node.comparators[0], indent, 0).frozen()
    if not (left.names or right.names):
        raise fault(column, "没有名称", "a formula without names")
    return Formula(text, left, comparison, right)


def _side(node: ast.expr, indent: int, depth: int) -> _Sum:
    """Return one side as a linear sum."""
    if depth > FORMULA_DEPTH:
        raise _at(node, indent, "公式嵌套过深", "a formula nested too deep")
    if isinstance(node, ast.Name):
        return _Sum(node.id)
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return _Sum("", node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return _side(node.operand, indent, depth + 1).times(-1)
    if isinstance(node, ast.BinOp):
        return _operation(node, indent, depth)
    return _Sum(_set_name(node, indent))


def _operation(node: ast.BinOp, indent: int, depth: int) -> _Sum:
    left, right = _side(node.left, indent, depth + 1), _side(node.right, indent, depth + 1)
    if isinstance(node.op, ast.Add):
        return left.plus(right, 1)
    if isinstance(node.op, ast.Sub):
        return left.plus(right, -1)
    if not isinstance(node.op, ast.Mult):
        raise _at(node, indent, "不能这样计算", "an operation of another kind")
    if right.number is not None:
        return left.times(right.number)
    if left.number is not None:
        return right.times(left.number)
    raise _at(node, indent, "名称与名称相乘", "a name multiplied by a name")


def _set_name(node: ast.expr, indent: int) -> str:
    """Return `sum(set)` for the only call that the language has."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "sum":
        raise _at(node, indent, "这里不成公式", "no formula from here")
    if len(node.args) != 1 or node.keywords or not isinstance(node.args[0], ast.Name):
        raise _at(node, indent, "sum 里不是一个集合名", "sum of something else than one set")
    return f"sum({node.args[0].id})"


def _at(node: ast.expr, indent: int, zh: str, en: str) -> FormulaError:
    return fault(node.col_offset + 1 + indent, zh, en)
