"""Mends as changes of a text: exact, over pieces, and as they are shown."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from support.effort import tries
from support.knowledge_files import shipped_mends

from generator.composing.compose import mend_of
from generator.document.blocks import Text, Typed
from generator.document.respelling import Respelling, differences, over_pieces, respelled
from generator.document.typography import Change, mend_run
from generator.document.typography_plain import Piece, finished_rules, mends_of

RULES = tuple(mend_of(rule) for rule in shipped_mends())
_TEXTS = st.lists(st.text('县法12１，,、;；()（）《》“”"  .。…-~年月等号', max_size=12), min_size=1, max_size=4)


@settings(max_examples=tries(60), deadline=None)
@given(_TEXTS)
def test_the_changes_make_the_mended_text(texts: list[str]) -> None:
    """Whatever rounds it took: applied to what was typed they give what is printed, and none touches another."""
    inlines = tuple(Text(text, Typed(str(place), 7)) for place, text in enumerate(texts))
    changes: list[Change] = []
    mended, _ = mend_run(inlines, RULES, (), changes)
    for place, (text, new) in enumerate(zip(texts, mended, strict=True)):
        own = [each for each in changes if each.path == str(place)]
        edits = [Respelling(each.offset - 7, each.offset - 7 + len(each.before), each.after) for each in own]
        assert isinstance(new, Text)
        assert respelled(text, edits) == new.text
        assert all(text[edit.start : edit.end] == each.before for edit, each in zip(edits, own, strict=True))
        assert all(one.end < two.start for one, two in pairwise(edits))
        assert all(each.codes for each in own)


@settings(max_examples=tries(60), deadline=None)
@given(_TEXTS, st.lists(st.booleans(), min_size=4, max_size=4))
def test_closed_pieces_stay(texts: list[str], are_open: list[bool]) -> None:
    """What is mended over pieces is the same text, and not a character of a closed piece is another."""
    pieces = [Piece(text, is_open) for text, is_open in zip(texts, are_open, strict=False)]
    changes, _ = mends_of(pieces, RULES, ())
    lengths = [len(text) for text in texts]
    edits: list[list[Respelling]] = [[] for _ in texts]
    for change in changes:
        for place, edit in over_pieces(lengths, change):
            edits[place].append(edit)
    new = [respelled(text, own) for text, own in zip(texts, edits, strict=True)]
    assert "".join(new) == respelled("".join(texts), changes)
    assert all(text == now for text, now, piece in zip(texts, new, pieces, strict=True) if not piece.is_open)


def test_characters_go_to_their_own_pieces() -> None:
    assert list(over_pieces([2, 1, 2], Respelling(1, 4, "一二三"))) == [
        (0, Respelling(1, 2, "一")), (1, Respelling(0, 1, "二")), (2, Respelling(0, 1, "三")),
    ]  # fmt: skip
    assert list(over_pieces([1, 2], Respelling(0, 3, "……"))) == [(0, Respelling(0, 1, "……")), (1, Respelling(0, 2, ""))]


def test_differences_that_lie_together_are_one() -> None:
    found = list(
        differences("收到 12 件,其余的都在后面很远很远的地方,好", "收到12件，其余的都在后面很远很远的地方，好")
    )
    assert [(each.start, each.before, each.after) for each in found] == [
        (2, "收到 12 件,其余的都在后…", "收到12件，其余的都在后…"),
        (22, "…远很远的地方,好", "…远很远的地方，好"),
    ]


def test_rules_by_kind_of_line() -> None:
    """Running text: all but the blanks at its ends; placed words: no blanks; formal parts: nothing."""
    codes = [{rule.code for rule in finished_rules(RULES, kinds)} for kinds in (("段",), ("标题",), ("署名",), ())]
    everything = {rule.code for rule in RULES}
    assert everything - codes[0] == {"TEXT028"}
    assert everything - codes[1] == {"TEXT025", "TEXT026", "TEXT027", "TEXT028"}
    assert codes[2:] == [set(), set()]
    assert finished_rules(RULES, ("段", "署名")) == ()
