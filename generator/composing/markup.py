"""The XML vocabulary: what templates render, read into elements that know the template line they came from.

Only well-formed XML of the known elements passes; a document type, and with it any entity, is refused.
"""

from __future__ import annotations

from dataclasses import field
from xml.parsers import expat

from generator.patterns import compile_later
from generator.records import dataclass

MAX_DEPTH = 60

INLINE = frozenset({"b", "wbr", "v", "s"})
_WITH_TEXT = frozenset(
    {"title", "headnote", "speaker", "to", "p", "h", "point", "th", "td", "sign", "date", "note", "organ", "signer"}
)
_BLOCKS = frozenset({"p", "section", "point", "table", "image"})
_FORMAL = frozenset({"letterhead", "title", "headnote", "speaker", "to", "sign", "date", "note", "annex", "copies"})

ALLOWED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    # element: (children, attributes); `t` is on every element
    "report": (_BLOCKS | _FORMAL, frozenset()),
    "letterhead": (frozenset({"organ", "signer"}), frozenset({"number", "suffix"})),
    "organ": (frozenset(), frozenset()),
    "signer": (frozenset(), frozenset()),
    "section": (_BLOCKS | {"h"}, frozenset({"id", "at", "items", "tasks"})),
    "table": (frozenset({"h", "tr"}), frozenset({"id", "at"})),
    "tr": (frozenset({"th", "td"}), frozenset()),
    "image": (frozenset({"h"}), frozenset({"id", "at", "file", "width"})),
    "title": (INLINE, frozenset()),
    "headnote": (INLINE, frozenset()),
    "speaker": (INLINE, frozenset()),
    "to": (INLINE, frozenset()),
    "p": (INLINE | {"point"}, frozenset({"id", "at"})),
    "point": (INLINE, frozenset({"id", "at"})),
    "h": (INLINE, frozenset({"run-in", "at"})),
    "th": (INLINE, frozenset({"align", "colspan", "rowspan"})),
    "td": (INLINE, frozenset({"align", "colspan", "rowspan"})),
    "sign": (INLINE, frozenset({"sealed"})),
    "date": (frozenset(), frozenset()),
    "note": (INLINE, frozenset()),
    "annex": (_BLOCKS | {"h"}, frozenset({"at"})),
    "copies": (frozenset({"organ"}), frozenset({"issuer", "date", "duplex"})),
    "b": (INLINE, frozenset()),
    "s": (frozenset({"v", "b", "wbr"}), frozenset({"at", "o"})),
    "v": (frozenset(), frozenset({"ref", "as", "by"})),
    "wbr": (frozenset(), frozenset()),
}
_REQUIRED = {"v": "ref", "s": "at", "image": "file"}
_VALUES = {
    ("v", "as"): compile_later("印|含|略"),
    ("s", "o"): compile_later(r"\d{1,9}"),
    ("h", "run-in"): compile_later("[01]"),
    ("sign", "sealed"): compile_later("[01]"),
    ("copies", "duplex"): compile_later("[01]"),
    ("th", "align"): compile_later("左|中|右"),
    ("td", "align"): compile_later("左|中|右"),
    **{(cell, span): compile_later(r"[1-9]\d?") for cell in ("th", "td") for span in ("colspan", "rowspan")},
    ("image", "width"): compile_later(r"(\d{1,3}(\.\d{1,3})?)?"),
}
_ATTRIBUTES = {tag: {name: _VALUES.get((tag, name)) for name in names} for tag, (_, names) in ALLOWED.items()}
"""The attributes of every element, and how a value must look."""

_MAY_HOLD_TEXT = _WITH_TEXT | {"b", "s", "v"}


@dataclass(slots=True)
class Element:
    """An element with its attributes and, in order, its text and child elements. `stamp` is `template:line`."""

    tag: str
    attributes: dict[str, str]
    stamp: str
    children: list[Element | str] = field(default_factory=list)

    def elements(self, *tags: str) -> list[Element]:
        return [child for child in self.children if isinstance(child, Element) and child.tag in tags]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the markup, and the template line it came from."""

    stamp: str
    message: str


class MarkupFault(Exception):  # noqa: N818 - carries the faults found, it is not one itself
    """The markup cannot be read on."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


class _Reader:
    def __init__(self) -> None:
        self.root: Element | None = None
        self.open: list[Element] = []
        self.faults: list[Fault] = []
        self.last_stamp = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        stamp = attributes.pop("t", "") or (self.open[-1].stamp if self.open else "")
        self.last_stamp = stamp
        element = Element(tag, attributes, stamp)
        if len(self.open) >= MAX_DEPTH:
            raise MarkupFault([*self.faults, Fault(stamp, f"元素嵌套超过{MAX_DEPTH}层")])
        self._check(element)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _check(self, element: Element) -> None:
        if element.tag not in ALLOWED:
            self._fault(element.stamp, f"不认识的元素 <{element.tag}>，可用的有：{'、'.join(ALLOWED)}")
            return
        if not self.open and element.tag != "report":
            self._fault(element.stamp, f"最外层应是 <report>，不是 <{element.tag}>")
        parent = self.open[-1].tag if self.open else ""
        if parent in ALLOWED and element.tag not in ALLOWED[parent][0]:
            self._fault(element.stamp, f"<{parent}> 里不能放 <{element.tag}>")
        self._check_attributes(element)

    def _check_attributes(self, element: Element) -> None:
        known = _ATTRIBUTES[element.tag]
        for name, value in element.attributes.items():
            if name not in known:
                self._fault(element.stamp, f"<{element.tag}> 没有属性 {name}")
            elif (pattern := known[name]) is not None and not pattern.fullmatch(value):
                self._fault(element.stamp, f"<{element.tag}> 的属性 {name} 不能是“{value[:20]}”")
        needed = _REQUIRED.get(element.tag)
        if needed and not element.attributes.get(needed):
            self._fault(element.stamp, f"<{element.tag}> 缺少属性 {needed}")

    def end(self, _tag: str) -> None:
        self.open.pop()

    def text(self, data: str) -> None:
        holder = self.open[-1]
        if holder.tag in _MAY_HOLD_TEXT:
            holder.children.append(data)
        elif data.strip() and holder.tag in ALLOWED:
            shown = data.strip()[:20]
            self._fault(self.last_stamp, f"<{holder.tag}> 里不能直接写文字“{shown}”，应放进 <p>")

    def refuse_doctype(self, *_: object) -> None:
        raise MarkupFault([Fault(self.last_stamp, "不允许写 <!DOCTYPE>")])

    def _fault(self, stamp: str, message: str) -> None:
        self.faults.append(Fault(stamp, message))


def read_markup(markup: str) -> Element:
    """The root element of the markup. Raises `MarkupFault` with every fault up to where it can be read."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.refuse_doctype
    try:
        parser.Parse(markup, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        reader.faults.append(Fault(reader.last_stamp, _explain(error, reader.open)))
    if reader.faults or reader.root is None:
        raise MarkupFault(reader.faults)
    return reader.root


def _explain(error: expat.ExpatError, unclosed: list[Element]) -> str:
    where = f"（在 <{unclosed[-1].tag}> 之后）" if unclosed else ""
    reasons = {
        7: "结束标签与开始标签不配对",
        4: "不是合格的标记，可能是漏了引号或写了裸的 < 或 &",
        3: "没有内容或标签没有结束",
        9: "最外层元素之后还有内容",
        11: "用了未定义的实体",
    }
    return reasons.get(error.code, f"标记有误（{error}）") + where
