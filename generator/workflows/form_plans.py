"""What stands on a form: chosen by catalogue and outline, filled in from last year's or this year's report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from generator.models.base import Input
from generator.models.body_rows import READERS
from generator.models.catalogue import Topic
from generator.models.delivery import Period
from generator.models.form_fields import Field, blocks_of, fields_of, records_of
from generator.models.form_plan import BodySheet, Chapter, Form, RecordSheet, ValueSheet
from generator.models.knowledge import Knowledge
from generator.models.outline import Outline
from generator.models.promise import Promise
from generator.models.provenance import Provenance
from generator.models.quantity import Quantity
from generator.models.report import Plan, Report
from generator.models.submission import Signing, Submission
from generator.models.units import Unit, Units
from generator.models.values import Figures, IndicatorValue, TopicFigures

_OTHER_TOPICS = "其他指标"
_RECORD_TITLES: Mapping[str, tuple[str, str]] = {
    "其他数据": ("其他数据", "表里没有、但要写进报告的数字"),
    "工作情况": ("工作情况", "按任务写本年做的工作和结果，一行一项任务，供写报告正文用；不写姓名，不照抄文件"),
    "亮点做法": ("亮点做法", "一行一个，做法200字以内；不写姓名，不写“首创”“第一”等无法核实的话"),
    "制度文件": ("制度文件", "本年制定或者修订的法治建设方面的文件，一行一件"),
    "第一责任人": ("第一责任人履职", "本单位主要负责人履行推进法治建设第一责任人职责的情况，不写姓名"),
    "不足": ("存在不足", "每个问题写明表现和原因"),
    "安排": ("下年安排", "每项写明怎么做、做到什么程度、何时完成"),
    "上年安排": ("上年承诺", "上年报告里写的安排，今年完成得怎样"),
    "报送": ("报送版本", "一行一个版本；不填则只出送审稿"),
    "附件": ("附件", "一行一个附件，内容写在“附件1”“附件2”……表里"),
    "豁免": ("豁免", "看过、可以这样的疑点，写明理由"),
}
_BODY_TITLES = {"正文": "正文", "举措": "举措成效", "履职": "第一责任人", "其他": "其他情况"}


@dataclass(frozen=True)
class Basis:
    """What all forms of one run share. `report` is this year's or last year's, as `filled` says.

    `sources` are what each unit gave for last year's report, when it was collected.
    """

    knowledge: Knowledge
    year: int
    period: Period
    report: Report | None = None
    filled: bool = False
    due: date | None = None
    contact: str = ""
    sources: Provenance | None = None

    @property
    def outline(self) -> Outline | None:
        named = self.report.outline if self.report is not None and self.filled else None
        known = self.knowledge
        return known.outlines.get(named or "") or known.outline_for(self.year) or known.outline_near(self.year)

    @property
    def last_day(self) -> date:
        return date(self.year, 6, 30) if self.period == "上半年" else date(self.year, 12, 31)


def unit_form(basis: Basis, name: str, topics: Sequence[str], units: Units) -> Form:
    """The form of one unit."""
    unit = units.units.get(name)
    signing = tuple(fields_of(Signing, ("填报",)))
    cover = ValueSheet("填报说明", signing, {"填报.数据截止日": basis.last_day})
    topics_known = basis.knowledge.catalogue.topics
    last = _own_figures(basis, topics_known, name, topics, units) if basis.report is not None else Figures()
    return Form(
        "表单",
        basis.year,
        basis.period,
        name,
        basis.knowledge.catalogue,
        chapters(basis, topics),
        cover,
        records=_records(Submission, {"上年安排": _promises(basis.report, unit, name)}),
        last_year=last,
        overlays=basis.knowledge.offices,
        choices={"任务": _tasks(basis)},
        due=basis.due,
        contact=basis.contact,
        note=unit.说明 if unit is not None else "",
    )


def report_form(basis: Basis, topics: Sequence[str]) -> Form:
    """The workbook of a whole report: blank, with last year's figures, or filled."""
    report = basis.report if basis.filled else None
    last = (
        report.last_year if report is not None else basis.report.indicators if basis.report is not None else Figures()
    )
    subject = basis.report.subject.short_name if basis.report is not None else ""
    return Form(
        "报告",
        basis.year,
        basis.period,
        subject,
        basis.knowledge.catalogue,
        chapters(basis, topics),
        ValueSheet("封面", (), {}),
        values=(_basics(basis, report),),
        records=_records(Report, _given_records(report)),
        bodies=tuple(_bodies(report)),
        figures=report.indicators if report is not None else Figures(),
        last_year=last,
        overlays=basis.knowledge.offices,
        choices=_choices(basis, report),
        due=basis.due,
        contact=basis.contact,
    )


def chapters(basis: Basis, topics: Sequence[str]) -> tuple[Chapter, ...]:
    """The topics under the outline's tasks; those of no task come last."""
    known = {name: basis.knowledge.catalogue.topics[name] for name in topics}
    result = []
    for task in basis.outline.任务 if basis.outline is not None else ():
        listed = [name for name in task.主题 if name in known]
        also = [name for name, topic in known.items() if topic.任务 == task.名称 and name not in listed]
        own = _taken(known, (*listed, *also))
        if own:
            result.append(Chapter(task.名称, own))
    if known:
        result.append(Chapter(_OTHER_TOPICS, tuple(known.values())))
    return tuple(result)


def _taken(known: dict[str, Topic], names: Iterable[str]) -> tuple[Topic, ...]:
    """Each topic belongs to the first task that names it."""
    return tuple(known.pop(name) for name in names if name in known)


def _own_figures(basis: Basis, known: Mapping[str, Topic], name: str, topics: Sequence[str], units: Units) -> Figures:
    """Last year's figures of one unit: the county's where it is the source of them, else what it gave itself.

    A sum over units says nothing of one of them; what nobody collected is left to the unit to fill in.
    """
    report = basis.report
    found = {}
    for topic in topics:
        given = report.indicators.topic(topic).values if report is not None else {}
        county = {figure: value for figure, value in given.items() if _is_source(units, name, known[topic], figure)}
        own = _given_itself(basis.sources, name, known[topic]) | county
        if own:
            found[topic] = TopicFigures(own)
    return Figures(found)


def _given_itself(sources: Provenance | None, name: str, topic: Topic) -> dict[str, IndicatorValue]:
    """What a unit gave last year for the figures of a topic, whether or not it counted."""
    found = {}
    for figure in topic.指标 if sources is not None else ():
        entry = sources.figures.get(f"{topic.名称}.{figure}") if sources is not None else None
        typed = next((part.value for part in entry.parts if part.unit == name), "") if entry is not None else ""
        with suppress(ValueError):
            found[figure] = IndicatorValue(value=Quantity.parse(typed))
    return found


def _is_source(units: Units, name: str, topic: Topic, figure: str) -> bool:
    source = units.county_source_of(topic, figure) if figure in topic.指标 else None
    return source is not None and source.名称 == name


def _promises(report: Report | None, unit: Unit | None, name: str) -> tuple[Input, ...]:
    """What last year's report planned for this unit."""
    names = {name, unit.简称} if unit is not None else {name}
    plans = report.plans if report is not None else []
    return tuple(Promise(item=_promised(plan)) for plan in plans if names & set(plan.responsible))


def _promised(plan: Plan) -> str:
    """The plan as last year's report has it: what, how, until when."""
    title = plan.heading.rstrip("。；")
    how = f"：{plan.measure.rstrip('。；')}" if plan.measure else ""
    return f"{title}{how}（{plan.deadline}）" if plan.deadline else f"{title}{how}"


def _records(model: type[Input], given: Mapping[str, tuple[Input, ...]]) -> tuple[RecordSheet, ...]:
    sheets = []
    for key, part in records_of(model).items():
        title, note = _RECORD_TITLES.get(key, (key, ""))
        sheets.append(RecordSheet(key, title, note, _readers_last(fields_of(part)), given.get(key, ())))
    return tuple(sheets)


def _readers_last(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Who may read a record is asked last."""
    return tuple(sorted(fields, key=lambda each: each.key in READERS))


def _given_records(report: Report | None) -> dict[str, tuple[Input, ...]]:
    return {key: tuple(report.by_key(key)) for key in records_of(Report)} if report is not None else {}


def _bodies(report: Report | None) -> Iterable[BodySheet]:
    for key in blocks_of(Report):
        yield BodySheet(key, _BODY_TITLES.get(key, key), tuple(report.by_key(key)) if report is not None else ())
    for number, annex in enumerate(report.annexes if report is not None else (), start=1):
        yield BodySheet(f"附件.{number}.内容", f"附件{number}", tuple(annex.content))
    if report is None:
        yield BodySheet("附件.1.内容", "附件1")


def _basics(basis: Basis, report: Report | None) -> ValueSheet:
    """Year, subject and the like; of last year's report the subject is taken over."""
    fields = tuple(fields_of(Report))
    given: dict[str, object] = {"格式": "1", "年度": basis.year, "期间": basis.period}
    taken = fields if report is not None else tuple(each for each in fields if each.keys[0] == "主体")
    if basis.report is not None:
        given |= {each.key: _value(basis.report, each) for each in taken}
    return ValueSheet("基本信息", fields, given)


def _value(report: Report, each: Field) -> object:
    value: object = report
    for key in each.keys:
        value = value.by_key(key) if isinstance(value, Input) else None
    return value


def _tasks(basis: Basis) -> tuple[str, ...]:
    return tuple(task.名称 for task in basis.outline.任务) if basis.outline is not None else ()


def _choices(basis: Basis, report: Report | None) -> dict[str, tuple[str, ...]]:
    known, outline = basis.knowledge, basis.outline
    return {
        "任务": _tasks(basis),
        "事项": tuple(item.名称 for item in outline.事项) if outline is not None else (),
        "主题": tuple(known.catalogue.topics),
        "类别": tuple(known.reporters),
        "对象": tuple(known.deliveries),
        "大纲": tuple(known.outlines),
        "版式": tuple(known.styles),
        "只给": tuple(each.name for each in report.deliveries) if report is not None else (),
        "不给": tuple(each.name for each in report.deliveries) if report is not None else (),
    }
