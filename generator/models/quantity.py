"""A figure as staff type it: what was typed, what it is worth, how exact it is.

`2万余` is 20000 with the approximation 余; `95.0%` is 95.0 per cent with one decimal place; `二十余` is 20 and keeps
its Chinese numeral. What is printed is what was typed, tidied to half-width digits; what enters a relation is the
value, and only when it is exact.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from generator.models.numerals import NUMERAL_SIGNS, read_numeral
from generator.patterns import compile_later
from generator.records import dataclass

_MAGNITUDES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_BOUNDS_BEFORE = "不少于|不低于|不超过|不足|超过|至少|超|逾"
_GUESSES_BEFORE = "大约|将近|接近|近|约|上"
_BOUNDS_AFTER = "以上|以下|以内"
_GUESSES_AFTER = "左右|上下|有余|余|多|几"
_AFTER = f"{_BOUNDS_AFTER}|{_GUESSES_AFTER}"
_BOUNDS = frozenset(f"{_BOUNDS_BEFORE}|{_BOUNDS_AFTER}".split("|"))
_FIGURE = compile_later(
    rf"(?P<before>{_BOUNDS_BEFORE}|{_GUESSES_BEFORE})?\s*"
    rf"(?:(?P<number>-?(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?)|(?P<numeral>[{NUMERAL_SIGNS}]++))\s*"
    r"(?P<inner>余|多|几)?(?P<magnitude>万|亿)?\s*(?P<percent>%)?"
    rf"(?P<after>{_AFTER})?\s*(?P<unit>[\u4e00-\u9fff㎡‰℃]{{0,6}}?)(?P<late>{_AFTER})?",
)
_NOT_A_UNIT = compile_later(rf"{_BOUNDS_BEFORE}|{_AFTER}|大约|约|近|分之|^[十百千万亿](?![克瓦米])")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x2212: 0x2D}
_MAX_LENGTH = 60
_MAX_WHOLE = 15
_MAX_PLACES = 6
_HINTS = (
    (compile_later(r"[0-9]\s*\+|\+\s*[0-9]"), "加号请写成“余”或“以上”"),
    (compile_later(r"[0-9%万亿]\s*[-~～—–至到]\s*[0-9]"), "这里只能填一个数字，不能填范围"),
    (compile_later(r"[数几][十百千万]"), "“数十”“几百”说不出是多少，请填大致的数字，如 30余"),
    (compile_later(r"[0-9]\s*[十百千]"), "请把数字写全，如 5000、2.5万"),
    (compile_later(rf"[0-9]{{{_MAX_WHOLE + 1}}}|\.[0-9]{{{_MAX_PLACES + 1}}}"), "位数太多"),
    (compile_later(r"百分之"), "百分数请写成 95% 的样子"),
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure. `value` is in the indicator's own unit (万 and 亿 multiplied out; 62% is 62 with `percent`).

    `places` is the number of decimals typed; `before`, `inner` and `after` hold the words of approximation (近, 约, 余,
    以上 …); `unit` is a unit typed behind the figure, to be held against the catalogue's; `numeral` is the Chinese
    numeral when the figure was typed as one.
    """

    typed: str
    value: Decimal
    magnitude: str = ""
    percent: bool = False
    places: int = 0
    before: str = ""
    inner: str = ""
    after: str = ""
    unit: str = ""
    numeral: str = ""

    @property
    def approximation(self) -> str:
        """The words that make the figure inexact, or an empty string."""
        return self.before + self.inner + self.after

    @property
    def exact(self) -> bool:
        return not self.approximation

    @property
    def doubled(self) -> bool:
        """Whether more than one word makes the figure inexact, as in 近万余."""
        return sum(map(bool, (self.before, self.inner, self.after))) > 1

    @property
    def guessed_digits(self) -> int:
        """How many digits the figure gives before a word such as 余 or 近 takes its last one back: 3 for 128余.

        0 when nothing is taken back: the figure is exact, round (130余), a bound (128以上), a rate, or in 万.
        """
        words = {self.before, self.inner, self.after} - {""}
        if not words - _BOUNDS or self.percent or self.magnitude or self.places or self.value % 10 == 0:
            return 0
        return len(str(abs(int(self.value))))

    @property
    def step(self) -> Decimal:
        """The worth of one unit in the last digit typed (0.1 for 95.0%, 1000 for 1.2万): what rounding may hide."""
        return _MAGNITUDES[self.magnitude].scaleb(-self.places)

    @property
    def rounded(self) -> bool:
        """Whether the figure may stand for others near it: it was typed with decimals, in 万, or in per cent."""
        return self.percent or bool(self.magnitude) or self.places > 0

    @property
    def number(self) -> str:
        """The bare number as it stands in the text, without approximation, 万, % and unit."""
        return self.numeral or f"{self.value / _MAGNITUDES[self.magnitude]:.{self.places}f}"

    @property
    def printed(self) -> str:
        """The figure as it stands in the text: half-width, without thousands marks and without its unit."""
        return self.printed_with("")

    def printed_with(self, unit: str) -> str:
        """The figure with a unit: 余 stands before the unit (20余件), 以上 and 左右 behind it (20件以上)."""
        percent = "%" if self.percent else ""
        front = f"{self.before}{self.number}{self.inner}{self.magnitude}{percent}"
        behind = self.after in ("以上", "以下", "以内", "左右", "上下")
        return f"{front}{unit}{self.after}" if behind else f"{front}{self.after}{unit}"

    def __str__(self) -> str:
        return self.printed

    def in_unit(self, unit: str) -> Quantity:
        """The figure as one of `unit`, the unit typed behind it dropped: 1200万元 in 万元 is 1200.

        A figure without a unit, or with this one, is what it was. Raises `ValueError` for any other unit.
        """
        if not self.unit:
            return self
        if self.unit == unit:
            return replace(self, unit="")
        if self.magnitude and self.magnitude + self.unit == unit:
            worth = self.value / _MAGNITUDES[self.magnitude]
            return replace(self, value=worth, magnitude="", unit="", inner="", after=self.after or self.inner)
        raise ValueError(f"“{self.typed[:_MAX_LENGTH]}”的单位是“{self.magnitude}{self.unit}”，应当是“{unit or '无'}”")

    @classmethod
    def parse(cls, typed: str) -> Quantity:
        """Read a figure as typed; full-width digits, thousands marks, 万/亿, %, words of approximation, a unit.

        Raises `ValueError`, with a Chinese message, for anything that isn't one figure.
        """
        plain = typed.translate(_WIDE).strip() if len(typed) <= _MAX_LENGTH else ""
        match = _FIGURE.fullmatch(plain)
        if match is None or not _sensible(match):
            raise ValueError(_complaint(typed, plain))
        digits = (match["number"] or "").replace(",", "")
        numeral, magnitude = match["numeral"] or "", match["magnitude"] or ""
        worth = _read_digits(digits) if digits else read_numeral(numeral)
        if worth is None:
            raise ValueError(_complaint(typed, plain))
        return cls(
            typed=typed,
            value=worth * _MAGNITUDES[magnitude],
            magnitude=magnitude,
            percent=match["percent"] is not None,
            places=len(digits.partition(".")[2]),
            before=match["before"] or "",
            inner=match["inner"] or "",
            after=match["after"] or match["late"] or "",
            unit=match["unit"],
            numeral=numeral,
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validated,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda q: q.typed),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": ["string", "number"], "description": "数字，可带 万、亿、%、余、近、约、以上 等"}

    @classmethod
    def _validated(cls, value: object) -> Quantity:
        if isinstance(value, Quantity):
            return value
        if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
            raise PydanticCustomError("not_a_figure", "这里要填一个数字")
        try:
            return cls.parse(str(value))
        except ValueError as error:
            raise PydanticCustomError("not_a_figure", "{reason}", {"reason": str(error)}) from None


def _sensible(match: re.Match[str]) -> bool:
    """Whether parts that each may stand in a figure may stand in it together."""
    if match["percent"] and (match["magnitude"] or match["numeral"]):
        return False
    if match["after"] and match["late"]:
        return False
    if match["before"] == "上" and not match["numeral"]:
        return False
    if match["magnitude"] and set(match["numeral"] or "") & set("万亿"):
        return False
    return not _NOT_A_UNIT.search(match["unit"])


def _read_digits(digits: str) -> Decimal | None:
    whole, _, decimals = digits.lstrip("-").partition(".")
    if len(whole) > _MAX_WHOLE or len(decimals) > _MAX_PLACES:
        return None
    worth = Decimal(digits)
    return worth or abs(worth)


def _complaint(typed: str, plain: str) -> str:
    """Why something isn't a figure, with the remedy when the slip is a usual one."""
    hint = next(
        (text for slip, text in _HINTS if slip.search(plain)), "应写成 7、2000余、2万余、98%以上 这样的一个数字"
    )
    return f"“{typed[:_MAX_LENGTH]}”不是数字：{hint}"
