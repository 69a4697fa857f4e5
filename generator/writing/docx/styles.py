"""The styles part: every kind of text of the profile as a real style with a name of our own.

The names are Chinese and stay the same over all profiles, so that a file which comes back from an office can be read
by them. Ids are what the body refers to.
"""

from __future__ import annotations

from generator.models.style import StyleProfile
from generator.models.style_values import Alignment, Lines, TextKind
from generator.writing.docx.names import (
    ADDRESSEE,
    BODY,
    DENSE_CELL,
    DENSE_HEAD,
    DENSE_SIDE_HEAD,
    DENSE_TABLE,
    EXAMPLE,
    HEADNOTE,
    NORMAL,
    NOTE,
    PAGE_EVEN,
    PAGE_ODD,
    PICTURE,
    PICTURE_TITLE,
    SEALED,
    SEALED_ALONE,
    SEALED_FIRST,
    SEALED_NEXT,
    SIGNATURE,
    SIGNATURE_DAY,
    SIGNATURE_FIRST,
    STRONG,
    TABLE,
    TABLE_AFTER,
    TABLE_CELL,
    TABLE_HEAD,
    TABLE_SIDE_HEAD,
    TABLE_TITLE,
    TITLE,
    TITLE_WITH_NOTE,
    heading_style,
    run_in_heading,
    run_in_style,
)
from generator.writing.docx.styles_formal import formal_styles
from generator.writing.docx.styles_paragraph import (
    KEEP,
    KEEP_NEXT,
    OFF_GRID,
    Extra,
    character,
    fonts,
    paragraph,
    pitch,
    run_properties,
    style,
)
from generator.writing.docx.xml import DECLARATION, W, element

_DIGITS = "一二三四"


def styles_part(profile: StyleProfile) -> bytes:
    """`word/styles.xml`."""
    parts = (
        f"{DECLARATION}<w:styles {W}>",
        _defaults(profile),
        _LATENT,
        _normal(profile),
        _BUILT_IN,
        *_text_styles(profile),
        *_heading_styles(profile),
        *_object_styles(profile),
        *_signature_styles(profile),
        *formal_styles(profile),
        *_margin_styles(profile),
        _table_style(profile),
        _comment_styles(profile),
        "</w:styles>",
    )
    return "".join(parts).encode()


def _text_styles(profile: StyleProfile) -> tuple[str, ...]:
    no_line = _no_line(profile)
    return (
        paragraph(TITLE, "公文标题", profile.标题, profile, Extra(KEEP)),
        paragraph(TITLE_WITH_NOTE, "公文标题（下有题注）", profile.标题, profile, Extra(KEEP, after=no_line)),
        paragraph(HEADNOTE, "公文题注", profile.题注, profile, Extra(KEEP, "<w:contextualSpacing/>")),
        paragraph(ADDRESSEE, "公文主送机关", profile.主送机关, profile, Extra(KEEP_NEXT)),
        paragraph(BODY, "公文正文", profile.正文, profile),
        paragraph(NOTE, "公文附注", profile.附注, profile),
        character(STRONG, "公文加粗", "<w:b/><w:bCs/>"),
    )


def _heading_styles(profile: StyleProfile) -> tuple[str, ...]:
    styles = []
    for level, (digit, kind) in enumerate(zip(_DIGITS, profile.层次标题, strict=True), start=1):
        own_line = Extra(KEEP, outline=level - 1)
        styles += [
            paragraph(heading_style(level), f"公文{digit}级标题", kind, profile, own_line),
            paragraph(run_in_style(level), f"公文{digit}级接排段", profile.正文, profile, Extra(outline=level - 1)),
            character(run_in_heading(level), f"公文{digit}级接排标题", fonts(kind, profile)),
        ]
    return tuple(styles)


def _object_styles(profile: StyleProfile) -> tuple[str, ...]:
    table, picture = profile.表, profile.图
    gap = element("spacing", before=0, after=0, line=table.后距.twips, lineRule="exact")
    return (
        paragraph(TABLE_TITLE, "公文表题", table.题, profile, Extra(KEEP)),
        *_cell_styles(profile, "公文表", (TABLE_HEAD, TABLE_SIDE_HEAD, TABLE_CELL), (table.头, table.文)),
        *_cell_styles(profile, "公文密表", (DENSE_HEAD, DENSE_SIDE_HEAD, DENSE_CELL), (table.密.头, table.密.文)),
        style(TABLE_AFTER, "公文表后", OFF_GRID + gap),
        style(
            PICTURE,
            "公文图",
            # An exact pitch would cut the picture down to one line.
            KEEP_NEXT + OFF_GRID + '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
        ),
        paragraph(PICTURE_TITLE, "公文图题", picture.题, profile),
    )


def _cell_styles(
    profile: StyleProfile, name: str, ids: tuple[str, str, dict[str, str]], kinds: tuple[TextKind, TextKind]
) -> tuple[str, ...]:
    """Heads and texts of tables, usual or dense."""
    (head_id, side_id, cell_ids), (head, text) = ids, kinds
    sides: dict[Alignment, str] = {"左": "", "中": "（居中）", "右": "（居右）"}
    return (
        paragraph(head_id, f"{name}头", head, profile, Extra(KEEP_NEXT)),
        # A head at the side must not hold on to the next row, or the whole table would stay on one page.
        paragraph(side_id, f"{name}头（行首）", head, profile),
        *(
            paragraph(cell_ids[side], f"{name}文{what}", text, profile, Extra(alignment=side))
            for side, what in sides.items()
        ),
    )


def _signature_styles(profile: StyleProfile) -> tuple[str, ...]:
    sign = profile.署名
    kind, sealed = sign.字样, sign.用印
    next_seal = sealed.上下印章距.model_copy(update={"值": max(sealed.上下印章距.值 - 1, 0)})
    flow = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'  # indents are reckoned without such spaces
    table: tuple[tuple[str, str, Alignment | None, Lines | None], ...] = (
        (SIGNATURE_FIRST, "公文署名首行", None, sign.不用印.段前),
        (SIGNATURE, "公文署名", None, None),
        (SIGNATURE_DAY, "公文成文日期", "左", None),
        (SEALED_FIRST, "公文署名首行（用印）", "中", sealed.段前),
        (SEALED_NEXT, "公文署名下一行（用印）", "中", next_seal),
        (SEALED, "公文成文日期（用印）", "右", None),
        (SEALED_ALONE, "公文成文日期（无署名）", "右", sealed.段前),
    )
    return tuple(
        paragraph(style_id, name, kind, profile, Extra(flow, before=before, alignment=alignment))
        for style_id, name, alignment, before in table
    )


def _margin_styles(profile: StyleProfile) -> tuple[str, ...]:
    number = profile.页码
    odd = number.字样.model_copy(update={"右空": number.左右空})
    even = number.字样.model_copy(update={"左空": number.左右空})
    return (
        paragraph(PAGE_ODD, "公文页码（单页）", odd, profile),
        paragraph(PAGE_EVEN, "公文页码（双页）", even, profile, Extra(alignment="左")),
        paragraph(EXAMPLE, "示例标记", profile.示例.字样, profile),
    )


def _no_line(profile: StyleProfile) -> Lines | None:
    after = profile.标题.段后
    return after.model_copy(update={"值": 0}) if after else None


def _defaults(profile: StyleProfile) -> str:
    language = element("lang", val="en-US", eastAsia=profile.语言, bidi="ar-SA")
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(profile.正文, profile)}{language}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault/></w:docDefaults>"
    )


def _normal(profile: StyleProfile) -> str:
    """The default style.

    Marks may hang over the edge, which is Word's default; it is stated because LibreOffice takes `w:overflowPunct` for
    its opposite. Left to its default LibreOffice does hang marks, and then loses them in justified lines.
    """
    body = profile.正文
    line, rule = pitch(body.行距 or profile.版心.行距)
    return (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{NORMAL}"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/>'
        f"{element('spacing', before=0, after=0, line=line, lineRule=rule)}{element('jc', val='both')}</w:pPr>"
        f"<w:rPr>{run_properties(body, profile)}</w:rPr></w:style>"
    )


def _table_style(profile: StyleProfile) -> str:
    table = profile.表
    size = round(table.线.points * 8)
    lines = "".join(
        element(side, val="single", sz=size, space=0, color="000000")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sides = {"top": table.上下边距, "left": table.左右边距, "bottom": table.上下边距, "right": table.左右边距}
    margins = "".join(element(side, w=length.twips, type="dxa") for side, length in sides.items())
    narrow = "".join(element(side, w=table.密.左右边距.twips, type="dxa") for side in ("left", "right"))
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="公文表格"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:jc w:val="center"/>'
        f"<w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{DENSE_TABLE}"><w:name w:val="公文密表格"/>'
        f'<w:basedOn w:val="{TABLE}"/><w:qFormat/><w:tblPr><w:tblCellMar>{narrow}</w:tblCellMar></w:tblPr></w:style>'
    )


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"><w:lsdException w:name="Normal" w:semiHidden="0" w:uiPriority="0" '
    'w:unhideWhenUsed="0" w:qFormat="1"/></w:latentStyles>'
)

_BUILT_IN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)


def _comment_styles(profile: StyleProfile) -> str:
    """What Word expects under its own names as soon as someone comments on the file."""
    size = '<w:spacing w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    plain = f'<w:basedOn w:val="{NORMAL}"/>'
    layout = '<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>'
    song = profile.字体.宋体
    fonts = element("rFonts", ascii=song.latin, eastAsia=song.名, hAnsi=song.latin, cs=song.名)
    hidden = '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    return (
        f'<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>{hidden}'
        f"<w:rPr>{size}</w:rPr></w:style>"
        f'<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>{plain}{hidden}'
        f"{layout}<w:rPr>{fonts}{size}</w:rPr></w:style>"
        f'<w:style w:type="paragraph" w:styleId="CommentSubject"><w:name w:val="annotation subject"/>'
        f'<w:basedOn w:val="CommentText"/><w:next w:val="CommentText"/>{hidden}<w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
    )
