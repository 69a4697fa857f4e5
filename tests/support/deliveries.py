"""A fictitious county's input with one delivery under test, and what it becomes as text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Diagnostics
from generator.document.blocks import Document
from generator.workflows.chain import Chain
from generator.writing.text import write_text
from support.inputs import write

BODY = """\
指标:
  行政复议: {收到: 12, 受理: 11, 不予受理: 1, 审结: 11}
正文:
  - 导语一段。
举措:
  - 节:
      标题: 化解行政争议
      内容: ["{{ 行政复议 }}"]
  - 节: {标题: 内部工作, 不公开: 是, 内容: [这一部分只给上级看。]}
不足:
  - {标题: 执法力量不足, 表现: 基层执法人员偏少, 原因: 编制长期没有增加}
履职:
  - 县委主要负责人研究法治建设重大问题，县政府主要负责人落实第一责任人职责。
安排:
  - {标题: 充实执法力量, 措施: 调剂编制10名}
附件:
  - {题: 主要数据, 内容: [附件里的话。]}
"""
COUNTY = "{名称: [中共甲县委, 甲县人民政府], 类别: 党委和政府, 级别: 县级, 简称: 甲县}"


@dataclass(frozen=True)
class Seen:
    """The texts of an input's versions by name, their documents, and everything found."""

    texts: dict[str, str]
    documents: tuple[Document, ...]
    found: tuple[Diagnostic, ...]

    @property
    def text(self) -> str:
        """The text of the first version."""
        return next(iter(self.texts.values()), "")

    def of(self, code: str) -> list[str]:
        """The messages with a code."""
        return [each.message for each in self.found if each.code == code]

    @property
    def codes(self) -> list[str]:
        return [each.code for each in self.found]


def report(deliveries: str, *, subject: str = COUNTY, year: int = 2025, head: str = "", body: str = BODY) -> str:
    """The text of an input; `deliveries` is one or more list items in one line each."""
    return f"格式: 1\n年度: {year}\n主体: {subject}\n{head}报送:\n{deliveries}\n{body}"


def see(folder: Path, text: str, offices: tuple[Path, ...] = ()) -> Seen:
    """Examine an input and print every version."""
    diagnostics = Diagnostics()
    chain = Chain(offices, diagnostics)
    examined = chain.examine(write(folder, text), diagnostics)
    documents = examined.documents if examined is not None else ()
    texts = {each.meta.delivery: write_text(each, chain.known.style) for each in documents}
    return Seen(texts, documents, tuple(diagnostics))
