"""Years, days and names of files as clerks type them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli.app import app
from generator.cli.chinese import explain
from generator.cli.kinds import Day, Year


@pytest.mark.parametrize("typed", ["2026", "2026年", "2026年度", " ２０２６ ", "二〇二六", "二零二六年", "二○二六"])
def test_years(typed: str) -> None:
    assert Year(2004, 2100).convert(typed, None, None) == 2026


@pytest.mark.parametrize(
    "typed", ["2027-01-10", "2027-1-10", "2027年1月10日", "2027.1.10", "2027/01/10", "２０２７年１月１０日"]
)
def test_days_are_those_of_inputs(typed: str) -> None:
    assert Day().convert(typed, None, None) == date(2027, 1, 10)


@pytest.mark.parametrize("typed", ["二千零二十六", "", "2003", "20260", "²⁰²⁶x", "9" * 5000])
def test_what_is_no_year(typed: str) -> None:
    with pytest.raises(click.BadParameter):
        Year(2004, 2100).convert(typed, None, None)


def test_no_option_is_left_to_a_type_that_complains_in_english() -> None:
    """Numbers and days have kinds of our own; choices, paths and texts are told in Chinese or can't be wrong."""
    kinds = {
        (name, parameter.name): type(parameter.type)
        for name, command in app.commands.items()
        for parameter in command.params
    }
    allowed = (Year, Day, click.Choice, click.Path, type(click.STRING), type(click.BOOL))
    assert {key: kind for key, kind in kinds.items() if not issubclass(kind, allowed)} == {}


@pytest.mark.parametrize("command", [("check",), ("collect", "--into", "a.yaml"), ("build", "-o", "out")])
def test_a_name_torn_at_its_blanks(command: tuple[str, ...], tmp_path: Path) -> None:
    """In the middle of other names; without such a file everything is said of each part by itself."""
    (tmp_path / "石桥镇 副本 (2).xlsx").touch()
    (tmp_path / "甲.xlsx").touch()
    parts = [str(tmp_path / "甲.xlsx"), str(tmp_path / "石桥镇"), "副本", "(2).xlsx"]
    result = CliRunner().invoke(app, [*command, *parts], standalone_mode=False)
    assert isinstance(result.exception, click.UsageError)
    assert explain(result.exception).splitlines()[0].endswith(f'写成 "{tmp_path}/石桥镇 副本 (2).xlsx"')
    other = CliRunner().invoke(app, ["check", str(tmp_path / "石桥"), "副本"])
    assert other.output.count("LOAD001") == 2
