"""Places: what is one, where it ends, which unit is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from covidorders.grammar.fold import fold
from covidorders.recognise.context import NoticeContext
from covidorders.recognise.places import find_places
from covidorders.recognise.places.gazetteer import communes, districts, key_of, provinces
from covidorders.recognise.places.home import home_of
from covidorders.recognise.places.vocabulary import fold_case

DONG_NAI = NoticeContext(issuer="SỞ Y TẾ", parent="UBND TỈNH ĐỒNG NAI", place="Đồng Nai")

MENTIONS = [
    # communes of July 2025 with a number
    (
        "1 Xã Cát Tiên 3\n2 Xã Bảo Lâm 5\ntại xã Đam Rông 1, tỉnh Lâm Đồng",
        ["Xã Cát Tiên 3", "Xã Bảo Lâm 5", "xã Đam Rông 1", "tỉnh Lâm Đồng"],
    ),
    ("xã Tân Kim 3 ca mắc", ["xã Tân Kim"]),
    # nested places are one mention each
    (
        "tại xã Phú Hội, huyện Nhơn Trạch, tỉnh Đồng Nai.",
        ["xã Phú Hội", "huyện Nhơn Trạch", "tỉnh Đồng Nai"],
    ),
    # a list behind a plural: names without the shared word
    ("của các tỉnh: Bình Dương, Long An và Tây Ninh", ["Bình Dương", "Long An", "Tây Ninh"]),
    ("tại các huyện Long Thành, Trảng Bom", ["Long Thành", "Trảng Bom"]),
    ("dời 2 làng Kon, Ia Tê sang xã bên", ["Kon", "Ia Tê"]),
    # a plural with one name only says it of that name's kind
    ("thành lập các xã Ia Bang thuộc huyện mới", ["xã Ia Bang"]),
    # a list behind one name goes on with names that the gazetteer knows
    ("ở huyện Long Thành, Trảng Bom và ông Trần Văn An", ["huyện Long Thành", "Trảng Bom"]),
    # numbers are names of wards, quarters, hamlets, roads
    ("phong tỏa phường 1, phường 2 và thôn 8, xã Xuân Hòa", ["phường 1", "phường 2", "thôn 8", "xã Xuân Hòa"]),
    ("mỗi quận 5 người, thôn 6 hộ", []),
    ("dọc Quốc lộ 1A, đường 30/4 và đường Võ Thị Sáu", ["Quốc lộ 1A", "đường 30/4", "đường Võ Thị Sáu"]),
    ("thôn 8 xã Xuân Hòa", ["thôn 8", "xã Xuân Hòa"]),
    # communes in brackets behind their district
    (
        "thuộc huyện Nhơn Trạch (Phú Hội, Đại Phước và Long Tân) và nơi khác (Hoa Mai)",
        ["huyện Nhơn Trạch", "Phú Hội", "Đại Phước", "Long Tân"],
    ),
    # the word for the kind misread
    ("ở Thị tran Hiệp Phước, hồ thủy lợi Suối Tre", ["Thị tran Hiệp Phước", "hồ thủy lợi Suối Tre"]),
    # sites
    (
        "tại Khu công nghiệp Biên Hòa 2, KCN Long Bình và cửa khẩu Mộc Bài",
        ["Khu công nghiệp Biên Hòa 2", "KCN Long Bình", "cửa khẩu Mộc Bài"],
    ),
    ("số 12 Trần Phú, phường 4", ["Trần Phú", "phường 4"]),
    ("đến cảng Cái Mép - Thị Vải và cao tốc Hà Nội - Lào Cai", ["cảng Cái Mép - Thị Vải", "cao tốc Hà Nội - Lào Cai"]),
    # syllables that belong to another word
    ("yêu cầu Thủ trưởng các đơn vị; Hợp tác xã Bình Minh; văn bản Luật", []),
    ("phát triển nông thôn Bình An", []),
    # abbreviations
    ("TP. Biên Hòa, TX. Long Khánh, TP.HCM", ["TP. Biên Hòa", "TX. Long Khánh", "TP.HCM"]),
    ("TT. Huyện ủy, TP. Khoa học", []),
    # a person behind the office of a district's body is no place
    ("Chủ tịch UBND tỉnh Lê Văn Bình và Bí thư xã Nguyễn Văn Nam", []),
    # general words
    ("trên địa bàn tỉnh, các xã, thị trấn; khu cách ly", []),
    # bare names
    ("người về từ Hà Nội và Bình Dương", ["Hà Nội", "Bình Dương"]),
    ("ông Nguyễn Hòa Bình, Báo Đồng Nai", []),
    ("người đến từ Trung Quốc, Mỹ và Lào", ["Trung Quốc", "Mỹ", "Lào"]),
    ("quy định của Pháp lệnh; quản lý Dược và Mỹ phẩm; con của Anh hùng", []),
    ("bệnh dịch tả lợn Châu Phi; Bà mẹ Việt Nam anh hùng", []),
    ("vùng Đồng bằng sông Cửu Long, Tây Nguyên và miền Trung", ["Đồng bằng sông Cửu Long", "Tây Nguyên", "miền Trung"]),
    ("hàng từ Nha Trang. Vũng Tàu tiếp nhận.", ["Nha Trang", "Vũng Tàu"]),
    # a name of a district that is a word too needs a reason
    ("chi tiết tại Long Thành", ["Long Thành"]),
    ("đơn vị Thanh Xuân", []),
    # the place of a date line, misread
    ("Đăk R 'lấp, ngày 02 tháng 7 năm 2019", ["Đăk R 'lấp"]),
    # quốc hiệu, and the second line of a body's name
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", []),
    ("ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG NAI", []),
    # names with signs, and marks that vary
    (
        "huyện Ea H'leo, huyện Đăk R'lấp, TP Phan Rang - Tháp Chàm",
        ["huyện Ea H'leo", "huyện Đăk R'lấp", "TP Phan Rang - Tháp Chàm"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_mentions(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_places(text, DONG_NAI)] == expected


def test_mentions_without_diacritics_are_those_of_the_marked_text() -> None:
    text = "Tại xã Phú Hội, huyện Nhơn Trạch, tỉnh Đồng Nai và thành phố Biên Hòa có người về từ Bình Dương."
    bare = find_places(fold_case(text), DONG_NAI)
    assert [(one.start, one.end) for one in bare] == [(one.start, one.end) for one in find_places(text, DONG_NAI)]


IDS = [
    ("tỉnh Đồng Nai", DONG_NAI, "Tỉnh Đồng Nai", "vn/75-dong-nai"),
    ("TP. Biên Hoà", DONG_NAI, "Thành phố Biên Hòa, tỉnh Đồng Nai", "vn/75-dong-nai/thanh-pho-bien-hoa"),
    # a district of several provinces is that of the notice's own, or of the province named behind it
    (
        "huyện Châu Thành",
        NoticeContext(parent="UBND TỈNH KIÊN GIANG"),
        "Huyện Châu Thành, tỉnh Kiên Giang",
        "vn/91-kien-giang/huyen-chau-thanh",
    ),
    ("huyện Châu Thành", None, "Huyện Châu Thành", None),
    (
        "huyện Châu Thành, tỉnh Bến Tre",
        DONG_NAI,
        "Huyện Châu Thành, tỉnh Bến Tre",
        "vn/83-ben-tre/huyen-chau-thanh",
    ),
    # a city of the name of its province is the city
    ("thành phố Bến Tre", None, "Thành phố Bến Tre, tỉnh Bến Tre", "vn/83-ben-tre/thanh-pho-ben-tre"),
    ("thành phố Đà Nẵng", None, "Thành phố Đà Nẵng", "vn/48-da-nang"),
    # a unit keeps its id under an older kind
    ("thị xã Gia Nghĩa", None, "Thị xã Gia Nghĩa, tỉnh Đắk Nông", "vn/67-dak-nong/thanh-pho-gia-nghia"),
    (
        "xã Phước An, huyện Nhơn Trạch",
        DONG_NAI,
        "Xã Phước An, huyện Nhơn Trạch, tỉnh Đồng Nai",
        "vn/75-dong-nai/huyen-nhon-trach/xa-phuoc-an",
    ),
    ("KCN Long Bình", DONG_NAI, "Khu công nghiệp Long Bình", None),
]


@pytest.mark.parametrize(("text", "notice", "canonical", "id_"), IDS)
def test_full_names(text: str, notice: NoticeContext | None, canonical: str, id_: str | None) -> None:
    first = find_places(text, notice)[0]
    assert (first.canonical or text, first.canonical_id) == (canonical, id_)


def test_the_table_of_units_is_whole() -> None:
    assert len(provinces()) == 63
    assert len({place.merged_into for place in provinces()}) == 34
    assert len(districts()) >= 705
    assert len(communes()) > 9_900
    ids = [place.id for place in (*provinces(), *districts(), *communes())]
    assert len(ids) == len(set(ids))
    assert all(place.merged_into for place in communes())


@pytest.mark.parametrize(
    ("notice", "smallest"),
    [
        (DONG_NAI, "Tỉnh Đồng Nai"),
        (NoticeContext(issuer="ỦY BAN NHÂN DÂN HUYỆN KRÔNG NÔ", place="Krông Nô"), "Huyện Krông Nô"),
        (NoticeContext(issuer="SỞ KH&CN SƠN LA"), "Tỉnh Sơn La"),
        # a commune of many of that name is that of the district above it
        (NoticeContext(issuer="ỦY BAN NHÂN DÂN XÃ NAM XUÂN", parent="UBND HUYỆN KRÔNG NÔ"), "Xã Nam Xuân"),
        (NoticeContext(issuer="BỘ Y TẾ", place="Hà Nội"), "Thành phố Hà Nội"),
        (NoticeContext(), None),
    ],
)
def test_home(notice: NoticeContext, smallest: str | None) -> None:
    place = home_of(notice).smallest
    assert (place.name if place else None) == smallest


def test_keys_ignore_marks_blanks_and_spellings() -> None:
    assert key_of("Đăk R 'lấp") == key_of("Đắk R'Lấp") == key_of("Đắc R’lấp")
    assert key_of("05") == "5"
    assert fold("Ia H' Drai").startswith("ia")


WORDS = st.sampled_from(
    [
        "tỉnh",
        "huyện",
        "xã",
        "TP.",
        "các",
        "và",
        ",",
        "(",
        ":",
        "\n",
        "Đồng Nai",
        "Hà Nội",
        "R'lấp",
        "số 5",
        "thôn",
        "1",
        "ngày",
        "Ý",
    ]
)


@given(st.lists(WORDS | st.text(max_size=6), max_size=30).map(" ".join))
def test_any_words_give_ranges_of_the_text(text: str) -> None:
    end = 0
    for one in find_places(text, DONG_NAI):
        assert end <= one.start < one.end <= len(text)
        end = one.end
