"""Dataclasses that cost little to define. The standard library compiles six methods for every class, used or not.

A command is a short run that defines over a hundred of them, which took a sixth of its time. What differs from
`dataclasses.dataclass`: `__init__` is compiled when the first record is made, the other methods are shared, and a
record can't inherit from another one. `dataclasses.field` and `dataclasses.replace` work with both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, field
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)


@dataclass_transform(field_specifiers=(field,))
def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> Callable[[_Class], _Class]:
    """The decorator, with the arguments of `dataclasses.dataclass` that this program uses."""

    def made(cls: _Class) -> _Class:
        fields = {name: _field(cls, name) for name in vars(cls).get("__annotations__", {})}
        methods = _methods(cls, fields, frozen=frozen, eq=eq)
        if not slots:
            for name, value in methods.items():
                setattr(cls, name, value)
            return cls
        kept = {name: value for name, value in vars(cls).items() if name not in fields and name not in _OWN}
        slotted: _Class = type(cls)(cls.__name__, cls.__bases__, {**kept, **methods, "__slots__": tuple(fields)})
        slotted.__qualname__ = cls.__qualname__
        return slotted

    return made


_OWN = ("__dict__", "__weakref__")
"""What a class with slots doesn't take over."""


def _field(cls: type, name: str) -> Field[Any]:
    given = vars(cls).get(name, MISSING)
    made: Field[Any] = given if isinstance(given, Field) else field() if given is MISSING else field(default=given)
    made.name, made.type = name, cls.__annotations__[name]
    return made


def _methods(cls: type, fields: Mapping[str, Field[Any]], *, frozen: bool, eq: bool) -> dict[str, Any]:
    names = tuple(fields)
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def init(self: Any, *given: Any, **named: Any) -> None:
        kind = type(self)
        kind.__init__ = _compiled_init(kind, fields, frozen=frozen)
        kind.__init__(self, *given, **named)

    def repr_(self: Any) -> str:
        shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields.values() if each.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def eq_(self: Any, other: object) -> bool:
        return bool(values(self) == values(other)) if type(self) is type(other) else NotImplemented

    def hash_(self: Any) -> int:
        return hash(values(self))

    methods: dict[str, Any] = {"__dataclass_fields__": dict(fields), "__match_args__": names, "__init__": init}
    own = vars(cls)
    if "__repr__" not in own:
        methods["__repr__"] = repr_
    if eq:
        methods |= {"__eq__": eq_, "__hash__": hash_ if frozen else None}
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    return methods


def _refuse(self: object, name: str, value: object = None) -> None:  # noqa: ARG001 - as object.__setattr__
    raise AttributeError(f"{type(self).__name__}.{name} can't be changed")


_NOT_GIVEN: Any = object()


def _compiled_init(cls: type, fields: Mapping[str, Field[Any]], *, frozen: bool) -> Any:
    """`__init__` for these fields; names and defaults are the only text in it that differs from class to class."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_not_given": _NOT_GIVEN}
    parameters, steps = ["self"], []
    for name, each in fields.items():
        value = name
        if each.default_factory is not MISSING:
            known[f"_make_{name}"] = each.default_factory
            parameters.append(f"{name}=_not_given")
            value = f"_make_{name}() if {name} is _not_given else {name}"
        elif each.default is not MISSING:
            known[f"_default_{name}"] = each.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        steps.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        steps.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}): {'; '.join(steps or ['pass'])}", known)  # noqa: S102 - as in the standard library
    return known["__init__"]
