"""What the last collecting decided and this one must not forget: which list of units, which of a unit's forms."""

from __future__ import annotations

from collections.abc import Collection as AnyOf
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity
from generator.merging.duplicates import Chosen, quoted
from generator.merging.sent import Sent
from generator.models.provenance import ChosenForm, Listed, Provenance
from generator.models.units import Units

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
