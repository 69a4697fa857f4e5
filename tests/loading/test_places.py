"""Every place opens at the right character, in whatever style a text was written."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.effort import tries

from generator.diagnostics import Diagnostics
from generator.loading.source import Source
from generator.loading.yaml import parse_yaml
from generator.models.base import Path


def _source(text: str) -> Source:
    diagnostics = Diagnostics()
    source = parse_yaml(text, "report.yaml", diagnostics)
    assert source is not None, list(diagnostics)
    return source


def _character(source: Source, path: Path, offset: int) -> str:
    """The character of the file at which a place opens."""
    place = source.place(path, offset)
    assert place.line is not None
    assert place.column is not None
    line = source.text.replace("\r\n", "\n").split("\n")[place.line - 1]
    return line[place.column - 1 : place.column]


STYLES = {
    "plain": "正文:\n  - 段: 法治政府，建设。\n",
    "plain over lines": "正文:\n  - 段: 法治政府，\n\n\n      建设。\n  - 后\n",
    "plain with blanks at line ends": "正文:\n  - 段: 法治   \n     政府，\t\n     建 设。\n",
    "plain with Windows line ends": "正文:\r\n  - 段: 法治\r\n     政府，\r\n\r\n     建设。\r\n",
    "plain with an anchor": "正文:\n  - 段: &a1  法治政府\n",
    "single quotes": "正文:\n  - 段: '法''治'' 政府，\n\n      建设。'\n",
    "double quotes": '正文:\n  - 段: "法\\"治\\\\政\\u5e9c，\\\n      建设\\t。\\x41\\U0001F600尾"\n',
    "double quotes over lines": '正文:\n  - 段: "法治  \n\n\n      政府\n      建设"\n',
    "literal": "正文:\n  - 段: |\n      法治\n\n        政府\n      建设\n",
    "literal, indentation given": "正文:\n  - 段: |2\n         法治\n        政府\n",
    "literal, kept": "正文:\n  - 段: |+  # 注\n      法治\n\n\n",
    "literal with Windows line ends": "正文:\r\n  - 段: |-\r\n      法治\r\n      政府\r\n",
    "folded": "正文:\n  - 段: >-\n      法治\n      政府\n\n      建设\n\n        多缩进\n        两行\n      尾\n",
    "flow": "正文: [{段: 法治 政府, 二: '三'}, 四]\n",
}


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES.keys())
def test_each_character_opens_at_itself(text: str) -> None:
    """Characters that folding made are blanks or line ends in the file; escaped ones open at their backslash."""
    source = _source(text)
    value = source.data["正文"][0]["段"]
    for offset, character in enumerate(value):
        found = _character(source, ("正文", 0, "段"), offset)
        if found != "\\":
            assert found == character if character.strip() else not found.strip(), (offset, character, found)
    escaped = [offset for offset in range(len(value)) if _character(source, ("正文", 0, "段"), offset) == "\\"]
    assert len(escaped) == len(re.findall(r"\\(?!\n)(?:\\|.)", source.text))


def test_every_letter_opens_at_one_place_only() -> None:
    """Positions grow strictly from character to character."""
    source = _source(STYLES["folded"])
    value = source.data["正文"][0]["段"]
    places = [source.place(("正文", 0, "段"), offset).sort_key for offset in range(len(value))]
    assert places == sorted(set(places))


_TEXT = st.text(st.sampled_from("法治政府建设，。“”（）：；—…0123456789%AB \n'\"\\#:-"), min_size=1, max_size=60)


def _plain(text: str, width: int) -> str | None:
    words = " ".join(text.split())
    if not words or re.search(r"^[\s\-'\"#:\\%]|: |:$| #", words):
        return None
    return "\n    ".join(textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False))


def _single(text: str, _: int) -> str:
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _double(text: str, width: int) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    cut = width % (len(escaped) + 1)
    while cut and escaped[cut - 1 : cut] == "\\":
        cut -= 1
    return f'"{escaped[:cut]}\\\n    {escaped[cut:]}"' if not escaped[cut:].startswith((" ", "n")) else f'"{escaped}"'


def _literal(text: str, _: int) -> str:
    return "|2-\n" + "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def _folded(text: str, _: int) -> str:
    return ">-\n" + "\n".join(f"    {line.strip()}" if line.strip() else "" for line in f"首{text}".split("\n"))


@settings(max_examples=tries(300))
@given(_TEXT, st.sampled_from([_plain, _single, _double, _literal, _folded]), st.integers(4, 20))
def test_random_texts_open_at_the_right_character(text: str, style: object, width: int) -> None:
    """Whatever staff write, in every style."""
    assert callable(style)
    written = style(text, width)
    if written is None:
        return
    source = _source(f"甲:\n  乙: {written}\n")
    value = source.data["甲"]["乙"] or ""
    for offset, character in enumerate(value):
        found = _character(source, ("甲", "乙"), offset)
        if found == "\\" and character != "\\":
            assert style is _double
        else:
            assert found == character if character.strip() else not found.strip()


TREE = """\
主体: {名称: 甲, 简称: 乙}
报送:
  - 名称: 公开版
    主送: 丙政府
正文:
  - 导语
  - 节:
      标题: 二
      内容:
        - 段: [一, {要点: [{文: 三}, 四]}]
"""


OPENS = {
    "the root": ((), "主体: {"),
    "a mapping": (("主体",), "{名称"),
    "a value": (("主体", "简称"), "乙}"),
    "a missing key": (("主体", "级别"), "{名称"),
    "a text for a list of one": (("报送", 0, "主送", 0), "丙政府"),
    "an item too many": (("报送", 7), "- 名称: 公开版"),
    "a text for a paragraph": (("正文", 0, "段", 0), "导语"),
    "a heading, with a tag": (("正文", 1, "节", "节", "标题"), "二"),
    "a point": (("正文", 1, "节", "内容", 0, "段", 1, "要点", 1), "四]"),
    "a point's text, with tags": (("正文", 1, "节", "节", "内容", 0, "段", "段", 1, "要点", "要点", 0, "文"), "三}"),
    "nothing that exists": (("没有", "这个", 3), "主体: {"),
}


@pytest.mark.parametrize(("path", "opens"), OPENS.values(), ids=OPENS.keys())
def test_paths_open_at_their_values(path: Path, opens: str) -> None:
    """Tags of unions are passed over; what doesn't exist opens at the nearest part that does."""
    place = _source(TREE).place(path)
    assert place.line is not None
    assert place.column is not None
    assert TREE.split("\n")[place.line - 1][place.column - 1 :].startswith(opens)


def test_a_position_in_a_text_given_for_a_list_of_one_opens_in_the_text() -> None:
    """`主送: 丙政府` is a list of one to the model."""
    place = _source(TREE).place(("报送", 0, "主送", 0), 2)
    assert (place.line, place.column) == (4, 11)


def test_keys_open_at_their_keys() -> None:
    """And list items, which have none, at themselves."""
    source = _source(TREE)
    assert source.key_place(("报送", 0, "主送")).in_words() == "report.yaml:4:5"
    assert source.key_place(("报送", 0)).in_words() == "report.yaml:3:5"
    assert source.key_place(("报送", 0, "没有")).in_words() == "report.yaml:3:5"


def test_an_error_location_resolves_to_its_path() -> None:
    """What pydantic puts in between isn't in the data."""
    loc = ("正文", 1, "节", "节", "内容", 0, "段", "段", 1, "要点", "要点", 0, "文")
    assert _source(TREE).resolve(loc) == ("正文", 1, "节", "内容", 0, "段", 1, "要点", 0, "文")


def test_an_alias_opens_where_its_text_was_written() -> None:
    """That is where it has to be mended."""
    source = _source("甲: &a1 好的\n乙: *a1\n")
    assert source.place(("乙",), 1).in_words() == "report.yaml:1:9"
