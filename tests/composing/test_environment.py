"""Templates come from strangers: what they may do, how long and how much, and where their faults are shown."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.composing.environment import make_environment, render
from generator.composing.faults import TemplatePlaces, report_fault
from generator.composing.limits import TimeIsUp, at_most
from generator.diagnostics import Diagnostics


def _run(tmp_path: Path, files: dict[str, str], seconds: float = 5, **variables: object) -> tuple[str, Diagnostics]:
    folder = tmp_path / "office" / "templates"
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    try:
        with at_most(seconds):
            return render(make_environment([folder], {}), "main.j2", variables), diagnostics
    except Exception as error:  # noqa: BLE001 - the test looks at what became of it
        report_fault(error, TemplatePlaces((folder,)), diagnostics)
        return "", diagnostics


def test_start_tags_carry_the_line_they_were_written_on(tmp_path: Path) -> None:
    """Tags in expressions and comments are not stamped; the lines are those of the file."""
    source = "{# <p> #}\n<report>\n{% if 1 < 2 and 'a' %}\n<p>{{ '<b>' }}\n</p>{% endif %}\n</report>"
    text, found = _run(tmp_path, {"main.j2": source})

    assert text == '<report t="main.j2:2">\n<p t="main.j2:4">&lt;b&gt;\n</p></report>'
    assert not len(found)


FAULTY: dict[str, tuple[str, str, int | None]] = {
    "undefined name": ("\n{{ 没有 }}", "TMPL004", 2),
    "undefined attribute": ("{{ 数.没有 }}", "TMPL004", 1),
    "undefined filter": ("{{ 1|string }}", "TMPL003", 1),
    "unclosed tag": ("a\n{% if x %}", "TMPL003", 2),
    "missing template": ("{% include 'x.j2' %}", "TMPL002", 1),
    "path escape": ("{% include '../x.j2' %}", "TMPL002", 1),
    "dunder": ("{{ ''.__class__.__mro__ }}", "TMPL008", 1),
    "text method": ("{{ 'a'.ljust(999999999) }}", "TMPL008", 1),
    "multiplied text": ("{{ 'a' * 999999999 }}", "TMPL010", 1),
    "power": ("{{ 9 ** 9 ** 9 }}", "TMPL010", 1),
    "formatted text": ("{{ '%0999999999d' % 1 }}", "TMPL010", 1),
    "long range": ("{{ range(99999999)|length }}", "TMPL006", 1),
    "None": ("\n\n{{ 空 }}", "TMPL010", 3),
    "division by zero": ("{{ 1 / 0 }}", "TMPL010", 1),
    "endless macro": ("{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}", "TMPL007", 1),
    "doubling text": (
        "{% set n = namespace(x='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "TMPL006",
        1,
    ),
    "doubling list": (
        "{% set n = namespace(x=[1,2,3]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "TMPL006",
        1,
    ),
    "joined with a giant": (
        (
            "{% set n = namespace(x='aaaaaaaaaa') %}{% for i in range(15) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
            "{{ range(1000)|join(n.x) }}"
        ),
        "TMPL006",
        1,
    ),
    "list in a list": (
        "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}",
        "TMPL010",
        1,
    ),
    "list joined": (
        "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x|join }}",
        "TMPL010",
        1,
    ),
    "doubling block": (
        (
            "{% set n = namespace(x='aaaaaaaaaa') %}{% for i in range(60) %}"
            "{% set t %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = t %}{% endfor %}"
        ),
        "TMPL006",
        1,
    ),
    "growing number": (
        "{% set n = namespace(x=99) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "TMPL006",
        1,
    ),
    "much output": (
        "".join(f"{{% for {n} in range(1000) %}}" for n in "ij") + "a" * 20 + "{% endfor %}" * 2,
        "TMPL006",
        None,
    ),
}


@pytest.mark.parametrize(("source", "code", "line"), FAULTY.values(), ids=FAULTY.keys())
def test_a_faulty_template_is_one_finding_at_its_line(tmp_path: Path, source: str, code: str, line: int | None) -> None:
    """Whatever a template does wrong ends quickly in a finding with the file and the line."""
    started = time.monotonic()
    _, found = _run(tmp_path, {"main.j2": source}, 数={"a": 1}, 空=None)

    (only,) = found
    assert (only.code, only.place.file, only.place.line) == (code, "templates/main.j2", line)
    assert only.remedy
    assert time.monotonic() - started < 8


def test_an_undefined_name_in_an_imported_macro_names_that_file(tmp_path: Path) -> None:
    """The finding stands where the name is, not where the macro was called."""
    files = {
        "main.j2": "\n{% import 'lib/m.j2' as m %}\n{{ m.f() }}",
        "lib/m.j2": "\n\n{% macro f() %}\n{{ 无此名 }}\n{% endmacro %}",
    }
    _, found = _run(tmp_path, files)

    (only,) = found
    assert (only.place.file, only.place.line) == ("templates/lib/m.j2", 4)
    assert "无此名" in only.message


def test_loops_without_calls_are_stopped_by_the_clock(tmp_path: Path) -> None:
    """Nested loops over a short list call nothing that could be counted."""
    loops = "".join(f"{{% for {name} in 数 %}}" for name in "abcdefg") + "{% endfor %}" * 7
    started = time.monotonic()
    _, found = _run(tmp_path, {"main.j2": loops}, seconds=0.3, 数=list(range(100)))

    assert [d.code for d in found] == ["TMPL005"]
    assert time.monotonic() - started < 3


def test_the_clock_leaves_quick_code_alone() -> None:
    """A block that ends in time is never interrupted afterwards."""
    for _ in range(50):
        with at_most(0.1):
            pass
    time.sleep(0.2)


def test_the_clock_interrupts_this_thread() -> None:
    """The exception arrives inside the block."""
    with pytest.raises(TimeIsUp), at_most(0.05):
        _for_ever()


def _for_ever() -> None:
    while True:
        pass


def test_an_office_template_imports_the_shipped_one(tmp_path: Path) -> None:
    """`内置/` reaches past the office's own file of the same name."""
    shipped, office = tmp_path / "shipped", tmp_path / "office"
    for folder, text in ((shipped, "内置的"), (office, "{% include '内置/main.j2' %}加上自己的")):
        folder.mkdir()
        (folder / "main.j2").write_text(text, encoding="utf-8")
    environment = make_environment([office, shipped], {})

    assert render(environment, "main.j2", {}) == "内置的加上自己的"


def test_a_symlink_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A template folder from a stranger cannot show other files."""
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "main.j2").symlink_to(tmp_path / "secret")
    diagnostics = Diagnostics()
    try:
        render(make_environment([folder], {}), "main.j2", {})
    except Exception as error:  # noqa: BLE001 - as above
        report_fault(error, TemplatePlaces((folder,)), diagnostics)

    assert [d.code for d in diagnostics] == ["TMPL002"]


def test_a_template_in_another_encoding_is_named(tmp_path: Path) -> None:
    """Notepad saved it as GBK; the line is the first that isn't UTF-8."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "main.j2").write_bytes("<p>\n县政府</p>".encode("gbk"))
    diagnostics = Diagnostics()
    try:
        render(make_environment([folder], {}), "main.j2", {})
    except Exception as error:  # noqa: BLE001 - as above
        report_fault(error, TemplatePlaces((folder,)), diagnostics)

    (only,) = diagnostics
    assert (only.code, only.place.line) == ("TMPL003", 2)
    assert "UTF-8" in only.message
