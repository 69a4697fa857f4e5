"""Edits of an input: what they change, and that they change nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.loading.decoding import decode
from generator.loading.source import Mark, Source
from generator.loading.yaml import parse_yaml
from generator.writing.measure import width
from generator.writing.splice import Edit, Spliced, same_encoding, spliced
from generator.writing.yaml_lines import WIDE

BEFORE = """\
# 第一行
格式: 1
指标:   # 数字
  行政复议: {收到: 7, 受理: 6,   # 含上年结转
     办结: 6}
  行政应诉:
    新收: "12"   # 法院口径
    出庭: '3'
    说明: |
      两行
      文字

    空着:
    无: ~
  # 普法的还没有来

# 下面是正文
正文:
- 段: 文字
- {段: 文字}
"""


def read(text: str) -> Source:
    found = Diagnostics()
    source = parse_yaml(text, "报告.yaml", found)
    assert source is not None
    assert [each.message for each in found] == []
    return source


def edited(text: str, *edits: Edit) -> Spliced:
    return spliced(text, read(text).root, edits)


def put(path: str, value: Any) -> Edit:
    return Edit(tuple(int(step) if step.isdecimal() else step for step in path.split(".")), value)


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("指标.行政复议.收到", "9", "收到: 7", "收到: 9"),
        ("指标.行政应诉.新收", "2万余", '"12"', '"2万余"'),
        ("指标.行政应诉.出庭", "4", "'3'", "'4'"),
        ("指标.行政应诉.说明", "一行", "|\n      两行\n      文字", "一行"),
        ("指标.行政应诉.空着", "5", "空着:", "空着: 5"),
        ("指标.行政应诉.空着.值", "5", "空着:", "空着: {值: 5}"),
        ("指标.行政应诉.无", "0", "无: ~", "无: 0"),
        ("指标.行政复议.收到", {"值": "9", "口径": "审结"}, "收到: 7", "收到: {值: 9, 口径: 审结}"),
        ("指标.行政复议.纠错", "1", "办结: 6}", "办结: 6, 纠错: 1}"),
        ("指标.行政应诉.败诉", "1", "无: ~\n", "无: ~\n    败诉: 1\n"),
        ("指标.普法宣传.资料", "2万余", "还没有来\n", "还没有来\n  普法宣传: {资料: 2万余}\n"),
        ("上年.行政复议.收到", "5", "还没有来\n", "还没有来\n\n上年:\n  行政复议: {收到: 5}\n"),
        ("期间", "全年", "格式: 1\n", "格式: 1\n期间: 全年\n"),
        ("正文.0.段", "新的", "- 段: 文字", "- 段: 新的"),
        ("正文.1.只给", ["报市政府"], "- {段: 文字}", "- {段: 文字, 只给: [报市政府]}"),
    ],
)
def test_one_edit(path: str, value: Any, old: str, new: str) -> None:
    found = edited(BEFORE, put(path, value))
    assert not found.refused
    assert found.text == BEFORE.replace(old, new, 1)
    read(found.text)


def test_items_are_added_to_lists_and_lists_are_made() -> None:
    plan = {"事项": "修订办法", "结果": "司法局：已完成；"}
    found = edited(BEFORE, Edit(("正文",), "末段", append=True), Edit(("上年安排",), plan, append=True),
                   Edit(("上年安排",), plan, append=True))  # fmt: skip
    data = read(found.text).data
    assert data["正文"] == [{"段": "文字"}, {"段": "文字"}, "末段"]
    assert data["上年安排"] == [plan, plan]


def test_new_entries_go_where_they_belong_when_all_end_on_one_line() -> None:
    before = "格式: 1\n指标:\n  行政复议:\n    收到: 7"
    found = edited(before, put("正文", ["文"]), put("指标.普法宣传.场次", "3"), put("指标.行政复议.受理", "6"))
    assert found.text == f"{before}\n    受理: 6\n  普法宣传: {{场次: 3}}\n正文: [文]"


def test_what_was_written_as_empty_is_filled_in_as_if_nothing_stood_there() -> None:
    before = "格式: 1\n指标: {}   # 还没有\n其他数据: []\n"
    plan = [Edit(("其他数据",), {"名称": "广场", "值": str(number)}, append=True) for number in range(2)]
    assert edited(before, put("指标.行政复议.收到", "7"), put("指标.行政应诉.应诉", "8"), *plan).text == (
        "格式: 1\n指标:    # 还没有\n  行政复议: {收到: 7}\n  行政应诉: {应诉: 8}\n"
        "其他数据: \n  - {名称: 广场, 值: 0}\n  - {名称: 广场, 值: 1}\n"
    )
    inside = "格式: 1\n指标: {行政复议: {}}\n"
    assert edited(inside, put("指标.行政复议.收到", "7")).text == "格式: 1\n指标: {行政复议: {收到: 7}}\n"


def test_a_long_line_in_braces_is_broken() -> None:
    before = "格式: 1\n指标: {行政复议: {收到: 7}}\n"
    found = edited(before, *(put(f"指标.行政复议.第{number}项较长的名称", "1000") for number in range(40)))
    assert max(width(line) for line in found.text.split("\n")) <= WIDE
    assert found.text.count("\n") > 4
    assert len(read(found.text).data["指标"]["行政复议"]) == 41


@pytest.mark.parametrize("broken", ["\n", "\r\n"])
def test_line_breaks_stay_as_they_were(broken: str) -> None:
    before = BEFORE.replace("\n", broken)
    found = edited(before, put("指标.普法宣传.资料", "2"), put("指标.行政应诉.空着.值.多", {"长" * 60: "文" * 90}))
    assert found.text.count("\n") == found.text.count(broken)
    assert read(found.text).data["指标"]["普法宣传"] == {"资料": "2"}


SHARED = """\
格式: 1
指标:
  甲: &a {收到: 7}
  乙: *a
  丙: &b 8
  丁: [&c {值: 1}, *c]
"""


@pytest.mark.parametrize("path", ["指标.甲.收到", "指标.乙.收到", "指标.丙", "指标.丁.0.值", "指标.丁.1.值"])
def test_what_is_shared_is_left_alone(path: str) -> None:
    found = edited(SHARED, put(path, "9"), put("格式", "1"))
    assert found.text == SHARED
    assert [(each.path, "锚" in why or "引用" in why) for each, why in found.refused] == [(put(path, "9").path, True)]


def test_behind_what_is_shared_something_can_be_added() -> None:
    before = "格式: 1\n指标:\n  甲: &a {收到: 7}\n  乙: *a   # 同上\n"
    assert edited(before, put("指标.丙.收到", "9")).text == f"{before}  丙: {{收到: 9}}\n"


@pytest.mark.parametrize(
    ("before", "path", "value"),
    [
        ("格式: 1\n指标: {行政复议: 7}\n", "指标.行政复议.收到", "9"),
        ("格式: 1\n指标: [甲]\n", "指标.行政复议.收到", "9"),
        ("格式: 1\n正文: [甲]\n", "正文.3", "9"),
        (BEFORE, "指标.行政应诉", "9"),
        ("格式: 1\n正文:\n  - |\n    末段", "别的", "9"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_changed(before: str, path: str, value: str) -> None:
    found = edited(before, put(path, value))
    assert found.text == before
    assert len(found.refused) == 1


def test_one_place_is_changed_once() -> None:
    found = edited(
        BEFORE,
        put("指标.行政复议.收到", "8"),
        put("指标.行政复议.收到", "9"),
        put("指标.甲", "1"),
        put("指标.甲.乙", "1"),
    )
    assert [edit.path[1:] for edit, _ in found.refused] == [("行政复议", "收到"), ("甲", "乙")]
    assert read(found.text).data["指标"]["行政复议"]["收到"] == "8"


MARKED = "\ufeff格式: 1\n"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (MARKED.encode(), MARKED[1:]),
        (MARKED.encode("utf-16-le"), MARKED[1:]),
        (MARKED.encode("utf-16-be"), MARKED[1:]),
        ("格式: 1 # 一\n".encode("gb18030"), "格式: 1 # 一\n"),
        ("格式: 1\n".encode(), "格式: 1\n"),
    ],
)
def test_the_encoding_stays(raw: bytes, text: str) -> None:
    assert decode(raw, "报告.yaml", Diagnostics()) == text
    assert same_encoding(raw, text) == raw


KEYS = st.sampled_from(["收到", "受理", "办结", "纠错", "值", "口径", "a b", "第1"])
WORDS = st.sampled_from(
    [
        "7",
        "2万余",
        "98%以上",
        "a: b",
        "# x",
        "{{ 甲.乙 }}",
        "it's",
        '"',
        "两行\n文字",
        "~",
        "",
        " 前",
        "- x",
        "&a",
        "甲 乙",
    ]
)
TREES = st.recursive(
    WORDS, lambda inner: st.dictionaries(KEYS, inner, max_size=3) | st.lists(inner, max_size=2), max_leaves=8
)
COMMENTS = st.sampled_from(["", "", "  # 注：{a} 'b"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """An input in the many ways that staff may write it."""

    def flow(value: Any) -> str:
        if isinstance(value, str):
            return draw(st.sampled_from(styles(value)))
        gap = draw(st.sampled_from([" ", " ", "  # 注\n          "]))
        if isinstance(value, dict):
            parts = [f'"{key}": {flow(each)}' for key, each in value.items()]
            return "{" + f",{gap}".join(parts) + draw(st.sampled_from(["", " ", ","] if parts else [""])) + "}"
        return "[" + f",{gap}".join(map(flow, value)) + "]"

    def block(head: str, value: Any, indent: int) -> list[str]:
        pad = " " * indent
        if value == "" and draw(st.booleans()):
            return [f"{pad}{head}{draw(COMMENTS)}"]
        if isinstance(value, str) and value.isalnum() and draw(st.booleans()):
            end = draw(st.sampled_from(["-", "-  # 注"]))
            return [f"{pad}{head} |{end}", f"{pad}   {value}", *draw(st.sampled_from([[], [""]]))]
        if isinstance(value, str) or not value or draw(st.booleans()):
            return [f"{pad}{head} {flow(value)}{draw(COMMENTS)}"]
        lines = [f"{pad}{head}{draw(COMMENTS)}"]
        below = head != "-" and isinstance(value, list)
        step = indent + draw(st.sampled_from([0, 2] if below else [1, 2, 4]))
        if head == "-" and isinstance(value, dict) and draw(st.booleans()):
            inner = [line for key, each in value.items() for line in block(f'"{key}":', each, indent + 2)]
            return [f"{pad}- {inner[0].strip()}", *inner[1:]]
        for key, each in value.items() if isinstance(value, dict) else ((None, each) for each in value):
            lines += block("-" if key is None else f'"{key}":', each, step)
            lines += draw(st.sampled_from([[], [], [""], [" " * step + "# 注"], ["# 注", ""]]))
        return lines

    root = draw(st.dictionaries(KEYS, TREES, min_size=1, max_size=3))
    lines = [line for key, value in root.items() for line in block(f'"{key}":', value, 0)]
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n\n# 末"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


def styles(value: str) -> list[str]:
    quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    folded = [quoted.replace(" ", "\n" + " " * 30)] if " " in value.strip() and "  " not in value else []
    single = ["'" + value.replace("'", "''") + "'"] if "\n" not in value else []
    return [quoted, *folded, *single, *([value] if value.isalnum() else [])]


def paths(data: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every path of the data, and paths that lead out of it."""
    yield at
    if isinstance(data, dict):
        yield from ((*at, key) for key in ("收到", "新", "又新"))
    if at and len(at) < 4:
        yield (*at, "新", "更新")
    for key, each in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from paths(each, (*at, key))


def applied(data: Any, path: tuple[str | int, ...], edit: Edit) -> Any:
    """What the data should be after an edit that was made."""
    if not path:
        return [*(data or []), plain(edit.value)] if edit.append else plain(edit.value)
    if isinstance(data, list):
        index = int(path[0])
        return [*data[:index], applied(data[index], path[1:], edit), *data[index + 1 :]]
    known = data or {}
    return {**known, str(path[0]): applied(known.get(path[0]), path[1:], edit)}


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


@settings(max_examples=100, deadline=None)
@given(texts(), st.data())
def test_read_again_it_is_the_data_with_the_edits_made(text: str, drawn: st.DataObject) -> None:
    source = read(text)
    edit_of_it = st.builds(Edit, st.sampled_from(list(paths(source.data))[1:]), TREES, st.booleans())
    edits = drawn.draw(st.lists(edit_of_it, min_size=1, max_size=4))
    found = spliced(text, source.root, edits)
    refused = [id(each) for each, _ in found.refused]
    made = [edit for edit in edits if id(edit) not in refused]
    data = source.data
    for edit in made:
        data = applied(data, edit.path, edit)
    assert read(found.text).data == data
    assert stands_in(untouched(source, made), found.text)
    assert made or found.text == text


def untouched(source: Source, made: list[Edit]) -> str:
    """The text without the values that were replaced, and without the brackets of what was empty."""
    text = source.text
    marks = [mark_at(source, edit.path) for edit in made if not edit.append and source.has(edit.path)]
    for mark in sorted(marks, key=lambda each: -each.start):
        text = text[: mark.start] + text[mark.end :]
    return text.replace("{}", "").replace("[]", "")


def mark_at(source: Source, path: tuple[str | int, ...]) -> Mark:
    mark = source.root
    for step in path:
        mark = mark.children[step]
    return mark


def stands_in(part: str, whole: str) -> bool:
    """Whether nothing of `part` is missing in `whole`."""
    rest = iter(whole)
    return all(each in rest for each in part)
