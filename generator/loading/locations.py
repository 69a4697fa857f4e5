"""Where a pydantic error points: its path in the data, and the model and field it is about."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag
from pydantic.fields import FieldInfo

from generator.models.base import Path
from generator.models.entry import model_of
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """`path` is the nearest part of the data; `owner` the model that holds the field or the stray key `name`."""

    path: Path
    owner: type[BaseModel] | None = None
    name: str = ""
    field: FieldInfo | None = None
    exists: bool = True


def locate(model: type[BaseModel], data: Any, loc: Path) -> Location:
    """Follow an error location through model and data together.

    Locations hold tags of unions and list positions of texts that were taken for lists of one, which the data lacks.
    """
    annotation: Any = model
    path: list[str | int] = []
    owner: type[BaseModel] | None = None
    name, field, exists = "", None, True
    for step in loc:
        members = _members(annotation)
        if (tagged := members.get(step)) is not None:
            annotation = tagged
            continue
        candidate = members.get(None)
        candidate = model_of(candidate) if isinstance(candidate, type) else candidate
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            owner, name = candidate, str(step)
            field = _field(candidate, name)
            annotation = field.annotation if field is not None else None
        else:
            annotation = _item(candidate)
        data, exists = _step(data, step, path)
    return Location(tuple(path), owner, name, field, exists)


def _step(data: Any, step: str | int, path: list[str | int]) -> tuple[Any, bool]:
    """One step into the data, if it is there; `path` grows with it."""
    inside = (isinstance(data, dict) and step in data) or (
        isinstance(data, list) and isinstance(step, int) and step < len(data)
    )
    if not inside:
        return data if not isinstance(data, dict) else None, False
    path.append(step)
    return data[step], True


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    return next((info for name, info in model.model_fields.items() if key in (info.alias, name)), None)


def _members(annotation: Any) -> dict[str | int | None, Any]:
    """The members of a union by tag; the one member that has no tag stands under None."""
    tag, inner = _untagged(annotation)
    if get_origin(inner) not in (Union, types.UnionType):
        return {tag: inner}
    members: dict[str | int | None, Any] = {}
    for part in get_args(inner):
        if part is not type(None):
            members |= _members(part)
    return members


def _untagged(annotation: Any) -> tuple[str | None, Any]:
    tag = None
    while get_origin(annotation) is Annotated:
        annotation, *metadata = get_args(annotation)
        tag = next((item.tag for item in metadata if isinstance(item, Tag)), tag)
    return tag, annotation


def _item(annotation: Any) -> Any:
    """What a list or a mapping holds."""
    arguments = get_args(annotation)
    return arguments[-1] if arguments else None
