"""Nơi nhận and signature blocks in the forms met in notices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from covidorders.segment import Segmented

LETTER = """
< SỞ Y TẾ LÂM HÀ
< Số: 77/SYT-NVY
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
> Lâm Hà, ngày 02 tháng 8 năm 2021
Kính gửi: Trung tâm Y tế các huyện.
Sở Y tế yêu cầu:
1. Lấy mẫu hằng ngày.
2. Báo cáo trước 16 giờ.
"""

ENDS = [
    # (lines, copies, [(authority, post, name)]) - one form a row
    ("Nơi nhận: - Như trên; - UBND tỉnh (b/c); - Lưu: VT.\nGIÁM ĐỐC\nLê Thị Lan",
     ["Như trên", "UBND tỉnh (b/c)", "Lưu: VT"], [(None, "GIÁM ĐỐC", "Lê Thị Lan")]),  # copies in one line
    ("Nơi nhận:\nNhư trên;\nUBND tỉnh;\nLưu: VT.\nGIÁM ĐỐC\nLê Thị Lan",
     ["Như trên", "UBND tỉnh", "Lưu: VT"], [(None, "GIÁM ĐỐC", "Lê Thị Lan")]),  # no dashes
    ("Trân trọng./.\nNcl nhậm\n- Như trên;\n- Các đơn vị trực thuộc và\nphòng chức năng;\n- Lưu: VT, NVY.\nLê Thị Lan",
     ["Như trên", "Các đơn vị trực thuộc và phòng chức năng", "Lưu: VT, NVY"],
     [(None, None, "Lê Thị Lan")]),  # Nơi nhận misread: the copy that is kept tells
    ("Nơi nhận:\n- Như trên;\n- VPCP: các PCN\nVũ Văn Nam;\ncác Vụ: TH, NC;\n- Lưu: VT.\nKT. GIÁM ĐỐC\nLê Thị Lan",
     None, [("KT. GIÁM ĐỐC", None, "Lê Thị Lan")]),  # a name among the copies signs nothing
    ("Nơi nhận:\n- Như trên;\n- VPCP: các PCN, Cổng TTĐT,\ncác Vụ, Cục;\n- Lưu: VT.\nGIÁM ĐỐC\nLê Thị Lan",
     ["Như trên", "VPCP: các PCN, Cổng TTĐT, các Vụ, Cục", "Lưu: VT"], [(None, "GIÁM ĐỐC", "Lê Thị Lan")]),
    ("Nơi nhận:\n- Như trên;\n- VPCP: BTCN, Trợ lý,\nTGĐ Cổng TTĐT, các Vụ: CN, NN;\n- Lưu: VT.\nGIÁM ĐỐC\nLê Thị Lan",
     ["Như trên", "VPCP: BTCN, Trợ lý, TGĐ Cổng TTĐT, các Vụ: CN, NN", "Lưu: VT"],
     [(None, "GIÁM ĐỐC", "Lê Thị Lan")]),  # goes on in capitals
    ("CHỦ TỊCH UBND TỈNH\n- TRƯỞNG BAN CHỈ ĐẠO\nLê Thị Lan", [],
     [(None, "CHỦ TỊCH UBND TỈNH / - TRƯỞNG BAN CHỈ ĐẠO", "Lê Thị Lan")]),  # two posts, no name
    ("KT. CHỈ HUY TRƯỞNG\nCHỈ HUY PHÓ\nLê Thị Lan", [], [("KT. CHỈ HUY TRƯỞNG", "CHỈ HUY PHÓ", "Lê Thị Lan")]),
    ("SỞ Y TẾ\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Lan\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nGIÁM ĐỐC\nVũ Văn Nam\n"
     "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT 2 Sở.",
     ["UBND tỉnh", "Lưu: VT 2 Sở"],
     [("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Lan"), (None, "GIÁM ĐỐC", "Vũ Văn Nam")]),  # two bodies sign
    ("THƯ KÝ\nCHỦ TRÌ\nLê Thị Lan\nVũ Văn Nam", [],
     [(None, "THƯ KÝ", "Lê Thị Lan"), (None, "CHỦ TRÌ", "Vũ Văn Nam")]),  # posts side by side, names below
    ("CHỈ HUY TRƯỞNG\n(Đã ký)\nĐại tá Y Thanh Niê", [], [(None, "CHỈ HUY TRƯỞNG", "Y Thanh Niê")]),
    ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nH'Lan Ksor\nNơi nhận:\n- Như trên,\n- Lưu VPHU.",
     ["Như trên", "Lưu VPHU"], [("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "H'Lan Ksor")]),
    ("KT. GIÁM ĐỐC\nPHÓ TRƯỞNG PHÒNG PHỤ TRÁCH\nPHÒNG KT&BĐCL\nLê Thị Lan", [],
     [("KT. GIÁM ĐỐC", "PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH / PHÒNG KT&BĐCL", "Lê Thị Lan")]),
    ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n(ĐÃ KÝ)\nLê Thị Lan", [], [("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Thị Lan")]),
    ("TM. HỘI ĐỒNG NHÂN DÂN\nNơi gửi:\n- Ban Pháp chế;\n- Lưu: VT.\nCHỦ TỊCH\nLê Thị Lan", ["Ban Pháp chế", "Lưu: VT"],
     [("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Lan")]),  # the list between authority and post, by another title
    ("TM. ỦY BAN NHÂN DÂN", [], [("TM. ỦY BAN NHÂN DÂN", None, None)]),  # the name was not read
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTHL-07\nGIÁM ĐỐC\nLÊ THỊ LAN",
     ["Như trên", "Lưu: VT"], [(None, "GIÁM ĐỐC", "LÊ THỊ LAN")]),  # a typist's mark; a name in capitals
    ("< Nơi nhận:\n< - Như trên;\n< - Lưu: VT.\n> r G1\n> M ĐỐC\n> + ° “\n> * YTẾ\n> Lê Thị Lan",
     ["Như trên", "Lưu: VT"], [(None, None, "Lê Thị Lan")]),  # a seal over the post: the name stands
    ("< Nơi nhận:\n< - Như trên;\n< - Lưu: VT.\n> GIÁM ĐỐC\n> + ° 2\n> * .\n> Lê Thị Lan",
     ["Như trên", "Lưu: VT"], [(None, "GIÁM ĐỐC", "Lê Thị Lan")]),  # pieces of a seal are no copies
    ("< Nơi nhận:\n< - Như trên;\n< - Lưu: VT.\n> HÓ GIÁM ĐỐC\n> + ° 2\n> Lê Thị Lan",
     ["Như trên", "Lưu: VT"], [(None, None, "Lê Thị Lan")]),  # a post without its first letter is no name
    ("< Nơi nhận:\n< - Như trên;\n< - Lưu: VT,\n> GIÁM ĐỐC\ncờ\n> Lê Thị Lan",
     ["Như trên", "Lưu: VT"], [(None, "GIÁM ĐỐC", "Lê Thị Lan")]),  # nor the rest of one that ends with a comma
]  # fmt: skip


@pytest.mark.parametrize(("lines", "copies", "signed"), ENDS)
def test_end_matter(
    lines: str,
    copies: list[str] | None,
    signed: list[tuple[str | None, str | None, str | None]],
    notice_of: Callable[[str], Segmented],
) -> None:
    notice = notice_of(LETTER + lines)
    if copies is not None:
        assert [m.text for m in notice.distribution] == copies
    assert [(s.authority, s.position, s.name) for s in notice.signatures] == signed
    assert [item.id for item in notice.items] == ["1", "2"]
    assert notice.items[-1].end < notice.end
    assert notice.annexes == ()


def test_the_heading_of_an_annex_ends_a_block_without_a_name(notice_of: Callable[[str], Segmented]) -> None:
    annex = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nDANH SÁCH CÁN BỘ\nSTT Họ và tên"
    notice = notice_of(LETTER + f"< Nơi nhận:\n< - Như trên;\n< - Lưu: VT.\n> GIÁM ĐỐC\n> „\n{annex}")
    assert [(s.position, s.name) for s in notice.signatures] == [("GIÁM ĐỐC", None)]


def test_short_lines_without_a_name_below_are_no_signature(notice_of: Callable[[str], Segmented]) -> None:
    # an annex of a few words behind the copies
    notice = notice_of(
        LETTER + "< Nơi nhận:\n< - Như trên;\n< - Lưu: VT.\nPHỤ LỤC\nCác đội trực\n1. Đội số 1\n2. Đội số 2"
    )
    assert notice.signatures == ()
    assert [m.text for m in notice.distribution] == ["Như trên", "Lưu: VT"]
