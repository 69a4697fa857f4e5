"""Which files are taken for finished reports, by their names."""

from __future__ import annotations

from pathlib import Path

WORD = (".docx", ".docm", ".dotx")
SUFFIXES = (*WORD, ".doc", ".txt")
REFUSED = {
    ".wps": "这是 WPS 文字自己的格式（.wps），不能直接读",
    ".wpt": "这是 WPS 文字自己的格式（.wpt），不能直接读",
    ".pdf": "PDF 文件不能直接读",
    ".ofd": "OFD 文件不能直接读",
    ".rtf": "RTF 文件不能直接读",
    ".odt": "OpenDocument 文档（.odt）不能直接读",
    ".html": "网页不能直接读",
    ".htm": "网页不能直接读",
    ".mht": "网页不能直接读",
}
"""Formats that finished reports come in and that are refused, each with the reason."""


def is_finished(file: Path) -> bool:
    """Whether a name is that of a finished report, or of one in a format that is refused."""
    return file.suffix.lower() in (*SUFFIXES, *REFUSED)
