"""Entries of knowledge that stand on another one of their kind (基于): what that has need not be written again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.diagnostics import Diagnostics
from generator.loading.faults import Fault, Spot, tell
from generator.loading.keys import listed, nearest
from generator.loading.overlays import Layered

_BASE = "基于"
_INHERITED: Mapping[str, tuple[str, ...]] = {"outlines": ("任务", "事项")}
"""What entries of a layer may take over: years, goals and sources are an outline's own."""


def inherit(layers: Mapping[str, Layered], diagnostics: Diagnostics) -> None:
    """Complete every entry with 基于 from the entry named there, and take 基于 out.

    An entry may stand on one that stands on another. A name that isn't there, or leads back, is a finding,
    and the entry is left out: of what it lacks nothing more need be said.
    """
    for layer, keys in _INHERITED.items():
        entries = layers[layer].data
        layers[layer].bases = _bases(entries)
        for name in list(entries):
            fault = _complete(layer, name, entries, keys, ())
            if fault is not None:
                tell(fault, layers, diagnostics)
                del entries[name]


def _bases(entries: Mapping[str, Any]) -> dict[str, str]:
    bases = {name: entry.get(_BASE) for name, entry in entries.items() if isinstance(entry, dict)}
    return {name: base for name, base in bases.items() if isinstance(base, str)}


def _complete(
    layer: str, name: str, entries: dict[str, Any], keys: tuple[str, ...], above: tuple[str, ...]
) -> Fault | None:
    entry = entries[name]
    if not isinstance(entry, dict) or entry.get(_BASE) is None:
        return None
    base = entry.pop(_BASE)
    others = [other for other in entries if other not in (name, *above)]
    if base not in others:
        near = nearest(str(base), others)
        guess = f"是不是“{near}”？" if near else ""
        spots = (Spot(layer, (name, _BASE)), Spot(layer, (str(base),), at_key=True))
        return Fault(spots, f"“{name}”不能基于“{str(base)[:30]}”", f"{guess}可以写：{listed(others)}")
    fault = _complete(layer, base, entries, keys, (*above, name))
    held = entries[base] if isinstance(entries[base], dict) else {}
    entry.update({key: held[key] for key in keys if key in held and key not in entry})
    return fault
