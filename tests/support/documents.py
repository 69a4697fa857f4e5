"""Documents made by hand, as composing and numbering would hand them to the writers."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.document.blocks import (
    Addressee,
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    Headnote,
    Image,
    Inlines,
    Meta,
    Note,
    Ordinal,
    Paragraph,
    Point,
    Section,
    Signature,
    Table,
    Text,
    Title,
    WordBreak,
)

COUNTY = "安平县人民政府"
COMMITTEE = "中共安平县委员会"
CITY = "永宁市人民政府"
DAY = "2026年2月9日"

META = Meta(
    title=f"{COUNTY}关于2025年度法治政府建设情况的报告",
    organ=COUNTY,
    year=2025,
    period="全年",
    delivery="报市政府",
    kind="上级政府",
    state="送审稿",
    day=date(2026, 2, 9),
    input_hash="5e2f",
)

TITLE = Title((Text(COUNTY), WordBreak(), Text("关于2025年度"), WordBreak(), Text("法治政府建设情况的报告")))


def text(words: str) -> Inlines:
    """One run of text."""
    return (Text(words),)


def paragraph(words: str, name: str = "") -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(text(words), id=name)


def section(
    level: int, number: str, heading: str | None, *blocks: Block, name: str = "", run_in: bool = False
) -> Section:
    """A numbered section."""
    title = Heading(text(heading), run_in=run_in) if heading is not None else None
    return Section(title, blocks, id=name, level=level, number=number)


def document(*blocks: Block, **meta: object) -> Document:
    """A document with the usual properties, some of them replaced."""
    return Document(replace(META, **meta), blocks)  # type: ignore[arg-type]  # fields of the meta by name


def png(wide: int = 320, high: int = 160, shade: int = 200) -> bytes:
    """A grey PNG picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([shade]) * wide) * high
    header = struct.pack(">2L5B", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def jpeg(wide: int = 300, high: int = 200, density: int = 150) -> bytes:
    """The head of a JPEG picture, enough to tell its size."""
    jfif = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\2\1" + struct.pack(">2H", density, density) + b"\0\0"
    frame = b"\xff\xff\xc2" + struct.pack(">HB2HB", 11, 8, high, wide, 1) + b"\1\x11\0"
    return b"\xff\xd8" + jfif + frame + b"\xff\xd9"


def table(rows: int = 6, name: str = "表1") -> Table:
    """A table of cases: one row of heads, a first column of words, figures on the right."""
    head = tuple(Cell(text(words), head=True, align="中") for words in ("类别", "收到", "受理", "办结", "说明"))
    kinds = ("行政处罚", "行政许可", "政府信息公开", "行政征收", "工伤认定", "不履行法定职责")
    body = tuple(
        (
            Cell(text(kinds[number % len(kinds)])),
            Cell((Figure("行政复议.收到", str(number + 3)),), align="右"),
            Cell((Figure("行政复议.受理", str(number + 2)),), align="右"),
            Cell((Figure("行政复议.办结", str(number + 1)),), align="右"),
            Cell(text("上年结转案件计入办结数" if number % 3 == 0 else "—"), align="中"),
        )
        for number in range(rows)
    )
    return Table(text("表1　2025年度行政复议案件办理情况"), (head,), body, id=name)


OPENING = (
    "2025年，我县坚持依法行政，把法治政府建设摆在全县工作的重要位置，围绕“放得开、管得住、服务好”的要求，"
    "健全制度、规范执法、化解纠纷，各项任务按期完成。现将有关情况报告如下："
)

LONG = (
    "县政府常务会议全年听取法治工作汇报，督促各乡镇和县级部门补齐短板；重大事项均由法律顾问出具意见，"
    "未经合法性审查的一律不上会。各执法单位公开权责清单，执法人员持证上岗，执法过程留有记录，"
    "群众对执法的评价比上年有所提高。"
)


MARKED = "各乡镇各部门，认真落实责任；严格规范执法。及时化解纠纷，主动公开信息、接受监督，不断改进作风。"
"""A sentence with many marks, some of which come to stand at the ends of lines."""


def measures() -> Section:
    """The first part: own-line headings, run-in headings, a series and a table."""
    return section(
        1,
        "一、",
        "主要举措和成效",
        section(
            2,
            "（一）",
            "依法履行政府职能",
            section(3, "1.", "优化营商环境", paragraph(LONG, "段3"), name="节3"),
            section(3, "2.", "规范审批服务", paragraph(LONG, "段4"), section(4, "（1）", "精简材料", paragraph(LONG))),
            name="节2",
        ),
        section(
            2,
            "（二）",
            "健全纠纷化解机制",
            Paragraph(
                (
                    Text("全年收到行政复议申请"),
                    Figure("行政复议.收到", "37"),
                    Text("件，受理"),
                    Figure("行政复议.受理", "35"),
                    Text("件，办结"),
                    Figure("行政复议.办结", "34"),
                    Text("件。其中，调解、和解结案"),
                    Figure("行政复议.调解和解", "12"),
                    Text("件——占办结案件的35.29%……群众“少跑腿”的愿望得到回应。"),
                ),
                id="段5",
            ),
            paragraph("具体做法见下表。"),
            table(),
            name="节5",
            run_in=True,
        ),
        section(
            2,
            "（三）",
            "推进严格规范公正文明执法",
            Paragraph(
                (
                    Text("执法监督做到三个结合："),
                    Ordinal("一是"),
                    Text("日常检查与专项督查相结合，全年抽查案卷120件；"),
                    Ordinal("二是"),
                    Text("案卷评查与业务培训相结合，培训执法人员", bold=True),
                    Text("260人次；"),
                    Ordinal("三是"),
                    Text("问题整改与责任追究相结合，发出执法监督意见书6份。"),
                )
            ),
            Point(text("建立执法案例通报制度，每季度通报一次；"), id="点1", number="一是"),
            Point(text("建立执法人员轮训制度，两年内轮训一遍。"), id="点2", number="二是"),
        ),
        name="节1",
    )


def problems() -> Section:
    """The second part: text without headings of its own."""
    return section(
        1,
        "二、",
        "存在的不足和原因",
        *(
            paragraph(f"{words}{LONG}")
            for words in ("少数单位法治意识不强。", "基层执法力量不足。", "普法实效有待提高。")
        ),
        name="节9",
    )


def report(image: Path | None = None, *, sealed: bool = False, **meta: object) -> Document:
    """A whole report of some five pages."""
    picture: tuple[Block, ...] = ()
    if image is not None:
        picture = (Image(image, text("图1　行政执法监督流程"), width=120.0, id="图1"),)
    return document(
        TITLE,
        Headnote(text("（送审稿）")),
        Addressee(text(f"{CITY}：")),
        paragraph(OPENING, "段1"),
        measures(),
        problems(),
        section(1, "三、", "下一年度工作安排", *picture, paragraph(LONG), paragraph("特此报告。"), name="节10"),
        Signature((text(COUNTY),), DAY, sealed=sealed),
        Note(text("此件公开发布")),
        **meta,
    )


def paragraphs(number: int) -> Document:
    """A report of so many paragraphs, for measuring."""
    return document(TITLE, *(paragraph(LONG, f"段{place}") for place in range(number)))
