"""Reading the YAML files that come with the program: data only, no places, as fast as the parser gives events.

Tests hold these files against the reader for staff's files, so what it refuses can't be in them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = ("", "~", "null")


def read_trusted(path: Path) -> Any:
    """Dicts, lists, text and None, as `read_yaml` gives them. Raises `OSError` and `yaml.YAMLError`."""
    return parse_trusted(path.read_text(encoding="utf-8"))


def parse_trusted(text: str) -> Any:
    """Like `read_trusted`, of a text that has been read."""
    next_event = _LOADER(text).get_event
    stack: list[tuple[Any, str | None]] = []
    collection: Any = []
    key: str | None = None
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value if event.style or event.value not in _EMPTY else None
            if key is None and type(collection) is dict:
                key = event.value
                continue
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            stack.append((collection, key))
            collection, key = {} if kind is yaml.MappingStartEvent else [], None
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            value = collection
            collection, key = stack.pop()
        else:
            continue
        if type(collection) is dict:
            collection[key], key = value, None
        else:
            collection.append(value)
    return collection[0] if collection else None
