"""How fast forms are collected, beside openpyxl's reading of the same files: `python benchmarks/collecting.py`.

The forms are those of examples/county-collection, copied under other names and with other figures. Every number is from
a fresh process. Prints tables in Markdown, as in docs/performance.md; with `--check` it exits with 1 when a target is
missed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from collecting_one import COLLECT, COMMAND, MAKE, OPENPYXL, READ_ONLY
from timing import Progress

NUMBERS = (50, 100, 200)
MOST = NUMBERS[-1]
_SCRIPT = Path(__file__).with_name("collecting_one.py")
_FAILED = "a run failed"

Run = Mapping[str, float]
Runs = dict[tuple[str, int], list[Run]]


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(folder / "cache")}
        for number in NUMBERS:
            _run(MAKE, folder / str(number), number, environment)
        runs = _runs(folder, options.rounds, environment)
    print(_table(runs))
    targets = _targets(runs)
    print("| target | wanted | measured | |\n|---|---|---|---|")
    for text, _ in targets:
        print(text)
    return 1 if options.check and not all(met for _, met in targets) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="rounds (default %(default)s)")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    return parser.parse_args()


def _runs(folder: Path, rounds: int, environment: Mapping[str, str]) -> Runs:
    """All ways at the largest number; collecting alone at the others, for its growth."""
    wanted = [(COLLECT, number) for number in NUMBERS]
    wanted += [(way, MOST) for way in (COMMAND, OPENPYXL, READ_ONLY)]
    progress = Progress(rounds * len(wanted))
    runs: Runs = {}
    for _ in range(rounds):
        for way, number in wanted:
            progress.step(f"{way} {number}")
            runs.setdefault((way, number), []).append(_run(way, folder / str(number), number, environment))
    progress.end()
    return runs


def _run(way: str, folder: Path, number: int, environment: Mapping[str, str]) -> Run:
    """Seconds of processor time for the work and for the whole process, and the peak of memory in MB."""
    command = [sys.executable, str(_SCRIPT), way, str(folder), str(number)]
    result = subprocess.run(  # noqa: S603 - the commands are this benchmark's own
        command, env=dict(environment), capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise RuntimeError(f"{_FAILED}: {result.stdout}{result.stderr}")
    told: Run = json.loads(result.stdout.splitlines()[-1])
    return told


def _of(runs: Runs, way: str, number: int, what: str) -> float:
    return median(run[what] for run in runs[way, number])


def _table(runs: Runs) -> str:
    lines = ["| way | forms | work, s | whole process, s | peak, MB |", "|---|---|---|---|---|"]
    for way, number in runs:
        seconds = (f"{_of(runs, way, number, what):.2f}" for what in ("work", "process"))
        lines.append(f"| {way} | {number} | {' | '.join(seconds)} | {_of(runs, way, number, 'peak'):.0f} |")
    return "\n".join(lines) + "\n"


def _targets(runs: Runs) -> list[tuple[str, bool]]:
    few = NUMBERS[0]
    work, whole = _of(runs, COLLECT, MOST, "work"), _of(runs, COMMAND, MOST, "process")
    rows = [
        ("collecting, of openpyxl's time", 0.25, work / _of(runs, OPENPYXL, MOST, "work")),
        ("the command, of openpyxl's process", 0.25, whole / _of(runs, OPENPYXL, MOST, "process")),
        (f"peak at {MOST}, of that at {few}", 1.5, _of(runs, COLLECT, MOST, "peak") / _of(runs, COLLECT, few, "peak")),
        (f"time at {MOST}, of that at {few}", 1.1 * MOST / few, work / _of(runs, COLLECT, few, "work")),
    ]
    return [
        (f"| {name} | ≤ {most:g} | {ratio:.2f} | {'met' if ratio <= most else 'missed'} |", ratio <= most)
        for name, most, ratio in rows
    ]


if __name__ == "__main__":
    sys.exit(main())
