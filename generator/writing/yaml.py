"""A report as a YAML input that staff can read on: short things on one line, long text in `|` blocks."""

from __future__ import annotations

from generator.models.catalogue import Catalogue
from generator.models.report import Report
from generator.writing.plain import plain_report
from generator.writing.yaml_lines import entry

_HEAD = "# 由工作簿转换而来；各项含义见 fazhi schema 和手册。\n"
_APART = ("报送", "指标", "上年", "其他数据", "导语", "正文", "举措", "不足", "履职", "安排", "其他", "附件", "豁免")


def write_yaml(report: Report, catalogue: Catalogue) -> str:
    """The input of a report. Read again, it gives the same report."""
    lines = [_HEAD.rstrip("\n")]
    for key, value in plain_report(report, catalogue).items():
        if key in _APART:
            lines.append("")
        lines += entry(f"{key}:", value, 0)
    return "\n".join(lines) + "\n"
