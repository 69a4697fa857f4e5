"""From a file's bytes to its text: what it is encoded in, or why it isn't text."""

from __future__ import annotations

import codecs

from generator.diagnostics import Diagnostics, Place
from generator.patterns import compile_later

_AS_UTF8 = "在编辑器里用“另存为”，编码选 UTF-8，再试"
_NAMED = "请给出输入文件（.yaml）；要检查 Word 文档的，文件名以 .docx（旧版 .doc）结尾；压缩包先解压"
_NOT_TEXT = (
    (b"PK\x03\x04", "是 Office 文件或压缩包（.xlsx、.docx、.zip 一类）", _NAMED),
    (
        b"\xd0\xcf\x11\xe0",
        "是旧版 Office 或 WPS 文件（.doc、.xls、.wps 一类）",
        _NAMED,
    ),
    (b"%PDF", "是 PDF 文件", "请交给它由 YAML 写成的输入文件（.yaml）"),
    (b"{\\rtf", "是 RTF 文件", "请交给它由 YAML 写成的输入文件（.yaml）"),
    (b"\x89PNG", "是图片", "请交给它由 YAML 写成的输入文件（.yaml）；图片写在“图”里"),
    (b"\xff\xd8\xff", "是图片", "请交给它由 YAML 写成的输入文件（.yaml）；图片写在“图”里"),
)
_MARKED = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_HAN = compile_later(r"[\u3400-\u9fff]")
_BROKEN_SHARE = 0.1
_CHINESE_SHARE = 0.85


def decode(raw: bytes, file: str, diagnostics: Diagnostics) -> str | None:
    """The text of a file, without its byte order mark; None, and a finding, when it isn't text."""
    for magic, what, remedy in _NOT_TEXT:
        if raw.startswith(magic):
            diagnostics.error("LOAD005", Place(file), f"这个文件{what}，不是文本", remedy)
            return None
    for mark, encoding, name in _MARKED:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], encoding, name, file, diagnostics)
    if b"\0" in raw:
        diagnostics.error("LOAD005", Place(file), "这个文件是二进制文件或不带标记的 UTF-16，不能当文本读", _AS_UTF8)
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(raw, error.start, file, diagnostics)


def _decode_marked(raw: bytes, encoding: str, name: str, file: str, diagnostics: Diagnostics) -> str | None:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        _broken(raw[: error.start].decode(encoding, "replace"), file, name or "UTF-8", diagnostics)
        return None
    if name:
        _tell_encoding(name, file, diagnostics)
    return text


def _decode_other(raw: bytes, first_bad: int, file: str, diagnostics: Diagnostics) -> str | None:
    """Not UTF-8: UTF-8 with a few broken bytes, GB18030, or nothing we read."""
    replaced = raw.decode("utf-8", "replace")
    if replaced.count("\ufffd") <= _BROKEN_SHARE * len(_HAN.findall(replaced)):
        _broken(raw[:first_bad].decode("utf-8"), file, "UTF-8", diagnostics)
        return None
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if not _reads_as_chinese(text):
        diagnostics.error("LOAD006", Place(file), "认不出这个文件的编码，既不是 UTF-8 也不是 GB18030", _AS_UTF8)
        return None
    _tell_encoding("GB18030", file, diagnostics)
    return text


def _reads_as_chinese(text: str) -> bool:
    """Almost any bytes are GB18030; text that staff wrote keeps mostly to the characters of GB 2312."""
    foreign = [character for character in text if character > "\x7f"]
    usual = sum(_in_gb2312(character) for character in foreign)
    return bool(foreign) and usual >= _CHINESE_SHARE * len(foreign)


def _in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return character in "—…·"


def _tell_encoding(name: str, file: str, diagnostics: Diagnostics) -> None:
    diagnostics.info("LOAD007", Place(file), f"文件是 {name} 编码，已按此读取", "建议另存为 UTF-8")


def _broken(before: str, file: str, name: str, diagnostics: Diagnostics) -> None:
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    diagnostics.error(
        "LOAD006", Place(file, line, column), f"从这里起不是完好的 {name} 文字", f"重打这一处，或{_AS_UTF8}"
    )
