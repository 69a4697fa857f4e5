"""Lines, text boxes and pictures as Word, WPS and old Word write them: the XML of a run."""

from __future__ import annotations

_EMU = 36_000  # a millimetre
SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
)


def anchored(content: str, wide: float, high: float, *, down: float = 0.0, base: str = "paragraph") -> str:
    """A drawing beside the lines, so many millimetres wide and high, `down` from its `base`."""
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
        f'<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="{base}"><wp:posOffset>'
        f"{round(down * _EMU)}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{round(wide * _EMU)}" cy="{round(high * _EMU)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="7" name="7"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{uri}">'
        f"{content}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def shape(wide: float, high: float, *, kind: str = "rect", colour: str = "", fill: str = "", text: str = "") -> str:
    """A shape of Word 2010 and later."""
    inner = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    solid = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'
    filled = solid.format(fill) if fill else "<a:noFill/>"
    line = f'<a:ln w="12700">{solid.format(colour) if colour else "<a:noFill/>"}</a:ln>'
    return (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{round(wide * _EMU)}" '
        f'cy="{round(high * _EMU)}"/></a:xfrm><a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{filled}{line}'
        f'</wps:spPr>{inner}<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
    )


def drawn_line(wide: float = 156, colour: str = "FF0000") -> str:
    """A straight line."""
    return f"<w:r>{anchored(shape(wide, 0, kind='line', colour=colour), wide, 0, down=4)}</w:r>"


def thin_shape(wide: float = 156, colour: str = "FF0000") -> str:
    """A rectangle half a millimetre high."""
    return f"<w:r>{anchored(shape(wide, 0.5, fill=colour), wide, 0.5, down=4)}</w:r>"


def old_line(wide: float = 156, colour: str = "red") -> str:
    """A straight line in VML."""
    points = wide / 25.4 * 72
    return (
        f'<w:r><w:pict><v:line id="a" style="position:absolute;z-index:1" from="0,12pt" to="{points:.1f}pt,12pt" '
        f'strokecolor="{colour}" strokeweight="1.5pt"/></w:pict></w:r>'
    )


def connector(wide: float = 156, colour: str = "#f00") -> str:
    """A connector in VML, as WPS writes a line."""
    points = wide / 25.4 * 72
    style = f"position:absolute;left:0;margin-top:11pt;height:0pt;width:{points:.1f}pt;z-index:2"
    return (
        f'<w:r><w:pict><v:shape id="b" o:spid="_x0000_s1026" type="#_x0000_t32" style="{style}" filled="f" stroked="t" '
        f'strokecolor="{colour}" strokeweight="1.5pt"/></w:pict></w:r>'
    )


def both(run: str, old: str) -> str:
    """A run's drawing in both forms, as Word keeps it."""
    new, fallback = (one.removeprefix("<w:r>").removesuffix("</w:r>") for one in (run, old))
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def text_box(paragraphs: str, *, high: float = 25, down: float = 35, base: str = "margin") -> str:
    """A text box without an outline, as wide as the type area."""
    return f"<w:r>{anchored(shape(156, high, text=paragraphs), 156, high, down=down, base=base)}</w:r>"


def old_text_box(paragraphs: str, *, high: float = 25, down: float = 35, base: str = "margin") -> str:
    """A text box in VML."""
    top, tall, wide = (one / 25.4 * 72 for one in (down, high, 156.0))
    style = (
        f"position:absolute;margin-left:0;margin-top:{top:.1f}pt;width:{wide:.1f}pt;height:{tall:.1f}pt;"
        f"mso-position-vertical-relative:{base}"
    )
    return (
        f'<w:r><w:pict><v:shape id="c" type="#_x0000_t202" style="{style}" stroked="f" filled="f"><v:textbox '
        f'inset="0,0,0,0"><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    )


def picture(wide: float, high: float) -> str:
    """A picture beside the lines; its file is left out."""
    content = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="8" name="8"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill/><pic:spPr/>'
        "</pic:pic>"
    )
    return f"<w:r>{anchored(content, wide, high)}</w:r>"


def old_picture(wide: float, high: float) -> str:
    """A picture in VML."""
    across, tall = (one / 25.4 * 72 for one in (wide, high))
    style = f"position:absolute;margin-left:300pt;margin-top:-40pt;width:{across:.1f}pt;height:{tall:.1f}pt"
    return f'<w:r><w:pict><v:shape id="d" style="{style}"><v:imagedata o:title="章"/></v:shape></w:pict></w:r>'
