"""`fazhi trace`: where a figure comes from, and where it stands in each version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.document.blocks import Annex, Block, Document, Figure, Inlines, Section, WordBreak, plain, runs
from generator.models.base import Path as InputPath
from generator.models.values import IndicatorValue, OtherDatum
from generator.workflows.chain import Chain, Examined
from generator.workflows.chains import Chains
from generator.workflows.trace_units import collected_lines

_ROLE = {"印": "写明", "含": "隐含", "略": "未写"}
_SENTENCE_ENDS = "。！？；"
_NOT_YET = "用在：这份输入还有错误（fazhi check 逐条列出），改好才知道写在哪里"


def trace(reference: str, file: Path, offices: Sequence[Path] = ()) -> tuple[list[str], Diagnostics]:
    """Lines in Chinese that say where `主题.指标` was given and where it is used; findings when it can't be told.

    The two are told from each other where they are given the other way round.
    """
    diagnostics = Diagnostics()
    if not file.exists() and Path(reference).is_file():
        reference, file = str(file), Path(reference)
    reference = reference.strip().replace("。", ".").replace("．", ".")
    chain = Chains(offices, diagnostics).of(file)
    examined = chain.examine(file, diagnostics) if chain is not None else None
    if chain is None or examined is None:
        return [], diagnostics
    given = _given(reference, examined)
    told = Diagnostics(overlays=diagnostics.overlays)
    collected = collected_lines(reference, given[0].value, file, chain.known, told) if given is not None else []
    if diagnostics.blocks_building():
        if given is None or not collected:
            return [], diagnostics
        return [_head(reference, chain), *_source(*given, examined), *collected, _NOT_YET], told
    if given is None:
        return [], _unknown(reference, examined, chain)
    uses = [line for document in examined.documents for line in _uses(reference, document)]
    lines = [_head(reference, chain), *_source(*given, examined), *collected, "用在："]
    return lines + (uses or ["  没有写进任何版本"]), told


def _given(reference: str, examined: Examined) -> tuple[IndicatorValue | OtherDatum, InputPath] | None:
    """The value behind a reference, and its path in the input."""
    parts = reference.split(".")
    match parts:
        case ["其他数据", name]:
            return next(((d, d.at) for d in examined.report.other_data if d.name == name), None)
        case ["上年", topic, indicator]:
            value = examined.report.last_year.topic(topic).values.get(indicator)
        case [topic, indicator]:
            value = examined.report.indicators.topic(topic).values.get(indicator)
        case _:
            return None
    return (value, value.at) if value is not None else None


def _unknown(reference: str, examined: Examined, chain: Chain) -> Diagnostics:
    diagnostics = Diagnostics()
    place = Place(examined.loaded.source.file)
    catalogue = chain.known.catalogue.topics
    topic = reference.removeprefix("上年.")
    if topic in catalogue:
        diagnostics.error("LOAD047", place, f"“{topic}”是主题，不是一个数字", _of_topic(reference, examined))
        return diagnostics
    names = [f"{topic}.{name}" for topic, entry in catalogue.items() for name in entry.指标]
    names += [f"上年.{name}" for name in names]
    names += [f"其他数据.{datum.name}" for datum in examined.report.other_data]
    if reference in names:
        diagnostics.error(
            "LOAD047",
            place,
            f"这份输入没有填“{reference}”",
            f"在“{'上年' if reference.startswith('上年.') else '指标'}”的这个主题下填写后再查",
        )
        return diagnostics
    near = get_close_matches(reference, names, n=3, cutoff=0.4)
    remedy = f"是不是：{'、'.join(near)}？" if near else "写成 主题.指标，如 行政复议.收到；也可写 其他数据.名称"
    diagnostics.error("LOAD047", place, f"没有叫“{reference}”的数字", remedy)
    return diagnostics


def _of_topic(reference: str, examined: Examined) -> str:
    """Which figures of a topic can be asked for."""
    topic, former = reference.removeprefix("上年."), reference.startswith("上年.")
    figures = examined.report.last_year if former else examined.report.indicators
    given = [f"{reference}.{name}" for name, value in figures.topic(topic).values.items() if value.given]
    filled = (
        f"这份输入里填了：{'、'.join(given)}"
        if given
        else f"这份输入的“{'上年' if former else '指标'}”里没有填这个主题"
    )
    return f"要写 主题.指标；{filled}"


def _head(reference: str, chain: Chain) -> str:
    topic, _, name = reference.removeprefix("上年.").partition(".")
    indicator = chain.known.catalogue.indicator(topic, name)
    if indicator is None:
        return reference
    unit = f"，单位：{indicator.单位}" if indicator.单位 else ""
    return f"{reference}（{indicator.标签}{unit}）"


def _source(value: IndicatorValue | OtherDatum, at: InputPath, examined: Examined) -> Iterator[str]:
    shown = value.value.typed if value.value is not None else "（空）"
    yield f"填报：{shown}  {examined.loaded.source.place(at).in_words()}"
    if isinstance(value, IndicatorValue):
        notes = [("口径", value.base), ("范围", value.scope), ("不适用", value.not_applicable)]
    else:
        notes = [("单位", value.unit)]
    notes += [("截至", str(value.as_of) if value.as_of else None), ("依据", value.evidence), ("备注", value.remark)]
    for label, text in notes:
        if text:
            yield f"{label}：{text}"


def _uses(reference: str, document: Document) -> Iterator[str]:
    for numbers, block in _numbered(document.blocks, ""):
        for inlines in runs(block):
            for sentence, figure in _sentences(inlines, reference):
                where = numbers or "正文"
                role = _ROLE[figure.role] if not figure.by else f"推算（{figure.by}）"
                template = f"  {block.origin.template}" if block.origin.template and not block.origin.path else ""
                yield f"  {document.meta.delivery}  {where}  {role}：{sentence}{template}"


def _numbered(blocks: tuple[Block, ...], numbers: str) -> Iterator[tuple[str, Block]]:
    """Every block with the numbers of the sections it stands in."""
    for block in blocks:
        if isinstance(block, Section):
            inside = numbers + block.number
            yield inside, block
            yield from _numbered(block.blocks, inside)
        elif isinstance(block, Annex):
            inside = f"附件{block.number or ''}"
            yield inside, block
            yield from _numbered(block.blocks, inside)
        else:
            yield numbers, block


def _sentences(inlines: Inlines, reference: str) -> Iterator[tuple[str, Figure]]:
    text, position = plain(inlines), 0
    for part in inlines:
        if isinstance(part, Figure) and part.ref == reference:
            yield _around(text, position), part
        position += 0 if isinstance(part, WordBreak) else len(part.text)


def _around(text: str, position: int) -> str:
    """The sentence that holds a position."""
    start = max(text.rfind(mark, 0, position) for mark in _SENTENCE_ENDS) + 1
    ends = [end for mark in _SENTENCE_ENDS if (end := text.find(mark, position)) >= 0]
    return text[start : min(ends) + 1 if ends else len(text)].strip()
