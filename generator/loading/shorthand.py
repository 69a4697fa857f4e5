"""举措 不足 履职 安排 其他: the five parts as staff fill them in, laid out as sections of the body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from generator.loading.heads import HeadPart
from generator.loading.parts import parts
from generator.loading.problems import Problems
from generator.models.base import Input, Path
from generator.models.body import Block, ParagraphBlock, Restricted, SectionBlock, SectionData
from generator.models.outline import Item, Outline
from generator.models.report import Plan, Problem, Report

_NO_HEADINGS: Mapping[str, str] = MappingProxyType({})


def expand(
    report: Report,
    outline: Outline | None,
    problems: Problems,
    headings: Mapping[str, str] = _NO_HEADINGS,
    heads: Sequence[HeadPart] = (),
) -> tuple[Block, ...]:
    """The whole body: 正文 first, then what the shorthand holds, in the order of the outline's items.

    `headings` are the reporter's own headings of items, used instead of the outline's for a whole year. `heads` stand
    before 履职 and may give that part another heading in some versions.
    Made parts stand where the shorthand stands. In the layout 专题 the blocks of 举措 have no section around them.
    """
    _refuse_empty_sections(report, problems)
    body: list[Block] = list(report.body)
    for item in outline.事项 if outline is not None else ():
        if item.键 == "履职" and heads:
            _refuse_twice(report, item, problems, "第一责任人")
            body.extend(_head_section(report, item, part, headings) for part in heads)
            continue
        blocks = _blocks(report, item.键)
        if blocks:
            _refuse_twice(report, item, problems)
            straight = report.layout == "专题" and item.键 == "举措"
            body.extend(blocks if straight else [_item_section(report, item, blocks, headings)])
    return tuple(body)


def _blocks(report: Report, key: str) -> list[Block]:
    given: dict[str, list[Block]] = {
        "举措": report.measures,
        "不足": [_problem_section(problem) for problem in report.problems],
        "履职": report.duties,
        "安排": [_plan_section(plan) for plan in report.plans],
        "其他": report.others,
    }
    return given.get(key, [])


def _item_section(report: Report, item: Item, blocks: list[Block], headings: Mapping[str, str]) -> SectionBlock:
    wording = item.半年标题 if report.period == "上半年" else headings.get(item.名称, item.标题)
    heading = wording.replace("{年}", str(report.year)).replace("{下年}", str(report.year + 1))
    return _section({"标题": heading, "事项": [item.名称], "内容": blocks}, (item.键,))


def _head_section(report: Report, item: Item, part: HeadPart, headings: Mapping[str, str]) -> SectionBlock:
    """履职 for some of the versions: what 第一责任人 says, then the blocks of 履职."""
    section = _item_section(report, item, [*part.blocks, *report.duties], headings).section
    heading = part.heading if part.heading and item.名称 not in headings else section.heading
    kept = section.model_copy(update={"heading": heading, "not_for": list(part.not_for)})
    kept.located(("第一责任人",))
    block = SectionBlock.model_validate({"节": kept})
    block.located(kept.at)
    return block


def _problem_section(problem: Problem) -> SectionBlock:
    content = _paragraph(problem.evidence, (*problem.at, "表现"))
    data = {"标题": problem.heading, "标题式": "接排", "原因": problem.cause, "内容": content}
    return _section({**data, **_readers(problem)}, problem.at)


def _plan_section(plan: Plan) -> SectionBlock:
    return _section(
        {
            "标题": plan.heading,
            "标题式": "接排",
            **_readers(plan),
            "责任单位": plan.responsible,
            "时限": plan.deadline,
            "内容": _paragraph(plan.measure, (*plan.at, "措施")),
        },
        plan.at,
    )


def _readers(part: Restricted) -> dict[str, Any]:
    """Who may read a part, for the section that is made of it."""
    return {"只给": part.only_for, "不给": part.not_for, "不公开": part.internal}


def _paragraph(text: str, at: Path) -> list[ParagraphBlock]:
    if not text.strip():
        return []
    paragraph = ParagraphBlock.model_validate({"段": [text]})
    paragraph.located(at)
    return [paragraph]


def _section(data: dict[str, Any], at: Path) -> SectionBlock:
    """A section made of parts that have their places already."""
    section = SectionData.model_validate(data)
    section.located(at)
    block = SectionBlock.model_validate({"节": section})
    block.located(at)
    return block


def _refuse_twice(report: Report, item: Item, problems: Problems, key: str = "") -> None:
    """An item that 正文 has a section for can't be in the shorthand (under `key`) as well."""
    key = key or item.键
    for block in report.body:
        for section in _sections_within(block):
            if item.名称 in section.items:
                spot = problems.place((*section.at, "事项")).spot
                message = f"“{key}”和正文里的节（{spot}，“事项: {item.名称}”）写的是同一个事项"
                problems.error("LOAD059", (key,), message, f"留一处：并入正文的节，或删去“{key}”", at_key=True)


def _sections_within(part: Input) -> Iterator[SectionData]:
    return (inner for _, inner in parts(part) if isinstance(inner, SectionData))


def _refuse_empty_sections(report: Report, problems: Problems) -> None:
    for section in _sections_within(report):
        if not (section.heading or "").strip() and not section.content and not problems.touched(section.at):
            problems.error("LOAD058", section.at, "这一节既没有标题，也没有内容", "写上“标题”或“内容”，或删去这一节")
