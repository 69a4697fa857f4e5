"""A whole told in two parts: what was done and the rest, or one of two ways that leave no third (现场 and 书面)."""

from __future__ import annotations

import re

from generator.checking.finished.amounts import goes_on_to
from generator.checking.finished.examination import Examination
from generator.patterns import compile_later

_UNIT = "人次|件次|户次|场次|件|项|个|人|名|份|条|家|户|次|处|卷|宗"
_REST = compile_later(
    rf"(?<![0-9.])(?P<总>[0-9]+)(?P<位>{_UNIT})，(?:已|年内|全部)?(?:完成)?(?:整改|办结|化解|解决|销号|审结|调解|答复|完成)[^0-9，。；\n]{{0,4}}"
    r"(?P<甲>[0-9]+)(?P=位)(?:，[^，。；\n]{0,8}率[^，。；\n]{0,8}%)?[，；]其余的?(?P<乙>[0-9]+)(?P=位)"
)


def check_remainders(examination: Examination) -> None:
    """DATA538: the two parts come to the whole. The pairs are words of the check."""
    _tell(_REST, examination)
    for pair in examination.notes.parameter("DATA538", "成对").split("；"):
        one, _, other = pair.partition("、")
        if other and one in examination.text and other in examination.text:
            _tell(re.compile(_ways(one, other)), examination)


def _ways(one: str, other: str) -> str:
    return (
        rf"(?<![0-9.])(?P<总>[0-9]+)(?P<位>{_UNIT})(?:（[^（）\n]*）)?[^。；，0-9\n]{{0,40}}，其中[^0-9，。；、\n]{{0,6}}{one}[^0-9，。；、\n]{{0,8}}"
        rf"(?P<甲>[0-9]+)(?P=位)[、，和及][^0-9，。；、\n]{{0,6}}{other}[^0-9，。；、\n]{{0,8}}(?P<乙>[0-9]+)(?P=位)(?=[，。；）])"
    )


def _tell(pattern: re.Pattern[str], examination: Examination) -> None:
    for match in pattern.finditer(examination.text):
        whole, parts = int(match["总"]), (int(match["甲"]), int(match["乙"]))
        if sum(parts) == whole or goes_on_to(match.string, match.end(), whole - sum(parts), match["位"]):
            continue
        told = {"总": whole, "和": sum(parts), "分项": "＋".join(map(str, parts))}
        examination.add("DATA538", match.start(), match.end(), **{name: str(each) for name, each in told.items()})
