"""Deliveries: one version of the report for one reader, and what the knowledge says of each kind."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from generator.models.base import Day, Input, KnowledgeEntry, Words, YesNo
from generator.models.lead import Lead

Period = Literal["全年", "上半年"]
Strength = Literal["规定", "一般", "惯例"]


class Meeting(Input):
    """The session at which an oral report is given (会议)."""

    name: str | None = Field(None, alias="名称", description="会议全称，如 某县第×届人民代表大会常务委员会第×次会议")
    day: Day | None = Field(None, alias="日期", description="会议日期")


class Speaker(Input):
    """Who gives an oral report (报告人)."""

    office: str | None = Field(None, alias="职务", description="报告人的职务全称")
    name: str | None = Field(None, alias="姓名", description="报告人的姓名；没有定就不填")
    manner: Literal["代表", "受托"] | None = Field(
        None, alias="方式", description="代表：政府负责人代表政府报告；受托：部门负责人受政府委托报告"
    )


class Delivery(Input):
    """One version (an entry of 报送). What it leaves open is taken from the report's 主体."""

    name: str = Field(alias="名称", min_length=1, max_length=30, description="版本名称，用于 --for 和文件名，不能重复")
    kind: str = Field("送审稿", alias="对象", description="报送的种类，见 schemas/deliveries.yaml")
    organs: Words = Field([], alias="机关", description="以谁的名义报告；不填则同主体名称")
    self_name: str | None = Field(None, alias="自称", description="全县、全区等；不填则同主体自称")
    addressees: Words = Field([], alias="主送", description="主送机关")
    title: str | None = Field(None, alias="标题", description="不用惯例标题时，在此写全标题；可用 | 标出换行处")
    number: str | None = Field(None, alias="文号", description="主办机关的发文字号，如 ×委〔2026〕5号；没有编号就不填")
    signers: Words = Field([], alias="签发人", description="签发人姓名，主办机关的在前；没有签发就不填")
    marks: Words = Field([], alias="标志", description="发文机关标志上的机关名称；不填则同机关")
    copies: Words = Field([], alias="抄送", description="抄送机关")
    issuer: str | None = Field(None, alias="印发机关", description="主办机关的办公室")
    signed_on: Day | None = Field(None, alias="成文日期", description="签发或会议通过的日期")
    issued_on: Day | None = Field(None, alias="印发日期", description="送往印刷的日期，不早于成文日期")
    sent_on: Day | None = Field(None, alias="报送日期", description="送达的日期；不填则按印发日期、成文日期看是否按期")
    published_on: Day | None = Field(None, alias="发布日期", description="在网站发布的日期")
    sealed: YesNo = Field(default=False, alias="用印", description="是：按加盖印章的位置排署名和日期")
    duplex: YesNo = Field(default=False, alias="双面", description="是：双面印刷，版记排在偶数页")
    meeting: Meeting | None = Field(None, alias="会议", description="口头报告的会议")
    speaker: Speaker | None = Field(None, alias="报告人", description="口头报告的报告人")
    salutation: str | None = Field(None, alias="称谓", description="口头报告的称谓，不写冒号；不填则按级别取")
    lead: Lead | None = Field(None, alias="导语", description="这个版本的导语与别的版本不同的地方；不要就填“无”")
    opening: str | None = Field(
        None, alias="开头语", description="正文之前的一段；不填则按种类取，填“惯用”则用惯用语，填“无”则不写"
    )
    closing: str | None = Field(
        None, alias="结束语", description="正文之后的一段；不填则按种类取，填“惯用”则用惯用语，填“无”则不写"
    )
    style: str = Field("gbt9704", alias="版式", description="版式的名称，见 templates/styles")

    @property
    def dated(self) -> tuple[str, date] | None:
        """The day by which its words are chosen, and its key: when it was signed, else when it is spoken."""
        if self.signed_on is not None:
            return "成文日期", self.signed_on
        if self.meeting is not None and self.meeting.day is not None:
            return "会议", self.meeting.day
        return None


class Wording(KnowledgeEntry):
    """A sentence that a form uses, with {机关} {时段} to fill in.

    方式 limits it to a manner of speaking; 默认 says whether it is written unless staff ask for none.
    """

    文: str
    方式: Literal["", "代表", "受托"] = ""
    默认: YesNo = True
    来源: str
    强度: Strength


class DeliveryKind(KnowledgeEntry):
    """What a kind of delivery carries (`schemas/deliveries.yaml`)."""

    说明: str
    模板: str
    机关: Literal["联合", "单独", "不限"] = "不限"
    主送: Literal["必填", "可填", "不用"]
    主送少: int = 0
    主送多: int = 0
    署名: Literal["有", "无"]
    版头: Literal["有", "无"] = "无"
    标志后缀: str = ""
    版记: Literal["有", "无"] = "无"
    上行: YesNo = False
    必填: list[str] = []
    定稿必填: list[str] = []
    年度起: int | None = None
    年度止: int | None = None
    半年不限: YesNo = True
    标题: dict[Period, str] = {}
    称谓: dict[str, str] = {}
    开头语: list[Wording] = []
    结束语: list[Wording] = []
    导语领导: Wording | None = None
    导语监督: Wording | None = None
    导语结尾: Wording | None = None
    略去不公开: YesNo = False
    附注: str = ""
    书签: YesNo = True
    来源: str
    强度: Strength

    @property
    def oral(self) -> bool:
        """Whether it is spoken: only what is spoken has a 称谓."""
        return bool(self.称谓)

    def in_force(self, year: int, period: str) -> bool:
        """Whether reports on a year are sent in this form; a half-year report is bound by custom alone."""
        if period == "上半年" and self.半年不限:
            return True
        return (self.年度起 or year) <= year <= (self.年度止 or year)

    def required(self, *, final: bool) -> list[str]:
        """The keys of a 报送 entry that must be filled in, the most needed first; some only in a final state."""
        keys = [*(["主送"] if self.主送 == "必填" else []), *self.必填, *(self.定稿必填 if final else [])]
        return list(dict.fromkeys(keys))

    def unused_keys(self) -> list[str]:
        """The keys of a 报送 entry that this kind makes nothing of."""
        groups = (
            (self.版头 == "无", ["文号", "签发人", "标志"]),
            (self.版记 == "无", ["抄送", "印发机关", "双面"]),
            (self.主送 == "不用", ["主送"]),
            (self.署名 == "无", ["用印"]),
            (not self.oral, ["会议", "报告人", "称谓"]),
        )
        return [key for unused, keys in groups if unused for key in keys]
