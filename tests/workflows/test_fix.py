"""`fazhi check --fix`: inputs, texts and Word files mended in place, character by character."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from support.effort import tries
from support.packages import parts
from support.word_files import p, package, r, tbl, tc, zipped

from generator.cli.app import app
from generator.cli.chinese import explain
from generator.diagnostics import Diagnostics
from generator.loading.yaml import read_yaml
from generator.workflows.fix import Plans, carry_out, plan_fixes

HEAD = """\
# 注释,不改
格式: 1
年度: 2025
主体: {名称: [青禾县人民政府], 类别: 政府, 级别: 县级, 简称: 青禾县}
正文:
  - 节:
      标题: 健全制度,强化监督   # 注释,不改
      内容:
"""
TYPED = {
    "plain": ("共收到 12 件,受理6件;各乡镇(街道)", "共收到12件，受理6件；各乡镇（街道）"),
    "title and quotation": ("《条例(试行),办法》的“好,词”", "《条例(试行),办法》的“好,词”"),
    "escapes": ('"推进\\"放管服\\"改革,\\u3000好"', '"推进“放管服”改革，好"'),
    "single quotes": ("'单''引号,里'", "'单''引号，里'"),
    "block": ("|\n          第一行,好\n\n          第二行 3 件", "|\n          第一行，好\n\n          第二行3件"),
    "folded block": (">\n          文字,\n          接着,好", ">\n          文字，\n          接着，好"),
    "plain over lines": ("文字,\n          接着 好", "文字，\n          接着好"),
    "comment behind": ("收到,办结 # 注,不改", "收到，办结 # 注,不改"),
    "reference": ("收到{{ 行政复议.收到 }}件,其中", "收到{{ 行政复议.收到 }}件，其中"),
    "a change over a line's end": ('"展板。\\\n          。。"', '"展板。\\\n          。。"'),
    "only pointed out": ("学《甲法》、《乙法》", "学《甲法》、《乙法》"),
    "several rounds": ("展板.。。。", "展板.。。。"),
}


def _input(folder: Path, text: str, *, ends: str = "\n", mark: bytes = b"", encoding: str = "utf-8") -> Path:
    file = folder / "report.yaml"
    file.write_bytes(mark + f"{HEAD}{text}\n".replace("\n", ends).encode(encoding))
    return file


def _run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, ["check", "--fix", *arguments], input=typed)


def _fixed(file: Path) -> Plans:
    plans = plan_fixes([file])
    carry_out(plans)
    return plans


@pytest.mark.parametrize(("before", "after"), TYPED.values(), ids=TYPED)
def test_only_the_very_characters_change(before: str, after: str, tmp_path: Path) -> None:
    """Whatever way a text is typed, and whatever stands around it."""
    file = _input(tmp_path, f"        - {before}\n        - 末,段")
    _fixed(file)
    expected = HEAD.replace("健全制度,", "健全制度，") + f"        - {after}\n        - 末，段\n"
    assert file.read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(
    ("ends", "mark", "encoding"),
    [("\r\n", b"", "utf-8"), ("\n", b"\xef\xbb\xbf", "utf-8"), ("\r\n", b"\xff\xfe", "utf-16-le"), ("\n", b"", "gbk")],
)
def test_line_ends_marks_and_encodings_stay(ends: str, mark: bytes, encoding: str, tmp_path: Path) -> None:
    file = _input(tmp_path, "        - |\n          甲,乙\n          丙,丁", ends=ends, mark=mark, encoding=encoding)
    before = file.read_bytes()
    _fixed(file)
    wanted = before.decode(encoding).replace("甲,乙", "甲，乙").replace("丙,丁", "丙，丁").replace("制度,", "制度，")
    assert file.read_bytes() == wanted.encode(encoding)
    assert (tmp_path / "report.yaml.bak").read_bytes() == before


def test_shared_texts_and_exempted_places_stay(tmp_path: Path) -> None:
    """What is read in several places, and what staff decided to let stand."""
    exempted = '豁免: [{规则: TEXT011, 位置: "正文.0.节.内容.2", 理由: 如此}]'
    text = f"        - &a 共,用\n        - *a\n        - 豁免,的\n{exempted}"
    file = _input(tmp_path, text)
    plans = _fixed(file)
    assert file.read_text(encoding="utf-8") == f"{HEAD}{text}\n".replace("制度,强", "制度，强")
    assert [each.code for each in plans.diagnostics] == ["LOAD233"]


def _typed(text: str, style: str) -> str:
    if style == "|":
        return f"|-\n          县{text}"
    return style + (text.replace("'", "''") if style == "'" else text.replace('"', '\\"')) + style


RULES = """\
TEXT022: {换: "'", 例: ["15~30天 → 15'30天"]}
TEXT013: {换: '"\\', 例: ['完成. → 完成"\\']}
"""


def test_what_is_written_suits_its_quotes(tmp_path: Path) -> None:
    """The mends of an office may write anything; what wouldn't read as it was meant isn't written."""
    (tmp_path / "省" / "schemas").mkdir(parents=True)
    (tmp_path / "省" / "schemas" / "typography.yaml").write_text(RULES, encoding="utf-8")
    file = _input(tmp_path, "        - '15~30天完成.'\n        - \"15~30天完成.\"\n        - 15~30天完成.")
    plans = plan_fixes([file], [tmp_path / "省"])
    carry_out(plans)
    typed = file.read_text(encoding="utf-8").splitlines()[-3:]
    assert [line.strip() for line in typed] == [
        """- '15''30天完成"\\'""",
        """- "15'30天完成\\"\\\\\"""",
        """- 15'30天完成"\\""",
    ]
    assert [each.code for each in plans.diagnostics] == []


_SIGNS = st.sampled_from(list("县法12１，,、;；()（）《》“”\"'  .。…-~年月等号"))


@settings(max_examples=tries(12), deadline=None)
@given(st.lists(st.text(_SIGNS, min_size=1, max_size=14), min_size=1, max_size=3), st.sampled_from(["'", "|", '"']))
def test_fixed_twice_is_fixed_once(tmp_path_factory: pytest.TempPathFactory, texts: list[str], style: str) -> None:
    """And what is read afterwards differs in the texts alone, as it would have been printed."""
    file = _input(tmp_path_factory.mktemp("x"), "".join(f"        - {_typed(text, style)}\n" for text in texts))
    before = read_yaml(file, Diagnostics())
    _fixed(file)
    once = file.read_bytes()
    assert plan_fixes([file]).count == 0
    after = read_yaml(file, Diagnostics())
    assert before is not None
    assert after is not None
    assert file.read_bytes() == once
    assert {key: before.data[key] for key in ("格式", "年度", "主体")} == {
        key: after.data[key] for key in ("格式", "年度", "主体")
    }
    assert len(after.value(("正文", 0, "节", "内容"))) == len(texts)


LINES = ("青禾县人民政府", "关于2025年度法治政府建设情况的报告", "云岭市人民政府：")
TAIL = ("青禾县人民政府", "2026年 2月9日")


def _word(folder: Path, *body: str, further: dict[str, str] | None = None) -> Path:
    file = folder / "报告.docx"
    file.write_bytes(package("".join((*map(p, LINES), *body, *map(p, TAIL))), further))
    return file


def _field(result: str) -> str:
    kinds = ("begin", "separate", result, "end")
    return "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' if kind != result else r(result) for kind in kinds)


REVISED = (
    '<w:del w:id="1"><w:r><w:delText>,旧</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>,新</w:t></w:r></w:ins>'
)
WORD = {
    "over runs": (
        p("2025年,办结 ", r("1"), r("２", "<w:b/>"), r(" "), r(" 件", "<w:i/>"), "，全县平稳有序发展。"),
        p("2025年，办结", r("1"), r("2", "<w:b/>"), r(""), r("件", "<w:i/>"), "，全县平稳有序发展。"),
    ),
    "brackets in two runs": (p("乡镇(街", r("道)均", "<w:b/>"), "设。"), p("乡镇（街", r("道）均", "<w:b/>"), "设。")),
    "revisions, bookmarks and escapes": (
        p(REVISED,
          '<w:bookmarkStart w:id="3" w:name="x"/>', "《例(试行)》&<甲>,乙。"),
        p(REVISED,
          '<w:bookmarkStart w:id="3" w:name="x"/>', "《例(试行)》&<甲>，乙。").replace(",新", "，新"),
    ),
    "a field stays": (p("见", _field("甲,乙"), ",完。"), p("见", _field("甲,乙"), "，完。")),
    "indents stay": (p("　　依法行政,公开透明，全县推进。"), p("　　依法行政，公开透明，全县推进。")),
    "cells keep their blanks": (
        tbl((tc("名 称"), tc("数量,件")), (tc("复议(应诉)"), tc("12"))),
        tbl((tc("名 称"), tc("数量，件")), (tc("复议（应诉）"), tc("12"))),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), WORD.values(), ids=WORD)
def test_word_files_change_where_the_characters_are(before: str, after: str, tmp_path: Path) -> None:
    """Runs, formats, revisions, bookmarks and all other parts stay; the signature's blanks too."""
    further = {"styles": "", "header1": p("页,眉")}
    lead = p("现将2025年的有关情况报告如下，请予审阅。")
    file = _word(tmp_path, lead, before, further=further)
    old = parts(file.read_bytes())
    _fixed(file)
    new, wanted = parts(file.read_bytes()), parts(_word(tmp_path, lead, after, further=further).read_bytes())
    assert new["word/document.xml"] == wanted["word/document.xml"]
    assert {name: new[name] for name in new if name != "word/document.xml"} == {
        name: old[name] for name in old if name != "word/document.xml"
    }
    assert list(new) == list(old)


def test_columns_of_a_word_file_stay_in_line(tmp_path: Path) -> None:
    """Blanks are all that keeps figures apart and below each other where nobody drew a table."""
    file = tmp_path / "报告.docx"
    rows = ("行政复议     12    11", "行政应诉      3     3", "一、总计      15")
    file.write_bytes(package("".join(map(p, rows[:2])) + p("情况如下,请审。") + p(rows[2])))
    carry_out(plan_fixes([file]))
    after = parts(file.read_bytes())["word/document.xml"].decode()
    assert "情况如下，请审。" in after
    assert all(row in after for row in rows)


def test_a_line_that_is_seen_anew_is_mended_again(tmp_path: Path) -> None:
    """With its marks put right a line is running text, whose blanks go as well."""
    file = _word(tmp_path, p("2025年,全县办结 12 件;好."))
    _fixed(file)
    assert plan_fixes([file]).count == 0
    assert "2025年，全县办结12件；好。" in parts(file.read_bytes())["word/document.xml"].decode()


def test_signed_and_old_word_files_and_workbooks_stay(tmp_path: Path) -> None:
    """Each says why; the others are mended all the same."""
    signed, old, book, good = (tmp_path / name for name in ("签.docx", "旧.doc", "表.xlsx", "好.txt"))
    signed.write_bytes(_signed(_word(tmp_path, p("依法行政,公开透明，全县推进。")).read_bytes()))
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument")
    book.write_bytes(b"PK")
    good.write_text("\r\n".join([*LINES, "依法行政,公开透明，全县推进。"]), encoding="gbk", newline="")
    before = [file.read_bytes() for file in (signed, old, book)]
    result = _run(*map(str, (signed, old, book, good)))
    assert [file.read_bytes() for file in (signed, old, book)] == before
    assert good.read_bytes().decode("gbk") == "\r\n".join([*LINES, "依法行政，公开透明，全县推进。"])
    assert result.output.count("LOAD230") == 3
    assert "电子签名" in result.output
    assert "--annotate" in result.output
    assert f"已改：{good}（原件：好.txt.bak）" in result.output
    assert result.exit_code == 0


def _signed(raw: bytes) -> bytes:
    return zipped({**parts(raw), "_xmlsignatures/sig1.xml": b"<Signature/>"})


def test_it_is_shown_first_and_asked_for_at_a_console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _input(tmp_path, "        - 收到 12 件,办结\n        - 《甲》、《乙》")
    before = file.read_bytes()
    dry = _run(str(file), "--dry-run")
    assert re.search(r"report\.yaml:9:\d+  收到 12 件,办结 → 收到12件，办结", dry.output)
    assert "宜作“》《”；只提示，不改" in dry.output
    assert "共 2 处可改，没有改动文件" in dry.output
    monkeypatch.setattr("generator.cli.check_fix._is_console", lambda: True)
    assert "以上 2 处，改不改？" in _run(str(file), typed="n\n").output
    assert file.read_bytes() == before
    assert "已改" in _run(str(file), typed="y\n").output
    file.write_bytes(before)
    assert "改不改" not in _run(str(file), "--yes").output
    assert (tmp_path / "report.yaml.bak").read_bytes() == (tmp_path / "report.yaml.bak2").read_bytes() == before
    again = _run(str(file))
    assert "没有要改的标点和空格" in again.output
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_changed_in_between_stays(tmp_path: Path) -> None:
    file = _input(tmp_path, "        - 收到,办结")
    plans = plan_fixes([file])
    file.write_text("别人改过", encoding="utf-8")
    assert carry_out(plans) == ()
    assert file.read_text(encoding="utf-8") == "别人改过"
    assert [each.code for each in plans.diagnostics] == ["LOAD232"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")
def test_modes_and_links_stay(tmp_path: Path) -> None:
    """Who may write stays as it is, and what a link leads to is mended, not the link."""
    file, link = _input(tmp_path, "        - 收到,办结"), tmp_path / "b.yaml"
    file.chmod(0o664)
    link.symlink_to(file)
    _fixed(link)
    assert "收到，办结" in file.read_text(encoding="utf-8")
    assert link.is_symlink()
    assert [stat.S_IMODE(each.stat().st_mode) for each in (file, tmp_path / "report.yaml.bak")] == [0o664] * 2


def test_a_broken_input_stays(tmp_path: Path) -> None:
    file = _input(tmp_path, "        - [收到,办结")
    result = _run(str(file))
    assert result.exit_code == 1
    assert "LOAD" in result.output
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--fix", "--format", "json"), "--format 不能和 --fix 一起用"),
        (("--fix", "--annotate"), "--annotate 不能和 --fix"),
        (("--yes",), "要和 --fix 一起用"),
        (("--fix", "--yes", "--dry-run"), "只能用一个"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(tmp_path / "a.yaml"), *arguments], standalone_mode=False)
    assert isinstance(result.exception, click.UsageError)
    assert said in explain(result.exception)
