"""Short titles of laws that there are no such laws by: 《行政处法》, 《政府信息公开法》."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checking.finished.examination import Examination
from generator.checking.finished.nearness import distances

_STATE = "中华人民共和国"
_KINDS = ("条例", "法")
_LEAST, _LONGEST = 5, 16


def check_name(name: str, start: int, end: int, right: Mapping[str, str], examination: Examination) -> bool:
    """TERM036: a title one character off a known one, or 法 for 条例; whether it was told.

    条例 for 法 is not told: provinces have their 环境保护条例, and the State had its 法律援助条例.
    """
    said = name.removeprefix(_STATE)
    for wanted, title in right.items():
        known = wanted.removeprefix(_STATE)
        if said == known or not known.endswith(_KINDS) or not _is_meant(said, known):
            continue
        examination.add("TERM036", start, end, 名=title.removeprefix(_STATE))
        return True
    return False


def _is_meant(said: str, known: str) -> bool:
    if not said.endswith(_KINDS) or not (_LEAST - 1 <= len(said) <= _LONGEST and len(known) >= _LEAST):
        return False
    if said.endswith("法") and known == f"{said[:-1]}条例":
        return True
    same_ends = said[0] == known[0] and said[-1] == known[-1]
    return same_ends and len(said) <= len(known) and distances(known, said)[-1] == 1
