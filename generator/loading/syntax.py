"""What the parser's syntax errors mean to a clerk."""

from __future__ import annotations

import yaml

from generator.loading.findings import Findings
from generator.loading.mistakes import QUOTE_TEXT, tabs

_ALIGN = "同一层的键左边要对齐；下一层比上一层多缩进两个半角空格"
_QUOTE = "整段文字用单引号括起来"
_MEANINGS = (
    (
        "could not find expected ':'",
        "这一行不成“键: 值”",
        "写成“键: 值”，冒号用半角，后面空一格；是上一行的文字就多缩进两格",
    ),
    ("mapping values are not allowed", "这里不能再有“键: 值”", f"文字里有“: ”就{_QUOTE}；是另一个键就另起一行对齐"),
    ("block sequence entries are not allowed", "列表项“- ”不能写在键的同一行", "在键的下一行写列表项，缩进两格"),
    ("found unexpected end of stream", "引号没有成对", "在文字末尾补上引号"),
    ("found unexpected document indicator", "引号没有成对，一直到“---”", "在文字末尾补上引号"),
    ("found unknown escape", "双引号里的反斜杠“\\”有特别的意思", "改用单引号，或把反斜杠写两遍"),
    (
        "did not find expected ',' or '}'",
        "花括号 { } 没有成对，或项与项之间缺半角逗号",
        "补上 } 或逗号；文字里有括号、逗号就加引号",
    ),
    (
        "did not find expected ',' or ']'",
        "方括号 [ ] 没有成对，或项与项之间缺半角逗号",
        "补上 ] 或逗号；文字里有括号、逗号就加引号",
    ),
    ("did not find expected '-'", "列表项没有对齐，或少了“- ”", "同一列表的“- ”左边要对齐"),
    ("did not find expected key", "缩进没有对齐，或者值的后面多了东西", _ALIGN),
    ("did not find expected <document start>", "文件开头的内容结束后又有内容", _ALIGN),
    ("found undefined tag handle", "以“!”开头的文字没有加引号", _QUOTE),
    ("cannot start any token", "文字不能以这个符号开头", _QUOTE),
    ("tab", "这里不能用制表符（Tab）", "改用半角空格"),
    ("directive", "“%”开头的行有特别的意思", _QUOTE),
)
_BY_CONTEXT = (
    ("tag", "以“!”开头的文字没有加引号", _QUOTE),
    ("alias", "以“*”开头的文字没有加引号", _QUOTE),
    ("anchor", "以“&”开头的文字没有加引号", _QUOTE),
    ("block scalar", "“|”或“>”后面多了东西，或下面的缩进不对", "“|”独占行末，文字从下一行开始，多缩进两格"),
)


def tell(error: yaml.YAMLError, text: str, findings: Findings) -> None:
    """Report a syntax error, unless something on its lines was reported that explains it."""
    index, cause = _where(error)
    if text.startswith("\t", index):
        tabs(text, index, findings)
        return
    lines = {findings.line_of(index), findings.line_of(cause), findings.line_of(_line_before(text, index))}
    if findings.on_lines(lines):
        return
    spot = _spot(error, index, cause)
    message, remedy = _meaning(error, text, spot)
    findings.error("LOAD020", spot, message, remedy)


def _spot(error: yaml.YAMLError, index: int, cause: int) -> int:
    """What is noticed only at its end opens where it begins: a key without a colon, a quotation, a bracket."""
    context = str(getattr(error, "context", None) or "")
    if "escape" in str(getattr(error, "problem", None)) or "next token" in context:
        return index
    late = context.startswith("while scanning") or "flow" in context or "tag" in context
    return cause if late else index


def _where(error: yaml.YAMLError) -> tuple[int, int]:
    """The indices at which the parser stopped and at which what it was reading began."""
    problem = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    index = problem.index if problem is not None else 0
    return index, context.index if context is not None else index


def _line_before(text: str, index: int) -> int:
    """An index on the last line with text before the one of `index`."""
    line_start = text.rfind("\n", 0, index) + 1
    return max(len(text[:line_start].rstrip()) - 1, 0)


def _meaning(error: yaml.YAMLError, text: str, index: int) -> tuple[str, str]:
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    if text.startswith("{%", index) or text.startswith("{%", max(index - 1, 0)):
        return "输入里的文字只能引用数据，不能用“{%”", f"删去“{{% … %}}”；{QUOTE_TEXT}"
    if text.startswith(":", index):
        return "冒号前面没有键", "写上键的名称，如“标题: ……”；以冒号开头的文字要加引号"
    for word, message, remedy in _BY_CONTEXT:
        if word in context:
            return message, remedy
    for word, message, remedy in _MEANINGS:
        if word in problem:
            return message, remedy
    return "这里不合 YAML 的写法，读不下去", f"对照示例检查这一行和上一行；{_ALIGN}"
