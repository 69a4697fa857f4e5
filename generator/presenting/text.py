"""Findings as a clerk reads them on a console: place, problem, remedy, source; then how many there are."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Diagnostics, Severity


def printable(text: str) -> str:
    """The text without characters that a GBK console cannot show; those become `\\u{…}`."""
    return "".join(c if _in_gbk(c) else f"\\u{{{ord(c):x}}}" for c in text)


def _in_gbk(character: str) -> bool:
    if not character.isprintable() and character not in "\n\t":
        return False
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def finding(diagnostic: Diagnostic) -> str:
    """One finding over two or three lines."""
    lines = [f"{_where(diagnostic)}  {diagnostic.severity.label} {diagnostic.code}  {diagnostic.message}"]
    if diagnostic.remedy:
        lines.append(f"    办法：{diagnostic.remedy}")
    if diagnostic.authority:
        lines.append(f"    依据：{diagnostic.authority}")
    return printable("\n".join(lines))


def _where(diagnostic: Diagnostic) -> str:
    """The place; for a paragraph, which nobody counts, with the words that stand there, unless the message has them."""
    place = diagnostic.place
    if place.paragraph is None or not place.text or place.text.rstrip("…") in diagnostic.message:
        return place.in_words()
    return f"{place.in_words()}“{place.text}”"


def findings(diagnostics: Iterable[Diagnostic]) -> str:
    return "\n".join(finding(diagnostic) for diagnostic in diagnostics)


def summary(diagnostics: Diagnostics) -> str:
    """`2 个错误，1 个警告，3 条提示`, leaving out what there is none of."""
    counts = [
        (diagnostics.count(Severity.ERROR), "个错误"),
        (diagnostics.count(Severity.WARNING), "个警告"),
        (diagnostics.count(Severity.INFO), "条提示"),
    ]
    said = [f"{count} {words}" for count, words in counts if count]
    return "，".join(said) if said else "没有发现问题"


def overlays(diagnostics: Diagnostics) -> list[str]:
    """Which overlays were used: one line, or one for each set of them where inputs differ; nothing without overlays."""
    files: dict[tuple[str, ...], list[str]] = {}
    for file, folders in diagnostics.overlays.items():
        files.setdefault(folders, []).append(file)
    if len(files) == 1:
        return [f"已叠加：{'、'.join(folders)}" for folders in files if folders]
    return [f"已叠加：{'、'.join(folders)}（{_several(of)}）" for folders, of in files.items() if folders]


def _several(files: list[str]) -> str:
    most = 3
    return "、".join(files[:most]) + (f" 等{len(files)}个文件" if len(files) > most else "")
