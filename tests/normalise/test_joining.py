"""Which lines belong together, where the format does not tell (`starts_paragraph` is None)."""

from __future__ import annotations

import pytest

from covidorders.layout import Zone
from covidorders.normalise.joining import glue, goes_on

from .conftest import Normalised, line, paragraphs, table

TOGETHER = [
    # a sentence that a page's end cut in two
    ("Giao Sở Y tế phối hợp với các huyện, thành phố lấy mẫu diện rộng", "(vòng 4) cho các khu vực còn nguy cơ."),
    ("Ngành giáo dục chủ động phương án dạy học trực tuyến và phối hợp", "chặt chẽ với gia đình học sinh."),
    ("Các địa phương tiếp tục rà soát, bổ sung vào danh sách hỗ trợ những", "đối tượng còn sót."),
    ("Thực hiện nghiêm các kết luận của Thường trực Tỉnh ủy tại phiên họp thứ 12 của", "Ban Chỉ đạo tỉnh."),
    ("Thực hiện ý kiến của Chủ tịch UBND tỉnh tại Công điện khẩn số 1967/CĐ-", "UBND ngày 24/12/2017."),
    ("Đề nghị báo cáo trước ngày 21/9/", "2021 để tổng hợp."),
    ("Kính gửi các đồng chí (để", "p/h);"),  # a bracket is still open
    ("Toàn tỉnh đã lấy mẫu xét nghiệm cho các vùng đỏ được", "12.500 mẫu gộp, đạt 98% kế hoạch đề ra."),
    ("Căn cứ Nghị định số", "138/2016/NĐ-CP của Chính phủ;"),  # short, but a number is cited
    ("Tổ trưởng báo cáo ngày", "25/8/2021 là hạn cuối."),
    ("CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA VIỆT NAM"),  # a fixed line that was broken
    ("2.", "Sở Thông tin và Truyền thông"),  # a converter gave the label a line of its own
]  # fmt: skip

APART = [
    ("KẾT LUẬN CỦA ĐỒNG CHÍ TRƯỞNG BAN CHỈ ĐẠO TỈNH", "tại cuộc họp giao ban ngày 02/10/2021"),
    ("Thông báo kết luận của đồng chí Phó Chủ tịch Thường trực", "tại cuộc họp giao ban ngày 02/10/2021"),
    ("- Các ban đảng, ban cán sự đảng và các đơn vị trực thuộc tỉnh,", "- Lưu Văn phòng."),  # a list
    ("Triển khai ngay các nhiệm vụ được phân công trong tuần này;", "tổng hợp báo cáo."),
    ("PHÓ BÍ THƯ", "kiêm"),
    ("Thời gian cách ly: 14 ngày", "21 người tham gia"),
    ("Tổng số", "12 ca mắc mới"),
    ("Phó Bí thư Thường trực Huyện ủy, Chủ tịch Hội đồng nhân dân", "kiêm Trưởng Ban Chỉ đạo"),
    ("Nguyễn Thị Thu Hà", "ấp Tân Bắc"),  # too short to be a broken sentence
    ("Danh sách các cơ sở y tế tham gia điều trị người bệnh", "(kèm theo Kế hoạch số 5/KH-SYT)"),
    ("Sở Nông nghiệp và Phát triển nông thôn tổng hợp kết quả", "a) Về trồng trọt"),
    ("Ủy ban nhân dân tỉnh báo cáo Ban Chỉ đạo như sau", "SỞ Y TẾ"),
    ("Tổng kinh phí hỗ trợ người lao động bị mất việc làm", "12.500.000"),  # a cell of a lost table
    ("*", "Số 15-CT/TU"),
    ("Trân trọng kính mời các đồng chí về dự cuộc họp trực tuyến", "Thành phần dự họp gồm có"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), TOGETHER)
def test_goes_on(before: str, after: str) -> None:
    assert goes_on(before, after)


@pytest.mark.parametrize(("before", "after"), APART)
def test_does_not_go_on(before: str, after: str) -> None:
    assert not goes_on(before, after)


IN_COLUMNS = [
    # entries of Nơi nhận and V/v run over the short lines of their column
    ("- Cục Quản lý môi trường y tế, Cục Y tế dự phòng", "(Bộ Y tế);", "left", True),
    ("- Thường trực Tỉnh ủy, Thường trực HĐND,", "UBND tỉnh;", "left", True),
    ("V/v tăng cường công tác phòng,", "chống dịch bệnh mùa đông", "left", True),
    ("- Lưu: VT, TCCB", "Nguyễn Văn Sáu.", "left", False),
    ("SỞ Y TẾ", "Số: 12/SYT-NV", "left", False),
    ("- Như trên;", "- Lưu: VT.", "left", False),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "right", False),
    ("Độc lập - Tự do - Hạnh phúc", "Đắk Nông, ngày 18 tháng 6 năm 2019", "right", False),
]


@pytest.mark.parametrize(("before", "after", "zone", "together"), IN_COLUMNS)
def test_columns(before: str, after: str, zone: Zone, together: bool) -> None:
    assert goes_on(before, after, zone) is together


GLUE = [
    ("số 1967/CĐ-", "UBND ngày", ""),
    ("ngày 21/9/", "2021", ""),
    ("các huyện/", "thành phố", ""),
    ("xét nghiệm RT-", "PCR", ""),
    ("Nghị quyết số 84", "/NQ-CP", ""),
    ("kinh tế -", "xã hội", " "),  # a dash between blanks stays between blanks
    ("phối hợp", "thực hiện", " "),
    ("-0-", "Số", " "),
]


@pytest.mark.parametrize(("before", "after", "between"), GLUE)
def test_glue(before: str, after: str, between: str) -> None:
    assert glue(before, after) == between


def test_hints_of_the_format_come_first(normalised: Normalised) -> None:
    text = normalised([
        line("Giao Sở Y tế chủ trì, phối hợp với các", starts_paragraph=True),
        line("Sở liên quan thực hiện.", starts_paragraph=False),
        line("và báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 30", starts_paragraph=True),
    ])  # fmt: skip
    assert paragraphs(text) == [
        "Giao Sở Y tế chủ trì, phối hợp với các Sở liên quan thực hiện.",
        "và báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 30",
    ]


def test_zones_are_never_joined(normalised: Normalised) -> None:
    text = normalised([line("- Cục Y tế dự phòng và các", zone="left"), line("sở, ban, ngành liên quan", zone="body")])
    assert len(paragraphs(text)) == 2


def test_a_paragraph_over_two_pages(normalised: Normalised) -> None:
    text = normalised(
        ["Giao Sở Y tế phối hợp với các huyện, thành phố lấy mẫu tầm soát"], ["diện rộng trong ba ngày tới.", "2. Sở"]
    )
    assert paragraphs(text)[0].endswith("lấy mẫu tầm soát diện rộng trong ba ngày tới.")
    first, second = text.pages
    assert text.text[first.start : first.end].endswith("tầm soát")
    assert text.text[second.start : second.end] == "diện rộng trong ba ngày tới.\n2. Sở"
    assert [(repair.rule, repair.was) for repair in text.repairs] == [("join-page", "\n")]


def test_a_code_over_two_lines(normalised: Normalised) -> None:
    text = normalised([
        line("Căn cứ Công điện số 1967/CĐ-", starts_paragraph=True), line("UBND của tỉnh", starts_paragraph=False),
    ])  # fmt: skip
    assert text.text == "Căn cứ Công điện số 1967/CĐ-UBND của tỉnh"
    assert [(repair.rule, repair.start, repair.end) for repair in text.repairs] == [("join-code", 28, 28)]
    assert [text.text[word.start : word.end] for word in text.words][-4:] == ["1967/CĐ-", "UBND", "của", "tỉnh"]


def test_nothing_goes_on_behind_a_table(normalised: Normalised) -> None:
    text = normalised([table(("Nội dung", "Cơ quan")), "và các nội dung khác có liên quan đến phòng dịch"])
    assert paragraphs(text) == ["Nội dung\tCơ quan", "và các nội dung khác có liên quan đến phòng dịch"]


def test_rules_made_of_signs_are_left_out(normalised: Normalised) -> None:
    text = normalised(["TỈNH ỦY ĐỒNG THÁP", "*", "-------", "Số 5-CT/TU", "---o0o---", "***"])
    assert paragraphs(text) == ["TỈNH ỦY ĐỒNG THÁP", "*", "Số 5-CT/TU", "***"]
    assert [repair.was.strip() for repair in text.repairs] == ["-------", "---o0o---"]
