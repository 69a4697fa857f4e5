"""Which form of a unit counts when more than one came in its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection as AnyOf
from collections.abc import Iterable, Mapping, Sequence

from generator.diagnostics import Diagnostic, Place, Severity
from generator.merging.sent import Sent
from generator.merging.sums import same
from generator.patterns import compile_later
from generator.records import dataclass

_MOST = 12
_PLAIN_NAME = compile_later(r"[\w./\\:-]+")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The forms that count, all files of every unit (the one that counts first), and the units nobody can decide of."""

    counting: Mapping[str, Sent]
    files: Mapping[str, tuple[str, ...]]
    undecided: frozenset[str]
    found: tuple[Diagnostic, ...]

    @property
    def idle(self) -> frozenset[str]:
        """The files in whose place another one counts: what is wrong in them is nobody's business any more."""
        decided = self.files.keys() & self.counting.keys()
        return frozenset(each for unit in decided for each in self.files[unit] if each != self.counting[unit].file)


def choose(sent: Iterable[Sent], preferred: AnyOf[str] = ()) -> Chosen:
    """One form for each unit: the one that is preferred (--use), else the one saved last; equal forms are one."""
    by_unit: dict[str, list[Sent]] = defaultdict(list)
    for each in sorted(sent, key=lambda one: (one.unit, one.file)):
        by_unit[each.unit].append(each)
    counting: dict[str, Sent] = {}
    files: dict[str, tuple[str, ...]] = {}
    undecided: set[str] = set()
    found: list[Diagnostic] = []
    for unit, forms in by_unit.items():
        first = _first(forms, preferred, found)
        files[unit] = tuple(e.file for e in sorted(forms, key=lambda one: (one is not first, one.file)))
        if first is None:
            undecided.add(unit)
        else:
            counting[unit] = first
    return Chosen(counting, files, frozenset(undecided), tuple(found))


def _first(forms: Sequence[Sent], preferred: AnyOf[str], found: list[Diagnostic]) -> Sent | None:
    if len(forms) == 1:
        return forms[0]
    wanted = [each for each in forms if each.file in preferred]
    different = _without_copies(forms, wanted, found)
    if len(wanted) == 1:
        return wanted[0]
    if len(different) == 1:
        return different[0]
    return _newest(different, found)


def _without_copies(forms: Sequence[Sent], wanted: Sequence[Sent], found: list[Diagnostic]) -> list[Sent]:
    """Of forms that say the same, the one saved last; the others are told, unless the matter is decided anyway."""
    kept: dict[str, Sent] = {}
    for each in sorted(forms, key=lambda one: one.modified, reverse=True):
        first = kept.setdefault(each.content, each)
        if first is not each and not wanted:
            message = f"和“{first.file}”内容相同，都是{each.unit}的表，只计一份"
            found.append(_finding(Severity.INFO, "LOAD187", each, message, "留一份，把另一份移出去"))
    return [each for each in forms if each in kept.values()]


def _newest(forms: Sequence[Sent], found: list[Diagnostic]) -> Sent | None:
    """The one that was saved last; None, and an error, when that can't be told."""
    last = max(each.modified for each in forms)
    newest = [each for each in forms if each.modified == last]
    if len(newest) > 1 or not all(each.modified for each in forms):
        _undecided(forms, found)
        return None
    for each in forms:
        if each is not newest[0]:
            differences = _differences(each, newest[0])
            message = f"{each.unit}报了不止一份，用最后保存的“{newest[0].file}”，这一份没有用：{differences}"
            remedy = f"要用这一份的，加上 --use {quoted(each.file)}"
            found.append(_finding(Severity.WARNING, "LOAD185", each, message, remedy))
    return newest[0]


def _undecided(forms: Sequence[Sent], found: list[Diagnostic]) -> None:
    first, *others = forms
    for each in others:
        message = (
            f"{each.unit}报了不止一份，说不准哪一份是后来的（保存时间相同或者没有），都没有计入；"
            f"和“{first.file}”相比：{_differences(each, first)}"
        )
        remedy = f"问清以哪一份为准，加上 --use {quoted(each.file)} 或者 --use {quoted(first.file)}，再汇总一次"
        found.append(_finding(Severity.ERROR, "LOAD186", each, message, remedy))


def quoted(name: str) -> str:
    """A file name as it is typed in a command: in double quotes, which every shell takes, when it isn't plain."""
    return name if _PLAIN_NAME.fullmatch(name) else f'"{name}"'


def _finding(severity: Severity, code: str, sent: Sent, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(code, severity, Place(sent.file), message, remedy, for_unit="")


def _differences(one: Sent, other: Sent) -> str:
    """The figures that differ: 行政复议.收到 这一份7，那一份9."""
    words = []
    for key in dict.fromkeys((*one.figures, *other.figures)):
        here, there = (each.figures.get(key) for each in (one, other))
        figures = [given.quantity if given is not None else None for given in (here, there)]
        alike = figures[0] is None and figures[1] is None
        if figures[0] is not None and figures[1] is not None:
            alike = same(figures[0], figures[1])
        if not alike:
            said = [figure.printed if figure is not None else "没有填" for figure in figures]
            words.append(f"{'.'.join(key)} 这一份{said[0]}，那一份{said[1]}")
    if not words:
        return "数字相同，文字或者说明不同"
    more = f"；等{len(words)}处" if len(words) > _MOST else ""
    return "；".join(words[:_MOST]) + more
