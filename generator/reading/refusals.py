"""Why a file isn't read at all: one finding ends its reading."""

from __future__ import annotations

from generator.packages import PackageError

SAVE_AS = "用 WPS 或 Word 打开，另存为“Word 文档（.docx）”，再交给程序"
ASK_AGAIN = "不要再打开它；请报送单位重新报送，或者另存为 .txt 再试"


class RefusedError(Exception):
    """The file can't be taken."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def damaged(what: str = "") -> RefusedError:
    return RefusedError("LOAD202", f"这个文档损坏了，读不出来{what}", SAVE_AS)


def too_large(what: str) -> RefusedError:
    return RefusedError("LOAD203", f"这个文档大得不正常：{what}，没有读", ASK_AGAIN)


def of_package(error: PackageError) -> RefusedError:
    """What is wrong with the package, in words for staff."""
    match error.fault:
        case "大":
            return too_large(error.what)
        case "实体":
            message = "这个文档里藏有文档类型声明（实体），正常的文档没有，没有读"
            return RefusedError("LOAD204", message, ASK_AGAIN)
        case "加密":
            return RefusedError("LOAD205", "这个文档设了密码，读不出来", "先去掉密码，再交给程序")
        case _:
            return damaged(error.what)
