"""The base classes and the few scalar types that staff's Chinese input needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PrivateAttr
from pydantic_core import PydanticCustomError

from generator.models.entry import KnowledgeEntry as KnowledgeEntry  # noqa: PLC0414 - models have it from here
from generator.patterns import compile_later

Path = tuple[str | int, ...]
"""Where a value stands in the input: keys and list positions from the root."""


class Input(BaseModel):
    """A part of a report. Field names are English, input keys their Chinese aliases; unknown keys are refused."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, validate_by_name=True, validate_by_alias=True, defer_build=True
    )

    _at: Path = PrivateAttr(default=())

    @property
    def at(self) -> Path:
        """Where this part stands in the input; empty until the loader has set it."""
        return self._at

    def located(self, at: Path) -> None:
        """Set by the loader once, after validation."""
        object.__setattr__(self, "_at", at)

    def by_key(self, key: str) -> Any:
        """The value under an input key (文号); None for a key that this part doesn't have."""
        for name, field in type(self).model_fields.items():
            if (field.alias or name) == key:
                return getattr(self, name)
        return None

    def was_denied(self, key: str) -> bool:
        """Whether staff wrote 否 under a key, which may say more than leaving it out."""
        named = (name for name, field in type(self).model_fields.items() if (field.alias or name) == key)
        return any(name in self.model_fields_set and getattr(self, name) is False for name in named)


_YES = {"是", "true", "yes", "有", "√", "y"}
_NO = {"否", "false", "no", "无", "×", "n", ""}
_DATE = compile_later(r"(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?")


def _read_yes_no(value: Any) -> Any:
    if isinstance(value, str):
        word = value.strip().lower()
        if word in _YES or word in _NO:
            return word in _YES
        raise PydanticCustomError("yes_no", "这里只能填“是”或“否”，不能填“{typed}”", {"typed": value[:20]})
    return value


def read_day(value: str) -> date:
    """The day that staff wrote as `2026-02-09` or `2026年2月9日`. Raises `ValueError` in Chinese."""
    match = _DATE.fullmatch(value.strip())
    if match is None:
        raise PydanticCustomError(
            "date_form", "日期“{typed}”读不懂，应写成 2026-02-09 或 2026年2月9日", {"typed": value[:20]}
        )
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        raise PydanticCustomError("date_form", "日历上没有“{typed}”这一天", {"typed": value[:20]}) from None


def _read_date(value: Any) -> Any:
    return read_day(value) if isinstance(value, str) else value


def _one_as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


YesNo = Annotated[bool, BeforeValidator(_read_yes_no)]
Day = Annotated[date, BeforeValidator(_read_date)]
Words = Annotated[list[str], BeforeValidator(_one_as_list)]


def says_nothing(value: object) -> bool:
    """Whether a value is blank: not given, blanks alone, or a list of such."""
    if isinstance(value, list):
        return all(says_nothing(each) for each in value)
    return value is None or (isinstance(value, str) and not value.strip())


def is_blank(part: Input | None, keys: Sequence[str]) -> bool:
    """Whether nothing stands under a key, or under a key of a key (会议, 日期)."""
    value: Any = part
    for key in keys:
        value = value.by_key(key) if isinstance(value, Input) else None
    return says_nothing(value)
