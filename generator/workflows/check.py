"""`fazhi check`: load, validate, compose and examine; nothing is written but annotated copies that are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.loading.workbook.kinds import is_workbook
from generator.workflows.annotate import Annotated, annotate
from generator.workflows.chain import Chain
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
        if not (is_workbook(file) and _check_form(chain, file, found)):
            chain.examine(file, found)
        if copies:
            copy = annotate(file, found)
            written += copy.written
            notes += copy.notes
        diagnostics.extend(found)
    return Annotated(tuple(written), tuple(notes), diagnostics)


def _check_form(chain: Chain, file: Path, found: Diagnostics) -> bool:
    """Check a unit's form; whether the workbook is one. What is found of any other is left to be found anew."""
    from generator.checking.forms import check_form
    from generator.loading.submission import load_submission
    from generator.loading.workbook.workbook import UNIT_FORM, read_workbook

    if not chain.is_usable:
        return False
    own = Diagnostics()
    own.overlays[str(file)] = chain.known.offices
    filled = read_workbook(file, chain.known.catalogue, own)
    if filled is None or filled.purpose != UNIT_FORM:
        return False
    submitted = load_submission(filled, chain.known, own)
    if submitted is not None:
        check_form(submitted.submission, chain.known, filled.source.place, submitted.broken, own)
    found.extend(own)
    return True
