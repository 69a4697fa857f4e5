"""The summary of a collecting (汇总表) as the bytes of an .xlsx file: the same collecting, the same bytes."""

from __future__ import annotations

from openpyxl.workbook import Workbook

from generator.models.collection import Collection
from generator.models.knowledge import Knowledge
from generator.writing.xlsx.book import saved
from generator.writing.xlsx.summary_figures import add_figures
from generator.writing.xlsx.summary_lists import add_changes, add_findings, add_materials
from generator.writing.xlsx.summary_pages import span_of
from generator.writing.xlsx.summary_receipts import add_receipts


def summary_workbook(collection: Collection, knowledge: Knowledge) -> bytes:
    """Who sent what, all figures by unit, what was found, and the units' text.

    `knowledge` holds the units that were collected from: their 简称 stand at the head of the columns.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    add_receipts(book, collection, knowledge.units)
    results = add_figures(book, collection, knowledge)
    add_findings(book, collection, knowledge)
    add_changes(book, collection)
    add_materials(book, collection, knowledge)
    for number, sheet in enumerate(book.worksheets):
        sheet.sheet_view.tabSelected = number == 0
    return saved(book, f"{span_of(collection)}法治政府建设情况汇总表", results)
