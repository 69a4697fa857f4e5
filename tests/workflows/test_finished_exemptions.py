"""成稿豁免 in `fazhi.yaml`: what somebody has looked at in a finished report isn't told again."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from support.inputs import write

from generator.diagnostics import Diagnostic
from generator.workflows.check import check
from generator.workflows.fix import plan_fixes

_NAME = "青禾县2025年度法治政府建设情况报告.txt"
_TEXT = """青禾县人民政府关于2025年度法治政府建设情况的报告
一、主要举措和成效
目前，全县办理行政复议案件12件。
截至年底，全县目前有司法所8个,调解组织40个。
"""


def _checked(folder: Path, exempted: str, text: str = _TEXT) -> list[Diagnostic]:
    (folder / _NAME).write_text(text, encoding="utf-8")
    write(folder, f"成稿豁免:\n{exempted}", "fazhi.yaml")
    return list(check([folder / _NAME]))


def _lines(found: list[Diagnostic], code: str) -> list[int | None]:
    return [each.place.line for each in found if each.code == code]


@pytest.mark.parametrize(
    ("exempted", "left", "others"),
    [
        ("{规则: TEXT095, 理由: 领导讲话原文}", [], []),
        ("{规则: TEXT095, 原文: 司法所, 理由: 甲}", [3], []),
        ("{规则: TEXT095, 文件: '青禾县*.txt', 理由: 甲}", [], []),
        ("{规则: TEXT095, 文件: '别的*', 理由: 甲}", [3, 4], []),
        (f"{{规则: TEXT095, 文件: {_NAME}, 原文: 没有的字, 理由: 甲}}", [3, 4], ["DATA040"]),
        ("{规则: TEXT095, 文件: '青禾县*', 原文: 没有的字, 理由: 甲}", [3, 4], []),
        ("{规则: TEXT095, 原文: 没有的字, 理由: 甲}", [3, 4], []),
        ("{规则: TEXT095, 文件: 别的.txt, 理由: 甲}", [3, 4], ["LOAD246"]),
        ("{规则: LOAD210, 理由: 甲}", [3, 4], ["DATA041"]),
    ],
)
def test_what_is_let_stand(exempted: str, left: list[int], others: list[str], tmp_path: Path) -> None:
    found = _checked(tmp_path, f"  - {exempted}\n")
    assert _lines(found, "TEXT095") == left
    about = [each for each in found if each.place.file.endswith("fazhi.yaml")]
    assert [each.code for each in about] == others
    assert all(each.place.line == 2 for each in about)


@pytest.mark.parametrize(
    ("exempted", "place"),
    [("{规则: 甲, 理由: 甲}", "甲"), ("{规则: TEXT095}", "规则"), ("{规则: TEXT095, 理由: 甲, 原因: 乙}", "原因")],
)
def test_one_that_cannot_be_read_is_told_and_nothing_is_checked(exempted: str, place: str, tmp_path: Path) -> None:
    (only,) = _checked(tmp_path, f"  - {exempted}\n")
    assert only.place.file.endswith("fazhi.yaml")
    assert only.code.startswith("LOAD")


def test_what_is_let_stand_makes_room_for_others(tmp_path: Path) -> None:
    """Only so many infos of a code are told of one file; those that are let stand don't count among them."""
    many = "".join(f"目前，第{number}组有成员12人。\n" for number in range(30))
    found = _checked(tmp_path, "  - {规则: TEXT095, 原文: 组有成员, 理由: 甲}\n", _TEXT + many)
    assert _lines(found, "TEXT095") == [3, 4]


def test_layout_and_tables_of_word_files(tmp_path: Path) -> None:
    """What is about the whole file stands in no paragraph, and is named by words of its message."""
    file = tmp_path / "报告.docx"
    document = docx.Document()
    document.add_paragraph("青禾县人民政府关于2025年度法治政府建设情况的报告")
    document.add_paragraph("一、主要举措和成效")
    document.add_paragraph("全县办理行政复议案件12件。")
    document.save(str(file))
    before = {each.code: each.message for each in check([file])}
    for words in ("", f"原文: '{before['PAGE002'][:6]}', "):
        write(tmp_path, f"成稿豁免:\n  - {{规则: PAGE002, 文件: 报告.docx, {words}理由: 省里另有规定}}\n", "fazhi.yaml")
        assert before.keys() - {each.code for each in check([file])} == {"PAGE002"}


@pytest.mark.parametrize(
    ("exempted", "count"), [("{规则: TEXT011, 原文: 调解组织, 理由: 甲}", 0), ("{规则: TEXT025, 理由: 甲}", 1)]
)
def test_what_is_let_stand_is_not_mended(exempted: str, count: int, tmp_path: Path) -> None:
    _checked(tmp_path, f"  - {exempted}\n")
    assert plan_fixes([tmp_path / _NAME]).count == count
