"""A report as an office sets it by hand: no styles, everything written at the text itself, all of it right by
GB/T 9704—2012. Tests change one thing of it and look what is found."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from html import escape

from support.drawings import SPACES as DRAWING_SPACES

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "document": f"{_WORD}.document.main",
    "styles": f"{_WORD}.styles",
    "settings": f"{_WORD}.settings",
    "numbering": f"{_WORD}.numbering",
    "theme": "application/vnd.openxmlformats-officedocument.theme",
    "f": f"{_WORD}.footer",
}
SPACES = (
    f"{DRAWING_SPACES} "
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
BODY, BLACK, SCRIPT, TITLE, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
SENTENCE = "全县各级行政机关坚持依法行政，健全制度、规范执法、化解纠纷，各项任务按期完成。"
_FOOT = (
    '<w:r>{look}<w:t xml:space="preserve">— </w:t></w:r><w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r>{look}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r>{look}<w:fldChar '
    'w:fldCharType="separate"/></w:r><w:r>{look}<w:t>2</w:t></w:r><w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r>{look}<w:t xml:space="preserve"> —</w:t></w:r>'
)


def look(font: str = BODY, size: float = 16, western: str = "Times New Roman", more: str = "", hint: str = "") -> str:
    """A run's properties."""
    hinted = f' w:hint="{hint}"' if hint else ""
    fonts = f'<w:rFonts w:ascii="{western}" w:eastAsia="{font}" w:hAnsi="{western}"{hinted}/>'
    return f'<w:rPr>{fonts}{more}<w:sz w:val="{round(size * 2)}"/></w:rPr>'


def run(text: str, properties: str = "") -> str:
    """A run; quotes and dashes in it are Chinese ones."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


@dataclass
class Piece:
    """A paragraph: its runs with their looks, and its own properties."""

    runs: list[tuple[str, str]]
    jc: str = "both"
    indent: str = ""
    spacing: str = 'w:line="579" w:lineRule="exact"'
    more: str = ""
    before: str = ""

    def xml(self) -> str:
        """The paragraph."""
        indent = f"<w:ind {self.indent}/>" if self.indent else ""
        spacing = f"<w:spacing {self.spacing}/>" if self.spacing else ""
        properties = f'<w:pPr>{self.more}{spacing}{indent}<w:jc w:val="{self.jc}"/></w:pPr>'
        return f"<w:p>{properties}{self.before}{''.join(run(*one) for one in self.runs)}</w:p>"


FIRST = 'w:firstLineChars="200" w:firstLine="632"'


def text(words: str = SENTENCE * 3, **changes: str) -> Piece:
    """A paragraph of text."""
    return Piece([(words, look(hint="eastAsia"))], **{"indent": FIRST, **changes})


def blank() -> Piece:
    """An empty line."""
    return Piece([])


_RED = '<w:color w:val="FF0000"/>'
RULE = '<w:{} w:val="single" w:sz="{}" w:space="1" w:color="{}"/>'
_RED_RULE = f"<w:pBdr>{RULE.format('bottom', 12, 'FF0000')}</w:pBdr>"
_UPPER = f"<w:pBdr>{RULE.format('top', 8, '000000')}{RULE.format('bottom', 6, '000000')}</w:pBdr>"
_LOWER = f"<w:pBdr>{RULE.format('bottom', 8, '000000')}</w:pBdr>"
_ONE_IN = 'w:leftChars="100" w:left="280"'
_LOW = 'w:line="480" w:lineRule="exact"'
_LINE_ABOVE = 'w:beforeLines="100" w:before="579" w:line="579" w:lineRule="exact"'


def _head() -> dict[str, Piece]:
    return {
        "上空": Piece([], spacing='w:line="1984" w:lineRule="exact"'),
        "标志": Piece(
            [("甲县人民政府文件", look(TITLE, 52, more=_RED))], "center", spacing='w:line="1200" w:lineRule="exact"'
        ),
        "空1": blank(),
        "空2": blank(),
        "字号": Piece(
            [("甲政〔2026〕5号　　　　　　　　　　　签发人：", look()), ("某某某", look(SCRIPT))],
            "left",
            'w:leftChars="100" w:left="316"',
        ),
        "红线": Piece([], spacing='w:line="227" w:lineRule="exact"', more=_RED_RULE),
        "空3": blank(),
        "空4": blank(),
        "标题": Piece([("甲县人民政府关于2025年度法治政府建设情况的报告", look(TITLE, 22))], "center"),
        "空5": blank(),
        "主送": Piece([("乙市人民政府：", look())], "left"),
    }


def _text() -> dict[str, Piece]:
    return {
        "导语": text(f"2025年，{SENTENCE}现将有关情况报告如下："),
        "一": Piece([("一、主要举措和成效", look(BLACK))], indent=FIRST),
        "（一）": Piece([("（一）加强党的领导", look(SCRIPT))], indent=FIRST),
        "段": text(),
        "（二）": Piece([("（二）规范行政执法。", look(SCRIPT)), (SENTENCE * 2, look())], indent=FIRST),
        "1": Piece([("1.健全制度。", look()), (SENTENCE, look())], indent=FIRST),
        "（1）": text(f"（1）公开清单。{SENTENCE}"),
        "一是": text(f"一是抓培训。“应训尽训”——{SENTENCE}"),
        "表题": Piece([("表1　行政复议案件", look(BLACK, 14))], "center"),
        "二": Piece([("二、存在的不足和原因", look(BLACK))], indent=FIRST),
        "不足": text(),
        "特此": text("特此报告。"),
    }


def _end() -> dict[str, Piece]:
    return {
        "附件说明": Piece([("附件：统计表", look())], indent='w:leftChars="200" w:left="632"', spacing=_LINE_ABOVE),
        "空6": blank(),
        "空7": blank(),
        "署名": Piece([("甲县人民政府", look())], "right", 'w:rightChars="450" w:right="1422"'),
        "日期": Piece([("2026年2月9日", look())], "right", 'w:rightChars="400" w:right="1264"'),
        "附注": text("（此件公开发布）"),
        "附件": Piece([("附件", look(BLACK))], "left", more="<w:pageBreakBefore/>"),
        "空8": blank(),
        "附件标题": Piece([("统计表", look(TITLE, 22))], "center"),
        "附件文": text(),
        "抄送": Piece([("抄送：乙市司法局。", look(size=14))], indent=_ONE_IN, spacing=_LOW, more=_UPPER),
        "印发": Piece(
            [(f"甲县人民政府办公室{'　' * 12}2026年2月10日印发", look(size=14))],
            indent=_ONE_IN,
            spacing=_LOW,
            more=_LOWER,
        ),
    }


def _pieces() -> dict[str, Piece]:
    return _head() | _text() | _end()


TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/><w:tr><w:tc><w:p>{0}</w:p></w:tc><w:tc>'
    "<w:p>{1}</w:p></w:tc></w:tr></w:tbl>"
)


def foot(jc: str, indent: str, properties: str = "", content: str = _FOOT, more: str = "") -> str:
    """The paragraph of a page number."""
    properties = properties or look(SONG, 14, SONG)
    spacing = '<w:spacing w:line="400" w:lineRule="exact"/>'
    return (
        f'<w:p><w:pPr>{more}{spacing}<w:ind {indent}/><w:jc w:val="{jc}"/></w:pPr>'
        f"{content.format(look=properties)}</w:p>"
    )


@dataclass
class Layout:
    """All of a file. `section` is what stands in its sectPr, `feet` the footers by pages."""

    pieces: dict[str, Piece] = field(default_factory=_pieces)
    paper: str = 'w:w="11906" w:h="16838"'
    margins: str = (
        'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1387" w:gutter="0"'
    )
    columns: str = ""
    grid: str = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/>'
    title_page: str = ""
    feet: dict[str, str] = field(
        default_factory=lambda: {
            "default": foot("right", 'w:rightChars="100" w:right="280"'),
            "even": foot("left", 'w:leftChars="100" w:left="280"'),
        }
    )
    settings: str = "<w:evenAndOddHeaders/>"
    defaults: str = (
        '<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"/>'
        '<w:sz w:val="32"/></w:rPr></w:rPrDefault>'
    )
    styles: str = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    theme: str = ""
    numbering: str = ""
    table: str = field(default_factory=lambda: TABLE.format(run("类别", look(BLACK, 12)), run("件数", look(size=12))))

    def docx(self) -> bytes:
        """The file."""
        feet = list(self.feet.items())
        refers = "".join(f'<w:footerReference w:type="{pages}" r:id="f{n}"/>' for n, (pages, _) in enumerate(feet))
        section = (
            f"<w:sectPr>{refers}<w:pgSz {self.paper}/><w:pgMar {self.margins}/>{self.columns}{self.title_page}"
            f"{self.grid}</w:sectPr>"
        )
        body = "".join(f"{piece.xml()}{self.table if name == '表题' else ''}" for name, piece in self.pieces.items())
        parts = {
            "document": f"<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>",
            "styles": f"<w:styles {SPACES}><w:docDefaults>{self.defaults}</w:docDefaults>{self.styles}</w:styles>",
            "settings": f"<w:settings {SPACES}>{self.settings}</w:settings>",
            **{f"f{n}": f"<w:ftr {SPACES}>{content}</w:ftr>" for n, (_, content) in enumerate(feet)},
        }
        if self.theme:
            parts["theme"] = f"<a:theme {SPACES}><a:themeElements>{self.theme}</a:themeElements></a:theme>"
        if self.numbering:
            parts["numbering"] = f"<w:numbering {SPACES}>{self.numbering}</w:numbering>"
        return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    """A Word file of these parts, each related to the document by its own name."""
    related = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{"footer" if name[0] == "f" else name}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    )
    main = f'<Relationship Id="m" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES[name[0] if name[0] == "f" else name]}+xml"/>'
        for name in parts
    )
    rest = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in {"_rels/.rels": main, "word/_rels/document.xml.rels": related}.items():
            archive.writestr(name, f'<Relationships xmlns="{_PACKAGE}/relationships">{content}</Relationships>')
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{rest}{types}</Types>')
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return out.getvalue()
