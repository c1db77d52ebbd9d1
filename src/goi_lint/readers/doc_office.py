"""LibreOffice, where it is installed, turns files of other Words into ones that can be read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from goi_lint.errors import ReadError, Words
from goi_lint.limits import MAX_BYTES, OFFICE_SECONDS
from goi_lint.readers.doc_streams import ADVICE

_PROGRAMS = ("soffice", "libreoffice")


def as_docx(data: bytes, why: ReadError) -> bytes:
    """Return the file as .docx; raise `why` where LibreOffice is not installed or makes nothing of it.

    It has a folder and a profile of its own, so that it neither meets a LibreOffice that is open nor keeps anything;
    the profile runs no macros, follows no links and has no way into the network.
    """
    program = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    if program is None:
        raise why
    with TemporaryDirectory(prefix="goi-lint-", ignore_cleanup_errors=True) as folder:
        source, profile = Path(folder, "report.doc"), Path(folder, "profile")
        source.write_bytes(data)
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings(), "utf-8")
        _run([program, f"-env:UserInstallation={profile.as_uri()}", *_OPTIONS], source)
        made = source.with_suffix(".docx")
        if not made.is_file() or made.stat().st_size > MAX_BYTES:
            raise why
        return made.read_bytes()


_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def _settings() -> str:
    """Return the settings of the profile: with port 9 of this computer for its way out, nothing is reached."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>"
    )


_OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")


def _run(command: list[str], source: Path) -> None:
    """Run LibreOffice; it and what it starts are a group of processes that ends together."""
    arguments = [*command, "--convert-to", "docx", "--outdir", str(source.parent), str(source)]
    quiet = subprocess.DEVNULL
    group = sys.platform != "win32"
    try:
        with subprocess.Popen(
            arguments, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=group
        ) as process:
            try:
                process.wait(OFFICE_SECONDS)
            finally:
                _end(process)
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            Words(
                f"LibreOffice 在 {OFFICE_SECONDS} 秒内没有转换完；{ADVICE.zh}",
                f"LibreOffice did not convert it within {OFFICE_SECONDS} s; {ADVICE.en}",
            )
        ) from error
    except OSError as error:
        raise ReadError(
            Words(f"无法运行 LibreOffice；{ADVICE.zh}", f"LibreOffice cannot be run; {ADVICE.en}")
        ) from error


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
