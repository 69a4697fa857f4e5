"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from generator.diagnostics import Diagnostic, Diagnostics


def as_json(diagnostics: Diagnostics) -> str:
    """`{"diagnostics": [{code, severity, strength, message, remedy, source, place}], "overlays": {file: [folder]}}`.

    Empty parts are left out.
    """
    told: dict[str, Any] = {"diagnostics": [plain(d) for d in diagnostics]}
    overlays = {file: list(folders) for file, folders in diagnostics.overlays.items() if folders}
    if overlays:
        told["overlays"] = overlays
    return json.dumps(told, ensure_ascii=False, indent=2)


def plain(diagnostic: Diagnostic) -> dict[str, Any]:
    """One finding as plain data; empty parts of its place are left out."""
    place = diagnostic.place
    position = {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "sheet": place.sheet,
        "cell": place.cell,
        "paragraph": place.paragraph,
        "text": place.text,
    }
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "strength": str(diagnostic.strength),
        "message": diagnostic.message,
        "remedy": diagnostic.remedy,
        "source": diagnostic.source,
        "place": {key: value for key, value in position.items() if value is not None},
    }
