"""The relations of the national tables: what holds is passed over, what doesn't is told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.inputs import SMALL, write
from support.knowledge_files import shipped_checks
from support.national import Nested, changed, filled, last_year, read
from support.phrases import catalogue

from generator.checking.figures import check_figures
from generator.diagnostics import Diagnostic, Place
from generator.models.report import Report
from generator.workflows.check import check


def found(figures: Nested, before: Nested | None = None) -> list[Diagnostic]:
    """What is found about these figures."""
    report = Report.model_validate(
        {
            "年度": 2025,
            "主体": {"名称": "甲县人民政府", "简称": "甲县"},
            "指标": read(figures),
            "上年": read(last_year() if before is None else before, "上年"),
        }
    )
    place = Place("report.yaml")
    return [each.diagnostic for each in check_figures(report, catalogue(), shipped_checks(), lambda *_, **__: place)]


def codes(figures: Nested, before: Nested | None = None) -> list[str]:
    return sorted(each.code for each in found(figures, before))


def test_a_table_that_is_right_has_no_findings() -> None:
    """Among them the published row of a county: its nine kinds add up to 108156."""
    assert codes(filled()) == []


BAD: dict[str, tuple[list[tuple[str, object]], list[str]]] = {
    "kinds of penalties": ([("行政处罚统计表.合计", 108157)], ["DATA430", "DATA483"]),
    "more kinds than penalties": (
        [("行政处罚统计表.合计", 100000), ("行政处罚统计表.限制经营", None), ("信息公开主动公开表.行政处罚", None)],
        ["DATA431"],
    ),
    "penalties of no kind": ([("行政处罚统计表.没收", None)], ["DATA432"]),
    "accepted beyond asked": ([("行政许可统计表.申请", 26000)], ["DATA435"]),
    "decided beyond accepted": (
        [("行政许可统计表.不予许可", 1020), ("信息公开主动公开表.行政许可", None)],
        ["DATA436"],
    ),
    "kinds of coercion": ([("行政强制统计表.查封", 13)], ["DATA440"]),
    "more kinds than coercion": ([("行政强制统计表.查封", 13), ("行政强制统计表.冻结", None)], ["DATA441"]),
    "coercion of no kind": ([("行政强制统计表.查封", None)], ["DATA442"]),
    "cards beyond officers": (
        [("其他执法行为统计表.在岗执法人员", 402), ("其他执法行为统计表.持证率", None)],
        ["DATA445"],
    ),
    "officers elsewhere": ([("执法人员.合计", 404)], ["DATA446"]),
    "penalties in the text": ([("行政处罚.决定", 842)], ["DATA433"]),
    "fines elsewhere": ([("行政处罚.罚没", "1754.79")], ["DATA434"]),
    "permits asked elsewhere": ([("行政许可.申请", 26570)], ["DATA437"]),
    "permits given elsewhere": ([("行政许可.许可", 26461)], ["DATA438"]),
    "permits refused elsewhere": ([("行政许可.不予许可", 101)], ["DATA439"]),
    "measures elsewhere": ([("行政强制.措施", 251)], ["DATA443"]),
    "courts asked elsewhere": ([("行政强制.申请法院", 1)], ["DATA444"]),
    "inspections elsewhere": ([("行政检查.检查", 1)], ["DATA447"]),
    "levies elsewhere": ([("其他执法行为统计表.征收次数", 2), ("其他执法行为.征收", 1)], ["DATA448"]),
    "rulings elsewhere": ([("其他执法行为统计表.裁决次数", 2), ("其他执法行为.裁决", 1)], ["DATA449"]),
    "handled beyond received": (
        [("行政复议统计表.不予受理", 4), ("行政复议统计表.待处理", None)],
        ["DATA450"],
    ),
    "handled is not received": ([("行政复议统计表.待处理", 1)], ["DATA451"]),
    "accepted is not closed": (
        [("行政复议统计表.未审结", 4), ("行政复议.在审", None)],
        ["DATA452"],
    ),
    "results beyond closed": ([("行政复议统计表.维持", 30), ("行政复议统计表.分项完整", "否")], ["DATA453"]),
    "results are not closed": ([("行政复议统计表.维持", 28)], ["DATA454"]),
    "matters beyond received": (
        [("行政复议统计表.行政处罚", 31), ("行政复议统计表.县级部门", None), ("行政复议统计表.法人", None)],
        ["DATA455"],
    ),
    "respondents": ([("行政复议统计表.县级部门", 51)], ["DATA456"]),
    "applicants": ([("行政复议统计表.公民", 51)], ["DATA457"]),
    "received elsewhere": ([("行政复议.收到", 63)], ["DATA458"]),
    "accepted elsewhere": ([("行政复议.受理", 56), ("行政复议.审结", None)], ["DATA459"]),
    "closed elsewhere": ([("行政复议.审结", 57), ("行政复议.受理", None)], ["DATA460"]),
    "open elsewhere": ([("行政复议.在审", 4), ("行政复议.受理", None)], ["DATA461"]),
    "carried elsewhere": ([("行政复议.上年结转", 7), ("行政复议.受理", None)], ["DATA462"]),
    "instances": ([("行政应诉统计表.共同被告.合计", 4)], ["DATA464"]),
    "more instances": (
        [("行政应诉统计表.共同被告.再审", None), ("行政应诉统计表.共同被告.合计", 2)],
        ["DATA465"],
    ),
    "of no instance": ([("行政应诉统计表.共同被告.二审", None)], ["DATA475"]),
    "verdicts beyond closed": (
        [("行政应诉统计表.撤诉", {"一审": 7}), ("行政应诉统计表.分项完整", "否")],
        ["DATA466"],
    ),
    "verdicts are not closed": ([("行政应诉统计表.撤诉", {"一审": 5, "合计": 6})], ["DATA467", "DATA475"]),
    "joint beyond all": (
        [("行政应诉统计表.共同被告", {"再审": 2})],
        ["DATA468"],
    ),
    "reviewed beyond all": ([("行政应诉统计表.附带审查", {"再审": 2})], ["DATA469"]),
    "appeared beyond owed": ([("行政应诉统计表.实出庭", {"二审": 4})], ["DATA470"]),
    "cases elsewhere": ([("行政应诉.应诉", 46)], ["DATA471"]),
    "first instance elsewhere": ([("行政应诉.一审", 31)], ["DATA472"]),
    "verdicts elsewhere": ([("行政应诉.审结", 29)], ["DATA473"]),
    "appearances elsewhere": ([("行政应诉.出庭", 27)], ["DATA474"]),
    "documents in force": ([("信息公开主动公开表.行政规范性文件.现行有效", 42)], ["DATA480"]),
    "documents elsewhere": ([("规范性文件.制定", 7)], ["DATA481"]),
    "licences elsewhere": ([("信息公开主动公开表.行政许可.处理决定", 26569)], ["DATA482"]),
    "penalties elsewhere": ([("信息公开主动公开表.行政处罚.处理决定", 1)], ["DATA483"]),
    "coercion elsewhere": ([("信息公开主动公开表.行政强制.处理决定", 1)], ["DATA484"]),
    "applicants of a row": ([("信息公开申请表.部分公开.总计", 3)], ["DATA485", "DATA488"]),
    "more applicants": (
        [("信息公开申请表.部分公开", {"自然人": 2, "科研机构": 1, "总计": 2})],
        ["DATA486", "DATA488"],
    ),
    "of no applicant": ([("信息公开申请表.部分公开", {"商业企业": 0, "总计": 2})], ["DATA497", "DATA498"]),
    "the printed identity": (
        [("信息公开申请表.结转下年.自然人", 4), ("信息公开申请表.结转下年.商业企业", None)],
        ["DATA486", "DATA487"],
    ),
    "results of a column": (
        [("信息公开申请表.国家秘密.科研机构", 1), ("信息公开申请表.国家秘密.总计", None)],
        ["DATA488"],
    ),
    "more results": (
        [
            ("信息公开申请表.国家秘密.科研机构", 1),
            ("信息公开申请表.国家秘密.总计", None),
            ("信息公开申请表.其他", None),
        ],
        ["DATA489"],
    ),
    "applications elsewhere": ([("政府信息公开.申请", 37), ("政府信息公开.上年结转", None)], ["DATA491"]),
    "applications carried elsewhere": ([("政府信息公开.上年结转", 3), ("政府信息公开.申请", None)], ["DATA492"]),
    "answers elsewhere": ([("政府信息公开.办结", 34), ("政府信息公开.申请", None)], ["DATA493"]),
    "applications left elsewhere": ([("政府信息公开.转下年", 4), ("政府信息公开.申请", None)], ["DATA494"]),
    "outcomes": ([("信息公开复议诉讼表.直接起诉.总计", 2)], ["DATA495"]),
    "more outcomes": (
        [("信息公开复议诉讼表.直接起诉", {"维持": 1, "纠正": 1, "总计": 1})],
        ["DATA496"],
    ),
    "no outcome": ([("信息公开复议诉讼表.直接起诉", {"维持": 1, "总计": 2})], ["DATA499"]),
}


@pytest.mark.parametrize(("changes", "expected"), BAD.values(), ids=BAD.keys())
def test_a_table_that_is_wrong_is_found_out(changes: list[tuple[str, object]], expected: list[str]) -> None:
    """By these relations and no others."""
    assert codes(changed(filled(), *changes)) == expected


LAST_YEAR = {
    "reconsideration": ("行政复议统计表.未审结", 7, "DATA463"),
    "applications": ("信息公开申请表.结转下年.自然人", 1, "DATA490"),
}


@pytest.mark.parametrize(("where", "value", "code"), LAST_YEAR.values(), ids=LAST_YEAR.keys())
def test_tables_of_two_years_join(where: str, value: int, code: str) -> None:
    """What was left is what was carried over."""
    assert code in codes(filled(), changed(last_year(), (where, value)))


def test_every_relation_has_its_case() -> None:
    """None can be added, or stop working, unseen."""
    forms = [topic for topic in catalogue().topics.values() if topic.表式]
    tried = {code for _, expected in BAD.values() for code in expected} | {code for *_, code in LAST_YEAR.values()}

    assert {entry.码 for topic in forms for entry in topic.勾稽} == tried


def test_a_finding_names_row_and_column() -> None:
    """With the figures on both sides."""
    (finding,) = found(changed(filled(), ("信息公开复议诉讼表.直接起诉.总计", 2)))

    assert "直接起诉·总计（2）" in finding.message
    assert "直接起诉·维持1、直接起诉·纠正0" in finding.message
    assert "＝1" in finding.message
    assert "（“直接起诉”行）" in finding.message


def test_a_figure_of_another_topic_says_so() -> None:
    """Else 合计 against 合计 would say nothing."""
    (finding,) = found(changed(filled(), ("信息公开主动公开表.行政处罚.处理决定", 1)))

    assert "行政处罚·处理决定（1），行政处罚实施情况统计表的合计（108156）" in finding.message


@pytest.mark.parametrize(
    "place", ["信息公开复议诉讼表.直接起诉.总计", "指标.信息公开复议诉讼表.直接起诉_总计", "信息公开复议诉讼表"]
)
def test_a_finding_about_a_cell_can_be_exempted(place: str, tmp_path: Path) -> None:
    """By its place as it is typed, or as it is referred to in the text."""
    cells = "指标:\n  信息公开复议诉讼表: {直接起诉: {维持: 1, 纠正: 0, 其他: 0, 尚未审结: 0, 总计: 2}}\n"
    text = SMALL.replace("指标:\n", cells, 1)
    exempt = f"豁免:\n  - {{规则: DATA495, 位置: {place}, 理由: 上级报表如此}}\n"

    assert "DATA495" in [each.code for each in check([write(tmp_path, text)])]
    assert not {"DATA495", "DATA040"} & {each.code for each in check([write(tmp_path, text + exempt)])}
