"""Parts of an input that could not be used as they were: whatever follows from that is no finding of its own.

A set of broken parts holds their paths, and those of the keys that a mistyped one was probably meant to be.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from generator.models.base import Path


def inside(broken: AbstractSet[Path], path: Path) -> bool:
    """Whether `path` is a broken part or lies in one."""
    return bool(broken) and any(path[:length] in broken for length in range(len(path) + 1))


def touches(broken: AbstractSet[Path], path: Path) -> bool:
    """Whether `path` lies in a broken part, or holds one."""
    return inside(broken, path) or any(part[: len(path)] == path for part in broken)
