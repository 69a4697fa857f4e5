"""Changing an input that staff wrote: values are put in at their marks, and not another character is touched.

`spliced` knows where everything stands (`loading.source.Mark`) and asks for no data. Whoever writes the result must
read it again and compare it with what was meant, because only reading can tell that a text is sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Any

from generator.models.base import Path
from generator.models.report import Report
from generator.records import dataclass
from generator.writing.measure import width
from generator.writing.splice_places import (
    BREAK,
    Mark,
    Refused,
    after_line,
    column_of,
    grows,
    is_alias,
    is_anchored,
    is_bare,
    is_flow,
    is_list,
    is_nothing,
    is_null,
    newline,
    real_end,
)
from generator.writing.yaml_lines import WIDE, entry, in_style, key_text, on_one_line

_ORDER = tuple(info.alias or name for name, info in Report.model_fields.items())
_APART = ("指标", "上年", "上年安排", "其他数据")
"""Parts that get an empty line in front."""

_NOT_A_MAPPING = "这里写的不是“键: 值”，程序不在里面添写"
_TWICE = "这一处要改两次，只照第一次改"
_ALIAS = "这里是引用（*），改了会牵动别处；请把引用的内容直接写出来"
_ANCHOR = "这里带锚（&），别处引用着，改了会牵动别处；请把引用处的内容直接写出来"


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to stand at `path`; missing mappings on the way are made.

    `value` is text, or a dict or list of such, written as `models.values` has it. With `append` it becomes one more
    item of the list at `path`. Of what exists, single values and what is in braces or brackets can be replaced;
    to change part of a mapping give an edit for each of its values. What is new in a block goes behind the entry
    `behind`, else to the end, there under a comment `note` when there is one.
    """

    path: Path
    value: Any
    append: bool = False
    behind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spliced:
    """The new text, and the edits that could not be made, each with the reason in Chinese."""

    text: str
    refused: tuple[tuple[Edit, str], ...] = ()


def spliced(text: str, root: Mark, edits: Sequence[Edit]) -> Spliced:
    """The text with the edits made; `root` is the mark of its root, `text` what the marks count in."""
    plan = _Plan(text, root)
    refused = []
    for edit in edits:
        try:
            plan.take(edit)
        except Refused as reason:
            refused.append((edit, str(reason)))
    return plan.carried_out(refused)


def same_encoding(raw: bytes, text: str) -> bytes:
    """The new text in the bytes of the old one's encoding, with its byte order mark."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if raw.startswith(mark):
            return mark + text.encode(encoding)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return text.encode("gb18030")
    return text.encode("utf-8")


@dataclass(slots=True)
class _Opening:
    """A place that receives new entries: a mapping, a list, or an empty value. `data` is what it receives."""

    path: Path
    mark: Mark
    parent: Mark | None
    in_flow: bool
    data: Any
    edits: list[Edit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Change:
    """`text` for what stands between `start` and `end`; of several at one place the deepest comes first."""

    start: int
    end: int
    depth: int
    text: str


@dataclass(slots=True)
class _Plan:
    text: str
    root: Mark
    changes: list[_Change] = field(default_factory=list)
    openings: dict[Path, _Opening] = field(default_factory=dict)
    replaced: set[Path] = field(default_factory=set)

    def take(self, edit: Edit) -> None:
        """Note what an edit asks for. Raises `Refused`."""
        mark, parent, in_flow = self.root, None, False
        for depth in range(len(edit.path) + 1):
            self._refuse_shared(mark, parent, edit.path[:depth])
            in_flow = in_flow or is_flow(self.text, mark)
            rest = edit.path[depth:]
            if not rest or rest[0] not in mark.children:
                break
            parent, mark = mark, mark.children[rest[0]]
        at = edit.path[: len(edit.path) - len(rest)]
        if any(edit.path[:depth] in self.replaced for depth in range(len(edit.path) + 1)):
            raise Refused(_TWICE)
        if not rest and not edit.append and not is_nothing(self.text, mark):
            self._replace(edit, mark, in_flow=in_flow)
        else:
            self._open(edit, at, _Opening(at, mark, parent, in_flow, None))

    def _refuse_shared(self, mark: Mark, parent: Mark | None, path: Path) -> None:
        if parent is not None and is_alias(parent, path[-1]):
            raise Refused(_ALIAS)
        if is_anchored(self.text, mark):
            raise Refused(_ANCHOR)

    def _replace(self, edit: Edit, mark: Mark, *, in_flow: bool) -> None:
        if not mark.style and not is_flow(self.text, mark):
            raise Refused("这里已经写了一块内容，程序不整块替换；请逐项改")
        if any(path[: len(edit.path)] == edit.path for path in (*self.openings, *self.replaced)):
            raise Refused(_TWICE)
        self.replaced.add(edit.path)
        new = in_style(edit.value, mark.style) if isinstance(edit.value, str) else on_one_line(edit.value)
        end = real_end(self.text, mark)
        if mark.style in ("|", ">") and not in_flow and grows(self.text, mark):
            end = mark.end
        self.changes.append(_Change(mark.start, end, len(edit.path), new))

    def _open(self, edit: Edit, at: Path, opening: _Opening) -> None:
        """Add to what an opening receives."""
        rest = edit.path[len(at) :]
        if not is_nothing(self.text, opening.mark):
            self._refuse_unfit(opening, edit, rest)
        kept = self.openings.setdefault(at, opening)
        try:
            kept.data = _with(kept.data, rest, edit)
        finally:
            if kept.data is None:
                del self.openings[at]
        kept.edits.append(edit)

    def _refuse_unfit(self, opening: _Opening, edit: Edit, rest: Path) -> None:
        mark = opening.mark
        if mark.style:
            raise Refused(_NOT_A_MAPPING)
        if is_list(self.text, mark) != (edit.append and not rest):
            raise Refused("这里写的是列表，不是“键: 值”" if is_list(self.text, mark) else "这里写的不是列表")
        if opening.in_flow and not is_flow(self.text, mark):
            raise Refused(_NOT_A_MAPPING)

    def carried_out(self, refused: list[tuple[Edit, str]]) -> Spliced:
        for opening in self.openings.values():
            try:
                self.changes += _filled(self.text, opening)
            except Refused as reason:
                refused += [(edit, str(reason)) for edit in opening.edits]
        parts, last = [], 0
        for change in sorted(self.changes, key=lambda each: (each.start, each.end, -each.depth)):
            parts += [self.text[last : change.start], change.text]
            last = change.end
        return Spliced("".join((*parts, self.text[last:])), tuple(refused))


def _with(data: Any, rest: Path, edit: Edit) -> Any:
    """`data` with the value of an edit at the end of `rest`; mappings and lists are made on the way."""
    if not rest:
        if edit.append and (data is None or isinstance(data, list)):
            return [*(data or []), edit.value]
        if data is not None:
            raise Refused(_TWICE)
        return edit.value
    if data is not None and not isinstance(data, dict):
        raise Refused(_TWICE)
    step = rest[0]
    if isinstance(step, int):
        raise Refused("没有这一项")
    known = data or {}
    return {**known, step: _with(known.get(step), rest[1:], edit)}


def _filled(text: str, opening: _Opening) -> list[_Change]:
    if is_nothing(text, opening.mark):
        return _into_nothing(text, opening)
    if is_bare(text, opening.mark) and opening.parent is not None and not is_flow(text, opening.parent):
        return _into_nothing(text, opening)
    if is_flow(text, opening.mark):
        return [_into_flow(text, opening)]
    if isinstance(opening.data, list):
        column = column_of(text, opening.mark.start)
        lines = [line for item in opening.data for line in entry("-", item, column)]
        return [_behind(text, opening.mark, lines, column, len(opening.path))]
    if not opening.path:
        return [_into_root(text, opening.mark, key, value) for key, value in opening.data.items()]
    return list(_into_block(text, opening))


def _into_block(text: str, opening: _Opening) -> Iterator[_Change]:
    """New entries of a block mapping, each behind the one it belongs to."""
    mark, depth = opening.mark, len(opening.path)
    column = column_of(text, next(iter(mark.keys.values())))
    wishes = {edit.path[depth]: edit for edit in opening.edits if len(edit.path) > depth}
    groups: dict[str, list[str]] = {}
    noted = ""
    for key, value in opening.data.items():
        wish = wishes.get(key)
        behind = wish.behind if wish is not None and wish.behind in mark.children else ""
        behind = "" if behind and is_alias(mark, behind) else behind
        lines = groups.setdefault(behind, [])
        if wish is not None and wish.note and not behind and wish.note != noted:
            noted = wish.note
            lines.append(f"{' ' * column}# {noted}")
        lines += entry(f"{key_text(key)}:", value, column)
    for behind, lines in groups.items():
        if behind:
            yield _behind(text, mark.children[behind], lines, column + 1, depth)
        else:
            yield _behind(text, mark, lines, column, depth - 1 if len(groups) > 1 else depth)


def _into_root(text: str, root: Mark, key: str, value: Any) -> _Change:
    """In the order of the model: behind the nearest part that usually stands before it."""
    before = _ORDER[: _ORDER.index(key)] if key in _ORDER else ()
    known = [step for step in root.children if step in before]
    lines = list(entry(f"{key_text(key)}:", value, 0))
    if key in _APART:
        lines.insert(0, "")
    mark = root
    if known:
        nearest = max(known, key=lambda step: before.index(str(step)))
        mark = root.children[nearest]
        if is_alias(root, nearest):
            mark = root
    return _behind(text, mark, lines, 0, -_ORDER.index(key) if key in _ORDER else -len(_ORDER))


def _behind(text: str, mark: Mark, lines: Sequence[str], column: int, depth: int) -> _Change:
    """Whole lines behind a node."""
    position = after_line(text, real_end(text, mark), column)
    broken = newline(text)
    wanted = broken.join(lines)
    if position and text[position - 1] not in "\r\n":
        if grows(text, mark):
            raise Refused("文件末尾没有换行，程序不在最后一段后面添写；请在文件末尾加一个回车")
        return _Change(position, position, depth, broken + wanted)
    return _Change(position, position, depth, wanted + broken)


def _into_flow(text: str, opening: _Opening) -> _Change:
    """Behind the last entry in the braces, on a new line when this one is full; in front when nothing else is sure."""
    mark, data = opening.mark, opening.data
    entries = [on_one_line(item) for item in data] if isinstance(data, list) else [
        f"{key_text(key)}: {on_one_line(value)}" for key, value in data.items()
    ]  # fmt: skip
    steps = list(mark.children)
    depth = len(opening.path)
    if not steps:
        start = mark.start + 1
        return _Change(start, start, depth, ", ".join(entries))
    last = steps[-1]
    if is_alias(mark, last) or is_nothing(text, mark.children[last]) or text[mark.start] not in "{[":
        start = mark.start + 1
        return _Change(start, start, depth, ", ".join(entries) + ", ")
    start = mark.children[last].end
    first = mark.keys.get(steps[0], mark.children[steps[0]].start)
    added, room = "", WIDE - width(text[start - column_of(text, start) : start])
    for each in entries:
        room -= width(each) + 1
        if room > 0:
            added += f", {each}"
        else:
            added += f",{newline(text)}{' ' * column_of(text, first)}{each}"
            room = WIDE - column_of(text, first) - width(each)
    return _Change(start, start, depth, added)


def _into_nothing(text: str, opening: _Opening) -> list[_Change]:
    """Where a key has no value yet (or `{}`, `[]`): on its line when it is short, else below it."""
    mark, parent, data = opening.mark, opening.parent, opening.data
    step = opening.path[-1] if opening.path else None
    depth = len(opening.path)
    empty = mark.start == mark.end
    colon = "" if not empty or text[: mark.start].rstrip(" ").endswith((":", "-")) else ":"
    space = " " if empty and not text[: mark.start].endswith(" ") else ""
    in_place = opening.in_flow and not is_bare(text, mark)
    if parent is None or not isinstance(step, str) or in_place or isinstance(data, str) or is_null(text, mark):
        return [_Change(mark.start, mark.end, depth, f"{colon}{space}{on_one_line(data)}")]
    column = column_of(text, parent.keys[step])
    first, *below = entry(f"{key_text(step)}:", data, column)
    if not below:
        short = first.removeprefix(f"{' ' * column}{key_text(step)}: ")
        return [_Change(mark.start, mark.end, depth, f"{space}{short}")]
    match = BREAK.search(text, mark.end)
    broken = newline(text)
    body = broken.join(below)
    start, added = (len(text), broken + body) if match is None else (match.end(), body + broken)
    gone = [] if empty else [_Change(mark.start, mark.end, depth, "")]
    return [*gone, _Change(start, start, depth, added)]
