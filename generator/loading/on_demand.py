"""Shipped entries that are parsed and validated when they are first asked for: a report uses few of the topics.

A file is cut into its entries without being parsed: every line that begins at the margin begins an entry. Tests hold
that against the parsed files. What offices bring is read whole, for it must be held against everything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generator.loading.problems import without_blanks
from generator.loading.trusted import parse_trusted
from generator.patterns import compile_later

_Entry = TypeVar("_Entry")
_Model = TypeVar("_Model", bound=BaseModel)
_HEAD = compile_later(r"^(?![ #\n-])", re.MULTILINE)
_KEY = compile_later(r"([^\s:]+):(?=\s)")


class DamagedKnowledgeError(Exception):
    """An entry that came with the program can't be used."""


def cut(text: str) -> dict[str, str]:
    """The entries of a file by name, each as its text. Raises `DamagedKnowledgeError`."""
    starts = [match.start() for match in _HEAD.finditer(text) if match.start() < len(text)]
    entries: dict[str, str] = {}
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        key = _KEY.match(text, start)
        if key is None:
            raise DamagedKnowledgeError
        entries[key[1]] = text[start:end]
    return entries


class OnDemand(Mapping[str, _Entry]):
    """Entries by name, each made by `read` of its name and what is there of it when it is first asked for."""

    def __init__(self, given: Mapping[str, Any], read: Callable[[str, Any], _Entry]) -> None:
        self._given = given
        self._read = read
        self._made: dict[str, _Entry] = {}

    def __getitem__(self, name: str) -> _Entry:
        made = self._made.get(name)
        return self._make(name) if made is None else made

    def __contains__(self, name: object) -> bool:
        return name in self._given

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

    def _make(self, name: str) -> _Entry:
        made = self._made[name] = self._read(name, self._given[name])
        return made


def entries_of(texts: Mapping[str, str], model: type[_Model], name_key: str = "") -> OnDemand[_Model]:
    """The entries of files that were cut. Asking for one raises `DamagedKnowledgeError` when it can't be used."""

    def read(name: str, text: str) -> _Model:
        named = {name_key: name} if name_key else {}
        try:
            data: Any = parse_trusted(text)[name]
            return model.model_validate(without_blanks({**named, **data}))
        except (yaml.YAMLError, ValidationError, TypeError, KeyError):
            raise DamagedKnowledgeError from None

    return OnDemand(texts, read)
