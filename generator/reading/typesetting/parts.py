"""The parts of a Word file by what the document calls them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.packages import Node, Package


class Parts:
    """`document` is the root of the main part. Raises `PackageError` when a part can't be read."""

    def __init__(self, package: Package) -> None:
        self._package = package
        main = [name for kind, name in self._related("").values() if kind == "officeDocument"]
        name = main[0] if main else "word/document.xml"
        self.document = package.tree(name)
        self._parts = self._related(name)
        self._trees: dict[str, Node | None] = {}

    def kind(self, wanted: str) -> Node | None:
        """The part that serves as `styles`, `settings`, `numbering` or `theme`."""
        for kind, name in self._parts.values():
            if kind == wanted:
                return self._tree(name)
        return None

    def by_id(self, reference: str) -> Node | None:
        """The part that a reference of the document means."""
        _, name = self._parts.get(reference, ("", ""))
        return self._tree(name) if name else None

    def _tree(self, name: str) -> Node | None:
        if name not in self._trees:
            self._trees[name] = self._package.tree(name)
        return self._trees[name]

    def _related(self, name: str) -> dict[str, tuple[str, str]]:
        folder, file = posixpath.split(name)
        found: dict[str, tuple[str, str]] = {}
        for node in self._package.tree(posixpath.join(folder, "_rels", f"{file}.rels")) or ():
            if node.attributes.get("TargetMode") != "External":
                kind = node.attributes.get("Type", "").rpartition("/")[2]
                target = posixpath.normpath(posixpath.join("/", folder, node.attributes.get("Target", "")))
                found[node.attributes.get("Id", "")] = (kind, target)
        return found


def named(node: Node, name: str) -> Iterator[Node]:
    """The children of a name."""
    return (each for each in node if each.name == name)
