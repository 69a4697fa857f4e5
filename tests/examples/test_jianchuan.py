"""The example of 剑川县: what is found in it, and what it shows. Its figures and words: test_seeds."""

from __future__ import annotations

from support.seeds import examined, input_of

from generator.diagnostics import Severity
from generator.document.blocks import Addressee, Headnote, Section, Signature, Speaker, plain, walk

SEED = "jianchuan-2020"


def test_exactly_the_faults_of_the_published_report_are_found() -> None:
    """Nothing on the 第一责任人, published after 1 April, a rate that 36 persons cannot have, each where it stands."""
    _, diagnostics = examined(SEED)
    lines = input_of(SEED).read_text(encoding="utf-8").splitlines()
    found = [(d.code, d.severity, lines[(d.place.line or 0) - 1][(d.place.column or 0) - 1 :]) for d in diagnostics]
    assert [(code, severity) for code, severity, _ in found] == [
        ("PART001", Severity.ERROR),
        ("PART028", Severity.WARNING),
        ("DATA004", Severity.WARNING),
        ("TEXT098", Severity.INFO),
        ("TEXT102", Severity.INFO),
        ("TEXT102", Severity.INFO),
        ("TERM046", Severity.INFO),
        ("TERM046", Severity.INFO),
        ("TEXT098", Severity.INFO),
    ]
    assert found[0][2] == "格式: 1"
    assert found[1][2] == "2021-04-07"
    assert found[2][2].startswith("{值: 62%")
    assert [text[:4] for *_, text in found[3:]] == ["2020", "停访息诉", "越级上访", "维稳思维", "人治方式", "充分肯定"]
    assert "“第一责任人”" in next(iter(diagnostics)).message


def test_a_head_named_as_a_problem_is_no_account_of_the_heads() -> None:
    """The words 第一责任人 stand among the problems, and the item is still missing."""
    result, _ = examined(SEED)
    sections = [block for block in walk(result.documents[0].blocks) if isinstance(block, Section)]
    naming = [
        s for s in sections if "第一责任人" in "".join(plain(b.inlines) for b in s.blocks if hasattr(b, "inlines"))
    ]
    assert len(naming) == 1
    assert {item for section in sections for item in section.items} == {"举措成效", "不足原因", "下年安排"}


def test_it_is_an_oral_report_and_its_public_text() -> None:
    """Spoken: session and office under the state, the salutation twice, no signature. Public: the other way round."""
    spoken, public = (list(walk(document.blocks)) for document in examined(SEED)[0].documents)
    heads = [plain(block.inlines) for block in spoken if isinstance(block, Headnote | Speaker)][1:]
    assert heads == [
        "——2021年3月30日在剑川县第十七届人民代表大会常务委员会第三十九次会议上",
        "剑川县司法局局长",
    ]
    called = [plain(block.inlines) for block in spoken if isinstance(block, Addressee)]
    assert called == ["主任、副主任、各位委员："] * 2
    assert not any(isinstance(block, Signature) for block in spoken)
    assert not any(isinstance(block, Speaker | Addressee) for block in public)
    assert any(isinstance(block, Signature) for block in public)


def test_it_has_the_parts_of_the_published_report() -> None:
    """What was done under eight headings, four problems, seven plans."""
    result, _ = examined(SEED)
    parts = [block for block in result.documents[0].blocks if isinstance(block, Section)]
    assert [sum(isinstance(block, Section) for block in part.blocks) for part in parts] == [8, 4, 7]
