"""What `fazhi.yaml` beside an input or a report says."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.models.base import Input, Words


class FinishedExemption(Input):
    """A finding in a finished report that this office has looked at and lets stand."""

    code: str = Field(alias="规则", pattern=r"^(DATA|PART|TEXT|TERM|PAGE)\d{3}$", description="规则编号，如 DATA534")
    file: str = Field("", alias="文件", description="成稿的文件名；不填则这个文件夹里的都算")
    words: str = Field("", alias="原话", description="那一段里的原话；不填则全文")
    reason: str = Field(alias="理由", min_length=1, description="为什么可以这样")


class Settings(Input):
    """The root of `fazhi.yaml`."""

    format_version: Literal["1"] = Field("1", alias="格式", description="格式的版本，现在是 1")
    overlays: Words = Field([], alias="叠加", max_length=20, description="叠加哪几个文件夹，后写的优先")
    exemptions: list[FinishedExemption] = Field([], alias="豁免", description="成稿里核对过、可以这样的")
