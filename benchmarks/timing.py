"""Times and ratios: contenders take turns in rounds, so that a slow moment of the machine strikes them all."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_SAMPLE = 0.05  # seconds: a shorter sample would measure the clock
_FAILED = "the command of a cold run failed"


@dataclass
class Times:
    """Seconds of processor time for one report, by (contender, times the length), one number a round."""

    seconds: dict[tuple[str, int], list[float]] = field(default_factory=dict)

    def add(self, name: str, times: int, seconds: float) -> None:
        self.seconds.setdefault((name, times), []).append(seconds)

    def median(self, name: str, times: int) -> float:
        return median(self.seconds[name, times])

    def ratio(self, upper: tuple[str, int], lower: tuple[str, int]) -> float:
        """The median over rounds of the time of `upper` as a multiple of the time of `lower`."""
        rounds = zip(self.seconds[upper], self.seconds[lower], strict=True)
        return median(above / below for above, below in rounds)

    def spread(self, upper: tuple[str, int], lower: tuple[str, int]) -> tuple[float, float]:
        """The smallest and the largest of those ratios."""
        ratios = [a / b for a, b in zip(self.seconds[upper], self.seconds[lower], strict=True)]
        return min(ratios), max(ratios)


def warm(make: Callable[[], object]) -> float:
    """Seconds a call takes, from as many calls as fill a sample."""
    gc.collect()
    calls, begun = 0, time.process_time()
    while (passed := time.process_time() - begun) < _SAMPLE or not calls:
        make()
        calls += 1
    return passed / calls


def cold(command: Iterable[str | Path], environment: Mapping[str, str], allowed: Iterable[int] = (0,)) -> float:
    """Seconds a process takes from its start to its end, its own and the system's for it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(  # noqa: S603 - the commands are this benchmark's own
        [str(part) for part in command], env=environment, capture_output=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode not in allowed:
        raise RuntimeError(f"{_FAILED}: {result.stdout.decode()}{result.stderr.decode()}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def environment_in(folder: Path) -> dict[str, str]:
    """What a cold run sees: nothing of the user's Python, bytecode and cache in `folder`."""
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith("PYTHON") or key == "PYTHONPATH"
    }
    return environment | {
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "PYTHONUTF8": "1",
        "XDG_CACHE_HOME": str(folder / "cache"),
    }


def turns(names: list[str], number: int) -> list[str]:
    """The contenders in the order of a round: each begins one."""
    start = number % len(names)
    return names[start:] + names[:start]


class Progress:
    """One line on standard error that is written over, when somebody is there to see it."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0
        self._seen = sys.stderr.isatty()

    def step(self, what: str) -> None:
        self._done += 1
        if self._seen:
            print(f"\r\x1b[K{self._done}/{self._total}  {what}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._seen:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
