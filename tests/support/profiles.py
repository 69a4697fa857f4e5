"""The shipped style profile, read without the loader so that the writers can be tested alone."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

import yaml

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.style import StyleProfile
from generator.resources import data_folder


@cache
def _shipped() -> dict[str, Any]:
    text = (data_folder("templates") / "styles" / "gbt9704.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes text of everything
    return data


def profile_data() -> dict[str, Any]:
    """The data of `gbt9704.yaml`, every scalar as text, free to be changed."""
    return deepcopy(_shipped())


def changed(path: str, value: Any) -> dict[str, Any]:
    """The data with one value (`版心/天头/值`) changed."""
    data = profile_data()
    *keys, last = path.split("/")
    inner = data
    for key in keys:
        inner = inner[key]
    inner[last] = value
    return data


@cache
def gbt9704() -> StyleProfile:
    """The shipped profile."""
    return StyleProfile.model_validate(profile_data())


@cache
def gbt33476() -> StyleProfile:
    """The shipped profile that changes the margins of the other; the loader lays the two over each other."""
    knowledge = load_knowledge((), Diagnostics())
    assert knowledge is not None
    return knowledge.styles["gbt33476"]
