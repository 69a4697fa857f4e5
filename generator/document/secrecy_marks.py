"""What marks classified material (涉密), in inputs and in finished reports, and what is said of it."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostics, Place
from generator.patterns import compile_later

LEVEL = r"(?:[绝絕]\s*密|[机機]\s*密|秘\s*密)\s*(?:[级級]\s*)?"
_TERM = r"(?:(?:\d{1,3}|[一二三五十两]{1,3})\s*(?:年|个月)|长期)?"
MARK = compile_later(LEVEL + r"[★☆⭐✭✮]|密[级級][^\S\n]*(?:和保密期限)?[^\S\n]*[:：][^\S\n\w]*" + LEVEL)
ALONE = compile_later(rf"^[\s\W_]*{LEVEL}[\s\W_]*{_TERM}[\s\W_]*$", re.MULTILINE)
"""A line that is a level and nothing else."""
_REMEDY = "涉密内容不得在非涉密设备处理：停止使用这个文件，不要复制、转发，报告本单位保密机构，按定密和保密的规定办理"


def tell_classified(place: Place, diagnostics: Diagnostics) -> None:
    """One finding, without the text."""
    diagnostics.error("LOAD049", place, "文件里有国家秘密的标志，本程序不处理涉密内容", _REMEDY)
