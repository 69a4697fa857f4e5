"""What Jinja and Python say in English when a template goes wrong, in the words of a clerk who writes phrase files."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.patterns import compile_later

SHAPE = "{% macro 默认(题, 境) %}……{% endmacro %}"

_SAID = (
    (r"parameter '(.+?)' was not provided", "调用宏的时候没有给“{0}”"),
    (r"the template '(.+?)' .*does not export the requested name '(.+?)'", "“{0}”里没有叫“{1}”的宏"),
    (r"'jinja2\..*' has no attribute '(.+?)'", "引用的文件里没有叫“{0}”的宏"),
    (r"'.*TopicView.*' has no attribute '(.+?)'", "这个主题没有叫“{0}”的指标或声明"),
    (r"'None' has no attribute '(.+?)'", "“.{0}”前面的内容是空的"),
    (
        r"^'(?:int|str|float|bool|list|tuple|Markup|Piece)' object has no attribute",
        "该写数的地方（如 题.指标）写了别的",
    ),
    (r"has no attribute '(.+?)'", "不存在的属性“{0}”"),
    (r"has no element (.+)", "列表里没有第{0}项（从0数起）"),
    (r"'(.+?)' is undefined", "没有定义的“{0}”"),
    (r"macro '(.+?)' takes not more than (\d+) argument", "宏“{0}”最多有{1}个参数，给得多了"),
    (r"macro '(.+?)' takes no keyword argument '(.+?)'", "宏“{0}”没有叫“{1}”的参数"),
    (r"(?:\w+\.)*(\w+)\(\) missing \d+ required positional arguments?: '(.+?)'", "“{0}”的括号里少了“{1}”"),
    (r"(?:\w+\.)*(\w+)\(\) takes .*positional arguments? but \d+ w", "“{0}”的括号里多了参数"),
    (r"(?:\w+\.)*(\w+)\(\) got an unexpected keyword argument '(.+?)'", "“{0}”没有叫“{1}”的参数"),
    (r"(?:\w+\.)*(\w+)\(\) got multiple values for argument '(.+?)'", "“{0}”的参数“{1}”给了两次"),
    (r"not iterable", "该写几项的地方只有一个数，不能逐项取"),
    (r"not callable", "括号前面的名称不是能调用的宏或函数"),
    (r"can only concatenate|unsupported operand", "用“+”连了文字和数字，连文字要用“~”"),
    (r"not supported between", "文字和数字不能比大小"),
    (r"division by zero", "除数是零"),
    (r"unexpected char [\"']['\"][\"']", "引号没有成对"),
    (r"unexpected char [\"'](.)[\"']", "有不能用的符号“{0}”，模板里的括号、逗号、引号要用半角"),
    (r"Encountered unknown tag '(.+?)'. .*needs to be closed is '(.+?)'", "“{1}”没有结束，就写了“{0}”"),
    (r"Encountered unknown tag '(end.+?)'", "多了一个“{0}”"),
    (r"Encountered unknown tag '(.+?)'", "没有“{0}”这种语句"),
    (r"Unexpected end of template.*needs to be closed is '(.+?)'", "“{0}”没有结束，缺“end{0}”"),
    (r"end of template, expected", "花括号没有成对"),
    (r"unexpected '(.+?)', expected '(.+?)'", "这里应当是“{1}”，却是“{0}”"),
    (r"expected token '(.+?)', got '(.+?)'", "“{1}”前面应当有“{0}”"),
    (r"Expected an expression", "花括号里没有内容"),
    (r"No (filter|test) named '(.+?)'", "没有“{1}”这种过滤或判断"),
    (r"function call expression", "括号里带名称的参数（如 起=…）要写在最后"),
)
_QUOTED = compile_later(r"'[^']*'|\"[^\"]*\"|\b\w+\(\)")
_CHINESE = compile_later(r"[\u4e00-\u9fff]")


def in_chinese(text: str) -> str:
    """What a message of Jinja or Python means; what the program says itself is Chinese already and stays."""
    if _CHINESE.search(_QUOTED.sub("", text)):
        return text
    for pattern, words in _SAID:
        if match := re.search(pattern, text, re.DOTALL):
            return words.format(*match.groups())
    return "这一行的写法运行不了"


def undefined(error: BaseException) -> str:
    """What a template used that isn't there."""
    said = in_chinese(str(error))
    return (
        said
        if said.startswith("调用宏")
        else f"模板中用了{said}"
        if said.startswith(("没有定义", "不存在"))
        else f"模板有误：{said}"
    )


def is_missing_argument(error: BaseException) -> bool:
    """Whether a macro was called without one of its arguments: the fault is the caller's, not the macro's."""
    return "was not provided" in str(error)


def phrase_remedy(file: str, error: BaseException) -> str:
    """What to do in an office's phrase file that runs into an error."""
    text = str(error)
    if is_missing_argument(error):
        return f"改正 {file}：调用宏要写全括号里的参数，如 自带.默认(题, 境)；句子写在 {SHAPE} 里面"
    if "TopicView" in text:
        return f"改正 {file}：“题.”后面只能写这个主题的指标名，一个字也不能差"
    return f'改正 {file}：句子写在 {SHAPE} 里面，数写成“题.指标名”，如 {{{{ 句(项("开展活动", 题.活动)) }}}}'


def shape_remedy(file: str) -> str:
    """What to do about a macro that doesn't take 题 and 境."""
    return f"在 {file} 里，第一行写 {{% macro 默认(题, 境) %}}，末一行写 {{% endmacro %}}，合起来是 {SHAPE}"


def missing_remedy(file: str, topic: str, indicators: Iterable[str], *, own: bool) -> str:
    """What to do about given figures that the sentence doesn't account for."""
    first = next(iter(indicators))
    ways = f'写出来用 项("前面的话", 题.{first})，别的话已经说明的用 含(题.{first})，不写的用 略(题.{first})'
    if own:
        return f"在 {file} 的 {SHAPE} 里交代：{ways}"
    template = (
        f'{{% import "内置/phrases/{topic}.j2" as 自带 %}}{{% macro 默认(题, 境) %}}'
        f'{{{{ 自带.默认(题, 境) }}}}{{{{ 句(项("前面的话", 题.{first})) }}}}{{% endmacro %}}'
    )
    return f"新建 {file}，写 {template}；{ways}"


def twice_remedy(file: str) -> str:
    return f"改正 {file}：每个数在 {SHAPE} 里只交代一次，写出来的就不再写 含、略"
