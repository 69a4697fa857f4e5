"""What the units wrote, put together for reading and copying (素材汇编): by task, each paragraph with whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.document.blocks import Block, Document, Heading, Headnote, Inlines, Meta, Paragraph, Section, Text, Title
from generator.document.numbering import numbered
from generator.models.collection import Collection, Material
from generator.models.knowledge import Knowledge

_KINDS: Mapping[str, str] = {
    "工作情况": "工作情况",
    "亮点做法": "亮点做法",
    "制度文件": "制度文件",
    "第一责任人": "第一责任人履职情况",
    "不足": "存在不足",
    "安排": "下一步安排",
    "上年安排": "上年承诺完成情况",
}
"""Kinds of text in this order, with their headings."""
_HEADNOTE = "（内部资料，照录各单位报来的文字，没有核对，不得公开）"
_SAID = ("文", "做法", "成效", "情况", "表现", "措施", "结果")
"""Fields that are sentences; others are named before what they say."""
_KEPT_OUT = ("任务", "佐证")
_NAME = "素材汇编"
_CLOSED = re.compile(r"[。！？；：…）”」』]$")


def materials_document(collection: Collection, knowledge: Knowledge) -> Document | None:
    """The document, numbered and ready to be written; None when no unit sent any text.

    `knowledge` holds the units that were collected from; their 简称 stand behind the paragraphs.
    """
    texts = [each for each in collection.materials if each.kind in _KINDS]
    sections = tuple(_sections(texts, collection, knowledge))
    if not sections:
        return None
    span = f"{collection.year}年上半年" if collection.period == "上半年" else f"{collection.year}年度"
    outline = knowledge.outline_for(collection.year) or knowledge.outline_near(collection.year)
    matter = outline.事由 if outline is not None else "法治政府建设"
    title = f"{span}{matter}{_NAME}"
    units = len({each.unit for each in texts})
    about = f"共{units}个单位报来{len(texts)}条文字。每段末尾括注提供单位，佐证和出处见同名的汇总表。"
    blocks: tuple[Block, ...] = (Title(_plain(title)), Headnote(_plain(_HEADNOTE)), Paragraph(_plain(about)), *sections)
    meta = Meta(
        title,
        organ="",
        year=collection.year,
        period=collection.period,
        delivery=_NAME,
        kind=_NAME,
        state="初稿",
        bookmarks=False,
        overlays=knowledge.offices,
        matter=matter,
    )
    return numbered(Document(meta, blocks))


def _sections(texts: Sequence[Material], collection: Collection, knowledge: Knowledge) -> Iterator[Section]:
    """A section for each task of the outline, its kinds of text below; then those of no task by kind."""
    outline = knowledge.outline_for(collection.year) or knowledge.outline_near(collection.year)
    known = [task.名称 for task in outline.任务] if outline is not None else []
    others = sorted({each.task for each in texts if each.task and each.task not in known})
    for task in (*known, *others):
        by_kind = list(_by_kind([each for each in texts if each.task == task], collection))
        if len(by_kind) == 1 and by_kind[0][0] == next(iter(_KINDS)):
            yield _section(task, tuple(_paragraphs(by_kind[0][1], knowledge)))
        elif by_kind:
            inner = (_section(_KINDS[kind], tuple(_paragraphs(own, knowledge))) for kind, own in by_kind)
            yield _section(task, tuple(inner))
    for kind, own in _by_kind([each for each in texts if not each.task], collection):
        yield _section(_KINDS[kind], tuple(_paragraphs(own, knowledge)))


def _by_kind(texts: Sequence[Material], collection: Collection) -> Iterator[tuple[str, list[Material]]]:
    order = {receipt.unit: number for number, receipt in enumerate(collection.receipts)}
    for kind in _KINDS:
        own = [each for each in texts if each.kind == kind]
        if own:
            yield kind, sorted(own, key=lambda each: order.get(each.unit, len(order)))


def _section(heading: str, blocks: tuple[Block, ...]) -> Section:
    return Section(Heading(_plain(heading)), blocks)


def _paragraphs(texts: Iterable[Material], knowledge: Knowledge) -> Iterator[Paragraph]:
    """The paragraphs of a text as its unit divided it; whose it is stands behind the last."""
    for each in texts:
        unit = knowledge.units.units.get(each.unit)
        whose = Text(f"（{unit.简称 if unit is not None else each.unit}）")
        lead, lines = _said(each)
        for number, line in enumerate(lines):
            first = (Text(lead, bold=True),) if lead and number == 0 else ()
            last = (whose,) if number == len(lines) - 1 else ()
            yield Paragraph((*first, *_plain(line), *last))


def _said(each: Material) -> tuple[str, list[str]]:
    """What leads in the first paragraph, and the paragraphs."""
    given = {label: text.strip() for label, text in each.fields.items() if label not in _KEPT_OUT and text.strip()}
    lead = ""
    if given and next(iter(given)) not in _SAID:
        lead = _closed(" ".join(given.pop(next(iter(given))).split()))
    said = "".join(_closed(text if label in _SAID else f"{label}：{text}") for label, text in given.items())
    lines = [line.strip() for line in said.split("\n") if line.strip()]
    return lead, lines or ([""] if lead else [])


def _closed(text: str) -> str:
    return text if _CLOSED.search(text) else f"{text}。"


def _plain(text: str) -> Inlines:
    return (Text(text),) if text else ()
