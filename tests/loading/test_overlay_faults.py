"""What an office's overlay can break, and where it is told: always in the office's own file."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.inputs import write
from support.marked import is_for_clerks, unmarked

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge

_TERMS, _UNITS = "schemas/terms.yaml", "schemas/units.yaml"
_PROMPTS, _LAWS = "schemas/prompts.yaml", "schemas/instruments.yaml"
_CHECKS, _MENDS = "schemas/checks.yaml", "schemas/typography.yaml"
_REPORTERS = "schemas/reporters.yaml"
_DELIVERIES = "schemas/deliveries.yaml"
_TOPICS = "schemas/indicators/甲.yaml"
_OUTLINE = "schemas/outlines/2021.yaml"
_STYLE = "templates/styles/gbt9704.yaml"


def _relation(text: str, code: str = "DATA901") -> str:
    return f"行政应诉:\n  勾稽:\n    - {{式: {text}, 码: {code}, 说明: 甲, 强度: 惯例, 来源: 甲}}\n"


def _items(*keys: str, heading: str = "甲") -> str:
    line = "  - {{名称: {0}事项, 键: {0}, 标题: '{1}', 半年标题: 甲, 来源: 甲, 强度: 惯例}}\n"
    return "事项:\n" + "".join(line.format(key, heading) for key in keys)


_ALL = ("举措", "不足", "履职", "安排", "其他")
FAULTS = {
    "level of an ending": (_REPORTERS, "乡镇:\n  名称结尾: {镇人民政府: ▲[镇级]}\n", "LOAD088", "镇级"),
    # terms
    "text for all terms": (_TERMS, "词: ▲好\n", "LOAD082", "键: 值"),
    "day that isn't one": (_TERMS, "截至: ▲昨天\n", "LOAD082", "昨天"),
    "unknown key beside the terms": (_TERMS, "▲辞: {甲: {类: 甲}}\n", "LOAD082", "“辞”"),
    "term that ends before it begins": (
        _TERMS,
        "词:\n  甲乙: {类: 会议, 起: 2024-02-01, 止: ▲2024-01-01, 来源: 甲, 强度: 惯例}\n",
        "LOAD088",
        "早于",
    ),
    "nameless term": (_TERMS, "词:\n  ▲'': {类: 会议, 来源: 甲, 强度: 惯例}\n", "LOAD082", "空的"),
    "name written into the term": (
        _TERMS,
        "词:\n  甲乙:\n    ▲词: 丙\n    类: 会议\n    来源: 甲\n    强度: 惯例\n",
        "LOAD082",
        "不写“词”",
    ),
    "plan that ends before it begins": (
        _TERMS,
        "词:\n  甲乙: {类: 规划, 年度起: 2024, 年度止: ▲2023, 来源: 甲, 强度: 惯例}\n",
        "LOAD088",
        "年度",
    ),
    "clause with a mark at its end": (
        _TERMS,
        "链: {甲: {位: 会议, 起: 2026-11-01, 文: ▲全面贯彻某会议精神，, 来源: 甲, 强度: 惯例}}\n",
        "LOAD088",
        "标点",
    ),
    "clause at no position": (
        _TERMS,
        "链: {甲: {位: ▲全会, 起: 2026-11-01, 文: 全面贯彻某会议精神, 来源: 甲, 强度: 惯例}}\n",
        "LOAD082",
        "工作会议",
    ),
    "clause that ends before it begins": (_TERMS, "链: {思想2017: {止: ▲2016-01-01}}\n", "LOAD088", "早于"),
    # units
    "package that isn't there": (_UNITS, "单位: {县信访局: {包: [▲通用包]}}\n", "LOAD088", "通用"),
    "package removed": (_UNITS, "包: {▲许可: {删除: 是}}\n", "LOAD088", "没有包"),
    "topic of a unit": (_UNITS, "单位: {县信访局: {另填: [▲人民调节]}}\n", "LOAD088", "人民调解"),
    "topic of a package": (_UNITS, "包: {党群: {主题: [学法, ▲普法]}}\n", "LOAD088", "普法宣传"),
    "second source": (_UNITS, "单位: {县信访局: {单一来源: [▲人民调解]}}\n", "LOAD088", "两个"),
    "place in the order taken": (_UNITS, "单位: {县信访局: {序: ▲10}}\n", "LOAD088", "相同"),
    "short name taken": (_UNITS, "单位: {县信访局: {简称: ▲教育局}}\n", "LOAD088", "相同"),
    "unknown kind of unit": (_UNITS, "单位: {县信访局: {类型: ▲机关}}\n", "LOAD082", "部门"),
    "permits at a unit that isn't there": (
        _UNITS,
        "审批集中: {启用: 是, 单位: ▲县行政审批局}\n",
        "LOAD088",
        "县行政审批局",
    ),
    # prompts
    "figure that isn't in the catalogue": (
        _PROMPTS,
        "主题: {行政裁量尺度不一: {触发: [{不符: [▲行政复议.变更数 <= 0], 说: 甲}]}}\n",
        "LOAD088",
        "变更",
    ),
    "figure without its topic": (
        _PROMPTS,
        "主题: {行政裁量尺度不一: {触发: [{不符: [▲变更 <= 0], 说: 甲}]}}\n",
        "LOAD088",
        "主题",
    ),
    "trigger that can't be read": (
        _PROMPTS,
        "主题: {行政裁量尺度不一: {触发: [{不符: ▲行政复议.变更多, 说: 甲}]}}\n",
        "LOAD082",
        "=",
    ),
    "trigger that asks for a blank that isn't there": (
        _PROMPTS,
        "主题: {行政裁量尺度不一: {触发: [{不符: [行政复议.变更 <= 0], 未填: [▲行政复议.变更数], 说: 甲}]}}\n",
        "LOAD088",
        "变更",
    ),
    "cause removed": (_PROMPTS, "主题: {行政裁量尺度不一: {▲原因: {删除: 是}}}\n", "LOAD082", "不能删除"),
    # instruments
    "law that ends before it begins": (_LAWS, "信访条例: {止: ▲2004-01-01}\n", "LOAD088", "早于"),
    "replaced by a law that isn't there": (_LAWS, "信访条例: {取代为: ▲信访工作条列}\n", "LOAD088", "信访工作条例"),
    "successor removed": (_LAWS, "▲信访工作条例: {删除: 是}\n", "LOAD088", "没有列入"),
    "editions out of order": (
        _LAWS,
        "优化营商环境条例: {版本: [{名: 甲, 起: ▲2019-01-01}]}\n",
        "LOAD088",
        "先后",
    ),
    "short form of another law": (_LAWS, "优化营商环境条例: {简称: [▲民法典]}\n", "LOAD088", "也指"),
    "sureness in other words": (_LAWS, "信访条例: {把握: ▲肯定}\n", "LOAD082", "已核"),
    # checks
    "parameter removed": (_CHECKS, "PART008:\n  参数:\n    ▲标点: {删除: 是}\n", "LOAD088", "不能删除"),
    "all parameters removed": (_CHECKS, "PART009:\n  ▲参数: {删除: 是}\n", "LOAD088", "不能删除"),
    "parameter in words": (_CHECKS, "PART009:\n  参数: {每行字数: ▲二十八}\n", "LOAD088", "整数"),
    "unknown parameter": (_CHECKS, "PART009:\n  参数:\n    ▲每行字: '28'\n", "LOAD088", "每行字数"),
    "pattern of a check": (_CHECKS, "PART012:\n  参数: {式: '▲('}\n", "LOAD087", "自带"),
    "pattern of a check removed": (_CHECKS, "PART012:\n  参数:\n    式: ▲{删除: 是}\n", "LOAD087", "自带"),
    "unknown check": (_CHECKS, "▲PART08:\n  严重: info\n", "LOAD089", "PART0"),
    "slot that nobody fills": (_CHECKS, "PART008:\n  消息: ▲“{题}”末尾有标点\n", "LOAD088", "{标题}"),
    "message removed": (_CHECKS, "PART008:\n  ▲消息: {删除: 是}\n", "LOAD082", "不能删除"),
    # typography
    "replacement that doesn't fit": (_MENDS, "TEXT002:\n  换: ▲\\2\n", "LOAD088", "\\1"),
    "replacement removed": (_MENDS, "TEXT002:\n  换: ▲{删除: 是}\n", "LOAD088", "\\1"),
    "unknown mend": (_MENDS, "▲TEXT901:\n  换: 甲\n", "LOAD089", "没有规则"),
    # reporters
    "title of a period removed": (_REPORTERS, "政府:\n  标题:\n    ▲全年: {删除: 是}\n", "LOAD088", "全年"),
    "title of an unknown period": (_REPORTERS, "政府:\n  标题:\n    ▲季度: 甲\n", "LOAD088", "上半年"),
    "unknown slot in a title": (_REPORTERS, "政府:\n  标题: {全年: '▲{机构}的报告'}\n", "LOAD088", "{机关}"),
    "empty title": (_REPORTERS, "政府:\n  标题: {全年: '▲|'}\n", "LOAD088", "空的"),
    "unknown level": (_REPORTERS, "政府:\n  自称:\n    ▲镇级: 全镇\n", "LOAD088", "乡级"),
    "unknown item": (_REPORTERS, "政府:\n  事项:\n    ▲成效: {全年: 硬, 上半年: 软}\n", "LOAD088", "举措成效"),
    # deliveries
    "usual kind removed": (_DELIVERIES, "▲送审稿: {删除: 是}\n", "LOAD088", "不能删除"),
    "unknown slot in the usual words": (
        _DELIVERIES,
        "同级党委:\n  导语结尾: {文: '▲现将{年}年情况报告如下：'}\n",
        "LOAD088",
        "{时段}",
    ),
    "unknown slot in who leads": (
        _DELIVERIES,
        "同级党委:\n  导语领导: {文: '▲{县委}'}\n",
        "LOAD088",
        "{党委}",
    ),
    "unknown key required": (_DELIVERIES, "送审稿:\n  必填: [主送, ▲成文时间]\n", "LOAD088", "成文日期"),
    "template that isn't there": (_DELIVERIES, "送审稿:\n  模板: ▲送审.xml.j2\n", "LOAD088", "送审稿.xml.j2"),
    "template outside the folder": (_DELIVERIES, "送审稿:\n  模板: ▲../report.xml.j2\n", "LOAD088", "没有模板"),
    # indicators
    "relation to an unknown dimension": (_TOPICS, _relation("▲应诉 = Σ 行政复议.无此维度"), "LOAD088", "处理结果"),
    "relation to an unknown topic": (_TOPICS, _relation("▲应诉 = 行政复义.收到"), "LOAD088", "行政复议"),
    "relation to another topic's unknown indicator": (
        _TOPICS,
        _relation("▲应诉 = 行政复议.收案"),
        "LOAD088",
        "主题“行政复议”的指标",
    ),
    "relation to an unknown indicator": (_TOPICS, _relation("▲应诉 = 三审"), "LOAD088", "本主题的指标"),
    "relation of numbers": (_TOPICS, _relation("▲1 = 2"), "LOAD082", "没有指标"),
    "relation that can't be read": (_TOPICS, _relation("▲应诉 = ="), "LOAD082", "字符处"),
    "code of another relation": (_TOPICS, _relation("应诉 = 一审", "▲DATA101"), "LOAD088", "行政复议"),
    "code of a check": (_TOPICS, _relation("应诉 = 一审", "▲DATA001"), "LOAD088", "比率与数字不符"),
    "code that would stop a build": (_TOPICS, _relation("应诉 = 一审", "▲LOAD901"), "LOAD088", "LOAD"),
    "code of another shape": (_TOPICS, _relation("应诉 = 一审", "▲甲1"), "LOAD082", "四个大写字母"),
    "unknown condition": (
        _TOPICS,
        "行政应诉:\n  勾稽:\n    - {式: 应诉 = 一审, 码: DATA901, 说明: 甲, 条件: ▲齐全, 强度: 惯例, 来源: 甲}\n",
        "LOAD088",
        "声明",
    ),
    "row of a name with a stroke": (
        _TOPICS,
        "信息公开申请表:\n  表式:\n    行:\n      ▲甲_乙: 甲\n",
        "LOAD086",
        "不用下划线",
    ),
    "column in a group that can't be referred to": (
        _TOPICS,
        "信息公开申请表:\n  表式:\n    列: {申请人情况: {项: {▲甲-乙: 甲}}}\n",
        "LOAD086",
        "不能在正文里引用",
    ),
    "row of another group's name": (
        _TOPICS,
        "信息公开申请表:\n  ▲表式:\n    行: {新收甲: {项: {新收: 甲}}}\n",
        "LOAD082",
        "“新收”写了两次",
    ),
    "row removed that a relation needs": (
        _TOPICS,
        "信息公开申请表:\n  表式:\n    行:\n      ▲结转下年: {删除: 是}\n",
        "LOAD088",
        "别处还用到它",
    ),
    "relation of a form to an unknown row": (
        _TOPICS,
        "信息公开申请表:\n  勾稽:\n    - {式: ▲新收 = 结余, 每: 列, 码: DATA901, 说明: 甲, 强度: 惯例, 来源: 甲}\n",
        "LOAD088",
        "“结余”不是表式的行",
    ),
    "relation of a form over an unknown group": (
        _TOPICS,
        "信息公开申请表:\n  勾稽:\n    - {式: ▲总计 = Σ 单位, 每: 行, 码: DATA901, 说明: 甲, 强度: 惯例, 来源: 甲}\n",
        "LOAD088",
        "能求和的一组",
    ),
    "relation for every column of no form": (
        _TOPICS,
        "行政应诉:\n  勾稽:\n    - {式: 应诉 = 一审, 每: ▲列, 码: DATA901, 说明: 甲, 强度: 惯例, 来源: 甲}\n",
        "LOAD088",
        "没有行和列都写的“表式”",
    ),
    "indicators beside a form": (
        _TOPICS,
        "▲行政许可统计表:\n  指标: {甲: {标签: 甲}}\n",
        "LOAD082",
        "就不写“指标”",
    ),
    "unknown numerator": (_TOPICS, "行政应诉:\n  指标:\n    败诉率: {分子: ▲败述}\n", "LOAD088", "“败诉”"),
    "unknown base": (_TOPICS, "行政应诉:\n  指标:\n    败诉率: {口径: [审结, ▲结案]}\n", "LOAD088", "口径"),
    "unknown part of a dimension": (_TOPICS, "行政应诉:\n  维度: {审级: [一审, ▲终审]}\n", "LOAD088", "维度“审级”"),
    "empty dimension": (_TOPICS, "行政应诉:\n  维度: {审级: ▲[]}\n", "LOAD088", "空的"),
    "indicator removed that others use": (
        _TOPICS,
        "行政应诉:\n  指标:\n    ▲再审: {删除: 是}\n",
        "LOAD088",
        "别处还用到它",
    ),
    "all indicators removed": (_TOPICS, "行政应诉:\n  ▲指标: {删除: 是}\n", "LOAD082", "不能删除"),
    "name that pydantic keeps for itself": (
        _TOPICS,
        "行政应诉:\n  指标:\n    ▲_件数: {标签: 甲}\n",
        "LOAD086",
        "大写字母开头",
    ),
    "name without Chinese": (_TOPICS, "行政应诉:\n  指标:\n    ▲json: {标签: 甲}\n", "LOAD086", "要有汉字"),
    "statement that is an indicator": (_TOPICS, "行政应诉:\n  声明:\n    ▲应诉: 甲\n", "LOAD088", "既是指标又是声明"),
    "former name of two": (
        _TOPICS,
        "行政应诉:\n  指标:\n    一审: {曾用名: [▲甲案]}\n    二审: {曾用名: [▲甲案]}\n",
        "LOAD088",
        "曾用名",
    ),
    "former name in use": (_TOPICS, "行政应诉:\n  指标:\n    一审: {曾用名: [▲二审]}\n", "LOAD088", "曾用名"),
    "topic of a reserved name": (
        _TOPICS,
        "▲上年:\n  标签: 甲\n  任务: 纠纷化解\n  指标: {}\n  来源: 甲\n  强度: 惯例\n",
        "LOAD086",
        "另有所指",
    ),
    "topic of no task": (_TOPICS, "行政应诉:\n  任务: ▲纠纷\n", "LOAD088", "纠纷化解"),
    "name written into the topic": (_TOPICS, "行政应诉:\n  ▲名称: 应诉\n", "LOAD082", "不写“名称”"),
    # outlines
    "text for a list": (_OUTLINE, "事项: ▲好\n", "LOAD082", "列表"),
    "end before the beginning": (_OUTLINE, "年度止: ▲2020\n", "LOAD088", "早于"),
    "item missing": (_OUTLINE, "▲" + _items("举措", "不足", "履职", "安排"), "LOAD088", "“其他”"),
    "unknown slot in a heading": (_OUTLINE, _items(*_ALL, heading="▲{本年}年"), "LOAD088", "{下年}"),
    "name with a blank": (
        _OUTLINE,
        "任务:\n  - {名称: ▲甲 乙, 标题: 甲}\n",
        "LOAD088",
        "空格",
    ),
    "base of another outline removed": (_OUTLINE, "▲删除: 是\n", "LOAD088", "不能基于"),
    "part removed that another outline takes over": (
        _OUTLINE,
        "▲任务: {删除: 是}\n",
        "LOAD082",
        "不能删除",
    ),
    "task twice": (_OUTLINE, "任务:\n  - {名称: 甲, 标题: 甲}\n  - {名称: ▲甲, 标题: 乙}\n", "LOAD088", "两次"),
    "task of an unknown topic": (
        _OUTLINE,
        "任务:\n  - {名称: 甲, 标题: 甲, 主题: [行政复议, ▲行政应述]}\n",
        "LOAD088",
        "行政应诉",
    ),
    # style
    "text for a part of the style": (_STYLE, "版心: ▲好\n", "LOAD082", "键: 值"),
    "the whole style removed": (_STYLE, "▲删除: 是\n", "LOAD082", "整个删除"),
    "margins that don't add up": (_STYLE, "名称: 甲\n▲版心:\n  天头: {值: 40}\n", "LOAD082", "300 毫米"),
    "no number": (_STYLE, "版心:\n  字距: {值: ▲inf}\n", "LOAD082", "inf"),
    "beyond all paper": (_STYLE, "表:\n  线: {值: ▲1e300}\n", "LOAD082", "不能大于"),
}


def _found(folder: Path, files: dict[str, str]) -> tuple[Diagnostics, bool]:
    for name, text in files.items():
        write((folder / name).parent, text, Path(name).name)
    diagnostics = Diagnostics()
    return diagnostics, load_knowledge([folder], diagnostics) is not None


@pytest.mark.parametrize(("name", "marked", "code", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_an_overlay_that_breaks_something_is_told_at_its_own_line(
    name: str, marked: str, code: str, words: str, tmp_path: Path
) -> None:
    """Every finding stands in the office's file, one at each marked place, and no knowledge is made."""
    text, places = unmarked(marked)
    diagnostics, made = _found(tmp_path, {name: text})
    assert not made
    assert {each.place.file for each in diagnostics} == {str(tmp_path / name)}
    assert {(each.place.line, each.place.column) for each in diagnostics} == set(places)
    assert {each.code for each in diagnostics} == {code}
    assert any(words in each.message + each.remedy for each in diagnostics)
    assert all(is_for_clerks(each) for each in diagnostics)


HARMLESS = {
    "nothing": (_CHECKS, "PART008:\n"),
    "pattern left blank": (_CHECKS, "PART012:\n  参数: {式: }\n"),
    "another number": (_CHECKS, "PART009:\n  参数: {每行字数: 26}\n  严重: warning\n"),
    "other words": (_CHECKS, "PART008:\n  消息: 题目“{标题}”多了“{标点}”\n"),
    "check removed": (_CHECKS, "PART008: {删除: 是}\nPART009: {删除: 是}\nPART012: {删除: 是}\n"),
    "mend removed": (_MENDS, "TEXT002: {删除: 是}\n"),
    "terms removed": (_TERMS, "词: {删除: 是}\n"),
    "topic removed": (_TOPICS, "法律援助: {删除: 是}\n"),
    "kind removed": (_DELIVERIES, "社会公开: {删除: 是}\n"),
    "reporter removed": (_REPORTERS, "街道: {删除: 是}\n"),
    "unit removed": (_UNITS, "单位: {县林业局: {删除: 是}, 乡镇: {删除: 是}}\n"),
    "own towns": (
        _UNITS,
        "单位: {城关镇: {简称: 城关镇, 序: 1001, 类型: 乡镇, 包: [通用, 乡镇], 报送: 必报, 来源: 甲, 强度: 惯例}}\n",
    ),
    "permits at one counter": (_UNITS, "审批集中: {启用: 是, 主题: [证明事项]}\n"),
    "prompt removed": (_PROMPTS, "主题: {行政裁量尺度不一: {删除: 是}}\n"),
    "trigger over a dimension": (
        _PROMPTS,
        "主题: {行政裁量尺度不一: {触发: [{不符: Σ 行政复议.处理结果? <= 行政复议.审结, 说: 甲}]}}\n",
    ),
    "outline removed": ("schemas/outlines/2015.yaml", "删除: 是\n"),
    "relation to another topic": (_TOPICS, _relation("应诉 >= Σ 行政复议.处理结果? - 行政复议.收到@上年 × 0")),
}


@pytest.mark.parametrize(("name", "text"), HARMLESS.values(), ids=HARMLESS.keys())
def test_what_an_office_may_do_is_not_refused(name: str, text: str, tmp_path: Path) -> None:
    """The shipped knowledge is whole in itself, and stays so."""
    diagnostics, made = _found(tmp_path / "office", {name: text})
    assert list(diagnostics) == []
    assert made


def test_the_faults_of_several_files_are_told_in_one_run(tmp_path: Path) -> None:
    """Refused rules keep nobody from seeing the rest."""
    diagnostics, _ = _found(
        tmp_path,
        {
            _CHECKS: "PART012:\n  参数: {式: '('}\nPART99: {}\n",
            _DELIVERIES: "送审稿:\n  必填: [甲]\n",
            _MENDS: "甲: {}\n",
        },
    )
    assert sorted(each.code for each in diagnostics) == ["LOAD087", "LOAD088", "LOAD089", "LOAD089"]


def test_the_upper_of_two_offices_is_blamed_for_what_it_covers(tmp_path: Path) -> None:
    """A list stands whole over a lower one, though the lower one says more about the same place."""
    city, county = tmp_path / "city", tmp_path / "county"
    write((city / _TOPICS).parent, _relation("应诉 = 一审"), "甲.yaml")
    write((county / _TOPICS).parent, "行政应诉:\n  勾稽:\n    - {式: 应诉 = 一审, 码: DATA901}\n", "甲.yaml")
    diagnostics = Diagnostics()
    assert load_knowledge([city, county], diagnostics) is None
    assert {each.place.file for each in diagnostics} == {str(county / _TOPICS)}
    assert {each.place.line for each in diagnostics} == {3}


def test_what_one_office_takes_from_another_is_told_where_it_is_used_or_taken(tmp_path: Path) -> None:
    """The county removes an indicator that the city's relation needs: the relation shows it, the removal did it."""
    city, county = tmp_path / "city", tmp_path / "county"
    write((city / _TOPICS).parent, _relation("应诉 = 二审"), "甲.yaml")
    write((county / _TOPICS).parent, "行政应诉:\n  指标:\n    二审: {删除: 是}\n", "甲.yaml")
    diagnostics = Diagnostics()
    assert load_knowledge([city, county], diagnostics) is None
    assert [(each.code, each.place.file, each.place.line) for each in diagnostics] == [
        ("LOAD088", str(city / _TOPICS), 3)
    ]


def test_a_new_outline_is_told_of_in_its_own_lines(tmp_path: Path) -> None:
    """A file that is one entry: places count within it."""
    text, places = unmarked("年度起: 2030\n任务: []\n" + _items(*_ALL).replace("强度: 惯例", "强度: ▲习惯", 1))
    diagnostics, _ = _found(tmp_path, {"schemas/outlines/本县.yaml": text})
    places.append((1, 1))
    assert {(each.place.line, each.place.column) for each in diagnostics} == set(places)
    assert {each.code for each in diagnostics} == {"LOAD082"}
