"""What is said of a check in schemas: what must hold, and what each parameter is."""

from collections.abc import Mapping
from inspect import getdoc
from typing import NamedTuple

from goi_lint.errors import Words
from goi_lint.model.plugin import Check


class CheckDoc(NamedTuple):
    """A check in words; `params` has the parameters that are described."""

    about: Words
    params: Mapping[str, Words]


def check_doc(check: Check) -> CheckDoc:
    """Return what is said of the check: the first sentence of its module."""
    first = (getdoc(check) or check.NAME).partition("\n\n")[0].replace("\n", " ")
    return CheckDoc(Words(first, first), {})
