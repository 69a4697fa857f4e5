"""One run of `collecting.py` in a process of its own: makes the forms, or goes through them in one way."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

MAKE, COLLECT, COMMAND = "make", "collect", "fazhi collect"
OPENPYXL, READ_ONLY = "openpyxl", "openpyxl, read-only"
EXAMPLE = Path(__file__).parents[1] / "examples" / "county-collection"
_FIGURE = re.compile(rb'(<c r="E\d+" s="\d+"(?: t="n")?><v>)(\d+)(</v>)')
_FAULTY = ("县市场监督管理局", "石桥镇", "县农业农村局", "县司法局行政执法监督股")
_FORMS, _UNITS, _REPORT = "forms", "units.yaml", "report.yaml"


def main() -> None:
    way, folder, number = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    runs: dict[str, Callable[[Path], None]] = {
        COLLECT: _collect,
        COMMAND: _command,
        OPENPYXL: _openpyxl,
        READ_ONLY: _read_only,
    }
    if way == MAKE:
        make(folder, number)
        print(json.dumps({}))
        return
    begun = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        runs[way](folder)
    ended = time.process_time()
    print(json.dumps({"work": ended - max(begun, _IMPORTED.get(way, 0)), "process": ended, "peak": _peak()}))


_IMPORTED: dict[str, float] = {}
"""When a way had what it needs in memory, in seconds of processor time: only then its work begins."""


def _collect(folder: Path) -> None:
    from generator.workflows.collect import CollectOrder, collect

    _IMPORTED[COLLECT] = time.process_time()
    result = collect(CollectOrder((folder / _FORMS,), folder / _REPORT, units=folder / _UNITS))
    _none_missing(folder, result.written)


def _command(folder: Path) -> None:
    from generator.cli import main as fazhi

    with contextlib.suppress(SystemExit):
        fazhi(["collect", str(folder / _FORMS), "--units", str(folder / _UNITS), "--into", str(folder / _REPORT)])


def _openpyxl(folder: Path) -> None:
    from openpyxl import load_workbook

    _IMPORTED[OPENPYXL] = time.process_time()
    for file in sorted((folder / _FORMS).iterdir()):
        load_workbook(file)


def _read_only(folder: Path) -> None:
    """A workbook opened so is read only when its rows are."""
    from openpyxl import load_workbook

    _IMPORTED[READ_ONLY] = time.process_time()
    for file in sorted((folder / _FORMS).iterdir()):
        book = load_workbook(file, read_only=True)
        for sheet in book.worksheets:
            for _ in sheet.iter_rows(values_only=True):
                pass
        book.close()


def _none_missing(folder: Path, written: object) -> None:
    if not written or not (folder / _REPORT).exists():
        sys.exit("nothing was collected")


def _peak() -> float:
    """MB at most; of this process alone, where the system tells, and not of the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s*(\d+)", status.read_text())
        if found:
            return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def make(folder: Path, number: int) -> None:
    """Forms of invented units, and the list of these units."""
    from generator.diagnostics import Diagnostics
    from generator.loading.knowledge import load_knowledge
    from generator.loading.units import load_units

    knowledge = load_knowledge([], Diagnostics())
    known = load_units(EXAMPLE / _UNITS, knowledge, Diagnostics()) if knowledge is not None else None
    if known is None:
        sys.exit("no units")
    with tempfile.TemporaryDirectory() as name:
        given = _filled(Path(name))
        lines = ["单位:"]
        (folder / _FORMS).mkdir(parents=True)
        for at in range(number):
            unit, file = given[at % len(given)]
            called = f"{unit}{at:03d}"
            _copy(file, folder / _FORMS / f"{at:03d}.xlsx", (unit, called), at % 7 + 1)
            topics = ", ".join(known.topics_of(unit))
            lines.append(f"  {called}: {{简称: {called}, 另填: [{topics}]}}")
    (folder / _UNITS).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _filled(folder: Path) -> list[tuple[str, Path]]:
    """The example's forms that have no fault, one a unit."""
    spec = importlib.util.spec_from_file_location("make_forms", EXAMPLE / "make_forms.py")
    if spec is None or spec.loader is None:
        sys.exit("no example")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    entries = module.yaml.safe_load((EXAMPLE / "figures.yaml").read_text(encoding="utf-8"))["表"]
    found = {}
    for unit in dict.fromkeys(each["单位"] for each in entries):
        if unit not in _FAULTY:
            found[unit] = module.make_forms(folder, only=unit)[-1]
    return list(found.items())


def _copy(source: Path, target: Path, names: tuple[str, str], times: int) -> None:
    """Under another unit's name, every figure so many times as large, so that what adds up goes on adding up."""
    old, new = (f">{name}<".encode("ascii", "xmlcharrefreplace") for name in names)
    with ZipFile(source) as given, ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = given.read(name)
            if "worksheets/sheet" in name:
                part = part.replace(old, new)
                part = _FIGURE.sub(lambda found: found[1] + str(int(found[2]) * times).encode() + found[3], part)
            made.writestr(name, part)


if __name__ == "__main__":
    main()
