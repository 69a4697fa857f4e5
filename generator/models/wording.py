"""Words that reports should not use, or not everywhere, or not any more."""

from __future__ import annotations

from typing import Literal

from generator.models.base import Day, KnowledgeEntry, YesNo

Class = Literal[
    "旧称", "法律用语", "领导人", "机关关系", "会议名称", "数字定词", "时间不明", "法制法治", "易错", "难以核实",
    "公开慎用", "不宜", "请示", "请求", "审议", "文种", "口语", "网页残留", "词组",
]  # fmt: skip

Part = Literal["导语", "举措成效", "不足原因", "第一责任人", "下年安排", "其他"]


class Word(KnowledgeEntry):
    """A word (`schemas/wording.yaml`, by the word itself). 类 says which check tells of it.

    改作 is what should stand there, 说明 what to do where no word can be named. 除 are longer words in which it is
    right; so are 同句除 in the same sentence, up to the day 同句除止. It counts from the day 起 and the report year
    年度起 on, in the 部分 named (all when none), for reports on 期间 only, and in quotations only with 引号内; within
    《》 never. 严重 replaces the weight of the check. A 词组 is no word to be told of, but a group of words (含) that
    the expression of a check is made with.
    """

    词: str
    类: Class
    改作: str = ""
    说明: str = ""
    除: list[str] = []
    起: Day | None = None
    年度起: int | None = None
    同句除: list[str] = []
    同句除止: Day | None = None
    期间: Literal["", "全年", "上半年"] = ""
    部分: list[Part] = []
    含: list[str] = []
    引号内: YesNo = False
    严重: Literal["", "warning", "info"] = ""
    来源: str
    强度: Literal["规定", "一般", "惯例"] = "惯例"
