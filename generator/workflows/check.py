"""`fazhi check`: load, validate, compose and examine; nothing is written but annotated copies that are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.document.manuscript import Manuscript
from generator.loading.workbook.kinds import is_workbook
from generator.models.check import CheckRule
from generator.presenting.selection import selected
from generator.reading.names import is_finished
from generator.records import dataclass
from generator.workflows.annotate import annotate
from generator.workflows.chain import Chain
from generator.workflows.chains import Chains


@dataclass(frozen=True)
class Checked:
    """The copies written, what is to be said of them, everything found; the finished reports that were read, by file,
    and what the checks are called."""

    written: tuple[Path, ...]
    notes: tuple[str, ...]
    diagnostics: Diagnostics
    manuscripts: Mapping[str, Manuscript] = field(default_factory=dict)
    checks: Mapping[str, CheckRule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """What staff say of finished reports (None: to be guessed), and which codes they want to see."""

    year: int | None = None
    reporter: str | None = None
    delivery: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def check(inputs: Sequence[Path], offices: Sequence[Path] = ()) -> Diagnostics:
    """Everything found in all inputs and in all their versions."""
    return check_and_annotate(inputs, offices, copies=False).diagnostics


def check_and_annotate(
    inputs: Sequence[Path], offices: Sequence[Path] = (), *, copies: bool = True, asked: Asked | None = None
) -> Checked:
    """Like `check`; with `copies`, workbooks and Word files are copied with the findings in them."""
    wanted = asked or Asked()
    diagnostics = Diagnostics()
    chains = Chains(offices, diagnostics)
    written: list[Path] = []
    notes: list[str] = []
    manuscripts: dict[str, Manuscript] = {}
    checks: dict[str, CheckRule] = {}
    for file in inputs:
        chain = chains.of(file)
        if chain is None:
            continue
        found = selected(_everything(chain, file, wanted, manuscripts), wanted.select, wanted.ignore)
        checks |= _told_of(chain, found)
        if copies:
            new, told = _copied(file, found, was_read=str(file) in manuscripts)
            written += new
            notes += told
        diagnostics.extend(found)
    return Checked(tuple(written), tuple(notes), diagnostics, manuscripts, checks)


def _everything(chain: Chain, file: Path, asked: Asked, manuscripts: dict[str, Manuscript]) -> Diagnostics:
    """All that is found in one file; a finished report is added to `manuscripts`."""
    found = Diagnostics()
    if is_finished(file):
        from generator.workflows.check_finished import Known, check_finished

        if chain.is_usable:
            known = Known(asked.year, asked.reporter, asked.delivery)
            manuscript = check_finished(file, chain.known, known, found)
            manuscripts |= {str(file): manuscript} if manuscript is not None else {}
    elif not (is_workbook(file) and _check_form(chain, file, found)):
        chain.examine(file, found)
    return found


def _told_of(chain: Chain, found: Diagnostics) -> dict[str, CheckRule]:
    """The entries of the codes that were found."""
    checks = chain.known.checks if chain.is_usable else {}
    return {code: checks[code] for each in found if (code := each.code) in checks}


def _copied(file: Path, found: Diagnostics, *, was_read: bool) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The copies of one input with its findings, and what is to be said of them."""
    if is_finished(file):
        from generator.workflows.check_finished import annotated_copy

        return annotated_copy(file, found) if was_read else ((), ())
    copy = annotate(file, found)
    return copy.written, copy.notes


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
