"""Rules (线): the red one under the 版头 (GB/T 9704—2012, 7.2.7), those of the 版记 (7.4.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.checking.page_notes import Notes
from generator.checking.page_sizes import colour_name, millimetres
from generator.document.typeset import Boxed, Setting, Sheet, Typeset
from generator.document.typeset_drawn import Drawing, Rule, is_red
from generator.models.style import StyleProfile
from generator.models.style_formal import Rule as RuleStyle

_ADDRESSED = "主送"  # moved there from under the title, or still standing there
_SHORTEST = 5670  # 缇: what is shorter than ten centimetres is another line
_HUNDREDTHS = 100  # of a millimetre, in which it is said how far off a rule may be


def check_red_rule(
    head: Sequence[Setting], boxed: Sequence[Boxed], sheet: Sheet, profile: StyleProfile, notes: Notes, at: Setting
) -> None:
    """There, red, as wide as the type area. What is there as a picture says nothing."""
    settings = [*head, *(box.setting for box in boxed)]
    rules = [rule for one in settings for rule in shown_by(one)]
    wanted = profile.版头.分隔线.颜色
    red = [rule for rule in rules if rule.red]
    if red:
        if len(red) == 1:
            _check_width(red[0], sheet, profile, notes, at)
        return
    drawings = [each for one in settings for each in one.drawings] + [box.drawing for box in boxed]
    other = next((rule for rule in rules if rule.colour and _may_be_rule(rule.wide)), None)
    if other is not None:
        notes.add("PAGE068", "版头", colour_name(other.colour), "红色", at=at, stated=wanted)
    elif not any(map(_may_show_one, drawings)) and not any(_may_be_rule(rule.wide) for rule in rules):
        notes.add("PAGE055", "版头", "没有红色分隔线", "红色分隔线", at=at, stated=wanted)


def shown_by(one: Setting) -> Iterator[Rule]:
    """The rules of a paragraph, its own and those drawn there."""
    yield from one.rules
    for each in one.drawings:
        if each.kind == "线":
            yield Rule(each.colour, each.wide, each.thick)


def _may_be_rule(wide: int) -> bool:
    return not wide or wide >= _SHORTEST


def _may_show_one(drawing: Drawing) -> bool:
    if drawing.kind == "框":
        return is_red(drawing.colour)
    return _may_be_rule(drawing.wide)


def _check_width(rule: Rule, sheet: Sheet, profile: StyleProfile, notes: Notes, at: Setting) -> None:
    """Against the type area of the profile, or that of the file: wrong margins are a matter of their own."""
    if not rule.wide or not notes.wants("PAGE069"):
        return
    area = profile.版心.宽
    spare = notes.number("PAGE069", "允差") * 1440 / 25.4
    if min(abs(rule.wide - area.twips), abs(rule.wide - sheet.room)) > spare:
        seen, right = f"{millimetres(rule.wide)}毫米", f"{area.millimetres:g}毫米"
        notes.add("PAGE069", "版头", seen, right, at=at, stated=area)


def check_imprint_rules(facts: Typeset, profile: StyleProfile, notes: Notes) -> None:
    """There, and the outer ones thicker. How thick drawn ones are isn't always said."""
    places = [
        place
        for place, (one, role) in enumerate(zip(facts.settings, facts.roles, strict=True))
        if role.kind == "版记" and not one.text.lstrip().startswith(_ADDRESSED)
    ]
    boxed = [box for box in facts.boxed if box.role.kind == "版记"]
    if not places:
        return
    near = facts.settings[max(places[0] - 1, 0) : places[-1] + 2]
    at = facts.settings[places[0]]
    rules = [rule for one in near for rule in shown_by(one)]
    if not rules and not boxed and not any(one.drawn for one in near):
        notes.add("PAGE079", "版记", "没有分隔线", at=at, stated=profile.版记.外线.颜色)
        return
    if all(rule.thick for rule in rules) and not boxed:
        _check_thickness(rules, profile, notes, at)


def _check_thickness(rules: Sequence[Rule], profile: StyleProfile, notes: Notes, at: Setting) -> None:
    for name, some, wanted in _sorted(rules, profile):
        spare = notes.number("PAGE080", "允差") / _HUNDREDTHS if notes.wants("PAGE080") else 0.0
        for rule in some:
            found = rule.thick / 72 * 25.4
            if abs(found - wanted.粗.millimetres) > spare:
                seen, right = f"粗{found:.2f}毫米", f"{wanted.粗.millimetres:g}毫米"
                notes.add("PAGE080", name, seen, right, at=at, stated=wanted.粗)
                break


def _sorted(rules: Sequence[Rule], profile: StyleProfile) -> Iterable[tuple[str, Sequence[Rule], RuleStyle]]:
    """First and last, and those between; of a single one it can't be told."""
    if len(rules) > 1:
        yield "首条和末条分隔线", (rules[0], rules[-1]), profile.版记.外线
        yield "中间的分隔线", rules[1:-1], profile.版记.内线
