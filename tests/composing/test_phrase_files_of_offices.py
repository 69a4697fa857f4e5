"""A clerk's slip in an own phrase file is told in Chinese, at the file of the office, with the shape it should have."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import report, see
from support.inputs import write

from generator.composing.environment import make_environment, render
from generator.composing.fault_words import SHAPE, in_chinese
from generator.composing.phrasing import HELPERS
from generator.diagnostics import Diagnostic

BODY = "指标:\n  学法: {会前学法: 4, 部数: 14}\n正文: ['{{ 学法 }}']\n"
IMPORT = '{% import "内置/phrases/学法.j2" as 自带 %}\n'
FILE = "本县/templates/phrases/学法.j2"


def _found(folder: Path, files: dict[str, str], body: str = BODY) -> Diagnostic:
    """What is found first about the templates, with an office that has these files."""
    for name, text in files.items():
        file = folder / "本县" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    seen = see(folder, report("  - {名称: 稿}", body=body), (folder / "本县",))
    return next(each for each in seen.found if each.code.startswith("TMPL"))


def _macro(body: str) -> str:
    return f"{{% macro 默认(题, 境) %}}\n{body}\n{{% endmacro %}}"


SLIPS = {
    "text without a macro": ("常务会议学法{{ 会前学法 }}次。", "TMPL004", 1, "没有定义的“会前学法”", SHAPE),
    "no arguments": ("{% macro 默认() %}学法。{% endmacro %}", "TMPL009", None, "应当有两个参数：题、境", SHAPE),
    "shipped macro without arguments": (IMPORT + "{{ 自带.默认() }}", "TMPL004", 2, "没有给“", "自带.默认(题, 境)"),
    "and inside a macro": (IMPORT + _macro("{{ 自带.默认() }}"), "TMPL004", 3, "没有给“", "自带.默认(题, 境)"),
    "one too many": (IMPORT + _macro("{{ 自带.默认(题, 境, 题) }}"), "TMPL010", 3, "最多有2个参数", SHAPE),
    "no such macro": (IMPORT + _macro("{{ 自带.繁(题, 境) }}"), "TMPL004", 3, "没有叫“繁”的宏", SHAPE),
    "no such indicator": (_macro("{{ 句(题.次数) }}"), "TMPL004", 2, "没有叫“次数”的指标", "指标名"),
    "a figure forgotten": (_macro("{{ 句(项('学法', 题.会前学法)) }}"), "TMPL009", None, "：部数", "略(题.部数)"),
    "a figure twice": (_macro("{{ 句(题.部数, 题.部数, 略(题.会前学法)) }}"), "TMPL009", None, "不止一次", SHAPE),
}


@pytest.mark.parametrize(("text", "code", "line", "said", "shown"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_names_the_file_of_the_office(
    tmp_path: Path, text: str, code: str, line: int | None, said: str, shown: str
) -> None:
    """Also when it is noticed only in the shipped file that the office's own file calls."""
    found = _found(tmp_path, {"templates/phrases/学法.j2": text})

    assert (found.code, found.place.file, found.place.line) == (code, FILE, line)
    assert said in found.message
    assert FILE in found.remedy
    assert shown in found.remedy


def test_an_added_indicator_is_told_with_the_file_to_write(tmp_path: Path) -> None:
    """The office has no phrase file yet; what the remedy shows works when it is copied."""
    schema = "学法:\n  指标:\n    讲座: {标签: 讲座, 单位: 场, 含义: 讲座, 性质: 流量, 合并: 求和}\n"
    files = {"schemas/indicators/学法.yaml": schema}
    body = BODY.replace("14}", "14, 讲座: 3}")
    found = _found(tmp_path, files, body)

    assert found.code == "TMPL009"
    assert found.remedy.startswith(f"新建 {FILE}，写 ")
    shape = found.remedy.split("，写 ", 1)[1].split("；写出来", 1)[0]
    write(tmp_path / "本县" / "templates" / "phrases", shape.replace("前面的话", "举办法治讲座"), "学法.j2")
    seen = see(tmp_path, report("  - {名称: 稿}", body=body), (tmp_path / "本县",))
    assert "学习法律法规14部。举办法治讲座3场。" in seen.text


ENGLISH = {
    "{{ 项('甲') }}": "“项”的括号里少了“图”",
    "{{ 项('甲', 数, '', '', '', 1) }}": "“项”的括号里多了参数",
    "{{ 句('甲', 首='x') }}": "“句”没有叫“首”的参数",
    "{{ 项('甲', 前='乙') }}": "“项”的参数“前”给了两次",
    "{{ 项('甲', 数) }}": "该写数的地方（如 题.指标）写了别的",
    "{{ 句(数) }}": "该写几项的地方只有一个数，不能逐项取",
    "{{ '甲' + 数 }}": "用“+”连了文字和数字，连文字要用“~”",
    "{{ '甲'() }}": "括号前面的名称不是能调用的宏或函数",
    "{{ 项（1） }}": "有不能用的符号“（”，模板里的括号、逗号、引号要用半角",
    "{{ '甲 }}": "引号没有成对",
    "{% macro 默认(题 境) %}{% endmacro %}": "“境”前面应当有“,”",
    "{% macro 默认(题, 境) %}": "“macro”没有结束，缺“endmacro”",
    "{% if 数 %}{% endmacro %}": "“if”没有结束，就写了“endmacro”",
    "{% endmacro %}": "多了一个“endmacro”",
    "{% marco 默认(题, 境) %}": "没有“marco”这种语句",
    "{{ 句(1 }}": "这里应当是“)”，却是“}”",
    "{{ }}": "花括号里没有内容",
    "{{ 数": "花括号没有成对",
    "{{ 句(起=1, 2) }}": "括号里带名称的参数（如 起=…）要写在最后",
    "{{ 1|upper }}": "没有“upper”这种过滤或判断",
    "{{ 数 < '甲' }}": "文字和数字不能比大小",
    "{{ 1 / 0 }}": "除数是零",
    "{{ 表[9] }}": "列表里没有第9项（从0数起）",
    "{% from 'main.j2' import 默认 %}{{ 默认() }}": "“main.j2”里没有叫“默认”的宏",
    "{{ 数 ** 2 }}": "模板中不能用“**”处理文字或求幂",
    "{{ [[1]]|join }}": "join 只能连文字和数字，不能连列表",
}


@pytest.mark.parametrize(("template", "said"), ENGLISH.items(), ids=ENGLISH.values())
def test_nothing_in_english_reaches_the_clerk(tmp_path: Path, template: str, said: str) -> None:
    """The very messages of the installed Jinja and Python, so that other words of a new release are noticed."""
    (tmp_path / "main.j2").write_text("", encoding="utf-8")
    (tmp_path / "own.j2").write_text(template, encoding="utf-8")
    with pytest.raises(Exception) as caught:  # noqa: PT011 - any kind; its words are looked at
        render(make_environment([tmp_path], HELPERS), "own.j2", {"数": 3, "表": [1]})
    assert in_chinese(str(getattr(caught.value, "message", None) or caught.value)) == said


def test_unknown_english_is_not_passed_on() -> None:
    """Chinese names inside quotation marks don't make it Chinese."""
    assert in_chinese("'学法' went wrong in 项()") == "这一行的写法运行不了"
