"""Word's old format (.doc), by way of LibreOffice: a profile and a folder of its own, and only so long."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.reading.refusals import SAVE_AS, RefusedError, damaged

SECONDS = 90
_NAMES = ("soffice", "libreoffice")
_INSTALLED = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")


def converted(path: Path, raw: bytes) -> bytes:
    """The bytes of the file as a .docx. Raises `RefusedError`."""
    if _ENCRYPTED in raw:
        raise RefusedError("LOAD205", "这个文档设了密码，读不出来", "先去掉密码，再交给程序")
    if _WORD not in raw:
        raise RefusedError("LOAD201", f"这不是 Word 文档（{path.suffix}）", SAVE_AS)
    office = _office()
    if office is None:
        message = "旧版 Word 文档（.doc）要靠 LibreOffice 转换，这台电脑上没有找到它"
        raise RefusedError("LOAD208", message, f"{SAVE_AS}；或者安装 LibreOffice 再试")
    with TemporaryDirectory(prefix="fazhi-", ignore_cleanup_errors=True) as folder:
        return _converted(office, raw, Path(folder))


def _office() -> str | None:
    found = next((place for name in _NAMES if (place := shutil.which(name))), None)
    return found or next((place for place in _INSTALLED if Path(place).is_file()), None)


def _converted(office: str, raw: bytes, folder: Path) -> bytes:
    source, target = folder / "report.doc", folder / "out"
    source.write_bytes(raw)
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(target),
        str(source),
    ]
    try:
        _run(command)
    except subprocess.TimeoutExpired:
        message = f"LibreOffice 转换这个 .doc 文件超过 {SECONDS} 秒，停了"
        raise RefusedError("LOAD209", message, SAVE_AS) from None
    except OSError:
        raise RefusedError("LOAD209", "LibreOffice 启动不了，.doc 文件没有转换", SAVE_AS) from None
    made = target / "report.docx"
    if not made.is_file():
        raise damaged("（LibreOffice 也转换不了）")
    return made.read_bytes()


def _run(command: list[str]) -> None:
    """Run it with everything it starts in a group of its own, so that nothing is left running."""
    own_group = sys.platform != "win32"
    with subprocess.Popen(  # noqa: S603 - no shell, and the file's name is ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=own_group,
    ) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            if own_group:
                with suppress(OSError):
                    os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            raise
