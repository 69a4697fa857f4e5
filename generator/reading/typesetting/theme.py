"""The fonts that a theme (主题) stands for, by the language that Chinese text is said to be in."""

from __future__ import annotations

from generator.document.typeset import Font
from generator.packages import Node
from generator.reading.typesetting.parts import Parts, named
from generator.records import dataclass

_SCRIPTS = {"zh-cn": "Hans", "zh-sg": "Hans", "zh": "Hans", "zh-hans": "Hans", "ja": "Jpan", "ko": "Hang"}
_SLOTS = {"EastAsia": "ea", "HAnsi": "latin", "Ascii": "latin", "Bidi": "cs"}


@dataclass(frozen=True, slots=True)
class Theme:
    """`fonts` by `major` and `minor` and by slot (`ea`, `latin`, `cs`); under `Hans` and the like those of scripts."""

    fonts: dict[tuple[str, str], str]
    script: str = ""

    def font(self, wanted: str) -> Font:
        """The font of a token such as `minorEastAsia`; its name is empty when the theme names none.

        A theme leaves Chinese open as a rule, and the script of the language in the settings decides.
        """
        size = "major" if wanted.startswith("major") else "minor"
        slot = _SLOTS.get(wanted[len(size) :], "ea")
        name = self.fonts.get((size, slot), "")
        if not name and slot == "ea" and self.script:
            name = self.fonts.get((size, self.script), "")
        return Font(name, "主题")


def theme_of(parts: Parts) -> Theme:
    """The theme of a file; one without fonts when there is none."""
    root, settings = parts.kind("theme"), parts.kind("settings")
    language = settings.value("themeFontLang", key="eastAsia") if settings is not None else None
    scheme = root.first("themeElements", "fontScheme") if root is not None else None
    fonts: dict[tuple[str, str], str] = {}
    for size in ("major", "minor"):
        collection = scheme.first(f"{size}Font") if scheme is not None else None
        if collection is not None:
            fonts |= {(size, key): name for key, name in _fonts(collection)}
    return Theme(fonts, _script(language or ""))


def _fonts(collection: Node) -> list[tuple[str, str]]:
    slots = [(each.name, each.attributes.get("typeface", "")) for each in collection]
    scripts = [
        (each.attributes.get("script", ""), each.attributes.get("typeface", "")) for each in named(collection, "font")
    ]
    return [(key, name) for key, name in (*slots, *scripts) if key not in ("font", "") and name]


def _script(language: str) -> str:
    """The script of a language: simplified Chinese for zh-CN, traditional for other places that write Chinese."""
    known = _SCRIPTS.get(language.lower()) or _SCRIPTS.get(language.lower().partition("-")[0])
    return "Hant" if language.lower() in ("zh-tw", "zh-hk", "zh-mo", "zh-hant") else known or ""
