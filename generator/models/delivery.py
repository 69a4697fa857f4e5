"""Deliveries: one version of the report for one reader, and what the knowledge says of each kind."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.models.base import Day, Input, KnowledgeEntry, Words, YesNo


class Delivery(Input):
    """One version (an entry of 报送). What it leaves open is taken from the report's 主体."""

    name: str = Field(alias="名称", min_length=1, max_length=30, description="版本名称，用于 --for 和文件名，不能重复")
    kind: str = Field("送审稿", alias="对象", description="报送的种类，见 schemas/deliveries.yaml")
    organs: Words = Field([], alias="机关", description="以谁的名义报告；不填则同主体名称")
    self_name: str | None = Field(None, alias="自称", description="全县、全区等；不填则同主体自称")
    addressees: Words = Field([], alias="主送", description="主送机关")
    title: str | None = Field(None, alias="标题", description="不用惯例标题时，在此写全标题；可用 | 标出换行处")
    signed_on: Day | None = Field(None, alias="成文日期", description="签发或会议通过的日期")
    published_on: Day | None = Field(None, alias="发布日期", description="在网站发布的日期")
    sealed: YesNo = Field(default=False, alias="用印", description="是：按加盖印章的位置排署名和日期")


class DeliveryKind(KnowledgeEntry):
    """What a kind of delivery carries (`schemas/deliveries.yaml`)."""

    说明: str
    模板: str
    主送: Literal["必填", "可填", "不用"]
    署名: Literal["有", "无"]
    必填: list[str] = []
    略去不公开: YesNo = False
    附注: str = ""
    书签: YesNo = True
    来源: str
    强度: Literal["规定", "一般", "惯例"]
