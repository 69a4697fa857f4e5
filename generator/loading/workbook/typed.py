"""What people type into cells, read as the input writes it: figures, days, yes and no, text.

What the input understands anyway stays as it was typed. What can't be understood stays too, for validation to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from generator.diagnostics import Severity
from generator.loading.workbook.cells import Cell
from generator.loading.workbook.formats import exactly, loses, plain, shown
from generator.models.quantity import Quantity

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x2212: 0x2D}
_DASHES = re.compile(r"[-/\\—–_.…~·]+|空|空白|略")
_NOTHING = re.compile(
    r"无|没有|暂无|未发生|未开展|没有发生|无数据|暂无数据|未统计|无法统计|暂未统计|不详|不清楚|待定|待核|待统计|[?？]+|n/?a|null|none",
    re.IGNORECASE,
)
_EXCUSED = re.compile(
    r"(?:不适用|不涉及|无此项职责|没有此项职责|无该项职责|无此职能|无此项业务|不承担此项职责)[,:;(、\s]*(.*?)\)?"
)
_FORECAST = re.compile(r"[（(]?(?:预计|预估|估计|估算|暂估|预测)(?:数|为|达到?|有)?[)）]?")
_NOTED = re.compile(r"([^（(]+)[（(](.{1,60})[)）]")
_SPACED = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")
_SUMMED = re.compile(r"^(?:共计|合计|总计|累计|共有|共|计)")
_BOUNDS = ((re.compile(r"^(?:≥|>=|≧)(.+)$"), "以上"), (re.compile(r"^(?:≤|<=|≦)(.+)$"), "以下"))
_TICKS = {"✓": "是", "✔": "是", "☑": "是", "对": "是", "1": "是", "✗": "否", "✘": "否", "☐": "否", "0": "否", "□": "否"}
_SERIAL_FIRST, _SERIAL_LAST = 20_000, 80_000
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_COMPACT_DAY = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")
_FILL_IN = "确实为零填 0，没有这项职责填“不适用”，还不清楚就空着"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be told of a cell."""

    severity: Severity
    code: str
    message: str
    remedy: str


@dataclass(slots=True)
class Typed:
    """A cell as the input writes it. `text` is None when nothing was given; `excused` that 不适用 was typed."""

    text: str | None = None
    excused: str | None = None
    note: str = ""
    remarks: list[Remark] = field(default_factory=list)

    def tell(self, severity: Severity, code: str, message: str, remedy: str) -> None:
        self.remarks.append(Remark(severity, code, message, remedy))


def figure(cell: Cell, *, rate: bool = False) -> Typed:
    """A figure. `rate` says that it is one in per cent."""
    typed = Typed()
    if _unusable(cell, typed):
        return typed
    value = cell.value
    if isinstance(value, date | timedelta) or hasattr(value, "hour"):
        remedy = "把这一格的格式改成“常规”，重新填数字"
        typed.tell(Severity.ERROR, "LOAD165", f"这一格成了日期或者时间（{_day_text(value)}），不是数字", remedy)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        _number(cell, float(value), typed, rate=rate)
    else:
        _text_figure(str(value).strip(), typed)
    return typed


def _unusable(cell: Cell, typed: Typed) -> bool:
    """Formulas that came to nothing."""
    if cell.is_error:
        remedy = "改好公式，或者直接填数字"
        typed.tell(Severity.ERROR, "LOAD161", "这一格的公式出错了（显示为 # 开头的错误），没有值", remedy)
    elif cell.uncomputed:
        remedy = "用 WPS 或 Excel 打开这个文件，保存一次，再交给程序；或者直接填数字"
        typed.tell(Severity.ERROR, "LOAD160", "这一格是公式，文件里没有存下算出的值", remedy)
    else:
        return False
    return True


def _number(cell: Cell, value: float, typed: Typed, *, rate: bool) -> None:
    form = cell.format
    if form is None:
        typed.text = plain(exactly(value))
    else:
        typed.text = shown(value, form)
        if loses(value, form):
            message = f"这一格存的是 {plain(exactly(value))}，显示为 {typed.text}，按显示的读"
            typed.tell(Severity.INFO, "LOAD164", message, "要别的位数，就把数字填成那样")
    fraction = 0 < abs(value) < 1 or (value == 1 and form is None)
    if rate and fraction and not (form is not None and form.percent):
        worth = plain(exactly(value) * 100)
        message = f"“{typed.text}”按 {typed.text}% 读；若是 {worth}%，填的就不对"
        typed.tell(Severity.WARNING, "LOAD168", message, f"率填成 {worth}% 的样子，带百分号")


def _text_figure(text: str, typed: Typed) -> None:
    if not text:
        return
    if _is_figure(text):
        typed.text = text
        return
    bare = text.translate(_WIDE).strip().strip("。；，;,'’‘").strip()
    if _DASHES.fullmatch(bare):
        typed.tell(Severity.INFO, "LOAD166", f"“{text}”按没有填读", _FILL_IN)
    elif _NOTHING.fullmatch(bare):
        typed.tell(Severity.WARNING, "LOAD166", f"“{text}”说不清是零还是没有统计，按没有填读", _FILL_IN)
    elif excused := _EXCUSED.fullmatch(bare):
        typed.excused = excused[1].strip() or "不适用"
    elif _FORECAST.search(bare):
        _forecast(text, bare, typed)
    else:
        _mended(text, bare, typed)


def _forecast(text: str, bare: str, typed: Typed) -> None:
    inner = _FORECAST.sub("", bare).strip()
    if not _is_figure(inner):
        typed.text = text
        return
    typed.text = inner if not Quantity.parse(inner).exact else f"约{inner}"
    message = f"“{text}”是预计的数，按“{typed.text}”读，不参加核对"
    typed.tell(Severity.WARNING, "LOAD167", message, "报告只写已经发生的数：核实后改成实数")


def _mended(text: str, bare: str, typed: Typed) -> None:
    noted = _NOTED.fullmatch(bare)
    if noted and _is_figure(noted[1].strip() + noted[2].strip()):
        typed.text = noted[1].strip() + noted[2].strip()
        return
    head = noted[1].strip() if noted else bare
    mended = next((each for each in _mends(head) if _is_figure(each)), None)
    typed.text = mended or text
    if mended and noted:
        typed.note = noted[2].strip()
        typed.tell(Severity.INFO, "LOAD169", f"数字读作“{mended}”，括号里的说明记入备注", "说明写在“备注”一栏")


def _mends(text: str) -> Iterator[str]:
    """Ways to read what isn't quite a figure."""
    yield text
    tight = re.sub(r"\s+", "", text)
    yield _SPACED.sub("", text)
    yield tight
    yield _SUMMED.sub("", tight)
    yield tight.replace("约为", "约").replace("大约", "约").replace("左右", "") if "约" in tight else tight
    for sign, word in _BOUNDS:
        if match := sign.match(tight):
            yield f"{match[1]}{word}"
    if tight[:1] in "¥￥":
        yield tight[1:] if tight.endswith("元") else f"{tight[1:]}元"


def _is_figure(text: str) -> bool:
    try:
        Quantity.parse(text)
    except ValueError:
        return False
    return True


def day(cell: Cell, *, from_1904: bool = False) -> Typed:
    """A day: as Excel keeps it, as its bare serial number, or as text."""
    typed = Typed()
    if _unusable(cell, typed):
        return typed
    value = cell.value
    if isinstance(value, date):
        typed.text = f"{value:%Y-%m-%d}"
    elif isinstance(value, int | float) and not isinstance(value, bool):
        _day_number(float(value), typed, from_1904=from_1904)
    elif str(value).strip():
        typed.text = _day_words(str(value).strip())
    return typed


def _day_number(value: float, typed: Typed, *, from_1904: bool) -> None:
    compact = _COMPACT_DAY.fullmatch(plain(exactly(value)))
    if compact:
        typed.text = "-".join(compact.groups())
    elif _SERIAL_FIRST <= value <= _SERIAL_LAST:
        found = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=int(value))
        typed.text = found.isoformat()
        message = f"日期显示成了数字 {int(value)}，按 {found.isoformat()} 读"
        typed.tell(Severity.INFO, "LOAD172", message, "核对日期；把这一格的格式改成“日期”")
    else:
        typed.text = plain(exactly(value))


def _day_words(text: str) -> str:
    bare = re.sub(r"\s*[（(].*[)）]$|\s*(?:00:)?0?0:00(?::00)?$", "", text.translate(_WIDE).strip()).strip()
    if compact := _COMPACT_DAY.fullmatch(bare):
        return "-".join(compact.groups())
    return bare


def words(cell: Cell) -> Typed:
    """Text; a number or a day that Excel made of it is turned back."""
    typed = Typed()
    if _unusable(cell, typed):
        return typed
    value = cell.value
    if isinstance(value, str):
        typed.text = value.replace("\r\n", "\n").replace("\r", "\n") if value.strip() else None
    elif isinstance(value, bool):
        typed.text = "是" if value else "否"
    elif isinstance(value, int | float):
        typed.text = shown(float(value), cell.format) if cell.format is not None else plain(exactly(float(value)))
    else:
        typed.text = _day_text(value)
    return typed


def yes_no(cell: Cell) -> Typed:
    """是 or 否, or one of the signs that stand for them."""
    typed = words(cell)
    if typed.text is not None:
        bare = typed.text.strip()
        typed.text = _TICKS.get(bare, bare)
    return typed


def number(cell: Cell) -> Typed:
    """A bare number, such as a year: `2025年` is 2025."""
    typed = words(cell)
    if typed.text is not None:
        bare = typed.text.translate(_WIDE).strip()
        typed.text = bare.removesuffix("年") if re.fullmatch(r"[0-9]{4}年", bare) else bare
    return typed


Reader = Callable[[Cell], Typed]


def _day_text(value: Any) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, datetime):
        return _day_text(value.date())
    return str(value)
