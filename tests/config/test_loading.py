"""What a configuration says, and every mistake in it with its place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goi_lint.config.loading import load_config
from goi_lint.config.toml_file import named_toml, nearest_toml
from goi_lint.config.values import Known
from goi_lint.config.written import Config, Named, Setting, Table
from goi_lint.errors import ConfigError, UsageError, Words
from goi_lint.limits import CONFIG_BYTES
from goi_lint.model.finding import Level

KNOWN = Known(formats=("text", "json", "junit"), packs=("national", "jilin"))
WHOLE = """\
packs = ["national", "./own", "auto"]
include = ["/reports/", "!*.bak.html"]
exclude = []
select = ["goi3", "GOI040"]
ignore = ["GOI301"]
fail-on = "warning"
format = ["text", "junit=out/report.xml"]
jobs = 4
lang = "en"
exceptions = "exceptions.yaml"
baseline = "../baseline.json"
roster = "bodies.yaml"

[levels]
GOI040 = "note"
goi1 = "error"

[[paths]]
patterns = ["嵩县/"]
year = 2023
level = "town"
province = "河南"
packs = ["jilin"]

[[paths]]
patterns = ["2019/*"]
select = []
ignore = ["GOI040"]
levels = {GOI041 = "note"}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").touch()
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, text: str | bytes, name: str = "goi-lint.toml") -> str:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


NAMED = (
    Named("GOI3", 4, 11),
    Named("GOI040", 4, 19),
    Named("GOI301", 5, 11),
    Named("GOI040", 15, 1),
    Named("GOI1", 16, 1),
    Named("GOI040", 28, 11),
    Named("GOI041", 29, 11),
)


def test_the_whole(here: Path) -> None:
    config = load_config(written(here, WHOLE), KNOWN)
    assert config.named == NAMED
    assert config._replace(named=()) == Config(
        "goi-lint.toml",
        str(here),
        {
            "packs": Setting(("national", "./own", "auto"), 1),
            "include": Setting(("/reports/", "!*.bak.html"), 2),
            "exclude": Setting((), 3),
            "select": Setting(("GOI3", "GOI040"), 4),
            "ignore": Setting(("GOI301",), 5),
            "fail-on": Setting("warning", 6),
            "format": Setting(("text", "junit=out/report.xml"), 7),
            "jobs": Setting(4, 8),
            "lang": Setting("en", 9),
            "exceptions": Setting("exceptions.yaml", 10),
            "baseline": Setting("../baseline.json", 11),
            "roster": Setting("bodies.yaml", 12),
            "levels.GOI040": Setting(Level.NOTE, 15),
            "levels.GOI1": Setting(Level.ERROR, 16),
        },
        (
            Table(
                ("嵩县/",),
                18,
                {
                    "year": Setting(2023, 20),
                    "level": Setting("town", 21),
                    "province": Setting("henan", 22),
                    "packs": Setting(("jilin",), 23),
                },
            ),
            Table(
                ("2019/*",),
                25,
                {
                    "select": Setting((), 27),
                    "ignore": Setting(("GOI040",), 28),
                    "levels.GOI041": Setting(Level.NOTE, 29),
                },
            ),
        ),
    )


def test_paths_are_relative_to_the_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(here, 'packs = ["own"]\nformat = ["json=a.json"]\nbaseline = "b.json"')
    (here / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(here / "deep" / "er")
    config = load_config(file, KNOWN)
    values = {key: setting.value for key, setting in config.settings.items()}
    assert (config.file, values) == (
        "../../goi-lint.toml",
        {"packs": ("../../own",), "format": ("json=../../a.json",), "baseline": "../../b.json"},
    )


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("[tool.goi-lint]\nlang = 'zh'\n[tool.other]\nlang = 'fr'", {"lang": Setting("zh", 2)}),
        ("tool.goi-lint.lang = 'zh'", {"lang": Setting("zh", 1)}),
        ("[tool]\n'goi-lint' = {lang = 'zh'}", {"lang": Setting("zh", 2)}),
        ("[tool.goi-lint.levels]\nGOI4 = 'note'", {"levels.GOI4": Setting(Level.NOTE, 2)}),
        ("[tool.other]", {}),
        ("", {}),
    ],
)
def test_a_file_that_others_share(here: Path, text: str, settings: dict[str, Setting]) -> None:
    assert load_config(written(here, text, "pyproject.toml"), KNOWN).settings == settings


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('ignores = ["GOI3"]', ["1:1: unknown key ignores; did you mean ignore?"]),
        ('\n fail_on = "error"', ["2:2: unknown key fail_on; did you mean fail-on?"]),
        ("[paths]\nyear = 2023", ["1:1: a table; expected [[paths]]"]),
        (
            "unheard = 4",
            [
                "1:1: unknown key unheard; expected packs, select, ignore, levels, include, exclude, fail-on, format,"
                " jobs, lang, exceptions, baseline … (14 in all)"
            ],
        ),
        ("jobs = 0", ['1:8: the number 0; expected 1 to 64 processes or "auto"']),
        ("jobs = 65", ['1:8: the number 65; expected 1 to 64 processes or "auto"']),
        ("jobs = true", ['1:8: true; expected 1 to 64 processes or "auto"']),
        ("jobs = 'all'", ['1:8: “all”; expected 1 to 64 processes or "auto"']),
        ('select = "GOI3"', ['1:10: “GOI3”; expected a list of texts: ["…"]']),
        ("select = [\n  'GOI3',\n  310,\n]", ["3:3: the number 310; expected a text"]),
        ("ignore = ['GOI3,GOI4']", ["1:11: “GOI3,GOI4”; expected the id of a rule or its beginning: GOI3"]),
        ("ignore = ['']", ["1:11: nothing; expected a text"]),
        ("packs = ['jilni']", ["1:10: there is no rule pack jilni; did you mean jilin?"]),
        (
            "packs = ['empty']",
            ["1:10: the rule pack empty has no pack.yaml; expected a pack's name or folder"],
        ),
        ("packs = []", ["1:9: an empty list; expected at least one pack"]),
        ("exclude = ['a', '!']", ["1:17: “!”; expected a path as in a .gitignore file"]),
        ("include = true", ['1:11: true; expected a list of texts: ["…"]']),
        ("fail-on = 'eror'", ["1:11: there is no level eror; did you mean error?"]),
        ("fail-on = 1979-05-27", ["1:11: the date 1979-05-27; expected error, warning, note, never"]),
        ("format = 'text'", ['1:10: “text”; expected a list of texts: ["…"]']),
        ("format = ['jnuit=a.xml']", ["1:11: there is no output format jnuit; did you mean junit?"]),
        ("format = ['junit=']", ["1:11: “junit=”; expected NAME=FILE"]),
        (
            "format = ['text', 'junit=a/x.xml', 'json', 'json=./a//x.xml', 'text']",
            [
                "1:36: an output before goes to standard output; expected json=FILE",
                "1:44: an output before is written to a/x.xml; expected a file for each output",
                "1:63: an output before goes to standard output; expected text=FILE",
            ],
        ),
        ("lang = 'fr'", ["1:8: there is no language fr; expected zh, en"]),
        ("baseline = []", ["1:12: a list; expected the name of a file"]),
        ("levels = 'note'", ['1:10: “note”; expected a table: {GOI040 = "warning"}']),
        ("levels = {GOI040 = 'warn'}", ["1:20: there is no level warn; did you mean warning?"]),
        (
            "[levels]\n'GOI-040' = 'note'",
            ["2:1: “GOI-040”; expected the id of a rule or its beginning: GOI3"],
        ),
        ("[levels.GOI040]\nlevel = 'note'", ["1:1: a table; expected error, warning, note"]),
        ("[[paths]]\nyear = 2023", ['1:1: it does not say which files it is for; expected patterns = ["…"]']),
        (
            "[[paths]]\npatterns = []",
            ['1:1: it does not say which files it is for; expected patterns = ["…"]'],
        ),
        (
            "[[paths]]\npattern = ['a']",
            [
                '1:1: it does not say which files it is for; expected patterns = ["…"]',
                "2:1: unknown key pattern; did you mean patterns?",
            ],
        ),
        (
            "paths = [{patterns = ['a'], year = '2023'}]",
            ["1:36: “2023”; expected a year from 2008 to 2100, without quotes"],
        ),
        ("paths = [1]", ["1:10: the number 1; expected [[paths]]"]),
        (
            "[[paths]]\npatterns = ['a']\nlevel = 'twon'",
            ["3:9: there is no kind of body twon; did you mean town?"],
        ),
        (
            "[[paths]]\npatterns = ['a']\nprovince = 'henna'",
            ["3:12: there is no province henna; did you mean henan?"],
        ),
        (
            "[[paths]]\npatterns = ['a']\nprovince = 41",
            ["3:12: the number 41; expected a province: henan or 河南"],
        ),
        (
            "[[paths]]\npatterns = ['a']\ncity = '郑洲市'\n[[paths]]\npatterns = ['a']\ncity = '海南'",
            [
                "3:8: there is no prefecture 郑洲市; did you mean 郑州市?",
                "6:8: there is no prefecture 海南; did you mean 海南州?",
            ],
        ),
        (
            "[[paths]]\npatterns = ['a']\ncity = ['长春市']",
            ["3:8: a list; expected a prefecture, such as 长春市"],
        ),
        (
            "[[paths]]\npatterns = ['a']\ncity = '榆树市'",
            [
                "3:8: there is no prefecture 榆树市; 榆树市 is a county; expected a prefecture, such as 长春市, "
                "where it lies"
            ],
        ),
        (
            "[[paths]]\npatterns = ['a']\ncity = '长春'\nprovince = '河南'",
            ["3:8: “长春市”; 长春市 lies in Jilin: expected one of the province"],
        ),
        (
            "[[paths]]\npatterns = ['a']\ncity = '长春'\nprovince = 'henna'",
            ["4:12: there is no province henna; did you mean henan?"],
        ),
        (
            "[[paths]]\npatterns = ['a']\nfail-on = 'note'",
            [
                "3:1: unknown key fail-on; expected patterns, year, level, province, city, packs, select, ignore, "
                "levels"
            ],
        ),
        (
            "lang = 'fr'\nyear = 2023\nselect = 1",
            [
                "1:8: there is no language fr; expected zh, en",
                "2:1: unknown key year; expected packs, select, ignore, levels, include, exclude, fail-on, format,"
                " jobs, lang, exceptions, baseline … (14 in all)",
                '3:10: the number 1; expected a list of texts: ["…"]',
            ],
        ),
        (
            "select = [GOI3]",
            ['1:11: the value is missing or not well written; expected texts in quotation marks: "GOI3"'],
        ),
        ("select = ['GOI3'", ["1:17: a list has no end; expected ] or a comma"]),
        ("a = 1\na = 2\n", ["2:6: this key is given twice; expected it once"]),
        (
            "lang =",
            ['1:7: the value is missing or not well written; expected texts in quotation marks: "GOI3"'],
        ),
        ("lang = 'zh", ["1:11: a text has no end; expected the same quotation mark behind it"]),
        (
            "lang = 'zh' fail-on = 'note'",
            ["1:13: something stands behind the value; expected one key on a line"],
        ),
        ("lang", ["1:5: there is no = after a key; expected KEY = VALUE"]),
        (
            'include = ["a\\d"]',
            ["1:16: a backslash between double quotation marks; expected \\\\, or single quotation marks"],
        ),
        (
            "[levels]\n[levels]",
            ["2:8: this table is given twice; expected it once; a list of tables is written [[paths]]"],
        ),
        ("a = " + "[" * 5000, ["1:1: it is nested too deeply; expected TOML"]),
        (b"lang = 'zh'\n# \xb1\xa8\xb8\xe6", ["2:3: this is not UTF-8; expected a file saved as UTF-8"]),
        (b" " * (CONFIG_BYTES + 1), ["1:1: the file is too large; expected at most 500,000 bytes"]),
    ],
)
def test_faults(here: Path, text: str | bytes, faults: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(written(here, text), KNOWN)
    assert [str(fault) for fault in caught.value.faults] == [f"goi-lint.toml:{fault}" for fault in faults]


def test_in_chinese(here: Path) -> None:
    text = "fial-on = 'error'\nselect = [3]\nlang = 'fr'\n[[paths]]\nyear = 1\npatterns = '2023/'"
    with pytest.raises(ConfigError) as caught:
        load_config(written(here, text), KNOWN)
    assert [fault.in_language("zh") for fault in caught.value.faults] == [
        "goi-lint.toml:1:1: 未知的键 fial-on；是否为 fail-on？",
        "goi-lint.toml:2:11: 这里是数字 3；应为文本",
        "goi-lint.toml:3:8: 没有语言 fr；应为 zh、en",
        "goi-lint.toml:5:8: 这里是数字 1；应为 2008 至 2100 之间的年份（不加引号）",
        'goi-lint.toml:6:12: 这里是“2023/”；应为文本的列表，如 ["…"]',
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[tool]\ngoi-lint = 3", "2:12: goi-lint is no table"),
        ("tool = ['goi-lint']", "1:8: tool is no table"),
    ],
)
def test_no_table_where_ours_should_be(here: Path, text: str, place: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(written(here, text, "pyproject.toml"), KNOWN)
    assert str(caught.value) == f"pyproject.toml:{place}; expected a table"


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("[tool.goi_lint]\nlang = 'zh'", "1:7", "goi_lint"),
        ("[tool.other]\n[tool.goi-lint]\n[[tool.goilint.paths]]", "3:8", "goilint"),
        ("[tool]\n'GOI-Lint'.lang = 'zh'", "2:1", "GOI-Lint"),
    ],
)
def test_a_table_whose_name_is_nearly_ours(here: Path, text: str, place: str, name: str) -> None:
    with pytest.raises(ConfigError) as caught:
        nearest_toml(str(Path(written(here, text, "pyproject.toml")).parent))
    assert (
        str(caught.value) == f"pyproject.toml:{place}: unknown table [tool.{name}]; expected [tool.goi-lint]"
    )


def test_a_named_file_that_does_not_speak_of_us(here: Path) -> None:
    with pytest.raises(UsageError) as caught:
        named_toml(written(here, "[project]\nname = 'goi-lint'", "pyproject.toml"))
    assert caught.value.words == Words(
        "pyproject.toml 中没有 [tool.goi-lint]", "pyproject.toml has no table [tool.goi-lint]"
    )
    assert named_toml(written(here, "", "goi-lint.toml")).table == {}


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (Path.mkdir, Words("这是文件夹", "Is a directory")),
        (
            lambda path: path.symlink_to("nowhere"),
            Words("链接指向的文件不存在", "a link that leads nowhere"),
        ),
    ],
)
def test_a_configuration_that_is_no_file(here: Path, make: Callable[[Path], None], reason: Words) -> None:
    make(here / "goi-lint.toml")
    with pytest.raises(UsageError) as caught:
        nearest_toml(str(here))
    assert caught.value.words == Words(
        f"无法读取配置文件 goi-lint.toml（{reason.zh}）",
        f"cannot read the configuration goi-lint.toml ({reason.en})",
    )


@given(
    st.binary()
    | st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 40), st.text("[]{}\"'#=.,\n1a报", max_size=4))
)
def test_whatever_is_written_is_a_configuration_or_a_mistake(change: bytes | tuple[int, int, str]) -> None:
    if isinstance(change, tuple):
        at, length, text = change
        change = (WHOLE[:at] + text + WHOLE[at + length :]).encode()
    with TemporaryDirectory() as folder:
        file = written(Path(folder), change)
        with suppress(ConfigError):
            load_config(file, KNOWN)


def test_a_byte_order_mark_is_no_fault(here: Path) -> None:
    file = written(here, b"\xef\xbb\xbflang = 'zh'\r\n")
    assert load_config(file, KNOWN).settings == {"lang": Setting("zh", 1)}


def test_a_file_that_is_not_there(here: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_config("other.toml", KNOWN)
    assert caught.value.words == Words(
        "无法读取配置文件 other.toml（没有这个文件或文件夹）",
        "cannot read the configuration other.toml (No such file or directory)",
    )
