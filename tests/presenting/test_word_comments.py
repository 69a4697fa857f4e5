"""Comments in a copy of a Word file: at the very words, valid, and nothing else is changed."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from support.documents import META, TITLE, paragraph
from support.packages import parts
from support.profiles import gbt9704
from support.word_files import p, package, r, tbl, tc, zipped

from generator.diagnostics import Diagnostic, Place, Severity, Strength
from generator.document.blocks import Document
from generator.document.numbering import numbered
from generator.presenting.word_comments import NoCommentsError, with_comments
from generator.reading.word import read_word, spots_of
from generator.writing.docx.writer import write_docx

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _finding(number: int | None, words: str | None = None, message: str = "这里不对") -> Diagnostic:
    place = Place("报告.docx", paragraph=number, text=words)
    return Diagnostic("TEXT060", Severity.WARNING, place, message, "改正<它>", "GB/T 15834", Strength.GENERAL)


def _annotated(raw: bytes, *found: Diagnostic) -> bytes:
    return with_comments(raw, spots_of(raw), found)


def _ranges(content: bytes) -> dict[str, str]:
    """The text between the marks of every comment, by its number."""
    found: dict[str, str] = {}
    opened: set[str] = set()
    for node in ET.fromstring(parts(content)["word/document.xml"]).iter():  # noqa: S314 - made here
        number = node.get(f"{_W}id", "")
        if node.tag == f"{_W}commentRangeStart":
            opened.add(number)
            found[number] = ""
        elif node.tag == f"{_W}commentRangeEnd":
            opened.remove(number)
        elif node.tag == f"{_W}t":
            for each in opened:
                found[each] += node.text or ""
    assert not opened
    return found


def _texts(content: bytes) -> list[str]:
    return [line.text for line in read_word(content, "").lines]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("加强领导", "加强领导"),
        ("领导，明", "领导，明"),
        ("领导,明", "领导，明"),
        ("（一）", "（一）"),
        ("A&B", "A&B"),
        ("没有的字", "（一）加强领导，明确A&B职责。"),
        (None, "（一）加强领导，明确A&B职责。"),
    ],
)
def test_the_very_words_are_marked(words: str | None, marked: str) -> None:
    """Within a run, over several, over what is escaped; else the paragraph."""
    raw = package(p("第一段。") + p("（一）", r("加强领导，", "<w:b/>"), "明确A&B职责。") + p("第三段。"))
    made = _annotated(raw, _finding(2, words))
    assert _ranges(made) == {"0": marked}
    assert _texts(made) == _texts(raw)


def test_runs_that_are_cut_keep_their_look() -> None:
    raw = package(p(r("前面的字和后面的字", "<w:b/><w:i/>")))
    body = parts(_annotated(raw, _finding(1, "的字和")))["word/document.xml"].decode()
    runs = re.findall(r"<w:r>(.*?)</w:r>", body)
    assert [run for run in runs if "commentReference" not in run] == [
        f'<w:rPr><w:b/><w:i/></w:rPr><w:t xml:space="preserve">{text}</w:t>' for text in ("前面", "的字和", "后面的字")
    ]


def test_findings_about_the_file_stand_at_its_beginning() -> None:
    raw = package(p("第一段。") + p("第二段。"))
    assert _ranges(_annotated(raw, _finding(None))) == {"0": "第一段。"}


def test_tables_insertions_and_fields() -> None:
    """Marks stand where Word takes them: in a cell's first paragraph, within an insertion, round a link."""
    inserted = f'<w:ins w:id="9" w:author="a">{r("新加的字")}</w:ins>'
    link = f"<w:hyperlink>{r('链接')}</w:hyperlink>"
    raw = package(p("前", inserted, link, "后") + tbl((tc("甲"), tc("乙"))) + p("末段。"))
    made = _annotated(raw, _finding(1, "加的"), _finding(1, "字链"), _finding(2))
    assert _ranges(made) == {"0": "加的", "1": "字链", "2": "甲"}
    assert _texts(made) == _texts(raw)


def test_findings_in_boxes_stand_at_the_paragraph_that_holds_them() -> None:
    """Word knows no comments in text boxes."""
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框里的字')}</w:txbxContent></v:textbox></w:pict></w:r>"
    raw = package(p("段落里的字", box) + p("下一段"))
    assert [line.place.paragraph for line in read_word(raw, "").lines] == [1, 1, 2]
    assert _ranges(_annotated(raw, _finding(1, "框里"))) == {"0": "段落里的字"}


def test_several_findings_about_the_same_words() -> None:
    raw = package(p("前面的字和后面的字。"))
    made = _annotated(raw, _finding(1, "的字和"), _finding(1, "的字和"), _finding(1, "字和后"), _finding(1, "后面"))
    assert list(_ranges(made).values()) == ["的字和", "的字和", "字和后", "后面"]
    assert _texts(made) == ["前面的字和后面的字。"]


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_words_of_any_runs(data: st.DataObject) -> None:
    """Text is never changed, and what is marked is what was meant."""
    letters = st.text("法治<&>A1。 ", min_size=1, max_size=6)
    runs = data.draw(st.lists(letters, min_size=1, max_size=5).filter(lambda runs: "".join(runs).strip() != ""))
    text = "".join(runs)
    begin = data.draw(st.integers(0, len(text) - 1))
    words = text[begin : data.draw(st.integers(begin + 1, len(text)))]
    raw = package(p(*(r(run) for run in runs)))
    made = _annotated(raw, _finding(1, words), _finding(1, text[:1]))
    assert _ranges(made) == {"0": words, "1": text[:1]}
    assert _texts(made) == _texts(raw)


def _with_comment_of_somebody() -> bytes:
    files = parts(package(p(
        '<w:commentRangeStart w:id="3"/>', "请核对的字", '<w:commentRangeEnd w:id="3"/>',
        '<w:r><w:commentReference w:id="3"/></w:r>',
    )))  # fmt: skip
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    comment = f'<w:comment w:id="3" w:author="张三">{p("请核对")}</w:comment>'
    files["word/comments.xml"] = f"<w:comments {space}>{comment}</w:comments>".encode()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId9" Type="{office}/comments" Target="comments.xml"/></Relationships>'
    relations = files["word/_rels/document.xml.rels"]
    files["word/_rels/document.xml.rels"] = relations.replace(b"</Relationships>", relation.encode())
    return zipped(files)


def test_comments_of_others_are_kept() -> None:
    made = _annotated(_with_comment_of_somebody(), _finding(1, "核对"))
    comments = ET.fromstring(parts(made)["word/comments.xml"])  # noqa: S314 - made here
    assert [(each.get(f"{_W}id"), each.get(f"{_W}author")) for each in comments] == [("3", "张三"), ("4", "fazhi")]
    assert _ranges(made) == {"3": "请核对的字", "4": "核对"}


def _own() -> bytes:
    blocks = (TITLE, paragraph("2025年，全县依法行政水平进一步提高。"), paragraph("特此报告。"))
    return write_docx(numbered(Document(META, blocks)), gbt9704())


def test_a_copy_of_our_own_file_is_valid(tmp_path: Path) -> None:
    """openxml-audit finds no more in it than in the original, python-docx opens it, only three parts are touched."""
    raw = _own()
    made = _annotated(raw, _finding(2, "依法行政"), _finding(None, message="整个文件"))
    file = tmp_path / "报告_疑点.docx"
    file.write_bytes(made)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert docx.Document(str(file)).paragraphs[1].text == "2025年，全县依法行政水平进一步提高。"
    before, after = parts(raw), parts(made)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
    }  # fmt: skip
    assert b"w:date" not in after["word/comments.xml"]
    assert b'w:val="CommentReference"' in after["word/comments.xml"]
    assert _annotated(raw, _finding(2, "依法行政"), _finding(None, message="整个文件")) == made


def test_a_comment_says_problem_remedy_and_source() -> None:
    comments = ET.fromstring(parts(_annotated(_own(), _finding(2)))["word/comments.xml"])  # noqa: S314 - made here
    lines = ["".join(t.text or "" for t in each.iter(f"{_W}t")) for each in comments.iter(f"{_W}p")]
    assert lines == ["【警告 TEXT060】这里不对", "办法：改正<它>", "依据：GB/T 15834（一般）"]


def test_a_file_in_another_encoding_gets_none() -> None:
    files = parts(package(p("字。")))
    text = '<?xml version="1.0" encoding="UTF-16"?>' + files["word/document.xml"].decode()
    raw = zipped({**files, "word/document.xml": text.encode("utf-16")})
    with pytest.raises(NoCommentsError):
        _annotated(raw, _finding(1))
