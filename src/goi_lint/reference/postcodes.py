"""Which provinces a postcode belongs to, by its first digits."""

from __future__ import annotations

_PROVINCES = {
    "neimenggu": "01 02",
    "shanxi": "03 04",
    "hebei": "05 06 07",
    "beijing": "10",
    "liaoning": "11 12",
    "jilin": "13",
    "heilongjiang": "15 16",
    "shanghai": "20",
    "jiangsu": "21 22",
    "anhui": "23 24",
    "shandong": "25 26 27",
    "tianjin": "30",
    "zhejiang": "31 32",
    "jiangxi": "33 34",
    "fujian": "35 36",
    "chongqing": "40",
    "hunan": "41 42",
    "hubei": "43 44",
    "henan": "45 46 47",
    "guangdong": "51 52",
    "guangxi": "53 54",
    "guizhou": "55 56",
    "hainan": "57",
    "sichuan": "61 62 63 64",
    "yunnan": "65 66 67",
    "shaanxi": "71 72",
    "gansu": "73 74",
    "ningxia": "75",
    "qinghai": "81",
    "xinjiang": "83 84",
    "xizang": "85 86",
}
_BY_PREFIX = {prefix: key for key, prefixes in _PROVINCES.items() for prefix in prefixes.split()}
_ALSO = {"137": "neimenggu", "750": "neimenggu"}
"""兴安盟 is served from Jilin's numbers, 阿拉善盟 from Ningxia's."""


def provinces_of(postcode: str) -> frozenset[str]:
    """Return the keys of the provinces that a postcode of six digits may belong to; none if unknown."""
    if len(postcode) != 6 or not (postcode.isascii() and postcode.isdigit()):
        return frozenset()
    found = (_BY_PREFIX.get(postcode[:2]), _ALSO.get(postcode[:3]))
    return frozenset(key for key in found if key)
