"""What is wrong with the merged knowledge, and whose file is to blame for it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Diagnostics, Place
from generator.loading.overlays import Layered, Said
from generator.models.base import Path
from generator.records import dataclass

REINSTALL = "重新安装 fazhi-report"
_STILL_USED = "别处还用到它，不能只删这一处：留着它，或把用到它的地方一起改"


@dataclass(frozen=True, slots=True)
class Spot:
    """A path in a layer that a fault may be due to; with `at_key` the finding opens at the key, not at the value."""

    layer: str
    path: Path
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """`spots` are the places that may have caused it: where it shows first, then what may have been taken away.

    With `own` it is only told when an office's file says just this.
    """

    spots: tuple[Spot, ...]
    message: str
    remedy: str
    code: str = "LOAD088"
    own: bool = False


def tell(fault: Fault, layers: Mapping[str, Layered], diagnostics: Diagnostics) -> None:
    """Add the finding: at the office's line that comes nearest, or as a fault of the installation (LOAD084)."""
    spot, said = _blamed(fault.spots, layers)
    if fault.own and (said is None or said.depth < len(spot.path)):
        return
    if said is not None:
        taken_away = said.removed and spot is not fault.spots[0]
        diagnostics.error(fault.code, said.place, fault.message, _STILL_USED if taken_away else fault.remedy)
    else:
        layer = fault.spots[0].layer
        diagnostics.error("LOAD084", Place(layer), f"随程序安装的知识不对：{fault.message}", REINSTALL)


def _blamed(spots: tuple[Spot, ...], layers: Mapping[str, Layered]) -> tuple[Spot, Said | None]:
    """The first spot that an office's file holds as a whole, or takes away, else that of which it holds the most."""
    best: tuple[Spot, Said | None] = (spots[0], None)
    for spot in spots:
        said = layers[spot.layer].said(spot.path, at_key=spot.at_key)
        if said is not None and (said.removed or said.depth >= len(spot.path)):
            return spot, said
        if said is not None and (best[1] is None or said.depth > best[1].depth):
            best = (spot, said)
    return best
