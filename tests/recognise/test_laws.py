"""Laws, codes, ordinances and the constitution by name; each row says why it is there."""

# ruff: noqa: E501 - a row of a table stands on one line

from __future__ import annotations

import pytest

from covidorders.recognise.references import find_references

ROWS: list[tuple[str, list[tuple[str, str, str | None, str | None]]]] = [
    # name and year; a comma inside the name
    ("Luật Phòng, chống bệnh truyền nhiễm năm 2007", [("Luật Phòng, chống bệnh truyền nhiễm năm 2007", "L", None, "2007")]),
    ("Luật Đất đai 2013", [("Luật Đất đai 2013", "L", None, "2013")]),
    # number and day
    ("Luật Thanh tra số 11/2022/QH15 ngày 14/11/2022;", [("Luật Thanh tra số 11/2022/QH15 ngày 14/11/2022", "L", "11/2022/QH15", "2022-11-14")]),
    ("Luật Thú y số 79/2015/QH13, ngày 19 tháng 6 năm 2015", [("Luật Thú y số 79/2015/QH13, ngày 19 tháng 6 năm 2015", "L", "79/2015/QH13", "2015-06-19")]),
    ("Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015", [("Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015", "L", None, "2015-06-19")]),
    ("Luật Khuyến khích đầu tư trong nước (sửa đổi) số 03/1998/QH10",
     [("Luật Khuyến khích đầu tư trong nước (sửa đổi) số 03/1998/QH10", "L", "03/1998/QH10", None)]),  # revised
    ("Luật số 15/2020/QH14", [("Luật số 15/2020/QH14", "L", "15/2020/QH14", None)]),
    # codes, constitution, ordinances
    ("Bộ luật Hình sự, luật khác", [("Bộ luật Hình sự", "BL", None, None)]),
    ("Bộ Luật Lao động số 45/2019/QH14", [("Bộ Luật Lao động số 45/2019/QH14", "BL", "45/2019/QH14", None)]),
    ("Hiến pháp năm 2013", [("Hiến pháp năm 2013", "HP", None, "2013")]),
    ("Pháp lệnh phát hành công trái xây dựng Tổ quốc số 12/1999/PL-UBTVQH10", [("Pháp lệnh phát hành công trái xây dựng Tổ quốc số 12/1999/PL-UBTVQH10", "PL", "12/1999/PL-UBTVQH10", None)]),
    # lists: the name ends where it ends, and each law is a reference of its own
    ("Luật Bầu cử đại biểu Hội đồng nhân dân, Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân.",
     [("Luật Bầu cử đại biểu Hội đồng nhân dân", "L", None, None), ("Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân", "L", None, None)]),
    ("Luật Đầu tư công và Nghị định này", [("Luật Đầu tư công", "L", None, None)]),  # the longer of two names
    ("theo Luật Nhà ở; công trình khác", [("Luật Nhà ở", "L", None, None)]),
    # an amending law is one document, whatever it amends
    ("Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019",
     [("Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019", "L", None, "2019-11-22")]),
    ("Pháp lệnh Cán bộ, công chức ngày 26/02/1998 và Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Cán bộ, công chức ngày 29/4/2003",
     [("Pháp lệnh Cán bộ, công chức ngày 26/02/1998", "PL", None, "1998-02-26"),
      ("Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Cán bộ, công chức ngày 29/4/2003", "PL", None, "2003-04-29")]),
    # names that are not in the data
    ("Luật Ngân hàng số 02/1997/QH10", [("Luật Ngân hàng số 02/1997/QH10", "L", "02/1997/QH10", None)]),
    ("xây dựng Luật Đô thị và các nghị định", [("Luật Đô thị", "L", None, None)]),
    # written without its comma, in small letters, in capitals
    ("Luật cán bộ công chức", [("Luật cán bộ công chức", "L", None, None)]),
    ("Luật thuế xuất khẩu, thuế nhập khẩu số 04/1998/QH10", [("Luật thuế xuất khẩu, thuế nhập khẩu số 04/1998/QH10", "L", "04/1998/QH10", None)]),
    ("THI HÀNH BỘ LUẬT DÂN SỰ VỀ BẢO ĐẢM", [("BỘ LUẬT DÂN SỰ", "BL", None, None)]),
    # a deadline after the name is not the law's day
    ("theo Luật Đầu tư thì trước ngày 30/9/2021 phải xong", [("Luật Đầu tư", "L", None, None)]),
    # tones that recognition gets wrong
    ("Luật sửa đối, bố sung một số điều của Luật Đê điều ngày 17/6/2020",
     [("Luật sửa đối, bố sung một số điều của Luật Đê điều ngày 17/6/2020", "L", None, "2020-06-17")]),
    # no laws
    ("BÃI BỎ VĂN BẢN QUY PHẠM PHÁP LUẬT THUỘC LĨNH VỰC Y TẾ", []),
    ("Trường Đại học Luật Hà Nội, Luật sư Nguyễn Văn An, Luật này, Công ty Luật Minh An", []),
    ("các văn bản hướng dẫn Luật.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_laws(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert [
        (text[r.start : r.end], r.type and r.type.code, r.code and r.code.raw, r.issued_on and r.issued_on.iso)
        for r in find_references(text)
    ] == expected


def test_the_name_is_the_title() -> None:
    (found,) = find_references("Luật Phòng, chống bệnh truyền nhiễm năm 2007")
    assert found.title == "Phòng, chống bệnh truyền nhiễm"
    assert found.issuer is None
