"""Findings as one HTML page: the text of each report, its findings beside it. No script, no network; it prints well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.document.manuscript import Cell, Line, Manuscript
from generator.presenting.text import summary
from generator.presenting.words import where

_CLASSES = {Severity.ERROR: "e", Severity.WARNING: "w", Severity.INFO: "i"}
_STYLE = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1rem 1.5rem;font:16px/1.75 "Songti SC","SimSun","Noto Serif CJK SC",serif;
color:#1b1b1b;background:#fff}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:2px solid #333}
.sum{font-size:1.05rem}.row{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem}
.row>div{padding:.15rem 0}.t{text-indent:2em;overflow-wrap:anywhere}.c{text-align:center;text-indent:0;font-weight:bold}
.r{text-align:right;text-indent:0}.n{text-indent:0}.h{font-weight:bold}.x{color:#777}
.f{margin:.25rem 0;padding:.35rem .7rem;border-left:.35rem solid;font-size:.9rem;line-height:1.6;overflow-wrap:anywhere;
break-inside:avoid}
.f p{margin:0}.f b{margin-right:.4rem}.s{color:#555}
.e{border-color:#b3261e;background:#fdecea}.w{border-color:#b26a00;background:#fff4e0}
.i{border-color:#2b5fa8;background:#eaf2fc}
mark{padding:0 .1em}mark.e{background:#f7c6c2}mark.w{background:#ffe0a8}mark.i{background:#cfe2fa}
table{border-collapse:collapse;margin:.5rem 0;font-size:.9rem}td{border:1px solid #777;padding:.1rem .5rem}
@media(max-width:48rem){.row{grid-template-columns:1fr;gap:0}}
@media print{body{max-width:none;padding:0;font-size:11pt}.f{font-size:9.5pt}*{print-color-adjust:exact}
h2{break-after:avoid}}
"""
_LOOKS = {
    "标题": "c", "版头": "c", "题注": "c", "附件": "c", "图题": "c", "主送": "n", "称谓": "n", "署名": "r",
    "成文日期": "r", "节标题": "t h", "杂项": "n x", "版记": "n",
}  # fmt: skip


def as_page(diagnostics: Diagnostics, manuscripts: Mapping[str, Manuscript], title: str = "检查结果") -> str:
    """The page. `manuscripts` are the reports by file; of other files only the findings are shown."""
    found = list(diagnostics)
    files = list(dict.fromkeys([*manuscripts, *(each.place.file for each in found)]))
    inner = "".join(
        _file(file, [each for each in found if each.place.file == file], manuscripts.get(file)) for file in files
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f'<body><h1>{escape(title)}</h1><p class="sum">{escape(summary(diagnostics))}</p>{inner}</body></html>\n'
    )


def _file(file: str, found: list[Diagnostic], manuscript: Manuscript | None) -> str:
    if manuscript is None:
        rows = "".join(_row("", "n", [each], place=each.place.in_words()) for each in found)
        return f"<h2>{escape(file)}</h2>{rows}"
    numbers = sorted({line.place.paragraph for line in manuscript.lines if line.place.paragraph is not None})
    beside: dict[tuple[int | None, int | None], list[Diagnostic]] = {}
    for each in found:
        # What became part of another line (a table's title, 附件1) stands with the one before it.
        near = max((n for n in numbers if each.place.paragraph and n <= each.place.paragraph), default=None)
        beside.setdefault((near, each.place.line), []).append(each)
    told: set[tuple[int | None, int | None]] = set()
    written: list[str] = []
    for line in manuscript.lines:
        key = (line.place.paragraph, line.place.line)
        about = [] if key in told or key == (None, None) else beside.get(key, [])
        told.add(key)
        written.append(_line(line, about))
    others = [each for key, group in beside.items() if key not in told or key == (None, None) for each in group]
    first = "".join(_row("", "n", [each], place=each.place.in_words()) for each in others)
    return f"<h2>{escape(file)}</h2>{first}{''.join(written)}"


def _line(line: Line, about: list[Diagnostic]) -> str:
    look = _LOOKS.get(line.kind, "t")
    if line.run_in:
        look = "t"
        head = len(line.number) + line.run_in
        text = _marked(line.number + line.text, about, bold=head)
    else:
        text = _marked(line.number + line.text, about)
    if line.rows:
        text += _table(line)
    return _row(text, "n" if line.rows else look, about)


def _row(text: str, look: str, about: Iterable[Diagnostic], place: str = "") -> str:
    findings = "".join(map(_finding, about))
    left = text or f'<span class="x">{escape(place)}</span>'
    return f'<div class="row"><div class="{look}">{left}</div><div>{findings}</div></div>'


def _finding(each: Diagnostic) -> str:
    remedy = f"<p>办法：{escape(each.remedy)}</p>" if each.remedy else ""
    source = f'<p class="s">依据：{escape(each.authority)}</p>' if each.authority else ""
    words = f"<p><b>{each.severity.label} {escape(each.code)}</b>{escape(each.message)}</p>"
    return f'<div class="f {_CLASSES[each.severity]}">{words}{remedy}{source}</div>'


def _marked(text: str, about: list[Diagnostic], bold: int = 0) -> str:
    """The text, the words that findings are about marked in the colour of the gravest, the heading in bold."""
    grades = [""] * len(text)
    for each in sorted(about, key=lambda each: list(Severity).index(each.severity), reverse=True):
        words = each.place.text or ""
        at = where(text, words)
        if at >= 0:
            grades[at : at + len(words)] = [_CLASSES[each.severity]] * len(words)
    pieces, start = [], 0
    for place in range(1, len(text) + 1):
        if place == len(text) or grades[place] != grades[start] or place == bold:
            piece = escape(text[start:place]).replace("\n", "<br>")
            if grades[start]:
                piece = f'<mark class="{grades[start]}">{piece}</mark>'
            pieces.append(f'<span class="h">{piece}</span>' if start < bold else piece)
            start = place
    return "".join(pieces)


def _table(line: Line) -> str:
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in line.rows)
    return f"<table>{rows}</table>"


def _cell(cell: Cell) -> str:
    spans = {"rowspan": cell.rowspan, "colspan": cell.colspan}
    written = "".join(f' {name}="{count}"' for name, count in spans.items() if count > 1)
    return f"<td{written}>{escape(cell.text)}</td>"
