"""From YAML events to data and marks, on a stack of its own: no recursion, no tags, and never more than the limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import Any

import yaml

from generator.loading.findings import Findings
from generator.loading.source import Mark
from generator.patterns import compile_later
from generator.records import dataclass

MOST_DEPTH = 60
MOST_NODES = 50_000
MOST_ALIASES = 100
MOST_CHARACTERS = 100_000

_STR_TAGS = (None, "tag:yaml.org,2002:str")
_EMPTY = ("", "~", "null", "Null", "NULL")
CUT_KEY = compile_later(r"([^\s：:，。；、“”\"'{}\[\]#&*|>]{1,20})[ \u3000\xa0]*([：:])(?=\S)")
"""A plain key that holds a colon of its own: the colon that was meant is full-width or lacks its blank."""

_STAND_IN = compile_later("[\U0010ff00-\U0010ffff]")
_SIMPLER = "请按层次分成几块来写"


class LimitReached(Exception):  # noqa: N818 - not a fault of the program: a finding has been reported already
    """The rest of the file is not read."""


@dataclass(slots=True)
class Scalar:
    """A scalar as it stood in the text, for the search for slips."""

    start: int
    end: int
    style: str
    value: str
    is_key: bool
    in_list: bool


@dataclass(slots=True)
class _Frame:
    """A collection being built. `key` is the key waiting for its value; None drops the value."""

    value: dict[str, Any] | list[Any]
    mark: Mark
    anchor: str | None
    nodes_before: int
    key: str | None = None
    waiting: bool = False
    is_key: bool = False
    height: int = 1


@dataclass(frozen=True, slots=True)
class _Anchored:
    value: Any
    mark: Mark
    nodes: int
    height: int


@dataclass(slots=True)
class TreeBuilder:
    """`feed` takes events until the end of the first document. `value` and `root` then hold the tree.

    `scalars` receives every scalar; `restored` undoes the changes that were made to the text before parsing.
    """

    findings: Findings
    restored: dict[int, str] = field(default_factory=dict)
    value: Any = None
    root: Mark | None = None
    scalars: list[Scalar] = field(default_factory=list)
    last: Scalar | None = None
    _stack: list[_Frame] = field(default_factory=list)
    _anchors: dict[str, _Anchored] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)
    _nodes: int = 0
    _aliases: int = 0
    _documents: int = 0

    def feed(self, events: Iterable[yaml.Event]) -> None:
        """Raises `LimitReached` after reporting what it was, and `yaml.YAMLError` from the parser."""
        event: Any
        for event in events:
            start = event.start_mark.index if event.start_mark else 0
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event, start)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._start(event, start)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end(event)
            elif kind is yaml.AliasEvent:
                self._alias(str(event.anchor), start)
            elif kind is yaml.DocumentStartEvent:
                self._document(start)

    def _document(self, index: int) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(
                "LOAD016", index, "一个文件里有几份 YAML 文档（中间有“---”）", "每份报告单独放一个文件，删去“---”"
            )

    def _scalar(self, event: yaml.ScalarEvent, start: int) -> None:
        end = event.end_mark.index if event.end_mark else start
        style = event.style or "p"
        text = event.value
        if self.restored and _STAND_IN.search(text):
            text = text.translate(self.restored)
        self._count(start, 1)
        if len(text) > MOST_CHARACTERS:
            self._stop("LOAD013", start, f"这一项有 {len(text)} 个字，超过上限 {MOST_CHARACTERS}", "分成几段来写")
        if event.tag is not None:
            self._refuse_tag(event.tag, start)
        parent = self._stack[-1] if self._stack else None
        is_key = parent is not None and isinstance(parent.value, dict) and not parent.waiting
        in_list = parent is not None and isinstance(parent.value, list)
        self.last = Scalar(start, end, style, text, is_key, in_list)
        self.scalars.append(self.last)
        if is_key:
            self._key(text, start, style)
        else:
            value = None if style == "p" and text in _EMPTY else text
            self._keep(value, Mark(start, end, style), event.anchor, 1, 1)

    def _key(self, key: str, start: int, style: str) -> None:
        frame = self._stack[-1]
        frame.waiting, frame.key = True, None
        clean = key.strip(" \t\u3000\xa0\u200b\ufeff")
        if style == "p" and clean in _EMPTY:
            self.findings.error("LOAD017", start, "冒号前面的键空着", "写上键的名称，如“标题: ……”")
        elif style == "p" and clean == "<<":
            self.findings.error("LOAD018", start, "不支持合并键“<<”", "把要合并的内容直接写在这里")
        elif clean in frame.mark.keys:
            first = self.findings.line_of(frame.mark.keys[clean])
            self.findings.error(
                "LOAD014", start, f"“{clean[:30]}”在同一层写了两次（前一次在第{first}行）", "合成一处，或删去一处"
            )
        elif style == "p" and CUT_KEY.match(clean):
            pass  # reported with the other slips in scalars
        else:
            frame.key = clean
            frame.mark.keys[clean] = start

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, start: int) -> None:
        self._count(start, 1)
        if event.tag is not None:
            self._refuse_tag(event.tag, start)
        parent = self._stack[-1] if self._stack else None
        is_key = parent is not None and isinstance(parent.value, dict) and not parent.waiting
        if is_key:
            self._refuse_key(start)
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._stack.append(_Frame(value, Mark(start, start), event.anchor, self._nodes, is_key=is_key))
        if event.anchor:
            self._open.add(event.anchor)
        if len(self._stack) > MOST_DEPTH:
            self._too_deep(start)

    def _end(self, event: yaml.MappingEndEvent | yaml.SequenceEndEvent) -> None:
        frame = self._stack.pop()
        frame.mark.end = event.end_mark.index if event.end_mark else frame.mark.start
        nodes = self._nodes - frame.nodes_before + 1
        if frame.anchor:
            self._open.discard(frame.anchor)
        if frame.is_key:
            self._stack[-1].waiting, self._stack[-1].key = True, None
        else:
            self._keep(frame.value, frame.mark, frame.anchor, nodes, frame.height)

    def _alias(self, name: str, start: int) -> None:
        self._aliases += 1
        if self._aliases > MOST_ALIASES:
            self._stop("LOAD012", start, f"引用（*）超过 {MOST_ALIASES} 处", "把引用的内容直接写出来")
        if name in self._open:
            self._stop("LOAD012", start, f"“*{name}”引用了它自己所在的部分", "把引用的内容直接写出来")
        target = self._anchors.get(name)
        parent = self._stack[-1] if self._stack else None
        if parent is not None and isinstance(parent.value, dict) and not parent.waiting:
            self._refuse_key(start)
            parent.waiting, parent.key = True, None
            return
        if target is None:
            self.findings.error(
                "LOAD031", start, f"“*{name}”引用的“&{name}”前面没有", "以 * 开头的文字要加引号；引用则先用 & 标出"
            )
            target = _Anchored(None, Mark(start, start), 1, 1)
        self._count(start, target.nodes)
        if len(self._stack) + target.height > MOST_DEPTH:
            self._too_deep(start)
        self._keep(target.value, target.mark, None, target.nodes, target.height)

    def _keep(self, value: Any, mark: Mark, anchor: str | None, nodes: int, height: int) -> None:
        """Put a finished node into its parent."""
        if anchor:
            self._anchors[anchor] = _Anchored(value, mark, nodes, height)
        if not self._stack:
            self.value, self.root = value, mark
            return
        frame = self._stack[-1]
        frame.height = max(frame.height, height + 1)
        if isinstance(frame.value, list):
            frame.mark.children[len(frame.value)] = mark
            frame.value.append(value)
            return
        if frame.key is not None:
            frame.mark.children[frame.key] = mark
            frame.value[frame.key] = value
        frame.waiting = False

    def _count(self, index: int, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > MOST_NODES:
            code, what = ("LOAD012", "引用展开后的内容") if self._aliases else ("LOAD011", "内容")
            self._stop(
                code, index, f"{what}超过 {MOST_NODES} 项，没有读完", "检查文件是否拿错；报告的输入不会有这么多项"
            )

    def _too_deep(self, index: int) -> None:
        self._stop("LOAD010", index, f"一层套一层超过 {MOST_DEPTH} 层", _SIMPLER)

    def _refuse_tag(self, tag: str, index: int) -> None:
        if tag not in _STR_TAGS:
            shown = tag.replace("tag:yaml.org,2002:", "!!")[:40]
            self.findings.error("LOAD015", index, f"不能用 YAML 标记“{shown}”", "删去标记；以 ! 开头的文字要加引号")

    def _refuse_key(self, index: int) -> None:
        if self.findings.source.text.startswith("{{", max(index - 1, 0)):
            self.findings.error(
                "LOAD023", index - 1, "以“{{”开头的文字没有加引号", "整段文字用单引号括起来，如 '{{ 行政复议 }}'"
            )
        else:
            self.findings.error(
                "LOAD017", index, "键只能是文字，这里是列表或映射", "键用文字；以 { 或 [ 开头的文字要加引号"
            )

    def _stop(self, code: str, index: int, message: str, remedy: str) -> None:
        self.findings.error(code, index, message, remedy)
        raise LimitReached
