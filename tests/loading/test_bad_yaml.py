"""What clerks get wrong in YAML: every slip has its code and opens at the right character, once."""

from __future__ import annotations

import pytest
from support.marked import is_for_clerks, spots, unmarked

from generator.diagnostics import Diagnostics
from generator.loading.yaml import parse_yaml

BAD = {
    "comma in braces": ("- {措施: 落实, 责任单位: 县委编办, ▲县司法局, 时限: 六月}\n", "LOAD036"),
    "text with a comma in braces": ("- {标题: 形式单一, 表现: 以发放资料为主, ▲形式单一}\n", "LOAD036"),
    "word alone in braces": ("主体: {▲县里, 名称: 甲}\n", "LOAD036"),
    "thousands in a list": ("要点: [查处12,▲000件, 文]\n", "LOAD035"),
    "thousands in braces": ("复议: {收到: 12,▲000}\n", "LOAD035"),
    "full-width colon": ("格式: 1\n年度▲：2022\n", "LOAD021"),
    "full-width colons everywhere": ("格式▲：1\n年度▲：2022\n", "LOAD021 LOAD021"),
    "full-width colon in a nested mapping": ("主体:\n  名称: 甲\n  简称▲：乙\n  级别: 县级\n", "LOAD021"),
    "full-width colon behind an indicator": ("指标:\n  行政复议:\n    收到▲：7\n    受理: 6\n", "LOAD021"),
    "full-width colon in a flow mapping": ("复议: {收到▲：7, 受理: 6}\n", "LOAD021"),
    "full-width colon behind a block": ("正文:\n  - 段▲：文字\n", "LOAD021"),
    "no blank after the colon": ("格式: 1\n年度▲:2022\n", "LOAD022"),
    "no blank in a flow mapping": ("复议: {收到▲:7, 受理: 6}\n", "LOAD022"),
    "no blank behind a block": ("正文:\n  - 段▲:文字\n", "LOAD022"),
    "no blank in a continued line": ("年度: 2022\n  期间▲:上半年\n", "LOAD022"),
    "no-break space after the colon": ("格式: 1\n年度▲:\u00a02022\n", "LOAD022"),
    "full-width space after the colon": ("格式: 1\n年度▲:\u30002022\n", "LOAD022"),
    "leading braces": ("段: ▲{{ 行政复议 }}\n", "LOAD023"),
    "leading braces and text": ('正文:\n  - ▲{{ 行政复议("简", 1) }}：较上年增长\n', "LOAD023"),
    "leading braces in a flow list": ("内容: [▲{{ 行政复议 }}, 文字]\n", "LOAD023"),
    "leading braces over two lines": ("段: ▲{{ 行政复议\n  }}\n", "LOAD023"),
    "a statement of Jinja": ("段: {▲% if 甲 %}文{% endif %}\n", "LOAD020"),
    "a # that cuts text": ("段: 会议 ▲#2 号厅召开\n", "LOAD024"),
    "a # instead of text": ("段: ▲#一号文件\n", "LOAD024"),
    "an open quotation": ('题: ▲"开始\n文: 好\n', "LOAD025"),
    "an open single quotation": ("题: ▲'开始\n文: 好\n", "LOAD025"),
    "a quotation that swallows the next key": ('题: ▲"开始\n标题: "好\n', "LOAD025"),
    "a quotation that swallows keys and parses": ("文: ▲'开始\n  标题: 好'\n", "LOAD025"),
    "text after a quotation": ('题: "行政复议"▲工作\n文: 好\n', "LOAD026"),
    "full-width indentation": ("主体:\n▲　　名称: 甲\n▲　　简称: 乙\n", "LOAD027 LOAD027"),
    "no-break indentation": ("主体:\n▲\u00a0\u00a0名称: 甲\n", "LOAD027"),
    "tab indentation": ("主体:\n▲\t名称: 甲\n", "LOAD028"),
    "a tab behind blanks": ("主体:\n  ▲\t名称: 甲\n    简称: 乙\n", "LOAD028"),
    "nothing but a tab": ("格式: 1\n▲\t\n年度: 2022\n", "LOAD028"),
    "nothing but a tab in the first line": ("▲\t\n格式: 1\n", "LOAD028"),
    "nothing but a tab below a list": ("甲:\n  - {乙: 1}\n▲\t\n\n  ▲\t\n丙: 2\n", "LOAD028 LOAD028"),
    "nothing but a tab in a block": ("段: |\n  甲\n▲\t\n  乙\n", "LOAD028"),
    "a tab before a comment": ("格式: 1\n▲\t# 注\n年度: 2022\n", "LOAD028"),
    "full-width list mark": ("正文:\n▲－ 文字\n▲－ 文字\n", "LOAD029 LOAD029"),
    "a dash for a list mark": ("正文:\n  - 一\n  ▲— 二\n", "LOAD029"),
    "a wide blank behind the list mark": ("正文:\n  - 一\n  ▲-　二\n", "LOAD029"),
    "no blank behind the list mark": ("正文:\n  - 一\n  ▲-二\n", "LOAD030"),
    "no blank behind any list mark": ("正文:\n  ▲-一\n  ▲-二\n", "LOAD030 LOAD030"),
    "text that begins with an asterisk": ("题: ▲*强调*\n", "LOAD020"),
    "an alias of nothing": ("题: ▲*abc\n", "LOAD031"),
    "text that begins with @": ("题: ▲@县政府\n", "LOAD034"),
    "text that begins with %": ("题: ▲%5\n", "LOAD034"),
    "text that begins with !": ("题: ▲!重要\n", "LOAD020"),
    "a Python tag": ("题: ▲!!python/object/apply:os.system [ls]\n", "LOAD015"),
    "a binary tag": ("题: ▲!!binary aGVsbG8=\n", "LOAD015"),
    "a tag on a mapping": ("主体: ▲!a {名称: 甲}\n", "LOAD015"),
    "a key twice": ("年度: 2022\n▲年度: 2023\n", "LOAD014"),
    "a nested key twice": ("主体:\n  名称: 甲\n  ▲名称: 乙\n", "LOAD014"),
    "a key twice in a flow mapping": ("主体: {名称: 甲, ▲名称: 乙}\n", "LOAD014"),
    "two documents": ("年度: 2022\n▲---\n年度: 2023\n", "LOAD016"),
    "a list for a key": ("? ▲[甲, 乙]\n: 丙\n", "LOAD017"),
    "an empty key": ("▲: 甲\n", "LOAD020"),
    "a null key": ("▲~: 甲\n", "LOAD017"),
    "a merge key": ("甲: &a {乙: 1}\n丙:\n  ▲<<: *a\n", "LOAD018"),
    "an alias of its own part": ("甲: &a [▲*a]\n", "LOAD012"),
    "too many aliases": (f"甲: &a 1\n乙: [{'*a, ' * 100}▲*a]\n", "LOAD012"),
    "a list for a root": ("▲- 甲\n- 乙\n", "LOAD019"),
    "text for a root": ("▲今年以来\n", "LOAD019"),
    "control characters": ("题: 甲▲\x07乙\n文: ▲\x00\n", "LOAD009 LOAD009"),
    "an escaped control character": ('题: "甲▲\\a乙"\n', "LOAD009"),
    "an invisible mark inside": ("题: 甲▲\ufeff乙\n", "LOAD009"),
    "a line separator inside": ("题: 甲▲\u2028乙\n", "LOAD009"),
    "a colon and a blank in text": ("题: 关于▲: 测试\n", "LOAD020"),
    "a backslash in a quotation": ('题: "D:▲\\数据"\n', "LOAD020"),
    "an open bracket": ("甲: ▲[1, 2\n乙: 3\n", "LOAD020"),
    "an open brace": ("甲: ▲{乙: 1\n丙: 3\n", "LOAD020"),
    "a list item behind a key": ("甲: ▲- 项\n", "LOAD020"),
    "lines that don't align": ("甲:\n   乙: 1\n  ▲丙: 2\n", "LOAD020"),
    "a list that doesn't align": ("甲:\n  - 一\n ▲- 二\n", "LOAD020"),
    "a line that is no key": ("年度: 2022\n▲没有冒号\n期间: 全年\n", "LOAD020"),
    "text behind a block mark": ("段: ▲|文字\n", "LOAD020"),
    "several slips in one file": (
        "年度▲：2022\n主体:\n▲\t名称: 甲\n正文:\n  ▲-文字\n  - ▲{{ 行政复议 }}增长\n  - 好 ▲#一\n",
        "LOAD021 LOAD028 LOAD030 LOAD023 LOAD024",
    ),
}


@pytest.mark.parametrize(("marked", "codes"), BAD.values(), ids=BAD.keys())
def test_a_slip_is_named_and_placed(marked: str, codes: str) -> None:
    """Exactly the findings listed, each at its ▲."""
    text, places = unmarked(marked)
    diagnostics = Diagnostics()
    parse_yaml(text, "report.yaml", diagnostics)
    assert spots(diagnostics) == [(code, *place) for code, place in zip(codes.split(), places, strict=True)]
    assert all(is_for_clerks(found) for found in diagnostics)


GOOD = {
    "block text": '段: |\n  年度：2022\n  -文字 #一\n  {{ 行政复议 }}\n  "未完\n  　　缩进\n\n  * @ %\n后: 好\n',
    "folded text in a list": "正文:\n  - >-\n    － 文字\n    标题：好\n  - 段: |2\n        多缩进\n      少缩进\n",
    "quotations": "甲: '年度：2022 #一'\n乙: \"-文字\\n标题：好\"\n丙: '{{ 行政复议 }}'\n丁: '他''说'\n",
    "quotations over lines": "甲: '第一行\n\n  第二行：好\n  － 三'\n乙: \"一\\\n  二\"\n",
    "comments": "# 年度：2022\n甲: 乙 # 说明：\n  # -文字\n丙: 1 #\n丁: 2 ## 注\n# {{ 注 }}\n",
    "Chinese quotation marks": "甲: “放管服”改革：成效\n乙: ‘一网通办’\n",
    "colons in text": "正文:\n  - 会议强调：要依法行政\n  - 时限：年底前\n  - 责任单位:县司法局\n"
    "  - 网址是https://example.cn/a#b\n  - 9:30开会\n",
    "dashes in text": "正文:\n  - ——这是破折号\n  - 一—二\n  - -5\n甲: -5%\n乙: -文\n丙: — 二\n",
    "figures that YAML would convert": "甲: 12:30\n乙: 010\n丙: no\n丁: 2022-06-30\n戊: 1_000\n己: .5\n庚: 0x1F\n",
    "a reference inside text": "甲: 全年收到{{ 行政复议.收到 }}件\n乙: [全年{{ 甲 }}]\n",
    "nested flow mappings": "指标: {行政复议: {收到: 5}, 应诉: {一审: {值: 1}}}\n",
    "a few aliases": "甲: &a [一, 二]\n乙: *a\n丙: &文 好\n".replace("&文", "&b"),
    "a document mark and an end": "---\n甲: 1\n...\n",
    "Windows line ends": "甲: 1\r\n乙:\r\n  - 一\r\n  - |\r\n    二\r\n",
    "an explicit text tag": "甲: !!str 12\n",
    "rare characters": "甲: 𠮷野家\U0001f600尾\n",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD.keys())
def test_good_yaml_passes_without_a_word(text: str) -> None:
    """What only looks like a slip is none."""
    diagnostics = Diagnostics()
    assert parse_yaml(text, "report.yaml", diagnostics) is not None
    assert list(diagnostics) == []


def test_scalars_stay_text_and_blanks_are_none() -> None:
    """YAML 1.1 would make times, octals, booleans and dates of them."""
    source = parse_yaml(
        "甲: 12:30\n乙: 010\n丙: no\n丁: 2022-06-30\n戊:\n己: ~\n庚: ''\n辛: null\n", "甲.yaml", Diagnostics()
    )
    assert source is not None
    assert list(source.data.values()) == ["12:30", "010", "no", "2022-06-30", None, None, "", None]


def test_text_that_begins_with_braces_is_recovered() -> None:
    """The finding doesn't cost the rest of the file."""
    source = parse_yaml("甲: {{ 行政复议('简', 2) }}：增长\n乙: 好\n", "甲.yaml", Diagnostics())
    assert source is not None
    assert source.data == {"甲": "{{ 行政复议('简', 2) }}：增长", "乙": "好"}


def test_full_width_indentation_is_recovered() -> None:
    """Read as if the blanks were half-width, so that validation doesn't report the consequences."""
    source = parse_yaml("主体:\n　　名称: 甲\n　　简称: 乙\n", "甲.yaml", Diagnostics())
    assert source is not None
    assert source.data == {"主体": {"名称": "甲", "简称": "乙"}}


def test_the_first_of_two_equal_keys_is_kept() -> None:
    """The second is reported; which one is read must not be left to chance."""
    source = parse_yaml("年度: 2022\n年度: 2023\n", "甲.yaml", Diagnostics())
    assert source is not None
    assert source.data == {"年度": "2022"}


def test_the_pure_python_parser_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without libyaml, the slips that we look for ourselves are still found."""
    import yaml  # noqa: PLC0415 - only this test needs the parser itself

    monkeypatch.setattr("generator.loading.yaml.LOADER", yaml.SafeLoader)
    for name in (
        "full-width colon",
        "leading braces",
        "a # that cuts text",
        "a key twice",
        "tab indentation",
        "a Python tag",
    ):
        marked, codes = BAD[name]
        text, places = unmarked(marked)
        diagnostics = Diagnostics()
        parse_yaml(text, "report.yaml", diagnostics)
        assert spots(diagnostics) == [(code, *place) for code, place in zip(codes.split(), places, strict=True)]
