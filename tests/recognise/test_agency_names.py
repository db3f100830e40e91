"""Names that no list holds whole, and the kinds behind general words: each row is (sentence, mentions), with its reason."""

# ruff: noqa: E501 - a row of a table stands on one line

from __future__ import annotations

import pytest

from covidorders.recognise.agencies import find_agencies

Row = tuple[str, list[str]]


def found(text: str, label: str = "AGENCY") -> list[str]:
    return [text[one.start : one.end] for one in find_agencies(text) if one.label == label]


OPEN: list[Row] = [
    # the name of a firm may look like a person's
    ("Công ty Cổ phần Thép An Phú Hưng bảo đảm cung ứng", ["Công ty Cổ phần Thép An Phú Hưng"]),
    ("giao Công ty Vinamilk hỗ trợ", ["Công ty Vinamilk"]),
    # a department's does not
    ("Giám đốc Sở Y tế Nguyễn Văn Bình báo cáo", ["Sở Y tế"]),
    # the name of a commune may look like a person's
    ("Trạm Y tế phường Phương Liên, UBND xã Lê Minh Xuân", ["Trạm Y tế phường Phương Liên", "UBND xã Lê Minh Xuân"]),
    ("Công an phường Trần Hưng Đạo lập chốt", ["Công an phường Trần Hưng Đạo"]),
    ("Chủ tịch UBND xã Trần Thị Lan ký", ["UBND xã"]),
    # the city behind a name, not `Tư pháp`
    ("Trường Đại học Y Dược TP.HCM cử giảng viên", ["Trường Đại học Y Dược TP.HCM"]),
    # a number glued on by a dash
    ("chuyển đến Bệnh viện 30-4 và Trung tâm Hồi sức người bệnh Covid-19 tại đó", ["Bệnh viện 30-4", "Trung tâm Hồi sức người bệnh Covid-19"]),
    ("Bệnh viện Trung ương Huế cơ sở 2 hỗ trợ", ["Bệnh viện Trung ương Huế cơ sở 2"]),
    # a name of three parts
    ("Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh tham mưu", ["Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh"]),
    ("Sở Công Thương, Sở Y tế và Sở Tài chính thống nhất", ["Sở Công Thương", "Sở Y tế", "Sở Tài chính"]),
    # `Khoa` opens a body, `Khoa học` does not
    ("Phòng Quản lý Khoa học và Hợp tác quốc tế lập danh sách", ["Phòng Quản lý Khoa học và Hợp tác quốc tế"]),
    # second syllables that end a name elsewhere: `sau`, `xin`, `tốt`
    ("Viện Đào tạo sau đại học", ["Viện Đào tạo sau đại học"]),
    ("Trung tâm Điều phối vắc xin phân bổ", ["Trung tâm Điều phối vắc xin"]),
    ("họp Hội đồng chấm Khóa luận tốt nghiệp đợt 2", ["Hội đồng chấm Khóa luận tốt nghiệp"]),
    # a fund and whom it is for
    ("góp vốn vào Quỹ bảo lãnh tín dụng cho các doanh nghiệp nhỏ và vừa", ["Quỹ bảo lãnh tín dụng cho các doanh nghiệp nhỏ và vừa"]),
    # a level between the committee and its matter
    ("Ban Chỉ đạo cấp tỉnh phòng, chống dịch bệnh Covid-19 họp", ["Ban Chỉ đạo cấp tỉnh phòng, chống dịch bệnh Covid-19"]),
    # a small name behind a division's capital
    ("do Vụ thực hành quyền công tố hướng dẫn", ["Vụ thực hành quyền công tố"]),
    # a verb with a capital is no place
    ("Chủ tịch UBND tỉnh Chỉ thị:", ["UBND tỉnh"]),
    # a short form inside the name
    ("Ủy ban nhân dân (UBND) tỉnh Lào Cai ban hành", ["Ủy ban nhân dân (UBND) tỉnh Lào Cai"]),
    ("Sở Y tế (SYT) hướng dẫn", ["Sở Y tế", "SYT"]),
    # letters that the text calls a body by: behind an office, as issuer in a notation
    (
        "Quyết định số 88/QĐ-ĐHVHN ngày 01/9/2022 của Giám đốc ĐHVHN; gửi ĐHVHN và HĐTSĐH; lớp ABCDE",
        ["ĐHVHN", "ĐHVHN"],
    ),
    ("của Trường Đại học Hoa Mai và ĐHVHN theo Quyết định số 5/QĐ-ĐHVHN", ["Trường Đại học Hoa Mai", "ĐHVHN"]),
    ("các tổ chức KĐCLGD lập báo cáo", ["các tổ chức KĐCLGD"]),
    # an abbreviated title before a person, a verb behind a short form
    ("- TT. Trần Quốc Bình (để b/c);", []),
    ("Trường tổ chức cho sinh viên đăng ký", ["Trường"]),
    # committees of the National Assembly
    ("- Ủy ban các vấn đề Xã hội của Quốc hội;", ["Ủy ban các vấn đề Xã hội của Quốc hội"]),
    # a list behind an office and its shared head
    ("Giám đốc Sở: Y tế, Tài chính; Chủ tịch UBND cấp huyện", ["Y tế", "Tài chính", "UBND cấp huyện"]),
    # committees known by a number
    ("họp Ban Chỉ đạo 751 và Ban Chỉ đạo 35 tỉnh", ["Ban Chỉ đạo 751", "Ban Chỉ đạo 35 tỉnh"]),
    ("các đơn vị trong ngành Công Thương trực ban", ["các đơn vị trong ngành Công Thương"]),
    ("phối hợp với sở, ban, ngành rà soát", ["sở, ban, ngành"]),
    ("Thủ trưởng cơ quan trực thuộc Chính phủ", ["cơ quan trực thuộc Chính phủ"]),
    ("các tổ tư vấn học đường hoạt động", ["các tổ tư vấn học đường"]),
    ("mưa to ở Bắc Trung Bộ", []),
    # a wrong tone mark of a scan
    ("đề nghị Tống cục Thuế hướng dẫn", ["Tống cục Thuế"]),
    # tax offices since 2025, police and press by their short names
    ("đề nghị Thuế tỉnh Nghệ An xử lý; nộp thuế tỉnh khác", ["Thuế tỉnh Nghệ An"]),
    ("- CA tỉnh, BCHQS tỉnh;", ["CA tỉnh", "BCHQS tỉnh"]),
    ("- Báo và PTTH Lào Cai;", ["Báo và PTTH Lào Cai"]),
    # committees by what they carry out
    ("thành lập Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở tỉnh", ["Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở tỉnh"]),
    ("Hội đồng giám định y khoa tỉnh kết luận", ["Hội đồng giám định y khoa tỉnh"]),
    ("Tiểu ban văn kiện trình", ["Tiểu ban văn kiện"]),
    # the Party's bodies at offices and firms, reserve members
    ("Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh", ["Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh"]),
    ("BCS đảng UBND tỉnh lãnh đạo", ["BCS đảng UBND tỉnh"]),
]  # fmt: skip

KINDS: list[Row] = [
    # the kind runs on to a verb or a mark
    ("yêu cầu các cơ sở bán lẻ thuốc trên địa bàn khai báo", ["các cơ sở bán lẻ thuốc"]),
    ("các doanh nghiệp vận tải hành khách liên tỉnh dừng chạy", ["các doanh nghiệp vận tải hành khách liên tỉnh"]),
    ("các đơn vị kinh tế - xã hội có liên quan", ["các đơn vị kinh tế - xã hội có liên quan"]),
    ("các cơ quan tư pháp tỉnh phối hợp", ["các cơ quan tư pháp tỉnh"]),
    # a verb ends it
    ("các đơn vị tranh thủ nguồn kinh phí", ["các đơn vị"]),
    ("các địa phương nơi có ca bệnh", ["các địa phương"]),
    # one syllable is a common one too: `các trường hợp`
    ("xử lý các trường hợp vi phạm", []),
    ("ứng phó với các cấp độ dịch", []),
    ("ĐÁP ỨNG VỚI CÁC CẤP ĐỘ DỊCH", []),
    # three heads, although the third is no body
    ("các cơ quan, tổ chức, cá nhân chấp hành", ["các cơ quan", "tổ chức"]),
    ("các cơ quan, đơn vị chấp hành", ["các cơ quan, đơn vị"]),
    # forces
    ("giao lực lượng Công an tuần tra, lực lượng dân quân tự vệ trực chốt", ["lực lượng Công an", "lực lượng dân quân tự vệ"]),
    # towns in a list
    ("UBND các huyện, thành, thị xã chỉ đạo", ["UBND các huyện, thành, thị xã"]),
    ("văn bản của Bộ, ngành Trung ương", ["Bộ, ngành Trung ương"]),
    ("chính quyền các địa phương vào cuộc", ["chính quyền các địa phương"]),
    # in capitals half a word is no body
    ("KẾ HOẠCH BẢO VỆ MÔI TRƯỜNG VÀ PHÒNG, CHỐNG DỊCH", []),
    ("ĐẦU TƯ CƠ SỞ VẬT CHẤT", []),
    # `đang` is no `Đảng`
    ("các nhiệm vụ mà Trung ương đang thực hiện", ["Trung ương"]),
    # kinds of firms, groups of groups
    ("các doanh nghiệp có vốn đầu tư nước ngoài cam kết", ["các doanh nghiệp có vốn đầu tư nước ngoài"]),
    ("giao đảng ủy các bộ, ngành lãnh đạo", ["đảng ủy các bộ, ngành"]),
    ("mô hình chính quyền địa phương 2 cấp", ["chính quyền địa phương 2 cấp"]),
    ("chờ ý kiến cơ quan nhà nước có thẩm quyền.", ["cơ quan nhà nước có thẩm quyền"]),
    # what is done there, and how many there are
    ("tổ chức hội nghị công đoàn, kinh phí công đoàn, không quá 2 tiểu ban", []),
    # a group with its members behind a colon
    ("- Các đơn vị thuộc Bộ: KHTC, PC;", ["Các đơn vị thuộc Bộ", "KHTC", "PC"]),
    # the members of a list under an office
    ("- Trưởng phòng: KTTH, NC;", ["KTTH", "NC"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OPEN + KINDS, ids=lambda value: value if isinstance(value, str) else "")
def test_bodies(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đồng chí A, Ủy viên dự khuyết Trung ương Đảng", ["Ủy viên dự khuyết Trung ương Đảng"]),
        ("Tổ trưởng tổ dân phố, Trưởng ấp vận động", ["Tổ trưởng tổ dân phố", "Trưởng ấp"]),
        ("- Trưởng phòng: KTTH, NC;", ["Trưởng phòng"]),
        ("TL. TỔNG CỤC TRƯỞNG", ["TỔNG CỤC TRƯỞNG"]),
        ("- TTgCP, các PTTg; Trợ lý TTg;", ["TTgCP", "PTTg", "Trợ lý TTg"]),
    ],
)
def test_offices(text: str, expected: list[str]) -> None:
    assert found(text, "POSITION") == expected
