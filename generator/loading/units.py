"""A county's own list of units, given by itself (`--units`): a file like `schemas/units.yaml`, in fewer words.

What a unit of the usual list already says need not be written again; order is that of the file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics, Place, Severity
from generator.loading.coherence_units import unit_faults
from generator.loading.entries import Entries
from generator.loading.faults import tell
from generator.loading.overlays import Layered
from generator.loading.yaml import read_yaml
from generator.models.knowledge import Knowledge
from generator.models.units import Package, Unit, Units, UnitTable, in_order

_FILE = "units.yaml"
_USUAL = {"类型": "部门", "报送": "必报", "来源": "本单位的名单", "强度": "惯例"}
_STEP = 10


def load_units(file: Path, knowledge: Knowledge, diagnostics: Diagnostics) -> Units | None:
    """The units of a file, held against the catalogue; None after an error."""
    source = read_yaml(file, diagnostics)
    if source is None:
        return None
    before = diagnostics.count(Severity.ERROR)
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
    for fault in unit_faults(replace(knowledge, units=units)):
        tell(fault, layers, diagnostics)
    return None if diagnostics.count(Severity.ERROR) > before else units


def _usual(name: str, position: int, knowledge: Knowledge) -> dict[str, Any]:
    """What is taken for granted of a unit: the usual list's entry of that name, and the order of the file."""
    known = knowledge.units.units.get(name)
    entry = known.model_dump(exclude={"名称"}) if known is not None else {"简称": name, **_USUAL}
    return {**entry, "序": position * _STEP}
