"""The JSON Schema of the input, made from the models and the catalogue."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from generator.models.catalogue import Topic
from generator.models.grid import Grid, cell_name
from generator.models.knowledge import Knowledge
from generator.models.report import Report

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema(knowledge: Knowledge) -> dict[str, Any]:
    """The schema of `report.yaml`. Editors complete topics and indicators with their labels and units."""
    schema = Report.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = schema.setdefault("$defs", {})
    topics = {name: _topic(topic, definitions) for name, topic in knowledge.catalogue.topics.items()}
    figures = {"type": "object", "additionalProperties": False, "properties": topics}
    definitions["指标"] = figures
    for key, text in (("指标", "报告年度的数字"), ("上年", "上一年度同期的数字")):
        schema["properties"][key] = {"$ref": "#/$defs/指标", "description": text}
    _choices(schema, definitions, knowledge)
    for definition in (schema, *definitions.values(), *topics.values()):
        _allow_plain_words(definition)
    _allow_shorthand(definitions)
    return {"$schema": _DIALECT, "title": "法治政府建设年度报告输入", **_named_in_chinese(schema)}


def _topic(topic: Topic, definitions: dict[str, Any]) -> dict[str, Any]:
    model: type[BaseModel] = topic.values_model
    schema = model.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    definitions.update(schema.pop("$defs", {}))
    if topic.表式 is not None and topic.表式.two_dimensional:
        schema["properties"] = _rows(topic.名称, topic.表式, schema["properties"], definitions)
    return {**schema, "title": topic.标签}


def _rows(topic: str, form: Grid, fields: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The fields of a form as they are typed: its rows, those that have the same columns by one definition."""
    rows: dict[str, Any] = {}
    for row, line in form.rows.items():
        columns = form.columns_of(row)
        name = "_".join((topic, *columns))
        titles = {column: {"title": form.columns[column].标签, "description": ""} for column in columns}
        cells = {column: fields[cell_name(row, column)] | titles[column] for column in columns}
        definitions.setdefault(name, {"type": "object", "additionalProperties": False, "properties": cells})
        rows[row] = {"$ref": f"#/$defs/{name}", "title": line.标签}
    return rows | {name: field for name, field in fields.items() if name not in form.cells}


def _choices(schema: dict[str, Any], definitions: dict[str, Any], knowledge: Knowledge) -> None:
    """What may be chosen depends on the knowledge, so the models can't say it."""
    numbers = [int(name) for name in knowledge.outlines if name.isdecimal()]
    schema["properties"]["大纲"] = {"enum": [*knowledge.outlines, *numbers], "description": "不填则按年度取"}
    schema["properties"]["格式"] = {"enum": [1, "1"], "description": "输入格式的版本，现在是 1"}
    definitions["Delivery"]["properties"]["对象"]["enum"] = list(knowledge.deliveries)
    definitions["Delivery"]["properties"]["版式"]["enum"] = list(knowledge.styles)
    definitions["HeadAccount"]["properties"]["谁"]["enum"] = list(knowledge.heads)
    duties = dict.fromkeys(duty for head in knowledge.heads.values() for duty in head.职责)
    named = {"enum": list(duties)}
    definitions["HeadText"]["properties"]["职责"] |= {"items": named}
    definitions["Subject"]["properties"]["类别"]["enum"] = list(knowledge.reporters)


def _allow_shorthand(definitions: dict[str, Any]) -> None:
    """A scalar stands for `{值: …}`, a string for a paragraph or a point, one name for a list of one."""
    figure = {"type": ["string", "number", "null"]}
    value = definitions["IndicatorValue"]
    definitions["IndicatorValue"] = {"anyOf": [figure, value], "description": value.get("description", "")}
    definitions["Lead"] = {"anyOf": [{"enum": ["惯用", "无"]}, definitions["Lead"]]}
    for name in ("ParagraphBlock", "Point", "HeadText"):
        definitions[name] = {"anyOf": [{"type": "string"}, definitions[name]]}
    for owner, key in (("HeadAccount", "内容"), ("HeadText", "职责")):
        entry = definitions[owner]["anyOf"][1] if "anyOf" in definitions[owner] else definitions[owner]
        whole = entry["properties"][key]
        entry["properties"][key] = {"anyOf": [whole["items"], whole], "description": whole["description"]}
    paragraph = definitions["ParagraphBlock"]["anyOf"][1]["properties"]["段"]
    definitions["ParagraphBlock"]["anyOf"][1]["properties"]["段"] = {"anyOf": [{"type": "string"}, paragraph]}


def _allow_plain_words(definition: dict[str, Any]) -> None:
    """是 and 否 for a boolean, one word for a list of words."""
    for entry in definition.get("properties", {}).values():
        if entry.get("type") == "array" and entry.get("items") == {"type": "string"}:
            entry["type"] = ["array", "string"]
        if entry.get("type") == "boolean":
            entry.update({"type": ["boolean", "string"], "enum": [True, False, "是", "否"]})


def _named_in_chinese(schema: dict[str, Any]) -> dict[str, Any]:
    """Drops the English titles and descriptions that pydantic takes from names and docstrings."""

    def cleaned(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: cleaned(value) for key, value in node.items() if not _english(key, value)}
        return [cleaned(item) for item in node] if isinstance(node, list) else node

    result: dict[str, Any] = cleaned(schema)
    return result


def _english(key: str, value: object) -> bool:
    return key in ("title", "description") and isinstance(value, str) and value[:1].isascii()
