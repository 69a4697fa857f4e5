"""What a style profile is made of: lengths, fonts and wordings, every one with its clause and its strength.

Units: 毫米, 磅 (1/72 inch), 缇 (1/20 磅), 字 (the width of one character of the text in question), 行 (the line
pitch of the type area).
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.models.base import KnowledgeEntry

FontClass = Literal["小标宋", "黑体", "楷体", "仿宋", "宋体"]
Alignment = Literal["左", "中", "右", "两端"]
Strength = Literal["规定", "一般", "惯例"]

_TWIPS = {"毫米": 1440 / 25.4, "磅": 20.0, "缇": 1.0}


class Stated(KnowledgeEntry):
    """Anything a profile states: 条款 says where it comes from, 强度 how binding it is."""

    条款: str = Field(min_length=1)
    强度: Strength


class Adjustment(Stated):
    """A length that may be negative."""

    值: float = Field(ge=-20_000, le=20_000)
    单位: Literal["毫米", "磅", "缇"]

    @property
    def twips(self) -> int:
        """The length in whole twips (1/20 point)."""
        return round(self.值 * _TWIPS[self.单位])

    @property
    def points(self) -> float:
        """The length in points."""
        return self.值 * _TWIPS[self.单位] / 20

    @property
    def millimetres(self) -> float:
        """The length in millimetres."""
        return self.值 * _TWIPS[self.单位] / _TWIPS["毫米"]


class Length(Adjustment):
    """A length greater than nothing."""

    值: float = Field(gt=0, le=20_000)


class Characters(Stated):
    """A width in characters of the text it belongs to."""

    值: float = Field(ge=0, le=40)
    单位: Literal["字"]


class Lines(Stated):
    """A height in lines of the type area; as the pitch of a text, a multiple of its font's own line."""

    值: float = Field(ge=0, le=60)
    单位: Literal["行"]


class Count(Stated):
    """A number of things, at least one."""

    值: int = Field(ge=1, le=10)
    单位: Literal["个"]


class Wording(Stated):
    """A text that the profile supplies."""

    文字: str = Field(min_length=1)


class Typeface(Stated):
    """The fonts of one class: 名 stands in the file, 替代 are what a computer without it may use.

    认作 are words by which fonts of other makers are known to be of this class (checks of finished files).
    """

    名: str = Field(min_length=1)
    替代: tuple[str, ...] = ()
    认作: tuple[str, ...] = ()
    西文: str | None = None
    家族: Literal["roman", "modern", "script", "swiss", "auto"] = "auto"

    @property
    def latin(self) -> str:
        """The font of letters and digits: the Chinese font itself unless the profile names another."""
        return self.西文 or self.名


_CLASSES: tuple[FontClass, ...] = ("仿宋", "小标宋", "楷体", "黑体", "宋体")
"""In this order a name is held against their words: 小标宋体 and 仿宋体 end like 宋体."""


class Typefaces(KnowledgeEntry):
    """One typeface for every class that GB/T 9704 names."""

    小标宋: Typeface
    黑体: Typeface
    楷体: Typeface
    仿宋: Typeface
    宋体: Typeface

    def of(self, font_class: FontClass) -> Typeface:
        """The typeface of a class."""
        face: Typeface = getattr(self, font_class)
        return face

    def class_of(self, name: str) -> FontClass | None:
        """The class of a font by its name; None for one of another class."""
        plain = name.lower().strip()
        for font_class in _CLASSES:
            face = self.of(font_class)
            if plain in (each.lower() for each in (face.名, *face.替代)):
                return font_class
        for font_class in _CLASSES:
            if any(word.lower() in plain for word in self.of(font_class).认作):
                return font_class
        return None

    def all(self) -> tuple[Typeface, ...]:
        """All typefaces, in the order of the classes above."""
        return (self.小标宋, self.黑体, self.楷体, self.仿宋, self.宋体)


class FontChoice(Stated):
    """Which class of font a text is set in."""

    值: FontClass


class AlignmentChoice(Stated):
    """How the lines of a text stand."""

    值: Alignment


class Colour(Stated):
    """A colour as six hexadecimal digits."""

    值: str = Field(pattern=r"^[0-9A-F]{6}$")


class TextKind(KnowledgeEntry):
    """How one kind of text is set. Without 行距 it stands on the exact line pitch of the type area."""

    字体: FontChoice
    字号: Length
    对齐: AlignmentChoice
    首行缩进: Characters | None = None
    左空: Characters | None = None
    右空: Characters | None = None
    段前: Lines | None = None
    段后: Lines | None = None
    行距: Length | Lines | None = None
    颜色: Colour | None = None
