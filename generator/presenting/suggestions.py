"""Suggested problems as a clerk reads them on a console, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from generator.diagnostics import Diagnostics
from generator.models.prompts import Suggestion
from generator.presenting.json import plain
from generator.presenting.text import printable


def as_text(themes: Sequence[Suggestion], style: Sequence[str]) -> str:
    """Suggested themes with their reasons, then the others, then the hints on style."""
    lines: list[str] = []
    told = [each for each in themes if each.why]
    others = [each for each in themes if not each.why]
    lines += ["按所填数字，可以考虑写这些问题：", ""] if told else ["所填数字没有提示哪个问题。", ""]
    for each in told:
        lines += _theme(each)
    if others:
        lines += ["其他可以写的问题：", ""]
    for each in others:
        lines += _theme(each)
    if style and themes:
        lines += ["写法：", *(f"    {hint}" for hint in style), ""]
    lines.append("以上只供参考，程序不写进报告；属实的自己写，不属实的不写。")
    return printable("\n".join(lines))


def _theme(suggestion: Suggestion) -> Iterator[str]:
    prompt = suggestion.prompt
    yield prompt.名称
    for why in suggestion.why:
        yield f"    为什么提示：{why.said}（{'，'.join(why.figures)}）"
    yield f"    表现要写：{prompt.表现}"
    yield f"    常见原因：{'；'.join(prompt.原因)}"
    yield f"    对应措施：{'；'.join(prompt.措施)}"
    if prompt.牵头:
        yield f"    牵头单位：{'、'.join(prompt.牵头)}（按本地分工改）"
    yield ""


def as_json(themes: Sequence[Suggestion], style: Sequence[str], diagnostics: Diagnostics) -> str:
    """`{"suggestions": [{theme, suggested, why, evidence, …}], "style": […], "diagnostics": […]}`."""
    told = {
        "suggestions": [_plain(each) for each in themes],
        "style": list(style),
        "diagnostics": [plain(each) for each in diagnostics],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _plain(suggestion: Suggestion) -> dict[str, Any]:
    prompt = suggestion.prompt
    return {
        "theme": prompt.名称,
        "suggested": bool(suggestion.why),
        "why": [{"text": why.said, "figures": list(why.figures)} for why in suggestion.why],
        "evidence": prompt.表现,
        "causes": prompt.原因,
        "measures": prompt.措施,
        "lead": prompt.牵头,
        "source": prompt.来源,
        "strength": prompt.强度,
    }
