"""Where one notice of a bundle ends and the next begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from covidorders.layout import Text
from covidorders.split import split

FIRST = """
Số: 900/UBND-VX
Lâm Hà, ngày 04 tháng 8 năm 2021
V/v thực hiện Kết luận số 12-KL/BCĐ
Kính gửi: Các sở, ban, ngành.
1. Sở Y tế triển khai ngay các nội dung được giao.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Văn Khải
"""

SECONDS = [
    (
        "a Party conclusion that opens with its star and number",
        "*\nSố 12-KL/BCĐ\nKẾT LUẬN\ncủa đồng chí Trưởng ban",
        "*",
    ),
    (
        "a letterhead whose issuer runs over three lines",
        "TỈNH ỦY LÂM HÀ\nBAN CHỈ ĐẠO PHÒNG,\nCHỐNG DỊCH COVID-19\nĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 13-KL/BCĐ\nKẾT LUẬN",
        "TỈNH ỦY LÂM HÀ",
    ),
    (
        "a letterhead with a ruling and an address",
        "SỞ Y TẾ\nTRUNG TÂM Y TẾ\nĐịa chỉ: số 5 Hùng Vương; ĐT: 02633\n—\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 77/TTYT-KH\nLâm Hà, ngày 01 tháng 8 năm 2021",
        "SỞ Y TẾ",
    ),
    (
        "a second letter",
        "SỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 77/SYT-NVY\nLâm Hà, ngày 01 tháng 8 năm 2021",
        "SỞ Y TẾ",
    ),
]


@pytest.mark.parametrize(("name", "second", "opens"), SECONDS, ids=[name for name, _, _ in SECONDS])
def test_second_notice_begins_with_its_heading(
    name: str, second: str, opens: str, text_of: Callable[[str], Text]
) -> None:
    text = text_of(f"{FIRST}\n{second}\nYêu cầu các đơn vị thực hiện nghiêm túc.")
    ranges = split(text)
    assert len(ranges) == 2
    assert text.text[ranges[1].start :].startswith(opens)
    assert text.text[: ranges[1].start].rstrip().endswith("Trần Văn Khải")
    assert ranges[-1].end == len(text.text)


def test_letterhead_whose_number_could_not_be_read_opens_a_notice(text_of: Callable[[str], Text]) -> None:
    second = (
        "SỞ Y TẾ\n3¥ /SYT-\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLâm Hà, ngày || tháng 8 năm 2021\nKính gửi: Các đơn vị."
    )
    assert len(split(text_of(f"{FIRST}\n=====\n{second}"))) == 2


def test_end_matter_without_its_title_ends_a_notice(text_of: Callable[[str], Text]) -> None:
    first = FIRST.replace("Nơi nhận:\n", "Nci nhân\n").replace("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n", "")
    text = text_of(f"{first}\n{SECONDS[-1][1]}\nYêu cầu các đơn vị thực hiện nghiêm túc.")
    assert len(split(text)) == 2


ANNEXES = [
    # a form below an annex heading in small letters, with the blank number of a report
    "Phụ lục 1. Mẫu báo cáo\nSỞ Y TẾ ……\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: ……/BC-TTYT\n"
    "……, ngày … tháng … năm 2021\nBÁO CÁO\nKết quả tiêm vắc xin\n1. Số điểm tiêm: …",
    # a form to fill has a letterhead but no number of its own
    "=====\nMẫu số 01\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐỀ NGHỊ\nKính gửi: UBND xã",
    "=====\nPHỤ LỤC\nDanh mục vật tư\n(Kèm theo Công văn số 900/UBND-VX ngày 04/8/2021 của UBND tỉnh)",
    "=====\nPhụ lục I\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố:      /BC-...\nBÁO CÁO",
]


@pytest.mark.parametrize("annex", ANNEXES)
def test_annexes_belong_to_their_notice(annex: str, text_of: Callable[[str], Text]) -> None:
    assert len(split(text_of(f"{FIRST}\n{annex}"))) == 1


def test_text_of_no_notice_is_one_range(text_of: Callable[[str], Text]) -> None:
    text = text_of("Một đoạn văn bất kỳ.\nKhông có gì giống văn bản hành chính.")
    assert [(r.start, r.end) for r in split(text)] == [(0, len(text.text))]


def test_empty_text_has_no_notice() -> None:
    assert split(Text("", (), ())) == ()
