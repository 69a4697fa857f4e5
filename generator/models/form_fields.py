"""What of a model can be filled in, field by field: the rows of a sheet 键值 and the columns of a sheet 列表.

Keys are those of the input. A part within a part is taken in by its path (`会议.名称`); lists of parts and blocks are
no fields, but have sheets of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.models.base import Day, Input, Words, YesNo
from generator.models.delivery_words import NO_WORDS, USUAL_WORDS
from generator.models.heads import HeadText
from generator.models.lead import Lead
from generator.models.quantity import Quantity

Shape = Literal["文字", "多行", "日期", "是否", "数字", "选项"]
"""多行 is a list of texts, one a line."""

_SCALARS: tuple[tuple[Any, Shape], ...] = ((Words, "多行"), (Day, "日期"), (YesNo, "是否"))
_PLAIN: dict[Any, Shape] = {str: "文字", int: "数字", float: "数字", Quantity: "数字"}


@dataclass(frozen=True)
class Field:
    """A value that staff can give. `keys` is its path in the input."""

    keys: tuple[str, ...]
    shape: Shape
    hint: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The path as a row or column key."""
        return ".".join(self.keys)


@cache
def fields_of(model: type[Input], within: tuple[str, ...] = ()) -> tuple[Field, ...]:
    """The fields of a model in its order, parts within it taken in. They are the same for every form."""
    return tuple(_fields(model, within))


def _fields(model: type[Input], within: tuple[str, ...]) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        keys = (*within, info.alias or name)
        inner = part_of(info)
        if inner is not None:
            if inner is Lead:
                yield Field(keys, "选项", "填“惯用”由程序写；要添的分项填在下面", choices=(USUAL_WORDS, NO_WORDS))
            yield from fields_of(inner, keys)
            continue
        shape, choices = ("多行", ()) if _item(info.annotation) is HeadText else _shape(info)
        if shape is not None:
            yield Field(keys, shape, info.description or "", info.is_required(), choices)


def records_of(model: type[Input]) -> dict[str, type[Input]]:
    """The fields of a model that are lists of parts, by key."""
    found = {}
    for name, info in model.model_fields.items():
        kind = _item(info.annotation)
        if isinstance(kind, type) and issubclass(kind, Input):
            found[info.alias or name] = kind
    return found


def blocks_of(model: type[Input]) -> list[str]:
    """The keys of a model under which blocks of text stand (正文, 举措, 内容)."""
    return [
        info.alias or name
        for name, info in model.model_fields.items()
        if (kind := _item(info.annotation)) is not None and get_origin(kind) is Annotated
    ]


def part_of(info: FieldInfo) -> type[Input] | None:
    """The model of a field that is a part of its own."""
    kinds = [kind for kind in _kinds(info.annotation) if isinstance(kind, type) and issubclass(kind, Input)]
    return kinds[0] if kinds else None


def _shape(info: FieldInfo) -> tuple[Shape | None, tuple[str, ...]]:
    for made, shape in _SCALARS:
        wanted = get_args(made)
        if info.annotation == wanted[0] and wanted[1] in info.metadata:
            return shape, ()
    for kind in _kinds(info.annotation):
        if get_origin(kind) is Literal:
            return "选项", tuple(str(choice) for choice in get_args(kind))
        if kind == Day:
            return "日期", ()
        if kind == list[str] or kind == Words:
            return "多行", ()
        if kind in _PLAIN:
            return _PLAIN[kind], ()
    return None, ()


def _kinds(annotation: Any) -> tuple[Any, ...]:
    """The members of a union but None, or the one type."""
    if get_origin(annotation) in (Union, UnionType):
        return tuple(kind for kind in get_args(annotation) if kind is not NoneType)
    return (annotation,)


def _item(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is list else None
