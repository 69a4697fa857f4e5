"""Reading `report.来源.json`: the program wrote it, but it lies in the clerk's folder and is not taken on trust."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from generator.diagnostics import Diagnostics, Place
from generator.loading.files import read_bytes
from generator.models.provenance import SUFFIX, Provenance

MOST_BYTES = 64 * 1024 * 1024
_WAY_OUT = "从备份找回它；找不回的，把它改名或者移走再汇总：报告里现有的数都当作自己填的，不会被改掉"


def provenance_file(report: Path) -> Path:
    """The file beside a report: `report.来源.json` for `report.yaml`."""
    return report.with_name(f"{report.stem}{SUFFIX}")


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
        return Provenance.model_validate(json.loads(raw), by_alias=True, by_name=False)
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors(include_url=False)[0]["loc"][:4])[:60]
        why = f"内容不对（{where}）" if where else "内容不对"
    except RecursionError:
        why = "内容不对"
    except ValueError:
        why = "不是完整的 JSON，可能没有存完"
    diagnostics.error("LOAD192", Place(str(file)), f"记着各数来源的文件用不了：{why}", _WAY_OUT)
    return None
