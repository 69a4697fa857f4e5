"""Which character of the source each character of a YAML scalar came from."""

from __future__ import annotations

import re

from generator.patterns import compile_later

BREAKS = "\n\r"
_WHITE = BREAKS + " \t"
_PROPERTIES = compile_later(r"(?:[&!]\S*\s+)+")
_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}


def origins(text: str, start: int, end: int, style: str, value: str) -> list[int]:
    """For each character of `value` its index in `text`, plus one more for the end of the value.

    `text[start:end]` is the scalar as typed, in style `p` (plain) or `' " | >`. Where folding made one
    character of many, the first stands for them; a value that doesn't match its source gets the nearest index.
    """
    if match := _PROPERTIES.match(text, start, end):
        start = match.end()
    if style in ("|", ">"):
        return _block(text, start, end, value)
    quoted = style in ("'", '"')
    return _flow(text, start + quoted, end - quoted, style, value)


def length_of(text: str, position: int, style: str, character: str) -> int:
    """How many characters of `text` at a position spell this one character of a scalar's value; 0 when none do."""
    here = text[position : position + 1]
    escaped = style == '"' and here == "\\"
    return _width(text, position, style) if escaped or (here == character and here not in BREAKS) else 0


def _flow(text: str, position: int, end: int, style: str, value: str) -> list[int]:
    """Plain and quoted scalars: white space around a line break is folded, quotes and backslashes are undone."""
    found: list[int] = []
    for character in value:
        position = _skip(text, position, end, style, character)
        found.append(min(position, end))
        position += _width(text, position, style)
    found.append(min(position, end))
    return found


def _skip(text: str, position: int, end: int, style: str, wanted: str) -> int:
    """The next index that can have given `wanted`."""
    while position < end:
        here = text[position]
        if style == '"' and here == "\\":
            if position + 1 < end and text[position + 1] in BREAKS:
                position = _past_break(text, position + 1, end)
                continue
            return position
        if here == wanted or here not in _WHITE or (wanted == " " and here in BREAKS):
            return position
        position += 1
    return position


def _past_break(text: str, position: int, end: int) -> int:
    while position < end and (text[position] in _WHITE):
        position += 1
    return position


def _width(text: str, position: int, style: str) -> int:
    """How many source characters make the one value character at `position`."""
    following = text[position + 1 : position + 2]
    if style == '"' and text[position : position + 1] == "\\":
        return _ESCAPE_LENGTHS.get(following, 2)
    if style == "'" and text[position : position + 2] == "''":
        return 2
    return 2 if text[position : position + 2] == "\r\n" else 1


def _block(text: str, start: int, end: int, value: str) -> list[int]:
    """`|` and `>`: the header line is skipped, and of every line its indentation."""
    position = _line_end(text, start, end) + 1
    if text[position - 1 : position + 1] == "\r\n":
        position += 1
    indent = _indent(text, position, end, value)
    at_line_start = True
    found: list[int] = []
    for character in value:
        position, at_line_start = _skip_in_block(text, position, end, character, indent if at_line_start else 0)
        found.append(min(position, end))
        at_line_start = text[position : position + 1] in BREAKS
        position += 2 if text[position : position + 2] == "\r\n" else 1
    found.append(min(position, end))
    return found


def _skip_in_block(text: str, position: int, end: int, wanted: str, indent: int) -> tuple[int, bool]:
    """The next index that can have given `wanted`, stepping over `indent` blanks after every break."""
    while position < end:
        while indent and text[position : position + 1] == " ":
            position, indent = position + 1, indent - 1
        here = text[position : position + 1]
        if here == wanted or not here or here not in _WHITE or (wanted == " " and here in BREAKS):
            return position, False
        if here in BREAKS:
            indent = _indent_of_line(text, position + 1, end)
        position += 1
    return position, False


def _indent(text: str, position: int, end: int, value: str) -> int:
    """The indentation of a block scalar: blanks before its first line with text, less those that are text."""
    for line in re.split(r"[\r\n]+", text[position:end]):
        if line.strip(" "):
            first = next((part for part in value.split("\n") if part.strip(" ")), "")
            return len(line) - len(line.lstrip(" ")) - (len(first) - len(first.lstrip(" ")))
    return 0


def _indent_of_line(text: str, position: int, end: int) -> int:
    start = position
    while position < end and text[position] == " ":
        position += 1
    return position - start


def _line_end(text: str, position: int, end: int) -> int:
    while position < end and text[position] not in "\r\n":
        position += 1
    return position
