"""`fazhi rules` and `fazhi explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.app import app


def _run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.output


def test_rules_are_listed_with_weight_and_strength() -> None:
    """Checks, typographic rules and relations."""
    code, said = _run("rules")
    lines = said.splitlines()
    assert code == 0
    assert "TEXT060  警告  一般  起止年份的连接号丢了" in lines
    assert any(line.startswith("TEXT001  提示  惯例") for line in lines)
    assert any(line.startswith("DATA273  提示") for line in lines)
    assert lines[-1].startswith("共 ")


def test_rules_as_json() -> None:
    """Every field, for other programs."""
    code, said = _run("rules", "--format", "json")
    listed = {each["code"]: each for each in json.loads(said)["rules"]}
    assert code == 0
    assert listed["PART111"]["severity"] == "error"
    assert listed["TEXT094"]["bad"][0] == "截止2025年11月，办结5件。"


def test_a_rule_is_explained() -> None:
    """What, why, remedy, examples; small letters will do."""
    code, said = _run("explain", "text094")
    assert code == 0
    for piece in ("截止与截至", "查什么：", "依据：", "怎么办：", "误：截止2025年11月", "正：截至2025年11月"):
        assert piece in said


@pytest.mark.parametrize(("code", "said"), [("LOAD021", "读取文件"), ("TMPL001", "套用模板")])
def test_codes_of_reading_speak_for_themselves(code: str, said: str) -> None:
    """Their messages say place, reason and remedy."""
    assert said in _run("explain", code)[1]


def test_an_unknown_code_is_wrong_usage() -> None:
    """With the nearest one."""
    code, said = _run("explain", "TEXT999")
    assert code == 2
    assert "没有规则“TEXT999”" in said


def test_several_rules_are_explained_and_looked_for(tmp_path: Path) -> None:
    """In whatever width, between commas; beginnings and words lead to the list."""
    code, said = _run("explain", "ｔｅｘｔ094，TEXT060", "LOAD021")
    assert code == 0
    assert [line[:7] for line in said.splitlines() if line and line[0] != " "] == ["TEXT094", "TEXT060", "LOAD021"]
    assert "fazhi rules TEXT0 列出有关的规则" in _run("explain", "TEXT0")[1]
    code, said = _run("rules", "term", "连接号")
    codes = {line[:4] for line in said.splitlines()[:-2]}
    assert codes == {"TERM", "TEXT"}
    assert "没有和“天气”有关的规则" in _run("rules", "天气")[1]


def test_an_office_changes_what_is_listed(tmp_path: Path) -> None:
    """Rules that it took away aren't there, and weights are its own."""
    folder = tmp_path / "本县" / "schemas"
    folder.mkdir(parents=True)
    (folder / "checks.yaml").write_text("TEXT094: {删除: 是}\nTEXT060: {严重: info}\n", encoding="utf-8")
    code, said = _run("rules", "--office", str(tmp_path / "本县"))
    assert code == 0
    assert "TEXT094" not in said
    assert "TEXT060  提示" in said
