"""Findings as one HTML page: the text of each report, its findings beside it, to be walked through and filtered.

Nothing comes from the network. Filters work by style alone; the script adds keys, counting and copying, and the page
can do without it. It prints well.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.document.manuscript import Manuscript
from generator.document.secrecy_marks import CODE as CLASSIFIED
from generator.presenting.page_rows import Numbered, card, rows, typed_rows
from generator.presenting.text import summary

_SIGNS = {Severity.ERROR: "e", Severity.WARNING: "w", Severity.INFO: "i"}
_TOPICS = {
    "LOAD": "读取", "TMPL": "模板", "PART": "结构", "DATA": "数字", "TERM": "提法", "TEXT": "文字", "PAGE": "版面",
}  # fmt: skip
_LAYOUT = "PAGE"


def as_page(diagnostics: Diagnostics, texts: Mapping[str, Manuscript | str], title: str = "检查结果") -> str:
    """The page. `texts` are finished reports and inputs by file; of other files, and of classified ones (涉密), only
    the findings are shown."""
    classified = {each.place.file for each in diagnostics if each.code == CLASSIFIED}
    texts = {name: text for name, text in texts.items() if name not in classified}
    found = [Numbered(number, each) for number, each in enumerate(diagnostics, start=1)]
    names = list(dict.fromkeys([*texts, *(each.found.place.file for each in found)]))
    about = {name: [each for each in found if each.found.place.file == name] for name in names}
    sections = "".join(
        _section(number, name, about[name], texts.get(name)) for number, name in enumerate(names, start=1)
    )
    inputs, bar = _filters([each.found for each in found])
    look, script = _own("page.css") + _hiding(found), _own("page.js")
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">'
        f"<title>{escape(title)}</title><style>{look}</style></head><body>{inputs}"
        f'<header><div class="sum"><h1>{escape(title)}</h1>{escape(summary(diagnostics))}</div>{bar}</header>'
        f"<main>{_contents(about)}{sections}</main><script>{script}</script></body></html>\n"
    )


def _own(name: str) -> str:
    return (files("generator.presenting") / name).read_text(encoding="utf-8")


def _policy(script: str) -> str:
    """Only this very script and the style within the page; nothing else, from nowhere."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


def _topics(found: Iterable[Diagnostic]) -> list[str]:
    there = {each.code[:4] for each in found}
    return [topic for topic in _TOPICS if topic in there]


def _filters(found: Sequence[Diagnostic]) -> tuple[str, str]:
    """The boxes, which stand before what they hide, and their labels in the bar."""
    weights = [(_SIGNS[each], each.label, sum(one.severity is each for one in found)) for each in Severity]
    topics = [(each, _TOPICS[each], sum(one.code.startswith(each) for one in found)) for each in _topics(found)]
    given = [(sign, label, count) for sign, label, count in (*weights, *topics) if count]
    boxes = "".join(f'<input class="k" type="checkbox" id="k-{sign}" checked>' for sign, _, _ in given)
    labels = "".join(
        f'<label for="k-{sign}" class="{sign}">{label} <b>{count}</b></label>' for sign, label, count in given
    )
    only = '<input class="k" type="checkbox" id="k-only">', '<label for="k-only">只看有疑点的段</label>'
    walk = (
        '<span class="walk" hidden><button type="button" class="back">上一条</button>'
        '<output></output><button type="button" class="on">下一条</button>'
        "<small>键盘：J 下一条，K 上一条，X 已处理，C 复制</small></span>"
    )
    return boxes + only[0], f'<div class="bar">{labels}{only[1]}{walk}</div>' if found else ""


def _hiding(found: Iterable[Numbered]) -> str:
    """The rules by which a box that isn't ticked hides its findings, and their colours in the text."""
    signs = [*_SIGNS.values(), *_topics(each.found for each in found)]
    return "".join(
        f"#k-{sign}:not(:checked)~main .f.{sign}{{display:none}}"
        f"#k-{sign}:not(:checked)~main mark.{sign}{{background:none}}"
        f"#k-{sign}:checked~header label.{sign}::before{{content:'✓ '}}"
        f"#k-{sign}:focus-visible~header label.{sign}{{outline:2px solid #1b1b1b}}"
        for sign in signs
    )


def _contents(about: Mapping[str, list[Numbered]]) -> str:
    """Where there are several files: each with what was found in it."""
    if len(about) < 2:  # noqa: PLR2004 - a single file needs no list
        return ""
    lines = (
        f'<li><a href="#d{number}">{escape(name)}</a> {_counted(found)}</li>'
        for number, (name, found) in enumerate(about.items(), start=1)
    )
    return f'<nav aria-label="文件"><ol>{"".join(lines)}</ol></nav>'


def _counted(found: Iterable[Numbered]) -> str:
    own = Diagnostics()
    for each in found:
        own.add(each.found)
    return f"<small>{escape(summary(own))}</small>"


def _section(number: int, file: str, found: list[Numbered], read: Manuscript | str | None) -> str:
    head = f'<section id="d{number}"><h2>{escape(file)} {_counted(found)}</h2>'
    if read is None:
        return f"{head}{_cards(found)}</section>"
    layout = [each for each in found if each.found.code.startswith(_LAYOUT)]
    others = [each for each in found if each not in layout]
    text, whole = typed_rows(number, read, others) if isinstance(read, str) else rows(number, read, others)
    behind = f'<h3 id="d{number}-layout">版面（{len(layout)}）</h3>{_cards(layout, number)}' if layout else ""
    leads = f'<p><a href="#d{number}-layout">版面的疑点（{len(layout)}）在正文后面</a></p>' if layout else ""
    return f'{head}{_cards(whole)}{leads}<div class="text">{text}</div>{behind}</section>'


def _cards(found: Sequence[Numbered], section: int = 0) -> str:
    """Findings that stand beside no line; with a section, their places lead to the lines there."""
    return f'<div class="cards">{"".join(card(each, section) for each in found)}</div>' if found else ""
