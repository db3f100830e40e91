"""The parts of a DOCX for which python-docx has no call: fields, boxes, frames, tracked changes, fixed dates."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

MADE_ON = datetime(2021, 12, 31, 8, 0, 0, tzinfo=UTC)
_EMU_PER_MM = 36000
_BOX_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def page_number(paragraph: Paragraph) -> None:
    """Put the page-number field into a header's paragraph."""
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)


def rule(paragraph: Paragraph, indent_mm: tuple[float, float]) -> None:
    """Turn an empty paragraph into the thin line under a letterhead."""
    left, right = (int(mm * 56.7) for mm in indent_mm)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>',
        )
    )
    properties.append(
        parse_xml(f'<w:spacing {nsdecls("w")} w:before="60" w:after="120" w:line="60" w:lineRule="exact"/>')
    )
    properties.append(parse_xml(f'<w:ind {nsdecls("w")} w:left="{left}" w:right="{right}"/>'))


def frame(paragraph: Paragraph, x_mm: float, y_mm: float, width_mm: float) -> None:
    """Place a paragraph at a fixed spot of the page, as signing software does with its text."""
    x, y, width = (int(mm * 56.7) for mm in (x_mm, y_mm, width_mm))
    paragraph._p.get_or_add_pPr().insert(
        0,
        parse_xml(
            f'<w:framePr {nsdecls("w")} w:w="{width}" w:hSpace="0" w:wrap="around" '
            f'w:vAnchor="page" w:hAnchor="page" w:x="{x}" w:y="{y}"/>'
        ),
    )


def text_box(paragraph: Paragraph, text: str, *, width_mm: float, height_mm: float) -> None:
    """Anchor a red bordered text box to a paragraph, with the VML that older programs read as its fallback."""
    width, height = (int(mm * _EMU_PER_MM) for mm in (width_mm, height_mm))
    content = (
        '<w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        f'<w:b/><w:color w:val="FF0000"/><w:sz w:val="28"/></w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>'
        "</w:txbxContent>"
    )
    paragraph._p.append(
        parse_xml(
            f"<w:r {_BOX_NAMESPACES}><mc:AlternateContent>"
            f'<mc:Choice Requires="wps"><w:drawing>{_anchor(content, width, height)}</w:drawing></mc:Choice>'
            f'<mc:Fallback><w:pict><v:rect style="position:absolute;margin-left:0;margin-top:4pt;'
            f'width:{width_mm}mm;height:{height_mm}mm" strokecolor="red"><v:textbox>{content}</v:textbox></v:rect>'
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def _anchor(content: str, width: int, height: int) -> str:
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>50800</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="Text Box 1"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="19050"><a:solidFill><a:srgbClr val="FF0000"/>'
        f"</a:solidFill></a:ln></wps:spPr><wps:txbx>{content}</wps:txbx>"
        '<wps:bodyPr tIns="18000" bIns="0" anchor="ctr"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor>"
    )


def track(run: WordRun, change: str, identity: int) -> None:
    """Mark a run as inserted or deleted by a reviewer."""
    tag = "w:ins" if change == "inserted" else "w:del"
    wrapper: BaseOxmlElement = parse_xml(
        f'<{tag} {nsdecls("w")} w:id="{identity}" w:author="Phòng Ngân sách" w:date="{MADE_ON:%Y-%m-%dT%H:%M:%SZ}"/>'
    )
    element = run._r
    element.addprevious(wrapper)
    wrapper.append(element)
    if change == "deleted":
        for text in element.findall(qn("w:t")):
            text.tag = qn("w:delText")


def fixed(document: Document) -> bytes:
    """Return the bytes of a document: the same bytes for the same content, whenever it is made."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = "covidorders"
    properties.created = properties.modified = MADE_ON.replace(tzinfo=None)
    properties.revision, properties.title = 1, ""
    for comment in document.comments:
        comment._comment_elm.date = MADE_ON
    saved = io.BytesIO()
    document.save(saved)
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(
                zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0)), source.read(entry), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
