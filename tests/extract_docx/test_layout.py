"""Tables that lay out, tables with content, columns typed with tabs, and what stands in the margins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from covidorders.layout import Extracted, Line, Table

Reader = Callable[..., Extracted]

RULED = '<w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'
CENTRED = '<w:jc w:val="center"/>'


def p(text: str, properties: str = "") -> str:
    runs = text.replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>").replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{runs}</w:t></w:r></w:p>'


def cell(*texts: str, properties: str = "", look: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(p(text, look) for text in texts) or '<w:p/>'}</w:tc>"


def table(*rows: list[str], properties: str = "") -> str:
    inner = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{inner}</w:tbl>"


def zones(extracted: Extracted) -> list[tuple[str, str]]:
    return [(block.zone, block.text) for block in extracted.pages[0].blocks if isinstance(block, Line)]


LETTERHEAD = [
    ("left", "UBND TỈNH AN GIANG"),
    ("left", "SỞ Y TẾ"),
    ("left", "Số: 45/SYT-NVY"),
    ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("right", "Độc lập - Tự do - Hạnh phúc"),
    ("right", "An Giang, ngày 02 tháng 8 năm 2021"),
]
SIGNATURE = [
    ("left", "Nơi nhận:"),
    ("left", "- Như trên;"),
    ("left", "- Lưu: VT."),
    ("right", "KT. GIÁM ĐỐC"),
    ("right", "PHÓ GIÁM ĐỐC"),
    ("right", "Lê Thị Hoa"),
]
LEFT, RIGHT = (
    [text for zone, text in LETTERHEAD if zone == "left"],
    [text for zone, text in LETTERHEAD if zone == "right"],
)
TEXT = [("body", "Triển khai kế hoạch tiêm chủng")]

STRIPS = [
    # (name, body, expected lines)
    (
        "letterhead and signature in tables without lines",
        table([cell(*LEFT[:2]), cell(*RIGHT[:2])], [cell(LEFT[2]), cell(RIGHT[2])])
        + p(TEXT[0][1])
        + table(
            [cell("Nơi nhận:", "- Như trên;", "- Lưu: VT."), cell("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Lê Thị Hoa")]
        ),
        [*LETTERHEAD, *TEXT, *SIGNATURE],
    ),
    (
        "a letterhead whose lines somebody left printed",
        table([cell(*LEFT), cell(*RIGHT)], properties=RULED),
        LETTERHEAD,
    ),
    (
        "an empty column between the two",
        table([cell(*LEFT), cell(), cell(*RIGHT)]),
        LETTERHEAD,
    ),
    (
        "a row over the whole width, and the signature with nothing beside it",
        table(
            [cell(*LEFT), cell(*RIGHT)],
            [cell(TEXT[0][1], properties='<w:gridSpan w:val="2"/>')],
            [cell(), cell("KT. GIÁM ĐỐC")],
        ),
        [*LETTERHEAD, *TEXT, ("right", "KT. GIÁM ĐỐC")],
    ),
    (
        "columns typed with tabs, with blanks, and a blank number",
        p("UBND TỈNH AN GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("      SỞ Y TẾ                           Độc lập - Tự do - Hạnh phúc")
        + p("Số:      /SYT-NVY\t\tAn Giang, ngày    tháng 8 năm 2021")
        + p(TEXT[0][1]),
        [
            *LETTERHEAD[:2],
            ("left", "Số: /SYT-NVY"),
            *LETTERHEAD[3:5],
            ("right", "An Giang, ngày tháng 8 năm 2021"),
            *TEXT,
        ],
    ),
    (
        "the signature typed with tabs; the rest of the list does not come after the name",
        p("Nơi nhận:\t\t\tKT. GIÁM ĐỐC")
        + p("- Như trên;\t\t\tPHÓ GIÁM ĐỐC")
        + p("\t\t\t\tLê Thị Hoa")
        + p("- Lưu: VT."),
        SIGNATURE,
    ),
    (
        "the authority stands a line above Nơi nhận",
        p("\t\t\t\tKT. GIÁM ĐỐC")
        + p("Nơi nhận:\t\t\tPHÓ GIÁM ĐỐC")
        + p("- Như trên;")
        + p("- Lưu: VT.\t\t\tLê Thị Hoa"),
        SIGNATURE,
    ),
    (
        "in a legacy encoding the same landmarks hold",
        p("ñy ban nh©n d©n\t\tCéng hoµ x· héi chñ nghÜa viÖt nam") + p("tØnh B\t\t§éc lËp - Tù do - H¹nh phóc"),
        [
            ("left", "ñy ban nh©n d©n"),
            ("left", "tØnh B"),
            ("right", "Céng hoµ x· héi chñ nghÜa viÖt nam"),
            ("right", "§éc lËp - Tù do - H¹nh phóc"),
        ],
    ),
    (
        "tabs in the body are no columns",
        p("1.\tSở Y tế") + p("\tCăn cứ Luật Tổ chức chính quyền địa phương;") + p("Kính gửi:\tSở Y tế"),
        [
            ("body", "1. Sở Y tế"),
            ("body", "Căn cứ Luật Tổ chức chính quyền địa phương;"),
            ("body", "Kính gửi: Sở Y tế"),
        ],
    ),
    (
        "a law named in a sentence is no letterhead",
        p("1.\tCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;"),
        [("body", "1. Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;")],
    ),
    (
        "signers side by side, without any landmark, are read one after the other",
        table(
            [cell("NGƯỜI GHI BIÊN BẢN", look=CENTRED), cell("ĐẠI DIỆN TỔ DÂN PHỐ", look=CENTRED)],
            [cell("(đã ký)", look=CENTRED), cell("(đã ký)", look=CENTRED)],
            [cell("Trần Văn Bình", look=CENTRED), cell("Lê Thị Hoa", look=CENTRED)],
        ),
        [
            ("left", "NGƯỜI GHI BIÊN BẢN"),
            ("left", "(đã ký)"),
            ("left", "Trần Văn Bình"),
            ("right", "ĐẠI DIỆN TỔ DÂN PHỐ"),
            ("right", "(đã ký)"),
            ("right", "Lê Thị Hoa"),
        ],
    ),
    ("a frame around one cell", table([cell("HỎA TỐC")], properties=RULED), [("body", "HỎA TỐC")]),
]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in STRIPS], ids=[row[0] for row in STRIPS])
def test_columns(read_docx: Reader, body: str, expected: list[tuple[str, str]]) -> None:
    assert zones(read_docx(body)) == expected


HEAD = [cell("TT"), cell("Nhiệm vụ"), cell("Nơi nhận báo cáo")]


def test_content_table_with_merged_and_nested_cells(read_docx: Reader) -> None:
    nested = f"<w:tc>{table([cell('trước'), cell('sau')])}<w:p/></w:tc>"
    body = table(
        HEAD,
        [cell("1", properties='<w:vMerge w:val="restart"/>'), cell("Lập danh sách", "Phân bổ"), cell("Sở Y tế")],
        [cell("", properties="<w:vMerge/>"), nested, cell("Sở Tài chính")],
        [cell("Tổng hợp", properties='<w:gridSpan w:val="3"/>')],
        properties=RULED,
    )
    (found,) = read_docx(body).pages[0].blocks
    assert isinstance(found, Table)
    assert [[entry.text for entry in row] for row in found.rows] == [
        ["TT", "Nhiệm vụ", "Nơi nhận báo cáo"],
        ["1", "Lập danh sách Phân bổ", "Sở Y tế"],
        ["", "trước sau", "Sở Tài chính"],
        ["Tổng hợp", "", ""],
    ]


def test_table_without_lines_but_with_rows_of_content(read_docx: Reader) -> None:
    body = table(*([cell(f"Ông Trần {name}"), cell("Phó Giám đốc")] for name in ("An", "Bình", "Chi")))
    (found,) = read_docx(body).pages[0].blocks
    assert isinstance(found, Table)
    assert len(found.rows) == 3


def test_deleted_rows_and_lines_by_style(read_docx: Reader) -> None:
    styles = f'<w:style w:type="table" w:styleId="Luoi"><w:name w:val="Luoi"/><w:tblPr>{RULED}</w:tblPr></w:style>'
    deleted = f"<w:trPr><w:del w:id='1' w:author='x'/></w:trPr>{cell('bỏ')}{cell('bỏ')}"
    body = table([cell("a"), cell("b")], [deleted], properties='<w:tblStyle w:val="Luoi"/>')
    (found,) = read_docx(body, styles=styles).pages[0].blocks
    assert isinstance(found, Table)
    assert [[entry.text for entry in row] for row in found.rows] == [["a", "b"]]


def test_lists_in_columns_are_counted_in_document_order(read_docx: Reader) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    rows = [[cell(text, look=item) for text in row] for row in (("Nơi nhận:", "TM. BAN"), ("c", "d"))]
    extracted = read_docx(table(*rows), numbering=numbering)
    assert zones(extracted) == [
        ("left", "1. Nơi nhận:"),
        ("left", "3. c"),
        ("right", "2. TM. BAN"),
        ("right", "4. d"),
    ]


MARGINS = [
    # (part, content, furniture)
    ("header", p("Văn phòng Sở Y tế"), ("running-head", "Văn phòng Sở Y tế")),
    (
        "footer",
        '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>',
        ("page-number", "3"),
    ),
    ("footer", p("- 2 -"), ("page-number", "- 2 -")),
    (
        "header",
        '<w:p><w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>',
        ("watermark", "DỰ THẢO"),
    ),
    (
        "footnotes",
        f'<w:footnote w:type="separator">{p("---")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Theo số liệu năm 2020.")}</w:footnote>',
        ("footnote", "Theo số liệu năm 2020."),
    ),
]


@pytest.mark.parametrize(("part", "content", "kept"), MARGINS)
def test_furniture(read_docx: Reader, part: str, content: str, kept: tuple[str, str]) -> None:
    extracted = read_docx(p("Nội dung"), parts={part: content})
    assert [(item.kind, item.text) for item in extracted.furniture] == [kept]
    assert zones(extracted) == [("body", "Nội dung")]


def test_letterhead_in_the_header_of_the_page_is_text(read_docx: Reader) -> None:
    extracted = read_docx(p("Nội dung"), parts={"header": table([cell(*LEFT), cell(*RIGHT)])})
    assert zones(extracted) == [*LETTERHEAD, ("body", "Nội dung")]
    assert extracted.furniture == ()


def test_table_of_contents_is_kept_apart(read_docx: Reader) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Mucluc1"><w:name w:val="toc 1"/></w:style>'
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{p('MỤC LỤC')}</w:sdtContent></w:sdt>"
    body += p("I. MỤC TIÊU\t3", '<w:pStyle w:val="Mucluc1"/>') + p("I. MỤC TIÊU")
    extracted = read_docx(body, styles=styles)
    assert [(item.kind, item.text) for item in extracted.furniture] == [("note", "MỤC LỤC"), ("note", "I. MỤC TIÊU 3")]
    assert zones(extracted) == [("body", "I. MỤC TIÊU")]
