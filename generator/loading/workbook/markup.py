"""The XML of a workbook's parts as a stream: no document type, no entities, bounded depth and number of elements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from generator.loading.workbook.refusals import SEND_BACK, RefusedError, damaged, too_large

MOST_ELEMENTS = 1_000_000
MOST_DEPTH = 64
Attributes = dict[str, str]


@dataclass
class Budget:
    """How many elements the whole workbook may still have."""

    left: int = MOST_ELEMENTS


@dataclass
class Handler:
    """What is done with elements, by local name."""

    start: Callable[[str, Attributes], None]
    end: Callable[[str], None] | None = None
    text: Callable[[str], None] | None = None


def stream(xml: bytes, handler: Handler, budget: Budget) -> None:
    """Run through a part. Raises `RefusedError`."""
    if not xml:
        return
    start, end = handler.start, handler.end
    depth = 0

    def on_start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        budget.left -= 1
        if budget.left < 0 or depth > MOST_DEPTH:
            raise too_many()
        start(name.rpartition(":")[2] if ":" in name else name, attributes)

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(name.rpartition(":")[2] if ":" in name else name)

    parse(xml, on_start, on_end, handler.text)


def too_many() -> RefusedError:
    """More elements, or deeper ones, than any form has."""
    return too_large("格子和内容太多")


def parse(
    xml: bytes,
    start: Callable[[str, Attributes], None] | None,
    end: Callable[[str], None] | None,
    text: Callable[[str], None] | None,
) -> None:
    """Run through a part whose elements `start` counts itself, by their names with prefix. Raises `RefusedError`.

    Without handlers, look whether it is well-formed.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse_document_type
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat takes its arguments by position
    except (expat.ExpatError, ValueError, LookupError):
        raise damaged() from None


def _refuse_document_type(*_: Any) -> None:
    raise RefusedError("LOAD144", "这个表格文件里藏有文档类型声明（实体），正常的表格没有，没有读", SEND_BACK)
