"""From a file to a workbook: what kind of file it is by its content, read within limits, or one finding why not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity
from generator.loading.files import read_bytes
from generator.loading.workbook import plain, xls
from generator.loading.workbook.archive import Archive, open_archive, packed
from generator.loading.workbook.cells import Book, Sheet
from generator.loading.workbook.formats import GENERAL, NumberFormat
from generator.loading.workbook.kinds import OTHER_SUFFIXES, SUFFIXES
from generator.loading.workbook.markup import Budget
from generator.loading.workbook.ods import check_ods
from generator.loading.workbook.package import SheetPart, Workbook, comments_of, has_macros, read_workbook_part
from generator.loading.workbook.properties import saved_at
from generator.loading.workbook.refusals import SAVE_AS, RefusedError, damaged
from generator.loading.workbook.scan import Scan
from generator.models.form import CHECKS_SHEET, LISTS_SHEET, WORKINGS_SHEET

MOST_BYTES = 20 * 1024 * 1024
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF"
_HIDDEN = ("hidden", "veryhidden")
_UNREAD = (LISTS_SHEET, WORKINGS_SHEET, CHECKS_SHEET)
"""Our own sheets that hold nothing but choices and formulas."""


def open_workbook(path: Path, diagnostics: Diagnostics) -> Book | None:
    """The workbook; None, and one finding, when it can't be taken."""
    raw = read_bytes(path, diagnostics, MOST_BYTES)
    if raw is None:
        return None
    try:
        return _opened(path, raw, diagnostics)
    except RefusedError as refused:
        place = Place(str(path), sheet=refused.sheet, cell=refused.cell)
        diagnostics.add(Diagnostic(refused.code, Severity.ERROR, place, refused.message, refused.remedy))
        return None


def _opened(path: Path, raw: bytes, diagnostics: Diagnostics) -> Book:
    digest = hashlib.sha256(raw).hexdigest()
    _refuse_by_name(path)
    if raw.startswith(_ZIP):
        return _from_zip(path, raw, digest, diagnostics)
    if raw.startswith(_OLE):
        return _from_ole(path, raw, digest)
    if not raw:
        raise RefusedError("LOAD142", "这个表格文件是空的", "重新复制或者请填报单位重新报送")
    if raw.lstrip()[:1] == b"<":
        raise RefusedError("LOAD140", "这个文件其实是网页，只是起了表格文件的名字", SAVE_AS)
    raise _no_form(path, raw)


def _no_form(path: Path, raw: bytes) -> RefusedError:
    """Why a file that is no workbook at all isn't one: by its content, else by its name."""
    suffix = path.suffix.lower()
    if raw.startswith(_PDF):
        return RefusedError("LOAD140", "这是 PDF 文件，不是填报表", "请填报单位发来填好的表格（.xlsx），不要转成 PDF")
    if suffix in (".yaml", ".yml"):
        remedy = "单位名单写在 --units 后面，报告写在 --into 后面；这里给填报表，或者放表的文件夹"
        return RefusedError("LOAD140", f"这是单位名单或者报告的输入（{suffix}），不是填报表", remedy)
    if suffix not in SUFFIXES:
        return RefusedError("LOAD140", f"{suffix or '没有扩展名的'}文件不是填报表", "请给出填好的表格文件（.xlsx）")
    return RefusedError("LOAD140", "这个文件不是 Excel 表格，只是起了表格文件的名字", SAVE_AS)


def _refuse_by_name(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in (".et", ".ett"):
        raise RefusedError("LOAD140", "这是 WPS 表格自己的格式（.et），不能直接读", SAVE_AS)
    if suffix in OTHER_SUFFIXES:
        raise RefusedError("LOAD140", f"{suffix} 格式的表格不能读", SAVE_AS)


def _from_zip(path: Path, raw: bytes, digest: str, diagnostics: Diagnostics) -> Book:
    archive = open_archive(raw)
    budget = Budget()
    if "content.xml" in archive and "mimetype" in archive:
        percentages = check_ods(archive, budget)
        names = ("mimetype", "META-INF/manifest.xml", "content.xml", "settings.xml", "styles.xml", "meta.xml")
        book = _plain_book(
            path, packed({name: archive.part(name) for name in names if name in archive}), digest, percentages
        )
        return replace(book, modified=saved_at(archive.part("meta.xml")))
    if "xl/workbook.bin" in archive:
        raise RefusedError("LOAD140", "二进制格式（.xlsb）的表格不能读", SAVE_AS)
    if "[content_types].xml" not in archive or not (archive.names("xl/") or "_rels/.rels" in archive):
        raise RefusedError("LOAD140", "这是压缩包或者别的文件，不是 Excel 表格", "把里面的表格解压出来，再交给程序")
    if archive.names("word/") or archive.names("ppt/"):
        raise RefusedError("LOAD140", "这是 Word 或者 PPT 文件，不是 Excel 表格", "请给出填好的表格文件（.xlsx）")
    return _xlsx(path, archive, budget, digest, diagnostics)


def _xlsx(path: Path, archive: Archive, budget: Budget, digest: str, diagnostics: Diagnostics) -> Book:
    book = read_workbook_part(archive, budget)
    read = [part for part in book.sheets if part.name not in _UNREAD]
    scans = [(part, plain.scan(part.name, archive.part(part.path), budget)) for part in read]
    _tell_extras(path, book, archive, diagnostics)
    values = _values(_repacked(archive, scans), [part.name for part in read])
    sheets = tuple(
        _sheet(part, scan, book, archive, budget, lines) for (part, scan), lines in zip(scans, values, strict=True)
    )
    return Book(str(path), sheets, digest, book.date1904, saved_at(archive.part("docProps/core.xml")))


def _sheet(part: SheetPart, scan: Scan, book: Workbook, archive: Archive, budget: Budget, lines: Any) -> Sheet:
    known = len(book.formats)
    return Sheet(
        part.name,
        lines,
        {at: book.formats[style] if style < known else GENERAL for at, style in scan.formats.items()},
        frozenset(scan.formulas),
        frozenset(scan.uncomputed),
        frozenset(scan.errors),
        scan.merged,
        comments_of(archive, part.path, budget),
        hidden=part.state.lower() in _HIDDEN,
    )


def _repacked(archive: Archive, scans: Iterable[tuple[SheetPart, Scan]]) -> bytes:
    """What the reader of values needs, and nothing that wasn't looked at before."""
    sheets = {part.path.lower(): scan.bare for part, scan in scans}
    wanted = {"[content_types].xml", *archive.names("_rels/"), *sheets}
    wanted |= {name for name in archive.names("xl/") if name.count("/") == 1 and name.endswith(".xml")}
    wanted |= set(archive.names("xl/_rels/"))
    return packed(
        {
            entry.filename: sheets.get(name) or archive.part(name)
            for name, entry in archive.entries.items()
            if name in wanted
        }
    )


def _tell_extras(path: Path, book: Workbook, archive: Archive, diagnostics: Diagnostics) -> None:
    place = Place(str(path))
    if has_macros(archive):
        diagnostics.info("LOAD147", place, "表格里带有宏，没有运行也没有读", "表用不着宏；来历不明的宏不要启用")
    for name in dict.fromkeys(book.links):
        message = f"表格里有引自另一个文件（{name}）的数字，读的是上次存下的数"
        diagnostics.warning("LOAD148", place, message, "核对这些数字，改成直接填写（“数据—编辑链接—断开链接”）再报")


def _from_ole(path: Path, raw: bytes, digest: str) -> Book:
    if "EncryptedPackage".encode("utf-16-le") in raw:
        raise _locked()
    xls.check(raw)
    return _plain_book(path, raw, digest)


def _plain_book(
    path: Path, raw: bytes, digest: str, formats: Mapping[str, Mapping[tuple[int, int], NumberFormat]] | None = None
) -> Book:
    """A workbook of a kind whose formulas aren't known, and whose formats only as far as `formats` tells by sheet."""
    reader = _reader(raw)
    names = [each.name for each in reader.sheets_metadata if each.name not in _UNREAD]
    sheets = tuple(
        Sheet(name, lines, (formats or {}).get(name, {}), knows_formats=False)
        for name, lines in zip(names, _lines(reader, names), strict=True)
    )
    return Book(str(path), sheets, digest)


def _values(raw: bytes, names: Iterable[str]) -> list[Any]:
    return list(_lines(_reader(raw), names))


def _lines(reader: Any, names: Iterable[str]) -> Iterable[Any]:
    import python_calamine  # noqa: PLC0415 - only inputs that are workbooks need it

    for name in names:
        try:
            yield reader.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except (python_calamine.CalamineError, ValueError, OSError) as error:
            raise damaged(f"（表“{name[:20]}”）") from error
        except BaseException as error:
            _refuse_panic(error)
            raise


def _reader(raw: bytes) -> Any:
    import python_calamine  # noqa: PLC0415 - as above

    try:
        return python_calamine.load_workbook(BytesIO(raw))
    except python_calamine.PasswordError:
        raise _locked() from None
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise damaged() from error
    except BaseException as error:
        _refuse_panic(error)
        raise


def _refuse_panic(error: BaseException) -> None:
    """What the reader's library raises when it meets what it never expected is no `Exception`."""
    if type(error).__name__ == "PanicException":
        raise damaged() from error


def _locked() -> RefusedError:
    return RefusedError(
        "LOAD141", "这个表格设了打开密码，读不了", "请填报单位去掉打开密码（“文件—信息—保护工作簿”）再报送"
    )
