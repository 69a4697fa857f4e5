"""Why a workbook isn't read at all: one finding ends its reading."""

from __future__ import annotations

SAVE_AS = "用 WPS 或 Excel 打开，另存为“Excel 工作簿（.xlsx）”，再交给程序"
SEND_BACK = "不要再打开它；请填报单位从发下的空表重新填写、重新报送"


class RefusedError(Exception):
    """The workbook can't be taken. `sheet` and `cell` say where, if it is about one place."""

    def __init__(self, code: str, message: str, remedy: str, sheet: str | None = None, cell: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy
        self.sheet, self.cell = sheet, cell


def damaged(what: str = "") -> RefusedError:
    return RefusedError("LOAD142", f"这个表格文件损坏了，读不出来{what}", SAVE_AS)


def too_large(what: str) -> RefusedError:
    return RefusedError("LOAD143", f"这个表格文件大得不正常：{what}，没有读", SEND_BACK)
