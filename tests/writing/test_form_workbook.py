"""What stands in the workbooks of forms: keys, locks, drop-downs, hints, print set-up; and what never can."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from support.inputs import COUNTY, EXAMPLE
from support.workbooks import keyed, marked_sheets, opened, shipped, small_form

from generator.diagnostics import Diagnostics
from generator.loading.report import load_report
from generator.models.body import ParagraphBlock
from generator.models.body_rows import BODY_KEYS
from generator.models.form import CELL_LIMIT, META_SHEET, edition
from generator.models.form_plan import Form
from generator.models.report import Report
from generator.workflows.form_plans import Basis, report_form, unit_form
from generator.writing.xlsx import TooLongError, write_form

KNOWLEDGE = shipped()


@cache
def _report(file: Path = COUNTY) -> Report:
    loaded = load_report(file, KNOWLEDGE, Diagnostics())
    assert loaded is not None
    return loaded.report


def _whole(file: Path = COUNTY) -> Form:
    report = _report(file)
    basis = Basis(KNOWLEDGE, report.year, report.period, report, filled=True)
    return report_form(basis, list(KNOWLEDGE.catalogue.topics))


def _unit(name: str = "县司法局行政复议与应诉股") -> Form:
    report = _report()
    basis = Basis(KNOWLEDGE, report.year + 1, "全年", report, due=date(2027, 1, 10), contact="秘书股")
    return unit_form(basis, name, KNOWLEDGE.units.topics_of(name), KNOWLEDGE.units)


@pytest.fixture(scope="module")
def whole() -> bytes:
    return write_form(_whole())


@pytest.fixture(scope="module")
def whole_book(whole: bytes) -> Workbook:
    """The same, to be looked at only."""
    return opened(whole)


@pytest.fixture(scope="module")
def unit() -> bytes:
    return write_form(_unit())


def test_the_meta_sheet_says_which_form_it_is(unit: bytes) -> None:
    sheet = opened(unit)[META_SHEET]
    form = _unit()

    assert sheet.sheet_state == "veryHidden"
    assert {str(row[0]): row[1] or "" for row in sheet.iter_rows(values_only=True)} == {
        "格式": "1",
        "种类": "表单",
        "目录版本": edition(form.topics()),
        "叠加": "",
        "年度": "2026",
        "期间": "全年",
        "单位": "县司法局行政复议与应诉股",
        "表号": form.number,
    }


def test_every_figure_of_a_report_stands_in_its_cell(whole_book: Workbook) -> None:
    """As a number when it is one, else as typed."""
    cells: dict[tuple[str, str], object] = {}
    for sheet in marked_sheets(whole_book).values():
        cells |= keyed(sheet)
    for topic, figures in _report().indicators.topics.items():
        for name, value in figures.values.items():
            if value.value is not None:
                typed = value.value.typed
                row, _, column = name.partition("_") if KNOWLEDGE.catalogue.topics[topic].表式 else (name, "", "值")
                plain = typed.replace(".", "", 1).isdigit()
                assert cells[f"{topic}.{row}", column] == (float(typed) if plain else typed), (topic, name)
        for statement in figures.ticked:
            assert cells[f"声明:{topic}.{statement}", "值"] == "是"


def test_every_sheet_has_its_kind(whole_book: Workbook) -> None:
    kinds = [str(sheet["A1"].value) for sheet in marked_sheets(whole_book).values()]

    assert kinds.count("fazhi:键值") == 2
    assert {"fazhi:指标", "fazhi:表", "fazhi:列表:报送", "fazhi:列表:不足", "fazhi:列表:豁免"} <= set(kinds)
    assert {"fazhi:正文:正文", "fazhi:正文:举措", "fazhi:正文:附件.1.内容"} <= set(kinds)


def test_the_text_stands_in_rows(whole_book: Workbook) -> None:
    sheet = marked_sheets(whole_book)["举措成效"]
    heads = [cell.value for cell in sheet[1][1:]]

    assert heads == list(BODY_KEYS)
    assert keyed(sheet)["1", "类型"] == "节"
    assert keyed(sheet)["1", "级"] == 1


def test_a_unit_gets_last_years_figures_of_which_it_is_the_source(unit: bytes) -> None:
    """Locked; what is not known of last year the unit may fill in."""
    sheet = marked_sheets(opened(unit))["纠纷化解"]
    rows = {str(cell.value): cell.row for cell in sheet["A"] if cell.value}
    columns = {str(cell.value): cell.column for cell in sheet[1] if cell.value}
    known = _report().indicators.quantity("行政复议", "收到")
    assert known is not None
    received = sheet.cell(rows["行政复议.收到"], columns["上年"])
    unknown = sheet.cell(rows["行政复议.确认无效"], columns["上年"])

    assert received.value == int(known.value)
    assert received.protection.locked
    assert unknown.value is None
    assert not unknown.protection.locked
    assert sheet.cell(rows["行政复议.收到"], columns["值"]).value is None


def test_figures_that_are_sums_over_units_are_not_given_to_one_unit() -> None:
    """The county's number of trainings says nothing of the education bureau's."""
    assert not any(figures.values for figures in _unit("县教育局").last_year.topics.values())


GIVEN = {
    "sums and ratios of sums in the source's own topic": (
        "县司法局行政执法监督股",
        "涉企检查",
        {"主体", "事项", "计划"},
    ),
    "figure of another unit's topic": ("县民政局", "村级法治", {"村社区"}),
    "topic less what others have of it": ("县司法局普法与依法治理股", "村级法治", {"明白人", "每村至少", "化解"}),
    "meetings of the party committee": ("县委办公室", "组织领导", {"常委会议题"}),
    "meetings of the government": ("县人民政府办公室", "组织领导", {"常务会议题"}),
    "what is left of the topic": ("县司法局秘书股", "组织领导", {"委员会会议", "协调小组会议", "要点任务"}),
}


@pytest.mark.parametrize(("name", "topic", "figures"), GIVEN.values(), ids=GIVEN.keys())
def test_last_years_figures_go_to_their_source_one_by_one(name: str, topic: str, figures: set[str]) -> None:
    """Of a topic that several units share, each gets what it alone answers for."""
    assert set(_unit(name).last_year.topic(topic).values) == figures


def test_labels_are_locked_and_inputs_are_not(unit: bytes) -> None:
    for title, sheet in marked_sheets(opened(unit)).items():
        assert sheet.protection.sheet, title
        assert not sheet.protection.password
        keys = {str(cell.value): cell.column for cell in sheet[1][1:] if cell.value}
        first = next((cell.row for cell in sheet["A"][1:] if cell.value), None)
        for key, column in keys.items():
            if key == "值" and first:
                assert not sheet.cell(first, column).protection.locked, title
        assert sheet["B2"].protection.locked


def test_choices_stand_on_a_hidden_sheet(whole_book: Workbook) -> None:
    """A list in the rule itself may have 255 signs; all topics are more."""
    book = whole_book
    assert book["_选项"].sheet_state == "hidden"
    lists = [
        rule
        for sheet in book.worksheets
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    ]  # fmt: skip
    assert lists
    assert all(str(rule.formula1).startswith("'_选项'!$") for rule in lists)
    topics = next(column for column in book["_选项"].iter_cols(values_only=True) if "行政复议" in column)
    assert {topic for topic in topics if topic} == set(KNOWLEDGE.catalogue.topics)


def test_an_indicator_has_its_meaning_a_hint_and_a_rule(unit: bytes) -> None:
    sheet = marked_sheets(opened(unit))["纠纷化解"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "行政复议.纠错率")
    entry = KNOWLEDGE.catalogue.topics["行政复议"].指标["直接纠错"]
    number = next(cell.row for cell in sheet["A"] if cell.value == "行政复议.直接纠错")
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    column = get_column_letter(next(cell.column for cell in sheet[1] if cell.value == "值"))
    base = get_column_letter(next(cell.column for cell in sheet[1] if cell.value == "口径"))

    comment = sheet.cell(row, 2).comment
    assert comment is not None
    assert "算法：直接纠错÷审结或受理" in comment.text
    assert rules[f"{column}{number}"].type == "decimal"
    assert rules[f"{column}{number}"].errorStyle == "warning"
    assert entry.含义[:10] in rules[f"{column}{number}"].prompt
    assert rules[f"{base}{row}"].type == "list"


def test_hints_are_short_enough_for_excel(whole_book: Workbook) -> None:
    for sheet in whole_book.worksheets:
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.prompt or "") <= 255
            assert len(rule.promptTitle or "") <= 32
            assert len(rule.error or "") <= 225
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f" or len(str(cell.value)) <= 8192


def test_pages_are_a4_with_repeated_heads(whole_book: Workbook) -> None:
    for title, sheet in marked_sheets(whole_book).items():
        assert sheet.page_setup.paperSize == 9, title
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, title
        assert sheet.page_setup.fitToHeight == 0
        if title != "封面":
            assert sheet.print_title_rows, title
            assert sheet.freeze_panes, title


def test_the_cover_says_whose_it_is_and_who_signs(unit: bytes) -> None:
    sheet = marked_sheets(opened(unit))["填报说明"]
    words = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)

    for wanted in (
        "2026年度法治政府建设情况填报表", "本表不得填写国家秘密、工作秘密", "2027年1月10日前", "秘书股", "填报人",
        "审核人",
        "主要负责人（签字）", "联系电话", "填报日期", "盖章处",
    ):  # fmt: skip
        assert wanted in words


def test_the_same_form_gives_the_same_bytes(unit: bytes) -> None:
    assert write_form(_unit()) == unit


def test_nothing_tells_the_time_or_leads_elsewhere(whole: bytes) -> None:
    with ZipFile(BytesIO(whole)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
        core = archive.read("docProps/core.xml").decode()
        relations = [archive.read(name).decode() for name in names if name.endswith(".rels")]
    assert "2000-01-01T00:00:00Z" in core
    assert not [name for name in names if "vba" in name.lower() or "externalLink" in name or "embed" in name.lower()]
    assert not [text for text in relations if 'TargetMode="External"' in text]


HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://x","点")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "#N/A",
    "=cmd|'/c calc'!A1",
    "_x003D_1",
)


@pytest.fixture(scope="module")
def formulas_of_harmless_text() -> int:
    return _formulas(
        opened(write_form(report_form(Basis(KNOWLEDGE, 2025, "全年", _report(), filled=True), ["行政复议"])))
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_begins_like_a_formula_stays_text(text: str, formulas_of_harmless_text: int) -> None:
    """In every kind of sheet, in the unit's name and in remarks."""
    report = _report()
    problem = report.problems[0].model_copy(update={"heading": text, "evidence": text})
    body = ParagraphBlock(parts=[text])
    datum = report.other_data[0].model_copy(update={"remark": text})
    subject = report.subject.model_copy(update={"short_name": text, "names": [text]})
    changes = {"problems": [problem], "body": [body], "other_data": [datum], "subject": subject}
    changed = report.model_copy(update=changes)
    form = report_form(Basis(KNOWLEDGE, 2025, "全年", changed, filled=True, contact=text), ["行政复议"])
    book = opened(write_form(form))

    assert _formulas(book) == formulas_of_harmless_text
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if _same(cell.value, text)]
    assert len(cells) >= 6
    assert all(cell.data_type == "s" for cell in cells)
    if text[0] in "=+-@\t":
        assert all(cell.quotePrefix for cell in cells)


def _formulas(book: Workbook) -> int:
    return sum(cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def _same(value: object, text: str) -> bool:
    return value in (text, text.replace("_x003D_", "_x005F_x003D_"))


def test_sheets_named_by_input_get_names_that_excel_takes() -> None:
    topic = KNOWLEDGE.catalogue.topics["行政复议"]
    form = small_form([topic], {}, {})
    chapters = tuple(type(form.chapters[0])(title, (topic,)) for title in ("甲/乙[丙]:*?", "甲/乙[丙]:*?", "长" * 40))
    names = opened(write_form(Form(**{**vars(form), "chapters": chapters}))).sheetnames

    assert len(names) == len(set(names))
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_a_text_that_no_cell_holds_is_refused() -> None:
    report = _report()
    body = ParagraphBlock(parts=["长" * (CELL_LIMIT + 1)])
    form = report_form(Basis(KNOWLEDGE, 2025, "全年", report.model_copy(update={"body": [body]}), filled=True), [])

    with pytest.raises(TooLongError, match="超过32767字"):
        write_form(form)


def test_a_report_with_approximate_figures_keeps_what_was_typed() -> None:
    cells: dict[tuple[str, str], object] = {}
    for sheet in marked_sheets(opened(write_form(_whole(EXAMPLE)))).values():
        cells |= keyed(sheet)

    assert cells["普法宣传.活动", "值"] == "20余"
    assert cells["普法宣传.资料", "值"] == "2万余"
    assert cells["规范性文件.报备率", "值"] == "100%"
    assert cells["规范性文件.审核", "值"] == 8
    assert cells["规范性文件.规范率", "备注"] == "原文称“报备合格率”，按现行指标名称归入规范率"
