"""Deviations of the layout, gathered: one finding for each kind of deviation, however many paragraphs show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity, Strength
from generator.document.typeset import Setting
from generator.models.check import CheckRule
from generator.models.style_values import Stated
from generator.records import dataclass

_SHOWN = 3
_MOST_KINDS = 4
_EXCERPT, _SHORT = 24, 8
_CONVERTED = "（据转换后的版面）"
Key = tuple[str, str]


@dataclass(slots=True)
class _Noted:
    """What was found of one kind: the statement it goes against, the parts (正文, 署名) and paragraphs that show it."""

    stated: Stated | None
    parts: dict[str, None] = field(default_factory=dict)
    settings: list[Setting] = field(default_factory=list)


@dataclass(slots=True)
class Notes:
    """Collects. A code without an entry in `checks` is a check that the office doesn't want. `converted` is said with
    every finding."""

    file: str
    checks: Mapping[str, CheckRule]
    converted: bool = False
    _noted: dict[Key, dict[str, _Noted]] = field(default_factory=dict)

    def wants(self, code: str) -> bool:
        return code in self.checks

    def number(self, code: str, name: str) -> int:
        return self.checks[code].number(name)

    def words(self, code: str, name: str) -> tuple[str, ...]:
        """A list from the 参数 of a check, empty where the office doesn't want it."""
        rule = self.checks.get(code)
        return tuple(filter(None, rule.参数.get(name, "").split("、"))) if rule is not None else ()

    def add(
        self,
        code: str,
        part: str,
        seen: str,
        wanted: str = "",
        *,
        at: Setting | None = None,
        stated: Stated | None = None,
    ) -> None:
        """A deviation: `part` shows `seen` and should show `wanted`, as `stated` in the profile."""
        if not self.wants(code):
            return
        noted = self._noted.setdefault((code, wanted), {}).setdefault(seen, _Noted(stated))
        noted.parts.setdefault(part)
        if at is not None and (not noted.settings or noted.settings[-1] is not at):
            noted.settings.append(at)

    def tell(self, diagnostics: Diagnostics) -> None:
        """All of them as findings."""
        for (code, wanted), kinds in self._noted.items():
            for seen, noted in _fewer(kinds):
                diagnostics.add(self._finding(code, noted, {"实际": seen, "应当": wanted}))

    def _finding(self, code: str, noted: _Noted, words: Mapping[str, str]) -> Diagnostic:
        rule, stated = self.checks[code], noted.stated
        strength = Strength(stated.强度 if stated is not None else rule.强度)
        severity = Severity(rule.严重)
        if severity is Severity.ERROR and strength is not Strength.RULE:
            severity = Severity.WARNING
        settings = sorted(noted.settings, key=_number)
        said = {**words, "部位": "、".join(noted.parts), "处": _places(settings)}
        source = stated.条款 if stated is not None else rule.来源
        place = _place(self.file, settings)
        message = rule.message(said) + (_CONVERTED if self.converted else "")
        return Diagnostic(code, severity, place, message, rule.remedy(said), source, strength)


def _fewer(kinds: dict[str, _Noted]) -> list[tuple[str, _Noted]]:
    """The commonest kinds each for itself, the others together."""
    ordered = sorted(kinds.items(), key=lambda pair: -len(pair[1].settings))
    if len(ordered) <= _MOST_KINDS + 1:
        return ordered
    rest = ordered[_MOST_KINDS:]
    together = _Noted(rest[0][1].stated)
    for _, each in rest:
        together.parts |= each.parts
        together.settings += each.settings
    return [*ordered[:_MOST_KINDS], ("、".join(seen for seen, _ in rest[:_MOST_KINDS]) + "等", together)]


def _number(setting: Setting) -> int:
    return setting.number


def _places(settings: list[Setting]) -> str:
    """The first places in words, with how many there are; nothing for what concerns the whole file."""
    if not settings:
        return ""
    shown = "、".join(f"第{max(one.number, 1)}段“{_begin(one.text, _SHORT)}”" for one in settings[:_SHOWN])
    return f"（{shown}）" if len(settings) <= _SHOWN else f"（共{len(settings)}段，如{shown}）"


def _begin(text: str, length: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= length else f"{plain[:length]}…"


def _place(file: str, settings: list[Setting]) -> Place:
    if not settings:
        return Place(file)
    return Place(file, paragraph=max(settings[0].number, 1), text=" ".join(settings[0].text.split())[:_EXCERPT])
