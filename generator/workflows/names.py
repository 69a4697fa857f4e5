"""The names of what is written: organ, year, period and version in Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.document.blocks import Meta
from generator.models.report import FINAL_STATES
from generator.patterns import compile_later

_UNSAFE = compile_later(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_PLAIN_STEMS = ("report", "报告", "index")
_MAX_BYTES = 200


def file_name(meta: Meta, short_name: str) -> str:
    """`罗江区2022年上半年法治政府建设情况报告（公开版，送审稿）`, without extension.

    A state that is final, or that the version's name already says, isn't repeated. When the name is too long, the
    organ is cut and never the version, which tells the files apart.
    """
    period = "年上半年" if meta.period == "上半年" else "年度"
    marks = [meta.delivery]
    if meta.state not in (*FINAL_STATES, meta.delivery):
        marks.append(meta.state)
    rest = _UNSAFE.sub("_", f"{meta.year}{period}{meta.matter}情况报告（{'，'.join(marks)}）")
    return shortened(_UNSAFE.sub("_", short_name), _MAX_BYTES - len(rest.encode())) + rest


def safe_name(text: str) -> str:
    """A text as a file's name, without extension."""
    return shortened(_UNSAFE.sub("_", text), _MAX_BYTES).strip(". ") or "表"


def shortened(text: str, most: int) -> str:
    """The text cut to `most` bytes of UTF-8: file systems count bytes."""
    return text.encode()[: max(most, 0)].decode(errors="ignore")


def folders(inputs: Sequence[Path], out: Path) -> list[Path]:
    """Where each input's files go: `out` for a single input, else a folder each, never the same one twice."""
    if len(inputs) == 1:
        return [out]
    taken: set[str] = set()
    result = []
    for file in inputs:
        stem = file.resolve().parent.name if file.stem.lower() in _PLAIN_STEMS else file.stem
        base = _UNSAFE.sub("_", stem).strip(". ") or "报告"
        name = next(n for n in _numbered(base) if n.casefold() not in taken)
        taken.add(name.casefold())
        result.append(out / name)
    return result


def _numbered(base: str) -> Sequence[str]:
    return [base, *(f"{base}-{number}" for number in range(2, 100_000))]
