"""What isn't for a reader is in none of his files: every kind of part, at every place, with every mark."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from support.inputs import SMALL, write

from generator.workflows.build import Order, build

HIDDEN = "不该看见的话"
PLACES = {
    "paragraph": "- {{段: {h}, {m}}}",
    "paragraph of parts": "- {{段: [甲, {{要点: [{h}, 乙]}}], {m}}}",
    "series inside a paragraph": "- 段: [甲：, {{要点: [{h}, 乙], {m}}}, 丙。]",
    "series": "- {{要点: [{h}, 乙], {m}}}",
    "table": "- {{表: {{题: 表, 列: [{h}], 行: [[1]]}}, {m}}}",
    "section": "- 节: {{标题: {h}, 内容: [文], {m}}}",
    "section in a section": "- 节: {{标题: 外, 内容: [文, {{节: {{标题: {h}, 内容: [文], {m}}}}}]}}",
    "only thing in a section": "- 节: {{标题: {h}, 内容: [{{段: 文, {m}}}]}}",
}
MARKS = ["不公开: 是", "只给: 送审稿", "不给: [公开版]"]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_hidden_parts_are_in_no_public_file(tmp_path: Path, place: str, mark: str) -> None:
    """Neither in Word nor in the text; the draft has them."""
    body = f"正文:\n  {place.format(h=HIDDEN, m=mark)}\n"
    file = write(tmp_path, SMALL.replace("正文:\n", body))
    built = build(Order([file], tmp_path / "out", formats=["docx", "txt"]))
    texts = {path.name: _text(path) for path in built.written}

    assert len(texts) == 4
    for name, text in texts.items():
        assert (HIDDEN in text) == ("公开版" not in name)


@pytest.mark.parametrize("key", ["不足", "安排"])
def test_a_problem_or_a_plan_may_be_kept_from_the_public(tmp_path: Path, key: str) -> None:
    """The very parts an office would withhold; a second one keeps the part itself filled."""
    text = SMALL.replace(f"{key}:\n", f"{key}:\n  - {{标题: {HIDDEN}, 不公开: 是}}\n")
    built = build(Order([write(tmp_path, text)], tmp_path / "out", formats=["txt"]))

    assert {("公开版" in path.name): (HIDDEN in _text(path)) for path in built.written} == {True: False, False: True}


def test_fields_of_the_shorthand_get_their_full_stop(tmp_path: Path) -> None:
    """People fill them like cells of a table."""
    text = SMALL.replace(", 原因: 编制长期没有增加", "").replace(", 责任单位: [县委编办], 时限: 2026年6月底前", "")
    built = build(Order([write(tmp_path, text)], tmp_path / "out", formats=["txt"], names=["送审稿"]))

    assert "（一）执法力量不足。基层执法人员偏少。\n" in _text(built.written[0])
    assert "（一）充实执法力量。调剂编制10名。\n" in _text(built.written[0])


def _text(file: Path) -> str:
    if file.suffix == ".txt":
        return file.read_text(encoding="utf-8")
    document = docx.Document(str(file))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_references_stand_wherever_staff_write(tmp_path: Path) -> None:
    """In the head of a table, in who is responsible and by when; braces are never printed."""
    text = SMALL.replace("正文:\n", "正文:\n  - 表: {题: 表, 列: ['{{ 行政复议.收到 }}件'], 行: [[1]]}\n")
    text = text.replace("时限: 2026年6月底前", "时限: '{{ 其他数据.便民服务圈 }}日内'")
    built = build(Order([write(tmp_path, text)], tmp_path / "out", formats=["txt"], names=["送审稿"]))
    printed = _text(built.written[0])

    assert "12件" in printed
    assert "完成时限：15日内" in printed
    assert "{" not in printed
