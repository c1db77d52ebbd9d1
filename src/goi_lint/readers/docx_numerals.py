"""Numbers as Word writes them in lists: 三, 十二, ③, iv, C."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FINANCIAL = "零壹贰叁肆伍陆柒捌玖"
_FINANCIAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 3_999
"""What lists of real reports never reach; beyond it every number is written in plain digits."""


def numeral(number: int, style: str) -> str:
    """Return the number in one of Word's styles (`numFmt`); in plain digits where the style has no such number."""
    if style in ("bullet", "none"):
        return ""
    write = _STYLES.get(style)
    return (write(number) if write and 0 < number <= _MOST else "") or str(number)


def _counting(number: int) -> str:
    """十二, 二十, 九十九, and from a hundred on digit by digit."""
    return _thousands(number) if number < 100 else _by_digit(number).replace("〇", "○")


def _thousands(number: int) -> str:
    """十二, 一百零五, 三千一百一十: a ten after a hundred is 一十."""
    return _with_units(number, "零" + _DIGITS[1:], ("", "十", "百", "千")).removeprefix(
        "一" if number < 20 and number > 9 else ""
    )


def _japanese(number: int) -> str:
    """十二, 百五, 三千百十: nothing stands for a zero, nor 一 before a unit."""
    text = _with_units(number, " " + _DIGITS[1:], ("", "十", "百", "千")).replace(" ", "")
    for unit in "十百千":
        text = text.replace(f"一{unit}", unit)
    return text


def _financial(digits: str) -> Callable[[int], str]:
    """壹拾贰, 壹佰零伍: the characters of cheques."""
    return lambda number: _with_units(number, digits, ("", "拾", "佰", "仟"))


def _with_units(number: int, digits: str, units: tuple[str, ...]) -> str:
    text = ""
    for place, digit in enumerate(reversed(str(number))):
        text = (digits[int(digit)] + units[place] if digit != "0" else digits[0]) + text
    zero = digits[0]
    return text.replace(zero * 2, zero).replace(zero * 2, zero).rstrip(zero)


def _by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _wide(number: int) -> str:
    return "".join(chr(0xFF10 + int(digit)) for digit in str(number))


def _letters(number: int) -> str:
    """a to z, then aa, bb, …"""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _row(signs: str) -> Callable[[int], str]:
    """Return the style that has these signs and no more."""
    return lambda number: signs[number - 1 : number]


def _signs(first: str, count: int) -> Callable[[int], str]:
    """Return the style whose signs follow one another in Unicode; it has none beyond the last."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else ""


_STYLES: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "japaneseCounting": _japanese,
    "ideographDigital": _by_digit,
    "taiwaneseDigital": _by_digit,
    "japaneseDigitalTenThousand": _by_digit,
    "chineseLegalSimplified": _financial(_FINANCIAL),
    "ideographLegalTraditional": _financial(_FINANCIAL_TRADITIONAL),
    "ideographTraditional": _row(_STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalZero": lambda number: f"{number:02}",
    "decimalEnclosedCircle": _signs("①", 20),
    "decimalEnclosedCircleChinese": _signs("①", 20),
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "ideographEnclosedCircle": _signs("㈠", 10),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
