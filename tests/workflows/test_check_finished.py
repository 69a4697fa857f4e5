"""`fazhi check` of finished reports, from the command line to the copy with comments."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from support import office
from support.packages import parts
from support.word_files import p, package

from generator.cli.app import app
from generator.cli.chinese import explain
from generator.workflows.check import Asked, check_and_annotate

_LINES = (
    "青禾县人民政府",
    "关于2025年度法治政府建设情况的报告",
    "云岭市人民政府：",
    "2025年，全县依法行政水平进一步提高。现将有关情况报告如下。",
    "一、主要举措和成效",
    "（一）加强学习。学习XX次，覆盖(20212025年)的要求。",
    "青禾县人民政府",
    "2026年2月9日",
)


def _word(folder: Path, name: str = "报告.docx") -> Path:
    file = folder / name
    file.write_bytes(package("".join(map(p, _LINES))))
    return file


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["check", *arguments])


def test_a_word_file_is_checked_for_text_and_layout(tmp_path: Path) -> None:
    """The guess is told; findings name the paragraph; nothing is written."""
    file = _word(tmp_path)
    result = _run(str(file))
    assert "LOAD210  从标题和文字看是：年度“2025年”，报告主体“政府”，按此检查" in result.output
    assert "LOAD211  看不出报送对象" in result.output
    assert re.search(r"报告\.docx > 第6段.*TEXT060", result.output)
    assert "PAGE" in result.output
    assert list(tmp_path.iterdir()) == [file]


def test_what_staff_say_is_not_guessed(tmp_path: Path) -> None:
    result = _run(str(_word(tmp_path)), "--year", "2025", "--reporter", "政府", "--delivery", "上级党委和政府")
    assert "LOAD21" not in result.output


def test_marks_of_a_typing_tool_are_told(tmp_path: Path) -> None:
    """Headings between them aren't seen as such, which is the first thing to know."""
    file = tmp_path / "报告.txt"
    file.write_text("# 某县2025年法治政府建设年度报告\n**一、主要举措**\n办结2*3件。\n", encoding="utf-8")
    (told,) = [each for each in check_and_annotate([file], copies=False).diagnostics if each.code == "LOAD236"]
    assert told.message.startswith("有2段留着排版标记")
    assert told.place.line == 1


def test_a_text_file_has_lines_and_columns(tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_text("\n".join(_LINES), encoding="gbk")
    result = _run(str(file), "--select", "TEXT060")
    assert re.search(r"报告\.txt:6:\d+ ", result.output)
    assert "PAGE" not in result.output


def test_choosing_codes(tmp_path: Path) -> None:
    result = check_and_annotate([_word(tmp_path)], copies=False, asked=Asked(select=("TEXT",), ignore=("TEXT060",)))
    codes = {each.code for each in result.diagnostics}
    assert codes & {"TEXT050", "TEXT006"}
    assert {code[:4] for code in codes} <= {"TEXT", "LOAD"}
    assert "TEXT060" not in codes


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "html"), "要用 -o"),
        (("--select", "文字"), "不是编号"),
        (("--select", "TEXT999"), "没有以“TEXT999”开头的规则"),
        (("--ignore", "TEXT,XX"), "没有以“XX”开头的规则"),
        (("--year", "25"), "--year"),
        (("-o", "报告.docx"), "不能写到被检查的文件"),
        (("-o", "别的.docx"), "用 --annotate"),
        (("-o", "别的.xlsx"), "用 --table"),
        (("-o", "别的.txt"), "没有覆盖"),
        (("--format", "html", "-o", "别的.txt"), "没有覆盖"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _word(tmp_path)
    other = tmp_path / "别的.txt"
    other.write_text("另一份报告。\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", "报告.docx", *arguments], standalone_mode=False)
    assert other.read_text(encoding="utf-8") == "另一份报告。\n"
    assert isinstance(result.exception, click.UsageError)
    assert said in explain(result.exception)


def test_options_for_finished_reports_only(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(tmp_path / "a.yaml"), "--year", "2025"], standalone_mode=False)
    assert "只用于成稿" in str(getattr(result.exception, "message", ""))


def test_a_kind_that_is_not_known(tmp_path: Path) -> None:
    result = _run(str(_word(tmp_path)), "--reporter", "乡镇政府")
    assert "LOAD213" in result.output
    assert "是不是“" in result.output
    assert result.exit_code == 1


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_errors_end_with_one_in_every_form(form: str, tmp_path: Path) -> None:
    assert _run(str(tmp_path / "没有.docx"), "--format", form).exit_code == 1


def test_files_for_programs_and_for_reading(tmp_path: Path) -> None:
    file = _word(tmp_path)
    sarif, page, findings = tmp_path / "a.sarif", tmp_path / "a.html", tmp_path / "a.json"
    for form, out in (("sarif", sarif), ("html", page), ("json", findings)):
        assert f"已生成：{out}" in _run(str(file), "--format", form, "-o", str(out)).output
    results = json.loads(sarif.read_bytes())["runs"][0]["results"]
    told = json.loads(findings.read_bytes())["diagnostics"]
    assert [each["ruleId"] for each in results] == [each["code"] for each in told]
    assert "加强学习" in page.read_text(encoding="utf-8")
    printed = json.loads(_run(str(file), "--format", "sarif").stdout_bytes)
    assert printed == json.loads(sarif.read_bytes())


@pytest.mark.parametrize("name", ["疑点.txt", "疑点.html", "疑点.json", "疑点.sarif"])
def test_the_name_tells_the_form_and_the_same_is_written_again(name: str, tmp_path: Path) -> None:
    file, out = _word(tmp_path), tmp_path / name
    for _ in range(2):
        assert f"已生成：{out}" in _run(str(file), "-o", str(out)).output
    text = out.read_text(encoding="utf-8")
    begins = {".txt": str(file), ".html": "<!DOCTYPE", ".json": "{", ".sarif": "{"}
    assert text.startswith(begins[out.suffix])
    if out.suffix == ".txt":
        assert "个警告" in text.splitlines()[-1]


def test_an_input_stands_beside_its_findings_as_it_is_typed(tmp_path: Path) -> None:
    """Also one that can't be read as an input, which is when it matters most."""
    file, out = tmp_path / "report.yaml", tmp_path / "疑点.html"
    file.write_bytes("格式: 1\n年度：2025   # 注释<b>\n".encode("gbk"))
    assert f"已生成：{out}" in _run(str(file), "-o", str(out)).output
    page = out.read_text(encoding="utf-8")
    row = next(row for row in page.split('<div class="row') if "注释" in row)
    assert '<div class="no">2</div><div class="y">年度：2025   # 注释&lt;b&gt;</div>' in row
    assert "LOAD021" in row


def test_a_copy_with_comments(tmp_path: Path) -> None:
    file = _word(tmp_path)
    before = file.read_bytes()
    result = _run(str(file), "--annotate")
    copy = tmp_path / "报告_疑点.docx"
    assert f"疑点已标在：{copy}" in result.output
    assert file.read_bytes() == before
    comments = parts(copy.read_bytes())["word/comments.xml"].decode()
    assert "TEXT060" in comments
    again = _run(str(copy), "--annotate", "--select", "TEXT060")
    assert "报告_疑点2.docx" in again.output


def test_a_copy_that_was_worked_on_is_never_overwritten(tmp_path: Path) -> None:
    file = _word(tmp_path)
    (copy,) = check_and_annotate([file]).written
    assert check_and_annotate([file]).written == (copy,)
    copy.write_bytes(package("".join(map(p, _LINES[:4]))))
    worked_on = copy.read_bytes()
    again = check_and_annotate([file])
    assert again.written == (tmp_path / "报告_疑点2.docx",)
    assert again.notes == ("已有的 报告_疑点.docx 可能改过，没有覆盖，这次写成 报告_疑点2.docx",)
    assert copy.read_bytes() == worked_on


def test_other_files_get_no_comments(tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_text("\n".join(_LINES), encoding="utf-8")
    assert "LOAD175" in _run(str(file), "--annotate").output
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "报告.wps"
    file.write_bytes(b"x")
    result = check_and_annotate([file])
    assert [each.code for each in result.diagnostics] == ["LOAD201"]
    assert result.written == ()


LACKING = office.missing()


@pytest.mark.office
@pytest.mark.skipif(bool(LACKING), reason=LACKING or "LibreOffice is there")
def test_old_word_files(tmp_path: Path) -> None:
    """Made by LibreOffice and read by way of it: the same lines. It opens the copy with comments, too."""
    file = _word(tmp_path)
    old = office.saved_as("doc", file, tmp_path)
    checked = check_and_annotate([file, old], copies=False)
    found = checked.manuscripts
    word, converted = found[str(file)], found[str(old)]
    layout = [each for each in checked.diagnostics if each.place.file == str(old) and each.code.startswith("PAGE")]
    assert "PAGE001" in {each.code for each in layout}
    assert all(each.message.endswith("（据转换后的版面）") for each in layout)
    assert [(line.kind, line.number, line.text) for line in converted.lines] == [
        (line.kind, line.number, line.text) for line in word.lines
    ]
    (copy,) = check_and_annotate([file]).written
    new = tmp_path / "new"
    new.mkdir()
    reopened = office.saved_as("docx", copy, new)
    own = re.findall("<w:comment ", parts(copy.read_bytes())["word/comments.xml"].decode())
    assert len(own) == len(re.findall("<w:comment ", parts(reopened.read_bytes())["word/comments.xml"].decode()))
