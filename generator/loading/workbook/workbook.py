"""A workbook of ours: which form it is, of what year and edition, and its content as an input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostics, Place, Severity
from generator.loading.workbook.cells import Book
from generator.loading.workbook.findings import Findings
from generator.loading.workbook.layout import Layout, Meta, layouts, meta_of
from generator.loading.workbook.opening import open_workbook
from generator.loading.workbook.plot import Plot, SheetSource
from generator.loading.workbook.reading import Reading, topics_of
from generator.loading.workbook.shapes import Shapes
from generator.models.base import Input
from generator.models.base import Path as InputPath
from generator.models.catalogue import Catalogue
from generator.models.form import FORMAT, META_SHEET, edition
from generator.models.report import Report
from generator.models.submission import Submission

UNIT_FORM, WHOLE_REPORT = "表单", "报告"
_YEAR_DIGITS = 4
_MODELS: Mapping[str, type[Input]] = {UNIT_FORM: Submission, WHOLE_REPORT: Report}
_SUMMARY = {"收表情况", "汇总表"}
"""The sheets that the summary of a collecting always has."""
_NEW_FORM = "请用 fazhi form 制的表，或者把内容填进程序发下的表"


@dataclass(frozen=True)
class Filled:
    """A workbook as read. `purpose` is 表单 (a unit's form) or 报告; `leads` says of which figures the unit leads.

    `topics` are those that it has cells for; `modified` is when it was last saved, empty when it doesn't say.
    """

    source: SheetSource
    purpose: str
    year: int | None
    unit: str
    number: str
    leads: Mapping[InputPath, bool]
    topics: frozenset[str] = frozenset()
    modified: str = ""


def read_workbook(path: Path, catalogue: Catalogue, diagnostics: Diagnostics) -> Filled | None:
    """The content of a workbook; None, and a finding, when it isn't ours or can't be read."""
    book = open_workbook(path, diagnostics)
    if book is None:
        return None
    findings = Findings(str(path), diagnostics)
    found = list(layouts(book))
    meta = meta_of(book)
    if meta is None or not found:
        _foreign(meta, findings, is_summary=_SUMMARY.issubset(sheet.name for sheet in book.sheets))
        return None
    purpose = meta.get("种类")
    if not _is_readable(meta, findings):
        return None
    _compare_edition(meta, found, catalogue, findings)
    _tell_unread(book, found, findings)
    plot = Plot()
    plot.note_all(book)
    reading = Reading(plot, findings, catalogue, Shapes(_MODELS[purpose]), book.date1904)
    reading.take(found)
    year = meta.get("年度")
    if purpose == UNIT_FORM:
        _take_meta(meta, plot)
    elif not _same_year(year, plot, path, diagnostics):
        return None
    source = plot.source(str(path), book.input_hash)
    known_year = int(year) if year.isascii() and year.isdigit() and len(year) <= _YEAR_DIGITS else None
    topics = frozenset(topics_of(found))
    unit, number = meta.get("单位"), meta.get("表号")
    return Filled(source, purpose, known_year, unit, number, reading.leads, topics, book.modified)


def _foreign(meta: Meta | None, findings: Findings, *, is_summary: bool) -> None:
    if is_summary:
        message = "这是 fazhi collect 写出的汇总表，供自己看的，不是填报表，没有要检查、要读的"
        remedy = "检查汇总成的报告（.yaml）或者各单位的填报表；数字改在那里，再汇总一次"
        findings.of_file(Severity.ERROR, "LOAD150", message, remedy)
        return
    if meta is None:
        message = "这不是本程序的填报表（没有隐藏的表号），也可能是把内容复制到了新表里"
    else:
        message = "表里的隐藏行、列被删掉了，认不出哪一格是哪一项"
    findings.of_file(Severity.ERROR, "LOAD150", message, _NEW_FORM)


def _is_readable(meta: Meta, findings: Findings) -> bool:
    version = meta.get("格式")
    if version != FORMAT:
        message = f"这张表的格式版本是“{version[:20]}”，本程序只认得 {FORMAT}"
        findings.of_file(Severity.ERROR, "LOAD151", message, "先更新程序，或者换用本程序制的表")
        return False
    if meta.get("种类") not in _MODELS:
        findings.of_file(Severity.ERROR, "LOAD150", "认不出这是填报表还是报告的工作簿", _NEW_FORM)
        return False
    return True


def _compare_edition(meta: Meta, found: list[Layout], catalogue: Catalogue, findings: Findings) -> None:
    """A form made from another state of the catalogue is read by its keys all the same."""
    names = frozenset(name for name in topics_of(found) if name in catalogue.topics)
    if names not in catalogue.editions:
        catalogue.editions[names] = edition(catalogue.topics[name] for name in names)
    if catalogue.editions[names] != meta.get("目录版本"):
        message = "这张表是按另一个版本的目录制的（或者少了表），已按各项的键读取"
        findings.of_file(Severity.WARNING, "LOAD152", message, "核对读到的数字；以后用新版程序重新制表发放")


def _tell_unread(book: Book, found: list[Layout], findings: Findings) -> None:
    """Sheets that staff added, or whose hidden keys were deleted."""
    ours = {layout.sheet.name for layout in found}
    for sheet in book.sheets:
        if sheet.name in ours or sheet.name == META_SHEET or sheet.hidden:
            continue
        if any(value != "" for line in sheet.values for value in line):
            message = "这张表没有隐藏的键（是后加的，或者隐藏的行、列被删了），没有读"
            findings.of_sheet(Severity.WARNING, "LOAD155", sheet, message, "有要报的内容，填到原来的表里")


def _take_meta(meta: Meta, plot: Plot) -> None:
    """What a unit's form says of itself on its hidden sheet."""
    for key in ("年度", "期间", "单位"):
        if meta.get(key):
            plot.put((key,), meta.get(key), (META_SHEET, (0, 0)))


def _same_year(year: str, plot: Plot, path: Path, diagnostics: Diagnostics) -> bool:
    """Whether 年度 is the year that the workbook was made for: its heads and last year's figures are of that year."""
    given = plot.data.get("年度")
    if given is None or not year or given == year:
        return True
    place = plot.source(str(path), "").place(("年度",))
    message = f"这个工作簿是为{year}年制的，“年度”却填了{str(given)[:10]}"
    remedy = f"用 fazhi form 制{str(given)[:10]}年的表，把内容填进去；上年数由程序带出"
    diagnostics.error("LOAD153", place, message, remedy)
    return False


def refuse_other_year(file: str, its_year: int, year: int, diagnostics: Diagnostics) -> bool:
    """Whether a form is of another year than the report it is collected for; that is told."""
    if its_year == year:
        return False
    message = f"这是{its_year}年的表，要的是{year}年的"
    diagnostics.error("LOAD153", Place(file), message, f"请填报单位用{year}年的表重新填报")
    return True
