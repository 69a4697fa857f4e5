"""`fazhi check`: load, validate, compose and examine, without writing anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.workflows.chain import Chain


def check(inputs: Sequence[Path], offices: Sequence[Path] = ()) -> Diagnostics:
    """Everything found in all inputs and in all their versions."""
    diagnostics = Diagnostics()
    chain = Chain(offices, diagnostics)
    for file in inputs:
        found = Diagnostics()
        chain.examine(file, found)
        diagnostics.extend(found)
    return diagnostics
