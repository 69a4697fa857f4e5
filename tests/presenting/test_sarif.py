"""SARIF 2.1.0: what the standard demands of a log, a run, a rule, a result and a location, and nothing invented."""

from __future__ import annotations

import json
from typing import Any

from support.books import shipped

from generator.diagnostics import Diagnostics, Place
from generator.models.rule_card import cards
from generator.presenting.sarif import as_sarif


def _log() -> dict[str, Any]:
    found = Diagnostics()
    found.warning(
        "TEXT050", Place("某县/报告.txt", line=3, column=5, text="XX"), "占位符“XX”没有填", "填上", source="惯例"
    )
    found.error("DATA001", Place("表 1.xlsx", sheet="行政复议", cell="B3"), "比率不符")
    found.info("PART100", Place("报告.docx", paragraph=12, text="存在的问题"), "不足没有原因")
    found.error("LOAD200", Place("没有.docx"), "没有这个文件")
    text = as_sarif(found, "0.1.0", {card.code: card for card in cards(shipped(), relations=False)})
    assert text.isascii()
    log: dict[str, Any] = json.loads(text)
    return log


def test_the_log_and_its_rules() -> None:
    log = _log()
    assert (log["version"], set(log)) == ("2.1.0", {"$schema", "version", "runs"})
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("fazhi", "0.1.0")
    assert [rule["id"] for rule in driver["rules"]] == ["DATA001", "LOAD200", "PART100", "TEXT050"]
    assert driver["rules"][0]["shortDescription"]["text"] == "比率与数字不符"
    assert driver["rules"][0]["defaultConfiguration"]["level"] == "error"
    for rule in driver["rules"]:
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
    assert driver["rules"][1]["shortDescription"]["text"] == "读取文件时发现的问题"


def test_results_and_their_locations() -> None:
    (run,) = _log()["runs"]
    results = {result["ruleId"]: result for result in run["results"]}
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == code for code, result in results.items())
    assert {code: result["level"] for code, result in results.items()} == {
        "TEXT050": "warning", "DATA001": "error", "PART100": "note", "LOAD200": "error",
    }  # fmt: skip
    assert results["TEXT050"]["message"]["text"] == "占位符“XX”没有填\n办法：填上"
    assert results["TEXT050"]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "%E6%9F%90%E5%8E%BF/%E6%8A%A5%E5%91%8A.txt"},
        "region": {"startLine": 3, "startColumn": 5, "snippet": {"text": "XX"}},
    }
    assert results["DATA001"]["locations"][0]["logicalLocations"][0]["name"] == "行政复议!B3"
    assert results["PART100"]["locations"][0]["logicalLocations"][0]["name"] == "第12段"
    assert results["PART100"]["locations"][0]["message"]["text"] == "存在的问题"
    assert "logicalLocations" not in results["LOAD200"]["locations"][0]


def test_a_finding_is_known_again_further_down() -> None:
    """By what is found and where it stands in words, not by its line or by where the file lies."""
    marks = []
    for file, line, words in (("报告.txt", 3, "XX"), ("某县/报告.txt", 9, "XX"), ("报告.txt", 9, "YY")):
        found = Diagnostics()
        found.warning("TEXT050", Place(file, line=line, text=words), "没有填")
        (result,) = json.loads(as_sarif(found, "0.1.0", {}))["runs"][0]["results"]
        marks.append(result["partialFingerprints"]["fazhi/v1"])
    assert marks[0] == marks[1] != marks[2]


def test_absolute_paths_are_file_addresses() -> None:
    found = Diagnostics()
    found.error("LOAD200", Place("/某 处/报告.docx"), "没有这个文件")
    log = json.loads(as_sarif(found, "0.1.0", {}))
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///%E6%9F%90%20%E5%A4%84/%E6%8A%A5%E5%91%8A.docx"
