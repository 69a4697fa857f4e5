"""Office packages from strangers: zip archives and their XML, read within limits that hold whatever the file says.

Nothing is believed that an archive says of itself. The XML has no document type, no entities, a bounded depth and a
bounded number of elements. What is refused raises `PackageError`, which says what is the matter and nothing to staff.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any, Literal
from xml.parsers import expat

from generator.records import dataclass

Fault = Literal["坏", "大", "实体", "加密"]
"""Why a package is refused: damaged, too large, with a document type, encrypted."""

MOST_ENTRIES = 2000
MOST_PART = 32 << 20
MOST_ALL = 64 << 20
MOST_ELEMENTS = 400_000
_MOST_DEPTH = 150
_CHUNK = 1 << 18
_LOCAL_HEADER = 30
_STORED, _DEFLATED = 0, 8
_ENCRYPTED_FLAG = 1
_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""", re.DOTALL)


class PackageError(Exception):
    """The package can't be taken; `what` says more where there is more to say, in Chinese."""

    def __init__(self, fault: Fault, what: str = "") -> None:
        super().__init__(fault)
        self.fault, self.what = fault, what


@dataclass(eq=False)
class Package:
    """The parts by name (without case and leading slash, as Office finds them), inflated when they are asked for."""

    raw: bytes
    entries: dict[str, zipfile.ZipInfo]
    inflated: dict[str, bytes] = field(default_factory=dict)
    size: int = 0
    elements: int = 0

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self.entries

    def part(self, name: str) -> bytes:
        """The bytes of a part; empty when there is none. Raises `PackageError`."""
        key = _plain(name)
        if key not in self.entries:
            return b""
        if key not in self.inflated:
            self.inflated[key] = self._inflate(self.entries[key])
        return self.inflated[key]

    def tree(self, name: str) -> Node | None:
        """The tree of an XML part; None when there is none. Raises `PackageError`."""
        raw = self.part(name)
        return parsed(raw, self) if raw else None

    def _inflate(self, entry: zipfile.ZipInfo) -> bytes:
        data = self._packed(entry)
        if entry.compress_type == _STORED:
            self._count(len(data), len(data))
            return data
        out, size = [], 0
        inflater = zlib.decompressobj(-15)
        try:
            while data and not inflater.eof:
                piece = inflater.decompress(data, _CHUNK)
                data = inflater.unconsumed_tail
                size += len(piece)
                self._count(len(piece), size)
                out.append(piece)
        except zlib.error:
            raise PackageError("坏") from None
        if not inflater.eof:
            raise PackageError("坏", "（文件不完整，可能没有传完）")
        return b"".join(out)

    def _packed(self, entry: zipfile.ZipInfo) -> bytes:
        """The bytes of a part as they lie in the file."""
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise PackageError("加密")
        if entry.compress_type not in (_STORED, _DEFLATED):
            raise PackageError("坏", "（压缩方式不是 Office 的）")
        start = entry.header_offset
        header = self.raw[start : start + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or header[:4] != b"PK\x03\x04":
            raise PackageError("坏")
        names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        begin = start + _LOCAL_HEADER + names
        return self.raw[begin : begin + entry.compress_size]

    def _count(self, more: int, part: int) -> None:
        self.size += more
        if part > MOST_PART:
            raise PackageError("大", f"其中一部分展开后超过 {MOST_PART >> 20} MB")
        if self.size > MOST_ALL:
            raise PackageError("大", f"展开后超过 {MOST_ALL >> 20} MB")


def open_package(raw: bytes) -> Package:
    """The package's directory. Raises `PackageError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise PackageError("坏", "（可能没有传完）") from None
    if len(listed) > MOST_ENTRIES:
        raise PackageError("大", f"里面有 {len(listed)} 个部件")
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in listed:
        if _plain(entry.filename) in entries:
            raise PackageError("坏", "（有两个部件同名）")
        entries[_plain(entry.filename)] = entry
    return Package(raw, entries)


def repacked(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The archive with these parts changed or added, all others as they were. Raises `PackageError`."""
    waiting = {_plain(name): (name, content) for name, content in changed.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for key, entry in package.entries.items():
            _, content = waiting.pop(key, ("", None))
            kept = zipfile.ZipInfo(entry.filename, entry.date_time)
            kept.compress_type, kept.external_attr = entry.compress_type, entry.external_attr
            copy.writestr(kept, package.part(key) if content is None else content)
        for name, content in waiting.values():
            new = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            new.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(new, content)
    return target.getvalue()


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


@dataclass(slots=True, eq=False)
class Node:
    """An element: `name` and the names of `attributes` without their namespaces, and what it holds.

    It takes the bytes from `start` to `end` of its part.
    """

    name: str
    attributes: dict[str, str]
    start: int
    end: int = 0
    inside: list[Node | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Node]:
        return (each for each in self.inside if isinstance(each, Node))

    def first(self, *path: str) -> Node | None:
        """The first element at the end of a path of names."""
        found: Node | None = self
        for name in path:
            found = next((each for each in found if each.name == name), None) if found is not None else None
        return found

    def value(self, *path: str, key: str = "val") -> str | None:
        """An attribute of the element at the end of a path; None when either is missing."""
        found = self.first(*path)
        return found.attributes.get(key) if found is not None else None

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in order."""
        yield self
        for each in self:
            yield from each.walk()

    @property
    def text(self) -> str:
        """The text that it holds itself."""
        return "".join(each for each in self.inside if isinstance(each, str))


def parsed(raw: bytes, package: Package) -> Node:
    """The root of a part; its elements are counted with those of the whole `package`. Raises `PackageError`."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    stack: list[Node] = [Node("", {}, 0)]

    def start(name: str, attributes: dict[str, str]) -> None:
        package.elements += 1
        if package.elements > MOST_ELEMENTS or len(stack) > _MOST_DEPTH:
            raise PackageError("大", "里面的内容太多，或者层层嵌套太深")
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        node = Node(name.rpartition(":")[2], plain, parser.CurrentByteIndex)
        stack[-1].inside.append(node)
        stack.append(node)

    def end(_: str) -> None:
        node = stack.pop()
        at = parser.CurrentByteIndex
        tag = _TAG.match(raw, at)
        node.end = tag.end() if tag else at

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = _keeping(stack)
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - expat takes its arguments by position
    except (expat.ExpatError, ValueError, LookupError):
        raise PackageError("坏") from None
    return next(iter(stack[0]))


def _keeping(stack: list[Node]) -> Callable[[str], None]:
    def keep(text: str) -> None:
        stack[-1].inside.append(text)

    return keep


def _refuse_document_type(*_: Any) -> None:
    raise PackageError("实体")
