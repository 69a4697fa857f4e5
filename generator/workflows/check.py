"""`fazhi check`: load, validate, compose and examine; nothing is written but annotated copies that are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.workflows.annotate import Annotated, annotate
from generator.workflows.chains import Chains


def check(inputs: Sequence[Path], offices: Sequence[Path] = ()) -> Diagnostics:
    """Everything found in all inputs and in all their versions."""
    return check_and_annotate(inputs, offices, copies=False).diagnostics


def check_and_annotate(inputs: Sequence[Path], offices: Sequence[Path] = (), *, copies: bool = True) -> Annotated:
    """Like `check`; with `copies`, workbooks are copied with the findings in their cells."""
    diagnostics = Diagnostics()
    chains = Chains(offices, diagnostics)
    written: list[Path] = []
    notes: list[str] = []
    for file in inputs:
        chain = chains.of(file)
        if chain is None:
            continue
        found = Diagnostics()
        chain.examine(file, found)
        if copies:
            copy = annotate(file, found)
            written += copy.written
            notes += copy.notes
        diagnostics.extend(found)
    return Annotated(tuple(written), tuple(notes), diagnostics)
