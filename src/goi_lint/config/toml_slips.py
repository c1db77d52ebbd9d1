"""What `tomllib` says of a text that is no TOML, in words for people who did not mean to write TOML."""

from __future__ import annotations

from goi_lint.errors import Words

TOML = Words("应为 TOML", "expected TOML")
_TWICE = (Words("同一个键写了两次", "this key is given twice"), Words("应只写一次", "expected it once"))
_TABLE_TWICE = (
    Words("同一个表写了两次", "this table is given twice"),
    Words(
        "应合为一处；多段须用两重方括号，如 [[paths]]",
        "expected it once; a list of tables is written [[paths]]",
    ),
)
_OPEN_TEXT = (
    Words("文本没有写完", "a text has no end"),
    Words("后面应有同样的引号", "expected the same quotation mark behind it"),
)
_SAID = (
    (
        "Expected '=' after a key",
        (
            Words("键名之后缺少 =", "there is no = after a key"),
            Words("应为 键 = 值", "expected KEY = VALUE"),
        ),
    ),
    (
        "Invalid value",
        (
            Words("缺少值，或值的写法有误", "the value is missing or not well written"),
            Words('文本须加引号，如 "GOI3"', 'expected texts in quotation marks: "GOI3"'),
        ),
    ),
    (
        "Unclosed array",
        (Words("列表没有写完", "a list has no end"), Words("应为逗号或 ]", "expected ] or a comma")),
    ),
    (
        "Unclosed inline table",
        (Words("内联表没有写完", "a table has no end"), Words("应为逗号或 }", "expected } or a comma")),
    ),
    ("Cannot overwrite a value", _TWICE),
    ("Duplicate inline table key", _TWICE),
    ("Cannot declare", _TABLE_TWICE),
    ("Cannot mutate", _TABLE_TWICE),
    (
        "Expected newline or end of document",
        (
            Words("值之后还有内容", "something stands behind the value"),
            Words("一行只能写一个键", "expected one key on a line"),
        ),
    ),
    (
        "Invalid statement",
        (
            Words("既不是键，也不是表", "neither a key nor a table"),
            Words("应为 键 = 值 或 [表]", "expected KEY = VALUE or [TABLE]"),
        ),
    ),
    (
        "Invalid initial character for a key part",
        (
            Words("键名写法有误", "a key is not well written"),
            Words("应为字母、数字、- 或 _", "expected letters, digits, - or _"),
        ),
    ),
    (
        "Expected ']'",
        (Words("[表] 没有写完", "a [TABLE] has no end"), Words("应有 ]", "expected ]")),
    ),
    (
        "Unescaped",
        (
            Words("双引号内有反斜杠", "a backslash between double quotation marks"),
            Words("应写成 \\\\，或改用单引号", "expected \\\\, or single quotation marks"),
        ),
    ),
    ("Illegal character", _OPEN_TEXT),
    ("Unterminated string", _OPEN_TEXT),
    ('Expected "', _OPEN_TEXT),
    ("Expected '", _OPEN_TEXT),
    (
        "Invalid date",
        (Words("日期不存在", "there is no such day"), Words("应为存在的日期", "expected a day that exists")),
    ),
)
"""How `tomllib` begins, and what we say: what was found, what was expected."""


def told(said: str) -> tuple[Words, Words]:
    """Return what was found and what was expected; what `tomllib` says but rarely stays as it is."""
    rare = (Words(said, said[:1].lower() + said[1:]), TOML)
    return next((words for start, words in _SAID if said.startswith(start)), rare)
