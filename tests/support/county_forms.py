"""The forms of examples/county-collection: made by its script, collected by the workflow."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType

from generator.workflows.collect import Collected, CollectOrder, collect
from support.inputs import ROOT

EXAMPLE = ROOT / "examples" / "county-collection"
UNITS = EXAMPLE / "units.yaml"
DUE = date(2027, 1, 10)


def script(file: Path = EXAMPLE / "make_forms.py") -> ModuleType:
    """A script of the checkout that is no package."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def collected(folder: Path, into: str = "report.yaml", use: tuple[str, ...] = ()) -> Collected:
    """`fazhi collect 收表 --units … --into …` in a folder."""
    paths = tuple(folder / each for each in use)
    return collect(CollectOrder((folder / "收表",), folder / into, units=UNITS, use=paths, due=DUE))
