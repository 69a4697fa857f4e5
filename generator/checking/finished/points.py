"""How figures are written: points of percentages, and numbers with 千 behind a decimal."""

from __future__ import annotations

from generator.checking.finished.examination import Examination
from generator.patterns import compile_later

_RATE = r"[0-9]+(?:\.[0-9]+)?"
_POINTS = compile_later(
    rf"由[^。；，\n]{{0,8}}?(?P<前>{_RATE})%[^。；，\n]{{0,4}}?[升提增降减下回][^。；，\n0-9]{{0,4}}(?:到|至|为)(?P<后>{_RATE})%"
    rf"[，（](?:同比|比上年|较上年)?(?:提高|提升|上升|增加|下降|降低|减少|回落)了?(?P<差>{_RATE})%(?!以)"
)
_THOUSANDS = compile_later(r"(?<![0-9.])[0-9]+\.[0-9]+千(?!瓦|克|米|伏|赫|卡|焦|帕|字节|分)")
_CLOSE = 0.051


def check_points(examination: Examination) -> None:
    """DATA560: the difference of two percentages with a percent sign; TEXT109: 4.5千."""
    for match in _POINTS.finditer(examination.text):
        if abs(abs(float(match["后"]) - float(match["前"])) - float(match["差"])) < _CLOSE:
            examination.add("DATA560", match.start("差"), match.end("差") + 1, 差=match["差"])
    for match in _THOUSANDS.finditer(examination.text):
        examination.add("TEXT109", match.start(), match.end())
