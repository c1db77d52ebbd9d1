"""The program as a process: bytes on its streams, pipes, signals, start-up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import goi_lint

COMMAND = (sys.executable, "-m", "goi_lint")
SOURCE = str(Path(goi_lint.__file__).parent.parent)

no_posix = pytest.mark.skipif(os.name != "posix", reason="POSIX signals and devices")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": SOURCE, **more}


def test_utf8_whatever_the_console_speaks(reports: Path) -> None:
    env = environment(PYTHONIOENCODING="ascii", LC_ALL="C")
    shown = subprocess.run(
        [*COMMAND, "check", "reports", "nowhere-甲", "--pack", "pack"],
        capture_output=True,
        env=env,
        check=False,
    )
    assert (shown.returncode, shown.stdout) == (2, b"")
    assert shown.stderr.decode() == "goi-lint: 路径不存在：nowhere-甲\n"


@no_posix
def test_a_file_name_that_is_no_text(reports: Path) -> None:
    Path(os.fsdecode(b"reports/\xff.txt")).write_bytes(b"")
    shown = subprocess.run(
        [*COMMAND, "check", "reports", "--pack", "pack", "--format=jsonl", "--format=junit=x.xml"],
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert (shown.returncode, shown.stderr) == (1, b"")
    assert b'"path": "reports/\\udcff.txt"' in shown.stdout
    assert 'name="reports/\ufffd.txt"'.encode() in Path("x.xml").read_bytes()


def test_standard_input_and_output(here: Path) -> None:
    shown = subprocess.run(
        [*COMMAND, "check", "-", "--pack", "pack", "--lang", "en", "--quiet"],
        input="2020年政府信息公开工作年度报告\n2020年2月30日".encode("gb18030"),
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert (shown.returncode, shown.stderr) == (1, b"")
    assert shown.stdout.decode() == (
        "-  2020 · form_2019\n  error    TST032  line 2  No such day as 2020年2月30日\n"
    )


NOWHERE = "goi-lint: standard output is closed: there is nowhere to write the results to\n"


@no_posix
@pytest.mark.parametrize(
    ("command", "closed", "code", "told"),
    [
        ("check reports --format junit=x.xml", ">&-", 1, ""),
        ("check reports", ">&-", 2, NOWHERE),
        ("check nowhere", ">&-", 2, "goi-lint: no such file or folder: nowhere\n"),
        ("rules", ">&-", 2, NOWHERE),
        ("config", ">&-", 2, NOWHERE),
        ("check nowhere", ">&- 2>&-", 2, ""),
    ],
)
def test_closed_streams(reports: Path, command: str, closed: str, code: int, told: str) -> None:
    verb, *rest = command.split()
    shown = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {closed}', "sh", *COMMAND, verb, "--pack", "pack", *rest],
        capture_output=True,
        text=True,
        env=environment(LANG="en"),
        check=False,
    )
    assert (shown.returncode, shown.stdout, shown.stderr) == (code, "", told)


@no_posix
def test_nobody_reads_the_output(reports: Path) -> None:
    for number in range(300):
        (reports / f"{number}.txt").write_text("2023年2月30日", encoding="utf-8")
    with subprocess.Popen(
        [*COMMAND, "check", "reports", "--pack", "pack"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@no_posix
@pytest.mark.parametrize(
    "command", [["--help"], ["check", "reports"], ["rules"]], ids=["help", "check", "rules"]
)
def test_a_full_device_is_told_once(reports: Path, command: list[str]) -> None:
    pack = [] if command == ["--help"] else ["--pack", "pack"]
    with Path("/dev/full").open("wb") as full:
        shown = subprocess.run(
            [*COMMAND, *command, *pack], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert shown.stderr.decode() == "goi-lint: 无法写入 标准输出（磁盘已满）\n"
    assert shown.returncode == 2


@no_posix
def test_an_interrupt_ends_it(here: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "check", "-", "--pack", "pack"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stderr is not None
        time.sleep(1.5)  # it is then waiting for its input
        process.send_signal(signal.SIGINT)
        assert process.stderr.read().decode() == "goi-lint: 已中断\n"
    assert process.returncode == 130


_INTERRUPTED_AT = """
import os, signal, sys

module = sys.argv[1]

class Interrupts:
    def find_spec(self, name, path=None, target=None):
        if name == module:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupts())
from goi_lint.__main__ import entry
sys.argv[1:] = ["check", "reports", "--pack", "pack"]
entry()
"""


@no_posix
@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("goi_lint.cli", ""),
        ("goi_lint.cli.arguments", ""),
        ("goi_lint.model.report", ""),
        ("goi_lint.cli.verbs.check", "goi-lint: 已中断\n"),
    ],
)
def test_an_interrupt_while_it_begins(reports: Path, module: str, said: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED_AT, module],
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert (shown.returncode, shown.stdout, shown.stderr.decode()) == (130, b"", said)


_INTERRUPTED_AT_THE_END = """
import sys
from goi_lint import cli
from goi_lint.__main__ import entry

class Interrupts:
    def keep(self):
        raise KeyboardInterrupt

cli._codes.append(Interrupts())
cli._compile = __import__("re").compile
sys.argv[1:] = ["rules", "--pack", "pack"]
entry()
"""


def test_an_interrupt_when_all_is_written(reports: Path) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED_AT_THE_END], capture_output=True, env=environment(), check=False
    )
    assert (shown.returncode, shown.stderr) == (130, b"")
    assert shown.stdout.startswith(b"GOI001  ")


@no_posix
def test_results_are_flushed_as_they_come(reports: Path) -> None:
    os.mkfifo("pipe")
    with subprocess.Popen(
        [*COMMAND, "check", "reports/b.md", "pipe", "--pack", "pack", "--format", "jsonl"],
        stdout=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b'{"path": "reports/b.md"')
        Path("pipe").write_bytes("2023年2月28日".encode())
        assert process.stdout.readline().startswith(b'{"path": "pipe"')
    assert process.returncode == 0


@no_posix
def test_a_file_of_lines_has_them_as_they_come(reports: Path) -> None:
    os.mkfifo("pipe")
    outputs = ("--format", "jsonl=lines.jsonl", "--format", "json=whole.json", "--format", "text")
    with subprocess.Popen(
        [*COMMAND, "check", "reports/b.md", "pipe", "--pack", "pack", "--jobs", "1", *outputs],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"reports/b.md")
        assert Path("lines.jsonl").read_bytes().startswith(b'{"path": "reports/b.md"')
        process.send_signal(signal.SIGINT)
    assert process.returncode == 130
    assert Path("lines.jsonl").read_bytes().count(b"\n") == 1
    assert not Path("whole.json").exists()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_holds_what_standard_output_would(reports: Path, jobs: str) -> None:
    for number in range(70):
        (reports / f"{number:02}.txt").write_bytes((reports / "a 嵩县.txt").read_bytes())
    check = [*COMMAND, "check", "reports", "--pack", "pack", "--jobs", jobs, "--format"]
    shown = subprocess.run([*check, "json"], capture_output=True, env=environment(), check=False)
    quiet = subprocess.run([*check, "json=file.json"], capture_output=True, env=environment(), check=False)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (1, b"", b"")
    assert Path("file.json").read_bytes() == shown.stdout


def test_several_processes_write_what_one_does(reports: Path) -> None:
    for number in range(70):
        (reports / f"{number:02}.txt").write_bytes(
            (reports / ("b.md", "a 嵩县.txt")[number % 2]).read_bytes()
        )
    shown = [
        subprocess.run(
            [*COMMAND, "check", "reports", "--pack", "pack", "--format", "json", "--jobs", jobs],
            capture_output=True,
            env=environment(),
            check=False,
        )
        for jobs in ("1", "2", "auto")
    ]
    assert [(one.returncode, one.stderr) for one in shown] == [(1, b"")] * 3
    assert shown[0].stdout == shown[1].stdout == shown[2].stdout
