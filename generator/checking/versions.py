"""What the shape of several versions has in common is said once, and without their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.checking.findings import Finder
from generator.models.base import Path
from generator.records import dataclass

_SAME = ("标题", "事项")


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about one version, before it is known whether it holds for all."""

    code: str
    path: Path
    words: Mapping[str, Any]

    @property
    def key(self) -> tuple[str, Path, tuple[object, ...]]:
        """What makes it the same finding in another version, where numbers may differ."""
        return (self.code, self.path, tuple(self.words.get(name) for name in _SAME))


def tell(remarks: Sequence[tuple[str, Iterable[Remark]]], finder: Finder, *, all_versions: bool) -> None:
    """Add the remarks, given by the versions' names. One that several versions share is told in the first one's words.

    {各版} names the versions. {版本} says in which of them (`“公开版”中`); it is empty for what holds for all versions
    that the report has.
    """
    first: dict[object, Remark] = {}
    names: dict[object, list[str]] = {}
    for name, made in remarks:
        for remark in {remark.key: remark for remark in made}.values():
            first.setdefault(remark.key, remark)
            names.setdefault(remark.key, []).append(name)
    for key, remark in first.items():
        everywhere = all_versions and len(names[key]) == len(remarks)
        named = "、".join(f"“{name}”" for name in names[key])
        finder.add(remark.code, remark.path, 版本="" if everywhere else f"{named}中", 各版=named, **remark.words)
