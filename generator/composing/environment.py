"""The Jinja environment of the templates: sandboxed, bounded, strict about what is undefined, aware of its files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, cast

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_eval_context,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.filters import FILTERS, do_join
from jinja2.loaders import split_template_path
from jinja2.nodes import EvalContext
from jinja2.runtime import markup_join
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from generator.composing.bytecode import kept_bytecode
from generator.patterns import compile_later

SHIPPED = "内置/"
"""Prefix by which an office's template imports the shipped one it replaces."""

MAX_TEXT = 10_000_000
"""Characters one text of a template may have: room for the largest input that is read."""

MAX_WORK = 100_000_000
"""Characters that all joining and adding of one version may make together."""

_MAX_NUMBER = 10**18

MAX_TEMPLATE = 1_000_000
_FILTERS = (
    "default",
    "first",
    "join",
    "last",
    "length",
    "list",
    "map",
    "reject",
    "select",
    "selectattr",
    "sort",
    "trim",
)
_TEXT_METHODS = frozenset({"strip", "startswith", "endswith"})
_TAG = compile_later(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<([a-z]+)(?=[\s/>])", re.DOTALL)


class TooMuchText(Exception):  # noqa: N818 - named for what happened, as a template author reads it
    """A template makes more text than any report can hold; `file` is known when the whole of it does."""

    def __init__(self, file: str | None = None) -> None:
        super().__init__()
        self.file = file


class TemplateFolders(BaseLoader):
    """Looks a template up in the offices' folders, the last office first, and in the shipped folder at the end."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folder.resolve() for folder in folders)

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja's own signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        shipped = template.startswith(SHIPPED)
        parts = split_template_path(template.removeprefix(SHIPPED))
        for folder in self.folders[-1:] if shipped else self.folders:
            file = folder.joinpath(*parts).resolve()
            if file.is_relative_to(folder) and file.is_file() and file.stat().st_size <= MAX_TEMPLATE:
                return _text_of(file, template), str(file), lambda: True
        raise TemplateNotFound(template)


def _text_of(file: Path, name: str) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise TemplateSyntaxError("文件不是 UTF-8 编码，请另存为 UTF-8", line, name, str(file)) from None


class StampTags(Extension):
    """Gives every start tag written in a template the attribute `t="template:line"`, so that a fault has a place."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's own signature
        position, line = 0, 1

        def stamp(match: re.Match[str]) -> str:
            nonlocal position, line
            line += source.count("\n", position, match.start())
            position = match.start()
            return f'{match[0]} t="{name}:{line}"' if match[1] else match[0]

        return _TAG.sub(stamp, source)


class _BoundedCode(CodeGenerator):
    """Compiles `~` to a concatenation that is held to `MAX_TEXT`."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.concatenated((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class TemplateEnvironment(SandboxedEnvironment):
    """What templates may use is what is listed here: a few filters, three text methods, no multiplied strings.

    Whatever makes text is counted, so that neither one giant text nor many large ones can fill the memory.
    """

    code_generator_class = _BoundedCode
    intercepted_binops = frozenset({"*", "**", "%", "+"})
    made = 0

    def concat(self, parts: Iterable[str]) -> str:
        """Joins what a template, a macro or a block set has rendered."""
        pieces = list(parts)
        self.count(sum(len(piece) for piece in pieces))
        return "".join(pieces)

    def concatenated(self, parts: Iterable[Any]) -> str:
        text: str = markup_join(parts)
        self.count(len(text))
        return text

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or (operator in "*%" and not _numbers(left, right)):
            raise TypeError(f"模板中不能用“{operator}”处理文字或求幂")
        value = super().call_binop(context, operator, left, right)
        if isinstance(value, int) and abs(value) > _MAX_NUMBER:
            raise OverflowError("模板中的数太大")
        if isinstance(value, str | list | tuple):
            self.count(len(value))
        return value

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Views are what templates read most, and hold nothing of what Jinja looks for in other things."""
        if attribute[:1] != "_" and hasattr(type(obj), "__dataclass_fields__"):
            with suppress(AttributeError):
                return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str):
            return attr in _TEXT_METHODS
        if is_dataclass(obj) and not isinstance(obj, type):
            return not attr.startswith("_")  # Jinja would look through the kinds of things that it guards, in vain
        return super().is_safe_attribute(obj, attr, value)

    def count(self, size: int) -> None:
        """Account for a text or list of `size`. Raises `TooMuchText`."""
        self.made += size
        if size > MAX_TEXT or self.made > MAX_WORK:
            raise TooMuchText


def _numbers(*values: object) -> bool:
    return all(isinstance(value, int | float) for value in values)


def _no_nothing(value: Any) -> Any:
    """Jinja prints None as a word and lists as Python writes them; in a report that is never meant."""
    if value is None:
        raise TypeError("这里要输出的内容是空的（None），应先用 if 判断")
    if isinstance(value, list | tuple | dict):
        raise TypeError("这里要输出的是一个列表，应当用 for 逐项输出，或者用 join 连起来")
    return value


def make_environment(folders: Iterable[Path], helpers: Mapping[str, Any]) -> TemplateEnvironment:
    """An environment over the template folders; `helpers` are the functions the phrases are written with."""
    environment = TemplateEnvironment(
        loader=TemplateFolders(folders),
        extensions=[StampTags],
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_no_nothing,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=400,
        bytecode_cache=kept_bytecode(),
    )
    environment.filters = {name: FILTERS[name] for name in _FILTERS} | {"join": _bounded_join}
    environment.globals = {"range": _short_range, "namespace": environment.globals["namespace"], **helpers}
    return environment


@pass_eval_context
def _bounded_join(eval_ctx: EvalContext, value: Iterable[Any], d: str = "", attribute: str | None = None) -> str:
    parts = list(value)
    if any(isinstance(part, list | tuple | dict) for part in parts):
        raise TypeError("join 只能连文字和数字，不能连列表")
    size = sum(len(part) for part in parts if isinstance(part, str))
    cast("TemplateEnvironment", eval_ctx.environment).count(size + len(parts) * len(d))
    text: str = do_join(eval_ctx, parts, d, attribute)
    return text


def _short_range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > 1000:  # noqa: PLR2004 - no report counts further
        raise OverflowError("range 最多 1000 个数")
    return numbers


def render(environment: TemplateEnvironment, name: str, variables: Mapping[str, Any]) -> Markup:
    """Render a template, at most `MAX_TEXT` characters of it."""
    environment.made = 0
    template = environment.get_template(name)
    context = template.new_context(dict(variables))
    pieces, size = [], 0
    for piece in template.root_render_func(context):
        size += len(piece)
        if size > MAX_TEXT:
            raise TooMuchText(template.filename)
        pieces.append(piece)
    return Markup("".join(pieces))  # noqa: S704 - autoescape has escaped every value on its way in
