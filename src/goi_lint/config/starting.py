"""The configuration that `goi-lint init` writes: it says what holds anyway, and shows every key."""

START = """\
# goi-lint 的配置；# 开头的行不起作用，去掉 # 即生效。命令行选项优先于本文件。
# The configuration of goi-lint; a line that begins with # does nothing until you take the # away.
# The command line wins over this file.

# 所用规则包：名称或文件夹；auto 另加报告所在省、市的规则包。
# Rule packs: names or folders; auto adds those of each report's province and city.
packs = ["national"]

# 不写路径时检查哪些文件（写法同 .gitignore，相对于本文件所在文件夹）。
# Which files are judged if no PATH is given (as in a .gitignore, from this file's folder on).
# include = ["/reports/"]

# 在文件夹中查找时不检查哪些文件。
# What is left out of folders that are searched.
exclude = []

# 只用这些规则、不用这些规则：编号或编号的开头。空列表表示全部规则。
# Only these rules, not these rules: ids or beginnings of ids. An empty list means all rules.
select = []
ignore = []

# 有达到此级别的问题时退出码为 1：error、warning、note、never。
# From which level on the exit code is 1: error, warning, note, never.
fail-on = "error"

# 输出格式：格式 或 格式=文件，至多一个输出到标准输出。
# Outputs: NAME or NAME=FILE, at most one of them to standard output.
format = ["text"]

# 同时用几个进程："auto" 表示文件多时用全部处理器。
# How many processes: "auto" uses all processors where there are many files.
jobs = "auto"

# 语言：zh 或 en；不写则依系统区域设置，否则为中文。
# Language: zh or en; by default the locale's, else Chinese.
# lang = "zh"

# 例外文件，以及记录已知问题的基线文件。
# The file of exceptions, and the baseline: findings already known.
# exceptions = "goi-lint-exceptions.yaml"
# baseline = "goi-lint-baseline.json"

# 单位名录：有哪些单位，上级是谁，应有哪些年度的报告；也可写成表 [roster]。
# The roster: which bodies there are, who is above whom, reports of which years are expected; or a table [roster].
# roster = "bodies.yaml"

# 改变规则的级别：error、warning、note；编号可只写开头，以最长的为准。
# Levels of rules: error, warning, note; of several beginnings of ids the longest counts.
[levels]
# GOI040 = "note"

# 只对部分文件有效的设置；可写多段，同一个键以最后一段为准。
# What holds for some files only; of several tables the last one wins, key by key.
# [[paths]]
# patterns = ["/reports/2019/"]
# year = 2019
# level = "department"
# province = "henan"
# city = "郑州市"
# packs = ["national"]
# select = []
# ignore = ["GOI04"]
# levels = {GOI041 = "note"}
"""
