"""The steps that build, check and trace share: knowledge, input, versions, findings."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from generator.checking.findings import Found
from generator.checking.placeholders import Typescript, placeholders_found
from generator.checking.report import Checked, check_report
from generator.checking.wording import mends_found
from generator.composing.compose import Composer, Input
from generator.diagnostics import Diagnostics, Place
from generator.document.blocks import Document
from generator.document.typography import Change, Mended
from generator.loading.kept import shipped_knowledge
from generator.loading.on_demand import DamagedKnowledgeError
from generator.loading.report import Loaded, load_report, load_source
from generator.loading.source import Source
from generator.models.delivery import Delivery
from generator.models.knowledge import Knowledge
from generator.models.report import Report
from generator.records import dataclass


@dataclass(frozen=True)
class Examined:
    """An input that could be read, and those of its versions that could be composed, with their typography mended."""

    loaded: Loaded
    documents: tuple[Document, ...]
    mended: tuple[Mended, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def report(self) -> Report:
        return self.loaded.report


class Chain:
    """Knowledge and compiled templates, made once for any number of inputs."""

    def __init__(self, offices: Sequence[Path], diagnostics: Diagnostics, names: Sequence[str] = ()) -> None:
        """`names` is what the outputs call the folders of `offices`."""
        self._knowledge = _overlaid(offices, diagnostics, names) if offices else shipped_knowledge(diagnostics)
        self._composer = Composer(self._knowledge) if self._knowledge is not None else None

    @property
    def is_usable(self) -> bool:
        """Whether there is knowledge to hold an input against."""
        return self._knowledge is not None

    @property
    def known(self) -> Knowledge:
        """The knowledge. Only to be asked for once an input has been examined."""
        if self._knowledge is None:
            raise LookupError("no knowledge was loaded")
        return self._knowledge

    def examine(
        self,
        file: Path,
        diagnostics: Diagnostics,
        names: Sequence[str] = (),
        *,
        wording: bool = True,
        source: Source | None = None,
    ) -> Examined | None:
        """Load, compose and check one input; None when it couldn't be read. `names` picks versions (all when empty).

        Without `wording` the rules on what is said in the text are left to `fazhi check`: a build is made after every
        change, and they take as long as all the rest. `source` is what stands in the file, where it was read already
        or isn't written yet.
        """
        try:
            return self._examined(file, diagnostics, names, wording=wording, source=source)
        except DamagedKnowledgeError:
            from generator.loading.knowledge import tell_damaged

            tell_damaged(diagnostics)
            return None

    def _examined(
        self, file: Path, diagnostics: Diagnostics, names: Sequence[str], *, wording: bool, source: Source | None
    ) -> Examined | None:
        if self._knowledge is None or self._composer is None:
            return None
        diagnostics.overlays[str(file)] = self._knowledge.offices
        if source is None:
            loaded = load_report(file, self._knowledge, diagnostics)
        else:
            loaded = load_source(source, self._knowledge, diagnostics)
        if loaded is None:
            return None
        chosen = [d for d in _chosen(loaded, names, diagnostics) if d.kind in self._knowledge.deliveries]
        if loaded.report.subject.kind not in self._knowledge.reporters:
            chosen = []
        read = loaded.source
        given = Input(loaded.report, loaded.body, read.place, file.parent, read.input_hash, loaded.is_broken)
        composed = [c for d in chosen if (c := self._composer.compose(given, d, diagnostics)) is not None]
        documents = tuple(each.document for each in composed)
        mends = mends_found((m for each in composed for m in each.mended), self._knowledge, loaded.source.place)
        typed = Typescript(read.value, read.has, read.place)
        blanks = placeholders_found(loaded.report, documents, self._knowledge.checks, typed)
        checked = Checked(
            loaded.report,
            loaded.body,
            documents,
            loaded.source.place,
            others=(*mends, *blanks, *(self._wording(loaded.report, documents, typed) if wording else ())),
            omitted=tuple(left for each in composed for left in each.left_out),
            broken=loaded.broken,
            all_versions=len(documents) == len(loaded.report.versions),
            all_rules=wording,
        )
        check_report(checked, self._knowledge, diagnostics)
        mended = tuple(each for version in composed for each in version.mended)
        return Examined(loaded, documents, mended, tuple(each for version in composed for each in version.changes))

    def _wording(self, report: Report, documents: tuple[Document, ...], typed: Typescript) -> tuple[Found, ...]:
        from generator.checking.composed import wording_found

        return wording_found(documents, report, self.known, typed)


def _overlaid(offices: Sequence[Path], diagnostics: Diagnostics, names: Sequence[str]) -> Knowledge | None:
    from generator.loading.knowledge import load_knowledge

    return load_knowledge(offices, diagnostics, names=names)


def _chosen(loaded: Loaded, names: Sequence[str], diagnostics: Diagnostics) -> list[Delivery]:
    there = loaded.report.versions
    known = [delivery.name for delivery in there]
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.4)
            remedy = f"是不是“{near[0]}”？" if near else f"这份输入的报送版本有：{'、'.join(known)}"
            diagnostics.error("LOAD046", Place(loaded.source.file), f"没有叫“{name}”的报送版本", remedy)
    return [delivery for delivery in there if not names or delivery.name in names]
