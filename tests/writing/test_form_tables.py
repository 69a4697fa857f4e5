"""The national tables in a Word file and as text: merged cells, whole numbers, inside the type area."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator
from support import office
from support.documents import document, paragraph
from support.national import table
from support.packages import NAMES, paragraphs, xml
from support.phrases import catalogue
from support.profiles import gbt9704

from generator.document.blocks import Table, plain
from generator.document.tables import laid_out
from generator.writing.docx import write_docx
from generator.writing.text import write_text

FORMS = [name for name, topic in catalogue().topics.items() if topic.表式]
PROFILE = gbt9704()
W = f"{{{NAMES['w']}}}"


def words_of(made: Table) -> list[list[str]]:
    """Every cell of the grid, a merged one in each place it reaches over."""
    return [
        [plain(slot.cell.inlines) for slot in row for _ in range(slot.cell.across)]
        for row in laid_out((*made.head, *made.rows))
    ]


@pytest.mark.parametrize("topic", FORMS)
def test_word_reads_every_cell_where_it_was_put(topic: str) -> None:
    """By python-docx, which follows merged cells as Word does."""
    made = table(topic)
    (read,) = docx.Document(io.BytesIO(write_docx(document(made), PROFILE))).tables

    assert [[cell.text for cell in row.cells] for row in read.rows] == words_of(made)


def test_the_files_are_valid(tmp_path: Path) -> None:
    """Merged cells included."""
    file = tmp_path / "表.docx"
    file.write_bytes(write_docx(document(*map(table, FORMS)), PROFILE))
    checked = OpenXmlValidator().validate(file)

    assert checked.is_valid, [str(error) for error in checked.errors]


@pytest.mark.parametrize("topic", FORMS)
def test_columns_hold_their_numbers(topic: str) -> None:
    """Together as wide as the type area, each wide enough for its longest number at half a character a digit."""
    made = table(topic)
    body = xml(write_docx(document(made), PROFILE))
    widths = [int(column.get(f"{W}w", "")) for column in body.iterfind(".//w:gridCol", NAMES)]
    dense = len(widths) >= PROFILE.表.密.列数.值
    size, margin = (PROFILE.表.密.文, PROFILE.表.密.左右边距) if dense else (PROFILE.表.文, PROFILE.表.左右边距)

    assert sum(widths) == PROFILE.版心.宽.twips
    for row in laid_out(made.rows):
        for slot in row:
            digits = plain(slot.cell.inlines)
            if digits.replace(".", "").isdigit() and slot.cell.across == 1:
                assert widths[slot.column] >= len(digits) / 2 * size.字号.twips + 2 * margin.twips


def test_many_columns_are_set_smaller() -> None:
    """By styles of their own; a table of few columns as before."""
    dense = {style for style, _ in paragraphs(write_docx(document(table("信息公开申请表")), PROFILE))}
    usual = {style for style, _ in paragraphs(write_docx(document(table("行政许可统计表")), PROFILE))}

    assert dense == {"FzTableTitle", "FzDenseTableHead", "FzDenseTableText", "FzDenseTableTextCentred", "FzTableAfter"}
    assert usual == {"FzTableTitle", "FzTableHead", "FzTableTextCentred", "FzTableAfter"}


def test_only_the_head_is_repeated() -> None:
    """Three rows of the form on applications, none of one in blocks."""
    for topic, heads in (("信息公开申请表", 3), ("信息公开主动公开表", 0)):
        body = xml(write_docx(document(table(topic)), PROFILE))
        marked = [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in body.iterfind(".//w:tr", NAMES)]
        assert marked == [True] * heads + [False] * (len(marked) - heads)


def test_merged_cells_in_text() -> None:
    """A cell over several columns has their room, one over several rows stands in the first."""
    assert write_text(document(table("信息公开复议诉讼表")), PROFILE).splitlines()[1:] == [
        "           项目             结果维持  结果纠正  其他结果  尚未审结  总计",
        "行政复议                       1         1         0         1       3",
        "行政诉讼  未经复议直接起诉     1         0         0         0       1",
        "          复议后起诉           0         0         0         0       0",
    ]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Every form on pages of its own."""
    lacking = office.missing()
    if lacking:
        pytest.skip(lacking)
    files = {topic: write_docx(document(table(topic), paragraph("后。")), PROFILE) for topic in FORMS}
    return office.to_pdf(files, tmp_path_factory.mktemp("forms"))


@pytest.mark.office
@pytest.mark.parametrize("topic", FORMS)
def test_a_form_stays_inside_the_type_area(printed: Mapping[str, Path], topic: str) -> None:
    """Its outer rules and all that is printed."""
    for number, page in enumerate(office.pages(printed[topic]), start=1):
        rules = office.picture(printed[topic], number).rules()
        assert all(rule.left >= 28 - 0.6 and rule.right <= 184 + 0.6 for rule in rules)
        assert all(rule.bottom <= 262 + 0.6 for rule in rules)
        assert all(line.left >= 28 and line.right <= 184 for line in page.between(37, 262))


@pytest.mark.office
@pytest.mark.parametrize("topic", FORMS)
def test_no_number_is_broken(printed: Mapping[str, Path], topic: str) -> None:
    """Those of four digits and more, which are in danger of it."""
    lines = [line.text for page in office.pages(printed[topic]) for line in page.lines]
    texts = [plain(cell.inlines) for row in table(topic).rows for cell in row]
    for figure in (each for each in texts if len(each) > 3 and each.replace(".", "").isdigit()):
        assert any(figure in line for line in lines), figure


@pytest.mark.office
def test_the_form_on_applications_fits_on_a_page(printed: Mapping[str, Path]) -> None:
    """Its 28 rows and its title."""
    first = office.pages(printed["信息公开申请表"])[0]

    assert any("四、结转下年度继续办理" in line.text for line in first.lines)
