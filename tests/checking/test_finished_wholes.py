"""Parts and wholes in sentences that don't say 其中, and single parts that do."""

from __future__ import annotations

import pytest
from support.manuscripts import codes, found

TOLD = {
    "taken up and refused": "收到行政复议申请86件，受理80件，不予受理8件。",
    "taken up alone": "收到信访事项1260件，受理1300件。",
    "outcomes": "审结行政复议案件76件，维持60件、撤销10件、调解9件。",
    "grades": "评查行政执法案卷220卷，优秀46卷、合格176卷、不合格7卷。",
    "documents": "清理行政规范性文件82件，保留71件、修改5件、废止12件、宣布失效3件。",
    "a part of so many": "发放宣传资料2.6万份，其中向企业发放3.1万份。",
    "a part, more or less": "培训执法人员486人次，其中乡镇人员510余人次。",
    "a part behind a change": "培训执法人员486人次，较上年增加40人次，其中乡镇人员512人次。",
}
SILENT = {
    "carried over": "收到申请86件，上年结转5件，受理89件。",
    "of all years": "收到申请86件，历年累计受理1300件。",
    "good ones are passed too": "评查行政执法案卷220卷，优秀46卷、合格218卷、不合格2卷。",
    "another whole between": "举行听证3件，维持60件、撤销10件。",
    "another unit": "评查案卷220卷，优秀案例260件。",
    "about so many": "收到申请80余件，受理86件。",
    "nearly so many": "收到申请86件，受理近90件。",
    "a change is no whole": "新增执法人员40名，同比增加10名，其中大专以上38名。",
    "its own whole": "举办活动12场，发放资料3000份，其中手册1200份。",
    "two sentences": "一审应诉30件，其中胜诉20件；二审10件，其中维持9件。",
    "not all kinds": "清理行政规范性文件82件，修改5件、废止12件。",
}


def _sums(text: str) -> list[str]:
    return [each.code for each in found(text) if each.code in ("DATA538", "DATA544", "DATA545")]


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD.keys())
def test_more_than_the_whole_is_told(text: str) -> None:
    assert _sums(f"一、成效\n{text}") == ["DATA544"]


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_may_be_right_is_not_told(text: str) -> None:
    assert _sums(f"一、成效\n{text}") == []


def test_all_kinds_come_to_the_whole() -> None:
    """With those that were kept, nothing else can have become of a document that was looked through."""
    text = "一、成效\n清理行政规范性文件82件，保留{}件、修改5件、废止12件、宣布失效3件。"
    assert "DATA538" in codes(text.format(60))
    assert "DATA538" not in codes(text.format(62))


def test_a_sum_is_told_once() -> None:
    text = "一、成效\n审结76件，其中维持31件、驳回15件、撤销4件、确认违法2件、终止30件。"
    assert _sums(text) == ["DATA544"]
