"""Findings as SARIF 2.1.0, the form in which editors and review systems take the results of checking programs.

All characters beyond ASCII are escaped, so that the file means the same whatever a console or editor takes it for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from generator.diagnostics import Diagnostic, Diagnostics, Place, Severity
from generator.models.rule_card import RuleCard

_OTHERS = {"LOAD": "读取文件时发现的问题", "TMPL": "套用模板时发现的问题"}
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(diagnostics: Diagnostics, version: str, rules: Mapping[str, RuleCard]) -> str:
    """One run with every finding. `rules` tell what the codes are called; one without a rule is named by its kind."""
    found = list(diagnostics)
    codes = sorted({each.code for each in found})
    index = {code: place for place, code in enumerate(codes)}
    driver = {
        "name": "fazhi",
        "version": version,
        "semanticVersion": version,
        "rules": [_rule(code, rules.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, index) for each in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str, rule: RuleCard | None) -> dict[str, Any]:
    if rule is None:
        text = {"text": _OTHERS.get(code[:4], "检查时发现的问题")}
        told = "位置、原因和办法写在消息里"
        return {"id": code, "shortDescription": text, "fullDescription": text, "help": {"text": told}}
    return {
        "id": code,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.what},
        "help": {"text": f"{rule.remedy}\n依据：{rule.source}"},
        "defaultConfiguration": {"level": _LEVELS[Severity(rule.severity)]},
        "properties": {"strength": rule.strength},
    }


def _result(each: Diagnostic, index: Mapping[str, int]) -> dict[str, Any]:
    remedy = f"\n办法：{each.remedy}" if each.remedy else ""
    result: dict[str, Any] = {
        "ruleId": each.code,
        "ruleIndex": index[each.code],
        "level": _LEVELS[each.severity],
        "message": {"text": f"{each.message}{remedy}"},
        "locations": [_location(each.place)],
        "partialFingerprints": {"fazhi/v1": _fingerprint(each)},
        "properties": {"strength": str(each.strength)},
    }
    if each.source:
        result["properties"]["source"] = each.source
    return result


def _fingerprint(each: Diagnostic) -> str:
    """The same for a finding that is found again after text was put in before it."""
    told = (each.code, PurePath(each.place.file).name, each.place.text or "", each.message)
    return sha256("\0".join(told).encode(errors="backslashreplace")).hexdigest()[:32]


def _location(place: Place) -> dict[str, Any]:
    """A line and column where the file has them; paragraphs and cells by name, with the words that stand there."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line is not None:
        region: dict[str, Any] = {"startLine": place.line}
        if place.column is not None:
            region["startColumn"] = place.column
        if place.text:
            region["snippet"] = {"text": place.text}
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    name = _name(place)
    if name:
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": place.in_words()}]
        if place.text:
            location["message"] = {"text": place.text}
    return location


def _name(place: Place) -> str:
    if place.sheet is not None:
        return f"{place.sheet}!{place.cell}" if place.cell else place.sheet
    return f"第{place.paragraph}段" if place.paragraph is not None else ""


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
