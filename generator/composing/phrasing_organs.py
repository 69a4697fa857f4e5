"""What the organs of a reporter are called in its own text: 县委, 镇党委, 县政府常务会议, 局 …"""

from __future__ import annotations

from generator.composing.setting import Setting
from generator.models.heads import HeadKind

_TOWNS = ("镇", "乡", "苏木")
_STREET = "街道"
_ZONES = ("管理委员会", "管委会")
_COUNTIES = ("县", "区", "旗")
_LEVELS = (*_COUNTIES, "省", "市", "州", "盟")


def 范围(境: Setting) -> str:
    """全县, 全区 …; nothing for a reporter that speaks of itself (我局)."""
    return 境.域 if 境.域.startswith("全") else ""


def 本级(境: Setting) -> str:
    """县, 区, 镇 …, as in 县人大常委会; 本级 for a reporter that speaks of itself."""
    return 范围(境).removeprefix("全") or "本级"


def 政府(境: Setting) -> str:
    """县政府, 区政府 …; 街道办事处 and 管委会 for those that have no government of their own."""
    if _is_zone(境):
        return "管委会"
    return "街道办事处" if 本级(境) == _STREET else f"{本级(境)}政府"


def 党委(境: Setting) -> str:
    """县委, 镇党委, 街道党工委; 党工委 of a zone, 党组 of a reporter that speaks of itself."""
    level = 本级(境)
    if _is_zone(境):
        return "党工委"
    if level == _STREET:
        return "街道党工委"
    if level in _TOWNS:
        return f"{level}党委"
    return f"{level}委" if 范围(境) else "党组"


def 党委会议(境: Setting) -> str:
    """The meeting in which the committee decides: only those of counties and above have a 常委会."""
    return f"{党委(境)}{'常委会' if _has_standing_organs(境) else ''}会议"


def 政府会议(境: Setting) -> str:
    """The meeting in which the government decides: 常务会议, or 办公会议 where there is none."""
    if _has_standing_organs(境):
        return f"{政府(境)}常务会议"
    return f"{政府(境)}办公会议" if 范围(境) else "办公会议"


def 人大常委会(境: Setting) -> str:
    """县人大常委会 …; nothing for reporters below the county, departments and zones, which have none of their own."""
    return f"{本级(境)}人大常委会" if _has_standing_organs(境) else ""


def 依法治委(境: Setting) -> str:
    """县委全面依法治县委员会 …; below the county and in departments a 领导小组."""
    if _has_standing_organs(境):
        return f"{党委(境)}全面依法治{本级(境)}委员会"
    return "法治建设领导小组"


def 下级和部门(境: Setting) -> str:
    """Who is inspected and gives account. A 市 may have towns or counties below it, so it isn't said."""
    if not _has_standing_organs(境):
        return "单位"
    return "乡镇（街道）和部门" if 本级(境) in _COUNTIES else "地方和部门"


def 单位(境: Setting) -> str:
    """局, 委 … for a reporter that speaks of itself (我局)."""
    return 境.域.removeprefix("我") if 境.域.startswith("我") else "本单位"


def designation(head: HeadKind, 境: Setting) -> str:
    """What a version calls a head (自称): 县政府主要负责人, 镇党委主要负责人, 局主要负责人."""
    text = head.自称
    for slot, organ in (("{党委}", 党委(境)), ("{政府}", 政府(境)), ("{单位}", 单位(境))):
        text = text.replace(slot, organ)
    return text


def _has_standing_organs(境: Setting) -> bool:
    return 本级(境) in _LEVELS and not _is_zone(境)


def _is_zone(境: Setting) -> bool:
    return any(organ.endswith(_ZONES) for organ in 境.机关)


def 执法机关(境: Setting) -> str:
    """全县行政执法机关 …; nothing for a town, a 街道 or a reporter that speaks of itself, which is one organ."""
    return f"{范围(境)}行政执法机关" if 范围(境) and 本级(境) not in (*_TOWNS, _STREET) else ""
