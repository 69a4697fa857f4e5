"""The keys an input may hold, taken from the models, and what a mistyped one was meant to be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.models.report import Report
from generator.patterns import compile_later

_INVISIBLE = compile_later(r"[\s\u200b-\u200f\u2060\ufeff]+")
_SIMPLIFIED = str.maketrans(
    "報題項務給責單時內圖寬檔範圍據備註適類別級簡稱關發舉職實間數體態標"
    "對開條鍵擬應預決訴複議證處訟執黨釋調經營縣區鄉鎮國會員總規劃審簽號蓋豁與並後無還樣過這裡從來",
    "报题项务给责单时内图宽档范围据备注适类别级简称关发举职实间数体态标"
    "对开条键拟应预决诉复议证处讼执党释调经营县区乡镇国会员总规划审签号盖豁与并后无还样过这里从来",
)

_ALSO = {"数据": "指标", "数字": "指标", "统计": "指标", "数据指标": "指标", "指标数据": "指标"}
"""What staff call a key that has another name."""


@cache
def known_keys() -> frozenset[str]:
    """Every key of a report, at whatever depth, but not the names of topics and indicators."""
    models: list[type[BaseModel]] = [Report]
    for model in models:
        found = (inner for info in model.model_fields.values() for inner in models_in(info.annotation))
        models.extend(inner for inner in dict.fromkeys(found) if inner not in models)
    return frozenset(key for model in models for key in keys_of(model))


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys of one model as staff write them, in order."""
    return [info.alias or name for name, info in model.model_fields.items()]


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models named anywhere in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """The name that `typed` was meant to be: the same but for traditional, full-width or stray characters, or near."""
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(tidy(name), name)
    wanted = tidy(typed)
    if wanted in plain:
        return plain[wanted]
    near = get_close_matches(wanted, plain, n=1, cutoff=0.5)
    if near:
        return plain[near[0]]
    within = [name for name in plain if len(wanted) > 1 and (wanted in name or (len(name) > 1 and name in wanted))]
    return plain[within[0]] if len(within) == 1 else None


def meant(typed: str, names: Iterable[str]) -> list[str]:
    """The keys that a mistyped one may have been: what it is also called, and the nearest."""
    known = list(names)
    also = _ALSO.get(tidy(typed))
    found = [also if also in known else None, nearest(typed, known)]
    return list(dict.fromkeys(name for name in found if name))


def guess(name: str, known: Iterable[str]) -> str:
    """A remedy for a name that isn't there: what it may have been meant to be, and what there is."""
    names = list(known)
    near = nearest(name, names)
    usable = f"可以用的有：{listed(names)}" if names else "删去它"
    return f"是不是“{near}”？{usable}" if near else usable


def tidy(word: str) -> str:
    """A name without blanks and colons, half-width, simplified."""
    plain = unicodedata.normalize("NFKC", word[:60]).translate(_SIMPLIFIED)
    return _INVISIBLE.sub("", plain).strip("：:").lower()


def listed(names: Iterable[str], most: int = 12) -> str:
    """`甲、乙、丙`, a long list cut."""
    known = list(names)
    more = f" 等{len(known)}种" if len(known) > most else ""
    return "、".join(known[:most]) + more
