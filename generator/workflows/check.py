"""`fazhi check`: load, validate, compose and examine, without writing anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.workflows.chains import Chains


def check(inputs: Sequence[Path], offices: Sequence[Path] = ()) -> Diagnostics:
    """Everything found in all inputs and in all their versions."""
    diagnostics = Diagnostics()
    chains = Chains(offices, diagnostics)
    for file in inputs:
        chain = chains.of(file)
        if chain is not None:
            found = Diagnostics()
            chain.examine(file, found)
            diagnostics.extend(found)
    return diagnostics
