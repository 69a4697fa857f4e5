"""A small county's forms, made by the program, filled in and sent back."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from generator.diagnostics import Diagnostics
from generator.models.collection import Receipt
from generator.workflows.collect import Collected, CollectOrder, collect
from generator.workflows.form import FormOrder, form
from generator.workflows.trace import trace
from support.books import cell_at

UNITS = """\
单位:
  县教育局: {简称: 教育局, 包: [通用, 执法]}
  县司法局复议股: {简称: 复议股, 类型: 司法局股室, 单一来源: [行政复议, 行政应诉, 行政应诉统计表]}
  县公安局: {简称: 公安局, 包: [通用, 执法]}
  县税务局: {简称: 税务局, 类型: 垂直, 包: [执法], 报送: 邀请}
"""
TOPICS = ("行政复议", "行政应诉", "行政强制", "法治培训")
EDUCATION, APPEALS, POLICE, TAXES = "县教育局", "县司法局复议股", "县公安局", "县税务局"
SAVED = datetime(2027, 1, 8, 9, 30)  # noqa: DTZ001 - the format's times have no zone

FIGURES: Mapping[str, Mapping[str, Any]] = {
    EDUCATION: {"行政强制.措施": 3, "行政应诉.应诉": 2},
    APPEALS: {"行政复议.收到": 7, "行政复议.受理": 6, "行政复议.不予受理": 1, "行政应诉.应诉": 12},
    POLICE: {"行政强制.措施": 4, "行政应诉.应诉": 5},
}


def blank_forms(folder: Path, *, year: int = 2026, topics: tuple[str, ...] = TOPICS) -> dict[str, Path]:
    """The forms as they are sent out, by unit; the list of units beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / "units.yaml"
    listed.write_text(UNITS, encoding="utf-8")
    made = form(FormOrder(folder, year=year, units=listed, all_units=True, topics=topics))
    assert made.written, list(made.diagnostics)
    return {file.name.split("_")[1]: file for file in made.written}


def filled(
    blank: Path,
    target: Path,
    figures: Mapping[str, Any],
    records: Mapping[tuple[str, str, str], Any] | None = None,
    saved: datetime = SAVED,
) -> Path:
    """A copy of a form with figures (`行政复议.收到`, `法治培训.期数@牵头`) and records (sheet, row, column)."""
    book = load_workbook(blank)
    for key, value in figures.items():
        row, _, column = key.partition("@")
        cell_at(book, row, column or "值").value = value
    for (sheet, row, column), text in (records or {}).items():
        cell_at(book, row, column, f"列表:{sheet}").value = text
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    _date(target, saved)
    return target


def _date(file: Path, saved: datetime) -> None:
    """openpyxl writes its own clock; the day of saving is part of what is tested."""
    undated = file.with_name(f"{file.name}.part")
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(undated, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                text = content.decode()
                start = text.index(">", text.index("<dcterms:modified")) + 1
                end = text.index("<", start)
                content = f"{text[:start]}{saved.isoformat()}Z{text[end:]}".encode()
            target.writestr(name, content)
    shutil.move(undated, file)


def sent_back(blanks: Mapping[str, Path], folder: Path) -> Path:
    """The forms of all units that must report, filled in, in a folder 报送 beside the list of units."""
    for unit, figures in FIGURES.items():
        filled(blanks[unit], folder / "报送" / f"{unit}.xlsx", figures)
    (folder / "units.yaml").write_text(UNITS, encoding="utf-8")
    return folder


def collected(county: Path, **more: Any) -> Collected:
    order: dict[str, Any] = {
        "inputs": [county / "报送"],
        "into": county / "report.yaml",
        "units": county / "units.yaml",
    }
    return collect(CollectOrder(**{**order, **more}))


def codes(result: Collected) -> list[str]:
    """What was found, but for figures left blank and the excess of parts over the whole."""
    return [each.code for each in result.diagnostics if each.code not in ("DATA501", "DATA505")]


def receipt(result: Collected, unit: str) -> Receipt:
    assert result.collection is not None
    return next(each for each in result.collection.receipts if each.unit == unit)


def value_of(result: Collected, ref: str) -> str:
    assert result.collection is not None, list(result.diagnostics)
    found = next(each for each in result.collection.figures if each.ref == ref)
    return found.quantity.printed if found.quantity is not None else ""


def text_of(county: Path) -> str:
    return (county / "report.yaml").read_text(encoding="utf-8")


def change(county: Path, old: str, new: str) -> None:
    text = text_of(county)
    assert old in text, text
    (county / "report.yaml").write_text(text.replace(old, new), encoding="utf-8")


def files_in(county: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in county.iterdir() if each.is_file()}


def traced(county: Path, reference: str) -> tuple[list[str], Diagnostics]:
    """Traced in a report whose subject has been filled in."""
    text = text_of(county)
    if "简称: 甲县" not in text:
        head = text[text.index("主体:") : text.index("指标:")]
        subject = "主体: {名称: [甲县人民政府], 类别: 政府, 级别: 县级, 简称: 甲县}\n"
        (county / "report.yaml").write_text(text.replace(head, subject), encoding="utf-8")
    return trace(reference, county / "report.yaml")
