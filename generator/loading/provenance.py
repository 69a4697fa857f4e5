"""Reading `report.来源.json`: the program wrote it, but it lies in the clerk's folder and is not taken on trust."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.diagnostics import Diagnostics, Place
from generator.loading.files import read_bytes
from generator.models.provenance import SUFFIX, Provenance

MOST_BYTES = 16 * 1024 * 1024
_MOST_ENTRIES = 100_000
"""As many as hundreds of units give for hundreds of figures; each costs memory long before it is refused."""
_WAY_OUT = "从备份找回它；找不回的，把它改名或者移走再汇总：报告里现有的数都当作自己填的，不会被改掉"


def _holds_surrogates(raw: bytes, data: Any) -> bool:
    """Whether a text in it is none that can be written (a lone `\\ud800`)."""
    if b"\\u" not in raw:
        return False
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def _entries(data: Any) -> int:
    """How many mappings and lists there are in it."""
    count, open_ones = 0, [data]
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, dict | list):
            count += 1
            open_ones += each.values() if isinstance(each, dict) else each
    return count


def provenance_file(report: Path) -> Path:
    """The file beside a report: `report.来源.json` for `report.yaml`."""
    real = real_report(report)
    return real.with_name(f"{real.stem}{SUFFIX}")


def real_report(report: Path) -> Path:
    """Where a report lies that is only linked to: what belongs to it lies there too."""
    linked = os.path.islink(report) and os.path.exists(report)  # noqa: PTH110, PTH114 - never raise, however long the name
    return Path(os.path.realpath(report)) if linked else report


def load_provenance(report: Path, diagnostics: Diagnostics) -> Provenance | None:
    """What is remembered of a report; None without such a file, and, with a finding, when it can't be used."""
    file = provenance_file(report)
    try:
        file.lstat()
    except (OSError, ValueError):
        return None
    reading = Diagnostics()
    raw = read_bytes(file, reading, MOST_BYTES)
    if raw is None:
        why = next((each.message for each in reading), "读不出来")
        diagnostics.error("LOAD192", Place(str(file)), f"记着各数来源的文件用不了：{why}", _WAY_OUT)
        return None
    try:
        data = json.loads(raw)
        if _holds_surrogates(raw, data) or _entries(data) > _MOST_ENTRIES:
            raise ValueError  # noqa: TRY301 - told as what is no JSON is
        return Provenance.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors(include_url=False)[0]["loc"][:4])[:60]
        why = f"内容不对（{where}）" if where else "内容不对"
    except RecursionError:
        why = "内容不对"
    except ValueError:
        why = "不是完整的 JSON，可能没有存完"
    diagnostics.error("LOAD192", Place(str(file)), f"记着各数来源的文件用不了：{why}", _WAY_OUT)
    return None
