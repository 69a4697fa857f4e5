"""An office's own units, words and restrictions for the figures of 行政执法."""

from __future__ import annotations

from pathlib import Path

from support.deliveries import report, see

_FIGURES = "指标:\n  行政处罚: {立案: 1300宗, 决定: 1160宗, 普通: 842, 简易: 318}\n"
_SENTENCE = "正文: ['{{ 行政处罚 }}']\n"


def _office(folder: Path, file: str, text: str) -> Path:
    path = folder / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_an_office_counts_in_its_own_unit(tmp_path: Path) -> None:
    """宗 instead of 件: the sentence and the check of typed units both follow the catalogue."""
    units = "\n".join(f"    {name}: {{单位: 宗}}" for name in ("立案", "决定", "普通", "简易"))
    office = _office(tmp_path / "本市", "schemas/indicators/处罚.yaml", f"行政处罚:\n  指标:\n{units}\n")

    seen = see(tmp_path, report("  - {名称: 稿}", body=_FIGURES + _SENTENCE), (office,))

    assert "立案查处行政违法案件1300宗，作出行政处罚决定1160宗，其中普通程序842宗、简易程序318宗。" in seen.texts["稿"]
    assert seen.of("DATA012") == []


def test_an_office_says_it_in_its_own_words(tmp_path: Path) -> None:
    """A macro of its own stands before the shipped one and may use it."""
    macro = (
        "{% import '内置/phrases/双随机.j2' as 原 %}\n"
        "{% macro 默认(题, 境) %}县市场监管局牵头，{{ 原.默认(题, 境) }}{% endmacro %}\n"
    )
    office = _office(tmp_path / "本县", "templates/phrases/双随机.j2", macro)
    body = "指标:\n  双随机: {任务: 86}\n正文: ['{{ 双随机 }}']\n"

    seen = see(tmp_path, report("  - {名称: 稿}", body=body), (office,))

    assert "县市场监管局牵头，全年开展“双随机、一公开”抽查86次。" in seen.texts["稿"]


def test_leads_to_the_supervisory_commission_are_not_for_the_public(tmp_path: Path) -> None:
    """移送监察 is internal as shipped."""
    body = "指标:\n  行刑衔接: {移送监察: 2, 反向移送: 8}\n正文: ['{{ 行刑衔接 }}']\n"

    seen = see(tmp_path, report("  - {名称: 稿}\n  - {名称: 公开版, 对象: 社会公开}", body=body))

    assert "向监察机关移送问题线索2件" in seen.texts["稿"]
    assert "监察" not in seen.texts["公开版"]
    assert seen.of("PART061") == ["“公开版”略去了内部数字“行刑衔接.移送监察”"]
