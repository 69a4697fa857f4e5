"""`fazhi check --fix` of an input (.yaml): the characters that are mended change, and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from generator.checking.exemptions import is_exempted
from generator.checking.findings import path_of
from generator.diagnostics import Diagnostics, Place, Severity
from generator.document.respelling import Respelling, differences, respelled
from generator.loading.decoding import decode
from generator.loading.files import read_bytes
from generator.loading.source import Source
from generator.loading.yaml import parse_yaml
from generator.models.base import Path as InputPath
from generator.records import dataclass
from generator.workflows.chain import Chain, Examined
from generator.workflows.fix_plan import Noted, Plan, Shown, noted_of

_MOST_ROUNDS = 4
_ODD = "写法特别（引用、折行，或者几个版本不一致）"


@dataclass(frozen=True, slots=True)
class _Edit:
    """What is to change in the value at `path`, and the characters of the file that this is."""

    path: InputPath
    value: Respelling
    typed: Respelling


def plan_yaml(file: Path, chain: Chain, diagnostics: Diagnostics) -> Plan | None:
    """The mends of one input; None, and findings, when it can't be read or written back as it is."""
    from generator.writing.splice import same_encoding

    found = Diagnostics()
    raw = read_bytes(file, found)
    text = decode(raw, str(file), found) if raw is not None else None
    source = parse_yaml(text, str(file), found) if text is not None else None
    examined = chain.examine(file, found, wording=False, source=source) if source is not None else None
    if raw is None or text is None or source is None or examined is None or _has_slips(found):
        _tell_slips(found, diagnostics)
        return None
    if same_encoding(raw, text) != raw:
        message = "这个文件的编码不能原样写回，程序不去改它"
        diagnostics.warning("LOAD230", Place(str(file)), message, "在编辑器里另存为 UTF-8，再试")
        return None
    noted = tuple(_noted(examined, source, chain))
    new, left = _mended(file, source, examined, chain)
    if left:
        remedy = "印出来的报告里照样改好；要改输入的，照 fazhi check 列出的位置手工改"
        for place in left:
            diagnostics.info("LOAD233", place, f"这里{_ODD}，没有改", remedy)
    shown = tuple(_shown(source, new))
    return Plan(file, raw, same_encoding(raw, new.text) if shown else raw, shown, noted)


def _has_slips(found: Diagnostics) -> bool:
    return any(each.severity is Severity.ERROR and each.code.startswith("LOAD") for each in found)


def _tell_slips(found: Diagnostics, diagnostics: Diagnostics) -> None:
    for each in found:
        if each.severity is Severity.ERROR and each.code.startswith("LOAD"):
            diagnostics.add(each)


def _noted(examined: Examined, source: Source, chain: Chain) -> Iterator[Noted]:
    seen = set()
    for each in examined.mended:
        key = (each.path, each.offset, each.code)
        path = path_of(each.path)
        if each.noted_only and key not in seen and not is_exempted(examined.report, each.code, path):
            seen.add(key)
            yield noted_of(each, source.place(path, each.offset), chain.known.mends)


def _mended(file: Path, source: Source, examined: Examined, chain: Chain) -> tuple[Source, tuple[Place, ...]]:
    """The input mended until nothing more can be, and the places that had to be left."""
    left: tuple[Place, ...] = ()
    for number in range(_MOST_ROUNDS):
        edits, refused = _edits(source, examined)
        left = refused if number == 0 else left
        new = _with(source, edits)
        if new is None:
            break
        source = new
        again = chain.examine(file, Diagnostics(), wording=False, source=source)
        if again is None:
            break
        examined = again
    return source, left


def _edits(source: Source, examined: Examined) -> tuple[list[_Edit], tuple[Place, ...]]:
    """What can be changed where it is typed, and where that can't be done."""
    wanted: dict[InputPath, set[Respelling]] = defaultdict(set)
    for change in examined.changes:
        path = source.resolve(path_of(change.path))
        if not any(is_exempted(examined.report, code, path_of(change.path)) for code in change.codes):
            value = source.value(path)
            end = change.offset + len(change.before)
            if isinstance(value, str) and value[change.offset : end] == change.before:
                wanted[path].add(Respelling(change.offset, end, change.after))
    edits: list[_Edit] = []
    left: list[Place] = []
    for path, changes in wanted.items():
        shared = _is_shared(source, path)
        agreed = _agreed(changes)
        left += [source.place(path, each.start) for each in changes if each not in agreed or shared]
        for each in () if shared else agreed:
            edit = _typed(source, path, each) or _typed(source, path, _without_folds(source, path, each))
            edits += [edit] if edit is not None else []
            if edit is None and not _is_blank(source, path, each):
                left.append(source.place(path, each.start))
    return edits, tuple(left)


def _agreed(changes: Iterable[Respelling]) -> list[Respelling]:
    """Those that don't overlap with others: versions that see other neighbours may want different things."""
    ordered = sorted(changes, key=lambda each: (each.start, each.end, each.text))
    return [each for each in ordered if not any(each is not o and _overlap(each, o) for o in ordered)]


def _overlap(one: Respelling, other: Respelling) -> bool:
    return one.start < other.end and other.start < one.end


def _is_shared(source: Source, path: InputPath) -> bool:
    """Whether a value is written once and read in several places (`&` and `*`)."""
    from generator.writing.splice_places import is_alias, is_anchored

    mark = source.root
    for step in path:
        if is_alias(mark, step) or is_anchored(source.text, mark.children[step]):
            return True
        mark = mark.children[step]
    return False


def _without_folds(source: Source, path: InputPath, change: Respelling) -> Respelling:
    """The change without the blanks at its ends: a blank that is a line break of the file may stay one."""
    before = source.value(path)[change.start : change.end]
    start = change.start + len(before) - len(before.lstrip())
    return Respelling(start, max(start, change.end - len(before) + len(before.rstrip())), change.text)


def _is_blank(source: Source, path: InputPath, change: Respelling) -> bool:
    return not source.value(path)[change.start : change.end].strip()


def _typed(source: Source, path: InputPath, change: Respelling) -> _Edit | None:
    span = source.span(path, change.start, change.end)
    if span is None:
        return None
    start, end, style = span
    text = change.text
    if style == "'":
        text = text.replace("'", "''")
    elif style == '"':
        text = text.replace("\\", "\\\\").replace('"', '\\"')
    return _Edit(path, change, Respelling(start, end, text))


def _with(source: Source, edits: Sequence[_Edit]) -> Source | None:
    """The input with the edits made, read again; those that don't read as they were meant are left out."""
    if not edits:
        return None
    new = _read_as_meant(source, edits)
    if new is not None:
        return new
    sound: list[_Edit] = []
    for path in dict.fromkeys(edit.path for edit in edits):
        some = [*sound, *(edit for edit in edits if edit.path == path)]
        made = _read_as_meant(source, some)
        if made is not None:
            new, sound = made, some
    return new


def _read_as_meant(source: Source, edits: Sequence[_Edit]) -> Source | None:
    text = respelled(source.text, [edit.typed for edit in edits])
    found = Diagnostics()
    new = parse_yaml(text, source.file, found)
    expected = deepcopy(source.data)
    by_path: dict[InputPath, list[Respelling]] = defaultdict(list)
    for edit in edits:
        by_path[edit.path].append(edit.value)
    for path, changes in by_path.items():
        holder = _at(expected, path[:-1])
        holder[path[-1]] = respelled(holder[path[-1]], changes)
    return new if new is not None and not found.has_errors and new.data == expected else None


def _at(data: Any, path: InputPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _shown(old: Source, new: Source) -> Iterator[Shown]:
    """Every difference between the texts of two inputs, in the order of the file."""
    found = []
    for path, before, after in _texts(old.data, new.data, ()):
        for each in differences(before, after):
            place = old.place(path, each.start)
            found.append((place.sort_key, Shown(place, each.before, each.after)))
    for _, shown in sorted(found, key=lambda each: each[0]):
        yield shown


def _texts(old: Any, new: Any, path: InputPath) -> Iterator[tuple[InputPath, str, str]]:
    """The texts that differ, with their paths. Both hold the same keys."""
    if isinstance(old, str):
        if old != new:
            yield path, old, new
    elif isinstance(old, dict):
        for key, value in old.items():
            yield from _texts(value, new[key], (*path, key))
    elif isinstance(old, list):
        for number, value in enumerate(old):
            yield from _texts(value, new[number], (*path, number))
