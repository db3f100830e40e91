"""Hard-wrapped lines and paragraphs of one line."""

from __future__ import annotations

import textwrap

import pytest

from covidorders.extract.wrapping import hints
from covidorders.normalise import normalise

from .conftest import Extract

SAID = [
    "KẾ HOẠCH",
    "Về việc tổ chức tiêm vắc xin cho người lao động trong các khu công nghiệp trên địa bàn tỉnh",
    "Căn cứ Quyết định số 3588/QĐ-BYT ngày 26/7/2021 của Bộ trưởng Bộ Y tế, Sở Y tế xây dựng kế hoạch như sau:",
    "I. MỤC ĐÍCH",
    "1. Bảo đảm người lao động được tiêm đủ liều; giữ vững sản xuất, phát triển kinh tế - xã hội của tỉnh. Ban Quản lý "
    "các khu công nghiệp lập danh sách, gửi về Sở Y tế.",
    "2. Phối hợp với các doanh nghiệp (nhất là các doanh nghiệp tại Khu công nghiệp Long Đức) bố trí điểm tiêm theo "
    "Công văn số 5/SYT-NVY và các hướng dẫn khác của ngành.",
    "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "GIÁM ĐỐC", "Trần Thị Sáu",
]  # fmt: skip


def said(extract: Extract, content: str) -> list[str]:
    return normalise(extract(content)).text.split("\n")


@pytest.mark.parametrize("width", [60, 64, 72, 80])
def test_wrapped_lines_are_rejoined(width: int, extracted: Extract) -> None:
    wrapped = "\n".join(textwrap.fill(paragraph, width, break_on_hyphens=True) for paragraph in SAID)
    assert said(extracted, wrapped) == SAID


def test_a_dash_at_the_start_of_a_line_behind_a_full_one(extracted: Extract) -> None:
    lines = (
        "Các sở, ngành tiếp tục triển khai nhiệm vụ phát triển kinh tế\n"
        "- xã hội và phòng, chống dịch; chú trọng hỗ trợ\n"
        "người lao động và người nghèo theo đúng quy định của trung\n"
        "ương và của tỉnh trong thời gian tới đây; báo cáo\n"
        "kết quả trước ngày 25 hằng tháng về cơ quan thường trực.\n"
    )
    assert len(said(extracted, lines)) == 1


def test_indents_tell_where_paragraphs_begin(extracted: Extract) -> None:
    paragraph = (
        "      Đơn vị đã ban hành nhiều văn bản, nổi bật nhất phải kể là: (1)\n"
        "Kế hoạch số 5/KH-UBND về tiêm chủng cho\n"
        "người cao tuổi; (2) Quyết định số 9/QĐ-UBND về chế độ trực;\n(3) các văn bản hướng dẫn chăm sóc người bệnh.\n"
    )
    assert len(said(extracted, "\n".join([paragraph] * 4))) == 4


def test_paragraphs_of_one_line_stay_apart() -> None:
    lines = [
        "KẾT LUẬN", "CỦA ĐỒNG CHÍ TRƯỞNG BAN", "tại cuộc họp giao ban ngày 02/10/2021", "",
        "Các cơ quan, đơn vị tiếp tục thực hiện nghiêm các biện pháp đã ban hành. " * 4, "ngắn",
    ]  # fmt: skip
    assert hints(lines) == [None, True, True, None, None, True]


def test_a_subject_on_several_lines_goes_on(extracted: Extract) -> None:
    content = "V/v tăng cường phòng, chống\ndịch tại các chợ\n\n" + "Sở Công Thương đề nghị rà soát. " * 7
    assert said(extracted, content)[0] == "V/v tăng cường phòng, chống dịch tại các chợ"


PAGES = [
    "2. Sở Công Thương bảo đảm cung ứng hàng hóa thiết yếu cho người dân\n"
    "trong khu phong tỏa, nhất là lương thực và thực phẩm tươi sống.\n\n"
    "3. Sở Ngoại vụ thông báo cho các đoàn khách và các cơ quan của nước\n"
    "ngoài; nhắc nhở các đơn vị tiếp đón để các cơ quan đại diện của nước\n",
    "{mark}\n",
    "Lào tại thành phố được biết và cùng thực hiện các biện pháp của tỉnh\nnhư đã nêu trong văn bản trước đây.\n",
]


@pytest.mark.parametrize("mark", ["\f", "\n--- PAGE BREAK ---\n"])
def test_a_full_line_at_the_end_of_a_page_goes_on_with_a_name(mark: str, extracted: Extract) -> None:
    paragraphs = said(extracted, "".join(PAGES).replace("{mark}\n", mark))
    assert len(paragraphs) == 2
    assert "của nước Lào tại thành phố" in paragraphs[1]


@pytest.mark.parametrize("opening", ["4. Lào", "Nơi nhận:", "PHỤ LỤC SỐ 2\n"])
def test_what_opens_a_page_of_its_own(opening: str, extracted: Extract) -> None:
    content = "".join(PAGES).replace("{mark}\n", "\f").replace("Lào tại", f"{opening} tại")
    assert said(extracted, content)[2].startswith(opening.strip())


def test_a_sum_behind_a_colon_goes_on_in_small_letters(extracted: Extract) -> None:
    """`… 60 tháng:` / `hỗ trợ 2.100.000` / `đồng/người`: a line that a figure ends is not finished either."""
    lines = (
        "Mức hỗ trợ người lao động tính theo thời gian đã làm việc tại đơn\nvị trước khi có dịch, cụ thể như sau:\n"
        "- Người lao động đã làm việc tại đơn vị từ sáu tháng đến một năm:\n"
        "hỗ trợ 2.100.000\nđồng cho mỗi người trong thời gian bị cách ly y tế tập\n"
        "trung theo danh sách mà đơn vị đã gửi và cơ quan bảo hiểm đã xác\nnhận trước ngày chi trả.\n"
    )
    assert len(said(extracted, lines)) == 2


def test_a_bracket_goes_on_where_each_line_is_a_paragraph(extracted: Extract) -> None:
    content = "QUY ĐỊNH\n(Ban hành kèm theo Quyết định số 41/QĐ-UBND\n ngày 08/5/2019 của UBND tỉnh)\n"
    content += "Các sở, ngành phối hợp thực hiện. " * 6
    assert said(extracted, content)[1] == "(Ban hành kèm theo Quyết định số 41/QĐ-UBND ngày 08/5/2019 của UBND tỉnh)"


SAVED_PAGE = """CHÍNH PHỦ
|
CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM
|
Số: 41/NQ-CP
|
Hà Nội, ngày
01 tháng 7 năm 2021
|
NGHỊ QUYẾT
VỀ HỖ TRỢ NGƯỜI LAO ĐỘNG BỊ MẤT VIỆC LÀM VÀ NGƯỜI SỬ DỤNG
LAO ĐỘNG
Căn cứ Luật Tổ chức
Chính phủ ngày 19 tháng 6 năm 2015 và các luật sửa đổi một số điều của Luật Tổ chức
Chính phủ;
Căn cứ Nghị định số
138/2016/NĐ-CP ngày 01 tháng 10 năm 2016 của
Chính phủ ban hành Quy chế làm việc;
Trước tình hình diễn
biến phức tạp của dịch bệnh đã và đang ảnh hưởng lớn đến sản xuất và đời sống của
nhân dân, Chính phủ quyết nghị:
I.
MỤC TIÊU
1. Mục tiêu
Hỗ trợ người lao động gặp khó khăn do ảnh hưởng của dịch bệnh trong các khu công
nghiệp, khu chế xuất và khu kinh tế; góp phần phục hồi sản xuất, kinh doanh, giảm
thiểu tác động tiêu cực của đại dịch, ổn định sản xuất, kinh doanh, bảo đảm an toàn
cho người lao động.
"""
"""The words of a page that a word processor wrote: its markup took room on the first line of every paragraph."""


def test_short_first_lines_of_a_saved_page(extracted: Extract) -> None:
    assert said(extracted, SAVED_PAGE) == [
        "CHÍNH PHỦ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 41/NQ-CP", "Hà Nội, ngày 01 tháng 7 năm 2021",
        "NGHỊ QUYẾT", "VỀ HỖ TRỢ NGƯỜI LAO ĐỘNG BỊ MẤT VIỆC LÀM VÀ NGƯỜI SỬ DỤNG", "LAO ĐỘNG",
        "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015 và các luật sửa đổi một số điều của Luật Tổ chức "
        "Chính phủ;",
        "Căn cứ Nghị định số 138/2016/NĐ-CP ngày 01 tháng 10 năm 2016 của Chính phủ ban hành Quy chế làm việc;",
        "Trước tình hình diễn biến phức tạp của dịch bệnh đã và đang ảnh hưởng lớn đến sản xuất và đời sống của "
        "nhân dân, Chính phủ quyết nghị:",
        "I. MỤC TIÊU", "1. Mục tiêu",
        "Hỗ trợ người lao động gặp khó khăn do ảnh hưởng của dịch bệnh trong các khu công nghiệp, khu chế xuất và khu "
        "kinh tế; góp phần phục hồi sản xuất, kinh doanh, giảm thiểu tác động tiêu cực của đại dịch, ổn định sản "
        "xuất, kinh doanh, bảo đảm an toàn cho người lao động.",
    ]  # fmt: skip


def test_a_sentence_over_two_lines_where_each_line_is_a_paragraph(extracted: Extract) -> None:
    """Markdown lets a paragraph run over lines; files of it are not wrapped for all that."""
    content = (
        "CHỈ THỊ\n\nVỀ PHÒNG, CHỐNG DỊCH\n\nDịch bệnh diễn biến nhanh, có nguy cơ bùng phát mạnh trong cộng đồng\n"
        "bất cứ lúc nào nếu lơ là.\n\nThông báo kết luận của đồng chí Phó Chủ tịch Thường trực tỉnh\n"
        "tại cuộc họp giao ban\n\n" + "1. Các sở, ngành phối hợp thực hiện. " * 6
    )
    assert said(extracted, content)[2:5] == [
        "Dịch bệnh diễn biến nhanh, có nguy cơ bùng phát mạnh trong cộng đồng bất cứ lúc nào nếu lơ là.",
        "Thông báo kết luận của đồng chí Phó Chủ tịch Thường trực tỉnh",
        "tại cuộc họp giao ban",
    ]
