"""Edits put into the text of a report, and the text read back: an edit that can't be trusted is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Diagnostics
from generator.loading.source import Source
from generator.loading.yaml import parse_yaml
from generator.writing.splice import Edit, spliced

_WHOLE = "这里写的不是单个值，程序不拿一个值替换它；请在里面改"
_UNREAD = "写进去以后读不回原样"
_MOST_UNREAD = 8


@dataclass(frozen=True)
class Put:
    """The new text, the edits that are in it, and those that aren't, each with the reason in Chinese."""

    text: str
    kept: tuple[Edit, ...]
    refused: tuple[tuple[Edit, str], ...]


def put_into(source: Source, edits: Sequence[Edit]) -> Put | None:
    """As many of the edits as can be made; None when the text can't be trusted even without the bad ones."""
    whole = {id(edit) for edit in edits if _replaces_more(source, edit)}
    rest = [edit for edit in edits if id(edit) not in whole]
    refused = [(edit, _WHOLE) for edit in edits if id(edit) in whole]
    made = _tried(source, rest)
    if made is None:
        unread = _unread(source, rest)
        refused += [(edit, _UNREAD) for edit in unread]
        bad = {id(edit) for edit in unread}
        made = _tried(source, [edit for edit in rest if id(edit) not in bad])
    return Put(made.text, made.kept, (*refused, *made.refused)) if made is not None else None


def _replaces_more(source: Source, edit: Edit) -> bool:
    """Whether a single value would take the place of something that holds more, such as a figure with its remark."""
    if edit.append or not source.has(edit.path):
        return False
    there = source.value(edit.path)
    return isinstance(there, Mapping | list) and bool(there)


def _tried(source: Source, edits: Sequence[Edit]) -> Put | None:
    result = spliced(source.text, source.root, edits)
    refused = {id(edit) for edit, _ in result.refused}
    kept = tuple(edit for edit in edits if id(edit) not in refused)
    return Put(result.text, kept, result.refused) if _reads_back(result.text, source, kept) else None


def _unread(source: Source, edits: Sequence[Edit]) -> list[Edit]:
    """The edits that spoil the text, found by halving; none when the text is spoilt anyway, or by too many."""
    good: list[Edit] = []
    bad: list[Edit] = []

    def search(some: Sequence[Edit]) -> None:
        if len(bad) > _MOST_UNREAD or not some:
            return
        if _tried(source, [*good, *some]) is not None:
            good.extend(some)
        elif len(some) == 1:
            bad.extend(some)
        else:
            search(some[: len(some) // 2])
            search(some[len(some) // 2 :])

    if _tried(source, ()) is not None:
        search(edits)
    return bad


def _reads_back(text: str, source: Source, edits: Iterable[Edit]) -> bool:
    """Whether the new text says what the old one did, and what was put in."""
    found = Diagnostics()
    new = parse_yaml(text, source.file, found)
    if new is None or found.has_errors:
        return False
    wanted = deepcopy(source.data)
    for edit in edits:
        _put(wanted, edit)
    return bool(new.data == wanted)


def _put(data: Any, edit: Edit) -> None:
    *inner, last = edit.path
    for step in inner:
        if isinstance(data, list):
            data = data[int(step)]
            continue
        if data.get(step) is None:
            data[step] = {}
        data = data[step]
    if edit.append:
        data[last] = [*(data.get(last) or []), edit.value]
    else:
        data[last] = edit.value
