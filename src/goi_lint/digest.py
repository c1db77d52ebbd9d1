"""SHA-256 without OpenSSL: the interpreter's own implementation, which `hashlib` itself falls back to.

`hashlib` loads OpenSSL's library, and that takes as long as a quarter of `python -c pass`.
"""

from __future__ import annotations

import sys
from functools import cache

from goi_lint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from hashlib import _Hash


def sha256(data: bytes) -> _Hash:
    """Return what `hashlib.sha256` would return."""
    return _sha256()(data)


@cache
def _sha256() -> Callable[[bytes], _Hash]:
    try:
        if sys.version_info >= (3, 12):
            from _sha2 import sha256 as own
        else:
            from _sha256 import sha256 as own  # type: ignore[import-not-found]
    except ImportError:  # an interpreter that is built or named otherwise
        from hashlib import sha256 as own
    return own  # type: ignore[no-any-return]
