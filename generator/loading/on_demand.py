"""Shipped entries that are parsed and validated when they are first asked for: a report uses few of the topics.

A file is cut into its entries without being parsed: every line that begins at the margin begins an entry. Tests hold
that against the parsed files. What offices bring is read whole, for it must be held against everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generator.loading.problems import without_blanks
from generator.loading.trusted import parse_trusted
from generator.patterns import compile_later

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


class OnDemand(Mapping[str, _Model]):
    """Entries by name. Asking for one raises `DamagedKnowledgeError` when it can't be used."""

    def __init__(self, texts: Mapping[str, str], model: type[_Model], name_key: str = "") -> None:
        self._texts = texts
        self._model = model
        self._name_key = name_key
        self._made: dict[str, _Model] = {}

    def __getitem__(self, name: str) -> _Model:
        made = self._made.get(name)
        return self._make(name, self._texts[name]) if made is None else made

    def __contains__(self, name: object) -> bool:
        return name in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def _make(self, name: str, text: str) -> _Model:
        named = {self._name_key: name} if self._name_key else {}
        try:
            data: Any = parse_trusted(text)[name]
            made = self._model.model_validate(without_blanks({**named, **data}))
        except (yaml.YAMLError, ValidationError, TypeError, KeyError):
            raise DamagedKnowledgeError from None
        self._made[name] = made
        return made
