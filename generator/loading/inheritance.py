"""Entries of knowledge that stand on another one of their kind (基于): what that has need not be written again."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from generator.diagnostics import Diagnostics
from generator.loading.faults import Fault, Spot, tell
from generator.loading.keys import listed, nearest
from generator.loading.overlays import Layered, merge

_BASE = "基于"
_INHERITED: Mapping[str, tuple[str, ...]] = {"outlines": ("任务", "事项", "事由"), "styles": ()}
"""What entries of a layer may take over: years, goal, plan and source are an outline's own; a style takes over all."""


def inherit(layers: Mapping[str, Layered], diagnostics: Diagnostics) -> None:
    """Complete every entry with 基于 from the entry named there, and take 基于 out.

    An entry may stand on one that stands on another. A name that isn't there, or leads back, is a finding,
    and the entry is left out: of what it lacks nothing more need be said.
    """
    for layer, keys in _INHERITED.items():
        entries = layers[layer].data
        bases = layers[layer].bases = _bases(entries)
        unfounded = [name for name in entries if not _is_founded(name, entries, bases)]
        for place, name in enumerate(unfounded):
            if bases[name] not in unfounded[:place]:
                tell(_fault(layer, name, bases[name], entries), layers, diagnostics)
        for name in unfounded:
            del entries[name]
        for name in list(entries):
            _complete(name, entries, bases, keys)


def _bases(entries: Mapping[str, Any]) -> dict[str, str]:
    named = {name: entry.get(_BASE) for name, entry in entries.items() if isinstance(entry, dict)}
    return {name: str(base) for name, base in named.items() if base is not None}


def _is_founded(name: str, entries: Mapping[str, Any], bases: Mapping[str, str]) -> bool:
    """Whether the entry, and each it stands on in turn, ends at one that stands by itself."""
    met: set[str] = set()
    while name in bases and name not in met:
        met.add(name)
        name = bases[name]
    return name in entries and name not in met


def _fault(layer: str, name: str, base: str, entries: Mapping[str, Any]) -> Fault:
    others = [other for other in entries if other != name]
    spots = (Spot(layer, (name, _BASE)), Spot(layer, (base,), at_key=True))
    if base in entries:
        message = f"“{name}”不能基于“{base[:30]}”：绕了一圈又回到自己，或者那一个也没有着落"
        return Fault(spots, message, f"改正其中一处“{_BASE}”")
    near = nearest(base, others)
    guess = f"是不是“{near}”？" if near else ""
    return Fault(spots, f"“{name}”不能基于“{base[:30]}”，没有这一个", f"{guess}可以写：{listed(others)}")


def _complete(name: str, entries: dict[str, Any], bases: Mapping[str, str], keys: tuple[str, ...]) -> None:
    entry = entries[name]
    if name not in bases or not isinstance(entry, dict) or _BASE not in entry:
        return
    _complete(bases[name], entries, bases, keys)
    held = entries[bases[name]]
    held = held if isinstance(held, dict) else {}
    del entry[_BASE]
    if keys:
        entry.update({key: held[key] for key in keys if key in held and key not in entry})
    else:
        whole = deepcopy(held)
        merge(whole, entry)
        entries[name] = whole
