"""The visible letters of a paragraph: tracked changes, fields, hidden text, soft breaks, symbols, fonts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from covidorders.layout import Extracted, Line

Reader = Callable[..., Extracted]

DATE = 'w:id="1" w:author="x" w:date="2021-09-04T00:00:00Z"'
BOX = "<w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent>"


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def lines(extracted: Extracted) -> list[str]:
    return [block.text for block in extracted.pages[0].blocks if isinstance(block, Line)]


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    shown = result if result.startswith("<") else t(result)
    return mark.format("begin") + code + mark.format("separate") + shown + mark.format("end")


ROWS = [
    # (body, the lines)
    # runs are put together without a blank of their own
    (p(t("Kính "), t("gửi"), t(": Sở Y tế")), ["Kính gửi: Sở Y tế"]),
    # tracked changes in the accepted view
    (
        p(
            t("trước ngày "),
            f"<w:del {DATE}><w:r><w:delText>10</w:delText></w:r></w:del><w:ins {DATE}>{t('15')}</w:ins>",
        ),
        ["trước ngày 15"],
    ),
    (p(f"<w:moveFrom {DATE}>{t('cũ')}</w:moveFrom><w:moveTo {DATE}>{t('mới')}</w:moveTo>"), ["mới"]),
    # a deleted paragraph mark joins two paragraphs
    (p(t("Giao Sở Y tế "), properties=f"<w:rPr><w:del {DATE}/></w:rPr>") + p(t("chủ trì.")), ["Giao Sở Y tế chủ trì."]),
    # a hidden paragraph mark (style separator) does too
    (
        p(t("Điều 1. "), properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(t("Phạm vi")),
        ["Điều 1. Phạm vi"],
    ),
    # hidden text is not printed, hidden in web view is
    (p(t("a"), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>", t("b")), ["ab"]),
    (p("<w:r><w:rPr><w:webHidden/></w:rPr><w:t>hiện</w:t></w:r>"), ["hiện"]),
    (p('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hiện</w:t></w:r>'), ["hiện"]),
    # of a field the result only, nested ones too
    (p(t("Số: "), field("MERGEFIELD so", "12"), t("/TB-UBND")), ["Số: 12/TB-UBND"]),
    (p(field(' IF 1 = 1 "x" ', field(" DATE ", "năm 2021"))), ["năm 2021"]),
    (p(f'<w:fldSimple w:instr=" DATE ">{t("04/9/2021")}</w:fldSimple>'), ["04/9/2021"]),
    # a field that is never closed must not swallow the rest
    (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(t("vẫn còn")), ["vẫn còn"]),
    # wrappers
    (
        p(
            f"<w:hyperlink>{t('Cổng ')}</w:hyperlink><w:smartTag>{t('thông tin ')}</w:smartTag>",
            f"<w:sdt><w:sdtPr/><w:sdtContent>{t('điện tử')}</w:sdtContent></w:sdt>",
        ),
        ["Cổng thông tin điện tử"],
    ),
    (f"<w:sdt><w:sdtContent>{p(t('trong khung'))}</w:sdtContent></w:sdt>", ["trong khung"]),
    # hyphens, symbols, capitals
    (p(t("UBND"), "<w:r><w:noBreakHyphen/></w:r>", t("VX")), ["UBND-VX"]),
    (p(t("t "), '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', t(" 38")), ["t ≥ 38"]),
    (p("<w:r><w:rPr><w:caps/></w:rPr><w:t>thông báo</w:t></w:r>"), ["THÔNG BÁO"]),
    # codes of legacy fonts are not letters to be turned, and their soft hyphen is the letter ư
    (
        p('<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/><w:caps/></w:rPr><w:t>tr</w:t><w:softHyphen/><w:t>ëng</w:t></w:r>'),
        ["tr\u00adëng"],
    ),
    # comments and note marks are no text
    (p(t("a"), '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>', t("b")), ["ab"]),
    # formulas keep their letters
    (p(t("R "), "<m:oMath><m:r><m:t>≤ 0,6</m:t></m:r></m:oMath>"), ["R ≤ 0,6"]),
    # a text box is read once, from its first branch, after the paragraph it hangs on
    (
        p(
            t("UBND TỈNH"),
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
            f"{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>",
        ),
        ["UBND TỈNH", "HỎA TỐC"],
    ),
    (p(f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>"), ["HỎA TỐC"]),
    (p('<w:r><w:pict><v:shape><v:textpath string="KHẨN"/></v:shape></w:pict></w:r>'), ["KHẨN"]),
    # blanks: runs of them are one, a paragraph of blanks is none
    (p(t("  Căn  cứ\u00a0Luật ")) + p(t(" \u00a0 ")), ["Căn cứ\u00a0Luật"]),
]


@pytest.mark.parametrize(("body", "expected"), ROWS)
def test_lines(read_docx: Reader, body: str, expected: list[str]) -> None:
    assert lines(read_docx(body)) == expected


LONG = "Giao Sở Y tế chủ trì, phối hợp với các đơn vị liên quan rà soát toàn bộ trang thiết bị và"
BREAKS = [
    # (lines typed with soft breaks, centred, what the second line does)
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", True, None),
    ("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", False, None),
    ("- Như trên;", "- Lưu: VT.", False, True),
    ("các nội dung sau:", "1. Tăng cường kiểm tra", False, True),
    ("thực hiện ngay.", "Sở Tài chính bố trí kinh phí", False, None),
    (LONG, "nhân lực của các trạm y tế", False, False),
    (LONG, "Trung tâm Y tế các huyện", False, False),
]


@pytest.mark.parametrize(("first", "second", "centred", "starts"), BREAKS)
def test_soft_break(read_docx: Reader, first: str, second: str, centred: bool, starts: bool | None) -> None:
    properties = '<w:jc w:val="center"/>' if centred else ""
    body = p(t(first), "<w:r><w:br/></w:r>", t(second), properties=properties)
    before, after = read_docx(body).pages[0].blocks
    assert (before.text, before.starts_paragraph) == (first, True)
    assert (after.text, after.starts_paragraph) == (second, starts)


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Ten"><w:name w:val="Ten"/><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:b/><w:rFonts w:ascii=".VnTimeH"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TenCon"><w:name w:val="TenCon"/><w:basedOn w:val="Ten"/></w:style>'
    '<w:style w:type="character" w:styleId="Dam"><w:name w:val="Dam"/><w:rPr><w:i/><w:b w:val="0"/></w:rPr></w:style>'
)


def test_look_from_styles(read_docx: Reader) -> None:
    body = p(t("a"), properties='<w:pStyle w:val="TenCon"/>')
    body += p('<w:r><w:rPr><w:rStyle w:val="Dam"/></w:rPr><w:t>b</w:t></w:r>', properties='<w:pStyle w:val="Ten"/>')
    first, second = read_docx(body, styles=STYLES).pages[0].blocks
    assert (first.bold, first.italic, first.centred, first.font) == (True, False, True, ".VnTimeH")
    assert (second.bold, second.italic) == (False, True)


def test_font_and_weight_are_those_of_most_letters(read_docx: Reader) -> None:
    bold = '<w:r><w:rPr><w:b/><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>kt. </w:t></w:r>'
    plain = '<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>chñ tÞch uû ban</w:t></w:r>'
    (line,) = read_docx(p(bold, plain)).pages[0].blocks
    assert (line.font, line.bold) == (".VnTime", False)


def test_an_alignment_that_python_docx_does_not_know(read_docx: Reader) -> None:
    # LibreOffice writes `end`, on which python-docx's own properties raise a ValueError
    assert lines(read_docx(p(t("Hà Nội, ngày 01 tháng 9"), properties='<w:jc w:val="end"/>'))) == [
        "Hà Nội, ngày 01 tháng 9"
    ]
