"""What a public version leaves out, and how that is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import report, see

INTERNAL = "行政复议:\n  指标:\n    不予受理: {公开属性: 内部}\n    在审: {公开属性: 内部}\n"
TWO = "  - {名称: 稿}\n  - {名称: 公开版, 对象: 社会公开}"
FIGURES = "指标:\n  行政复议: {收到: 12, 受理: 11, 不予受理: 1, 审结: 8, 在审: 3}\n上年:\n  行政复议: {不予受理: 2}\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office that has declared two indicators internal."""
    folder = tmp_path / "本县"
    (folder / "schemas" / "indicators").mkdir(parents=True)
    (folder / "schemas" / "indicators" / "复议.yaml").write_text(INTERNAL, encoding="utf-8")
    return folder


def test_internal_figures_stay_out_of_sentences(tmp_path: Path, office: Path) -> None:
    """The other versions have them, and each one left out is told once."""
    seen = see(tmp_path, report(TWO, body=FIGURES + "正文: ['{{ 行政复议 }}', '{{ 行政复议 }}']\n"), (office,))

    assert "不予受理1件" in seen.texts["稿"]
    assert "不予受理" not in seen.texts["公开版"]
    assert "3件" not in seen.texts["公开版"]
    assert "收到行政复议申请12件" in seen.texts["公开版"]
    assert sorted(seen.of("PART061")) == [
        "“公开版”略去了内部数字“行政复议.不予受理”",
        "“公开版”略去了内部数字“行政复议.在审”",
    ]


def test_internal_figures_stay_out_of_tables(tmp_path: Path, office: Path) -> None:
    """Their rows are left out."""
    seen = see(tmp_path, report(TWO, body=FIGURES + "正文: [{表: {主题: 行政复议}}]\n"), (office,))

    assert "正在审理" in seen.texts["稿"]
    assert "正在审理" not in seen.texts["公开版"]
    assert len(seen.of("PART061")) == 2


REFERENCES = {
    "figure": "正文: ['有{{ 行政复议.在审 }}件。']\n",
    "figure of last year": "正文: ['有{{ 上年.行政复议.不予受理 }}件。']\n",
    "in a heading": "正文: [{节: {标题: '在审{{ 行政复议.在审 }}件', 内容: [文]}}]\n",
    "in an annex": "正文: [文]\n附件: [{题: 表, 内容: ['有{{ 行政复议.在审 }}件。']}]\n",
    "in a typed table": "正文: [{表: {列: [件], 行: [['{{ 行政复议.在审 }}']]}}]\n",
}


@pytest.mark.parametrize("body", REFERENCES.values(), ids=REFERENCES.keys())
def test_a_reference_to_an_internal_figure_is_an_error(body: str, tmp_path: Path, office: Path) -> None:
    """In the public version only; TMPL errors stop the build, and the remedy says how to keep the sentence."""
    seen = see(tmp_path, report(TWO, body=FIGURES + body), (office,))
    errors = [each for each in seen.found if each.severity.value == "error" and each.code.startswith("TMPL")]

    assert [each.code for each in errors] == ["TMPL026"]
    assert "不公开: 是" in errors[0].remedy
    assert errors[0].place.line is not None
    alone = see(tmp_path, report("  - {名称: 稿}", body=FIGURES + body), (office,))
    assert "TMPL026" not in alone.codes


@pytest.mark.parametrize("keys", ["不公开: 是", "不给: [公开版]", "只给: [稿]"])
def test_a_part_kept_from_the_public_may_hold_internal_figures(keys: str, tmp_path: Path, office: Path) -> None:
    """That is what such parts are for."""
    body = FIGURES + f"正文: [文, {{段: '有{{{{ 行政复议.在审 }}}}件。', {keys}}}]\n"
    seen = see(tmp_path, report(TWO, body=body), (office,))

    assert "有3件" in seen.texts["稿"]
    assert "有3件" not in seen.texts["公开版"]
    assert "TMPL026" not in seen.codes


def test_a_sentence_of_internal_figures_alone_is_left_out(tmp_path: Path, office: Path) -> None:
    """It isn't called a sentence without figures."""
    body = "指标: {行政复议: {在审: 3}}\n正文: [文, '{{ 行政复议 }}']\n"
    seen = see(tmp_path, report("  - {名称: 公开版, 对象: 社会公开}", body=body), (office,))

    assert "审理" not in seen.text
    assert "TMPL024" not in seen.codes
    assert len(seen.of("PART061")) == 1


def test_every_part_left_out_is_told_at_its_place(tmp_path: Path) -> None:
    """Sections, paragraphs and annexes."""
    body = (
        "正文:\n  - 文\n  - {段: 一, 不公开: 是}\n  - 节: {标题: 题, 不公开: 是, 内容: [二]}\n"
        "附件:\n  - {题: 表, 不公开: 是, 内容: [三]}\n"
    )
    seen = see(tmp_path, report(TWO, body=body))

    assert [each.place.line for each in seen.found if each.code == "PART060"] == [9, 10, 12]
    assert all(word not in seen.texts["公开版"] for word in ("一", "题\n", "表", "三"))


CALLED = {
    "a section": ("节: {标题: 内部工作, 不公开: 是, 内容: [二]}", "节“内部工作”"),
    "a section without a heading": ("节: {不公开: 是, 内容: [没有标题的一段]}", "节，开头是“没有标题的一段”"),
    "a paragraph": (
        "段: 一段很长的话一共超过二十个字后面的就不写出来了, 不公开: 是",
        "段“一段很长的话一共超过二十个字后面的就不写……”",
    ),
    "a paragraph that begins with points": ("段: [{要点: [{题: 首句, 文: 话}]}], 不公开: 是", "段“首句”"),
    "points": ("要点: [头一点, 又一点], 不公开: 是", "要点“头一点”"),
    "a table": ("表: {列: [甲, 乙], 行: [['1', '2']]}, 不公开: 是", "表“甲、乙”"),
    "a table of a topic": ("表: {主题: 行政复议}, 不公开: 是", "表“行政复议”"),
}


@pytest.mark.parametrize(("block", "name"), CALLED.values(), ids=CALLED.keys())
def test_a_part_left_out_is_named(block: str, name: str, tmp_path: Path) -> None:
    """By its heading, else by its first words; once for all versions."""
    body = f"指标: {{行政复议: {{收到: 1}}}}\n正文:\n  - 文\n  - {{{block}}}\n"
    two = "  - {名称: 公开版, 对象: 社会公开}\n  - {名称: 网页, 对象: 社会公开}"
    seen = see(tmp_path, report(two, body=body))

    assert seen.of("PART060") == [f"“公开版”、“网页”略去了标明“不公开”的{name}"]
