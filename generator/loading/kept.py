"""The shipped knowledge as an earlier run validated it, kept in a folder that only this user can write to.

Reading and validating the files takes as long as making a report of them. What is kept holds the hash of all files, so
that it is as good as they are; without a safe folder (`keeping`) the files are read in every run. What offices bring is
never kept.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pydantic

from generator import __version__
from generator.diagnostics import Diagnostics
from generator.keeping import closed_folder, keep
from generator.loading.on_demand import OnDemand
from generator.models.catalogue import Catalogue
from generator.models.entry import bare
from generator.models.knowledge import Knowledge
from generator.models.units import Units
from generator.resources import DataFolderMissingError, data_folder

_APART = ("catalogue", "template_folders", "units")
"""Fields of the knowledge that aren't kept as they are."""


def shipped_knowledge(diagnostics: Diagnostics) -> Knowledge | None:
    """The knowledge without any overlay; None when the installation is damaged, which is told."""
    folder = closed_folder("knowledge")
    try:
        schemas, templates = data_folder("schemas"), data_folder("templates")
        state = _state(schemas, templates) if folder is not None else b""
    except (OSError, DataFolderMissingError):
        return _read(diagnostics)
    if folder is None:
        return _read(diagnostics)
    file = folder / f"{hashlib.sha256(f'{schemas}{sys.implementation.cache_tag}'.encode()).hexdigest()}.pickle"
    kept = _kept(file, state)
    if kept is not None:
        return _unpacked(kept, templates)
    knowledge = _read(Diagnostics(), whole=True)
    if knowledge is None:
        return _read(diagnostics)
    packed = pickle.dumps(_packed(knowledge), pickle.HIGHEST_PROTOCOL)
    keep(file, b"".join((state, zlib.crc32(packed).to_bytes(4), packed)))
    return knowledge


def _read(diagnostics: Diagnostics, *, whole: bool = False) -> Knowledge | None:
    from generator.loading.knowledge import load_knowledge  # noqa: PLC0415 - most runs don't read the files

    return load_knowledge((), diagnostics, whole=whole)


def _state(schemas: Path, templates: Path) -> bytes:
    """What the kept knowledge depends on: the files' content, what reads them, and what keeps them."""
    state = hashlib.sha256(f"{__version__} {sys.hexversion} {pydantic.VERSION}".encode())
    for folder in (schemas, *_folders(schemas), templates / "styles"):
        for path in _files(folder, ".yaml"):
            content = Path(path).read_bytes()
            state.update(f"{path} {len(content)}".encode())
            state.update(content)
    package = Path(__file__).parents[1]
    for folder in (package / "models", package / "loading"):
        for path in _files(folder, ".py"):
            status = os.stat(path)  # noqa: PTH116 - of many files, as fast as can be
            state.update(f"{path} {status.st_mtime_ns} {status.st_size}".encode())
    return state.digest()


def _folders(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.is_dir())


def _files(folder: Path, ending: str) -> list[str]:
    return sorted(f"{folder}/{name}" for name in os.listdir(folder) if name.endswith(ending))  # noqa: PTH208 - as above


def _kept(file: Path, state: bytes) -> dict[str, Any] | None:
    try:
        content = memoryview(file.read_bytes())
    except OSError:
        return None
    size = len(state)
    if content[:size] != state or int.from_bytes(content[size : size + 4]) != zlib.crc32(content[size + 4 :]):
        return None
    kept: dict[str, Any] = pickle.loads(content[size + 4 :])  # noqa: S301 - only this user can write to the folder
    return kept


def _packed(knowledge: Knowledge) -> dict[str, Any]:
    """Entries by name are packed one by one, so that a report unpacks those it uses; anything else is packed whole."""
    parts: dict[str, Any] = {name: getattr(knowledge, name) for name in Knowledge.__match_args__ if name not in _APART}
    parts |= {"topics": knowledge.catalogue.topics}
    parts |= {name: getattr(knowledge.units, name) for name in Units.__match_args__}
    return {name: _shelf(part) if isinstance(part, Mapping) else _pack(part) for name, part in parts.items()}


def _shelf(entries: Mapping[str, Any]) -> dict[str, bytes]:
    return {name: _pack(entry) for name, entry in entries.items()}


def _pack(value: Any) -> bytes:
    return pickle.dumps(bare(value), pickle.HIGHEST_PROTOCOL)


def _unpacked(kept: dict[str, Any], templates: Path) -> Knowledge:
    parts = {name: _shelf_of(part) if isinstance(part, dict) else _whole(part) for name, part in kept.items()}
    units = {name: parts.pop(name) for name in Units.__match_args__}
    topics = parts.pop("topics")
    return Knowledge(catalogue=Catalogue(topics), template_folders=(templates,), units=Units(**units), **parts)


def _shelf_of(packed: Mapping[str, bytes]) -> Any:
    return OnDemand(packed, lambda _, entry: _whole(entry))


def _whole(packed: bytes) -> Any:
    return pickle.loads(packed)  # noqa: S301 - as above
