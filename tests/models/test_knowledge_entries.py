"""Entries of the knowledge as models: what each refuses by itself."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from generator.models.catalogue import RelationText
from generator.models.outline import Item
from generator.models.style_values import Adjustment, Length
from generator.models.terms import Term, TermTable
from generator.models.typography import MendRule

_SOURCE = {"来源": "测试", "强度": "惯例"}
_RELATION = {"式": "应诉 = 一审", "码": "DATA901", "说明": "测试", **_SOURCE}
_ITEM = {"名称": "举措成效", "键": "举措", "标题": "甲", "半年标题": "乙", **_SOURCE}
_MEND = {"码": "TEXT901", "名称": "甲", "式": "甲", "说明": "乙", "例": [], **_SOURCE}
_LENGTH = {"值": "16", "单位": "磅", "条款": "测试", "强度": "惯例"}

REFUSED: dict[str, tuple[type[BaseModel], dict[str, Any]]] = {
    "relation of numbers alone": (RelationText, {**_RELATION, "式": "1 = 2"}),
    "relation that can't be read": (RelationText, {**_RELATION, "式": "应诉 ="}),
    "code in small letters": (RelationText, {**_RELATION, "码": "data901"}),
    "code with other scripts' digits": (RelationText, {**_RELATION, "码": "DATA٩٠١"}),
    "code and more": (RelationText, {**_RELATION, "码": "DATA9011"}),
    "key that no input has": (Item, {**_ITEM, "键": "成效"}),
    "two marks in pairs": (MendRule, {**_MEND, "成对": "“”"}),
    "replacement without end": (MendRule, {**_MEND, "换": "甲" * 41}),
    "day that isn't in the calendar": (Term, {"词": "甲", "类": "会议", "起": "2023-02-29", **_SOURCE}),
    "terms that are no mapping": (TermTable, {"词": "好"}),
    "length of nothing": (Length, {**_LENGTH, "值": "0"}),
    "length without end": (Length, {**_LENGTH, "值": "1e999"}),
    "no number": (Adjustment, {**_LENGTH, "值": "nan"}),
    "beyond all paper": (Adjustment, {**_LENGTH, "值": "-20001"}),
}


@pytest.mark.parametrize(("model", "data"), REFUSED.values(), ids=REFUSED.keys())
def test_an_entry_that_cannot_work_is_refused(model: type[BaseModel], data: dict[str, Any]) -> None:
    """Each differs in one value from an entry that passes."""
    with pytest.raises(ValidationError):
        model.model_validate(data)


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (RelationText, _RELATION),
        (RelationText, {**_RELATION, "式": "应诉 = Σ 审级"}),
        (Item, _ITEM),
        (MendRule, {**_MEND, "成对": '"', "换": "乙" * 40}),
        (Term, {"词": "甲", "类": "会议", "起": "2024年2月29日", **_SOURCE}),
        (TermTable, {"截至": "2026-10-31", "词": {"甲": {}}}),
        (Length, _LENGTH),
        (Adjustment, {**_LENGTH, "值": "-5"}),
    ],
)
def test_a_sound_entry_passes(model: type[BaseModel], data: dict[str, Any]) -> None:
    """As the files write them: every scalar is text."""
    assert model.model_validate(data)
