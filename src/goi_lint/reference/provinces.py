"""Provinces as people name them: by key or by Chinese name."""

from __future__ import annotations

from goi_lint.reference.gazetteer import province_keys, province_name


def province_called(text: str) -> str | None:
    """Return the key of a province that is named by key or by the beginning of its Chinese name."""
    for name, key in _keys().items():
        if text == key or (len(text) >= 2 and name.startswith(text)):
            return key
    return None


def province_words() -> list[str]:
    """Return all keys, then all Chinese names."""
    names = _keys()
    return [*names.values(), *names]


def _keys() -> dict[str, str]:
    return {province_name(key).zh: key for key in province_keys()}
