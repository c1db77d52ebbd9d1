"""How much memory this process has taken at most."""

from __future__ import annotations

import re
import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_memory() -> float:
    """Return the peak in MB; where Linux tells it, without what the process was before it began this program."""
    if _STATUS.exists() and (found := re.search(r"VmHWM:\s*(\d+) kB", _STATUS.read_text())):
        return int(found[1]) / 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1_000_000 if sys.platform == "darwin" else 1_000
    )
