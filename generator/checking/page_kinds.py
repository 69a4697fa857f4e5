"""What a style profile says of a paragraph, by what the paragraph is."""

from __future__ import annotations

from generator.document.typeset import Role, RoleKind
from generator.models.style import StyleProfile
from generator.models.style_values import TextKind
from generator.records import dataclass

_LEVELS = "一二三四"


@dataclass(frozen=True, slots=True)
class Expected:
    """`part` is what staff call it; the codes are those of its font and of its size."""

    part: str
    kind: TextKind
    font_code: str = "PAGE020"
    size_code: str = "PAGE021"


def expected(role: Role, profile: StyleProfile) -> Expected | None:
    """How a paragraph is to be set; None where the profile leaves it open or it can't be told."""
    if role.kind == "节标题":
        level = profile.层次标题[role.level - 1]
        return Expected(f"{_LEVELS[role.level - 1]}级标题", level, "PAGE030", "PAGE031")
    if role.kind == "标题":
        return Expected("标题", profile.标题, "PAGE010", "PAGE011")
    if role.kind == "版记":
        return Expected("版记", profile.版记.字样, "PAGE060", "PAGE060")
    kinds: dict[RoleKind, tuple[str, TextKind]] = {
        "正文": ("正文", profile.正文),
        "主送": ("主送机关", profile.主送机关),
        "发文字号": ("发文字号", profile.版头.发文字号),
        "附件说明": ("附件说明", profile.附件说明.字样),
        "署名": ("署名", profile.署名.字样),
        "成文日期": ("成文日期", profile.署名.字样),
        "附注": ("附注", profile.附注),
        "附件": ("附件的标识", profile.附件.标签),
    }
    found = kinds.get(role.kind)
    return Expected(*found) if found is not None else None


def body(profile: StyleProfile) -> Expected:
    """How text is to be set, also that behind a heading that runs in."""
    return Expected("正文", profile.正文)
