"""The entries of merged layers as models; what doesn't fit is told at the office's line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostics
from generator.loading.faults import Fault, Spot, tell
from generator.loading.locations import Location, locate
from generator.loading.messages import explain
from generator.loading.overlays import Layered
from generator.loading.problems import without_blanks
from generator.models.base import Path
from generator.records import dataclass

_Model = TypeVar("_Model", bound=BaseModel)
_ABOUT = {"margins": ("版心", "纸张"), "grid": ("版心", "正文")}
"""What errors that pydantic puts at the whole style profile are about."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Reads entries out of layers."""

    layers: Mapping[str, Layered]
    diagnostics: Diagnostics

    def of(self, layer: str, model: type[_Model], name_key: str = "", base: Path = ()) -> Iterator[tuple[str, _Model]]:
        """The valid entries of a layer by name, those under `base`; `name_key` is the field that holds the name."""
        entries: Any = self.layers[layer].data
        for step in base:
            entries = entries.get(step) or {}
        for name, entry in entries.items():
            path = (*base, name)
            if name_key and isinstance(entry, dict) and name_key in entry:
                remedy = f"删去这一行；“{name}”就是它的{name_key}"
                self._tell(layer, (*path, name_key), f"这里不写“{name_key}”", remedy, at_key=True)
            elif not name.strip():
                self._tell(layer, path, "名称是空的", "写上名称，或删去这一条", at_key=True)
            elif (valid := self.one(layer, model, path, {name_key: name} if name_key else {})) is not None:
                yield name, valid

    def one(self, layer: str, model: type[_Model], path: Path, more: Mapping[str, Any] | None = None) -> _Model | None:
        """The entry at a path, with `more` fields that the file doesn't hold; None when it isn't valid."""
        data: Any = self.layers[layer].data
        for step in path:
            data = data[step]
        full = {**(more or {}), **data} if isinstance(data, dict) else data
        try:
            return model.model_validate(without_blanks(full))
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                self._invalid(detail, locate(model, full, detail["loc"]), layer, path)
            return None

    def _invalid(self, detail: ErrorDetails, location: Location, layer: str, base: Path) -> None:
        explained = explain(detail, location)
        path = (*base, *location.path)
        name = str(base[-1]) if base and base[-1] else layer
        if detail["type"] == "missing":
            gone = (*path, location.name)
            said = self.layers[layer].said(gone)
            if said is not None and said.depth == len(gone):
                message = f"“{name}”：“{location.name}”不能删除"
                self._tell(layer, gone, message, "去掉“删除”；要改的，写上新的内容", at_key=True)
                return
        spots = tuple(Spot(layer, (*path, key), at_key=True) for key in _ABOUT.get(detail["type"], ()))
        spots = (*spots, Spot(layer, path, explained.at_key))
        self._tell_of(spots, f"“{name}”：{explained.message}", explained.remedy)

    def _tell(self, layer: str, path: Path, message: str, remedy: str, *, at_key: bool) -> None:
        self._tell_of((Spot(layer, path, at_key),), message, remedy)

    def _tell_of(self, spots: tuple[Spot, ...], message: str, remedy: str) -> None:
        tell(Fault(spots, message, remedy, "LOAD082"), self.layers, self.diagnostics)
