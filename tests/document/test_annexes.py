"""附件: where the list of them stands, and when they are numbered."""

from __future__ import annotations

import pytest

from generator.document.annexes import annexed
from generator.document.blocks import (
    Annex,
    AnnexNote,
    Block,
    Document,
    Imprint,
    Meta,
    Note,
    Paragraph,
    Signature,
    Text,
)

_TEXT = Paragraph((Text("文"),))
_SIGN = Signature(((Text("甲"),),), "")
_NOTE = Note((Text("注"),))
_COPIES = Imprint(("丙",), "", "")
_META = Meta("标题", "甲", 2025, "全年", "版本", "送审稿", "送审稿")


def _annex(name: str, number: int = 0) -> Annex:
    return Annex((Text(name),), (_TEXT,), number)


def _list(*names: str) -> AnnexNote:
    return AnnexNote(tuple((Text(name),) for name in names))


CASES: dict[str, tuple[tuple[Block, ...], tuple[Block, ...]]] = {
    "none": ((_TEXT, _SIGN), (_TEXT, _SIGN)),
    "one has no number": (
        (_TEXT, _SIGN, _NOTE, _annex("甲"), _COPIES),
        (_TEXT, _list("甲"), _SIGN, _NOTE, _annex("甲"), _COPIES),
    ),
    "two have numbers": (
        (_TEXT, _SIGN, _annex("甲"), _annex("乙")),
        (_TEXT, _list("甲", "乙"), _SIGN, _annex("甲", 1), _annex("乙", 2)),
    ),
    "without a signature before the notes": (
        (_TEXT, _NOTE, _annex("甲")),
        (_TEXT, _list("甲"), _NOTE, _annex("甲")),
    ),
    "without either at the end of the text": ((_TEXT, _annex("甲")), (_TEXT, _list("甲"), _annex("甲"))),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES.keys())
def test_annexes_are_listed_behind_the_text(before: tuple[Block, ...], after: tuple[Block, ...]) -> None:
    """One line below the text, before the signature (GB/T 9704—2012, 7.3.4)."""
    assert annexed(Document(_META, before)).blocks == after
