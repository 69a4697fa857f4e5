"""A report as staff give it: one input, all its versions."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, SkipValidation

from generator.models.base import Day, Input, Words, YesNo
from generator.models.body import Block, Restricted, Text
from generator.models.delivery import Delivery, DeliveryKind, Period
from generator.models.heads import HeadAccount
from generator.models.lead import Lead
from generator.models.outline import Layout
from generator.models.promise import Promise
from generator.models.reporter import PARTY, Subject
from generator.models.values import Figures, OtherDatum

State = Literal["初稿", "征求意见稿", "送审稿", "审议稿", "签发稿", "印发稿", "公开稿"]
FINAL_STATES = ("印发稿", "公开稿")
"""States of which nothing is said under the title or in a file name, and in which nothing may be left blank."""


class Problem(Restricted):
    """A problem in the five-part shorthand."""

    heading: Text = Field(alias="标题", min_length=1, description="问题，名词短语或“……不够……”")
    evidence: Text = Field("", alias="表现", description="具体表现，最好有数字")
    cause: Text | None = Field(None, alias="原因", description="产生问题的原因")


class Plan(Restricted):
    """A plan for the coming period in the five-part shorthand."""

    heading: Text = Field(alias="标题", min_length=1, description="任务")
    measure: Text = Field("", alias="措施", description="怎么做")
    responsible: Words = Field([], alias="责任单位", description="由谁负责")
    deadline: str | None = Field(None, alias="时限", description="何时完成")


class Annex(Restricted):
    """An annex (附件): its name and what it holds, on a page of its own behind the text."""

    title: Text = Field(alias="题", min_length=1, description="附件名称，不写书名号和句末标点")
    content: list[Block] = Field(alias="内容", min_length=1, description="段落、要点、表、图和节")


class Exemption(Input):
    """A finding that this office has looked at and lets stand."""

    code: str = Field(alias="规则", pattern=r"^[A-Z]{4}\d{3}$", description="规则编号，如 DATA014")
    place: str = Field("", alias="位置", description="输入中的位置，如 指标.行政复议.收到；不填则全文")
    reason: str = Field(alias="理由", min_length=1, description="为什么可以这样")


class Report(Input):
    """The root of an input. `at` of every part is its path in the file."""

    format_version: Literal["1"] = Field("1", alias="格式", description="输入格式的版本，现在是 1")
    example: YesNo = Field(default=False, alias="示例", description="是：每页标明示例，不作公文使用")
    year: int = Field(alias="年度", ge=2004, le=2100, description="报告哪一年的工作")
    period: Period = Field("全年", alias="期间")
    cutoff: Day | None = Field(None, alias="数据截至", description="全文数字的截止日期")
    subject: Subject = Field(alias="主体")
    outline: str | None = Field(None, alias="大纲", description="不填则按年度取")
    layout: Layout = Field("五部分", alias="体例")
    state: State = Field("送审稿", alias="状态")
    deliveries: list[Delivery] = Field([], alias="报送", description="每个版本一条；不填则只出送审稿")
    indicators: SkipValidation[Figures] = Field(default_factory=Figures, alias="指标")
    last_year: SkipValidation[Figures] = Field(default_factory=Figures, alias="上年")
    other_data: list[OtherDatum] = Field([], alias="其他数据")
    promises: list[Promise] = Field(
        [], alias="上年安排", description="上年报告里的安排完成得怎样，由各单位的表汇总而来，供写正文参考"
    )
    lead: Lead | None = Field(
        None, alias="导语", description="填“惯用”或者分项填写，由程序写成开头一段；整段自己写的，写成“正文”的第一段"
    )
    body: list[Block] = Field([], alias="正文")
    measures: list[Block] = Field([], alias="举措")
    problems: list[Problem] = Field([], alias="不足")
    heads: list[HeadAccount] = Field([], alias="第一责任人", description="排进“履职”部分，各版本各写该写的那一位")
    duties: list[Block] = Field([], alias="履职")
    plans: list[Plan] = Field([], alias="安排")
    others: list[Block] = Field([], alias="其他")
    annexes: list[Annex] = Field([], alias="附件", description="排在正文之后，另起一页")
    exemptions: list[Exemption] = Field([], alias="豁免")

    @property
    def versions(self) -> tuple[Delivery, ...]:
        """The deliveries; a report that names none has one, the 送审稿."""
        return tuple(self.deliveries) or (Delivery(name="送审稿", kind="送审稿"),)

    @property
    def last_day(self) -> date:
        """The last day of the period that is reported on."""
        return date(self.year, 6, 30) if self.period == "上半年" else date(self.year, 12, 31)


def lead_of(report: Report, delivery: Delivery) -> Lead | None:
    """The opening paragraph to be made for a version, as the version and the report say together; None for none."""
    lead = delivery.lead.over(report.lead) if delivery.lead is not None else report.lead
    return None if lead is None or lead.declined else lead


def organs_of(report: Report, delivery: Delivery, kind: DeliveryKind) -> tuple[str, ...]:
    """In whose name a version reports: as the delivery says, else as 主体 does.

    A form that one organ sends alone is the government's where 主体 names it beside its party committee.
    """
    if delivery.organs:
        return tuple(delivery.organs)
    names = tuple(report.subject.names)
    if kind.机关 == "单独" and len(names) > 1:
        return tuple(name for name in names if not name.startswith(PARTY))[:1] or names[:1]
    return names
