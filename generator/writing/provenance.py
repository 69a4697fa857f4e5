"""`report.来源.json` as bytes: what is remembered of a collecting, a line for each part, the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.models.provenance import Provenance


def provenance_bytes(provenance: Provenance) -> bytes:
    """UTF-8; no clock and no path of this computer is in it."""
    data = provenance.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    whole = {"格式": provenance.format_version, "年度": provenance.year, "期间": provenance.period, **data}
    return ("".join(_lines(whole, 0)) + "\n").encode()


def _lines(value: Any, depth: int) -> Iterator[str]:
    """Mappings and lists open up as long as there are any in them; the innermost take one line."""
    if not _holds_more(value):
        yield json.dumps(value, ensure_ascii=False)
        return
    mapping = isinstance(value, Mapping)
    items = [(f"{json.dumps(key, ensure_ascii=False)}: ", inner) for key, inner in value.items()] if mapping else [
        ("", inner) for inner in value
    ]  # fmt: skip
    yield "{" if mapping else "["
    for number, (head, inner) in enumerate(items):
        yield f"{',' if number else ''}\n{' ' * (depth + 1)}{head}"
        yield from _lines(inner, depth + 1)
    yield f"\n{' ' * depth}{'}' if mapping else ']'}"


def _holds_more(value: Any) -> bool:
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return any(isinstance(each, dict | list) for each in inner)
