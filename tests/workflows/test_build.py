"""From an input to files: what is written, what isn't, and what is said."""

from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from support.inputs import EXAMPLE, SMALL, write

from generator.diagnostics import Severity
from generator.workflows.build import Built, Order, build

BROKEN = SMALL.replace("年度: 2025", "年度：2025")
DOUBTFUL = SMALL.replace("受理: 11, 不予受理: 1", "受理: 11, 不予受理: 9")


def _build(file: Path, out: Path, **options: object) -> Built:
    return build(Order([file], out, **options))  # type: ignore[arg-type]  # the options are those of Order


def _names(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def _text(file: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def test_each_version_is_a_file(tmp_path: Path) -> None:
    """Organ, year and version stand in the names; nothing is found."""
    built = _build(write(tmp_path), tmp_path / "out")

    assert [d.message for d in built.diagnostics if d.severity is not Severity.INFO] == []
    assert _names(tmp_path / "out") == [
        "青川县2025年度法治政府建设情况报告（公开版，送审稿）.docx",
        "青川县2025年度法治政府建设情况报告（送审稿）.docx",
    ]


def test_versions_differ_as_they_should(tmp_path: Path) -> None:
    """The public one has no addressee and leaves out what is internal, and numbers close the gap."""
    built = _build(write(tmp_path), tmp_path / "out")
    texts = {file.name: _text(file) for file in built.written}
    draft = next(text for name, text in texts.items() if "公开版" not in name)
    public = next(text for name, text in texts.items() if "公开版" in name)

    assert "广元市人民政府：" in draft
    assert "这一部分只给上级看" in draft
    assert "广元市人民政府：" not in public
    assert "这一部分只给上级看" not in public
    assert "（送审稿）" in draft
    assert "全年收到行政复议申请12件，受理11件，不予受理1件，受理案件均已审结。" in public
    assert any("略去" in d.message and d.place.line == 20 for d in built.diagnostics)


def test_the_five_parts_come_in_order(tmp_path: Path) -> None:
    """Shorthand becomes numbered parts, a problem runs in with its cause, a plan names who and when."""
    built = _build(write(tmp_path), tmp_path / "out", names=["送审稿"])
    lines = [line for line in _text(built.written[0]).splitlines() if line.strip()]
    heads = [line for line in lines if line[1:2] == "、"]

    assert [head[:2] for head in heads] == ["一、", "二、", "三、", "四、"]
    assert "（一）执法力量不足。基层执法人员偏少。主要原因是编制长期没有增加。" in lines
    assert "（一）充实执法力量。调剂编制10名。（责任单位：县委编办；完成时限：2026年6月底前）" in lines


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the clock or of chance is in a file."""
    first = _build(EXAMPLE, tmp_path / "a", formats=["docx", "txt"])
    second = _build(EXAMPLE, tmp_path / "b", formats=["docx", "txt"])

    assert [f.read_bytes() for f in first.written] == [f.read_bytes() for f in second.written]
    assert len(first.written) == 4


@pytest.mark.parametrize("text", [BROKEN, SMALL.replace("{{ 行政复议 }}", "{{ 行政复义 }}"), ""])
def test_an_input_that_cannot_be_read_writes_nothing(tmp_path: Path, text: str) -> None:
    """Not even the folder."""
    built = _build(write(tmp_path / "in", text), tmp_path / "out")

    assert built.diagnostics.blocks_building()
    assert not (tmp_path / "out").exists()


def test_a_failed_build_leaves_the_last_one_alone(tmp_path: Path) -> None:
    """What was built before is not replaced by half of something new."""
    out = tmp_path / "out"
    before = {f: f.read_bytes() for f in _build(write(tmp_path), out).written}
    _build(write(tmp_path, BROKEN), out)

    assert {f: f.read_bytes() for f in out.iterdir()} == before


def test_with_an_error_in_the_figures_only_strict_writes_nothing(tmp_path: Path) -> None:
    """The parts of a whole are more than it: an error, but one the clerk may have to live with today."""
    text = SMALL.replace("审结: 11", "审结: 11, 维持: 40")
    file = write(tmp_path / "in", text)
    built = _build(file, tmp_path / "out")
    strict = _build(file, tmp_path / "strict", strict=True)

    assert built.diagnostics.has_errors
    assert not built.diagnostics.blocks_building()
    assert len(built.written) == 2
    assert strict.diagnostics.has_errors
    assert not strict.written
    assert not (tmp_path / "strict").exists()


def test_strict_writes_what_has_no_error(tmp_path: Path) -> None:
    """Warnings don't stop it."""
    built = _build(write(tmp_path / "in", DOUBTFUL), tmp_path / "out", strict=True)

    assert built.diagnostics.count(Severity.WARNING)
    assert len(built.written) == 2


def test_several_inputs_get_a_folder_each_and_one_bad_one_stops_no_other(tmp_path: Path) -> None:
    """130 counties over night: the faulty one is named, the rest are there."""
    good, other = write(tmp_path / "甲县"), write(tmp_path / "乙县")
    bad = write(tmp_path / "丙县", BROKEN)
    built = build(Order([good, bad, other], tmp_path / "out", names=["公开版"]))

    assert {file.parent.name for file in built.written} == {"甲县", "乙县"}
    assert {d.place.file for d in built.diagnostics if d.severity is Severity.ERROR} == {str(bad)}


def test_an_unknown_version_is_named_with_those_there_are(tmp_path: Path) -> None:
    """`--for` with a slip of the pen."""
    built = _build(write(tmp_path), tmp_path / "out", names=["公开板"])

    assert [(d.code, d.remedy) for d in built.diagnostics if d.severity is Severity.ERROR] == [
        ("LOAD046", "是不是“公开版”？")
    ]
    assert not built.written


def test_an_output_folder_that_is_a_file_is_a_finding(tmp_path: Path) -> None:
    """No traceback, and the file is still what it was."""
    blocker = tmp_path / "out"
    blocker.write_text("x", encoding="utf-8")
    built = _build(write(tmp_path / "in"), blocker)

    assert [d.code for d in built.diagnostics if d.severity is Severity.ERROR] == ["LOAD045"]
    assert blocker.read_text(encoding="utf-8") == "x"


TEMPLATE_FAULTS = {
    "undefined name in an imported macro": (
        {
            "sections/blocks.xml.j2": "{% import 'sections/own.j2' as 自 with context %}\n"
            "{% macro 排(各块) %}\n{{ 自.写() }}\n{% endmacro %}",
            "sections/own.j2": "\n{% macro 写() %}\n<p>{{ 没有的名称 }}</p>\n{% endmacro %}",
        },
        ("TMPL004", "office/templates/sections/own.j2", 3),
    ),
    "unknown element": (
        {
            "deliveries/送审稿.xml.j2": (
                "{% extends '内置/deliveries/送审稿.xml.j2' %}\n{% block 附注 %}\n<font>x</font>\n{% endblock %}"
            )
        },
        ("TMPL001", "office/templates/deliveries/送审稿.xml.j2", 3),
    ),
    "syntax": (
        {"phrases/行政复议.j2": "{% macro 默认(题, 境) %}\n{% if %}{% endmacro %}"},
        ("TMPL003", "office/templates/phrases/行政复议.j2", 2),
    ),
}


@pytest.mark.parametrize(("files", "expected"), TEMPLATE_FAULTS.values(), ids=TEMPLATE_FAULTS.keys())
def test_a_fault_in_a_template_names_its_file_and_line(
    tmp_path: Path, files: dict[str, str], expected: tuple[str, str, int]
) -> None:
    """Wherever the fault is, the finding opens there, and nothing is written."""
    for name, text in files.items():
        write((tmp_path / "office/templates" / name).parent, text, Path(name).name)
    built = _build(write(tmp_path), tmp_path / "out", names=["送审稿"], offices=[tmp_path / "office"])

    places = [(d.code, d.place.file, d.place.line) for d in built.diagnostics if d.severity is Severity.ERROR]
    assert expected in places
    assert not built.written


def test_an_office_changes_a_sentence_without_python(tmp_path: Path) -> None:
    """The shipped macro is replaced by the office's of the same name."""
    phrase = (
        "{% macro 默认(题, 境) %}今年收到复议申请{{ 题.收到 }}件{{ 略(题.受理, 题.不予受理, 题.审结) }}。{% endmacro %}"
    )
    write(tmp_path / "office" / "templates" / "phrases", phrase, "行政复议.j2")
    built = _build(write(tmp_path), tmp_path / "out", names=["送审稿"], offices=[tmp_path / "office"])

    assert "今年收到复议申请12件。" in _text(built.written[0])


def test_a_damaged_picture_is_named_where_the_input_names_it(tmp_path: Path) -> None:
    """It begins like a PNG, so only the writer finds out; nothing is written."""
    (tmp_path / "坏.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    built = _build(write(tmp_path, SMALL.replace("正文:\n", "正文:\n  - 图: {文件: 坏.png}\n")), tmp_path / "out")

    (error,) = [d for d in built.diagnostics if d.severity is Severity.ERROR]
    assert (error.code, error.place.line, error.place.column) == ("LOAD048", 12, 13)
    assert not built.written


def test_a_sentence_of_zeros_is_left_out_and_told(tmp_path: Path) -> None:
    """By custom zero is only said of statutory topics; no empty paragraph stays behind."""
    text = SMALL.replace("指标:\n", "指标:\n  人民调解: {调解: 0}\n").replace(
        "        - 建成", "        - '{{ 人民调解 }}'\n        - 建成"
    )
    built = _build(write(tmp_path, text), tmp_path / "out", names=["送审稿"])
    lines = _text(built.written[0]).splitlines()
    after = lines.index("建成15分钟便民服务圈。")

    assert [d.code for d in built.diagnostics if d.code.startswith("TMPL")] == ["TMPL025"]
    assert lines[after - 1].startswith("全年收到行政复议申请12件")


@pytest.mark.parametrize("state", ["送审稿", "印发稿"])
def test_a_blank_day_is_an_error_only_when_the_report_is_final(tmp_path: Path, state: str) -> None:
    """A draft leaves it blank on paper; what is printed for good may not."""
    text = SMALL.replace(", 发布日期: 2026-03-20", "").replace("报送:", f"状态: {state}\n报送:")
    built = _build(write(tmp_path, text), tmp_path / "out")

    codes = [d.code for d in built.diagnostics if d.severity is Severity.ERROR]
    assert codes == ([] if state == "送审稿" else ["LOAD078"])


def test_the_hash_of_the_input_is_in_the_file(tmp_path: Path) -> None:
    """A Word file can be matched to the input it came from."""
    file = write(tmp_path)
    built = _build(file, tmp_path / "out")
    with zipfile.ZipFile(BytesIO(built.written[0].read_bytes())) as package:
        custom = package.read("docProps/custom.xml").decode()

    assert hashlib.sha256(file.read_bytes()).hexdigest() in custom
