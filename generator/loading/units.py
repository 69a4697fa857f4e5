"""A county's own list of units, given by itself (`--units`): a file like `schemas/units.yaml`, in fewer words.

What a unit of the usual list already says need not be written again; order is that of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics, Place, Severity
from generator.loading.coherence_units import unit_faults
from generator.loading.entries import Entries
from generator.loading.faults import Fault, Spot, tell
from generator.loading.keys import tidy
from generator.loading.overlays import Layered
from generator.loading.yaml import read_yaml
from generator.models.knowledge import Knowledge
from generator.models.units import Package, Unit, Units, UnitTable, in_order

_FILE = "units.yaml"
_USUAL = {"类型": "部门", "报送": "必报", "来源": "本单位的名单", "强度": "惯例"}
_STEP = 10
_NO_FORM = "不报"
_VERY_NEAR = 0.7


def load_units(file: Path, knowledge: Knowledge, diagnostics: Diagnostics) -> Units | None:
    """The units of a file, held against the catalogue; None after an error."""
    before = diagnostics.count(Severity.ERROR)
    source = read_yaml(file, diagnostics)
    if source is None:
        return None
    named = source.data.get("单位")
    if not isinstance(named, dict) or not named:
        remedy = "照随程序的 schemas/units.yaml 写：单位: 下一行写 县教育局: {包: [通用, 执法]}"
        diagnostics.error("LOAD125", Place(str(file)), "这份单位名单里没有“单位”", remedy)
        return None
    layer = Layered(_FILE)
    layer.lay({"单位": {name: _usual(name, position, knowledge) for position, name in enumerate(named, start=1)}})
    layer.lay(source.data, source)
    layers = {_FILE: layer}
    entries = Entries(layers, diagnostics)
    table = entries.one(_FILE, UnitTable, ())
    if table is None:
        return None
    packages = {**knowledge.units.packages, **dict(entries.of(_FILE, Package, "", ("包",)))}
    units = Units(in_order(dict(entries.of(_FILE, Unit, "名称", ("单位",)))), packages, table.审批集中)
    for fault in (*unit_faults(replace(knowledge, units=units)), *_misnamed(units, knowledge.units)):
        tell(fault, layers, diagnostics)
    return None if diagnostics.count(Severity.ERROR) > before else units


def _misnamed(units: Units, usual: Units) -> Iterator[Fault]:
    """Names all but like one of the usual list that are given nothing to fill in: only slips of the pen look so."""
    free = {known: known for known in usual.units if known not in units.units}
    free |= {usual.units[known].简称: known for known in free}
    for name, unit in units.units.items():
        if name in usual.units or unit.报送 == _NO_FORM or units.topics_of(name):
            continue
        near = get_close_matches(tidy(name), free, n=1, cutoff=_VERY_NEAR)
        if near:
            message = f"单位表里没有“{name}”，名单里也没有写它填哪些主题"
            remedy = f"是不是“{free[near[0]]}”？是的改正名称；不是的，用“包”“另填”写明它填哪些主题"
            yield Fault((Spot(_FILE, ("单位", name), at_key=True),), message, remedy)


def _usual(name: str, position: int, knowledge: Knowledge) -> dict[str, Any]:
    """What is taken for granted of a unit: the usual list's entry of that name, and the order of the file.

    A name that usually stands for several units is one unit where a county lists it.
    """
    known = knowledge.units.units.get(name)
    entry = known.model_dump(exclude={"名称", "统称"}) if known is not None else {"简称": name, **_USUAL}
    return {**entry, "序": position * _STEP}
