"""The text of a paragraph in its runs: what is deleted, hidden or in a text box isn't part of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.packages import Node

_THROUGH = (
    "hyperlink", "smartTag", "sdt", "sdtContent", "ins", "moveTo", "fldSimple", "customXml",
    "dir", "bdo",
)  # fmt: skip
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def runs(paragraph: Node) -> Iterator[Node]:
    """The runs of a paragraph that print."""
    for node in paragraph:
        if node.name == "r":
            yield node
        elif node.name in _THROUGH:
            yield from runs(node)
        elif node.name == "AlternateContent":
            yield from runs(chosen(node))


def chosen(node: Node) -> Node:
    """The one of several renderings that Word of today takes."""
    return node.first("Choice") or node.first("Fallback") or Node("", {}, 0)


def paragraphs_of(node: Node) -> Iterator[Node]:
    """All paragraphs within, those of tables and text boxes as well; what is kept in two forms counts once."""
    for each in chosen(node) if node.name == "AlternateContent" else node:
        if each.name == "p":
            yield each
        yield from paragraphs_of(each)


def text_of(run: Node) -> str:
    """The text of a run, line ends and tabs as such; instructions of fields don't print."""
    pieces = []
    for node in run:
        if node.name == "t":
            pieces.append(node.text)
        elif node.name == "br" and node.attributes.get("type", "") in ("page", "column"):
            continue
        elif node.name in _SIGNS:
            pieces.append(_SIGNS[node.name])
    return "".join(pieces)


def breaks_page(paragraph: Node) -> bool:
    """Whether a paragraph begins with a page break."""
    return next(_pages(paragraph), "") == "page"


def ends_page(paragraph: Node) -> bool:
    """Whether a paragraph ends with a page break."""
    return (list(_pages(paragraph)) or [""])[-1] == "page"


def _pages(paragraph: Node) -> Iterator[str]:
    """Page breaks and texts in their order."""
    for run in runs(paragraph):
        for node in run:
            if node.name == "br" and node.attributes.get("type") == "page":
                yield "page"
            elif node.name == "t" and node.text.strip():
                yield "text"
