"""The examples made of published reports, and the figures that must be found in them.

`tests/examples/figures/<example>.yaml` lists every figure of the published text: 行 its row in the table of figures
was drawn up from that text, 见 its reference, 印 how it is printed, 单位, 含 whether a sentence implies it instead.
不设 lists rows that hold no figure, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.diagnostics import Diagnostics
from generator.document.blocks import Figure, runs, walk
from generator.workflows.chain import Chain, Examined
from support.inputs import ROOT

FIGURES = Path(__file__).parents[1] / "examples" / "figures"
PUBLISHED = Path(__file__).parents[1] / "examples" / "published"
SEEDS = sorted(file.stem for file in PUBLISHED.glob("*.txt"))


@dataclass(frozen=True)
class Row:
    """One figure of a published text."""

    row: int
    ref: str
    printed: str
    unit: str
    implied: bool


@dataclass(frozen=True)
class Expected:
    """The figures of one published text, `count` the rows of the table, `others` the rows that hold no figure."""

    count: int
    figures: tuple[Row, ...]
    others: dict[int, str]


@cache
def expected(seed: str) -> Expected:
    data = yaml.safe_load((FIGURES / f"{seed}.yaml").read_text(encoding="utf-8"))
    figures = tuple(
        Row(each["行"], each["见"], str(each["印"]), str(each.get("单位", "")), each.get("含") == "是")
        for each in data["数字"]
    )
    return Expected(data["行数"], figures, {each["行"]: each["理由"] for each in data.get("不设") or []})


def input_of(seed: str) -> Path:
    return ROOT / "examples" / seed / "report.yaml"


@cache
def examined(seed: str) -> tuple[Examined, Diagnostics]:
    """The example in all its versions, with everything found."""
    diagnostics = Diagnostics()
    result = Chain((), diagnostics).examine(input_of(seed), diagnostics)
    assert result is not None, [d.message for d in diagnostics]
    return result, diagnostics


def figures(seed: str, version: int) -> list[Figure]:
    """Every figure of one version, in order."""
    blocks = examined(seed)[0].documents[version].blocks
    return [part for block in walk(blocks) for inlines in runs(block) for part in inlines if isinstance(part, Figure)]
