"""Files that are damaged, locked, of other programs or made to do harm: each ends in a reason, or in its text."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from goi_lint.errors import ReadError, Words
from goi_lint.readers import doc
from goi_lint.readers.doc_streams import ADVICE, DAMAGED, PASSWORD
from goi_lint.readers.doc_text import _CLX

FOLDER = Path(__file__).parents[1] / "data" / "doc"
DATA = (FOLDER / "odd.doc").read_bytes()
REPORT = (FOLDER / "department_2021.doc").read_bytes()
FIB = DATA.index(b"\xec\xa5\x01\x01")
"""Where the file information block stands."""


@pytest.fixture(autouse=True)
def _no_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def renamed(old: str, new: str) -> bytes:
    """Return the file with another name for one of its streams."""
    length = (2 * len(old) + 2).to_bytes(2, "little")
    at = DATA.index(old.encode("utf-16-le") + b"\0\0")
    entry = bytearray(DATA[at : at + 128])
    assert entry[64:66] == length
    entry[:64] = new.encode("utf-16-le").ljust(64, b"\0")
    entry[64:66] = (2 * len(new) + 2).to_bytes(2, "little")
    return DATA[:at] + entry + DATA[at + 128 :]


def changed(at: int, new: bytes) -> bytes:
    return DATA[:at] + new + DATA[at + len(new) :]


def flags(*bits: int) -> bytes:
    return (int.from_bytes(DATA[FIB + 10 : FIB + 12], "little") | sum(bits)).to_bytes(2, "little")


def no_report(zh: str, en: str) -> Words:
    return Words(f"这是 {zh}，不是报告的 Word 文件", f"this is {en} and no Word file of a report")


OLDER = Words(f"这是 Word 95 或更早的文件；{ADVICE.zh}", f"this is a file of Word 95 or before; {ADVICE.en}")
UNKNOWN = Words(
    f"不认识这种旧版 Office 文件；{ADVICE.zh}", f"this kind of old Office file is not known; {ADVICE.en}"
)
REFUSED = {
    "password": (changed(FIB + 10, flags(0x100)), PASSWORD),
    "password of a newer Word": (renamed("WordDocument", "EncryptedPackage"), PASSWORD),
    "Word 95": (changed(FIB + 2, b"\x68\0"), OLDER),
    "Word 6": (changed(FIB, b"\xdc\xa5\x65\0"), OLDER),
    "no Word at all": (changed(FIB, b"PK"), DAMAGED),
    "Excel": (renamed("WordDocument", "Workbook"), no_report("Excel 文件（.xls）", "an Excel file (.xls)")),
    "Excel 95": (renamed("WordDocument", "Book"), no_report("Excel 文件（.xls）", "an Excel file (.xls)")),
    "another program": (renamed("WordDocument", "Contents"), UNKNOWN),
    "its table gone": (renamed("1Table", "2Table"), DAMAGED),
    "nothing but the mark": (DATA[:8], DAMAGED),
    "text longer than the file": (changed(FIB + 76, b"\xff\xff\xff\x7f"), DAMAGED),
    "no list of pieces": (changed(FIB + 154 + 8 * _CLX, bytes(8)), DAMAGED),
    "table of sectors larger than the file": (changed(44, b"\xff\xff\0\0"), DAMAGED),
    "sectors of 4 GB": (changed(30, b"\x20\0"), DAMAGED),
    "sectors in a circle": (changed(76, b"\1\0\0\0" * 109), DAMAGED),
}


@pytest.mark.parametrize(("data", "cause"), REFUSED.values(), ids=REFUSED)
def test_the_true_reason_is_given(data: bytes, cause: Words) -> None:
    with pytest.raises(ReadError) as error:
        doc.read(data, "a.doc")
    assert error.value.cause == cause


def outcome(data: bytes) -> object:
    """Return the blocks, or the reason why there are none; any other exception is a defect."""
    start = time.process_time()
    try:
        return doc.read(data, "a.doc").blocks
    except ReadError as error:
        return error.cause
    finally:
        assert time.process_time() - start < 5


@pytest.mark.parametrize("data", [DATA, REPORT], ids=["odd", "report"])
def test_a_file_cut_short_is_damaged_or_lacks_nothing(data: bytes) -> None:
    whole = outcome(data)
    outcomes = (outcome(data[:end]) for end in range(0, len(data), 1000))
    assert [found for found in outcomes if found not in (DAMAGED, whole)] == []


@pytest.mark.parametrize("seed", range(300))
def test_bytes_flipped(seed: int) -> None:
    rng = Random(seed)
    data = bytearray(rng.choice((DATA, REPORT)))
    regions = (range(512), range(FIB, FIB + 1500), range(len(data)))
    for _ in range(rng.choice((1, 3, 30))):
        data[rng.choice(regions[rng.randrange(3)])] = rng.randrange(256)
    outcome(bytes(data))
