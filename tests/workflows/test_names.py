"""File names say organ, year and version; two inputs never meet in one folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.document.blocks import Meta
from generator.workflows.names import file_name, folders

META = Meta("题", "罗江区人民政府", 2022, "上半年", "公开版", "社会公开", "送审稿")

NAMES = {
    "state": (META, "罗江区2022年上半年法治政府建设情况报告（公开版，送审稿）"),
    "state said by the version": (
        replace(META, delivery="送审稿"),
        "罗江区2022年上半年法治政府建设情况报告（送审稿）",
    ),
    "final": (replace(META, period="全年", state="印发稿"), "罗江区2022年度法治政府建设情况报告（公开版）"),
}


@pytest.mark.parametrize(("meta", "name"), NAMES.values(), ids=NAMES.keys())
def test_names(meta: Meta, name: str) -> None:
    """Year, period, version, and the state until it is final."""
    assert file_name(meta, "罗江区") == name


def test_a_name_is_safe_on_every_system() -> None:
    """Characters that Windows refuses are replaced, and the length is bounded in bytes."""
    name = file_name(META, '罗江/区:*?"<>|' + "长" * 300)

    assert not set(name) & set('\\/:*?"<>|')
    assert len(name.encode()) <= 200
    assert name.endswith("2022年上半年法治政府建设情况报告（公开版，送审稿）")


def test_one_input_writes_into_the_folder_itself() -> None:
    """No needless folder."""
    assert folders([Path("a/report.yaml")], Path("out")) == [Path("out")]


def test_several_inputs_get_a_folder_each() -> None:
    """Named by the file, or by its folder when the file's name says nothing; never twice the same."""
    inputs = [Path("甲县/report.yaml"), Path("乙县/report.yaml"), Path("丙.yaml"), Path("x/甲县/Report.yaml")]
    result = folders(inputs, Path("out"))

    assert result == [Path("out/甲县"), Path("out/乙县"), Path("out/丙"), Path("out/甲县-2")]
