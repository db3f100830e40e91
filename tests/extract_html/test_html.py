"""HTML as a browser prints it: blocks, list markers, tables, footnotes, encodings, and the portal around it."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from covidorders.errors import EmptyFileError
from covidorders.extract.html import extract
from covidorders.layout import Extracted, ExtractOptions, Line, RawFile, Table


def parse(page: str | bytes) -> Extracted:
    data = page.encode() if isinstance(page, str) else page
    return extract(RawFile(Path("page.html"), data, "html", "text/html"), ExtractOptions())


def lines(extracted: Extracted) -> list[str]:
    return [block.text for block in extracted.pages[0].blocks if isinstance(block, Line)]


ROWS = [
    # (HTML, lines)
    # blanks and line ends of the source are one blank, entities are letters
    ("<p>Kính\n   gửi:&nbsp;Sở Y&#32;tế &amp; BHXH</p>", ["Kính gửi:\u00a0Sở Y tế & BHXH"]),
    # text beside blocks is a paragraph of its own
    ("<div>Trước<p>Trong</p>Sau</div>", ["Trước", "Trong", "Sau"]),
    # unclosed paragraphs, headings, definition lists
    ("<p>a<p>b<h2>c</h2><dl><dt>d<dd>e</dl>", ["a", "b", "c", "d", "e"]),
    # what a browser does not show
    ("<p>a</p><script>x()</script><style>p{}</style><!-- b --><p style='display: none'>c</p><p hidden>d</p>", ["a"]),
    # inline elements do not split words, text-transform is printed
    ("<p>Th<b>ủ</b> t<span>ướ</span>ng</p>", ["Thủ tướng"]),
    ("<p style='text-transform:uppercase'>thông báo</p>", ["THÔNG BÁO"]),
    # a power stays, the mark of a footnote goes
    ("<p>500 m<sup>2</sup><sup>[3]</sup><sup><a href='#n4'>4</a></sup> đất</p>", ["500 m2 đất"]),
    ('<p>theo số liệu<a href="#_ftn1" name="_ftnref1">[1]</a>.</p>', ["theo số liệu."]),
    # links in the text stay
    ("<p>theo <a href='/vb/1'>Nghị quyết số 128/NQ-CP</a></p>", ["theo Nghị quyết số 128/NQ-CP"]),
    # lists
    ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
    ("<ol type=I start=3><li>a<li value=7>b<li>c</ol>", ["III. a", "VII. b", "VIII. c"]),
    ("<ol style='list-style-type: lower-alpha'><li>x</ol><ol type=A><li>y</ol>", ["a. x", "A. y"]),
    ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
    ("<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>", ["• a", "◦ b", "▪ c"]),
    ("<ul style=\"list-style-type: '- '\"><li>a</ul>", ["- a"]),
    # labels that the page types itself are not doubled, and without a marker there is none
    ("<ul><li>- Như trên;<li>- Lưu: VT.</ul>", ["- Như trên;", "- Lưu: VT."]),
    ("<ul style='list-style: none'><li>Sở Y tế</ul>", ["Sở Y tế"]),
    # only the first paragraph of an item is marked
    ("<ol><li><p>a</p><p>b</p></li><li>c</ol>", ["1. a", "b", "2. c"]),
    # Word writes the marker of a list out, its bullets as letters of a symbol font
    (
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span>"
        "</span><![endif]>Sở Y tế</p>",
        ["1. Sở Y tế"],
    ),
    (
        "<p><span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>Báo cáo</p>",
        ["• Báo cáo"],
    ),
]


@pytest.mark.parametrize(("page", "expected"), ROWS)
def test_lines(page: str, expected: list[str]) -> None:
    assert lines(parse(page)) == expected


def test_line_breaks() -> None:
    page = "<p align=center>KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC</p><p>Nơi nhận:<br>- Như trên;<br><br>Đoạn mới</p>"
    blocks = [block for block in parse(page).pages[0].blocks if isinstance(block, Line)]
    assert [(block.text, block.starts_paragraph) for block in blocks] == [
        ("KT. GIÁM ĐỐC", True),
        ("PHÓ GIÁM ĐỐC", None),
        ("Nơi nhận:", True),
        ("- Như trên;", True),
        ("Đoạn mới", True),
    ]


def test_look() -> None:
    page = (
        "<center><b>THÔNG BÁO</b></center><p align=justify><font face='.VnTime'><i>Thñ t</i></font></p>"
        "<p style='text-align:center;font-weight:700'>a</p><h1 style='font-weight:normal'>b</h1>"
    )
    blocks = [block for block in parse(page).pages[0].blocks if isinstance(block, Line)]
    assert [(block.bold, block.italic, block.centred, block.font) for block in blocks] == [
        (True, False, True, None),
        (False, True, False, ".VnTime"),
        (True, False, True, None),
        (False, False, False, None),
    ]


LETTERHEAD = (
    "<tr><td align=center>UBND TỈNH AN GIANG<br><b>SỞ Y TẾ</b></td>"
    "<td align=center><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b></td></tr>"
)
ENDING = "<tr><td><b>Nơi nhận:</b><br>- Như trên;</td><td><b>KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC</b><br>Lê Thị Hoa</td></tr>"
NOTICE = f"<table>{LETTERHEAD}</table><p>Giao Trung tâm Y tế rà soát.</p><table>{ENDING}</table>"
ZONES = [
    ("left", "UBND TỈNH AN GIANG"),
    ("left", "SỞ Y TẾ"),
    ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("right", "Độc lập - Tự do - Hạnh phúc"),
    ("body", "Giao Trung tâm Y tế rà soát."),
    ("left", "Nơi nhận:"),
    ("left", "- Như trên;"),
    ("right", "KT. GIÁM ĐỐC"),
    ("right", "PHÓ GIÁM ĐỐC"),
    ("right", "Lê Thị Hoa"),
]
MENU = "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/vb'>Văn bản chỉ đạo</a></li></ul>"
NEWS = "".join(f"<li><a href='/tin/{n}'>Tin tức số {n} về tình hình trong tỉnh hôm nay</a></li>" for n in range(30))
PAGES = [
    ("bare", NOTICE),
    ("one table around everything", f"<table width=100%><tr><td>{NOTICE}</td></tr></table>"),
    ("menus known by their tags", f"<header>{MENU}</header><nav>{MENU}</nav>{NOTICE}<footer>Bản quyền</footer>"),
    ("menus known by their names", f"<div id='main-menu'>{MENU}</div>{NOTICE}<div class='box footer'>Địa chỉ</div>"),
    (
        "letterhead to signature in one element",
        f"{MENU}<div><div>{NOTICE}</div></div><ul>{NEWS}</ul><p>Số lượt: 12</p>",
    ),
    ("an ASP.NET form around the page", f"<form id=aspnetForm><div>{MENU}</div><div>{NOTICE}</div></form>"),
    ("a portal's own container", f"<p>Tóm tắt</p><div id='toanvancontent'>{NOTICE}{'<p></p>' * 9}</div><p>Lược đồ</p>"),
]


@pytest.mark.parametrize("page", [row[1] for row in PAGES], ids=[row[0] for row in PAGES])
def test_notice_among_a_portals_menus(page: str) -> None:
    extracted = parse(f"<!doctype html><html><head><title>Cổng</title></head><body>{page}</body></html>")
    assert [(block.zone, block.text) for block in extracted.pages[0].blocks if isinstance(block, Line)] == ZONES


def test_an_annex_beside_the_container_is_kept() -> None:
    annex = "<div><p>PHỤ LỤC</p><p>" + "Danh sách các điểm tiêm. " * 40 + "</p></div>"
    found = lines(parse(f"<body><div id=w><div>{NOTICE}</div>{annex}</div></body>"))
    assert found[0] == "UBND TỈNH AN GIANG"
    assert "PHỤ LỤC" in found


def test_content_table() -> None:
    page = (
        "<table border=1><caption>Bảng phân công</caption><thead><tr><th>TT<th>Nhiệm vụ<th>Chủ trì</thead>"
        "<tr><td rowspan=2>1<td>Lập danh sách<br>phân bổ<td>Sở Y tế<tr><td colspan=2>Tổng hợp</table>"
    )
    first, table = parse(page).pages[0].blocks
    assert isinstance(first, Line)
    assert first.text == "Bảng phân công"
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Lập danh sách phân bổ", "Sở Y tế"],
        ["", "Tổng hợp", ""],
    ]


def test_lines_by_style_and_lines_taken_away() -> None:
    drawn = "".join(
        "<tr><td style='border:solid windowtext 1.0pt'>a</td><td style='border-left:none'>b</td></tr>" for _ in "ab"
    )
    assert isinstance(parse(f"<table class=MsoTableGrid>{drawn}</table>").pages[0].blocks[0], Table)
    bare = "<table border=1><tr><td style='border:none'>Kính gửi:</td><td style='border:none'>Sở Y tế</td></tr></table>"
    assert lines(parse(bare)) == ["Kính gửi:", "Sở Y tế"]


def test_columns_typed_with_blanks() -> None:
    blanks = "&nbsp;" * 12
    page = f"<p>UBND TỈNH B{blanks}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>"
    page += f"<p>Số: 3/UBND{blanks}Độc lập - Tự do - Hạnh phúc</p>"
    assert lines(parse(page)) == [
        "UBND TỈNH B",
        "Số: 3/UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


NOTES = [
    "<div style='mso-element:footnote-list'><div style='mso-element:footnote'><p>Số liệu năm 2020</p></div></div>",
    "<p class=MsoFootnoteText><a href='#_ftnref1'>[1]</a> Số liệu năm 2020</p>",
    "<div id='ftn1'><p>Số liệu năm 2020</p></div>",
]


@pytest.mark.parametrize("note", NOTES)
def test_footnotes_stand_apart(note: str) -> None:
    extracted = parse(f"<p>Nội dung</p>{note}")
    assert lines(extracted) == ["Nội dung"]
    assert [(item.kind, item.text) for item in extracted.furniture] == [("footnote", "Số liệu năm 2020")]


TEXT = "Ủy ban nhân dân tỉnh yêu cầu thực hiện nghiêm"
ENCODINGS = [
    # (bytes, encoding, text)
    (f"<p>{TEXT}</p>".encode(), "utf-8", TEXT),
    (b"\xef\xbb\xbf" + f"<p>{TEXT}</p>".encode(), "utf-8", TEXT),
    (f"<p>{TEXT}</p>".encode("utf-16"), "utf-16-le", TEXT),
    (b"\xfe\xff" + f"<p>{TEXT}</p>".encode("utf-16-be"), "utf-16-be", TEXT),
    # the declaration is wrong, the bytes are not
    (f"<meta charset=windows-1252><p>{TEXT}</p>".encode(), "utf-8", TEXT),
    # cut off within a letter
    (f"<p>{TEXT} ".encode() + "ệ".encode()[:2], "utf-8", TEXT + " \ufffd"),
    (b"<meta charset='windows-1258'><p>t\xecnh</p>", "windows-1258", "t\u0301nh"),
    # TCVN3 comes out as its surface letters, all of them
    (b"<meta charset=iso-8859-1><p>Th\xf1 t\xad\xedng \x90</p>", "tcvn3", "Thñ t\u00adíng \x90"),
    # windows-1258 without a word about it
    (
        b"<p>" + b"y\xeau c\xe2\xccu c\xe1c s\xf5\xd2, ng\xe0nh th\xfd\xf2c hi\xea\xf2n " * 3 + b"</p>",
        "windows-1258",
        None,
    ),
]


@pytest.mark.parametrize(("data", "encoding", "text"), ENCODINGS)
def test_encodings(data: bytes, encoding: str, text: str | None) -> None:
    extracted = parse(data)
    assert extracted.encoding == encoding
    assert lines(extracted) == [text or data[3:-5].decode(encoding).strip()]


def test_mhtml() -> None:
    page = textwrap.dedent(
        """\
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary="x"

        --x
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: quoted-printable

        <p>K=C3=ADnh g=E1=BB=ADi</p>
        --x
        Content-Type: image/png

        --x--
        """
    )
    assert lines(parse(page)) == ["Kính gửi"]


def test_page_without_text() -> None:
    with pytest.raises(EmptyFileError, match="save it again"):
        parse("<html><body><div id=app></div><script>load()</script></body></html>")


def test_deep_nesting_ends() -> None:
    found = parse("<div>" * 200 + "đáy" + "</div>" * 200)
    assert lines(found) == ["đáy"]
