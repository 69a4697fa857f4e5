"""Slips that a reader sees at once: the other script, letters among figures, units and numbers that don't fit."""

from __future__ import annotations

import re
from typing import Any

from generator.checking.finished.examination import TITLE, Examination
from generator.patterns import compile_later

_FEW = 5
_APART = compile_later(
    r"(?:^|[。；，：])(?:其中[，：]?)?(?P<项>[^。；，：\n0-9]{2,40}?)(?:案卷|案件|文件|事项)?(?<!同比)分别(?:为|是|有|达到?|办理|完成|受理|审结)?"
    r"(?P<数>[0-9][0-9.]*(?:万)?[^0-9。；，：、\n]{1,4}(?:[、和及][0-9][0-9.]*(?:万)?[^0-9。；，：、\n]{1,4}){1,8})(?=[，。；）\n])"
)
_LEVELS = compile_later(r"[一二两三四五六七八九十]|等|各")
_BETWEEN = compile_later(r"[、和及与]")
_LETTERS = compile_later(
    r"(?<![A-Za-z0-9.])[0-9]+[OolI][0-9]+(?=[年月日件个项人名次份%条])|(?<![A-Za-z0-9])2[Oo]{1,2}[0-9]{1,2}年"
)
_YEARS = compile_later(r"(?<![0-9.至到—－～~-])(?P<年>2[01][0-9]{2})年(?!代)")
_TOO_FAR = 10
_COUNTED = compile_later(
    r"(?P<名>[\u4e00-\u9fff]{2,8})(?P<数>[二两三四五六七八九]|十[一二三四五六七八九]?|[二三四五六七八九]十[一二三四五六七八九]?)(?P<位>件次|件|项|名|人次|场次|份|户|卷|宗|次)(?=[，。；、])"
)
_NO_COUNT = compile_later(r"第|[一二三四五六七八九十百千万几数]$|(?:每|各|任|逢|共)[\u4e00-\u9fff]{0,3}$")
_ARABIC = 2


def check_slips(examination: Examination) -> None:
    """TEXT112, TEXT113, TEXT115, TEXT118, TEXT119."""
    _check_script(examination)
    _check_apart(examination)
    _check_figures(examination)
    _check_units(examination)
    _check_numerals(examination)


def _check_script(examination: Examination) -> None:
    """TEXT112: characters of the other script; a text full of them is told once."""
    signs = examination.notes.parameter("TEXT112", "字")
    if not signs:
        return
    found = list(re.finditer(f"[{signs}]+", examination.text))
    if len(found) > _FEW:
        examination.add("TEXT112", found[0].start(), found[0].end(), 另=f"，全文共有{len(found)}处")
        return
    for match in found:
        examination.add("TEXT112", match.start(), match.end(), 另="")


def _check_apart(examination: Examination) -> None:
    """TEXT113: as many figures behind 分别 as things before it. Only where 、 divides the things."""
    if "分别" not in examination.text:
        return
    for match in _APART.finditer(examination.text):
        things, figures = _BETWEEN.split(match["项"]), _BETWEEN.split(match["数"])
        mixed = "、" in match["项"] and re.search("[和及与]", match["项"]) is not None
        plain = (
            len(things) > 1 and not mixed and not _LEVELS.search(match["项"]) and all(len(each) > 1 for each in things)
        )
        if plain and len(things) != len(figures):
            words: dict[str, Any] = {"前": len(things), "后": len(figures), "项": "、".join(things)}
            examination.add("TEXT113", match.start("项"), match.end(), **words)


def _check_figures(examination: Examination) -> None:
    """TEXT115: letters among figures, and years that no report speaks of."""
    for match in _LETTERS.finditer(examination.text):
        examination.add("TEXT115", match.start(), match.end())
    year = examination.subject.year
    aims = examination.notes.words("TEXT115", "目标年")
    for match in _YEARS.finditer(examination.text) if year is not None else ():
        if int(match["年"]) > (year or 0) + _TOO_FAR and match["年"] not in aims:
            examination.add("TEXT115", match.start(), match.end())


def _check_units(examination: Examination) -> None:
    """TEXT118: persons are not counted in 件, papers not in 名; only right behind the noun."""
    for kind in ("人", "物"):
        nouns, units = examination.notes.words("TEXT118", kind), examination.notes.words("TEXT118", f"{kind}不用")
        if not nouns or not units:
            continue
        pattern = rf"(?:{'|'.join(map(re.escape, nouns))})[0-9]+(?:{'|'.join(map(re.escape, units))})(?=[，。；、）])"
        for match in re.finditer(pattern, examination.text):
            examination.add("TEXT118", match.start(), match.end())


def _check_numerals(examination: Examination) -> None:
    """TEXT119: a count behind its noun in Chinese numerals, where its sentence counts in Arabic ones."""
    for start, end in examination.sentences():
        sentence = examination.text[start:end]
        for match in _COUNTED.finditer(sentence):
            arabic = re.findall(rf"[0-9]+{match['位'][0]}|[0-9]+[件项次名个份]", sentence)
            titled = examination.inside[start + match.start()] & TITLE
            if len(arabic) >= _ARABIC - 1 and not titled and not _NO_COUNT.search(match["名"]):
                examination.add("TEXT119", start + match.start(), start + match.end())
