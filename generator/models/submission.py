"""What one unit (填报单位) hands in: the model of its form, as `Report` is that of a whole report."""

from __future__ import annotations

from pydantic import Field, SkipValidation

from generator.models.base import Day, Input
from generator.models.body import Text
from generator.models.delivery import Period
from generator.models.promise import Promise
from generator.models.values import Figures, OtherDatum


class Signing(Input):
    """Who filled the form in (填报); the names stay in the form and never reach a report."""

    cutoff: Day | None = Field(None, alias="数据截止日", description="本表数字截至哪一天")
    author: str | None = Field(None, alias="填报人", description="填写本表的人")
    reviewer: str | None = Field(None, alias="审核人", description="核对本表的负责人")
    head: str | None = Field(None, alias="主要负责人", description="打印后签字")
    telephone: str | None = Field(None, alias="联系电话", description="办公电话")
    filled_on: Day | None = Field(None, alias="填报日期", description="填完本表的日期")


class WorkDone(Input):
    """What the unit did under one task of the outline (工作情况), for the report's text."""

    task: str = Field("", alias="任务", description="写的是哪一项任务，从下拉表里选；说不准的空着")
    heading: Text = Field("", alias="标题", description="一句话的标题，可以不写")
    text: Text = Field(alias="文", min_length=1, description="做了什么、有什么结果，300字以内，最好有数字")
    evidence: str | None = Field(None, alias="佐证", description="文件名称和文号、台账等")


class Highlight(Input):
    """A good practice (亮点做法)."""

    name: Text = Field(alias="名称", min_length=1, description="做法的名称")
    practice: Text = Field("", alias="做法", description="怎么做的，200字以内")
    effect: Text = Field("", alias="成效", description="有什么成效，最好有数字")
    evidence: str | None = Field(None, alias="佐证", description="文件名称和文号、报道等")


class Ruling(Input):
    """A document on rule-of-law work that the unit issued this year (制度文件)."""

    title: Text = Field(alias="名称", min_length=1, description="文件全称，不写书名号")
    number: str | None = Field(None, alias="文号", description="发文字号；没有就不填")
    issued_on: Day | None = Field(None, alias="印发日期", description="印发的日期")
    kind: str | None = Field(None, alias="性质", description="行政规范性文件、内部制度、方案等")


class DutyDone(Input):
    """What the unit's head did as first responsible person (第一责任人); no names."""

    item: Text = Field(alias="事项", min_length=1, description="如：研究法治工作、督办、讲法治课、出庭应诉、述法")
    account: Text = Field("", alias="情况", description="时间、内容和结果，不写姓名")
    evidence: str | None = Field(None, alias="佐证", description="会议纪要、文件等")


class UnitProblem(Input):
    """A problem as a unit gives it (不足)."""

    heading: Text = Field(alias="标题", min_length=1, description="问题，名词短语或“……不够……”")
    evidence: Text = Field("", alias="表现", description="具体表现，最好有数字")
    cause: Text | None = Field(None, alias="原因", description="产生问题的原因")


class UnitPlan(Input):
    """A plan for the coming year as a unit gives it (安排)."""

    heading: Text = Field(alias="标题", min_length=1, description="任务")
    measure: Text = Field("", alias="措施", description="怎么做，做到什么程度")
    deadline: str | None = Field(None, alias="时限", description="何时完成")


class Submission(Input):
    """A filled form. `indicators` and `last_year` are validated topic by topic, as those of a report."""

    year: int = Field(alias="年度", ge=2004, le=2100)
    period: Period = Field("全年", alias="期间")
    unit: str = Field(alias="单位", min_length=1)
    signing: Signing = Field(default_factory=Signing, alias="填报")
    indicators: SkipValidation[Figures] = Field(default_factory=Figures, alias="指标")
    last_year: SkipValidation[Figures] = Field(default_factory=Figures, alias="上年")
    other_data: list[OtherDatum] = Field([], alias="其他数据")
    work: list[WorkDone] = Field([], alias="工作情况")
    highlights: list[Highlight] = Field([], alias="亮点做法")
    rulings: list[Ruling] = Field([], alias="制度文件")
    duties: list[DutyDone] = Field([], alias="第一责任人")
    problems: list[UnitProblem] = Field([], alias="不足")
    plans: list[UnitPlan] = Field([], alias="安排")
    promises: list[Promise] = Field([], alias="上年安排")
