"""`goi-lint init`: what it writes can be used as it is, and shows every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goi_lint.cli import main
from goi_lint.config.loading import KEYS, PATH_KEYS, load_config
from goi_lint.config.settings import DEFAULTS
from goi_lint.config.starting import START
from goi_lint.config.values import Known

Captured = pytest.CaptureFixture[str]
KNOWN = Known(("text",), ("national",))


def test_what_is_written_says_what_holds_anyway(here: Path, capsys: Captured) -> None:
    assert main(["init"]) == 0
    assert capsys.readouterr() == ("已写入 goi-lint.toml\n", "")
    config = load_config("goi-lint.toml", KNOWN)
    said = {key: setting.value for key, setting in config.settings.items()}
    assert said == {key: DEFAULTS[key] for key in said}


def test_every_key_is_shown_and_can_be_used(here: Path) -> None:
    text = re.sub(r"^# ([a-zA-Z0-9-]+ = |\[\[)", r"\1", START, flags=re.MULTILINE)
    (here / "goi-lint.toml").write_text(text, encoding="utf-8")
    config = load_config("goi-lint.toml", KNOWN)
    of_run = {key.split(".")[0] for key in config.settings}
    (table,) = config.tables
    of_path = {"patterns", *(key.split(".")[0] for key in table.settings)}
    assert (of_run, of_path) == (set(KEYS), set(PATH_KEYS))


def test_nothing_is_overwritten_unless_asked(here: Path, capsys: Captured) -> None:
    Path("goi-lint.toml").write_text("lang = 'en'", encoding="utf-8")
    assert main(["init", "--lang", "en"]) == 2
    assert capsys.readouterr() == ("", "goi-lint: goi-lint.toml is there already; --force overwrites it\n")
    assert Path("goi-lint.toml").read_text(encoding="utf-8") == "lang = 'en'"
    assert main(["init", "--force"]) == 0
    assert Path("goi-lint.toml").read_text(encoding="utf-8") == START
