"""Plain data as lines of YAML that staff can read on: short things on one line, long text in `|` blocks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.writing.measure import width

WIDE = 100
"""No line that we write is wider, in 字."""
_LONG, _WORD = 60, 24
_PLAIN = re.compile(r"[\w（《“〔【][^\x00-\x1f\x7f\x85\xa0\u2028\u2029\ufeff\"'{}\[\]#&*!|>@`,:：\\]*")
_RESERVED = re.compile(r"~|null|[.0-9_]*[:].*", re.IGNORECASE)
_BLOCK_SAFE = re.compile(
    r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff\U0010ff00-\U0010ffff]+"
)
_NO_ESCAPE = re.compile(r"[\x7f-\x9f\xa0\u2028\u2029\ufeff]")


def entry(head: str, value: Any, indent: int) -> Iterator[str]:
    """A key, or the mark of a list item, and what it holds; `indent` is where the head stands."""
    pad = " " * indent
    if isinstance(value, str):
        yield from _text(f"{pad}{head}", value, indent)
        return
    flow = _flow(value)
    if flow is not None and indent + width(head) + width(flow) < WIDE:
        yield f"{pad}{head} {flow}"
    elif head == "-" and isinstance(value, dict):
        yield from _first_on_the_line(pad, value, indent + 2)
    else:
        yield f"{pad}{head}"
        yield from _inside(value, indent + 2)


def _first_on_the_line(pad: str, value: dict[str, Any], indent: int) -> Iterator[str]:
    """A mapping that begins behind the mark of its item."""
    lines = list(_inside(value, indent))
    yield f"{pad}- {lines[0].lstrip(' ')}"
    yield from lines[1:]


def _inside(value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from entry(f"{key_text(key)}:", inner, indent)
    else:
        for inner in value:
            yield from entry("-", inner, indent)


def key_text(key: str) -> str:
    return key if key.isidentifier() else quoted(key)


def _text(head: str, text: str, indent: int) -> Iterator[str]:
    if (len(text) > _LONG or "\n" in text) and _fits_block(text):
        end = {0: "-", 1: ""}.get(len(text) - len(text.rstrip("\n")), "+")
        yield f"{head} |{end}"
        body = text[:-1] if end != "-" else text
        pad = " " * (indent + 2)
        yield from (f"{pad}{line}" if line else "" for line in body.split("\n"))
    else:
        yield f"{head} {scalar(text)}"


def _fits_block(text: str) -> bool:
    """Whether a block gives the text back: it doesn't begin with blanks or an empty line, and has only plain signs."""
    return (
        text[0] not in " \t\n"
        and bool(_BLOCK_SAFE.fullmatch(text))
        and not any(line and not line.strip(" ") for line in text.split("\n"))
    )


def _flow(value: Any) -> str | None:
    """A small mapping or list on one line; None when something in it is too large for that."""
    if isinstance(value, str):
        return scalar(value) if len(value) <= _LONG and "\n" not in value else None
    if isinstance(value, dict):
        inner = [_flow(each) if not isinstance(each, dict) else None for each in value.values()]
        if None in inner:
            return None
        return "{" + ", ".join(f"{key_text(key)}: {text}" for key, text in zip(value, inner, strict=True)) + "}"
    texts = [scalar(each) if isinstance(each, str) and _is_word(each) else None for each in value]
    return None if None in texts else "[" + ", ".join(text for text in texts if text is not None) + "]"


def _is_word(text: str) -> bool:
    """Whether an item of a list is a name rather than a paragraph, which gets a line of its own."""
    return len(text) <= _WORD and not any(mark in text for mark in "。；\n{")


def scalar(text: str) -> str:
    """The text on one line, quoted unless it can't be taken for anything else."""
    bare = _PLAIN.fullmatch(text) and not _RESERVED.fullmatch(text) and text == text.strip() and "- " not in text
    return text if bare else quoted(text)


def quoted(text: str) -> str:
    """In double quotes, whose escapes are those of JSON."""
    return _NO_ESCAPE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def in_style(text: str, style: str) -> str:
    """The text on one line in the quotes that stood there before; `style` is that of a mark."""
    if style == "'" and _BLOCK_SAFE.fullmatch(text) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    return quoted(text) if style in ("'", '"') else scalar(text)


def on_one_line(value: Any) -> str:
    """Any value in flow style, however long."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key_text(key)}: {on_one_line(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(on_one_line(each) for each in value) + "]"
