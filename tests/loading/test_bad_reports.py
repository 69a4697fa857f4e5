"""Inputs that are sound YAML but no sound report: each finding has its code, its place, and a remedy that helps."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.effort import tries
from support.marked import is_for_clerks, spots, unmarked

from generator.diagnostics import Diagnostics, Severity
from generator.loading.knowledge import load_knowledge
from generator.loading.report import Loaded, load_source
from generator.loading.settings import overlays_beside
from generator.loading.yaml import parse_yaml
from generator.models.knowledge import Knowledge

from .conftest import Load

HEAD = "格式: 1\n年度: 2022\n期间: 上半年\n主体: {名称: 甲区人民政府, 简称: 甲区}\n"

BAD = {
    # case: the input behind HEAD with ▲ at each place, the codes, words that message or remedy must hold
    "unknown key, near": ("▲狀态: 送审稿\n", "LOAD051", "“状态”"),
    "unknown key, traditional": ("▲報送: []\n", "LOAD051", "“报送”"),
    "unknown key, blank inside": ("▲其他 数据: []\n", "LOAD051", "“其他数据”"),
    "unknown key, nothing near": ("▲xyz: 1\n", "LOAD051", "数据截至"),
    "unknown key of a delivery": ("报送: [{名称: 甲, ▲成文曰期: 2022-07-01}]\n", "LOAD051", "“成文日期”"),
    "key beside its section": ("正文:\n  - 节: {内容: [文]}\n    ▲标题: 题\n", "LOAD051", "“节”"),
    "missing key": ("报送:\n  - ▲{对象: 送审稿}\n", "LOAD050", "“名称: ……”"),
    "missing key of a datum": ("其他数据: [▲{名称: 甲}]\n", "LOAD050", "“值”"),
    "blank key that is needed": ("报送: [{▲名称: }]\n", "LOAD057", "“名称”"),
    "blank paragraph": ("正文:\n  - ▲段:\n", "LOAD057", "“段”"),
    "blank list item": ("正文: [▲~]\n", "LOAD057", ""),
    "list for a text": ("▲大纲: [一]\n", "LOAD052", "一段文字"),
    "text for a list": ("正文: ▲文字\n", "LOAD052", "列表"),
    "mapping for a list": ("▲报送: {名称: 甲}\n", "LOAD052", "列表"),
    "text for a mapping": ("正文:\n  - 节: ▲文字\n", "LOAD052", "键: 值"),
    "full-width colon under a key": ("正文:\n  - 节:\n      标题▲：题\n", "LOAD021", "半角"),
    "state, near": ("状态: ▲送审\n", "LOAD053", "“送审稿”"),
    "layout, listed": ("体例: ▲随意\n", "LOAD053", "五部分、专题"),
    "a date that isn't in the calendar": ("数据截至: ▲2022-02-30\n", "LOAD056", "日历"),
    "a date in words": ("数据截至: ▲六月底\n", "LOAD056", "2026-02-09"),
    "neither yes nor no": ("示例: ▲大概\n", "LOAD056", "“是”或“否”"),
    "delivery name too long": (f"报送: [{{名称: ▲{'长' * 31}}}]\n", "LOAD054", "30"),
    "id of the wrong shape": ("正文: [{段: 文, id: ▲a-b}]\n", "LOAD054", "书签"),
    "width too large": ("正文: [{图: {文件: ▲a.png, 宽: ▲200}}]\n", "LOAD076 LOAD054", "156"),
    "width in words": ("正文: [{图: {文件: ▲a.png, 宽: ▲半页}}]\n", "LOAD076 LOAD052", "数字"),
    "block of no kind": ("正文: [▲{文字: 好}]\n", "LOAD055", "段、要点、表、图、节"),
    "block, near": ("正文: [▲{要点儿: [好]}]\n", "LOAD055", "“要点”"),
    "section without its key": ("正文: [▲{标题: 题, 内容: [文]}]\n", "LOAD055", "“节:”"),
    "list for a block": ("正文: [▲[文]]\n", "LOAD055", "可用"),
    "no points": ("正文: [{▲要点: []}]\n", "LOAD054", "1"),
    "empty point": ("正文: [{要点: [一, ▲{题: ''}]}]\n", "LOAD056", "“题”或“文”"),
    "table without anything": ("正文: [{▲表: {题: 题}}]\n", "LOAD056", "“主题”"),
    "uneven table": ("正文: [{▲表: {列: [甲, 乙], 行: [[一]]}}]\n", "LOAD056", "2列"),
    "table of an unknown topic": ("正文: [{表: {主题: ▲行政夏议}}]\n", "LOAD075", "“行政复议”"),
    "empty section": ("正文:\n  - 节: ▲{标题式: 接排}\n", "LOAD058", "“标题”或“内容”"),
    "unknown topic": ("指标: {▲行政夏议: {收到: 7}}\n", "LOAD060", "“行政复议”"),
    "unknown topic, nothing near": ("指标: {▲xyz: {收到: 7}}\n", "LOAD060", "“其他数据”"),
    "unknown indicator": ("指标: {行政复议: {▲受里: 7}}\n", "LOAD061", "“受理”"),
    "unknown indicator last year": ("上年: {行政复议: {▲受里: 7}}\n", "LOAD061", "“受理”"),
    "former name": ("指标: {行政复议: {▲新收: 7}}\n", "LOAD062", "“收到”"),
    "former name and present name": ("指标: {行政复议: {收到: 7, ▲新收: 7}}\n", "LOAD062", "删去"),
    "no figure": ("指标: {行政复议: {收到: ▲若干}}\n", "LOAD056", "不是数字"),
    "list for a figure": ("指标: {行政复议: {收到: ▲[7]}}\n", "LOAD056", "一个数字"),
    "no figure under a former name": ("指标: {行政复议: {▲新收: ▲若干}}\n", "LOAD062 LOAD056", "不是数字"),
    "unknown key of a value": ("指标: {行政复议: {收到: {值: 7, ▲口劲: 一}}}\n", "LOAD051", "“口径”"),
    "figures as text": ("指标:\n  行政复议:\n    收到▲：7\n    受理▲：6\n", "LOAD021 LOAD021", "半角"),
    "topic as a figure": ("指标: {行政复议: ▲7}\n", "LOAD052", "指标名: 数字"),
    "indicators as a list": ("指标: ▲[7]\n", "LOAD052", "主题"),
    "figure that doesn't apply": ("指标: {行政复议: {▲收到: {值: 7, 不适用: 无此职责}}}\n", "LOAD056", "不适用"),
    "statement that is a figure": ("指标: {行政复议: {分项完整: ▲7}}\n", "LOAD056", "“是”或“否”"),
    "same delivery twice": ("报送: [{名称: 甲}, {名称: ▲甲}]\n", "LOAD066", "第5行"),
    "same delivery but for capitals": ("报送: [{名称: a版}, {名称: ▲A版}]\n", "LOAD066", "重复"),
    "blank addressee": ("报送: [{名称: 甲, 主送: ['▲ ']}]\n", "LOAD057", "填上"),
    "blank organ of a delivery": ("报送: [{名称: 甲, 机关: [乙, '▲']}]\n", "LOAD057", "填上"),
    "slash in a delivery's name": ("报送: [{名称: ▲甲/乙}]\n", "LOAD066", "“/”"),
    "name that Windows keeps": ("报送: [{名称: ▲con}]\n", "LOAD066", "Windows"),
    "name of dots": ("报送: [{名称: ▲..}]\n", "LOAD066", "句点"),
    "unknown kind of delivery": ("报送: [{名称: 甲, 对象: ▲社会公幵}]\n", "LOAD067", "“社会公开”"),
    "what a kind requires": (
        "状态: 印发稿\n报送: [▲{名称: 甲, 对象: 社会公开}]\n",
        "LOAD078",
        "发布日期",
    ),
    "unknown outline": ('大纲: "▲2033"\n', "LOAD069", "2021"),
    "unknown task": ("正文: [{节: {标题: 题, 任务: [纠纷化解, ▲政府职熊]}}]\n", "LOAD070", "“政府职能”"),
    "unknown item": ("正文: [{节: {标题: 题, 事项: ▲不足}}]\n", "LOAD071", "“不足原因”"),
    "unknown version": ("报送: [{名称: 公开版}]\n正文: [{段: 文, 不给: ▲公幵版}]\n", "LOAD072", "“公开版”"),
    "version where there is none": ("正文: [{段: 文, 只给: ▲公开版}]\n", "LOAD072", "“报送”"),
    "same id twice": ("正文: [{段: 一, id: a}, {段: 二, id: ▲a}]\n", "LOAD073", "重复"),
    "same datum twice": ("其他数据: [{名称: 甲, 值: 1}, {名称: ▲甲, 值: 2}]\n", "LOAD074", "重复"),
    "datum that can't be referred to": ("其他数据: [{名称: ▲一 圈, 值: 1}]\n", "LOAD074", "引用"),
    "missing picture": ("正文: [{图: {文件: ▲没有.png}}]\n", "LOAD076", "没有图片"),
    "picture outside": ("正文: [{图: {文件: ▲../外.png}}]\n", "LOAD076", "文件夹"),
    "picture by its full path": ("正文: [{图: {文件: ▲/外.png}}]\n", "LOAD076", "相对"),
    "picture by its Windows path": ("正文: [{图: {文件: '▲C:\\外.png'}}]\n", "LOAD076", "相对"),
    "picture of another kind": ("正文: [{图: {文件: ▲图.svg}}]\n", "LOAD076", "PNG"),
    "item in body and shorthand": (
        "正文: [{节: {标题: 题, 事项: 不足原因, 内容: [文]}}]\n▲不足: [{标题: 甲}]\n",
        "LOAD059",
        "第5行",
    ),
    "exemption without a reason": ("豁免: [▲{规则: DATA001}]\n", "LOAD050", "理由"),
    "exemption of no rule": ("豁免: [{规则: ▲数据1, 理由: 好}]\n", "LOAD054", "DATA014"),
}


@pytest.mark.parametrize(("marked", "codes", "words"), BAD.values(), ids=BAD.keys())
def test_a_fault_is_named_and_placed(marked: str, codes: str, words: str, load: Load) -> None:
    """Exactly the findings listed, each at its ▲, in words that help."""
    text, places = unmarked(HEAD + marked)
    _, diagnostics = load(text)
    assert spots(diagnostics) == [(code, *place) for code, place in zip(codes.split(), places, strict=True)]
    assert all(is_for_clerks(found) for found in diagnostics)
    assert any(words in found.message + found.remedy for found in diagnostics)


ROOT = {
    "blank name of the reporter": ('年度: 2022\n主体: {名称: ["▲"], 简称: 乙}\n', "LOAD057"),
    "second name blank": ("年度: 2022\n主体: {名称: [甲, '▲ '], 简称: 乙}\n", "LOAD057"),
    "short name of blanks": ("年度: 2022\n主体: {名称: 甲, 简称: '▲ '}\n", "LOAD057"),
    "format of another version": ("格式: ▲2\n年度: 2022\n主体: {名称: 甲, 简称: 乙}\n", "LOAD053"),
    "year in words": ("年度: ▲今年\n主体: {名称: 甲, 简称: 乙}\n", "LOAD052"),
    "year long ago": ("年度: ▲1999\n主体: {名称: 甲, 简称: 乙}\n", "LOAD054"),
    "year without an outline": ("年度: ▲2090\n主体: {名称: 甲, 简称: 乙}\n", "LOAD069"),
    "no year": ("▲主体: {名称: 甲, 简称: 乙}\n", "LOAD050"),
    "no reporter": ("▲年度: 2022\n", "LOAD050"),
    "reporter as text": ("年度: 2022\n主体: ▲甲县\n", "LOAD052"),
    "no short name": ("年度: 2022\n▲主体: {名称: 甲}\n", "LOAD050"),
    "unknown kind of reporter": ("年度: 2022\n主体: {名称: 甲, 简称: 乙, 类别: ▲正府}\n", "LOAD068"),
    "same organ twice": ("年度: 2022\n主体: {名称: [甲, ▲甲], 简称: 乙}\n", "LOAD079"),
    "level": ("年度: 2022\n主体: {名称: 甲, 简称: 乙, 级别: ▲县}\n", "LOAD053"),
}


@pytest.mark.parametrize(("marked", "code"), ROOT.values(), ids=ROOT.keys())
def test_a_fault_at_the_head_is_named_and_placed(marked: str, code: str, load: Load) -> None:
    """What every report must have."""
    text, places = unmarked(marked)
    _, diagnostics = load(text)
    assert spots(diagnostics) == [(code, *place) for place in places]
    assert all(is_for_clerks(found) for found in diagnostics)


def test_all_faults_are_found_in_one_run(load: Load) -> None:
    """Model errors, errors in figures and cross checks together, although the data don't make a report."""
    loaded, diagnostics = load(
        "格式: 1\n年度: 2022\n期间: 上上年\n主体: {名称: 甲, 类别: 正府}\n报送: [{名称: a/b, 用印: 好}]\n"
        "指标: {行政复议: {受里: 1, 收到: 若干}}\n上年: {行政夏议: {}}\n"
        "正文: [{节: {标题: [题], 任务: 无}}, {表: {题: 表}}]\n"
    )
    assert loaded is not None
    codes = sorted(found.code for found in diagnostics)
    assert codes == sorted(
        [
            "LOAD053",
            "LOAD050",
            "LOAD068",
            "LOAD066",
            "LOAD056",
            "LOAD061",
            "LOAD056",
            "LOAD060",
            "LOAD052",
            "LOAD070",
            "LOAD056",
        ]
    )


def test_no_more_than_two_hundred_errors_are_told(load: Load) -> None:
    """A file that was mixed up would otherwise fill the screen, and take minutes."""
    loaded, diagnostics = load(HEAD + "".join(f"错{number}: 1\n" for number in range(9000)))
    assert loaded is None
    assert len(diagnostics) == 200
    assert [found.code for found in diagnostics][-1] == "LOAD033"


def test_a_required_date_that_is_wrong_isnt_called_missing(load: Load) -> None:
    """One fault, one finding."""
    _, diagnostics = load(HEAD + "报送: [{名称: 甲, 对象: 社会公开, 发布日期: 八月}]\n")
    assert [found.code for found in diagnostics] == ["LOAD056"]


def test_sound_figures_survive_their_faulty_neighbours(load: Load) -> None:
    """So that checks can say something about them."""
    loaded, diagnostics = load(HEAD + "指标: {行政复议: {收到: 若干, 受理: 6, 受里: 5}}\n")
    assert loaded is not None
    assert diagnostics.has_errors
    assert list(loaded.report.indicators.topic("行政复议").values) == ["受理"]


def _png(path: Path, size: int = 0) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + b"\0" * size)


def test_a_picture_in_the_folder_is_accepted(load: Load, tmp_path: Path) -> None:
    """Also in a folder below."""
    (tmp_path / "图").mkdir()
    _png(tmp_path / "图" / "甲.png")
    loaded, diagnostics = load(HEAD + "正文: [{图: {文件: 图/甲.png}}]\n")
    assert loaded is not None
    assert list(diagnostics) == []


@pytest.mark.parametrize("case", ["link", "large", "text", "folder"])
def test_a_picture_that_is_none_is_refused(case: str, load: Load, tmp_path: Path) -> None:
    """A link out of the folder, a huge file, a file that only bears the name, a folder."""
    picture = tmp_path / "甲.png"
    match case:
        case "link":
            outside = tmp_path.parent / f"{tmp_path.name}-外.png"
            _png(outside)
            picture.symlink_to(outside)
        case "large":
            _png(picture, 10 * 1024 * 1024 + 1)
        case "text":
            picture.write_text("不是图片", encoding="utf-8")
        case _:
            picture.mkdir()
    _, diagnostics = load(HEAD + "正文: [{图: {文件: 甲.png}}]\n")
    assert [found.code for found in diagnostics] == ["LOAD076"]


GOOD = {
    "the least": "年度: 2022\n主体: {名称: 甲县人民政府, 简称: 甲县}\n",
    "keys left blank": HEAD + "大纲:\n状态:\n报送:\n正文:\n指标:\n  行政复议:\n    收到:\n  行政应诉:\n",
    "every kind of block": HEAD
    + "正文:\n  - 一段\n  - 段: 一段\n  - 段: [首, {要点: [一, {题: 二, 文: 二}]}, 尾]\n  - 要点: [一]\n"
    "  - 表: {主题: 行政复议}\n  - 表: {列: [甲], 行: [[一]]}\n"
    "  - 节: {标题: 题, 任务: 纠纷化解, 内容: [文, {节: {内容: [文]}}]}\n",
    "figures of every form": HEAD + "指标: {行政复议: {收到: 2万余, 受理: '１，２３４', 审结: 6件, "
    "纠错率: {值: 33.3%, 口径: 审结}, 分项完整: 是}}\n",
    "deliveries": HEAD
    + "报送: [{名称: 送审, 主送: 乙市人民政府}, {名称: 公开版, 对象: 社会公开, 发布日期: 2022年8月3日}]\n"
    "正文: [{段: 文, 只给: 公开版}]\n",
    "shorthand": HEAD
    + "举措: [文]\n不足: [{标题: 甲, 表现: 乙, 原因: 丙}]\n安排: [{标题: 甲, 措施: 乙}]\n其他: [文]\n",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD.keys())
def test_a_good_report_passes_without_a_word(text: str, load: Load) -> None:
    """What is allowed isn't found fault with."""
    loaded, diagnostics = load(text)
    assert list(diagnostics) == []
    assert loaded is not None


def test_the_examples_pass() -> None:
    """What staff copy to begin with must be free of findings, with the overlays that lie beside it."""
    from generator.loading.report import load_report  # noqa: PLC0415 - the fixture covers texts only

    examples = sorted((Path(__file__).parents[2] / "examples").glob("*/report.yaml"))
    assert examples
    for path in examples:
        diagnostics = Diagnostics()
        knowledge = load_knowledge(overlays_beside(path.parent, diagnostics) or (), diagnostics)
        assert knowledge is not None
        assert load_report(path, knowledge, diagnostics) is not None
        assert [found for found in diagnostics if found.severity is not Severity.INFO] == []


_KEYS = st.sampled_from(
    [
        "年度",
        "主体",
        "名称",
        "简称",
        "报送",
        "正文",
        "节",
        "段",
        "要点",
        "表",
        "图",
        "标题",
        "内容",
        "指标",
        "上年",
        "行政复议",
        "收到",
        "值",
        "不足",
        "其他数据",
        "文件",
        "主题",
        "对象",
        "只给",
        "id",
        "豁免",
        "xyz",
    ]
)
_VALUES = st.recursive(
    st.none() | st.sampled_from(["", "2022", "文字", "是", "送审稿", "收到：7", "2022-02-30", "甲/乙", "{{ 甲 }}"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=25,
)


@settings(max_examples=tries(100))
@given(st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=8))
def test_random_data_never_raise(knowledge: Knowledge, data: dict[str, object]) -> None:
    """Data of any shape give a report or findings with places, remedies and Chinese words."""
    import json  # noqa: PLC0415 - JSON is YAML, and simplest to write

    diagnostics = Diagnostics()
    source = parse_yaml(json.dumps(data, ensure_ascii=False), "随机.yaml", diagnostics)
    assert source is not None
    loaded: Loaded | None = load_source(source, knowledge, diagnostics)
    assert loaded is not None or diagnostics.has_errors
    assert all(found.place.line and is_for_clerks(found) for found in diagnostics)
