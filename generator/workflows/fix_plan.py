"""What mending makes of one file, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import Place
from generator.document.typography import Mended
from generator.models.typography import MendRule
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """A change as staff see it: the place, and the words around it before and after."""

    place: Place
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Noted:
    """What is only pointed out: changing it is for people to decide."""

    place: Place
    message: str


class UnsoundError(Exception):
    """A file that can't be mended; why, and what to do instead, in Chinese."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@dataclass(frozen=True, slots=True)
class Plan:
    """`old` and `new` are all bytes of the file; they are the same when there is nothing to mend."""

    file: Path
    old: bytes
    new: bytes
    shown: tuple[Shown, ...] = ()
    noted: tuple[Noted, ...] = ()


def noted_of(mended: Mended, place: Place, rules: Iterable[MendRule]) -> Noted:
    """A mend that is only pointed out, in the words of its rule."""
    name = next((rule.名称 for rule in rules if rule.码 == mended.code), mended.code)
    return Noted(place, f"{name}：“{mended.before}”宜作“{mended.after}”")
