"""Full names of the bodies of one notice: lists, short forms, names on two lines."""

from __future__ import annotations

import pytest

from covidorders.recognise.canonical import NoticeNames
from covidorders.recognise.context import NoticeContext

DONG_NAI = NoticeContext(issuer="SỞ Y TẾ", parent="UBND TỈNH ĐỒNG NAI", place="Đồng Nai")
KRONG_NO = NoticeContext(issuer="ỦY BAN NHÂN DÂN HUYỆN KRÔNG NÔ", place="Krông Nô")
HAI_PHONG = NoticeContext(issuer="UBND THÀNH PHỐ HẢI PHÒNG", place="Hải Phòng")
SCHOOL = NoticeContext(issuer="TRƯỜNG ĐẠI HỌC HOA MAI")
CENTRE = NoticeContext(issuer="VĂN PHÒNG", parent="BAN CHẤP HÀNH TRUNG ƯƠNG")
MINISTRY = NoticeContext(issuer="BỘ Y TẾ", place="Hà Nội")


def names_of(text: str, printed: list[str], notice: NoticeContext) -> list[str]:
    places = []
    start = 0
    for words in printed:
        start = text.index(words, start)
        places.append((start, start + len(words)))
        start += len(words)
    return [one.name for one in NoticeNames(text, notice).of_bodies(places)]


PARTY = NoticeContext(issuer="ĐẢNG ỦY CHÍNH PHỦ")
CHAIRMAN = NoticeContext(issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM", place="Hà Nam")
COURT = NoticeContext(issuer="TÒA ÁN NHÂN DÂN TỐI CAO")

TOGETHER = [
    # small letters name no province: `Thái Bình`
    (
        "ban chỉ đạo TỈNH TRÀ VINH\nđưa tỉnh trở lại trạng thái bình thường mới, UBND tỉnh giao",
        ["UBND tỉnh"],
        NoticeContext(),
        ["Ủy ban nhân dân tỉnh Trà Vinh"],
    ),
    # a short form inside the name is left out
    ("Ủy ban nhân dân (UBND) tỉnh giao", ["Ủy ban nhân dân (UBND) tỉnh"], DONG_NAI, ["Ủy ban nhân dân tỉnh Đồng Nai"]),
    # an office issues the notice: the body is meant
    (
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM quyết định",
        ["ỦY BAN NHÂN DÂN TỈNH HÀ NAM"],
        CHAIRMAN,
        ["Ủy ban nhân dân tỉnh Hà Nam"],
    ),
    # the second line of a letterhead
    ("TÒA ÁN NHÂN DÂN\nTỐI CAO\nSố: 02/CT-CA", ["TÒA ÁN NHÂN DÂN"], COURT, ["Tòa án nhân dân tối cao"]),
    # the issuer by its first word
    ("ĐẢNG ỦY CHÍNH PHỦ\nĐảng ủy yêu cầu", ["ĐẢNG ỦY CHÍNH PHỦ", "Đảng ủy"], PARTY, ["Đảng ủy Chính phủ"] * 2),
    # organs of the Party's centre, divisions and firms by their abbreviations
    (
        "Thường trực Ban Bí thư; Vụ GDĐH; Tập đoàn VNPT",
        ["Thường trực Ban Bí thư", "Vụ GDĐH", "Tập đoàn VNPT"],
        MINISTRY,
        [
            "Thường trực Ban Bí thư Trung ương Đảng Cộng sản Việt Nam",
            "Vụ Giáo dục Đại học",
            "Tập đoàn Bưu chính Viễn thông Việt Nam",
        ],
    ),
    # a list under one head
    (
        "Các Sở: Y tế, TN&MT và Công Thương báo cáo.",
        ["Y tế", "TN&MT", "Công Thương"],
        DONG_NAI,
        ["Sở Y tế tỉnh Đồng Nai", "Sở Tài nguyên và Môi trường tỉnh Đồng Nai", "Sở Công Thương tỉnh Đồng Nai"],
    ),
    ("các Bộ: Quốc phòng, Công an", ["Quốc phòng", "Công an"], DONG_NAI, ["Bộ Quốc phòng", "Bộ Công an"]),
    # what is no department keeps its own name
    (
        "Các Sở: Y tế, Bộ đội Biên phòng",
        ["Y tế", "Bộ đội Biên phòng"],
        DONG_NAI,
        ["Sở Y tế tỉnh Đồng Nai", "Bộ đội Biên phòng tỉnh Đồng Nai"],
    ),
    # a territory at the end of a list is that of all
    (
        "Gửi HĐND, UBND tỉnh Bến Tre.",
        ["HĐND", "UBND tỉnh Bến Tre"],
        MINISTRY,
        ["Hội đồng nhân dân tỉnh Bến Tre", "Ủy ban nhân dân tỉnh Bến Tre"],
    ),
    # a short form is the one longer name
    (
        "Ban Chỉ đạo phòng, chống dịch bệnh tỉnh họp. Ban Chỉ đạo yêu cầu.",
        ["Ban Chỉ đạo phòng, chống dịch bệnh tỉnh", "Ban Chỉ đạo"],
        DONG_NAI,
        ["Ban Chỉ đạo phòng, chống dịch bệnh tỉnh Đồng Nai"] * 2,
    ),
    # with two of them it stays
    (
        "Ban Chỉ đạo phòng, chống dịch tỉnh và Ban Chỉ đạo chuyển đổi số tỉnh. Ban Chỉ đạo yêu cầu.",
        ["Ban Chỉ đạo phòng, chống dịch tỉnh", "Ban Chỉ đạo chuyển đổi số tỉnh", "Ban Chỉ đạo"],
        DONG_NAI,
        ["Ban Chỉ đạo phòng, chống dịch tỉnh Đồng Nai", "Ban Chỉ đạo chuyển đổi số tỉnh Đồng Nai", "Ban Chỉ đạo"],
    ),
    # unless the notice says which it means
    (
        "Ban Chỉ đạo quốc gia về đê điều (sau đây gọi tắt là Ban Chỉ đạo); Ban Chỉ đạo quốc gia về rừng. "
        "Ban Chỉ đạo họp.",
        ["Ban Chỉ đạo quốc gia về đê điều", "Ban Chỉ đạo", "Ban Chỉ đạo quốc gia về rừng", "Ban Chỉ đạo"],
        MINISTRY,
        [
            "Ban Chỉ đạo quốc gia về đê điều",
            "Ban Chỉ đạo quốc gia về đê điều",
            "Ban Chỉ đạo quốc gia về rừng",
            "Ban Chỉ đạo quốc gia về đê điều",
        ],
    ),
    # initials of a longer name
    (
        "Phòng Kế hoạch và Hợp tác quốc tế nhận; gửi phòng KH&HTQT.",
        ["Phòng Kế hoạch và Hợp tác quốc tế", "phòng KH&HTQT"],
        NoticeContext(issuer="TRƯỜNG ĐẠI HỌC HOA MAI"),
        ["Phòng Kế hoạch và Hợp tác quốc tế"] * 2,
    ),
    # the school of the letterhead
    (
        "Trường Đại học Hoa Mai thông báo. Nhà trường yêu cầu.",
        ["Trường Đại học Hoa Mai", "Nhà trường"],
        NoticeContext(issuer="TRƯỜNG ĐẠI HỌC HOA MAI"),
        ["Trường Đại học Hoa Mai"] * 2,
    ),
    # the addressee
    (
        "Kính gửi: Sở Y tế.\nĐề nghị Quý Sở báo cáo, Quý cơ quan quan tâm.",
        ["Sở Y tế", "Quý Sở", "Quý cơ quan"],
        DONG_NAI,
        ["Sở Y tế tỉnh Đồng Nai"] * 3,
    ),
    # a letterhead on two lines
    (
        "ỦY BAN NHÂN DÂN\nHUYỆN KRÔNG NÔ\nTHÔNG BÁO",
        ["ỦY BAN NHÂN DÂN", "HUYỆN KRÔNG NÔ"],
        KRONG_NO,
        ["Ủy ban nhân dân huyện Krông Nô"] * 2,
    ),
    # an organ below its committee, in the letterhead and in a specimen of one
    (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\nHUYỆN ỦY KRÔNG NÔ\nBAN DÂN VẬN\n"
        "TỈNH ỦY ĐỒNG NAI\nĐẢNG ĐOÀN HỘI ĐỒNG NHÂN DÂN",
        ["VĂN PHÒNG", "HUYỆN ỦY KRÔNG NÔ", "BAN DÂN VẬN", "TỈNH ỦY ĐỒNG NAI", "ĐẢNG ĐOÀN HỘI ĐỒNG NHÂN DÂN"],
        CENTRE,
        [
            "Văn phòng Trung ương Đảng",
            "Huyện ủy Krông Nô",
            "Ban Dân vận Huyện ủy Krông Nô",
            "Tỉnh ủy Đồng Nai",
            "Đảng đoàn Hội đồng nhân dân tỉnh Đồng Nai",
        ],
    ),
    (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\nQUY ĐỊNH",
        ["BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN TỔ CHỨC"],
        DONG_NAI,
        ["Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", "Ban Tổ chức Trung ương"],
    ),
    # a congress of the Party on two lines
    (
        "ĐẠI HỘI ĐẠI BIỂU\nĐẢNG BỘ TỈNH BẾN TRE",
        ["ĐẠI HỘI ĐẠI BIỂU", "ĐẢNG BỘ TỈNH BẾN TRE"],
        DONG_NAI,
        ["Đại hội đại biểu Đảng bộ tỉnh Bến Tre"] * 2,
    ),
    # names that a line's end cuts
    (
        "Gửi: Sở Tài chính các tỉnh, thành phố\ntrực thuộc Trung ương\nCỤC TIN HỌC\nVÀ THỐNG KÊ TÀI CHÍNH",
        ["Sở Tài chính các tỉnh, thành phố", "trực thuộc Trung ương", "CỤC TIN HỌC", "VÀ THỐNG KÊ TÀI CHÍNH"],
        MINISTRY,
        ["Sở Tài chính các tỉnh, thành phố trực thuộc Trung ương"] * 2 + ["Cục Tin học và Thống kê tài chính"] * 2,
    ),
    # a list's units are those of its first body too, but not a committee's
    (
        "Gửi Huyện ủy, HĐND và UBND quận, huyện.",
        ["Huyện ủy", "HĐND", "UBND quận, huyện"],
        HAI_PHONG,
        ["Huyện ủy", "Hội đồng nhân dân quận, huyện", "Ủy ban nhân dân quận, huyện"],
    ),
    # general departments in a list
    (
        "các Tổng cục: Thống kê, Hải quan",
        ["Thống kê", "Hải quan"],
        MINISTRY,
        ["Tổng cục Thống kê", "Tổng cục Hải quan"],
    ),
    # a commune whose name others bear too lies in the province that the text names
    (
        "UBND huyện và Đài Truyền thanh xã phối hợp. Tin gửi về tỉnh Đắk Nông.",
        ["UBND huyện", "Đài Truyền thanh xã"],
        NoticeContext(issuer="ỦY BAN NHÂN DÂN XÃ QUẢNG PHÚ", place="Quảng Phú"),
        ["Ủy ban nhân dân huyện Krông Nô", "Đài Truyền thanh xã Quảng Phú"],
    ),
    # `bộ` in small letters is any ministry
    (
        "Bộ Nội vụ (sau đây gọi tắt là Bộ) phối hợp với các bộ; bộ chủ trì báo cáo Bộ.",
        ["Bộ Nội vụ", "bộ", "Bộ"],
        MINISTRY,
        ["Bộ Nội vụ", "bộ", "Bộ Nội vụ"],
    ),
    # a fund and its council, without the words that say what it is for
    (
        "Quỹ hỗ trợ phát triển rừng cho hộ nghèo. Hội đồng quản lý Quỹ hỗ trợ phát triển rừng họp. "
        "Quỹ hỗ trợ phát triển rừng và Hội đồng quản lý.",
        [
            "Quỹ hỗ trợ phát triển rừng cho hộ nghèo",
            "Hội đồng quản lý Quỹ hỗ trợ phát triển rừng",
            "Quỹ hỗ trợ phát triển rừng",
            "Hội đồng quản lý",
        ],
        MINISTRY,
        ["Quỹ hỗ trợ phát triển rừng cho hộ nghèo", "Hội đồng quản lý Quỹ hỗ trợ phát triển rừng"] * 2,
    ),
    # a school's name, misread in its letterhead
    (
        "TRƯỜNG ĐAI HOC SƯ PHAM KỸ THUÂT THÀNH PHỐ HỔ CHÍ MLNH\nNhà trường yêu cầu.",
        ["Nhà trường"],
        NoticeContext(issuer="TRƯỜNG ĐAI HOC SƯ PHAM KỸ THUÂT THÀNH PHỐ HỔ CHÍ MLNH"),
        ["Trường Đại học Sư phạm Kỹ thuật Thành phố Hồ Chí Minh"],
    ),
    # the notice's own name for initials goes before the general one
    (
        "Phòng Khảo thí và Đảm bảo chất lượng giáo dục nhận; gửi phòng KT&ĐBCL.",
        ["Phòng Khảo thí và Đảm bảo chất lượng giáo dục", "phòng KT&ĐBCL"],
        SCHOOL,
        ["Phòng Khảo thí và Đảm bảo chất lượng giáo dục"] * 2,
    ),
    # `Sở` in the notice of one
    ("Sở Y tế báo cáo; Sở yêu cầu", ["Sở Y tế", "Sở"], DONG_NAI, ["Sở Y tế tỉnh Đồng Nai"] * 2),
]


@pytest.mark.parametrize(("text", "printed", "notice", "names"), TOGETHER)
def test_bodies_of_one_notice(text: str, printed: list[str], notice: NoticeContext, names: list[str]) -> None:
    assert names_of(text, printed, notice) == names
