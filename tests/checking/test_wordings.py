"""Each rule knows its fault in more than one wording, and honest sentences stay without a finding that weighs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.manuscripts import COUNTY, codes, found

from generator.diagnostics import Severity

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "wordings.yaml").read_text(encoding="utf-8"))
BAD = [pytest.param(row["码"], text, row, id=f"{row['码']}-{text[:12]}") for row in TABLE["误"] for text in row["句"]]
_HEAD = "一、成效\n"
_OF_THE_WHOLE = ("PART001", "PART101")
"""Told of any text that is so short."""


@pytest.mark.parametrize(("code", "text", "row"), BAD)
def test_the_fault_is_found(code: str, text: str, row: dict[str, Any]) -> None:
    """Under the code of its row."""
    subject = replace(COUNTY, year=row.get("年度", 2025), delivery="社会公开" if row.get("公开") else None)
    assert code in codes(_HEAD + text, subject)


@pytest.mark.parametrize("text", TABLE["正"])
def test_what_is_honest_is_not_told(text: str) -> None:
    """Nothing at warning and above."""
    weighing = [each for each in found(_HEAD + text) if each.severity is not Severity.INFO]
    assert [each for each in weighing if each.code not in _OF_THE_WHOLE] == []
