"""The list of topics and indicators that clerks look things up in."""

from __future__ import annotations

import pytest
from support.inputs import ROOT

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.catalogue import Indicator, Topic
from generator.models.grid import Grid

FILE = ROOT / "docs" / "catalogue.md"
_HEAD = """# 主题和指标

输入文件的“指标”和“上年”按这张表填：先写主题，下面写指标。目录里没有的数，写在“其他数据”里。
“可打勾”的，情况属实才写“是”，句子里才会那样说；不写就不说。
"""


def _row(name: str, indicator: Indicator) -> str:
    notes = [indicator.含义]
    if indicator.口径:
        notes.append(f"口径可选：{'、'.join(indicator.口径)}")
    return f"| {name} | {indicator.标签} | {indicator.单位} | {'；'.join(note for note in notes if note)} |"


def _form(topic: str, form: Grid) -> list[str]:
    """The lines of a form of rows and columns: its cells follow from them."""
    row, column = next(iter(form.cells.values()))
    lines = [f"按表填，先写行、下面写列，如 `{row}: {{{column}: 3}}`；引用写 `{topic}.{row}_{column}`。"]
    for side, given in (("行", form.rows), ("列", form.columns)):
        names = (name if line.标签.endswith(name) else f"{name}（{line.标签}）" for name, line in given.items())
        lines += ["", f"{side}：{'、'.join(names)}"]
    return lines


def _section(topic: Topic) -> str:
    lines = [f"## {topic.名称}", ""]
    if topic.表式 and topic.表式.two_dimensional:
        lines += _form(topic.名称, topic.表式)
    else:
        lines += ["| 指标 | 说明 | 单位 | 含义 |", "|---|---|---|---|"]
        lines += [_row(name, indicator) for name, indicator in topic.指标.items()]
    if topic.声明:
        lines += ["", "可打勾：", ""]
        lines += [f"- `{name}: 是`：{meaning}" for name, meaning in topic.声明.items()]
    return "\n".join(lines) + "\n"


def test_the_list_is_fresh(request: pytest.FixtureRequest) -> None:
    """Made from the catalogue; `pytest --update-golden` writes it again."""
    knowledge = load_knowledge([], Diagnostics())
    assert knowledge is not None
    text = "\n".join([_HEAD, *(_section(topic) for topic in knowledge.catalogue.topics.values())])
    if request.config.getoption("--update-golden"):
        FILE.write_text(text, encoding="utf-8")

    assert FILE.read_text(encoding="utf-8") == text
