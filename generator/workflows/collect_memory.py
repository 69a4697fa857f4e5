"""What the last collecting decided and this one must not forget: which list of units, which of a unit's forms."""

from __future__ import annotations

import os
from collections.abc import Collection as AnyOf
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity
from generator.merging.duplicates import Chosen, quoted
from generator.merging.sent import Sent
from generator.models.knowledge import Knowledge
from generator.models.provenance import ChosenForm, Listed, Provenance
from generator.models.units import Units
from generator.workflows.collect_forms import Forms, Found, read_forms

_MOST_NAMES = 8
_SHIPPED = "schemas/units.yaml"


def listed(file: Path | None, units: Units) -> Listed:
    """The list of units as it is remembered: by its file's bare name, empty for the knowledge's own."""
    return Listed(file=file.name if file is not None else "", units=list(units.units))


def same_list(now: Listed, last: Provenance | None, into: Path, diagnostics: Diagnostics) -> bool:
    """Whether the units are those of the last time. The same file may have been changed: that is told."""
    was = last.listed if last is not None else None
    if was is None or set(was.units) == set(now.units):
        return True
    gone = _named("少了", [name for name in was.units if name not in now.units])
    new = _named("多了", [name for name in now.units if name not in was.units])
    what = "，".join(filter(None, (gone, new)))
    if was.file == now.file:
        message = f"单位名单“{now.file or _SHIPPED}”和上次汇总时不同：{what}"
        diagnostics.info("LOAD195", Place(str(into)), message, "核对名单；单位少了，全县的数里就没有它的")
        return True
    message = f"上次用的名单是“{was.file or _SHIPPED}”，这次是“{now.file or _SHIPPED}”，{what}；没有汇总"
    remedy = f"加上 --units {quoted(was.file)}" if was.file else "去掉 --units"
    wanted = f"把新名单改名为“{was.file}”再汇总" if was.file else "把单位写进本单位资料夹的 schemas/units.yaml 再汇总"
    diagnostics.error("LOAD195", Place(str(into)), message, f"{remedy}；确实换了名单的，{wanted}")
    return False


def _named(what: str, names: list[str]) -> str:
    more = f"等{len(names)}个单位" if len(names) > _MOST_NAMES else ""
    return f"{what}{'、'.join(names[:_MOST_NAMES])}{more}" if names else ""


def still_chosen(
    sent: Iterable[Sent], used: AnyOf[str], last: Provenance | None, found: list[Diagnostic]
) -> frozenset[str]:
    """The files that --use named at an earlier time and that count still; with another file it is to be said anew."""
    by_unit: dict[str, dict[str, str]] = {}
    for each in sent:
        by_unit.setdefault(each.unit, {})[each.file] = each.digest
    kept = set()
    for unit, choice in (last.chosen if last is not None else {}).items():
        files = by_unit.get(unit, {})
        if len(files) < 2 or choice.file not in files or set(files) & set(used):  # noqa: PLR2004 - one form needs no choice
            continue
        place = Place(choice.file)
        new = [file for file, digest in files.items() if choice.among.get(file) != digest]
        if new:
            message = f"{unit}以前定的是用这一份，又来了“{'”“'.join(new)}”，没有沿用"
            remedy = f"仍用这一份的，加上 --use {quoted(choice.file)}"
            found.append(Diagnostic("LOAD197", Severity.WARNING, place, message, remedy, for_unit=""))
        else:
            message = f"{unit}报了不止一份，仍用以前 --use 定的这一份"
            others = "、".join(quoted(file) for file in files if file != choice.file)
            remedy = f"要换的，加上 --use 写明用哪一份（另有 {others}）"
            found.append(Diagnostic("LOAD197", Severity.INFO, place, message, remedy, for_unit=""))
            kept.add(choice.file)
    return frozenset(kept)


def choices(sent: Iterable[Sent], chosen: Chosen, preferred: AnyOf[str]) -> Mapping[str, ChosenForm]:
    """What is to be remembered of --use, by unit."""
    return dict(_choices(list(sent), chosen, preferred))


def _choices(sent: list[Sent], chosen: Chosen, preferred: AnyOf[str]) -> Iterator[tuple[str, ChosenForm]]:
    for unit, form in sorted(chosen.counting.items()):
        among = {each.file: each.digest for each in sent if each.unit == unit}
        if form.file in preferred and len(among) > 1:
            yield unit, ChosenForm(file=form.file, among=dict(sorted(among.items())))


def add_remembered(
    forms: Forms,
    last: Provenance | None,
    given: tuple[Sequence[Path], Path],
    known: tuple[Knowledge, Units],
    diagnostics: Diagnostics,
) -> bool:
    """Read the forms of the last collecting that are not among the inputs; false, and told, when they can't be found.

    A sum of the late forms alone would take the place of the county's. A unit whose new form is there needs no older
    one, and what was taken out of a folder that is given is gone on purpose.
    """
    if last is None:
        return True
    knowledge, units = known
    inputs, into = given
    home = Path(os.path.realpath(into.parent))
    folders = [Path(os.path.realpath(each)) for each in inputs if os.path.isdir(each)]  # noqa: PTH112 - never raises, however long the name
    there = {each.unit for each in forms.sent} | set(forms.refused)
    left = [each for each in last.forms if each.unit in units.units and each.unit not in there]
    left = [each for each in left if each.file not in forms.files]
    found = [Found(home / each.file, each.file) for each in left if _is_at(home, each.file)]
    gone = [each for each in left if not _is_at(home, each.file) and not _was_within(home, each.file, folders)]
    if gone:
        names = "、".join(f"{each.unit}（{each.file}）" for each in gone[:_MOST_NAMES])
        more = f"等{len(gone)}份" if len(gone) > _MOST_NAMES else ""
        message = f"上次汇总过的表这次没有给，也不在原来的地方：{names}{more}；只汇总一部分会把全县数改小，没有写"
        remedy = "把各单位的表都给出，或者给出放着它们的文件夹；不再要的，从给出的文件夹里移走就行"
        diagnostics.error("LOAD177", Place(str(into)), message, remedy)
        return False
    if found:
        forms.add(read_forms(found, knowledge, units, None))
        names = "、".join(each.called for each in found[:_MOST_NAMES])
        ending = f"等{len(found)}份" if len(found) > _MOST_NAMES else ""
        message = f"上次汇总过、这次没有给的表，在原来的地方读了：{names}{ending}"
        diagnostics.info("LOAD177", Place(str(into)), message, "不再要的，把它移走，再给出那个文件夹汇总一次")
    return True


def _is_at(home: Path, name: str) -> bool:
    """Whether a form lies where it was; a name that leads out of the report's folder is nobody's."""
    file = Path(os.path.realpath(home / name))
    return file.is_relative_to(home) and os.path.isfile(file)  # noqa: PTH113 - never raises, however long the name


def _was_within(home: Path, name: str, folders: Sequence[Path]) -> bool:
    """Whether a given folder is where the form was; of one outside the report's folder only the bare name is known."""
    if "/" in name:
        return any((home / name).is_relative_to(folder) for folder in folders)
    return any(not folder.is_relative_to(home) or folder == home for folder in folders)
