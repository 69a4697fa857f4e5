"""The base of what the knowledge in `schemas/` is made of: classes whose pydantic models are made late.

Knowledge that was validated in an earlier run (`loading.kept`) needs the fields and methods of sixty classes and none
of their models, which take a twelfth of a short run to make. So a class of entries holds annotations and methods only.
Whatever validates (`Topic(...)`, `Topic.model_validate`) makes its model, and gives instances of that; those are
instances of the class as well.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

_CONFIG = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, defer_build=True)


class _Validated(BaseModel):
    """What the models of all entries stand on."""

    model_config = _CONFIG


_MODELS: dict[type, type[BaseModel]] = {}
_CLASSES: dict[type, type] = {}
"""The model of a class of entries, and the class of a model."""


class _EntryClass(type):
    def __call__(cls, *given: Any, **values: Any) -> Any:
        return model_of(cls)(*given, **values)

    def __getattr__(cls, name: str) -> Any:
        """What pydantic gives its models: `model_validate`, `model_fields` and the like."""
        if name.startswith("model_"):
            return getattr(model_of(cls), name)
        raise AttributeError(name)

    def __instancecheck__(cls, instance: object) -> bool:
        kind = type(instance)
        return cls in _CLASSES.get(kind, kind).__mro__


if TYPE_CHECKING:

    class KnowledgeEntry(BaseModel):
        """An entry of the knowledge in `schemas/`; its fields carry the Chinese keys of the files."""

        model_config = _CONFIG

else:

    class KnowledgeEntry(metaclass=_EntryClass):
        """An entry of the knowledge in `schemas/`; its fields carry the Chinese keys of the files."""

        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
            return handler(model_of(cls))

        def __setattr__(self, name: str, value: object) -> None:
            raise AttributeError(f"{type(self).__name__}.{name} can't be changed")

        def __eq__(self, other: object) -> bool:
            if not isinstance(other, type(self)):
                return NotImplemented
            return _fields(self) == _fields(other)

        def __hash__(self) -> int:
            return hash(tuple(_fields(self).values()))

        def model_copy(self, *, update: dict[str, Any]) -> KnowledgeEntry:
            """The same entry with other values, which aren't validated: as in pydantic."""
            return _bare(type(self), {**_fields(self), **update})

        def model_dump(self, **how: Any) -> dict[str, Any]:
            """As plain data; how, as in pydantic."""
            return _modelled(self).model_dump(**how)


def model_of(cls: type) -> type[BaseModel]:
    """The pydantic model of a class of entries; any other class is its own."""
    if not isinstance(cls, _EntryClass):
        return cls
    made = _MODELS.get(cls)
    if made is None:
        parent = cls.__bases__[0]
        own = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
        base = _Validated if parent is KnowledgeEntry else model_of(parent)
        metaclass: Any = type(base)
        made = _MODELS[cls] = metaclass(cls.__name__, (base,), own)
        _CLASSES[made] = cls
    return made


def bare(value: Any) -> Any:
    """A value with all entries in it as instances of their classes instead of their models, to be kept as such."""
    if type(value) in _CLASSES:
        return _bare(_CLASSES[type(value)], {name: bare(each) for name, each in _fields(value).items()})
    return _within(value, bare)


def _modelled(value: Any) -> Any:
    """The inverse of `bare`."""
    if isinstance(type(value), _EntryClass):
        return model_of(type(value)).model_construct(**{n: _modelled(each) for n, each in _fields(value).items()})
    return _within(value, _modelled)


def _within(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, dict):
        return {name: change(each) for name, each in value.items()}
    return type(value)(map(change, value)) if type(value) in (list, tuple) else value


def _bare(cls: type, values: dict[str, Any]) -> Any:
    entry: Any = object.__new__(cls)
    vars(entry).update(values)
    return entry


def _fields(entry: Any) -> dict[str, Any]:
    """The values of the fields, without what properties have remembered."""
    cls = _CLASSES.get(type(entry), type(entry))
    names = dict.fromkeys(name for each in reversed(cls.__mro__) for name in vars(each).get("__annotations__", ()))
    return {name: getattr(entry, name) for name in names}
