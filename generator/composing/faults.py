"""What goes wrong while templates run, as findings that name the template's file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from generator.composing import fault_words as words
from generator.composing.environment import MAX_TEXT, TooMuchText
from generator.composing.limits import TimeIsUp
from generator.composing.markup import MarkupFault
from generator.diagnostics import Diagnostics, Place
from generator.records import dataclass

MAX_SECONDS = 10.0
"""How long the templates of one version may run."""


class PhraseFault(Exception):  # noqa: N818 - as the other faults of templates
    """A phrase macro broke its promise, for instance that every given figure is accounted for.

    `remedy` says what to do in a file; `topic` and `missing` are set when figures aren't accounted for.
    """

    def __init__(
        self,
        message: str,
        template: str,
        remedy: Callable[[str], str] = words.shape_remedy,
        *,
        topic: str = "",
        missing: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.template = template
        self.remedy = remedy
        self.topic = topic
        self.missing = missing


class TemplatePlaces:
    """Turns `template:line` stamps and tracebacks into places in template files."""

    def __init__(self, folders: tuple[Path, ...], offices: tuple[str, ...] = ()) -> None:
        self._folders = tuple(folder.resolve() for folder in folders)
        self._top = Path(offices[-1]).name if offices else "自己的资料夹"

    def of_stamp(self, stamp: str) -> Place:
        name, _, line = stamp.rpartition(":")
        return Place(self._shown(name), int(line) if line.isdigit() else None)

    def of_file(self, file: str | None, line: int | None) -> Place:
        return Place(self._shown(file or "模板"), line)

    def of_error(self, error: BaseException) -> Place:
        """The innermost line of an office's template in a traceback, else of a shipped one.

        A macro that lacks an argument is no fault of its own: the place is where it was called.
        """
        steps: list[tuple[str | None, int]] = []
        step: TracebackType | None = error.__traceback__
        while step is not None:
            template = step.tb_frame.f_globals.get("__jinja_template__")
            if template is not None:
                steps.append((template.filename, template.get_corresponding_lineno(step.tb_lineno)))
            step = step.tb_next
        if words.is_missing_argument(error) and len(steps) > 1:
            steps.pop()
        own = [each for each in steps if not self._is_shipped(each[0])]
        return self.of_file(*(own or steps)[-1]) if steps else Place("模板")

    def office_file(self, name: str) -> str:
        """A template as the office on top names it, whether or not that office has it yet."""
        return f"{self._top}/templates/{name}"

    def is_own(self, name: str) -> bool:
        """Whether an office has written the template."""
        return any((folder / name).is_file() for folder in self._folders[:-1])

    def _is_shipped(self, file: str | None) -> bool:
        return file is not None and Path(file).is_relative_to(self._folders[-1])

    def _shown(self, name: str) -> str:
        """`templates/…` for shipped templates, with the office folder's name for an office's."""
        file = Path(name)
        if not file.is_absolute():
            file = next((f / name for f in self._folders if (f / name).is_file()), file)
        for folder in self._folders:
            if file.is_absolute() and file.is_relative_to(folder):
                shown = Path(folder.name, file.relative_to(folder))
                return str(shown if folder == self._folders[-1] else Path(folder.parent.name, shown))
        return name


@dataclass(frozen=True, slots=True)
class _Explained:
    """How a kind of exception is told: a code, a message made from the exception, a remedy."""

    kinds: tuple[type[Exception], ...]
    code: str
    message: Callable[[Any], str]
    remedy: str


_EXPLAINED = (
    _Explained(
        (TemplateNotFound,),
        "TMPL002",
        lambda e: f"找不到模板“{e.name}”",
        "检查文件名；叠加了自己的资料的，检查那个文件夹里有没有它",
    ),
    _Explained(
        (TemplateSyntaxError,), "TMPL003", lambda e: f"模板语法有误：{words.in_chinese(e.message)}", "改正这一行模板"
    ),
    _Explained((UndefinedError,), "TMPL004", words.undefined, "检查名称是否写错，或先判断它是否存在"),
    _Explained((TimeIsUp,), "TMPL005", lambda _: f"模板运行超过{MAX_SECONDS:g}秒，已停止", "检查模板中的循环"),
    _Explained(
        (TooMuchText, OverflowError),
        "TMPL006",
        lambda _: f"模板生成的内容过多（超过{MAX_TEXT}字）",
        "检查模板中的循环和拼接",
    ),
    _Explained((RecursionError,), "TMPL007", lambda _: "模板互相调用没有尽头", "检查宏是否调用了自己"),
    _Explained((SecurityError,), "TMPL008", lambda _: "模板用了不允许的功能", "模板中只能读取数据、判断、循环"),
    _Explained((PhraseFault,), "TMPL009", str, "改正这个主题的句式模板"),
    _Explained(
        (SyntaxError, UnicodeError), "TMPL003", lambda _: "模板写得过于复杂，或者有不能用的字符", "简化或者改正模板"
    ),
    _Explained((MemoryError,), "TMPL006", lambda _: "模板生成的内容占满了内存", "检查模板中的循环和拼接"),
    _Explained((TemplateError,), "TMPL010", lambda e: f"模板运行出错：{words.in_chinese(str(e))}", "改正这一行模板"),
)
_IN_TEMPLATE = _Explained(
    (Exception,), "TMPL010", lambda e: f"模板运行出错：{words.in_chinese(str(e))}", "改正这一行模板"
)


def report_fault(error: Exception, places: TemplatePlaces, diagnostics: Diagnostics) -> None:
    """Add the finding for anything a template can raise. What isn't a template's fault is raised again."""
    if isinstance(error, MarkupFault):
        for fault in error.faults:
            message = f"模板生成的内容有误：{fault.message}"
            diagnostics.error("TMPL001", places.of_stamp(fault.stamp), message, "改正这一行模板")
        return
    place = _place(error, places)
    explained = next((entry for entry in _EXPLAINED if isinstance(error, entry.kinds)), None)
    if explained is None and place.line is None:
        raise error
    told = explained or _IN_TEMPLATE
    diagnostics.error(told.code, place, told.message(error), _remedy(error, place, places) or told.remedy)


def _remedy(error: Exception, place: Place, places: TemplatePlaces) -> str:
    """For phrase files, which offices write themselves: the file and how it should look. Else nothing."""
    if isinstance(error, PhraseFault):
        if not error.missing:
            return error.remedy(place.file)
        own = places.is_own(error.template)
        file = place.file if own else places.office_file(error.template)
        return words.missing_remedy(file, error.topic, error.missing, own=own)
    if "/phrases/" in place.file and isinstance(error, UndefinedError | TypeError | AttributeError):
        return words.phrase_remedy(place.file, error)
    return ""


def _place(error: Exception, places: TemplatePlaces) -> Place:
    match error:
        case TemplateSyntaxError():
            return places.of_file(error.filename or error.name, error.lineno)
        case PhraseFault():
            return places.of_file(error.template, None)
        case TooMuchText(file=str(file)):
            return places.of_file(file, None)
        case _:
            return places.of_error(error)
