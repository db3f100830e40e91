"""Repairs of recognised lines: what is put right, under which rule, and what must stay as it was read."""

from __future__ import annotations

from typing import Any

import pytest

from covidorders.layout import Box, Line, Word
from covidorders.normalise.draft import Draft
from covidorders.normalise.ocr_repairs import repair_ocr

UNSURE, SURE = 0.7, 0.97


def drafts(texts: list[str], sure: float, **hints: Any) -> list[Draft]:
    made = []
    for text in texts:
        words = tuple(Word(word, Box(20.0 * n, 0.0, 20.0 * n + 18, 12.0), sure) for n, word in enumerate(text.split()))
        made.append(Draft(text, Line(text, words=words, **hints), 1))
    return made


def repaired(text: str, sure: float = UNSURE, **hints: Any) -> Draft:
    (draft,) = repair_ocr(drafts([text], sure, **hints), {1})
    assert draft.raw == text  # every repair can be undone
    return draft


MENDED = [
    # (as read, as printed, rule)
    ("CỌNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ocr-fixed-line"),
    ("CỌNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ocr-fixed-line"),  # its own tones
    ("Đôc lâp - Tự do - Hanh phúc", "Độc lập - Tự do - Hạnh phúc", "ocr-fixed-line"),
    ("ĐẲNG CỘNG SÃN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "ocr-fixed-line"),
    ("HỖA TOC", "HỎA TỐC", "ocr-urgency"),  # a stamp
    ("thỎA TỐC!", "HỎA TỐC", "ocr-urgency"),  # with a piece of its frame
    ("VW tăng cường trực dịch", "V/v tăng cường trực dịch", "ocr-subject"),  # the stroke as a part of the letter
    ("V/w triển khai Kế hoạch số 45/KH-UBND", "V/v triển khai Kế hoạch số 45/KH-UBND", "ocr-subject"),
    ("VWv rà soát người về từ vùng dịch", "V/v rà soát người về từ vùng dịch", "ocr-subject"),
    ("Vív hỗ trợ khu cách ly", "V/v hỗ trợ khu cách ly", "ocr-subject"),
    ("S6: 45/KH-UBND", "Số: 45/KH-UBND", "ocr-number"),
    ("số: 45/KH-UBND", "Số: 45/KH-UBND", "ocr-number"),  # a line of capitals passes for one of small letters
    ("Số: 2}0Ÿ/ SYT- NVY", "Số: / SYT- NVY", "ocr-number"),  # written by hand: no digit is guessed
    ("Số: 40 TB-CTSV", "Số: 40 /TB-CTSV", "ocr-number"),  # the stroke was not read
    ("Số: 08 /TB-BCĐ PC", "Số: 08 /TB-BCĐPC", "ocr-number"),  # a blank inside the notation
    ("Sơn La, ngày & Ÿ tháng 5 năm 2021", "Sơn La, ngày    tháng 5 năm 2021", "ocr-day"),
    ("Sơn La, ngày l7 tháng 5 năm 2021", "Sơn La, ngày 17 tháng 5 năm 2021", "ocr-day"),
    ("Sơn La, ngày 43 tháng 5 năm 2021", "Sơn La, ngày    tháng 5 năm 2021", "ocr-day"),  # no month has so many days
    ("Sơn La, ngày 09 tháng 5 nàm 2021", "Sơn La, ngày 09 tháng 5 năm 2021", "ocr-day"),  # the words of the line
    ("Sơn La. ngày 09 tháng l3 năm 2021", "Sơn La. ngày 09 tháng    năm 2021", "ocr-day"),
    ("theo Chỉ thị số 16/GT-TTg của Thủ tướng", "theo Chỉ thị số 16/CT-TTg của Thủ tướng", "ocr-code"),
    ("theo Quyết định số 22/QĐÐ-BYT", "theo Quyết định số 22/QĐ-BYT", "ocr-code"),
    ("Công văn số 77/KCB-OLCL", "Công văn số 77/KCB-QLCL", "ocr-code"),
    ("Nghị quyết 86/NO-CP", "Nghị quyết 86/NQ-CP", "ocr-code"),
    ("Công văn 5432/UBNĐ-VX ngày 3/9", "Công văn 5432/UBNĐ-VX ngày 3/9", None),  # a body in the place of the type
    ("Kế hoạch 11456KH-UBND", "Kế hoạch 11456/KH-UBND", "ocr-code"),
    ("Tố chức lấy mẫu xét nghiệm", "Tổ chức lấy mẫu xét nghiệm", "ocr-tone"),
    ("giao Bộ Y tế chú trì, phối họp", "giao Bộ Y tế chủ trì, phối họp", "ocr-tone"),
    ("THÀNH PHÓ HỒ CHÍ MINH", "THÀNH PHỐ HỒ CHÍ MINH", "ocr-tone"),
    ("BỘ TRƯỞNG BỘ Y TÉ", "BỘ TRƯỞNG BỘ Y TẾ", "ocr-tone"),
    ("không vận chuyến lợn qua chốt", "không vận chuyển lợn qua chốt", "ocr-tone"),
    ("các tố xung kích ở thôn", "các tổ xung kích ở thôn", "ocr-tone"),  # alone, where recognition was unsure
    ("giao Sở Tài chính tô chức đấu giá", "giao Sở Tài chính tổ chức đấu giá", "ocr-tone"),  # a tone over a circumflex
    ("nêu chỉ tiết tại phụ lục", "nêu chi tiết tại phụ lục", "ocr-tone"),
    ("rà soát cơ sở đữ liệu dân cư", "rà soát cơ sở dữ liệu dân cư", "ocr-tone"),
    ("giao Thông tắn xã Việt Nam đưa tin", "giao Thông tấn xã Việt Nam đưa tin", "ocr-tone"),
    ("thi hành Nghị định só 84/2015/NĐ-CP", "thi hành Nghị định số 84/2015/NĐ-CP", "ocr-tone"),
    ("huyện Hoa Lư, tinh Ninh Binh", "huyện Hoa Lư, tinh Ninh Bình", "ocr-place"),
    ("thành phố BiênHòa rà soát", "thành phố Biên Hòa rà soát", "ocr-place"),
    ("trạm y tế huyện Đắk R°Lấp", "trạm y tế huyện Đắk R'Lấp", "ocr-place"),  # the apostrophe of a name
    ("chốt số 2, Cư M”gar", "chốt số 2, Cư M'gar", "ocr-place"),
    ("~ Tòa án nhân dân huyện;", "- Tòa án nhân dân huyện;", "ocr-dash"),
    ("Phó Bí thư ~ Chủ tịch xã", "Phó Bí thư - Chủ tịch xã", "ocr-dash"),
    ("giai đoạn 2021 ~ 2025", "giai đoạn 2021 - 2025", "ocr-dash"),
    ("-_ Sở Giáo dục và Đào tạo;", "- Sở Giáo dục và Đào tạo;", "ocr-speck"),  # the end of a long dash
    ("- _ Các trường học;", "- Các trường học;", "ocr-speck"),
    ("ˆ thời gian tới, tiếp tục rà soát", "thời gian tới, tiếp tục rà soát", "ocr-speck"),
    ("_ kết, chưa tuân theo nguyên tắc", "kết, chưa tuân theo nguyên tắc", "ocr-speck"),  # no dash before a line's rest
    ("gửi về Sở trước ngày 05. ¬¬", "gửi về Sở trước ngày 05.", "ocr-speck"),
]


@pytest.mark.parametrize(("read", "printed", "rule"), MENDED)
def test_mended(read: str, printed: str, rule: str | None) -> None:
    draft = repaired(read)
    assert draft.text == printed
    assert {change.rule for change in draft.changes if change.rule} == ({rule} if rule else set())


RIGHT_COLUMN = [
    ("Nguyen Hữu Lộc", "Nguyễn Hữu Lộc", "ocr-name"),  # a family name with its letters; given names stay as read
    ("Nguyen Van Lộc", "Nguyễn Van Lộc", "ocr-name"),
    ("Lrần Hữu Lộc", "Trần Hữu Lộc", "ocr-name"),  # no syllable, and one family name is a letter away
    ("Nguyeu Hữu Lộc", "Nguyễn Hữu Lộc", "ocr-name"),
    ("ThS. Lrần Hữu Lộc", "ThS. Trần Hữu Lộc", "ocr-name"),
    ("Hgô Hữu Lộc", "Hgô Hữu Lộc", None),  # too short to tell
    ("KT: CHỦ TỊCH", "KT. CHỦ TỊCH", "ocr-authority"),
    ("TM, ỦY BAN NHÂN DÂN", "TM.ỦY BAN NHÂN DÂN", "ocr-authority"),
    ("Trang Thị Mai", "Trang Thị Mai", None),
    ("Đàm Thu Hiền", "Đàm Thu Hiền", None),
    ("Hạnh Phúc Cho Mọi Nhà", "Hạnh Phúc Cho Mọi Nhà", None),
]


@pytest.mark.parametrize(("read", "printed", "rule"), RIGHT_COLUMN)
def test_signature_block(read: str, printed: str, rule: str | None) -> None:
    draft = repaired(read, zone="right")
    assert draft.text.replace(". ", ".") == printed.replace(". ", ".")
    assert {change.rule for change in draft.changes if change.rule} == ({rule} if rule else set())


UNTOUCHED = [
    # other words with the letters of a phrase
    "Lũy kế từ ngày 01/01/2021 đến nay",
    "Trường hợp có phần căn cứ ban hành",
    "bắt đầu từ ngày 05 tháng 9",
    "cơ quan dân cử ở địa phương",
    "dân chủ đi đôi với kỷ cương",
    "các sở kết nối dữ liệu dân cư",
    "giải quyết khiếu nại, tố cáo; yếu tố nguy cơ",
    "tìm kiếm cứu nạn; quận Hoàn Kiếm",
    "tiếp nhận phản ảnh của người dân",
    "Công ty Cổ phần Cấp nước Phú Tài",
    "để xuất trình khi qua chốt",
    # what people mistype is what the document says
    "thưc hiện nhiêm vụ theo Kế hoach",
    "Đơn vi đã quy đinh, sử dung",
    "hổ trợ, cũng cố, sữa chữa",
    # names
    "Ông Chu Tri Thức, bà Đồng Chí Hiếu",
    "bác sĩ Tô Chức Năng",
    "xã Quang Trung, thị trấn Cổ Phúc",
    # places with several spellings in use, and the same letters at two places
    "huyện Đăk Glong, huyện Krông Nô",
    "tỉnh Bắc Cạn",
    # codes that look odd and are right
    "Công văn 193/SGDĐT-CTTTPC, 2927-TB/TU, 12/BC-ĐĐBQH",
    "Quyết định 09/2018/QĐĐC-HĐ",
    "Nghị quyết số 1261NQ-CP",  # the 1 may be the stroke: 126/NQ-CP or 1261/NQ-CP
    "số 5703/QĐ-BYT ngày 20/12/2020",
    "Vy Thị Lan, nhân viên y tế thôn 3",
    "VN đã ký kết hiệp định",
    # no apostrophe
    "Nhóm B “gia đình” được ưu tiên",
    # dashes and signs that are printed
    "– Như Điều 2;",
    "— Sở Nội vụ;",
    "* Lưu ý: báo cáo trước 16 giờ",
    "• Chốt số 1: cầu Bến Lức",
    "trong tình hình mới ”,",
    "~iam tp",
    # lines like those of a heading
    "SỞ Y TẾ: 12/SYT-NVY",
    "Hà Nội là thành phố vì hòa bình",
    "Cộng hòa Pháp và Việt Nam",
    "ngày 31 tháng 12 năm 2021, Sở Y tế báo cáo",
    "Căn cứ Chỉ thị 05, ngày & tháng ký ban hành năm 2021 của Ủy ban",
    "KHẨN TRƯƠNG",
    "HỎA HOẠN",
    "HỘI ĐỒNG",  # one letter from HỢP ĐỒNG: titles are not put right
    "BIỆN PHÁP",
    "PHIẾU BẦU",
    "HÒA LẠC",  # two letters from HỎA TỐC
    "CÔNG ĐOÀN",
    "THÔNG TIN",
    "PHƯỜNG AN",
    "BÁO CHÍ",
    "THỎA THUẬN",
    "BIÊN CHẾ",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_left_alone(text: str) -> None:
    assert repaired(text, UNSURE).text == text


@pytest.mark.parametrize(
    "text",
    [
        "HA TỐC",
        "Tố chức lấy mẫu",
        "các tố xung kích",
        "nộp hô sơ tại bộ phận một cửa",
        "như sau :",
        "gửi về Sở «",
        "Số: 45/KH-UBND",
        "Sơn La, ngày 7 tháng 5 năm 2021",
    ],
)
def test_what_was_read_surely_is_printed(text: str) -> None:
    assert repaired(text, SURE).text == text


def test_numbers_and_days_read_badly_stay_blank() -> None:
    assert repaired("Số: 324 /SYT-TCCB", 0.3).text.split() == ["Số:", "/SYT-TCCB"]
    assert " ".join(repaired("Sơn La, ngày 04 tháng 3 năm 2022", 0.3).text.split()) == "Sơn La, ngày tháng năm 2022"


def test_a_number_line_opens_its_own_paragraph() -> None:
    assert repaired("số: 45/KH-UBND", starts_paragraph=False).line.starts_paragraph is True


def test_pages_with_a_text_layer_are_left_alone() -> None:
    given = drafts(["Tố chức", "CỌNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], UNSURE)
    assert repair_ocr(given, {2}) == given
