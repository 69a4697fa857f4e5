"""Names that become file names, here or on the computer of whoever receives the files."""

from __future__ import annotations

import re

from generator.patterns import compile_later

_FORBIDDEN = compile_later(r"[\\/:*?\"<>|\x00-\x1f]")
_RESERVED = compile_later(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def unsafe_in_file_name(name: str) -> str | None:
    """Why a name can't be (part of) a file name on Windows or Linux; None when it can."""
    if match := _FORBIDDEN.search(name):
        return f"含有文件名不能用的“{match[0]}”" if match[0].isprintable() else "含有换行或控制字符"
    if _RESERVED.fullmatch(name):
        return "是 Windows 保留的名称"
    if name != name.strip() or name.endswith("."):
        return "首尾有空格或句点"
    return None if name.strip(".") else "只有句点"
