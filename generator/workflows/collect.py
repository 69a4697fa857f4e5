"""`fazhi collect`: the units' forms into one report, with who gave which figure, who is missing and what fights."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity
from generator.loading.knowledge import tell_damaged
from generator.loading.on_demand import DamagedKnowledgeError
from generator.loading.provenance import load_provenance, provenance_file
from generator.loading.units import load_units
from generator.loading.workbook.kinds import is_workbook
from generator.merging.changes import Now, changes
from generator.merging.duplicates import Chosen, choose
from generator.merging.merge import merge
from generator.merging.others import Answer, answers, materials
from generator.merging.provenance import provenance
from generator.merging.receipts import receipts
from generator.merging.sent import Sent
from generator.merging.teller import Teller
from generator.models.collection import Collection
from generator.models.delivery import Period
from generator.models.knowledge import Knowledge
from generator.models.provenance import Provenance
from generator.models.units import TERRITORIES, Units
from generator.workflows.build import Progress
from generator.workflows.chains import knowledge_at
from generator.workflows.collect_files import Before, Outputs, bytes_of, outputs_of, write
from generator.workflows.collect_forms import Forms, find_forms, of_the_year, read_forms, usual_span
from generator.workflows.collect_memory import choices, listed, same_list, still_chosen
from generator.workflows.collect_report import Existing, Updated, began, read_existing, update

_REPORT = (".yaml", ".yml")
_PERIODS: Mapping[str, Period] = {"全年": "全年", "上半年": "上半年"}


@dataclass(frozen=True)
class CollectOrder:
    """What is asked for: forms or folders of them, the report they go into, and which of two forms counts (`use`)."""

    inputs: Sequence[Path]
    into: Path
    units: Path | None = None
    use: Sequence[Path] = ()
    year: int | None = None
    due: date | None = None
    contact: str = ""
    offices: Sequence[Path] = ()


@dataclass(frozen=True)
class Collected:
    """What was written, and what was collected; None when nothing could be."""

    written: tuple[Path, ...]
    diagnostics: Diagnostics
    collection: Collection | None = None
    updated: Updated | None = None


@dataclass
class _Run:
    order: CollectOrder
    knowledge: Knowledge
    units: Units
    diagnostics: Diagnostics
    existing: Existing | None = None
    last: Provenance | None = None
    remembered: bytes | None = None
    other_year: bool = False

    def error(self, code: str, message: str, remedy: str, place: Path | None = None) -> None:
        self.diagnostics.error(code, Place(str(place or self.order.into)), message, remedy)


@dataclass
class _County:
    """The county put together, before it is written."""

    collection: Collection
    period: Period
    chosen: Chosen
    answers: tuple[Answer, ...]
    sent: Sequence[Sent]
    preferred: frozenset[str]
    found: list[Diagnostic] = field(default_factory=list)


def collect(order: CollectOrder, progress: Progress | None = None) -> Collected:
    """Read, merge and write. What was found is told; files are written unless nothing could be read."""
    diagnostics = Diagnostics()
    try:
        return _collected(order, diagnostics, progress)
    except DamagedKnowledgeError:
        tell_damaged(diagnostics)
        return Collected((), diagnostics)


def _collected(order: CollectOrder, diagnostics: Diagnostics, progress: Progress | None) -> Collected:
    run = _prepared(order, diagnostics)
    if run is None:
        return Collected((), diagnostics)
    outputs = outputs_of(order.into)
    found, stray = find_forms(order.inputs, order.into.parent, outputs.all, diagnostics)
    forms = read_forms(found, run.knowledge, run.units, progress)
    forms.stray += stray
    used = _used(run, forms)
    sent = _of_the_span(run, forms)
    if sent is None or used is None:
        _show(forms, diagnostics)
        return Collected((), diagnostics)
    county = _county(run, forms, sent, used)
    _show(forms, diagnostics, county.found)
    return _written(run, county, outputs)


def _prepared(order: CollectOrder, diagnostics: Diagnostics) -> _Run | None:
    """Everything the forms are held against; None when something of it can't be used."""
    into = order.into
    if into.suffix.lower() not in _REPORT:
        message = f"汇总只写进 .yaml 的报告，给的是“{into.name[:40]}”"
        if is_workbook(into) and into.is_file():
            remedy = f"工作簿先转换：fazhi convert {into.name} -o {into.stem}.yaml，再写 --into {into.stem}.yaml"
        else:
            remedy = f"写一个 .yaml 的文件名，如 --into {into.stem or 'report'}.yaml；没有这份报告的，程序新建"
        diagnostics.error("LOAD190", Place(str(into)), message, remedy)
        return None
    knowledge = knowledge_at(into.parent, order.offices, diagnostics, str(into))
    if knowledge is None:
        return None
    units = knowledge.units if order.units is None else load_units(order.units, knowledge, diagnostics)
    if units is None:
        return None
    run = _Run(order, knowledge, units, diagnostics)
    if not _read_report(run):
        return None
    return run if same_list(listed(order.units, units), run.last, into, diagnostics) else None


def _read_report(run: _Run) -> bool:
    """The report and what is remembered of it, as far as there are any."""
    into, found = run.order.into, Diagnostics()
    if os.path.lexists(into):
        run.existing = read_existing(into, run.knowledge.catalogue, found)
        if run.existing is not None:
            run.remembered = bytes_of(provenance_file(into))
            run.last = load_provenance(into, found)
    run.diagnostics.extend(found)
    damaged = any(each.code == "LOAD192" for each in found)
    if damaged or (run.existing is None and found.has_errors):
        return False
    if run.existing is None:
        return True
    span = (run.existing.year, run.existing.period)
    if run.order.year not in (None, run.existing.year):
        message = f"报告的年度是{span[0]}，--year 写的是{run.order.year}"
        run.error("LOAD191", message, "去掉 --year，或者用 --into 写到另一份报告")
        return False
    if run.last is not None and (run.last.year, run.last.period) != span:
        message = f"记着的来源是{run.last.year}年{run.last.period}的，报告是{span[0]}年{span[1]}的，没有用它对照"
        remedy = "报告是从别的年度改来的，就不用理会：现有的数都当作自己填的；不是的，找回原来的文件"
        remedy += f"（它这次存成 {provenance_file(into).name}.bak）"
        run.diagnostics.warning("LOAD193", Place(str(provenance_file(into))), message, remedy)
        run.other_year = True
        run.last = None
    return True


def _used(run: _Run, forms: Forms) -> frozenset[str] | None:
    """The names of the forms that --use says count; None when one isn't among those read."""
    by_path = {os.path.realpath(file): called for called, file in forms.files.items()}
    used, missing = set(), False
    for each in run.order.use:
        called = by_path.get(os.path.realpath(each))
        if called is None:
            same_name = [name for name, file in forms.files.items() if name == str(each) or file.name == each.name]
            called = same_name[0] if len(same_name) == 1 else None
        if called is None:
            missing = True
            run.error(
                "LOAD189", "--use 写的这个文件不在要汇总的表里", "核对文件名；它也要在给出的文件或者文件夹里", each
            )
        else:
            used.add(called)
    return None if missing else frozenset(used)


def _of_the_span(run: _Run, forms: Forms) -> list[Sent] | None:
    """The forms of the year and period that is collected; None when there is nothing to be collected."""
    usual = usual_span(forms.sent if run.order.year is None else [e for e in forms.sent if e.year == run.order.year])
    if run.existing is not None:
        year, period = run.existing.year, run.existing.period
    elif usual is not None:
        year, period = usual[0], _PERIODS[usual[1]]
    elif run.order.year is not None and forms.sent:
        year, period = run.order.year, "全年"
    else:
        if not run.diagnostics.has_errors:
            message = "没有一份能读的填报表，什么也没有写"
            run.error("LOAD180", message, "照各文件的提示改好；表要用 fazhi form 制的", run.order.inputs[0])
        return None
    sent = of_the_year(forms, year, period)
    if not sent:
        message = f"没有一份{year}年{period}的填报表，什么也没有写"
        run.error("LOAD180", message, "核对年度和期间：报告的写在报告里，新报告的用 --year 写明", run.order.inputs[0])
        return None
    return sent


def _county(run: _Run, forms: Forms, sent: Sequence[Sent], used: frozenset[str]) -> _County:
    teller = Teller(run.knowledge.checks)
    remembered: list[Diagnostic] = []
    preferred = used | still_chosen(sent, used, run.last, remembered)
    chosen = choose(sent, preferred)
    for called in chosen.idle:
        forms.about.pop(called, None)
    counting = [chosen.counting[name] for name in run.units.units if name in chosen.counting]
    merged = merge(counting, run.units, run.knowledge.catalogue, run.knowledge.checks, _own_heads(run.knowledge))
    texts = materials(counting, run.units, teller, run.last)
    found = [*remembered, *chosen.found, *merged.found, *teller.found]
    about = {called: [*told, *(e for e in found if e.place.file == called)] for called, told in forms.about.items()}
    made = receipts(run.units, chosen, forms.refused, about)
    now = Now(run.units, chosen.counting, made, preferred)
    collection = Collection(
        year=sent[0].year,
        period=sent[0].period,
        receipts=made,
        figures=merged.figures,
        materials=texts,
        stray=tuple(forms.stray),
        changes=tuple(changes(merged.figures, run.last, now)) if run.last is not None else (),
        due=run.order.due,
        contact=run.order.contact,
        ticked=merged.ticked,
    )
    found += _missing(run, collection)
    return _County(collection, _PERIODS[sent[0].period], chosen, answers(texts, run.units), sent, preferred, found)


def _own_heads(knowledge: Knowledge) -> frozenset[str]:
    """The topics about heads whom only departments have: a county's report says nothing of them."""
    heads = knowledge.heads.values()
    areas = {"政府", "党委和政府", *TERRITORIES}
    shared = {head.主题 for head in heads if areas & set(head.类别)}
    return frozenset(head.主题 for head in heads) - shared


def _missing(run: _Run, collection: Collection) -> Iterator[Diagnostic]:
    """Who was asked and hasn't sent anything; the courts and the like are asked by letter."""
    missing = [each.unit for each in collection.receipts if each.state == "未报" and each.asked]
    letters = [name for name in missing if run.units.units[name].报送 == "数据函"]
    due = [name for name in missing if name not in letters]
    place = Place(str(run.order.into))
    if due:
        message = f"还有{len(due)}个单位没有报：{'、'.join(due)}"
        yield Diagnostic(
            "LOAD181", Severity.WARNING, place, message, "催报的话在汇总表的“收表情况”里；收到后再汇总一次"
        )
    if letters:
        message = f"还没有收到{'、'.join(letters)}的数据"
        yield Diagnostic("LOAD181", Severity.INFO, place, message, "经依法治县办发函商请，不发催报")


def _show(forms: Forms, diagnostics: Diagnostics, found: Sequence[Diagnostic] = ()) -> None:
    """Every finding to the console, at the file as it was given."""
    told = [each for several in forms.about.values() for each in several]
    for each in (*told, *found, *forms.stray):
        file = forms.files.get(each.place.file)
        diagnostics.add(each if file is None else replace(each, place=replace(each.place, file=str(file))))


def _written(run: _Run, county: _County, outputs: Outputs) -> Collected:
    """All files, or none of them."""
    teller = Teller(run.knowledge.checks)
    collection, into = county.collection, run.order.into
    existing = run.existing or began(collection, run.knowledge, into, run.diagnostics)
    if existing is None:
        return Collected((), run.diagnostics, collection)
    last = run.last if run.existing is not None else None
    updated = update(existing, collection, county.answers, last, teller, run.knowledge, run.diagnostics)
    for each in teller.found:
        run.diagnostics.add(each)
    if updated is None:
        return Collected((), run.diagnostics, collection)
    remembered = provenance(
        collection,
        county.period,
        [county.chosen.counting[name] for name in run.units.units if name in county.chosen.counting],
        county.answers,
        last,
        choices(county.sent, county.chosen, county.preferred),
        listed(run.order.units, run.units),
    ).model_copy(update={"bases": updated.bases})
    if run.existing is None:
        updated = replace(updated, added=len(existing.ours.values))
    told = replace(collection, stray=(*collection.stray, *_in_folder(teller.found, into)))
    before_it = Before(run.existing.raw if run.existing is not None else None, run.remembered, run.other_year)
    written = write(
        outputs, (updated.content, before_it), remembered, told, (run.knowledge, run.units), run.diagnostics
    )
    return Collected(written, run.diagnostics, collection, updated)


def _in_folder(found: Sequence[Diagnostic], into: Path) -> Iterator[Diagnostic]:
    """Findings about the report, called by its name alone."""
    for each in found:
        yield replace(each, place=replace(each.place, file=into.name))
