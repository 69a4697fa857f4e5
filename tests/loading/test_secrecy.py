"""Marks of secrecy end the reading; words about secrecy don't."""

from __future__ import annotations

import pytest
from support.marked import is_for_clerks, spots, unmarked

from .conftest import Load

HEAD = "格式: 1\n年度: 2022\n期间: 上半年\n主体: {名称: 甲区人民政府, 简称: 甲区}\n"

CLASSIFIED = {
    "key": "▲密级: 机密\n",
    "key of the standard": "▲密级和保密期限: 秘密★1年\n",
    "key in a delivery": "报送: [{名称: 甲, ▲密级: 绝密}]\n",
    "key of blanks": "'▲密级 ': ' 机 密'\n".replace("'▲", "▲'"),
    "star in the text": "正文: [本件为▲机密★, 请收好]\n",
    "star with a term": "正文: ['▲秘密★1年']\n",
    "star with blanks": "正文: [▲绝 密 ★ 长期]\n",
    "level with a star": "正文: [▲机密级★]\n",
    "mark in a comment": "# ▲机密★5年\n正文: [文]\n",
    "mark alone": "正文: [文, ▲机密]\n",
    "mark in brackets": "正文: [文, ▲'【秘密】']\n",
    "mark alone on a line": "正文:\n  - |\n    ▲绝密\n    下面是正文。\n",
    "mark with a term alone": "正文: [▲秘密 10年]\n",
    "traditional": "正文: [▲機密★]\n",
    "in a remark of a figure": "指标: {行政复议: {收到: {值: 1, 备注: ▲秘密★}}}\n",
    "in words": "正文: ['本件▲密级：机密']\n",
    "written with escapes": '正文: [▲"\\u673a\\u5bc6★1年"]\n',
    "at an unknown key": "▲xyz密级: 秘密\n",
}


@pytest.mark.parametrize("marked", CLASSIFIED.values(), ids=CLASSIFIED.keys())
def test_classified_material_is_refused(marked: str, load: Load) -> None:
    """One finding with the advice, nothing else is read, and the text is not repeated."""
    text, places = unmarked(HEAD + marked)
    loaded, diagnostics = load(text)
    (found,) = diagnostics

    assert loaded is None
    assert [found.code] == ["LOAD049"]
    assert found.place.line == places[0][0]
    assert "涉密内容不得在非涉密设备处理" in found.remedy
    assert "★" not in found.message
    assert is_for_clerks(found)


HARMLESS = {
    "review before publication": "公开前经过保密审查，不含国家秘密、工作秘密和商业秘密。",
    "law": "学习《中华人民共和国保守国家秘密法》，开展保密宣传。",
    "training": "组织涉密人员保密教育，机密文件管理检查2次。",
    "stars": "评定★★★★★级法律服务所3个。",
    "office": "县委机要保密局、县国家保密局参加。",
    "a case": "查办侵犯商业秘密案件1件。",
    "levels explained": "国家秘密的密级分为绝密、机密、秘密三级。",
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS.keys())
def test_words_about_secrecy_are_no_marks(text: str, load: Load) -> None:
    """A report on the rule of law speaks of it often."""
    loaded, diagnostics = load(HEAD + f"正文: ['{text}']\n")

    assert loaded is not None
    assert spots(diagnostics) == []


def test_a_key_for_the_level_is_unknown_even_when_nothing_is_secret(load: Load) -> None:
    """There is nothing to fill in."""
    _, diagnostics = load(HEAD + "密级: 公开\n")

    assert [found.code for found in diagnostics] == ["LOAD051"]
