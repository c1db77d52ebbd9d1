"""SHA-256 without OpenSSL: the interpreter's own implementation, which `hashlib` itself falls back to.

`hashlib` loads OpenSSL's library, and that takes as long as a quarter of `python -c pass`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import _Hash


def sha256(data: bytes) -> _Hash:
    """Return what `hashlib.sha256` would return."""
    try:
        return _own(data)
    except ImportError:  # an interpreter that is built or named otherwise
        from hashlib import sha256 as openssl

        return openssl(data)


def _own(data: bytes) -> _Hash:
    if sys.version_info >= (3, 12):
        from _sha2 import sha256 as own
    else:
        from _sha256 import sha256 as own  # type: ignore[import-not-found]
    return own(data)  # type: ignore[no-any-return]
