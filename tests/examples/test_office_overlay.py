"""The example of overlays: every change that its README tells of is seen in what is built, and gone without it."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from support.inputs import OVERLAID, write
from support.packages import NAMES, parts, value, xml
from support.workbooks import keyed, marked_sheets

from generator.diagnostics import Diagnostics, Severity
from generator.loading.knowledge import load_knowledge
from generator.models.report import FINAL_STATES
from generator.workflows.build import Built, Order, build
from generator.workflows.chains import Chains
from generator.workflows.check import check
from generator.workflows.form import FormOrder, form
from generator.workflows.schema import schema
from generator.workflows.trace import trace
from generator.writing.docx import write_docx
from generator.writing.text import write_text

HOME = OVERLAID.parent
CITY, COUNTY = HOME / "云岭市", HOME / "青禾县司法局"
LAYERS = [CITY, COUNTY]


@cache
def _built() -> tuple[dict[str, str], dict[str, bytes], Diagnostics]:
    """The texts and the Word files of the versions by name, and what was found."""
    diagnostics = Diagnostics()
    chain = Chains((), diagnostics).of(OVERLAID)
    assert chain is not None
    examined = chain.examine(OVERLAID, diagnostics)
    assert examined is not None
    texts = {each.meta.delivery: write_text(each, chain.known.style) for each in examined.documents}
    files = {each.meta.delivery: write_docx(each, chain.known.style) for each in examined.documents}
    return texts, files, diagnostics


def _with(folder: Path, *layers: Path) -> list[tuple[str, str]]:
    """Codes and messages of the input alone, held against these overlays."""
    alone = write(folder, OVERLAID.read_text(encoding="utf-8"))
    return [(each.code, each.message) for each in check([alone], layers)]


def test_the_example_has_no_error_and_no_warning() -> None:
    """What offices copy to begin with."""
    _, _, found = _built()
    assert [each.message for each in found if each.severity is not Severity.INFO] == []
    assert found.overlays == {str(OVERLAID): ("云岭市", "青禾县司法局")}


def test_it_is_an_example_and_nothing_is_made_up() -> None:
    """No number, no signer, no day."""
    chain = Chains((), Diagnostics()).of(OVERLAID)
    examined = chain.examine(OVERLAID, Diagnostics()) if chain is not None else None
    assert examined is not None
    assert examined.report.example
    assert examined.report.state not in FINAL_STATES
    assert all("示例" in text and not re.search(r"〔20\d\d〕", text) for text in _built()[0].values())
    for each in examined.report.deliveries:
        assert (each.number, each.signers, each.signed_on, each.issued_on, each.sent_on) == (None, [], None, None, None)


SEEN = {
    "words of a sentence (city)": ("报市委市政府", "县政府常务会议集体学法12次，涉及法律法规15部。"),
    "shipped sentence, and one more (county)": (
        "报市委市政府",
        "开展法治宣传活动46次，发放宣传资料2万余份。到村（社区）召开院坝会118场。",
    ),
    "sentence of a new topic (county)": (
        "报市委市政府",
        "赶集日在场镇设点普法168场，登记群众诉求326件，当场答复298件，转有关单位办理28件。",
    ),
    "closing words (city)": ("报市委市政府", "特此报告，请审阅。"),
    "blanks inside a term (city)": ("报市委市政府", "参加云岭 148 联调"),
    "title of a new kind (city)": ("报市委依法治市办", "关于青禾县2025年度法治政府建设情况的汇总材料"),
    "template of a new kind (city)": ("报市委依法治市办", "本材料的数据截至2025年12月31日。"),
    "note of it, changed again (county)": ("报市委依法治市办", "（供汇总使用，数据以正式报告为准）"),
}


@pytest.mark.parametrize(("version", "words"), SEEN.values(), ids=SEEN.keys())
def test_every_change_is_seen_in_text_and_word_file(version: str, words: str) -> None:
    """The same words in both."""
    texts, files, _ = _built()
    told = "".join(xml(files[version]).itertext()).replace("\n", "")
    assert words in texts[version]
    assert words in told


@pytest.mark.parametrize("version", ["报市委市政府", "报市委依法治市办"])
def test_the_word_files_are_valid(version: str, tmp_path: Path) -> None:
    """By the auditor, with the property that names the overlays."""
    file = tmp_path / "a.docx"
    file.write_bytes(_built()[1][version])
    result = OpenXmlValidator().validate(file)
    assert result.is_valid, result
    assert "云岭市、青禾县司法局" in parts(file.read_bytes())["docProps/custom.xml"].decode()


def _of_word(path: str, attribute: str, part: str = "word/document.xml") -> str | None:
    return value(xml(_built()[1]["报市委市政府"], part), path, attribute)


def test_margins_and_fonts_are_the_offices() -> None:
    """30 and 24 mm in twentieths of a point, and the font of second headings."""
    assert _of_word(".//w:sectPr/w:pgMar", "left") == "1701"
    assert _of_word(".//w:sectPr/w:pgMar", "right") == "1361"
    styles = parts(_built()[1]["报市委市政府"])["word/styles.xml"].decode()
    assert 'w:eastAsia="楷体"' in styles
    assert "楷体_GB2312" not in styles
    fonts = ET.fromstring(parts(_built()[1]["报市委市政府"])["word/fontTable.xml"])  # noqa: S314 - written by this project just now
    others = value(fonts, f".//w:font[@{{{NAMES['w']}}}name='楷体']/w:altName")
    assert others == "KaiTi,楷体_GB2312,方正楷体_GBK"


def test_what_is_missing_of_a_changed_kind_is_told() -> None:
    """The city requires the day of delivery."""
    found = [each.message for each in _built()[2] if each.code == "PART038"]
    assert [("报送日期" in message) for message in found] == [True, True]


def test_without_the_overlays_the_input_gives_clear_findings(tmp_path: Path) -> None:
    """Each of them names what isn't there."""
    found = _with(tmp_path)
    for code, name in (
        ("LOAD067", "依法治市办汇总"),
        ("LOAD061", "院坝会"),
        ("LOAD060", "赶集普法"),
        ("TEXT026", "空格"),
        ("TEXT032", "顿号"),
    ):
        assert any(each == code and name in message for each, message in found), code


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    """A rule of the county, a kind of delivery of the city."""
    codes = {code for code, _ in _with(tmp_path, CITY)}
    assert "TEXT032" in codes
    assert "TEXT032" not in {each.code for each in _built()[2]}
    text = OVERLAID.read_text(encoding="utf-8").replace("对象: 上级党委和政府", "对象: 上级政府")
    found = [each.message for each in check([write(tmp_path, text)], LAYERS) if each.code == "LOAD067"]
    assert found == ["没有这种报送对象：“上级政府”"]
    assert "LOAD067" not in {each.code for each in check([write(tmp_path, text)], [COUNTY])}


def test_the_relation_fires(tmp_path: Path) -> None:
    """In the office's own words, at the figure."""
    text = OVERLAID.read_text(encoding="utf-8").replace("转办: 28", "转办: 27")
    found = [each for each in check([write(tmp_path, text)], LAYERS) if each.code == "DATA901"]
    assert [each.severity for each in found] == [Severity.ERROR]
    assert "青禾县司法局台账" in found[0].source
    assert found[0].place.line is not None
    assert "赶集普法" in text.splitlines()[found[0].place.line - 1]


def test_the_other_wording_of_the_shipped_sentence_is_still_there(tmp_path: Path) -> None:
    """A file of phrases stands for the whole topic."""
    text = OVERLAID.read_text(encoding="utf-8").replace('"{{ 普法宣传 }}"', """'{{ 普法宣传("简") }}'""")
    built = build(Order([write(tmp_path, text)], tmp_path / "out", ("报市委市政府",), ("txt",), LAYERS))
    assert "开展法治宣传活动46次，发放宣传资料2万余份。" in built.written[0].read_text(encoding="utf-8")


def test_schema_and_trace_know_the_new_indicators() -> None:
    """So that editors suggest them, and figures are found again."""
    topics = json.loads(schema(LAYERS)[0])["$defs"]["指标"]["properties"]
    assert set(topics["赶集普法"]["properties"]) == {"场次", "诉求", "当场答复", "转办"}
    assert "院坝会" in topics["普法宣传"]["properties"]
    assert schema(home=HOME)[0] == schema(LAYERS)[0]
    lines, _ = trace("赶集普法.诉求", OVERLAID)
    assert lines[0] == "赶集普法.诉求（登记群众诉求，单位：件）"


def _form(unit: str, out: Path) -> Built:
    return form(FormOrder(out, year=2026, unit=unit, offices=LAYERS))


def _topics_on(file: Path) -> set[str]:
    """The topics of a form that was written."""
    keys = {key for sheet in marked_sheets(load_workbook(file)).values() for key, _ in keyed(sheet)}
    return {key.split(".")[0] for key in keys if "." in key}


@pytest.mark.parametrize(
    ("unit", "there"),
    [
        ("青石镇", {"赶集普法", "人民调解", "规范性文件"}),
        ("普法股", {"赶集普法", "普法宣传", "村级法治"}),
        ("社会工作部", {"村级法治", "学法"}),
    ],
)
def test_a_unit_added_or_changed_gets_its_form(unit: str, there: set[str], tmp_path: Path) -> None:
    """With the office's own topic and indicator on it."""
    built = _form(unit, tmp_path)
    assert len(built.written) == 1
    assert there <= _topics_on(built.written[0])


@pytest.mark.parametrize(("unit", "remedy"), [("县林业局", "是不是“县农业农村局”？"), ("乡镇", "--topics")])
def test_a_unit_removed_is_unknown(unit: str, remedy: str, tmp_path: Path) -> None:
    """What comes near it is asked for; without the overlay it has a form."""
    built = _form(unit, tmp_path)
    assert built.written == ()
    assert [(each.code, remedy in each.remedy) for each in built.diagnostics] == [("LOAD120", True)]
    assert len(form(FormOrder(tmp_path, year=2026, unit=unit, offices=[CITY])).written) == 1


def test_a_figure_may_have_another_source() -> None:
    """The rest of the topic stays with the unit that has it; what isn't written stays as shipped."""
    known = load_knowledge(LAYERS, Diagnostics())
    assert known is not None
    units, topic = known.units, known.catalogue.topics["村级法治"]
    sources = [units.county_source_of(topic, figure) for figure in ("村社区", "明白人")]
    assert [source.简称 for source in sources if source is not None] == ["社会工作部", "普法股"]
    assert "村级法治" not in units.topics_of("县民政局")
    assert list(units.units)[-4:] == ["青石镇", "街道", "开发区管理委员会", "自然保护区管理机构"]


def test_the_folder_can_be_copied_away(tmp_path: Path) -> None:
    """It leans on nothing beside it, and the bytes stay the same."""
    shutil.copytree(HOME, tmp_path / "别处")
    here = build(Order([OVERLAID], tmp_path / "甲"))
    there = build(Order([tmp_path / "别处" / "report.yaml"], tmp_path / "乙"))
    assert [file.read_bytes() for file in here.written] == [file.read_bytes() for file in there.written]


def test_the_readme_tells_of_every_file() -> None:
    """And of none that isn't there."""
    told = set(re.findall(r"^\| `([^`]+)` \|", (HOME / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    there = {file.relative_to(HOME).as_posix() for file in HOME.rglob("*") if file.is_file()}
    assert told == there - {"README.md"}
