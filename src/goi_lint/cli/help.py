"""What `--help` says of everything, and of the options that verbs share; each verb's own text stands in its module.

Written out in both languages so that it reads well in each.
"""

from __future__ import annotations

from goi_lint.errors import Words

USAGE = Words(
    """\
用法：goi-lint 命令 [选项] …

检查政府信息公开工作年度报告：格式、各部分、三张表格及其勾稽关系、日期、联系方式。

命令：
  check      检查报告
  rules      列出规则
  explain    说明一条规则：要求、依据、示例、建议、例外
  checks     列出编写规则可用的检查及其参数
  config     输出生效的设置及其来源
  test       运行规则包的案例
  schema     输出规则、规则包、案例、配置文件的 JSON Schema，供编辑器使用
  extract    输出从表格中读到的每个单元格及其位置
  baseline   把现有问题记为基线，以后只报告新的问题
  init       在当前文件夹写一个带说明的配置文件

选项：
  --version  显示版本
  --help     显示本帮助；各命令另有帮助，如 goi-lint check --help

退出码：
  0  没有达到 --fail-on 级别的问题，或者没有找到报告（在标准错误输出中说明）
  1  有达到该级别的问题（包括无法读取的文件）
  2  用法、配置或规则包有误，没有作出检查
""",
    """\
Usage: goi-lint COMMAND [OPTIONS] …

Judges China's annual reports on open government information: form, parts, the three tables and
their sums, dates, contact data.

Commands:
  check      judge reports
  rules      list the rules
  explain    explain a rule: obligation, legal basis, example, advice, exceptions
  checks     list the checks that rules are made of, with their parameters
  config     write the settings that hold, and where each comes from
  test       try the cases of a rule pack
  schema     write the JSON Schema of rules, packs, cases, configurations, for editors
  extract    write every table cell that was read, with its place
  baseline   write down what is found, so that only what is new is reported
  init       write a configuration with comments into this folder

Options:
  --version  show the version
  --help     show this help; each command has its own: goi-lint check --help

Exit codes:
  0  no findings at or above the level of --fail-on, or no reports at all (standard error says so)
  1  findings at or above it (an unreadable file is one)
  2  wrong usage, configuration or rule pack; nothing was judged
""",
)

GIVEN = Words(
    """\
  --year 年份               指定报告年度；以指定为准
  --level 类别              指定主体类别：department 部门，government 政府，
                            town 乡镇，subdistrict 街道；以指定为准
  --province 省份           指定省份，如 henan 或 河南；以指定为准
  --city 地级市             指定地级市（州、盟、地区），如 郑州市；以指定为准，省份随之而定
""",
    """\
  --year YEAR               the report's year, whatever the report says
  --level LEVEL             kind of body, likewise: department, government, town, subdistrict
  --province PROVINCE       province, likewise: henan or 河南
  --city CITY               prefecture, likewise: 郑州市; its province with it
""",
)

INPUT = Words(
    f"{GIVEN.zh}  --stdin-filename 文件名   标准输入在结果中的名称\n",
    f"{GIVEN.en}  --stdin-filename NAME     what results call standard input\n",
)

THRESHOLD = Words(
    "  --fail-on 级别            达到此级别时退出码为 1：error（默认）、warning、note、never\n",
    "  --fail-on LEVEL           exit code 1 from this level on: error (default), warning, note, never\n",
)

SELECTION = Words(
    """\
  --pack 名称或文件夹       所用规则包，可重复；默认 national
  --select 编号             只用这些规则，逗号分隔，可写前缀，如 GOI3,GOI401
  --ignore 编号             不用这些规则，写法同上
""",
    """\
  --pack NAME_OR_PATH       rule pack, repeatable; default national
  --select IDS              only these rules: comma-separated ids or prefixes, GOI3,GOI401
  --ignore IDS              not these rules, written likewise
""",
)

CONFIG = Words(
    """\
  --config 文件             配置文件；默认为当前文件夹或其上级中的 goi-lint.toml，
                            或有 [tool.goi-lint] 的 pyproject.toml
  --no-config               不用配置文件
""",
    """\
  --config FILE             configuration; default goi-lint.toml, or pyproject.toml with
                            [tool.goi-lint], here or in the nearest folder above
  --no-config               use none
""",
)

LANGUAGE = Words(
    """\
  --lang zh|en              语言；默认依系统区域设置，否则为中文
  --help                    显示本帮助
""",
    """\
  --lang zh|en              language; default from the locale, else Chinese
  --help                    show this help
""",
)

PATHS = Words(
    """
路径：文件、文件夹（在其中查找已知扩展名的文件，跳过隐藏文件、.gitignore 所列文件和 README 之类）或 -（标准输入）；
不写则为配置中的 include。
""",
    """
A PATH is a file, a folder (searched for the known extensions; hidden and .gitignored files, README and
the like are left out) or - (standard input); without any, what `include` of the configuration says.
""",
)


def help_of(zh: str, en: str, *parts: Words) -> Words:
    """Return the help of one verb: its own words, then what it shares with others."""
    return Words(zh + "".join(part.zh for part in parts), en + "".join(part.en for part in parts))
