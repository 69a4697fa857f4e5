"""`fazhi check`: load, validate, compose and examine; nothing is written but annotated copies that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.document.manuscript import Manuscript
from generator.loading.workbook.kinds import is_workbook
from generator.models.knowledge import Knowledge
from generator.presenting.selection import selected
from generator.reading.names import is_finished
from generator.records import dataclass
from generator.workflows.annotate import annotate
from generator.workflows.build import MANY, Progress, no_bar
from generator.workflows.chain import Chain, Examined
from generator.workflows.chains import Chains


@dataclass(frozen=True)
class Checked:
    """The copies written, what is to be said of them, everything found; the finished reports by file."""

    written: tuple[Path, ...]
    notes: tuple[str, ...]
    diagnostics: Diagnostics
    manuscripts: Mapping[str, Manuscript] = field(default_factory=dict)


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


Seen = Manuscript | Examined | None
"""What was read of a file: a finished report, an input, or nothing (also for a unit's form)."""
Observer = Callable[[Path, Knowledge, Diagnostics, Seen], None]
"""Is told of each file what was read of it and found in it, with the knowledge that it was held against."""


def check_and_annotate(
    inputs: Sequence[Path],
    offices: Sequence[Path] = (),
    *,
    copies: bool = True,
    asked: Asked | None = None,
    observe: Observer | None = None,
    progress: Progress | None = None,
) -> Checked:
    """Like `check`; with `copies`, workbooks and Word files are copied with the findings in them."""
    wanted = asked or Asked()
    diagnostics = Diagnostics()
    chains = Chains(offices, diagnostics)
    written: list[Path] = []
    notes: list[str] = []
    manuscripts: dict[str, Manuscript] = {}
    with progress(len(inputs), "检查") if progress is not None and len(inputs) >= MANY else no_bar() as bar:
        for file in inputs:
            chain = chains.of(file)
            if chain is not None:
                everything, seen = _everything(chain, file, wanted)
                found = selected(everything, wanted.select, wanted.ignore)
                manuscripts |= {str(file): seen} if isinstance(seen, Manuscript) else {}
                if observe is not None and chain.is_usable:
                    observe(file, chain.known, found, seen)
                if copies:
                    new, told = _copied(file, found, was_read=str(file) in manuscripts)
                    written += new
                    notes += told
                diagnostics.extend(found)
            bar.update(1)
    return Checked(tuple(written), tuple(notes), diagnostics, manuscripts)


def typed_texts(inputs: Iterable[Path]) -> dict[str, str]:
    """The inputs that are text, as they are typed, by file; those that can't be read are left out."""
    from generator.loading.decoding import decode
    from generator.loading.files import read_bytes

    unheard = Diagnostics()
    typed = [each for each in inputs if each.is_file() and not is_finished(each) and not is_workbook(each)]
    raws = ((str(each), read_bytes(each, unheard)) for each in typed)
    texts = ((file, decode(raw, file, unheard)) for file, raw in raws if raw is not None)
    return {file: text for file, text in texts if text is not None}


def _everything(chain: Chain, file: Path, asked: Asked) -> tuple[Diagnostics, Seen]:
    """All that is found in one file, and what was read of it."""
    found = Diagnostics()
    seen: Seen = None
    if is_finished(file):
        from generator.workflows.check_finished import Known, check_finished

        if chain.is_usable:
            known = Known(asked.year, asked.reporter, asked.delivery)
            seen = check_finished(file, chain.known, known, found)
    elif not (is_workbook(file) and _check_form(chain, file, found)):
        seen = chain.examine(file, found)
    return found, seen


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
