"""Documents with the formal parts: 版头, 附件说明, 附件 and 版记."""

from __future__ import annotations

from dataclasses import replace

from generator.document.blocks import (
    Addressee,
    Annex,
    AnnexNote,
    Block,
    Document,
    Headnote,
    Imprint,
    Letterhead,
    Note,
    Signature,
    Speaker,
    Text,
    Title,
    WordBreak,
)
from support.documents import (
    CITY,
    COMMITTEE,
    COUNTY,
    DAY,
    LONG,
    OPENING,
    TITLE,
    document,
    paragraph,
    problems,
    section,
    table,
    text,
)

NUMBER = "安委〔2026〕5号"
SIGNERS = ("张三", "欧阳春雨", "王五")
OFFICE = "安平县人民政府办公室"
HEAD = Letterhead((COUNTY,), "文件", "安政〔2026〕5号", ("张三",))
JOINT = Letterhead((COMMITTEE, COUNTY), "文件", NUMBER, ("张三", "欧阳春雨"))
COPIES = ("中共永宁市委全面依法治市委员会办公室", "市人大常委会办公室", "市政协办公室", "市中级人民法院")
IMPRINT = Imprint(COPIES, OFFICE, DAY)
FIRST = "2025年度安平县行政执法、行政复议和行政应诉工作主要指标完成情况及与上年度同口径比较情况一览表"
SECOND = "2026年度法治政府建设重点任务分工"
BOTH = Title((Text(COMMITTEE), WordBreak(), Text(COUNTY), WordBreak(), Text("关于2025年度法治政府建设情况的报告")))

LENGTHS = (1, 5, 10, 15, 17, 18, 19, 20, 21, 22, 23, 40)
"""Lines of text before a 版记: few, around the last that fit above it, a full page, more than a page."""


def annexes() -> tuple[Block, ...]:
    """Two annexes, the first with a table, the second with headings."""
    return (
        Annex(text(FIRST), (paragraph("统计期间为2025年1月至12月。"), table(4, "附表")), number=1),
        Annex(text(SECOND), (section(1, "一、", "完善制度", paragraph(LONG)),), number=2),
    )


def upward(*, duplex: bool = False) -> Document:
    """A joint report to the level above, with everything."""
    body = (
        paragraph(OPENING, "段1"),
        section(1, "一、", "主要举措和成效", paragraph(LONG), paragraph(LONG), name="节1"),
        problems(),
        paragraph("特此报告。"),
    )
    sign = Signature((text(COMMITTEE), text(COUNTY)), DAY, sealed=True)
    note = AnnexNote((text(FIRST + "。"), text(SECOND)))
    return document(
        JOINT,
        BOTH,
        Addressee(text(f"中共永宁市委员会、{CITY}：")),
        *body,
        note,
        sign,
        Note(text("此件公开发布")),
        *annexes(),
        replace(IMPRINT, duplex=duplex),
    )


def oral() -> Document:
    """A report that is spoken before a standing committee."""
    salutation = Addressee(text("主任、副主任、各位委员："))
    notes = (
        Headnote(text("——2026年2月9日在安平县第十八届人民代表大会常务委员会第三十次会议上")),
        Speaker(text("县司法局局长　张三")),
    )
    return document(TITLE, *notes, salutation, paragraph(OPENING), problems(), salutation, paragraph(LONG))


def with_head(head: Letterhead) -> Document:
    """A short report under a 版头."""
    return document(head, TITLE, Addressee(text(f"{CITY}：")), paragraph(OPENING), Signature((text(COUNTY),), DAY))


def of_lines(lines: int, *, duplex: bool = False) -> Document:
    """So many lines of text, then a 版记."""
    filled = (paragraph("字" * 26) for _ in range(lines))
    return document(*filled, replace(IMPRINT, duplex=duplex))
