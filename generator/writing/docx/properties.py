"""The document properties. Nothing in them depends on when or where the file was made."""

from __future__ import annotations

from generator.document.blocks import Meta
from generator.models.style import StyleProfile
from generator.writing.docx.xml import DECLARATION, OFFICE_RELATION, escaped

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = f"{OFFICE_RELATION.rsplit('/', 1)[0]}/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def core_part(meta: Meta, profile: StyleProfile) -> bytes:
    """`docProps/core.xml`: created and modified on the day the report bears, and not at all without one."""
    day = f"{meta.day.isoformat()}T00:00:00Z" if meta.day else ""
    stamps = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>' for name in _STAMPS if day)
    subject = "　".join(filter(None, (f"{meta.year}年{meta.period}", meta.kind)))
    keywords = "；".join(filter(None, (meta.delivery, meta.state)))
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(meta.title)}</dc:title><dc:subject>{escaped(subject)}</dc:subject>"
        f"<dc:creator>{escaped(meta.organ)}</dc:creator><cp:keywords>{escaped(keywords)}</cp:keywords>"
        f"{stamps}<dc:language>{profile.语言}</dc:language></cp:coreProperties>"
    ).encode()


_STAMPS = ("created", "modified")


def app_part(meta: Meta) -> bytes:
    """`docProps/app.xml`."""
    return (
        f'{DECLARATION}<Properties xmlns="{_EXTENDED}"><Application>fazhi</Application>'
        f"<Company>{escaped(meta.organ)}</Company></Properties>"
    ).encode()


def custom_part(meta: Meta) -> bytes:
    """`docProps/custom.xml`: what leads from the Word file back to the input that it was built from."""
    values = {
        "格式": meta.format_version,
        "输入": meta.input_hash,
        "年度": str(meta.year),
        "报送": meta.delivery,
        "状态": meta.state,
    }
    if meta.overlays:
        values["叠加"] = "、".join(meta.overlays)
    written = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    return f'{DECLARATION}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">{written}</Properties>'.encode()
