"""The fixed phrases are known in every Vietnamese encoding, and not where a sentence only names them."""

from __future__ import annotations

import unicodedata

import pytest

from covidorders.extract.landmarks import heads_the_right, is_title_alone, opens_distribution, opens_signature

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
RIGHT = [
    (STATE, True),
    (unicodedata.normalize("NFD", STATE), True),
    ("Cộng hoà xã hội chủ nghĩa Việt Nam", True),
    ("céng hoµ x· héi chñ  nghÜa ViÖt nam", True),  # TCVN3
    ("COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", True),  # VNI
    (f"{STATE} Độc lập - Tự do - Hạnh phúc", True),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", True),
    ("ĐOÀN TNCS HỒ CHÍ MINH", True),
    ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", False),
    ("Đảng Cộng sản Việt Nam lãnh đạo toàn diện công tác phòng, chống dịch", False),
    ("Độc lập - Tự do - Hạnh phúc", False),
]
DISTRIBUTION = [
    ("Nơi nhận:", True),
    ("N¬i nhËn:", True),
    ("Nôi nhaän: - Nhö treân;", True),
    ("Nơi nhận", True),
    ("Nơi nhận báo cáo là phòng Nghiệp vụ", False),
    ("Nhân dân nơi nhận cứu trợ: các xã", False),
]
SIGNATURE = [
    ("TM. ỦY BAN NHÂN DÂN", True),
    ("tm . ubnd thµnh phè", True),
    ("T/M BAN THƯỜNG VỤ", True),
    ("KT/ bé tr\u00adëng", True),
    ("TUQ. GIÁM ĐỐC", True),
    ("CHỦ TỊCH", True),
    ("CHUÛ TÒCH", True),
    ("Thủ tướng Chính phủ yêu cầu các bộ", False),
    ("Tm", False),
]


@pytest.mark.parametrize(("text", "found"), RIGHT)
def test_heads_the_right(text: str, found: bool) -> None:
    assert heads_the_right(text) is found


@pytest.mark.parametrize(("text", "found"), DISTRIBUTION)
def test_opens_distribution(text: str, found: bool) -> None:
    assert opens_distribution(text) is found


@pytest.mark.parametrize(("text", "found"), SIGNATURE)
def test_opens_signature(text: str, found: bool) -> None:
    assert opens_signature(text) is found


def test_title_alone() -> None:
    assert is_title_alone("Độc lập - Tự do - Hạnh phúc")
    assert not is_title_alone("Kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam")
