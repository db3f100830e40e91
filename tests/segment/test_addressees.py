"""Kính gửi and the receivers of a công điện in the forms met in notices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from covidorders.segment import Segmented

LETTER = """
< SỞ Y TẾ LÂM HÀ
< Số: 77/SYT-NVY
< V/v tăng cường xét nghiệm
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
> Lâm Hà, ngày 02 tháng 8 năm 2021
"""
BODY = "Thực hiện chỉ đạo của UBND tỉnh, Sở Y tế đề nghị các đơn vị:\n1. Lấy mẫu.\n2. Báo cáo."

FORMS = [
    # (lines, addressees) - one form a row
    ("Kính gửi: Trung tâm Y tế các huyện, thành phố.", ["Trung tâm Y tế các huyện, thành phố"]),
    ("Kính gửi: Các bệnh viện; Trung tâm Y tế; Phòng khám đa khoa.",
     ["Các bệnh viện", "Trung tâm Y tế", "Phòng khám đa khoa"]),  # semicolons part entries in one line
    ("Kính gửi: - Các bệnh viện; - Trung tâm Y tế.", ["Các bệnh viện", "Trung tâm Y tế"]),
    ("Kính gửi các Bộ: Y tế, Công an.", ["các Bộ: Y tế, Công an"]),  # the colon stands behind the kind of body
    ("Kính gửi các Bộ: Y tế, Công an,\nQuốc phòng, Ngoại giao.", ["các Bộ: Y tế, Công an, Quốc phòng, Ngoại giao"]),
    ("Kính gửi: Ủy ban nhân dân các huyện,\nthành phố trực thuộc\ntỉnh Lâm Hà",
     ["Ủy ban nhân dân các huyện, thành phố trực thuộc tỉnh Lâm Hà"]),  # over three lines, no stop
    ("Kính gửi:\nCác sở, ban, ngành tỉnh\nỦy ban nhân dân các huyện",
     ["Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các huyện"]),  # neither dashes nor stops
    ("Kính gửi:\n- Ban Chỉ đạo các quận và thành phố\nĐạ Nam;\n- Sở Du lịch.",
     ["Ban Chỉ đạo các quận và thành phố Đạ Nam", "Sở Du lịch"]),  # an entry runs over the line
    ("- Sở Y tế các tỉnh;\n- Các cơ quan ngoại vụ.", ["Sở Y tế các tỉnh", "Các cơ quan ngoại vụ"]),  # Kính gửi was lost
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), FORMS)
def test_addressees(lines: str, expected: list[str], notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of(f"{LETTER}{lines}\n{BODY}")
    assert [m.text for m in notice.heading.addressees] == expected
    assert notice.preamble is not None
    assert notice.preamble.text.startswith("Thực hiện chỉ đạo")
    assert [item.id for item in notice.items] == ["1", "2"]


def test_dashes_that_give_orders_are_no_addressees(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of(f"{LETTER}- Tăng cường lấy mẫu;\n- Báo cáo hằng ngày.\nTrân trọng./.")
    assert notice.heading.addressees == ()
    assert len(notice.items) == 2


def test_telegram_names_its_receivers_in_running_text(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < UBND TỈNH LÂM HÀ
    < Số: 03/CĐ-UBND
    > CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    > Lâm Hà, ngày 28 tháng 01 năm 2021
    CÔNG ĐIỆN KHẨN
    Về việc phong tỏa ổ dịch
    CHỦ TỊCH UBND TỈNH LÂM HÀ điện: Giám đốc các sở, thủ trưởng các ban, ngành, đoàn thể tỉnh; Chủ tịch UBND các huyện.
    Trước diễn biến của dịch, Chủ tịch UBND tỉnh yêu cầu:
    1. Phong tỏa ổ dịch từ 12 giờ ngày 28/01/2021.
    """)
    assert [m.text for m in notice.heading.addressees] == [
        "Giám đốc các sở, thủ trưởng các ban, ngành, đoàn thể tỉnh",
        "Chủ tịch UBND các huyện",
    ]
    assert notice.heading.subject == "Về việc phong tỏa ổ dịch"
