"""What checking costs, beside building the same report: `python benchmarks/checking.py`.

The invented report of the other benchmark (about 8,000 characters, then 4 and 16 times as long) and the example of a
county are built, and what was built is checked: as Word, as plain text, and as the input that it was made from. Times
are processor time of fresh processes; growth is measured in one. Prints tables in Markdown, as in docs/performance.md;
with `--check` it exits with 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sample import report_yaml
from timing import Progress, Times, cold, environment_in, turns, warm

from generator.workflows.check import check

LENGTHS = (1, 4, 16)
BUILD, WORD, TEXT, INPUT = "fazhi build", "fazhi check, .docx", "fazhi check, .txt", "fazhi check, the input"
WARM = "warm"
WAYS = (BUILD, WORD, TEXT, INPUT)
COUNTY = 0
"""Stands for the county's example where a length is asked for."""
_START = "from generator.cli import main; main()"
_EXAMPLE = Path(__file__).parent.parent / "examples" / "county-2025" / "report.yaml"
_VERSION = "送审稿"
_FOUND = 1


class Report:
    """A report built as Word and as text in `folder`, and the commands that are timed."""

    def __init__(self, file: Path, folder: Path, environment: Mapping[str, str]) -> None:
        self._input, self._folder = file, folder
        for ending in ("docx", "txt"):
            _run(["build", file, "--for", _VERSION, "--to", ending, "-o", folder], environment)
        (self.word,), (self.text,) = folder.glob("*.docx"), folder.glob("*.txt")

    def command(self, way: str) -> list[str | Path]:
        if way == BUILD:
            return _command(["build", self._input, "--for", _VERSION, "-o", self._folder])
        return _command(["check", {WORD: self.word, TEXT: self.text, INPUT: self._input}[way]])


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = environment_in(folder)
        reports = _reports(folder, environment)
        times = _times(reports, options.rounds, environment)
        growth = _growth(reports, options.rounds)
    print(_table(times))
    targets = [
        _target("checking at ×1, of building", 2.0, times, (WORD, 1), (BUILD, 1)),
        _target("checking the county's report, of building it", 2.0, times, (WORD, COUNTY), (BUILD, COUNTY)),
        _target("growth ×1 to ×16, warm", 18.0, growth, (WARM, 16), (WARM, 1)),
    ]
    print("| target | wanted | measured (lowest to highest round) | |\n|---|---|---|---|")
    for text, _ in targets:
        print(text)
    return 1 if options.check and not all(met for _, met in targets) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="rounds (default %(default)s)")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    return parser.parse_args()


def _reports(folder: Path, environment: Mapping[str, str]) -> dict[int, Report]:
    reports = {COUNTY: Report(_EXAMPLE, folder / "county", environment)}
    for length in LENGTHS:
        file = folder / f"report-{length}.yaml"
        file.write_text(report_yaml(length), encoding="utf-8")
        reports[length] = Report(file, folder / str(length), environment)
    return reports


def _times(reports: Mapping[int, Report], rounds: int, environment: Mapping[str, str]) -> Times:
    times = Times()
    progress = Progress(rounds * len(reports) * len(WAYS))
    for number in range(-1, rounds):  # the first round lets Python write its bytecode
        for way in turns(list(WAYS), number):
            for length, report in reports.items():
                seconds = cold(report.command(way), environment, allowed=(0, _FOUND))
                if number >= 0:
                    progress.step(f"{way} ×{length}")
                    times.add(way, length, seconds)
    progress.end()
    return times


def _growth(reports: Mapping[int, Report], rounds: int) -> Times:
    """Reading a Word file and holding every rule against it, in one process that has done so before."""
    times = Times()
    for number in range(-1, rounds):
        for length in LENGTHS:
            seconds = warm(lambda file=reports[length].word: check([file]))
            if number >= 0:
                times.add(WARM, length, seconds)
    return times


def _command(arguments: list[str | Path]) -> list[str | Path]:
    return [sys.executable, "-c", _START, *arguments]


def _run(arguments: list[str | Path], environment: Mapping[str, str]) -> None:
    subprocess.run(  # noqa: S603 - the commands are this benchmark's own
        [str(part) for part in _command(arguments)], env=environment, capture_output=True, check=True
    )


def _table(times: Times) -> str:
    """Milliseconds, and time as a multiple of building."""
    head = "".join(f" ×{length} ms | times building |" for length in LENGTHS) + " county-2025 ms | times building |"
    lines = [f"| cold |{head}", "|---|" + "---|" * (2 * len(LENGTHS) + 2)]
    for way in WAYS:
        cells = [
            f" {times.median(way, n) * 1000:.0f} | {times.ratio((way, n), (BUILD, n)):.2f} |"
            for n in (*LENGTHS, COUNTY)
        ]
        lines.append(f"| {way} |{''.join(cells)}")
    return "\n".join(lines) + "\n"


def _target(name: str, wanted: float, times: Times, upper: tuple[str, int], lower: tuple[str, int]) -> tuple[str, bool]:
    ratio, (least, most) = times.ratio(upper, lower), times.spread(upper, lower)
    met = ratio <= wanted
    return f"| {name} | ≤ {wanted:g} | {ratio:.2f} ({least:.2f} to {most:.2f}) | {'met' if met else 'missed'} |", met


if __name__ == "__main__":
    sys.exit(main())
