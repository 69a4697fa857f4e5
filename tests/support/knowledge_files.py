"""The shipped rules of checks and typography, read without the loader."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.models.check import CheckRule
from generator.models.typography import MendRule
from generator.resources import data_folder


def _read(path: Path) -> dict[str, dict[str, Any]]:
    """A mapping of entries; every scalar stays text, as the loader leaves it."""
    loaded: dict[str, dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - builds text only
    return loaded


@cache
def shipped_checks() -> dict[str, CheckRule]:
    """All files of `schemas/checks`."""
    files = sorted((data_folder("schemas") / "checks").glob("*.yaml"))
    return {code: CheckRule(**entry) for file in files for code, entry in _read(file).items()}


@cache
def shipped_mends() -> tuple[MendRule, ...]:
    """`schemas/typography.yaml`, in its order."""
    entries = _read(data_folder("schemas") / "typography.yaml").items()
    return tuple(MendRule(码=code, **entry) for code, entry in entries)
