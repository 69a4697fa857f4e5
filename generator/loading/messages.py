"""What pydantic found wrong, in words a clerk can act on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.loading.keys import keys_of, listed, meant, models_in, nearest
from generator.loading.locations import Location
from generator.models.base import Path
from generator.patterns import compile_later
from generator.records import dataclass

_BLOCKS = ("段", "要点", "表", "图", "节")
_COLONS = compile_later(r"(?:^|(?<=[ \n]))([^\s：:]{1,20})([：:])(?=\S)")


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding before it has a place. `at_key`: it opens at the key instead of the value.

    `in_cells` is the remedy for someone who fills a workbook, where it is another one.
    """

    code: str
    message: str
    remedy: str
    at_key: bool = False
    in_cells: str = ""


def explain(error: ErrorDetails, location: Location) -> Explained:
    """The finding for one pydantic error. A missing key that is there without a value has None for its input."""
    if error["input"] is None and error["type"] != "extra_forbidden":
        return _blank(location)
    return _EXPLAINERS.get(error["type"], _by_validator)(error, location)


def in_words(path: Path) -> str:
    """A path as it is said: `报送第1项“名称”`."""
    return "".join(f"第{step + 1}项" if isinstance(step, int) else f"“{step}”" for step in path)


def colons_in(text: object) -> list[tuple[str, str, int]]:
    """Where text stands for a mapping: its would-be keys, their colons, and the offset of each colon."""
    if not isinstance(text, str):
        return []
    return [(match[1], match[2], match.start(2)) for match in _COLONS.finditer(text)]


def _blank(location: Location) -> Explained:
    is_item = location.exists and isinstance(location.path[-1], int)
    named = "这一项" if is_item else f"“{location.name}”"
    remedy = f"填上内容{_hint(location)}，或整行删去"
    return Explained("LOAD057", f"{named}空着", remedy, at_key=True, in_cells=f"填上内容{_hint(location)}")


def _missing(_error: ErrorDetails, location: Location) -> Explained:
    where = f"{in_words(location.path)}里" if location.path else ""
    return Explained(
        "LOAD050",
        f"{where}缺少“{location.name}”",
        f"加一行“{location.name}: ……”{_hint(location)}",
        at_key=True,
        in_cells=f"填上“{location.name}”{_hint(location)}；整行不要的，把这一行清空",
    )


def _unknown(_error: ErrorDetails, location: Location) -> Explained:
    typed, owner = location.name, location.owner
    if owner is None:
        return Explained("LOAD051", f"不认识“{typed[:30]}”", "删去它", at_key=True)
    known = keys_of(owner)
    message = f"不认识的键“{typed[:30]}”"
    if inside := _belongs_inside(typed, owner):
        return Explained("LOAD051", message, f"“{typed}”应写在“{inside}”里面，多缩进一层", at_key=True)
    if near := meant(typed, known):
        said = "或者".join(f"“{key}”" for key in near)
        return Explained("LOAD051", message, f"是不是{said}？", at_key=True)
    return Explained("LOAD051", message, f"这里可以写：{listed(known, 20)}；其他的删去", at_key=True)


def _belongs_inside(key: str, owner: type[BaseModel]) -> str | None:
    """The key of `owner` whose own mapping has `key`."""
    for name, info in owner.model_fields.items():
        if any(key in keys_of(model) for model in models_in(info.annotation)):
            return info.alias or name
    return None


def _wrong_type(expected: str, remedy: str) -> Callable[[ErrorDetails, Location], Explained]:
    def explainer(error: ErrorDetails, location: Location) -> Explained:
        what = in_words(location.path[-1:])
        message = f"{what}应当是{expected}，这里是{_kind(error['input'])}"
        return Explained("LOAD052", message, remedy + _hint(location), at_key=not isinstance(error["input"], str))

    return explainer


def _kind(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value[:20]}”" if value else "空文字"
    return "列表" if isinstance(value, list) else "下一层的“键: 值”" if isinstance(value, Mapping) else "别的内容"


def _not_allowed(error: ErrorDetails, location: Location) -> Explained:
    allowed = literals(location.field.annotation if location.field else None)
    typed = str(error["input"])[:30]
    if location.name == "格式":
        message = f"输入的格式版本是“{typed}”，本程序只认得 {listed(allowed)}"
        return Explained("LOAD053", message, f"写成“格式: {allowed[-1]}”；文件由新版程序写成的，先更新程序")
    near = nearest(typed, allowed)
    guess = f"是不是“{near}”？" if near else ""
    return Explained("LOAD053", f"“{location.name}”不能填“{typed}”", f"{guess}可以填：{listed(allowed)}")


def literals(annotation: Any) -> list[str]:
    """The words a field allows."""
    if get_origin(annotation) is Literal:
        return [str(word) for word in get_args(annotation)]
    return [word for part in get_args(annotation) for word in literals(part)]


_LONGEST_KEY = 4


def _block_kind(error: ErrorDetails, _location: Location) -> Explained:
    usable = f"可用：{'、'.join(_BLOCKS)}"
    given = error["input"]
    keys = [str(key) for key in given] if isinstance(given, Mapping) else []
    message = f"看不出这一块是什么内容{_given_as(given, keys)}"
    if {"标题", "内容"} & set(keys):
        return Explained("LOAD055", message, f"像是一节：前面写“节:”，其余多缩进一层。{usable}")
    if len(keys) == 1 and len(keys[0]) > _LONGEST_KEY:
        remedy = "一段文字里有半角冒号和空格，被当成了“键: 值”：整段加引号，或者改成全角冒号"
        return Explained("LOAD055", f"这一段被半角冒号断开了（“{keys[0][-12:]}”之后）", remedy)
    near = next((near for key in keys if (near := nearest(key, _BLOCKS))), None)
    guess = f"是不是“{near}”？" if near else "一段文字直接写，或写成“段: ……”。"
    return Explained("LOAD055", message, guess + usable)


def _given_as(given: Any, keys: list[str]) -> str:
    if keys:
        return f"（写的是“{keys[0][:20]}”）"
    return "（是列表）" if isinstance(given, list) else ""


def _out_of_bounds(words: str) -> Callable[[ErrorDetails, Location], Explained]:
    def explainer(error: ErrorDetails, location: Location) -> Explained:
        bounds = {name: _number(value) for name, value in (error.get("ctx") or {}).items()}
        message = f"{in_words(location.path[-1:])}{words.format(**bounds)}"
        return Explained("LOAD054", message, f"改这里{_hint(location)}", at_key=isinstance(error["input"], list))

    return explainer


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _by_pattern(error: ErrorDetails, location: Location) -> Explained:
    typed = str(error["input"])[:30]
    return Explained("LOAD054", f"“{location.name}”写成“{typed}”不合规定的写法", f"改这里{_hint(location)}")


def _by_validator(error: ErrorDetails, location: Location) -> Explained:
    """Errors of our own validators are Chinese sentences already; anything else of pydantic's gets a plain one."""
    remedy = _REMEDIES.get(error["type"], f"照这句话改这一处{_hint(location)}，拿不准就对照示例")
    if error["type"] == "value_error":
        reason = str((error.get("ctx") or {}).get("error", ""))
        return Explained("LOAD056", reason or "这里的内容不对", remedy, at_key=not isinstance(error["input"], str))
    own = error["type"] in _REMEDIES
    return Explained("LOAD056", error["msg"] if own else f"{in_words(location.path[-1:])}的内容不对", remedy)


def _hint(location: Location) -> str:
    description = location.field.description if location.field is not None else None
    return f"（{description}）" if description else ""


_REMEDIES = {
    "date_form": "写成 2026-02-09 或 2026年2月9日",
    "yes_no": "填“是”或“否”",
    "grid": "改字号、字距、行距，或版心的行数、字数",
    "margins": "改版心或纸张的尺寸，使它们相加正好",
    "not_a_figure": "只填一个数字，可带 万、亿、%、余、近、约、以上；说明写在“备注”里",
}
_TEXT = _wrong_type("一段文字", "写成一行文字，或用“|”另起几行")
_LIST = _wrong_type("列表", "每项另起一行，以“- ”开头")
_MAPPING = _wrong_type("下一层的“键: 值”", "另起一行、缩进两格，写成“键: 值”")
_WHOLE = _wrong_type("整数", "只填阿拉伯数字")
_DECIMAL = _wrong_type("数字", "只填阿拉伯数字")
_YES_NO = _wrong_type("“是”或“否”", "填“是”或“否”")
_EXPLAINERS: dict[str, Callable[[ErrorDetails, Location], Explained]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _TEXT,
    "list_type": _LIST,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "int_parsing_size": _WHOLE,
    "float_parsing": _DECIMAL,
    "float_type": _DECIMAL,
    "finite_number": _DECIMAL,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "date_type": _wrong_type("日期", "写成 2026-02-09"),
    "date_from_datetime_parsing": _wrong_type("日期", "写成 2026-02-09"),
    "literal_error": _not_allowed,
    "block_kind": _block_kind,
    "string_pattern_mismatch": _by_pattern,
    "string_too_short": _out_of_bounds("太短，至少 {min_length} 个字"),
    "string_too_long": _out_of_bounds("太长，最多 {max_length} 个字"),
    "too_short": _out_of_bounds("至少要有 {min_length} 项"),
    "too_long": _out_of_bounds("最多 {max_length} 项"),
    "greater_than": _out_of_bounds("要大于 {gt}"),
    "greater_than_equal": _out_of_bounds("不能小于 {ge}"),
    "less_than": _out_of_bounds("要小于 {lt}"),
    "less_than_equal": _out_of_bounds("不能大于 {le}"),
}
