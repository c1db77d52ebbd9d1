"""Which language people are spoken to: what `--lang` says, else the locale's, else Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

LANGUAGES = ("zh", "en")
OPTION = "--lang"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of(given: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return `zh` or `en`. Read before the arguments are parsed, because errors in them are told in it too."""
    asked = _asked(given)
    if asked in LANGUAGES:
        return asked
    return "en" if locale_of(environment).lower().startswith("en") else "zh"


def locale_of(environment: Mapping[str, str]) -> str:
    """Return what the environment says of the language, "" if nothing."""
    return next((environment[name] for name in VARIABLES if environment.get(name)), "")


def _asked(given: Sequence[str]) -> str:
    """Return the value of the last `--lang`."""
    asked = ""
    for text, following in pairwise([*given, ""]):
        if text == OPTION:
            asked = following
        elif text.startswith(f"{OPTION}="):
            asked = text.removeprefix(f"{OPTION}=")
    return asked
