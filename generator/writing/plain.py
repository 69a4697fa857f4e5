"""A report as the plain data of its input: what staff would have typed, nothing that goes without saying."""

from __future__ import annotations

from typing import Any

from generator.models.base import Input
from generator.models.body import ParagraphBlock, Point, Visible
from generator.models.catalogue import Catalogue, Topic
from generator.models.delivery_words import USUAL_WORDS
from generator.models.form import NO, YES
from generator.models.heads import HeadText
from generator.models.lead import Lead
from generator.models.quantity import Quantity
from generator.models.report import Report
from generator.models.values import Figures, IndicatorValue

_ALWAYS = ("格式", "年度", "期间", "状态", "体例")


def plain_report(report: Report, catalogue: Catalogue) -> dict[str, Any]:
    """The data of a report by input key, in the order of the model."""
    data: dict[str, Any] = {}
    for name, info in Report.model_fields.items():
        key, value = info.alias or name, getattr(report, name)
        if isinstance(value, Figures):
            found: Any = plain_figures(value, catalogue)
        elif key in _ALWAYS:
            found = _plain(value)
        else:
            found = None if value == info.get_default(call_default_factory=True) else _plain(value)
        if found not in (None, {}, []):
            data[key] = found
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, Input):
        return _part_or_text(value)
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return value.typed if isinstance(value, Quantity) else str(value)


def _part_or_text(part: Input) -> Any:
    """A part by its keys, or the text that says the same."""
    match part:
        case ParagraphBlock(parts=[str() as text]) if not _restricted(part):
            return text
        case Point(lead="", text=text) | HeadText(duties=[], text=text):
            return text
        case Lead():
            given = [(info.alias or name, name) for name, info in Lead.model_fields.items()]
            said = {key: _plain(getattr(part, name)) for key, name in given if name in part.model_fields_set}
            return said or USUAL_WORDS
        case _:
            return _part(part)


def _part(part: Input) -> dict[str, Any]:
    """A part by its keys: those that must be there, those that say more than their default, and every 否 as typed."""
    data = {}
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        key = info.alias or name
        if info.is_required() or value != info.get_default(call_default_factory=True) or part.was_denied(key):
            data[key] = _plain(value)
    if isinstance(part, ParagraphBlock) and len(part.parts) == 1 and isinstance(part.parts[0], str):
        data["段"] = part.parts[0]
    return _own_keys_first(data)


def _own_keys_first(data: dict[str, Any]) -> dict[str, Any]:
    """Readers (只给, 不给, 不公开) and the id stand behind what the part says; models inherit them in front."""
    late = [info.alias or name for name, info in Visible.model_fields.items()]
    behind = {key: data.pop(key) for key in late if key in data}
    return data | behind


def _restricted(part: ParagraphBlock) -> bool:
    return bool(part.only_for or part.not_for or part.internal or part.id)


def plain_figures(figures: Figures, catalogue: Catalogue) -> dict[str, Any]:
    data = {}
    for name, given in figures.topics.items():
        topic = catalogue.topics.get(name)
        values = {key: found for key, value in given.values.items() if (found := _value(value)) is not None}
        ticks = {key: YES for key in (topic.声明 if topic is not None else given.ticked) if key in given.ticked}
        if values or ticks:
            data[name] = (_in_rows(topic, values) if topic is not None else values) | ticks
    return data


def _value(value: IndicatorValue) -> Any:
    """A bare figure stands alone; None for one of which nothing is said."""
    data = _part(value)
    return data.get("值") if set(data) == {"值"} else data or None


def _in_rows(topic: Topic, values: dict[str, Any]) -> dict[str, Any]:
    """The cells of a table under their rows."""
    form = topic.表式
    if form is None or not form.two_dimensional:
        return values
    data: dict[str, Any] = {}
    for name, value in values.items():
        row, column = form.cells[name]
        data.setdefault(row, {})[column] = value
    return data
