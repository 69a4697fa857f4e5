"""The live checks of a form, calculated by LibreOffice, say what the program says of the same figures."""

from __future__ import annotations

import pytest
from openpyxl.workbook import Workbook
from support import office
from support.workbooks import converted, keyed, marked_sheets, opened, small_form

from generator.models.catalogue import Catalogue, Topic
from generator.models.evaluation import Fails, Holds, Missing, evaluate
from generator.models.form_plan import Form
from generator.models.quantity import Quantity
from generator.models.relation import Term
from generator.writing.xlsx import write_form

MISSING = office.missing()
pytestmark = [pytest.mark.office, pytest.mark.skipif(bool(MISSING), reason=MISSING)]

_INDICATORS = {
    name: {"标签": name, "单位": "件"}
    for name in ("收到", "受理", "不予受理", "审结", "在审", "结转", "维持", "撤销", "终止", "金额", "均额")
} | {
    "联合": {"标签": "联合检查", "单位": "次", "合并": "牵头单位"},
    "纠错率": {"标签": "纠错率", "单位": "%", "性质": "比率", "分子": "撤销", "口径": ["审结", "受理"]},
}
_RELATIONS = (
    "收到 = 受理 + 不予受理",
    "收到 >= 受理 + 不予受理?",
    "受理 + 结转 = 审结 + 在审",
    "审结 = Σ 结果?",
    "审结 >= Σ 结果",
    "在审 = 在审@上年 + 受理 - 审结",
    "均额 = 金额 ÷ 受理",
    "金额 <= 均额 × (受理 - 1) + 10",
)
CASES: tuple[tuple[dict[str, str], dict[str, str]], ...] = (
    ({"收到": "7", "受理": "6", "不予受理": "1"}, {}),
    ({"收到": "7", "受理": "6", "不予受理": "2"}, {}),
    ({"收到": "7", "受理": "6"}, {}),
    ({"收到": "5", "受理": "6"}, {}),
    ({"收到": "0", "受理": "0", "不予受理": "0"}, {}),
    ({"收到": "2000余", "受理": "6", "不予受理": "1"}, {}),
    ({"受理": "6", "结转": "1", "审结": "5", "在审": "2"}, {"在审": "1"}),
    ({"受理": "6", "结转": "1", "审结": "5", "在审": "3"}, {"在审": "2"}),
    ({"受理": "6", "审结": "5", "在审": "2"}, {"在审": "近10"}),
    ({"审结": "6", "维持": "4", "撤销": "2"}, {}),
    ({"审结": "6", "维持": "4", "撤销": "3"}, {}),
    ({"审结": "6", "维持": "4", "撤销": "2", "终止": "不适用"}, {}),
    ({"审结": "5", "维持": "4", "撤销": "2", "终止": "不适用"}, {}),
    ({"审结": "6", "维持": "不适用", "撤销": "不适用", "终止": "不适用"}, {}),
    ({"审结": "6", "联合": "3"}, {}),
    ({"维持": "4", "撤销": "2", "终止": "1"}, {}),
    ({"审结": "不适用", "维持": "4"}, {}),
    ({"金额": "10.0", "受理": "3", "均额": "3.3"}, {}),
    ({"金额": "10.0", "受理": "3", "均额": "3.33"}, {}),
    ({"金额": "10", "受理": "3", "均额": "3.2"}, {}),
    ({"金额": "10.04", "受理": "3", "均额": "3.0"}, {}),
    ({"金额": "10", "受理": "0", "均额": "3"}, {}),
    ({"金额": "-3.5", "受理": "2", "均额": "-1.8"}, {}),
    ({"金额": "-3.5", "受理": "2", "均额": "-1.5"}, {}),
    ({"金额": "1753.79", "受理": "1", "均额": "1753.8"}, {}),
)
RATES = (
    ({"纠错率": "33.3%", "撤销": "2", "审结": "6"}, "相符"),
    ({"纠错率": "33.4%", "撤销": "2", "审结": "6"}, "不符"),
    ({"纠错率": "33%", "撤销": "2", "审结": "6", "受理": "8"}, "相符"),
    ({"纠错率": "25%", "撤销": "2", "审结": "6", "受理": "8"}, "相符"),
    ({"纠错率": "26%", "撤销": "2", "审结": "6", "受理": "8"}, "不符"),
    ({"纠错率": "33.3", "撤销": "2", "审结": "6"}, "相符"),
    ({"纠错率": "100%", "撤销": "6", "审结": "6"}, "相符"),
    ({"纠错率": "100%", "撤销": "399", "审结": "400"}, "不符"),
    ({"纠错率": "0%", "撤销": "0", "审结": "6"}, "相符"),
    ({"纠错率": "150%", "撤销": "9", "审结": "6"}, "不符"),
    ({"纠错率": "150%", "撤销": "9"}, "不符"),
    ({"纠错率": "33.3%", "撤销": "2"}, "未核"),
    ({"纠错率": "33.3%", "撤销": "2", "审结": "0"}, "未核"),
    ({"纠错率": "近34%", "撤销": "2", "审结": "6"}, "未核"),
)


def _topic(name: str) -> Topic:
    relations = [
        {"式": text, "码": f"DATA{100 + n}", "说明": f"关系{n}", "强度": "规定", "来源": "测试"}
        for n, text in enumerate(_RELATIONS)
    ]
    return Topic(
        名称=name, 标签=name, 任务="纠纷化解", 指标=_INDICATORS, 维度={"结果": ["维持", "撤销", "终止"]},
        声明={"完整": "已经列全"},
        勾稽=[*relations, {**relations[3], "条件": "完整", "码": "DATA190"},
            {**relations[0], "提醒": "是", "码": "DATA191"}], 来源="测试", 强度="惯例",
    )  # fmt: skip


def _form() -> Form:
    cases = [*CASES, *((figures, {}) for figures, _ in RATES), ({"审结": "6", "维持": "4", "完整": "是"}, {})]
    topics = [_topic(f"主题{number}") for number in range(len(cases))]
    given = {topic.名称: figures for topic, (figures, _) in zip(topics, cases, strict=True)}
    last = {topic.名称: figures for topic, (_, figures) in zip(topics, cases, strict=True)}
    return small_form(topics, given, last)


@pytest.fixture(scope="module")
def calculated(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    folder = tmp_path_factory.mktemp("formulas")
    return opened(converted(write_form(_form()), folder, "xlsx").read_bytes(), values=True)


def _told(book: Workbook) -> dict[str, dict[str, str]]:
    """The results on the sheet of relations: topic -> words -> result."""
    told: dict[str, dict[str, str]] = {}
    for row in book["勾稽核对"].iter_rows(min_row=4, values_only=True):
        code = f"（{row[7]}）" if row[7] else ""
        told.setdefault(str(row[2]), {})[f"{row[3]}{code}"] = str(row[6])
    return told


def _expected(form: Form, topic: str, catalogue: Catalogue) -> dict[str, str]:
    figures, last = form.figures.topic(topic), form.last_year.topic(topic)

    def look_up(term: Term) -> Quantity | Missing:
        value = (last if term.last_year else figures).values.get(term.indicator)
        if value is None:
            return Missing.BLANK
        return value.value if value.value is not None else Missing.NOT_APPLICABLE

    expected = {}
    for entry, relation in catalogue.relations(topic):
        outcome = evaluate(relation, look_up)
        if entry.条件 and entry.条件 not in figures.ticked:
            word = "未核"
        else:
            word = "相符" if isinstance(outcome, Holds) else "不符" if isinstance(outcome, Fails) else "未核"
            word = "留意" if word == "不符" and entry.提醒 else word
        expected[f"{entry.说明}（{entry.码}）"] = word
    return expected


def test_every_relation_comes_out_as_the_program_says(calculated: Workbook) -> None:
    """Sums, bounds, parts that don't apply, blanks that count, decimals that were rounded or cut off, last year."""
    form, told = _form(), _told(calculated)
    found = {topic: {words: told[topic][words] for words in _expected(form, topic, form.catalogue)} for topic in told}
    expected = {topic: _expected(form, topic, form.catalogue) for topic in told}

    assert found == expected
    results = [word for words in found.values() for word in words.values()]
    assert "留意" in results
    assert min(results.count(word) for word in ("相符", "不符", "未核")) > 10


@pytest.mark.parametrize("number", range(len(RATES)))
def test_rates_are_held_against_their_counts(calculated: Workbook, number: int) -> None:
    """Rounded or cut off, by the usual base or another one."""
    topic = f"主题{len(CASES) + number}"
    assert _told(calculated)[topic]["纠错率应当等于撤销除以审结或受理，不超过100%"] == RATES[number][1]


def test_the_row_of_a_figure_says_what_fails(calculated: Workbook) -> None:
    """√ when all relations of the figure that could be held hold; the words of the first that fails."""
    sheet = marked_sheets(calculated)["纠纷化解"]
    rows = {str(cell.value): cell.row for cell in sheet["A"] if cell.value}
    checks = next(cell.column for cell in sheet[3] if cell.value == "勾稽核对")

    assert sheet.cell(rows["主题0.收到"], checks).value == "√"
    assert sheet.cell(rows["主题1.收到"], checks).value == "×关系0"
    assert sheet.cell(rows["主题14.收到"], checks).value in (None, "")


def test_who_leads_is_asked_where_a_figure_is_given(calculated: Workbook) -> None:
    """Not in red: the program lets it pass, and may leave it out of the county's total."""
    sheet = marked_sheets(calculated)["纠纷化解"]
    rows = {str(cell.value): cell.row for cell in sheet["A"] if cell.value}
    checks = next(cell.column for cell in sheet[3] if cell.value == "勾稽核对")

    assert str(sheet.cell(rows["主题14.联合"], checks).value).startswith("△在“是否牵头”栏选是或否")
    assert sheet.cell(rows["主题13.联合"], checks).value in (None, "")


def test_growth_is_blank_while_an_operand_is(calculated: Workbook) -> None:
    sheet = marked_sheets(calculated)["纠纷化解"]
    rows = {str(cell.value): cell.row for cell in sheet["A"] if cell.value}
    growth = next(cell.column for cell in sheet[3] if cell.value == "增减")

    assert sheet.cell(rows["主题6.在审"], growth).value == 1
    assert sheet.cell(rows["主题8.在审"], growth).value in (None, "")
    assert sheet.cell(rows["主题0.收到"], growth).value in (None, "")


def test_saved_by_libreoffice_the_keys_and_values_are_the_same(calculated: Workbook) -> None:
    before = {title: keyed(sheet) for title, sheet in marked_sheets(opened(write_form(_form()))).items()}
    after = {title: keyed(sheet) for title, sheet in marked_sheets(calculated).items()}

    assert after == before
