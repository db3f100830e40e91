"""Small DOCX files from raw XML, for the conformance table and the tests of the DOCX extractor."""

from __future__ import annotations

import io
import zipfile

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


def package(body: str, numbering: str = "", styles: str = "", parts: dict[str, str] | None = None) -> bytes:
    """Return a DOCX from raw XML: the content of `w:body`, of the numbering part and of the styles beside Normal.

    `parts` holds further parts by the last word of their relation ("header", "footnotes", with a digit for a second).
    """
    contents = {
        "document": ("document.main", f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"),
        "numbering": ("numbering", f"<w:numbering {_NAMESPACES}>{numbering}</w:numbering>"),
        "styles": ("styles", f"<w:styles {_NAMESPACES}>{_NORMAL}{styles}</w:styles>"),
    }
    roots = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
    for name, inner in (parts or {}).items():
        kind = name.rstrip("0123456789")
        contents[name] = (kind, f"<w:{roots[kind]} {_NAMESPACES}>{inner}</w:{roots[kind]}>")
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/>'
        for name, (kind, _) in contents.items()
    )
    links = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}{kind}" Target="{name}.xml"/>'
        for name, (kind, _) in contents.items()
        if name != "document"
    )
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    main = f'<Relationship Id="r1" Type="{_RELATION}officeDocument" Target="word/document.xml"/>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{types}</Types>",
        )
        archive.writestr("_rels/.rels", _HEAD + relations.format(main))
        archive.writestr("word/_rels/document.xml.rels", _HEAD + relations.format(links))
        for name, (_, xml) in contents.items():
            archive.writestr(f"word/{name}.xml", _HEAD + xml)
    return stream.getvalue()


def lvl(index: int, style: str, text: str, start: int = 1, more: str = "") -> str:
    """Return a `w:lvl`; `more` stands between `w:numFmt` and `w:lvlText` (pStyle, isLgl, suff, lvlRestart)."""
    begin = f'<w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
    return f'<w:lvl w:ilvl="{index}">{begin}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def glyph(index: int, letter: str, font: str) -> str:
    """Return a `w:lvl` with a bullet in a font."""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>'
    return lvl(index, "bullet", letter).replace("</w:lvl>", fonts)


def abstract(number: int, *levels: str, kind: str = "multilevel") -> str:
    """Return a `w:abstractNum`."""
    inner = "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{inner}</w:abstractNum>'


def num(number: int, definition: int, *overrides: str) -> str:
    """Return a `w:num`."""
    inner = "".join(overrides)
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{inner}</w:num>'


def restart(level: int, start: int) -> str:
    """Return a `w:lvlOverride` with a `w:startOverride`."""
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(name: str, number: int | None = None, level: int | None = None, based_on: str = "Normal") -> str:
    """Return a paragraph style, numbered if `number` is given."""
    inner = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    inner += "" if number is None else f'<w:numId w:val="{number}"/>'
    properties = f"<w:pPr><w:numPr>{inner}</w:numPr></w:pPr>" if inner else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/>{properties}</w:style>'
    )
