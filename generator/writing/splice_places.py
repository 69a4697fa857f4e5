"""Where in a YAML text something can be put: the real ends of nodes, the starts of lines, indentation.

The mark of a block collection ends where the next token begins, behind comments and empty lines that may belong to
what follows; its real end is that of the last thing in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

BREAK = re.compile(r"\r\n|\r|\n")
_NOTHING = ("", "~", "null", "Null", "NULL")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_ALIAS = re.compile(r"\*[^\s,\[\]{}]+")
_COMMENT_LINE = re.compile(r"( *)#[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Mark(Protocol):
    """Where a node stands, as the loader noted it (`loading.source.Mark`)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def style(self) -> str: ...
    @property
    def children(self) -> Mapping[str | int, Mark]: ...
    @property
    def keys(self) -> Mapping[str | int, int]: ...


class Refused(ValueError):  # noqa: N818 - an answer to whoever asked, told to the clerk
    """An edit that can't be made; the text says why, in Chinese."""


def is_nothing(text: str, mark: Mark) -> bool:
    """Whether the value was left empty."""
    return mark.style == "p" and text[mark.start : mark.end] in _NOTHING


def is_null(text: str, mark: Mark) -> bool:
    """Whether the value was written as empty: `~`, `null`."""
    return is_nothing(text, mark) and mark.start < mark.end


def is_bare(text: str, mark: Mark) -> bool:
    """Whether a collection is written as empty, with nothing inside its braces or brackets."""
    return not mark.style and text[mark.start : mark.end] in ("{}", "[]")


def is_flow(text: str, mark: Mark) -> bool:
    """Whether a collection is written in braces or brackets."""
    return not mark.style and text[_body(text, mark)] in "{["


def is_list(text: str, mark: Mark) -> bool:
    """Whether a collection is a list."""
    return not mark.style and (text[_body(text, mark)] in "[-" if not mark.keys else False)


def is_alias(parent: Mark, step: str | int) -> bool:
    """Whether a value is only referred to (`*名`): its mark is that of the anchored node, which stands before it."""
    child = parent.children[step]
    if step in parent.keys:
        return child.start < parent.keys[step]
    before = (parent.children[each].end for each in parent.children if isinstance(each, int) and each < int(step))
    return child.start < max(before, default=parent.start)


def is_anchored(text: str, mark: Mark) -> bool:
    """Whether a node bears an anchor (`&名`), so that it is read in other places as well."""
    match = _PROPERTIES.match(text, mark.start)
    return mark.start < mark.end and "&" in (match[0] if match else text[mark.start])


def real_end(text: str, mark: Mark) -> int:
    """Behind the last character of a node, comments not counted."""
    if mark.style in ("|", ">"):
        return _block_text_end(text, mark)
    if mark.style or is_flow(text, mark) or not mark.children:
        return mark.end
    step = list(mark.children)[-1]
    if not is_alias(mark, step):
        return real_end(text, mark.children[step])
    match = _ALIAS.search(text, mark.keys.get(step, mark.start), mark.end)
    if match is None or isinstance(step, int):
        raise Refused("这一层的最后一项是引用（*），程序不在它后面添写")
    return match.end()


def after_line(text: str, position: int, indent: int) -> int:
    """The start of the line behind `position`, and behind comments that are indented and stand as deep as `indent`."""
    match = BREAK.search(text, position)
    if match is None:
        return len(text)
    position = match.end()
    while (comment := _COMMENT_LINE.match(text, position)) and len(comment[1]) >= max(indent, 1):
        position = comment.end()
    return position


def column_of(text: str, position: int) -> int:
    """How many characters stand before this one on its line."""
    return position - 1 - max(text.rfind("\n", 0, position), text.rfind("\r", 0, position))


def newline(text: str) -> str:
    """The line break that the text uses."""
    match = BREAK.search(text)
    return match[0] if match is not None else "\n"


def grows(text: str, mark: Mark) -> bool:
    """Whether a text in a block would gain a line break if something followed it: it ends with the file."""
    while not mark.style and mark.children and not is_flow(text, mark):
        step = list(mark.children)[-1]
        if is_alias(mark, step):
            return False
        mark = mark.children[step]
    if mark.style not in ("|", ">") or mark.end < len(text) or text[-1] in "\r\n":
        return False
    return "-" not in _header(text, mark)


def _body(text: str, mark: Mark) -> int:
    match = _PROPERTIES.match(text, mark.start)
    return min(match.end() if match else mark.start, len(text) - 1)


def _header(text: str, mark: Mark) -> str:
    """The first line of a block text: `|`, `|-`, `>2+`."""
    return BREAK.split(text[_body(text, mark) : mark.end], maxsplit=1)[0].partition("#")[0]


def _block_text_end(text: str, mark: Mark) -> int:
    """Empty lines behind a block text are part of it when it keeps them or when they hold blanks."""
    inside = text[mark.start : mark.end]
    stripped = inside.rstrip(" \t\r\n")
    behind = inside[len(stripped) :]
    if "+" in _header(text, mark) or re.search(r"[\r\n][ \t]+[\r\n]", behind):
        kept = inside[:-2] if inside.endswith("\r\n") else inside[:-1] if inside[-1:] in "\r\n" else inside
        return mark.start + len(kept)
    return mark.start + len(stripped)
