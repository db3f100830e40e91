"""Letterheads and signature blocks whose two columns stand in one line."""

from __future__ import annotations

import pytest

from .conftest import Extract, zones

FLATTENED = [
    # a converter left one space between the columns
    (
        "CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n________ Độc lập - Tự do - Hạnh phúc\n_______\n"
        "Số: 12/NQ-CP Hà Nội, ngày 9 tháng 5 năm 2020\nNGHỊ QUYẾT\n",
        ["CHÍNH PHỦ", "________", "_______", "Số: 12/NQ-CP"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày 9 tháng 5 năm 2020"],
        ["NGHỊ QUYẾT"],
    ),
    (
        "TỈNH ỦY TÂY NINH ĐẢNG CỘNG SẢN VIỆT NAM\n* Tây Ninh, ngày 02 tháng 8 năm 2021\nSố 15-CT/TU\n\nCHỈ THỊ\n",
        ["TỈNH ỦY TÂY NINH", "*"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Tây Ninh, ngày 02 tháng 8 năm 2021"],
        ["Số 15-CT/TU", "CHỈ THỊ"],
    ),
    # blank number and day
    (
        "UBND TỈNH TRÀ VINH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh phúc\n"
        "Số: /SYT-NVY Trà Vinh, ngày tháng 8 năm 2021\n",
        ["UBND TỈNH TRÀ VINH", "SỞ Y TẾ", "Số: /SYT-NVY"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Trà Vinh, ngày tháng 8 năm 2021"],
        [],
    ),
    # the signature block read into Nơi nhận
    (
        "Đề nghị thực hiện./.\nNơi nhận: KT. GIÁM ĐỐC\n- Như trên; PHÓ GIÁM ĐỐC\n- Lưu: VT, NVY. Nguyễn Thị Ba\n",
        ["Nơi nhận:", "- Như trên;", "- Lưu: VT, NVY."],
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thị Ba"],
        ["Đề nghị thực hiện./."],
    ),
    # the same below a title that stands alone; a name that ends as an entry does is a copy
    (
        "Đề nghị thực hiện./.\nNơi nhận:\n- Như trên; KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n- Ban Giám đốc; (Đã ký)\n"
        "Trần Văn Tám;\n- Lưu: VT, NVY. Nguyễn Thị Ba\n",
        ["Nơi nhận:", "- Như trên;", "- Ban Giám đốc;", "Trần Văn Tám;", "- Lưu: VT, NVY."],
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký)", "Nguyễn Thị Ba"],
        ["Đề nghị thực hiện./."],
    ),
    # laid out with blanks
    (
        "     UBND TỈNH AN GIANG            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "          SỞ Y TẾ                     Độc lập - Tự do - Hạnh phúc\n"
        "       Số: 5/SYT-NV                 An Giang, ngày 5 tháng 9 năm 2021\n\n"
        "                              THÔNG BÁO\n",
        ["UBND TỈNH AN GIANG", "SỞ Y TẾ", "Số: 5/SYT-NV"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "An Giang, ngày 5 tháng 9 năm 2021"],
        ["THÔNG BÁO"],
    ),
    # a legal base names the republic, and the National Assembly names the type before its number
    (
        "QUỐC HỘI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLuật số: 7/2021/QH15 Hà Nội, ngày 9 tháng 5 năm 2021\n"
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n",
        ["QUỐC HỘI", "Luật số: 7/2021/QH15"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội, ngày 9 tháng 5 năm 2021"],
        ["Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;"],
    ),
    # quốc hiệu whose last words scanning spoilt
    (
        "UBND HUYỆN LÂM HÀ CONG HÒA XÃ HOI CHỦ NGHIA ŸIƑÏ NÁM\nĐộc lập - Tự do - Hạnh phúc\nKính gửi: Sở Y tế\n",
        ["UBND HUYỆN LÂM HÀ"], ["CONG HÒA XÃ HOI CHỦ NGHIA ŸIƑÏ NÁM", "Độc lập - Tự do - Hạnh phúc"],
        ["Kính gửi: Sở Y tế"],
    ),
    # no quốc hiệu that could be read: number and day alone make a strip
    (
        "SO Y TE C)NG H0A XHQI\nS: 2046/SYT-NVY Lam Ha, ngày 26 tháng 10 nám 2021\nV/v tiêm vắc xin\n",
        ["S: 2046/SYT-NVY"], ["Lam Ha, ngày 26 tháng 10 nám 2021"], ["SO Y TE C)NG H0A XHQI", "V/v tiêm vắc xin"],
    ),
    # a saved web page: bars between the cells, post and name in one
    (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 8/CT-UBND | Lâm Hà, ngày 21 tháng 5 năm 2021 |\n"
        "CHỈ THỊ\n",
        ["ỦY BAN NHÂN DÂN", "Số: 8/CT-UBND"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Lâm Hà, ngày 21 tháng 5 năm 2021"], ["CHỈ THỊ"],
    ),
    (
        "Chỉ thị này có hiệu lực từ ngày ký.\nNơi nhận: - Như trên; - Lưu: VT. | CHỦ TỊCH Lê Văn Nam |\n",
        ["Nơi nhận: - Như trên; - Lưu: VT."], ["CHỦ TỊCH", "Lê Văn Nam"], ["Chỉ thị này có hiệu lực từ ngày ký."],
    ),
    (
        "2. Sở Y tế: chủ trì.\n | KT. CHỦ TỊCH Lê Văn Nam |\n", [], [],
        ["2. Sở Y tế: chủ trì.", "KT. CHỦ TỊCH", "Lê Văn Nam"],
    ),
    # two who sign, no distribution
    (
        "Cuộc họp kết thúc lúc 17 giờ.\n\n      THƯ KÝ                         CHỦ TRÌ\n\n"
        "   Lê Thị Tư                       Võ Văn Năm\n",
        ["THƯ KÝ", "Lê Thị Tư"], ["CHỦ TRÌ", "Võ Văn Năm"], ["Cuộc họp kết thúc lúc 17 giờ."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "left", "right", "body"), FLATTENED)
def test_column_by_column(content: str, left: list[str], right: list[str], body: list[str], extracted: Extract) -> None:
    found = zones(extracted(content))
    assert [text for zone, text in found if zone == "left"] == left
    assert [text for zone, text in found if zone == "right"] == right
    assert [text for zone, text in found if zone == "body"] == body
    order = [zone for zone, _ in found if zone != "body"]
    assert order == sorted(order)  # left before right


SENTENCES = [
    "Chỉ thị này phổ biến trong Đảng bộ và nhân dân theo Điều lệ Đảng Cộng sản Việt Nam.",
    "Thực hiện Công văn số 5/SYT-NV ngày 02 tháng 8 năm 2021 của Sở Y tế, các đơn vị báo cáo.",
    "Nơi nhận: gửi bản điện tử trước",
    "Nước Cộng hòa xã hội chủ nghĩa Việt Nam",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_stay_whole(sentence: str, extracted: Extract) -> None:
    assert zones(extracted(f"Một.\n\n{sentence}\n\nHai.\n"))[1] == ("body", sentence)
