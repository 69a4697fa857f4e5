"""PAGE at files that other programs made: what is wrong in them was read out of their XML first."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from support import office
from support.documents import report
from support.drawings import both, drawn_line, old_picture, old_text_box, picture, text_box
from support.formal import upward
from support.knowledge_files import shipped_checks
from support.layouts import TITLE, Layout, Piece, look
from support.packages import value, xml
from support.profiles import gbt9704

from generator.checking.page import check_page
from generator.diagnostics import Diagnostics
from generator.reading.typesetting.facts import read_typeset
from generator.writing.docx.writer import write_docx


def found(raw: bytes, *, converted: bool = False) -> list[tuple[str, str]]:
    """Codes and messages."""
    diagnostics = Diagnostics()
    check_page(read_typeset(raw, "稿.docx"), gbt9704(), shipped_checks(), diagnostics, converted=converted)
    return [(each.code, each.message) for each in diagnostics]


def _plain() -> bytes:
    """A report by python-docx with its defaults."""
    import docx  # noqa: PLC0415 - slow to import, and only this test needs it

    file = docx.Document()
    file.add_heading("甲县人民政府关于2025年度法治政府建设情况的报告", 0)
    file.add_paragraph("乙市人民政府：")
    file.add_heading("一、主要举措和成效", 1)
    file.add_heading("（一）坚持党的领导", 2)
    file.add_paragraph("全县召开会议3次，“双随机”检查覆盖率100%。" * 4)
    file.add_paragraph("甲县人民政府")
    file.add_paragraph("2026年1月5日")
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


REALLY_WRONG = [
    # word/document.xml: pgSz 12240×15840, pgMar 1440 1800, no footer, docGrid without a type
    ("PAGE001", "215.9×279.4毫米"),
    ("PAGE002", "上25.4毫米、下25.4毫米、左31.8毫米、右31.8毫米"),
    ("PAGE040", "没有页码"),
    # docDefaults: theme fonts, sz 22, after 200, line 276 auto; themeFontLang eastAsia ja-JP
    ("PAGE003", "没有固定"),
    ("PAGE021", "主送机关、正文、署名、成文日期有11磅"),
    ("PAGE024", "主送机关、正文段后10磅"),
    ("PAGE033", "ＭＳ 明朝"),
    ("PAGE035", "Cambria"),
    ("PAGE022", "一级标题、二级标题、正文首行缩进0字"),
    ("PAGE026", "正文居左"),
    ("PAGE061", "偏在左边"),
    # style Title: sz 52, colour 17365D, after 300, left; heading 1 and 2: theme fonts, b, sz 28 and 26, blue, before
    ("PAGE033", "ＭＳ ゴシック"),
    ("PAGE011", "26磅"),
    ("PAGE012", "标题居左"),
    ("PAGE014", "空0.5行"),
    ("PAGE025", "一级标题、二级标题加粗"),
    ("PAGE027", "17365D"),
    ("PAGE027", "365F91"),
    ("PAGE027", "4F81BD"),
    ("PAGE031", "一级标题有四号（14磅）"),
    ("PAGE031", "二级标题有13磅"),
    ("PAGE024", "一级标题段前24磅"),
    ("PAGE024", "二级标题段前10磅"),
]


def test_a_file_by_python_docx_shows_all_that_is_wrong_with_it() -> None:
    """Every deviation that is there, and none that isn't."""
    findings = found(_plain())
    for code, words in REALLY_WRONG:
        assert [each for each in findings if each[0] == code and words in each[1]], (code, words)
    assert len(findings) == len(REALLY_WRONG)


@pytest.mark.office
def test_what_libreoffice_makes_of_ours_is_still_right(tmp_path: Path) -> None:
    """It writes all styles anew, characters as twips, hints away, frames out of order: the look stays the same."""
    if reason := office.missing():
        pytest.skip(reason)
    made = {"report": report(), "sealed": report(sealed=True), "upward": upward()}
    by_hand = Layout().docx()
    saved = office.to_docx(
        {name: write_docx(one, gbt9704()) for name, one in made.items()} | {"hand": by_hand}, tmp_path
    )
    of_hand = saved.pop("hand")
    assert {name: found(raw) for name, raw in saved.items()} == {name: [] for name in made}
    # What it does to a file that rests on a grid of characters and on hints is wrong, and is told.
    grid = value(xml(of_hand), ".//w:docGrid", "charSpace")
    hinted = value(xml(of_hand), ".//w:rFonts[@w:hint]", "hint")
    really = {"PAGE004": grid != "-842", "PAGE035": hinted != "eastAsia"}
    assert {code for code, _ in found(of_hand)} == {code for code, wrong in really.items() if wrong}


MARK = Piece([("甲县人民政府文件", look(TITLE, 52, more='<w:color w:val="FF0000"/>'))], "center", spacing="").xml()
LOW, HIGH = 'w:line="227" w:lineRule="exact"', 'w:line="1200" w:lineRule="exact"'


def _drawn(line: str) -> bytes:
    """The mark in a text box, the red rule drawn, a seal."""
    layout = Layout()
    layout.pieces["上空"].before = both(text_box(MARK), old_text_box(MARK))
    layout.pieces["标志"] = Piece([], spacing=HIGH)
    layout.pieces["红线"] = Piece([], spacing=LOW, before=line)
    layout.pieces["日期"].before = both(picture(42, 42), old_picture(42, 42))
    return layout.docx()


@pytest.mark.office
def test_old_word_files_are_checked_so_far_as_the_conversion_keeps_them(tmp_path: Path) -> None:
    """Saved by LibreOffice as .doc and turned into .docx again, as the program does when it reads one."""
    if reason := office.missing():
        pytest.skip(reason)
    right = {
        "report": write_docx(report(), gbt9704()),
        "sealed": write_docx(report(sealed=True), gbt9704()),
        "upward": write_docx(upward(), gbt9704()),
        "hand": Layout().docx(),
        "drawn": _drawn(drawn_line()),
    }
    made = {**right, "plain": _plain(), "short": _drawn(drawn_line(120)), "black": _drawn(drawn_line(colour="000000"))}
    for name, raw in made.items():
        (tmp_path / f"{name}.docx").write_bytes(raw)
    old, new = tmp_path / "old", tmp_path / "new"
    office.convert([tmp_path / f"{name}.docx" for name in made], old, "doc")
    office.convert([old / f"{name}.doc" for name in made], new, "docx:MS Word 2007 XML")
    seen = {name: found((new / f"{name}.docx").read_bytes(), converted=True) for name in made}
    assert {name: seen[name] for name in right} == {name: [] for name in right}
    assert [code for code, _ in seen["short"]] == ["PAGE069"]
    assert [code for code, _ in seen["black"]] == ["PAGE068"]
    assert sorted(code for code, _ in seen["plain"]) == sorted(code for code, _ in REALLY_WRONG if code != "PAGE035")
    assert all(message.endswith("（据转换后的版面）") for _, message in seen["plain"])


LETTERHEAD = Path(__file__).with_name("letterhead.fodt")


@pytest.mark.office
def test_a_letterhead_of_libreoffice(tmp_path: Path) -> None:
    """A report written in LibreOffice: the mark in a frame, the rule a line, the seal an ellipse. It has no page
    numbers."""
    if reason := office.missing():
        pytest.skip(reason)
    source = LETTERHEAD.read_text(encoding="utf-8")
    made = {"right": ("35", "156", "#ff0000"), "low": ("60", "156", "#ff0000"), "short": ("35", "100", "#ff0000"),
            "black": ("35", "156", "#000000")}  # fmt: skip
    for name, (down, wide, colour) in made.items():
        filled = source.replace("@DOWN@", down).replace("@WIDE@", wide).replace("@COLOUR@", colour)
        (tmp_path / f"{name}.fodt").write_text(filled, encoding="utf-8")
    office.convert([tmp_path / f"{name}.fodt" for name in made], tmp_path, "docx:MS Word 2007 XML")
    seen = {name: [code for code, _ in found((tmp_path / f"{name}.docx").read_bytes())] for name in made}
    wrong = {"right": [], "low": ["PAGE067"], "short": ["PAGE069"], "black": ["PAGE068"]}
    assert seen == {name: ["PAGE040", *codes] for name, codes in wrong.items()}
