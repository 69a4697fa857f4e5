"""--select and --ignore."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics, Place
from generator.presenting.selection import codes_of, selected, unknown_codes


def _found() -> Diagnostics:
    found = Diagnostics()
    for code in ("TEXT050", "TEXT060", "PAGE001", "LOAD200"):
        found.error(code, Place("报告.docx"), "不对")
    found.info("PAGE002", Place("报告.docx"), "不对")
    found.info("LOAD210", Place("报告.docx"), "看是")
    return found


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ((), (), ["LOAD200", "LOAD210", "PAGE001", "PAGE002", "TEXT050", "TEXT060"]),
        (("TEXT",), (), ["LOAD200", "LOAD210", "TEXT050", "TEXT060"]),
        (("TEXT", "PAGE001"), ("TEXT05",), ["LOAD200", "LOAD210", "PAGE001", "TEXT060"]),
        ((), ("LOAD", "PAGE"), ["LOAD200", "TEXT050", "TEXT060"]),
        (("错误",), (), ["LOAD200", "PAGE001", "TEXT050", "TEXT060"]),
        (("PAGE", "错误", "警告"), (), ["LOAD200", "PAGE001"]),
        ((), ("提示",), ["LOAD200", "PAGE001", "TEXT050", "TEXT060"]),
        (("TEXT",), ("LOAD210",), ["LOAD200", "TEXT050", "TEXT060"]),
    ],
)
def test_codes_and_their_beginnings(select: tuple[str, ...], ignore: tuple[str, ...], left: list[str]) -> None:
    """What couldn't be read is shown whatever is asked for; weights narrow down the codes."""
    assert sorted(each.code for each in selected(_found(), select, ignore)) == left


def test_what_is_typed() -> None:
    assert codes_of(("text,PAGE001", "data，DATA53")) == (("TEXT", "PAGE001", "DATA", "DATA53"), ())
    assert codes_of(("ＴＥＸＴ050、错误",)) == (("TEXT050", "错误"), ())
    assert codes_of(("文字", "TEXT0500")) == ((), ("文字", "TEXT0500"))


def test_what_no_rule_has() -> None:
    """LOAD and TMPL have no rules; a beginning of either may be the beginning of others."""
    known = ("TEXT050", "PAGE001")
    assert unknown_codes(("TEXT05", "PAGE", "LOAD200", "TMPL", "L", "错误"), known) == ()
    assert unknown_codes(("TEXT999", "X", "PAGE01"), known) == ("TEXT999", "X", "PAGE01")
