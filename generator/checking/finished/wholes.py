"""Parts that can't be more than their whole: kinds that exclude each other, and a single one told with 其中."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.checking.finished.amounts import NUMBER, UNIT, as_printed, worth
from generator.checking.finished.examination import Examination
from generator.patterns import compile_later
from generator.records import dataclass

_COUNT = compile_later(
    rf"(?P<名>[\u4e00-\u9fff]{{0,16}}?)(?<![0-9.,第])(?P<数>{NUMBER})(?P<数万>万)?(?P<余>余|多)?(?P<位>(?!%){UNIT})"
)
_ROUGH = compile_later(r"(?:近|约|将近|超过?|逾|不足|至少)$")
_CHANGE = compile_later(r"增加|减少|增长|下降|上升|同比|环比|较|上年|去年")
_CARRIED = compile_later(r"结转|上年|往年|历年|旧存|累计")
_TAIL = compile_later(r"(?:案件|案|结案|申请|决定|文件|等次|等级|类|的|为|有|各|分别|均)+$")
_GAP = compile_later(r"[，、和及与：（其中]*")
_MOST = 10
_TOLD = ("DATA538", "DATA544", "DATA545")


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure of a sentence with the words before it."""

    name: str
    value: Decimal
    unit: str
    rough: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Kinds that exclude each other, and the words that their whole is told with."""

    wholes: tuple[str, ...]
    kinds: tuple[str, ...]

    def kind_of(self, name: str) -> str:
        """The kind that a name ends with; empty for none of them."""
        bare = _TAIL.sub("", name) or name
        return max((each for each in self.kinds if bare.endswith(each)), key=len, default="")


def check_wholes(examination: Examination) -> None:
    """DATA544 and DATA538 where no 其中 tells that parts follow, and for a single part."""
    groups = tuple(_groups(examination.notes.parameter("DATA544", "互斥")))
    closing = examination.notes.words("DATA544", "列全")
    told = [each.place.text for each in examination.notes.found if each.code in _TOLD and each.place.text]
    for start, end in examination.sentences():
        sentence = examination.text[start:end]
        counts = [_count(match) for match in _COUNT.finditer(sentence)][:_MOST]
        if len(counts) < 2 or any(text in sentence for text in told):  # noqa: PLR2004 - a whole and a part
            continue
        for whole, parts, kinds in _runs(counts, sentence, groups):
            _hold(whole, parts, examination, start, closed=bool({*kinds} & {*closing}))
        for whole, part in _singles(counts, sentence):
            _hold(whole, [part], examination, start, closed=False)


def _groups(typed: str) -> Iterator[_Kinds]:
    """As they are typed: 收到、申请：受理、不予受理；……."""
    for group in filter(None, typed.split("；")):
        wholes, _, kinds = group.partition("：")
        yield _Kinds(tuple(wholes.split("、")), tuple(kinds.split("、")))


def _count(match: re.Match[str]) -> _Count:
    rough = bool(match["余"]) or _ROUGH.search(match["名"]) is not None
    return _Count(match["名"], worth(match, "数"), match["位"], rough, match.start(), match.end())


def _runs(
    counts: Sequence[_Count], sentence: str, groups: Sequence[_Kinds]
) -> Iterator[tuple[_Count, list[_Count], list[str]]]:
    """Wholes with the kinds told right behind them, each once."""
    for number, whole in enumerate(counts[:-1]):
        for group in groups:
            if not any(word in whole.name for word in group.wholes) or group.kind_of(whole.name):
                continue
            parts: list[_Count] = []
            kinds: list[str] = []
            before = whole
            for part in counts[number + 1 :]:
                kind = group.kind_of(part.name)
                gap = sentence[before.end : part.start]
                if not kind or kind in kinds or part.unit != whole.unit or not _GAP.fullmatch(gap):
                    break
                parts.append(part)
                kinds.append(kind)
                before = part
            if parts and not _CARRIED.search(sentence[: parts[-1].end]):
                yield whole, parts, kinds


def _singles(counts: Sequence[_Count], sentence: str) -> Iterator[tuple[_Count, _Count]]:
    """A part behind 其中 with the nearest figure of its unit that is no change."""
    for number, part in enumerate(counts):
        begins = part.name.startswith("其中") or sentence[: part.start].rstrip("，：").endswith("其中")
        wholes = [each for each in counts[:number] if each.unit == part.unit and not _CHANGE.search(each.name)]
        if begins and wholes and not _CHANGE.search(part.name):
            yield wholes[-1], part


def _hold(whole: _Count, parts: list[_Count], examination: Examination, offset: int, *, closed: bool) -> None:
    """Tell of a sum that is more than its whole, or of one that isn't it though all kinds are named."""
    if whole.rough or any(part.rough and _ROUGH.search(part.name) for part in parts):
        return
    total = sum((part.value for part in parts), Decimal(0))
    exact = not any(part.rough for part in parts)
    code = "DATA544" if total > whole.value else "DATA538" if closed and exact and total < whole.value else ""
    if not code or (len(parts) > 1 and _may_overlap(whole, parts)):
        return
    added, come_to = "＋".join(as_printed(part.value) for part in parts), as_printed(total)
    words = {
        "总": as_printed(whole.value),
        "分项": added,
        "和": come_to,
        "列出": f"分项{added}＝{come_to}" if len(parts) > 1 else f"其中的一项是{come_to}",
    }
    examination.add(code, offset + whole.start, offset + parts[-1].end, **words)


def _may_overlap(whole: _Count, parts: Sequence[_Count]) -> bool:
    """Whether some of the parts are the whole already: 合格 may count those that are 优秀."""
    return any(
        sum((part.value for part in some), Decimal(0)) == whole.value
        for size in range(1, len(parts))
        for some in combinations(parts, size)
    )
