"""From a file to its manuscript: what kind of file it is by its content, or one finding why it isn't read."""

from __future__ import annotations

import errno
import re
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics, Place
from generator.document.manuscript import Line, Manuscript
from generator.document.secrecy_marks import ALONE, MARK, tell_classified
from generator.models.reading import ReadingWords, WordList
from generator.reading.names import REFUSED
from generator.reading.raw import RawReport
from generator.reading.recognition import recognised
from generator.reading.refusals import SAVE_AS, RefusedError, damaged, too_large
from generator.reading.text import read_text
from generator.reading.word import read_word
from generator.records import dataclass
from generator.resources import data_folder

MOST_BYTES = 40 << 20
_FIXED = "请找排版前的 Word 文档；没有的，用 WPS 或 Word 打开，转换、另存为“Word 文档（.docx）”，核对文字后再交给程序"
_WEB = "全选、复制网页上的正文，粘贴到记事本，另存为 .txt（编码选 UTF-8），再交给程序"
_WAYS_OUT = (
    ((".pdf", ".ofd", ".ppt", ".pptx"), _FIXED),
    ((".html", ".htm", ".mht"), _WEB),
    ((".zip", ".rar", ".7z", ".tar", ".gz"), "先解压，再给出里面的报告，或者解压出来的文件夹"),
    (
        (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".heic"),
        "请找 Word 文档；没有的，先识别成文字，核对后再交给程序",
    ),
    ((".md",), "把扩展名改成 .txt，再交给程序"),
)
_SOURCE = re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|meta|div|p|table|\?xml)\b")
_ZIP, _OLE, _PDF, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF", b"{\\rtf"


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished report; `word` are the bytes of a Word file as it was handed in, empty for any other file; `converted`
    those of the .docx that an old Word file became."""

    manuscript: Manuscript
    word: bytes = b""
    converted: bytes = b""


def read_manuscript(path: Path, diagnostics: Diagnostics, lists: ReadingWords | None = None) -> Manuscript | None:
    """The manuscript of a .docx, .doc or .txt file; None, and one finding, when it can't be taken.

    `lists` are the words by which parts are recognised, by default those that come with the program.
    """
    found = read_finished(path, diagnostics, lists)
    return found.manuscript if found is not None else None


def read_finished(path: Path, diagnostics: Diagnostics, lists: ReadingWords | None = None) -> Finished | None:
    """As `read_manuscript`, with the bytes of a Word file."""
    try:
        raw, converted, report = _read(path, diagnostics)
    except RefusedError as refused:
        diagnostics.error(refused.code, Place(str(path)), refused.message, refused.remedy)
        return None
    found = recognised(report, str(path), lists or shipped_words())
    if not any(line.kind != "杂项" for line in found.lines):
        diagnostics.error("LOAD206", Place(str(path)), "这个文件里没有文字", "扫描件要先识别成文字；图片里的字读不到")
        return None
    marked = next((line for line in found.lines if MARK.search(line.text) or _is_a_level(line)), None)
    if marked is not None:
        tell_classified(replace(marked.place, text=None), diagnostics)
        return None
    return Finished(found, raw, converted)


def _is_a_level(line: Line) -> bool:
    """Whether a line by itself says how secret the paper is; in tables it may be a word that is explained."""
    return not line.rows and ALONE.search(line.text) is not None


def manuscript_of(raw: bytes, file: str, lists: ReadingWords) -> Manuscript:
    """The manuscript of the bytes of a .docx or .txt file. Raises `RefusedError`."""
    report = read_word(raw, file) if raw.startswith(_ZIP) else read_text(raw, file, Diagnostics())
    return recognised(report, file, lists)


def _read(path: Path, diagnostics: Diagnostics) -> tuple[bytes, bytes, RawReport]:
    suffix = path.suffix.lower()
    raw = _bytes(path)
    if suffix in REFUSED:
        raise RefusedError("LOAD201", REFUSED[suffix], _way_out(suffix))
    if raw.startswith(_ZIP):
        return raw, b"", read_word(raw, str(path))
    if raw.startswith(_OLE):
        from generator.reading.old_word import converted  # noqa: PLC0415 - few reports are .doc files

        made = converted(path, raw)
        return b"", made, read_word(made, str(path))
    if raw.startswith(_PDF):
        raise RefusedError("LOAD201", "这个文件其实是 PDF", _FIXED)
    if raw.startswith(_RTF):
        raise RefusedError("LOAD201", "这个文件其实是 RTF 文件", SAVE_AS)
    if not raw.strip():
        raise damaged("：文件是空的")
    if suffix != ".txt":
        raise _no_word(raw)
    if _SOURCE.match(raw):
        raise RefusedError("LOAD201", "这个文件是网页的源代码，不是网页上的文字", _WEB)
    return b"", b"", read_text(raw, str(path), diagnostics)


def _no_word(raw: bytes) -> RefusedError:
    """What has the name of a Word file and is none."""
    if _SOURCE.match(raw):
        return RefusedError("LOAD201", "这个文件其实是网页，只是起了 Word 文档的名字", SAVE_AS)
    if b"\0" not in raw:
        return RefusedError("LOAD201", "这个文件其实是文本，只是起了 Word 文档的名字", "把扩展名改成 .txt，再交给程序")
    return RefusedError("LOAD201", "这个文件其实是别的文件，只是起了 Word 文档的名字", SAVE_AS)


def _way_out(suffix: str) -> str:
    return next((remedy for suffixes, remedy in _WAYS_OUT if suffix in suffixes), SAVE_AS)


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "一个文件夹" if stat.S_ISDIR(status.st_mode) else "一个特殊文件"
            raise RefusedError("LOAD200", f"这是{what}，不是成稿", "请给出报告的文件，如 报告.docx")
        if status.st_size > MOST_BYTES:
            raise too_large(f"有 {status.st_size >> 20} MB，超过上限 {MOST_BYTES >> 20} MB")
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        if number in (errno.ENOENT, errno.ENOTDIR):
            raise RefusedError("LOAD200", "没有这个文件", "检查文件夹和文件名") from None
        remedy = (
            "请有权限的人打开，或改文件的读取权限"
            if number in (errno.EACCES, errno.EPERM)
            else "检查文件名、磁盘或网络位置，再试"
        )
        raise RefusedError("LOAD200", "这个文件读不出来", remedy) from None


def shipped_words() -> ReadingWords:
    """The word lists that come with the program."""
    import yaml  # noqa: PLC0415 - knowledge has been loaded already, except in tests

    text = (data_folder("schemas") / "reading.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return ReadingWords({name: WordList.model_validate(entry) for name, entry in data.items()})
