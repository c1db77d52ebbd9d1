"""JSON Schemas of the files that people write, for editors: they complete, explain and check while one types.

A schema is made for the installation at hand: its checks with their parameters and facts, its packs and their rules.
What only the loader can see stands in no schema: names of other files' rules, formulas, regular expressions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from goi_lint.schema.case import case_schema
from goi_lint.schema.config import config_schema
from goi_lint.schema.exceptions import exceptions_schema
from goi_lint.schema.known import Known
from goi_lint.schema.pack import pack_schema
from goi_lint.schema.roster import roster_schema
from goi_lint.schema.rule import rule_schema
from goi_lint.schema.shapes import Shape

__all__ = ["SCHEMAS", "Known", "written"]

SCHEMAS: Mapping[str, Callable[[Known], Shape]] = {
    "rule": rule_schema,
    "pack": pack_schema,
    "case": case_schema,
    "config": config_schema,
    "exceptions": exceptions_schema,
    "roster": roster_schema,
}
"""What makes the schema of each kind of file."""


def written(kind: str, known: Known) -> str:
    """Return the schema of a kind of file as JSON; the same installation gives the same bytes."""
    return json.dumps(SCHEMAS[kind](known), ensure_ascii=False, indent=2) + "\n"
