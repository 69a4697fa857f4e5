"""What was promised last year (上年安排): in a unit's form, and in the report that is made of the forms."""

from __future__ import annotations

from pydantic import Field

from generator.models.base import Input
from generator.models.body import Text


class Promise(Input):
    """What was promised last year and what became of it (上年安排)."""

    item: Text = Field(alias="事项", min_length=1, description="上年报告里写的安排")
    result: Text = Field("", alias="结果", description="已完成、正在推进或者未完成，写明情况")
    reason: Text = Field("", alias="原因", description="没有完成的，写明原因")
