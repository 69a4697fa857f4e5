"""The command line speaks Chinese, answers quickly and says what was wrong."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("docx", "openpyxl", "pydantic", "jinja2", "yaml", "lxml")


def _fazhi(*arguments: str) -> subprocess.CompletedProcess[str]:
    code = "from generator.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("build", "--help"), ("check", "--help"), ("form", "--help"), ("collect", "--help"), ("--version",)],
)
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    """Neither python-docx nor openpyxl, pydantic, jinja2 or yaml is needed to show help."""
    code = (
        "import sys\nfrom generator.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, encoding="utf-8"
    )

    assert done.stderr.strip() == "[]"


def test_help_is_chinese() -> None:
    """No English left over from the library."""
    for arguments in ((), *((name, "--help") for name in ("build", "trace", "suggest", "schema", "form", "collect"))):
        text = _fazhi(*arguments).stdout
        assert "用法：fazhi" in text
        assert not [word for word in ("Usage", "Options", "Commands", "Show", "required", "default") if word in text]


WRONG = {
    "unknown option": (("build", "--foo", "x"), "没有 --foo 这个选项"),
    "unknown command": (("bild",), "没有'bild'这个命令"),
    "missing input": (("build", "-o", "out"), "缺少参数 输入…"),
    "missing out": (("build", "x.yaml"), "缺少选项 --out"),
    "option without value": (("build", "x.yaml", "-o"), "后面要跟一个值"),
    "unknown format": (("build", "x.yaml", "-o", "out", "--to", "pdf"), "不能生成“pdf”，可用：docx、txt"),
    "no format": (("build", "x.yaml", "-o", "out", "--to", ","), "没有写格式，可用：docx、txt"),
    "value for a switch": (("build", "x.yaml", "-o", "out", "--strict=1"), "选项 --strict 后面不跟值"),
    "extra argument": (("schema", "x"), "多余的参数：x"),
    "no year": (("form", "--year", "去年", "-o", "a.xlsx"), "选项 --year：“去年”不是年份，写成 2026 的样子"),
    "no day": (("form", "--year", "二〇二六", "--due", "年底", "-o", "a.xlsx"), "选项 --due：日期“年底”读不懂"),
    "no such day": (("collect", "x", "--into", "a.yaml", "--due", "2027年2月30日"), "日历上没有“2027年2月30日”这一天"),
    "year of old": (("check", "x.docx", "--year", "1949年"), "年份应当在 1990 到 2100 之间"),
    "bad period": (
        ("form", "--year", "2026", "--period", "一季度", "-o", "a.xlsx"),
        "选项 --period 只能是：全年、上半年",
    ),
    "two inputs where one goes": (("convert", "a b.yaml", "c", "-o", "d.xlsx"), "有空格的，两头加半角双引号"),
    "bad choice": (("check", "x.yaml", "--format", "xml"), "选项 --format 只能是：text、json"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG.keys())
def test_wrong_usage_says_what_and_where_help_is(arguments: tuple[str, ...], words: str) -> None:
    """Exit code 2, one Chinese sentence, no traceback."""
    done = _fazhi(*arguments)

    assert done.returncode == 2
    assert words in done.stderr
    assert "查看用法：fazhi" in done.stderr
    assert "Traceback" not in done.stderr
