"""Functions of pdfium that are called for every character and every point of a path.

`pypdfium2.raw` checks each argument against its type, which takes as long as the work itself. Here only plain `int`s,
handles and references are handed over, so that the checks can be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import repeat
from struct import Struct

from goi_lint.typed import Any

Call = Callable[..., Any]


@cache
def bare(name: str) -> Call:
    """Return a function of pdfium by its name, the same but for the checks."""
    from ctypes import c_void_p, cast

    from pypdfium2 import raw

    checked = getattr(raw, name)
    function: Any = type(checked)(cast(checked, c_void_p).value)
    function.restype = checked.restype
    result: Call = function
    return result


class Floats:
    """Some numbers in memory that pdfium writes: `whole` refers to all of them, `each` to one after the other."""

    def __init__(self, count: int) -> None:
        from ctypes import byref, c_float

        self._room = (c_float * count)()
        self.whole = byref(self._room)
        self.each = [byref(self._room, 4 * at) for at in range(count)]
        self._unpack = Struct(f"{count}f").unpack

    def read(self) -> Any:
        """Return the numbers as they are now."""
        return self._unpack(self._room)

    def after(self, calls: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """Yield the result of each call with the numbers as they are after it."""
        return zip(calls, map(self._unpack, repeat(self._room)), strict=False)
