"""版头: the mark of the organ, the 发文字号 of a report to the level above, the red rule (GB/T 9704—2012, 7.2)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checking.page_mark import check_height, check_mark
from generator.checking.page_notes import Notes
from generator.checking.page_rules import check_red_rule
from generator.checking.page_signers import check_number
from generator.checking.page_sizes import CLOSE_LINES, blank_lines, pitch
from generator.document.typeset import Role, Setting, Sheet, Typeset
from generator.models.style import StyleProfile

_LINES_BELOW = 6  # behind the title: a rule that is drawn may hang on any paragraph of the first page
Pairs = Sequence[tuple[Setting, Role]]


def check_head(facts: Typeset, profile: StyleProfile, notes: Notes) -> None:
    """All that stands before the title, where there is a mark in letters."""
    pairs = [
        pair for pair in zip(facts.settings, facts.roles, strict=True) if not pair[0].framed or pair[1].kind == "标志"
    ]
    boxed = [box for box in facts.boxed if box.role.kind == "标志"]
    marks = [one for one, role in pairs if role.kind == "标志"] + [box.setting for box in boxed]
    if not marks:
        return
    for one in marks:
        check_mark(one, profile, notes, placed=one.celled or one.framed or any(one is box.setting for box in boxed))
    check_height(facts, profile, notes)
    title = next((place for place, (_, role) in enumerate(pairs) if role.kind == "标题"), len(pairs) - 1)
    head = [one for one, _ in pairs[: title + 1]]
    above = [box for box in facts.boxed if box.host <= title]
    below = [one for one, _ in pairs[title + 1 : title + _LINES_BELOW] if not one.rules and one.red]
    check_red_rule(head + below, above, facts.sheets[0], profile, notes, marks[-1])
    check_number(pairs[:title], facts.sheets, profile, notes)
    _check_first_page(pairs[title:], notes)
    _check_under_mark(pairs[:title], facts.sheets, profile, notes)
    _check_under_rule(pairs, facts.sheets, profile, notes)


def _check_first_page(pairs: Pairs, notes: Notes) -> None:
    """7.3.3: the first page shows some of the text. Told where a break keeps it away from there."""
    begin = next((place for place, (_, role) in enumerate(pairs) if role.kind in ("正文", "节标题")), None)
    if begin is None:
        return
    one = pairs[begin][0]
    broken = one.breaks_before or one.section != pairs[0][0].section
    if broken or any(each.breaks_before or each.breaks_after for each, _ in pairs[1:begin]):
        notes.add("PAGE083", "正文", "从第二面才开始", "首页显示正文", at=one)


def _check_under_mark(pairs: Pairs, sheets: Sequence[Sheet], profile: StyleProfile, notes: Notes) -> None:
    """7.2.5: two blank lines between the mark and the number, where nothing else stands between them.

    A line higher than the letters of the mark leaves room of its own, which may be meant for a part of the two.
    """
    first = next((place for place, (_, role) in enumerate(pairs) if role.kind == "发文字号"), 0)
    mark = first - 1
    while mark >= 0 and pairs[mark][1].kind == "空":
        mark -= 1
    if (
        mark < 0
        or pairs[mark][1].kind != "标志"
        or pairs[mark][0].framed
        or any(o.celled for o, _ in pairs[mark : first + 1])
    ):
        return
    wanted, line, one = profile.版头.字号上空, profile.版心.行距.points, pairs[mark][0]
    lines = blank_lines([each for each, _ in pairs[mark : first + 1]], sheets, line)
    spare = max((pitch(one, sheets[0]) or one.letters.size * 1.5) - one.letters.size, 0) / line
    if lines - wanted.值 > CLOSE_LINES or lines + spare - wanted.值 < -CLOSE_LINES:
        seen, right = f"空{round(lines, 1):g}行", f"空{wanted.值:g}行"
        notes.add("PAGE081", "发文机关标志和发文字号之间", seen, right, at=pairs[first][0], stated=wanted)


def _check_under_rule(pairs: Pairs, sheets: Sequence[Sheet], profile: StyleProfile, notes: Notes) -> None:
    """7.3.1: two blank lines between the rule and the title, where nothing else stands between them."""
    title = next((place for place, (_, role) in enumerate(pairs) if role.kind == "标题"), None)
    if title is None:
        return
    rule = title - 1
    while rule >= 0 and pairs[rule][1].kind == "空" and not pairs[rule][0].drawn:
        rule -= 1
    if rule < 0 or not any(each.red for each in pairs[rule][0].rules) or pairs[rule][0].celled:
        return
    wanted = profile.版头.线下空
    lines = blank_lines([one for one, _ in pairs[rule : title + 1]], sheets, profile.版心.行距.points)
    if abs(lines - wanted.值) > CLOSE_LINES:
        seen, right = f"空{round(lines, 1):g}行", f"空{wanted.值:g}行"
        notes.add("PAGE056", "红色分隔线和标题之间", seen, right, at=pairs[title][0], stated=wanted)
