"""Which files are taken for finished reports, by their names."""

from __future__ import annotations

from pathlib import Path

WORD = (".docx", ".docm", ".dotx")
SUFFIXES = (*WORD, ".doc", ".txt")
_FORMATS = {
    "这是 WPS 文字自己的格式（{}），不能直接读": (".wps", ".wpt"),
    "PDF 文件不能直接读": (".pdf",),
    "OFD 文件不能直接读": (".ofd",),
    "RTF 文件不能直接读": (".rtf",),
    "OpenDocument 文档（{}）不能直接读": (".odt",),
    "网页不能直接读": (".html", ".htm", ".mht"),
    "这是压缩包，里面的文件没有读": (".zip", ".rar", ".7z", ".tar", ".gz"),
    "图片里的字读不到": (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".heic"),
    "这是演示文稿，不是成稿": (".ppt", ".pptx"),
    "{} 文件不能直接读": (".md",),
}
REFUSED = {suffix: reason.format(suffix) for reason, suffixes in _FORMATS.items() for suffix in suffixes}
"""Formats that finished reports come in and that are refused, each with the reason."""


def is_finished(file: Path) -> bool:
    """Whether a name is that of a finished report, or of one in a format that is refused."""
    return file.suffix.lower() in (*SUFFIXES, *REFUSED)
