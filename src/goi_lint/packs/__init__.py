"""Rule packs: folders of YAML become rules, or all their faults at once.

A pack is a folder with `pack.yaml` and one file for each rule, `<part>/<ID>.yaml`; `cases/` is no part
of it. What a rule's `params` may hold is what the check's `Params` says: a TypedDict of `str`, `int`,
`bool`, `Literal`, lists, `Mapping[str, …]`, unions, further TypedDicts, and `Pattern`
(`goi_lint.text.patterns`): a regular expression, written as text in the YAML, that the check receives
ready to search with the time limit that its pack calls for. A check may have a function `verify(params,
forms) -> Iterable[ParamFault]` for what types cannot say; it is asked when a pack is loaded, with the
forms that the rule applies to.

What was found to be right is kept in the user's cache folder; nothing is parsed or verified again until
a file of the pack or a check changes.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

from goi_lint.packs.loading import Loaded, Packs, chain_of

__all__ = ["Loaded", "Packs", "chain_of", "goi_lint_rule_packs"]


def goi_lint_rule_packs() -> Sequence[str]:
    """Offer the packs that are shipped with goi-lint."""
    folder = import_module("goi_lint.rules").__path__[0]
    packs = (entry.path for entry in os.scandir(folder))
    return sorted(pack for pack in packs if os.path.isfile(os.path.join(pack, "pack.yaml")))
