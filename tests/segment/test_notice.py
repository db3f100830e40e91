"""Whole notices of every kind, cut into their parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from covidorders.segment import Segmented

LETTER = """
< ỦY BAN NHÂN DÂN
< TỈNH LÂM HÀ
< Số:      /UBND-KGVX
< V/v siết chặt phòng, chống dịch
< tại các khu công nghiệp
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
> Độc lập - Tự do - Hạnh phúc
> Lâm Hà, ngày    tháng 8 năm 2021
HỎA TỐC
Kính gửi:
- Các sở, ban, ngành;
- Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh;
- UBND các huyện, thành phố.
Thực hiện Công điện số 77/CĐ-TTg của Thủ tướng Chính phủ, UBND tỉnh yêu cầu:
1. Sở Y tế
a) Bố trí đội lấy mẫu lưu động.
b) Báo cáo trước 16 giờ hằng ngày.
2. Công an tỉnh duy trì chốt kiểm soát 24/7.
Quá trình thực hiện nếu có vướng mắc, các đơn vị báo cáo UBND tỉnh./.
< Nơi nhận:
< - Như trên;
< - Thường trực Tỉnh ủy;
< - Lưu: VT, KGVX.
> TM. ỦY BAN NHÂN DÂN
> KT. CHỦ TỊCH
> PHÓ CHỦ TỊCH
> Trần Văn Khải
"""


def test_letter_with_blank_number_and_day(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of(LETTER)
    heading = notice.heading
    assert (heading.regime, heading.type and heading.type.code) == ("state", "CV")
    assert heading.code is not None
    assert (heading.code.number, heading.code.notation, heading.code.complete) == (None, "UBND-KGVX", False)
    assert heading.place == "Lâm Hà"
    assert heading.issued_on is not None
    assert (heading.issued_on.iso, heading.issued_on.precision) == (None, "month")
    assert heading.issuer is not None
    assert (heading.issuer.name, heading.issuer.parent) == ("ỦY BAN NHÂN DÂN TỈNH LÂM HÀ", None)
    assert heading.subject == "siết chặt phòng, chống dịch tại các khu công nghiệp"
    assert heading.urgency == "HỎA TỐC"
    assert [m.text for m in heading.addressees] == [
        "Các sở, ban, ngành",
        "Công an tỉnh",
        "Bộ Chỉ huy Quân sự tỉnh",
        "UBND các huyện, thành phố",
    ]
    assert notice.preamble is not None
    assert notice.preamble.text.startswith("Thực hiện Công điện")
    assert [item.id for item in notice.items] == ["1", "2"]
    assert notice.closing is not None
    assert notice.closing.text.startswith("Quá trình thực hiện")
    assert [m.text for m in notice.distribution] == ["Như trên", "Thường trực Tỉnh ủy", "Lưu: VT, KGVX"]
    (signature,) = notice.signatures
    assert signature.authority == "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH"
    assert (signature.position, signature.name) == ("PHÓ CHỦ TỊCH", "Trần Văn Khải")
    assert {w.code for w in notice.warnings} == {"incomplete-code", "incomplete-issue-date"}


def test_party_conclusion(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < TỈNH ỦY LÂM HÀ
    < BAN CHỈ ĐẠO PHÒNG,
    < CHỐNG DỊCH COVID-19
    < *
    < Số 12-KL/BCĐ
    > ĐẢNG CỘNG SẢN VIỆT NAM
    > Lâm Hà, ngày 03 tháng 8 năm 2021
    KẾT LUẬN
    CỦA ĐỒNG CHÍ TRƯỞNG BAN CHỈ ĐẠO
    tại cuộc họp ngày 02/8/2021
    Sau khi nghe các ngành báo cáo, đồng chí Trưởng Ban Chỉ đạo kết luận:
    1- Đánh giá tình hình: dịch đã giảm.
    2- Giao Sở Y tế chủ trì:
    - Rà soát năng lực điều trị.
    - Lập kế hoạch tiêm chủng.
    Đề nghị các đơn vị, địa phương triển khai thực hiện.
    < Nơi nhận:
    < - Các đồng chí Tỉnh ủy viên,
    < - Lưu VPTU.
    < LN-M2/KL12
    > PHÓ BÍ THƯ
    > kiêm
    > TRƯỞNG BAN CHỈ ĐẠO
    > Đinh Quang Thắng
    """)
    heading = notice.heading
    assert heading.regime == "party"
    assert heading.code is not None
    assert (heading.code.number, heading.code.notation) == ("12", "KL/BCĐ")
    assert heading.issued_on is not None
    assert heading.issued_on.iso == "2021-08-03"
    assert heading.issuer is not None
    assert heading.issuer.name == "BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH COVID-19"
    assert heading.issuer.parent == "TỈNH ỦY LÂM HÀ"
    assert heading.subject == "CỦA ĐỒNG CHÍ TRƯỞNG BAN CHỈ ĐẠO tại cuộc họp ngày 02/8/2021"
    assert [m.text for m in notice.distribution] == ["Các đồng chí Tỉnh ủy viên", "Lưu VPTU"]
    (signature,) = notice.signatures
    assert signature.position == "PHÓ BÍ THƯ kiêm TRƯỞNG BAN CHỈ ĐẠO"
    assert signature.name == "Đinh Quang Thắng"


def test_decision_with_legal_bases_and_attached_rules(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < UBND TỈNH LÂM HÀ
    < SỞ Y TẾ
    < Số: 415/QĐ-SYT
    > CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    > Độc lập - Tự do - Hạnh phúc
    > Lâm Hà, ngày 14 tháng 9 năm 2021
    QUYẾT ĐỊNH
    Về việc ban hành Quy chế hoạt động của khu cách ly tập trung
    GIÁM ĐỐC SỞ Y TẾ
    Căn cứ Luật Phòng, chống bệnh truyền nhiễm năm 2007;
    Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2021 của UBND tỉnh;
    Theo đề nghị của Trưởng phòng Nghiệp vụ Y.
    QUYẾT ĐỊNH:
    Điều 1. Ban hành kèm theo Quyết định này Quy chế hoạt động của khu cách ly tập trung.
    Điều 2. Quyết định này có hiệu lực từ ngày ký.
    Điều 3. Chánh Văn phòng Sở và các đơn vị chịu trách nhiệm thi hành Quyết định này./.
    < Nơi nhận:
    < - Như Điều 3;
    < - Lưu: VT, NVY.
    > GIÁM ĐỐC
    > Lê Thị Thu Sương
    =====
    QUY CHẾ
    Hoạt động của khu cách ly tập trung
    (Ban hành kèm theo Quyết định số 415/QĐ-SYT ngày 14/9/2021 của Sở Y tế)
    Điều 1. Phạm vi điều chỉnh
    Quy chế này áp dụng cho mọi khu cách ly trên địa bàn.
    """)
    assert notice.heading.type is not None
    assert notice.heading.type.code == "QĐ"
    assert notice.heading.subject == "Về việc ban hành Quy chế hoạt động của khu cách ly tập trung"
    assert notice.heading.issuer is not None
    assert (notice.heading.issuer.parent, notice.heading.issuer.name) == ("UBND TỈNH LÂM HÀ", "SỞ Y TẾ")
    assert len(notice.bases) == 3
    assert [item.id for item in notice.items] == ["1", "2", "3"]
    assert [s.name for s in notice.signatures] == ["Lê Thị Thu Sương"]
    (annex,) = notice.annexes
    assert annex.title.startswith("QUY CHẾ")


def test_telegram_names_its_receivers(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < CHỦ TỊCH
    < ỦY BAN NHÂN DÂN TỈNH LÂM HÀ
    < Số: 06/CĐ-UBND
    > CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    > Lâm Hà, ngày 19 tháng 7 năm 2021
    CÔNG ĐIỆN
    Về việc thực hiện giãn cách xã hội
    CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:
    - Giám đốc các Sở: Y tế, Công Thương;
    - Chủ tịch UBND các huyện.
    Trước diễn biến phức tạp của dịch bệnh, yêu cầu thực hiện ngay các nội dung sau:
    1. Dừng mọi hoạt động không thiết yếu từ 0 giờ ngày 20/7/2021.
    2. Báo cáo kết quả về Sở Y tế.
    Nơi nhận:
    - Như trên;
    - Lưu: VT.
    CHỦ TỊCH
    Phạm Quốc Bảo
    """)
    assert notice.heading.type is not None
    assert notice.heading.type.code == "CĐ"
    assert [m.text for m in notice.heading.addressees] == [
        "Giám đốc các Sở: Y tế, Công Thương",
        "Chủ tịch UBND các huyện",
    ]
    assert [item.id for item in notice.items] == ["1", "2"]
    assert [s.name for s in notice.signatures] == ["Phạm Quốc Bảo"]


def test_body_without_a_list_has_no_directives(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < SỞ Y TẾ LÂM HÀ
    < Số: 1021/SYT-NVY
    > CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    > Lâm Hà, ngày 02 tháng 12 năm 2021
    Kính gửi: Trung tâm Y tế các huyện.
    Sở Y tế nhận được Công văn số 88/BYT-DP ngày 30/11/2021 của Bộ Y tế.
    Sở Y tế chuyển các đơn vị để triển khai thực hiện.
    Đề nghị các đơn vị báo cáo kết quả trước ngày 10/12/2021./.
    Nơi nhận:
    - Như trên;
    - Lưu: VT, NVY.
    KT. GIÁM ĐỐC
    PHÓ GIÁM ĐỐC
    Hồ Minh Tâm
    """)
    assert notice.items == ()
    assert notice.closing is not None
    assert notice.closing.text.startswith("Đề nghị các đơn vị")


def test_minutes_have_two_signers(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < SỞ Y TẾ LÂM HÀ
    < Số: 15/BB-SYT
    > CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    BIÊN BẢN
    Họp giao ban phòng, chống dịch
    1. Thời gian: 8 giờ 00 ngày 05/10/2021.
    2. Nội dung: rà soát công tác tiêm chủng.
    Cuộc họp kết thúc vào 11 giờ cùng ngày./.
    < THƯ KÝ
    < Vũ Thị Lan
    > CHỦ TỌA
    > Ngô Đức Hải
    """)
    assert [(s.position, s.name) for s in notice.signatures] == [("THƯ KÝ", "Vũ Thị Lan"), ("CHỦ TỌA", "Ngô Đức Hải")]


def test_title_of_the_gazette_says_number_and_day(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    QUYẾT ĐỊNH
    của Bộ trưởng Bộ Y tế số 27/2004/QĐ-BYT ngày 12 tháng 3 năm 2004 về việc ban hành Quy chế kiểm dịch
    Căn cứ Luật Bảo vệ sức khỏe nhân dân;
    QUYẾT ĐỊNH:
    Điều 1. Ban hành Quy chế kiểm dịch.
    Điều 2. Quyết định có hiệu lực sau 15 ngày.
    """)
    heading = notice.heading
    assert heading.code is not None
    assert heading.code.raw == "27/2004/QĐ-BYT"
    assert heading.issued_on is not None
    assert (heading.issued_on.iso, heading.issued_on.inferred_from) == ("2004-03-12", "title")
    assert heading.issuer is not None
    assert heading.issuer.name == "Bộ trưởng Bộ Y tế"
    assert heading.subject == "về việc ban hành Quy chế kiểm dịch"


def test_authority_of_two_lines_is_no_subject(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < HỘI ĐỒNG NHÂN DÂN
    < TỈNH LÂM HÀ
    < Số: 08/2021/NQ-HĐND
    > CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    > Lâm Hà, ngày 20 tháng 8 năm 2021
    NGHỊ QUYẾT
    Quy định chính sách hỗ trợ người dân gặp khó khăn
    HỘI ĐỒNG NHÂN DÂN TỈNH LÂM HÀ
    KHÓA IX, KỲ HỌP THỨ HAI
    Căn cứ Luật Tổ chức chính quyền địa phương;
    QUYẾT NGHỊ:
    Điều 1. Hỗ trợ mỗi hộ 1.500.000 đồng.
    """)
    assert notice.heading.subject == "Quy định chính sách hỗ trợ người dân gặp khó khăn"
    assert len(notice.bases) == 1


def test_title_that_names_its_authority(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < ỦY BAN NHÂN DÂN
    < TỈNH LÂM HÀ
    < LH12
    < Số: 64/2003/QĐ-UB
    > CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    > Lâm hà, ngày 02 tháng 6 năm 2003
    QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH LÂM HÀ
    V/v thành lập trạm kiểm dịch
    Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;
    QUYẾT ĐỊNH:
    Điều 1. Thành lập trạm kiểm dịch.
    """)
    assert notice.heading.subject == "thành lập trạm kiểm dịch"
    assert notice.heading.place == "Lâm hà"
    assert notice.heading.issuer is not None
    assert notice.heading.issuer.name == "ỦY BAN NHÂN DÂN TỈNH LÂM HÀ"


END = """
< SỞ Y TẾ LÂM HÀ
< Số: 1021/SYT-NVY
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
> Lâm Hà, ngày 02 tháng 12 năm 2021
Kính gửi: Trung tâm Y tế các huyện.
Sở Y tế chuyển các đơn vị để triển khai thực hiện./.
< Nơi nhận:
< - Như trên;
< - Lưu: VT.
"""


def test_posts_broken_over_two_lines(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of(END + "> KT. CHÁNH\n> VĂN PHÒNG\n> PHÓ CHÁNH\n> VĂN PHÒNG\n> Trần Văn Khải")
    (signature,) = notice.signatures
    assert signature.authority == "KT. CHÁNH VĂN PHÒNG"
    assert (signature.position, signature.name) == ("PHÓ CHÁNH VĂN PHÒNG", "Trần Văn Khải")


def test_what_a_seal_left_does_not_end_the_signature(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of(END + "> KT. GIÁM ĐỐC\n> PHÓ GIÁM ĐỐC\n> ,c xYt\n> ° SỞ 2 *\n> Hồ Minh Tâm")
    (signature,) = notice.signatures
    assert (signature.authority, signature.position) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert signature.name == "Hồ Minh Tâm"


def test_dash_that_orders_to_carry_out_is_no_legal_base(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < SỞ Y TẾ LÂM HÀ
    < Số: 88/SYT-NVY
    > CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    > Lâm Hà, ngày 02 tháng 12 năm 2021
    Kính gửi: Trung tâm Y tế các huyện.
    Sở Y tế yêu cầu báo cáo các nội dung sau:
    - Thực hiện phân luồng người bệnh;
    - Bố trí nhân lực.
    Nơi nhận:
    - Như trên.
    GIÁM ĐỐC
    Hồ Minh Tâm
    """)
    assert [item.id for item in notice.items] == ["-1", "-2"]
    assert notice.bases == ()


def test_enclosures_behind_the_end_mark_give_no_orders(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    < SỞ Y TẾ LÂM HÀ
    < Số: 77/SYT-NVY
    > CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Kính gửi: Trung tâm Y tế các huyện.
    Sở Y tế đề nghị:
    1. Lấy mẫu hằng ngày.
    2. Báo cáo trước 16 giờ.
    Trân trọng./.
    Tài liệu gửi kèm:
    - Công văn số 5/BYT-DP ngày 02/7/2021;
    - Mẫu báo cáo.
    Nơi nhận:
    - Như trên;
    - Lưu: VT.
    """)
    assert [item.id for item in notice.items] == ["1", "2"]
    assert notice.closing is not None
    assert notice.closing.text.endswith("Mẫu báo cáo.")
    assert [m.text for m in notice.distribution] == ["Như trên", "Lưu: VT"]


PRESENT = """
< UBND TỈNH LÂM HÀ
< VĂN PHÒNG
< Số: 88/TB-VPUBND
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
> Lâm Hà, ngày 12 tháng 8 năm 2021
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về phòng, chống dịch
Ngày 11/8/2021, Chủ tịch UBND tỉnh chủ trì cuộc họp. {lead_in}
- Các Phó Chủ tịch UBND tỉnh;
- Lãnh đạo các sở: Y tế, Công Thương.
{behind}
1. Sở Y tế lấy mẫu diện rộng.
2. Sở Công Thương bảo đảm hàng hóa.
"""


@pytest.mark.parametrize(
    ("lead_in", "behind", "ids"),
    [
        ("Tham dự cuộc họp có:", "Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận như sau:", ["1", "2"]),
        ("Thành phần tham dự gồm:", "Chủ tịch UBND tỉnh kết luận:", ["1", "2"]),
        # orders in dashes before the numbered ones stay orders
        ("Chủ tịch UBND tỉnh yêu cầu:", "Trong thời gian tới, tập trung thực hiện:", ["-1", "-2", "1", "2"]),
        # nothing goes on behind the list: it is the notice's own
        ("Thành phần tham dự gồm:", "", ["-1", "-2", "1", "2"]),
    ],
)
def test_those_present_are_no_orders(
    lead_in: str, behind: str, ids: list[str], notice_of: Callable[[str], Segmented]
) -> None:
    notice = notice_of(PRESENT.format(lead_in=lead_in, behind=behind))
    assert [item.id for item in notice.items] == ids


GAZETTE = """
Nghị định
của Chính phủ số {code} ngày 12 tháng 6 năm 1999
Quy định về kiểm dịch tại cửa khẩu
{authority}
Căn cứ Luật Tổ chức Chính phủ ngày 30 tháng 9 năm 1992;
Nghị định:
Điều 1. Việc kiểm dịch do cơ quan y tế thực hiện.
Điều 2. Nghị định này có hiệu lực từ ngày ký.
"""


@pytest.mark.parametrize("code", ["44/1999/NĐ-CP", "44 /1999/NĐ-CP"])
@pytest.mark.parametrize("authority", ["Chính phủ", "CHÍNH PHỦ"])
def test_gazette_title_on_lines_of_its_own(code: str, authority: str, notice_of: Callable[[str], Segmented]) -> None:
    """Number and day stand under the type's name; the capitals of the authority's line were in its font only."""
    heading = notice_of(GAZETTE.format(code=code, authority=authority)).heading
    assert heading.code is not None
    assert heading.issued_on is not None
    assert heading.issuer is not None
    assert (heading.code.raw, heading.issued_on.iso, heading.issuer.name) == (code, "1999-06-12", "Chính phủ")
    assert heading.subject == "Quy định về kiểm dịch tại cửa khẩu"


CLOSINGS = [
    # (the paragraph behind the last item, whether it closes the notice)
    ("Sở Y tế đề nghị UBND các huyện chỉ đạo các đơn vị phối hợp thực hiện.", True),
    ("Bộ Y tế (cơ quan thường trực) yêu cầu các địa phương khẩn trương triển khai, không để dịch lan rộng.", True),
    ("Người đã khỏi bệnh theo dõi sức khỏe thêm 07 ngày.", False),  # goes on with the item
]


@pytest.mark.parametrize(("words", "closes"), CLOSINGS)
def test_the_issuer_asks_behind_the_last_item(words: str, closes: bool, notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of(
        f"{LETTER_TOP}1. Cách ly tại nhà 07 ngày.\n2. Xét nghiệm vào ngày thứ 3.\n{words}\nNơi nhận:\n- Lưu: VT."
    )
    assert (notice.closing is not None) is closes


LETTER_TOP = """
< SỞ Y TẾ LÂM HÀ
< Số: 77/SYT-NVY
< V/v cách ly tại nhà
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
> Lâm Hà, ngày 02 tháng 8 năm 2021
Kính gửi: UBND các huyện.
Sở Y tế hướng dẫn như sau:
"""


def test_thanks_close_behind_an_item_without_a_stop(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of(f"{LETTER_TOP}1. Cách ly tại nhà\n2. Xét nghiệm\nTrân trọng./.\nNơi nhận:\n- Lưu: VT.")
    assert notice.closing is not None
    assert notice.closing.text == "Trân trọng./."


def test_documents_under_one_basis_on_lines_of_their_own(notice_of: Callable[[str], Segmented]) -> None:
    notice = notice_of("""
    QUYẾT ĐỊNH
    Về việc thành lập Tổ công tác
    Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
    Luật sửa đổi, bổ sung một số điều của Luật Tổ chức chính quyền địa phương ngày 22/11/2019;
    Theo đề nghị của Giám đốc Sở Y tế;
    QUYẾT ĐỊNH:
    Điều 1. Thành lập Tổ công tác.
    Điều 2. Quyết định có hiệu lực từ ngày ký.
    """)
    assert len(notice.bases) == 3
