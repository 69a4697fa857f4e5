"""Files of findings that were written an earlier time, told from any other file by how they begin and end."""

from __future__ import annotations

from pathlib import Path

from generator.patterns import compile_later

_ENDS = 1 << 12
_PAGE = compile_later("Content-Security-Policy[^>]*><title>检查结果</title>")
_JSON = compile_later(r'\A\{\s*(?:"diagnostics":|"\$schema"[\s\S]*"name": "fazhi")')
_COUNTED = compile_later(r"(?:\A|\n)[0-9]+ (?:个错误|个警告|条提示)(?:，[0-9]+ (?:个警告|条提示)){0,2}\s*\Z")
_NOTHING = compile_later(r"(?:\A|\n)没有发现问题\s*\Z")
_OPENING = compile_later(r"\A(?:没有发现问题\s*\Z|已叠加：|文件 +报告主体 )")
"""Text in which nothing was found. Staff may well end notes of their own with these words."""


def is_of_findings(file: Path) -> bool:
    """Whether `fazhi check` wrote the file. One that can't be read isn't."""
    try:
        with file.open("rb") as stream:
            first = stream.read(_ENDS)
            stream.seek(-min(_ENDS, file.stat().st_size), 2)
            last = stream.read()
    except OSError:
        return False
    begin, end = (each.decode("utf-8", "replace") for each in (first, last))
    is_text = _COUNTED.search(end) or (_NOTHING.search(end) and _OPENING.search(begin))
    return bool(_PAGE.search(begin) or _JSON.search(begin) or is_text)
