"""--select and --ignore."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics, Place
from generator.presenting.selection import codes_of, selected


def _found() -> Diagnostics:
    found = Diagnostics()
    for code in ("TEXT050", "TEXT060", "PAGE001", "LOAD200"):
        found.error(code, Place("报告.docx"), "不对")
    return found


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ((), (), ["LOAD200", "PAGE001", "TEXT050", "TEXT060"]),
        (("TEXT",), (), ["LOAD200", "TEXT050", "TEXT060"]),
        (("TEXT", "PAGE001"), ("TEXT05",), ["LOAD200", "PAGE001", "TEXT060"]),
        ((), ("LOAD", "PAGE"), ["LOAD200", "TEXT050", "TEXT060"]),
    ],
)
def test_codes_and_their_beginnings(select: tuple[str, ...], ignore: tuple[str, ...], left: list[str]) -> None:
    """What couldn't be read is shown whatever is asked for."""
    assert [each.code for each in selected(_found(), select, ignore)] == left


def test_what_is_typed() -> None:
    assert codes_of(("text,PAGE001", "data，DATA53")) == (("TEXT", "PAGE001", "DATA", "DATA53"), ())
    assert codes_of(("文字", "TEXT0500")) == ((), ("文字", "TEXT0500"))
