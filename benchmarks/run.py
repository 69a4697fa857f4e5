"""How fast reports are made, beside other ways to make them: `python benchmarks/run.py`.

Needs the extra `bench` and a Unix system. Prints tables in Markdown, as in docs/performance.md; ratios hold on other
machines, seconds don't. With `--check` it exits with 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import contenders as ways
from contenders import Report, Versions
from timing import Progress, Times, cold, environment_in, turns, warm

LENGTHS = (1, 4, 16)
BUILD, SCRIPT, PYTHON = "fazhi build", "docxtpl script", "python alone"
_START = "from generator.cli import main; main()"
_HERE = Path(__file__).parent
_EXAMPLE = _HERE.parent / "examples" / "county-2025" / "report.yaml"


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports = [Report(times, folder) for times in LENGTHS]
        for report in reports:
            if differing := report.differing():
                print(f"not the same report: {', '.join(differing)}", file=sys.stderr)
                return 2
        versions = Versions(_EXAMPLE, folder)
        if versions.differing:
            print(f"not the same versions: {', '.join(versions.differing)}", file=sys.stderr)
            return 2
        warm_times = _warm(reports, options.rounds)
        cold_times = _cold(reports, options.cold_rounds, folder)
        example_times = _cold_example(versions, options.cold_rounds, folder)
    print(_warm_table(warm_times))
    print(_cold_table(cold_times))
    print(_example_table(example_times))
    targets = _targets(warm_times, cold_times, example_times)
    print("| target | wanted | measured (lowest to highest round) | |\n|---|---|---|---|")
    for text, _ in targets:
        print(text)
    return 1 if options.check and not all(met for _, met in targets) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="rounds of warm runs (default %(default)s)")
    parser.add_argument("--cold-rounds", type=int, default=9, help="rounds of fresh processes (default %(default)s)")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    return parser.parse_args()


def _warm(reports: list[Report], rounds: int) -> Times:
    times = Times()
    names = list(reports[0].contenders())
    progress = Progress(rounds * len(reports) * len(names))
    made = {report.times: report.contenders() for report in reports}
    for number in range(rounds):
        for name in turns(names, number):
            for report in reports:
                progress.step(f"{name} ×{report.times}")
                times.add(name, report.times, warm(made[report.times][name]))
    progress.end()
    return times


def _cold(reports: list[Report], rounds: int, folder: Path) -> Times:
    """Fresh processes; a round before the first one lets Python write the bytecode that an installation has."""
    times, environment = Times(), environment_in(folder)
    progress = Progress((rounds + 1) * len(reports) * 3)
    for number in range(-1, rounds):
        for name in turns([BUILD, SCRIPT, PYTHON], number):
            for report in reports:
                progress.step(f"{name} ×{report.times}")
                seconds = cold(_command(name, report, folder), environment)
                if number >= 0:
                    times.add(name, report.times, seconds)
    progress.end()
    return times


def _cold_example(versions: Versions, rounds: int, folder: Path) -> Times:
    """The same of an example with all its versions."""
    times, environment = Times(), environment_in(folder)
    commands: dict[str, list[str | Path]] = {
        BUILD: [sys.executable, "-c", _START, "build", versions.input, "-o", folder / "versions"],
        SCRIPT: [sys.executable, _HERE / "cold_docxtpl.py", *versions.arguments],
    }
    for number in range(-1, rounds):
        for name in turns([BUILD, SCRIPT], number):
            seconds = cold(commands[name], environment)
            if number >= 0:
                times.add(name, 1, seconds)
    return times


def _command(name: str, report: Report, folder: Path) -> list[str | Path]:
    if name == BUILD:
        return [sys.executable, "-c", _START, "build", report.input, "-o", folder / "out"]
    if name == SCRIPT:
        script = _HERE / "cold_docxtpl.py"
        return [sys.executable, script, report.template, report.context, folder / "docxtpl.docx"]
    return [sys.executable, "-c", ""]


def _warm_table(times: Times) -> str:
    """Milliseconds and speed by length; speed is docxtpl's time as a multiple of the contender's."""
    names = list(dict.fromkeys(name for name, _ in times.seconds))
    head = "".join(f" ×{length} ms | speed |" for length in LENGTHS)
    lines = [f"| warm |{head} growth ×1→×{LENGTHS[-1]} |", "|---|" + "---|" * (2 * len(LENGTHS) + 1)]
    for name in names:
        cells = [
            f" {times.median(name, n) * 1000:.1f} | {times.ratio((ways.DOCXTPL, n), (name, n)):.2f} |" for n in LENGTHS
        ]
        growth = times.ratio((name, LENGTHS[-1]), (name, 1))
        lines.append(f"| {name} |{''.join(cells)} {growth:.1f} |")
    return "\n".join(lines) + "\n"


def _cold_table(times: Times) -> str:
    """Milliseconds and time as a multiple of the docxtpl script's."""
    head = "".join(f" ×{length} ms | times docxtpl |" for length in LENGTHS)
    lines = [f"| cold |{head}", "|---|" + "---|" * (2 * len(LENGTHS))]
    for name in (SCRIPT, BUILD, PYTHON):
        cells = [f" {times.median(name, n) * 1000:.0f} | {times.ratio((name, n), (SCRIPT, n)):.2f} |" for n in LENGTHS]
        lines.append(f"| {name} |{''.join(cells)}")
    return "\n".join(lines) + "\n"


def _example_table(times: Times) -> str:
    rows = [
        f"| {name} | {times.median(name, 1) * 1000:.0f} | {times.ratio((name, 1), (SCRIPT, 1)):.2f} |\n"
        for name in (SCRIPT, BUILD)
    ]
    return "| cold, county-2025 with its six versions | ms | times docxtpl |\n|---|---|---|\n" + "".join(rows)


def _targets(warm_times: Times, cold_times: Times, example_times: Times) -> list[tuple[str, bool]]:
    tpl, longest = (ways.DOCXTPL, 1), LENGTHS[-1]
    rows = [
        ("speed of the writer", 8.0, warm_times, tpl, (ways.WRITER, 1), True),
        ("speed of the whole chain", 2.0, warm_times, tpl, (ways.CHAIN, 1), True),
        ("growth of the writer", 18.0, warm_times, (ways.WRITER, longest), (ways.WRITER, 1), False),
        ("growth of the whole chain", 18.0, warm_times, (ways.CHAIN, longest), (ways.CHAIN, 1), False),
        ("cold run", 2.0, cold_times, (BUILD, 1), (SCRIPT, 1), False),
        ("cold run of six versions", 2.0, example_times, (BUILD, 1), (SCRIPT, 1), False),
    ]
    return [_target(*row) for row in rows]


def _target(
    name: str,
    wanted: float,
    times: Times,
    upper: tuple[str, int],
    lower: tuple[str, int],
    at_least: bool,  # noqa: FBT001
) -> tuple[str, bool]:
    ratio, (least, most) = times.ratio(upper, lower), times.spread(upper, lower)
    met = ratio >= wanted if at_least else ratio <= wanted
    sign = "≥" if at_least else "≤"
    measured = f"{ratio:.2f} ({least:.2f} to {most:.2f})"
    return f"| {name} | {sign} {wanted:g} | {measured} | {'met' if met else 'missed'} |", met


if __name__ == "__main__":
    sys.exit(main())
