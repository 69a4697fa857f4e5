"""Reading YAML that staff wrote: every scalar stays text, every slip has a message, nothing raises."""

from __future__ import annotations

import hashlib
import re
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Diagnostics, Place
from generator.loading import lines, mistakes, syntax
from generator.loading.alignment import origins
from generator.loading.decoding import decode
from generator.loading.files import read_bytes
from generator.loading.findings import Findings
from generator.loading.source import Mark, Source
from generator.loading.tree import LimitReached, TreeBuilder
from generator.patterns import compile_later

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CONTROL = compile_later(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_MOST_CONTROLS = 1000
_WIDE_INDENT = compile_later(
    r"^ *[\u3000\xa0\u2002\u2003\u2007\u202f][ \u3000\xa0\u2002\u2003\u2007\u202f]*", re.MULTILINE
)
_REFERENCE = compile_later(r"\{\{(?:(?!\{\{|\}\})[^\r\n])*\}\}")
_MARKUP = "{}[],:#&*!|>%@`"
_STAND_INS = range(0x10FF00, 0x10FF00 + len(_MARKUP))
_PROTECT = {ord(mark): code for mark, code in zip(_MARKUP, _STAND_INS, strict=True)}
_RESTORE = {code: mark for mark, code in zip(_MARKUP, _STAND_INS, strict=True)}


def read_yaml(path: Path, diagnostics: Diagnostics) -> Source | None:
    """The tree of a YAML file; None when there is none. What is wrong with the file is added to `diagnostics`."""
    raw = read_bytes(path, diagnostics)
    if raw is None:
        return None
    text = decode(raw, str(path), diagnostics)
    if text is None:
        return None
    return parse_yaml(text, str(path), diagnostics, input_hash=hashlib.sha256(raw).hexdigest())


def parse_yaml(text: str, file: str, diagnostics: Diagnostics, *, input_hash: str = "") -> Source | None:
    """The tree of a YAML text, whose root must be a mapping.

    The tree is returned although slips were found in it, so that validation can find more; None after a syntax error.
    """
    digest = input_hash or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    findings = Findings(Source(file, text, None, Mark(0, len(text)), digest), diagnostics)
    builder = _built(text, findings)
    if builder is None:
        return None
    _refuse_escaped_controls(builder, text, findings)
    if builder.root is None or builder.value is None:
        diagnostics.error("LOAD008", Place(file), "文件是空的", "写上报告的内容，可从示例复制一份来改")
        return None
    if not isinstance(builder.value, dict):
        lines.in_lines(text, findings)
        if not findings.on_lines({findings.line_of(builder.root.start)}):
            findings.error(
                "LOAD019", builder.root.start, "最外层应当是“键: 值”，一行一个", "照示例写，如第一行“格式: 1”"
            )
        return None
    return Source(file, text, builder.value, builder.root, digest)


def _built(text: str, findings: Findings) -> TreeBuilder | None:
    """The builder at the end of the text; None after a syntax error or at a limit."""
    readable = _protected(_without_controls(text, findings))
    restored = {} if readable == text else _RESTORE
    builder = TreeBuilder(findings, restored)
    try:
        builder.feed(yaml.parse(readable, Loader=LOADER))
        mistakes.in_scalars(builder.scalars, text, findings)
        if findings.has("LOAD027"):
            builder = TreeBuilder(findings, restored)
            builder.feed(yaml.parse(_WIDE_INDENT.sub(lambda match: " " * len(match[0]), readable), Loader=LOADER))
    except LimitReached:
        return None
    except yaml.YAMLError as error:
        mistakes.in_scalars(builder.scalars, text, findings)
        lines.in_lines(text, findings)
        syntax.tell(error, text, findings)
        return None
    return builder


def _without_controls(text: str, findings: Findings) -> str:
    """Report control characters, and put something harmless in their place so that the rest can be read."""
    for match in islice(_CONTROL.finditer(text), _MOST_CONTROLS):
        _tell_control(match[0], match.start(), findings)
    return _CONTROL.sub("\ufffd", text)


def _refuse_escaped_controls(builder: TreeBuilder, text: str, findings: Findings) -> None:
    """Control characters written as escapes (`"\\a"`) are no better."""
    for scalar in builder.scalars:
        if scalar.style == '"' and (match := _CONTROL.search(scalar.value)):
            index = origins(text, scalar.start, scalar.end, scalar.style, scalar.value)[match.start()]
            _tell_control(match[0], index, findings)


def _tell_control(character: str, index: int, findings: Findings) -> None:
    findings.error(
        "LOAD009", index, f"这里有看不见的控制字符（U+{ord(character):04X}）", "删去它；多半是从别处复制时带来的"
    )


def _protected(text: str) -> str:
    """Hide the braces of `{{ … }}` from the parser, character for character, so that plain text may begin with them."""
    if "{{" not in text or any(chr(code) in text for code in _STAND_INS):
        return text
    return _REFERENCE.sub(lambda match: match[0].translate(_PROTECT), text)
