"""When a workbook says that it was last saved."""

from __future__ import annotations

import pytest

from generator.loading.workbook.properties import saved_at

_CORE = '<cp:coreProperties><dcterms:modified xsi:type="dcterms:W3CDTF">{}</dcterms:modified></cp:coreProperties>'
_META = "<office:meta><dc:date>{}</dc:date></office:meta>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_CORE.format("2027-01-08T09:30:00Z"), "2027-01-08T09:30:00Z"),
        (_CORE.format("2027-01-08T09:30:00+08:00"), "2027-01-08T01:30:00Z"),
        (_CORE.format("2027-01-08T09:30:00"), "2027-01-08T09:30:00Z"),
        (_META.format("2027-01-08T09:30:00.123456789"), "2027-01-08T09:30:00Z"),
        (_META.format("2027-01-08"), "2027-01-08T00:00:00Z"),
        (_CORE.format("2000-01-01T00:00:00Z"), ""),
        (_CORE.format("0001-01-01T00:00:00+08:00"), ""),
        (_CORE.format("9999-99-99T00:00:00Z"), ""),
        (_CORE.format("昨天"), ""),
        (_CORE.format(""), ""),
        ("<cp:coreProperties/>", ""),
        ("", ""),
        ("<" * 70_000, ""),
        ("<dcterms:modified>" + " " * 100_000, ""),
    ],
)
def test_saved_at(text: str, expected: str) -> None:
    assert saved_at(text.encode()) == expected
