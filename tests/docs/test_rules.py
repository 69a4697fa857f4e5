"""The list of rules that clerks and reviewers look up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from support.inputs import ROOT

from generator.diagnostics import Diagnostics, Severity
from generator.loading.knowledge import load_knowledge
from generator.models.rule_card import RuleCard, cards

FILE = ROOT / "docs" / "rules.md"
DEFECTS = [ROOT / "tests" / "checking" / name for name in ("defects.yaml", "defects_second.yaml")]
_HEAD = """# 检查规则

`fazhi check` 按这些规则检查输入、生成的各版本和成稿（.docx、.doc、.txt）。
`fazhi explain 码` 看一条，`fazhi rules` 列出全部，连同目录里的勾稽关系（DATA 开头，各有自己的码，这里不列）。

轻重：错误使退出码为 1，警告和提示不影响。强度：规定、一般、惯例；惯例的规则不判错。
单位可以在自己的资料夹里改轻重、消息、参数、词表，或者写“删除: 是”停用（见手册“叠加”）。
"""


def _table(rules: list[RuleCard]) -> Iterator[str]:
    yield "| 码 | 名称 | 轻重 | 强度 | 查什么 | 怎么办 | 依据 | 误 | 正 |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for card in rules:
        cells = (
            card.code,
            card.name,
            Severity(card.severity).label,
            card.strength,
            card.what,
            card.remedy,
            card.source,
            "<br>".join(card.bad),
            "<br>".join(card.good),
        )
        yield f"| {' | '.join(cell.replace('|', '&#124;').replace(chr(10), ' ⏎ ') for cell in cells)} |"


def _text() -> str:
    knowledge = load_knowledge([], Diagnostics())
    assert knowledge is not None
    listed = sorted(cards(knowledge, relations=False), key=lambda card: card.code)
    lines = [_HEAD]
    for topic in ("数字", "结构和要素", "文字", "排版校正", "提法", "版面"):
        lines += [f"## {topic}", "", *_table([card for card in listed if card.topic == topic]), ""]
    return "\n".join([*lines, *_missed()])


def _missed() -> Iterator[str]:
    """The defects that were injected and aren't found, by kind, with the reasons (`tests/checking/defects*.yaml`)."""
    lists = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in DEFECTS]
    every = [(kind, each) for defects in lists for kind, named in defects.items() for each in named]
    missed = [(kind, each) for kind, each in every if each.get("漏")]
    yield from ("## 注入而没有发现的毛病", "")
    yield (
        f"先列毛病、后看规则，一次注入一处，共{len(every)}处，有{len(missed)}处查不出。其中第二份192处，第一次检查指对地方的"
        "有105处，其余是照着补了规则以后查出的，所以遇到没有列过的毛病，不能指望有这么高。"
    )
    yield ""
    yield "查不出的："
    yield ""
    yield from (f"- {kind}：{each['名']}（{each['漏']}）" for kind, each in missed)
    yield ""


def test_the_list_is_fresh(request: pytest.FixtureRequest) -> None:
    """Made from the rules; `pytest --update-golden` writes it again."""
    text = _text()
    if request.config.getoption("--update-golden"):
        FILE.write_text(text, encoding="utf-8")

    assert FILE.read_text(encoding="utf-8") == text
