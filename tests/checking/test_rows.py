"""The list of what the field wants checked: every row has its rules or the reason why there is none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml
from support.knowledge_files import shipped_checks, shipped_mends

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "rows.yaml").read_text(encoding="utf-8"))
COUNTS = {"2.2": 17, "2.3": 28, "5.1": 13, "5.2": 8, "5.3": 13, "5.4": 9, "6.1": 8, "6.2": 9, "6.3": 9}
"""How many rows each section has; shortened rows may hold two of the section's."""


def test_every_row_has_rules_or_a_reason() -> None:
    """Not both: what is only half checked says so in 说明."""
    for row in ROWS:
        assert bool(row.get("码")) != bool(row.get("不查")), row


def test_every_code_is_a_rule() -> None:
    """Of the checks or of the typographic table."""
    known = {*shipped_checks(), *(rule.码 for rule in shipped_mends())}
    assert sorted({code for row in ROWS for code in row.get("码", [])} - known) == []


def test_no_row_gets_lost() -> None:
    """By section."""
    counted = Counter(str(row["节"]) for row in ROWS)
    assert {section: counted[section] for section in COUNTS} == COUNTS


def test_every_rule_on_finished_reports_answers_a_row() -> None:
    """Nothing is checked that nobody asked for."""
    spans = {"PART": range(100, 150), "TEXT": range(60, 130), "TERM": range(10, 60), "DATA": range(530, 580)}
    new = {code for code in shipped_checks() if int(code[4:]) in spans.get(code[:4], ())}
    assert sorted(new - {code for row in ROWS for code in row.get("码", [])}) == []
