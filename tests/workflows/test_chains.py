"""Which overlays an input is held against, and that the outputs say so."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.inputs import SMALL, write
from support.packages import parts

from generator.cli.app import app
from generator.diagnostics import Diagnostics, Severity
from generator.workflows.build import Order, build
from generator.workflows.chains import Chains
from generator.workflows.check import check
from generator.workflows.schema import schema
from generator.workflows.trace import trace


def _office(folder: Path, closing: str) -> Path:
    """An overlay that shows in the text: the closing words of the first version."""
    words = f"送审稿:\n  结束语: [{{文: {closing}。, 来源: 甲, 强度: 惯例}}]\n"
    write(folder / "schemas", words, "deliveries.yaml")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An input with two overlays beside it, one of them named; a third is elsewhere."""
    home = tmp_path / "青川县"
    write(home)
    write(home, "格式: 1\n叠加: [市]\n", "fazhi.yaml")
    _office(home / "市", "市里的结束语")
    _office(home / "本单位", "本单位的结束语")
    _office(tmp_path / "省厅", "省里的结束语")
    return home


def _closing(home: Path, *offices: Path) -> tuple[str, tuple[str, ...]]:
    """The closing words of the first version, and the overlays it names."""
    file = home / "report.yaml"
    built = build(Order([file], home / "out", ("送审稿",), ("txt",), offices))
    text = built.written[0].read_text(encoding="utf-8")
    said = next((line.strip("　。") for line in text.splitlines() if "的结束语" in line), "")
    return said, built.diagnostics.overlays[str(file)]


def _errors(found: Diagnostics) -> list[tuple[str, str]]:
    return [(each.code, each.place.file) for each in found if each.severity is Severity.ERROR]


def test_the_file_beside_the_input_names_the_overlays(home: Path) -> None:
    """Without any option."""
    assert _closing(home) == ("市里的结束语", ("市",))


def test_those_of_the_command_line_lie_on_top(home: Path) -> None:
    """The last one uppermost."""
    assert _closing(home, home.parent / "省厅") == ("省里的结束语", ("市", "省厅"))
    assert _closing(home, home.parent / "省厅", home / "本单位") == ("本单位的结束语", ("市", "省厅", "本单位"))


def test_a_folder_named_again_counts_where_it_is_named_last(home: Path) -> None:
    """By whatever path."""
    again = home / "本单位" / ".." / "市"
    assert _closing(home, home.parent / "省厅", again) == ("市里的结束语", ("省厅", "市"))
    assert _closing(home, home / "市", home.parent / "省厅", home / "市") == ("市里的结束语", ("省厅", "市"))


def test_a_file_that_is_wrong_stops_its_input_and_no_other(home: Path) -> None:
    """Nothing is said of what would only follow from it."""
    write(home, "叠加: [巿]\n", "fazhi.yaml")
    other = write(home.parent / "别县")
    built = build(Order([home / "report.yaml", other], home / "out"))
    assert {file.parent.name for file in built.written} == {"别县"}
    assert _errors(built.diagnostics) == [("LOAD102", str(home / "fazhi.yaml"))]
    assert str(home / "report.yaml") not in {each.place.file for each in built.diagnostics}


def test_what_is_wrong_with_an_overlay_is_told_once(home: Path) -> None:
    """Of however many inputs."""
    write(home / "市" / "schemas", "词: 好\n", "terms.yaml")
    second = write(home, SMALL, "second.yaml")
    found = check([home / "report.yaml", second])
    assert [each.code for each in found] == ["LOAD082"]


def test_inputs_with_the_same_overlays_share_their_knowledge(home: Path) -> None:
    """Fourteen towns don't load it fourteen times."""
    chains = Chains([home.parent / "省厅"], Diagnostics())
    first = chains.of(home / "report.yaml")
    assert first is not None
    assert chains.of(home / "second.yaml") is first
    shutil.copytree(home, home.parent / "别县")
    assert chains.of(home.parent / "别县" / "report.yaml") is not first
    bare = [chains.of(write(home.parent / name)) for name in ("甲", "乙")]
    assert bare[0] is not None
    assert bare[0] is bare[1]


def test_the_file_is_no_input(home: Path) -> None:
    """`fazhi check *.yaml` hands it over too."""
    found = check([home / "fazhi.yaml", home / "report.yaml"])
    assert _errors(found) == [("LOAD105", str(home / "fazhi.yaml"))]
    assert list(found.overlays) == [str(home / "report.yaml")]


def test_a_folder_given_for_an_input_suggests_another_file(home: Path) -> None:
    """Never the one that is no input."""
    found = check([home])
    assert [each.remedy for each in found if each.code == "LOAD002"] == ["请给出文件夹里的文件，如 report.yaml"]


def test_a_word_file_says_which_overlays_it_was_made_with(home: Path) -> None:
    """By their names from the input, and wherever the folder lies the bytes are the same."""
    first = build(Order([home / "report.yaml"], home / "out", offices=[home.parent / "省厅"]))
    moved = home.parent / "很远" / "的地方"
    shutil.copytree(home.parent / "青川县", moved / "青川县")
    shutil.copytree(home.parent / "省厅", moved / "省厅")
    here = Path(os.path.relpath(moved))
    second = build(Order([here / "青川县" / "report.yaml"], moved / "out", offices=[here / "省厅"]))
    assert [file.read_bytes() for file in first.written] == [file.read_bytes() for file in second.written]
    custom = parts(first.written[0].read_bytes())["docProps/custom.xml"].decode()
    assert 'name="叠加"><vt:lpwstr>市、省厅</vt:lpwstr>' in custom


def test_a_word_file_without_overlays_says_nothing_of_them(home: Path) -> None:
    """No empty property."""
    (home / "fazhi.yaml").unlink()
    built = build(Order([home / "report.yaml"], home / "out"))
    assert "叠加" not in parts(built.written[0].read_bytes())["docProps/custom.xml"].decode()


def _said(*arguments: str | Path) -> str:
    return CliRunner().invoke(app, [str(each) for each in arguments]).output


def test_the_commands_say_it_in_one_line(home: Path) -> None:
    """Only where there is something to say."""
    file = home / "report.yaml"
    for command in (
        ("check", file),
        ("build", file, "-o", home / "out"),
        ("trace", "行政复议.收到", file),
    ):
        assert _said(*command).count("已叠加：市\n") == 1
    other = write(home.parent / "别县")
    assert f"已叠加：市（{file}）\n" in _said("check", file, other)
    assert "已叠加" not in _said("check", other)


def test_the_json_says_it_of_each_input(home: Path) -> None:
    """Nothing else on the output."""
    file, other = home / "report.yaml", write(home.parent / "别县")
    told = json.loads(_said("check", file, other, "--format", "json"))
    assert told["overlays"] == {str(file): ["市"]}
    assert "overlays" not in json.loads(_said("check", other, "--format", "json"))


_TOPIC = """\
本县工作:
  标签: 本县工作
  任务: 纠纷化解
  指标:
    件数: {标签: 件数, 单位: 件}
  来源: 甲
  强度: 惯例
"""


def test_the_schema_takes_the_file_of_the_current_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no input beside which to look; `--office` lies on top here too."""
    write(home / "市" / "schemas" / "indicators", _TOPIC, "本县.yaml")
    monkeypatch.chdir(home)
    result = CliRunner().invoke(app, ["schema"])
    assert "本县工作" in json.loads(result.stdout)["$defs"]["指标"]["properties"]
    assert result.stderr == "已叠加：市\n"
    assert _said("schema", "-o", "s.json") == "已叠加：市\n已生成：s.json\n"
    monkeypatch.chdir(home.parent)
    bare = CliRunner().invoke(app, ["schema"])
    assert "本县工作" not in bare.stdout
    assert bare.stderr == ""
    assert "本县工作" in CliRunner().invoke(app, ["schema", "--office", "青川县/市"]).stdout


def test_a_schema_isnt_made_with_a_file_that_is_wrong(home: Path) -> None:
    """Rather than one without the office's indicators."""
    write(home, "叠加: [巿]\n", "fazhi.yaml")
    text, found = schema(home=home)
    assert text == ""
    assert [each.code for each in found] == ["LOAD102"]


def test_trace_knows_the_indicators_of_the_overlays(home: Path) -> None:
    """As the input uses them."""
    write(home / "市" / "schemas" / "indicators", _TOPIC, "本县.yaml")
    text = SMALL.replace("指标:\n", "指标:\n  本县工作: {件数: 8}\n")
    lines, found = trace("本县工作.件数", write(home, text))
    assert lines[0] == "本县工作.件数（件数，单位：件）"
    assert found.overlays == {str(home / "report.yaml"): ("市",)}
