"""Excel workbooks of forms, by openpyxl: `write_form`."""

from generator.writing.xlsx.book import write_form
from generator.writing.xlsx.cells import TooLongError

__all__ = ["TooLongError", "write_form"]
