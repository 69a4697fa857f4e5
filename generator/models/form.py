"""The workbook of a form (填报表) as its writer and its reader both know it: sheets, markers, keys.

Every data sheet has a hidden column of row keys and a hidden row of column keys. They cross in a cell that holds the
marker `fazhi:<kind>`, from which the reader finds them wherever they were moved to. Sheet names, labels and positions
are for people alone. A cell belongs to the model when its row and its column both have a key.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from generator.models.catalogue import Topic

FORMAT = "1"
"""The version of this layout, written into every workbook."""

NEVER_SAVED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format's times have no zone
"""The time of saving in a form as the program wrote it: nobody has saved it yet."""

META_SHEET = "_fazhi"
"""Very hidden; rows of key and value, no marker."""
LISTS_SHEET = "_选项"
"""Hidden; the choices of drop-downs, one list a column."""
WORKINGS_SHEET = "_计算"
"""Very hidden; what formulas make of every figure that a relation speaks of."""

CHECKS_SHEET = "勾稽核对"
"""Locked; every relation and whether it holds, by formulas alone."""

FINDINGS_SHEET = "疑点"
"""In an annotated copy; its marker is of a kind that isn't read."""

MARK = "fazhi:"
MARK_REACH = 30
"""The marker is looked for in this many first rows and columns."""

FIGURES, GRID, VALUES, RECORDS, BODY = "指标", "表", "键值", "列表", "正文"
"""Kinds of sheets. `列表:<键>` and `正文:<路径>` say whose records or blocks they hold."""

Purpose = Literal["表单", "报告"]
"""种类: the form of one unit, or a whole report."""

MetaKey = Literal["格式", "种类", "目录版本", "叠加", "年度", "期间", "单位", "表号"]
"""目录版本 is the edition of the topics in this form, 叠加 the overlays' names (one a line), 表号 names the form."""

LAST_YEAR, VALUE = "上年", "值"
FIGURE_KEYS = (LAST_YEAR, VALUE, "口径", "牵头", "依据", "备注", "不适用", "截至", "范围")
"""Column keys of a sheet of figures. 口径 to 范围 are those of `IndicatorValue`; 牵头 is for forms alone."""

TICK = "声明:"
"""Before the row key of a statement that can be ticked: `声明:行政复议.分项完整`."""
NOT_APPLICABLE = "不适用"
"""Typed under 值 by a unit that hasn't this duty; the reason may stand under 备注."""

YES, NO = "是", "否"
CELL_LIMIT = 32767
"""The longest text a cell holds, in UTF-16 units."""


def marker(kind: str, of: str = "") -> str:
    """The text of the marker cell: `fazhi:指标`, `fazhi:列表:不足`, `fazhi:正文:附件.1.内容`."""
    return f"{MARK}{kind}:{of}" if of else f"{MARK}{kind}"


def marked(text: str) -> tuple[str, str] | None:
    """The kind and whose records or blocks they are, of a marker's text; None for any other text."""
    if not text.startswith(MARK):
        return None
    kind, _, of = text.removeprefix(MARK).partition(":")
    return kind, of


def figure_key(topic: str, indicator: str) -> str:
    return f"{topic}.{indicator}"


def tick_key(topic: str, statement: str) -> str:
    return f"{TICK}{topic}.{statement}"


def in_lines(items: Iterable[str]) -> str:
    """Several texts in one cell: one a line. A line break within a text becomes `\\n`, a backslash is doubled."""
    return "\n".join(item.replace("\\", "\\\\").replace("\n", "\\n") for item in items)


def from_lines(text: str) -> list[str]:
    """The inverse of `in_lines`; an empty cell holds nothing."""
    return [_unescaped(line) for line in text.split("\n")] if text else []


def _unescaped(line: str) -> str:
    parts = (part.replace("\\n", "\n") for part in line.split("\\\\"))
    return "\\".join(parts)


def edition(topics: Iterable[Topic]) -> str:
    """目录版本: a short hash of the topics a form was made from, in whatever order."""
    in_order = sorted(topics, key=lambda topic: topic.名称)
    return digest([topic.model_dump(mode="json", exclude_defaults=True) for topic in in_order])


def digest(data: object) -> str:
    """Twelve hexadecimal digits that stand for plain data."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
