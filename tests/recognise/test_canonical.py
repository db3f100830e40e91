"""Full names and ids of bodies and posts."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from covidorders.recognise import tokenizer  # noqa: F401 - registers the tokenizer by name
from covidorders.recognise.canonical import (
    NoticeNames,
    component,  # noqa: F401 - registers the component by name
)
from covidorders.recognise.canonical.bodies import key_of, known
from covidorders.recognise.canonical.notice_names import home_of_bodies, is_central, letterhead
from covidorders.recognise.canonical.spelling import written_out
from covidorders.recognise.context import NoticeContext
from covidorders.recognise.extensions import SPANS_KEY
from covidorders.recognise.found import FoundMention, add_mentions

DONG_NAI = NoticeContext(issuer="SỞ Y TẾ", parent="UBND TỈNH ĐỒNG NAI", place="Đồng Nai")
KRONG_NO = NoticeContext(issuer="ỦY BAN NHÂN DÂN HUYỆN KRÔNG NÔ", place="Krông Nô")
COMMUNE = NoticeContext(issuer="ỦY BAN NHÂN DÂN XÃ NAM XUÂN", parent="UBND HUYỆN KRÔNG NÔ")
HAI_PHONG = NoticeContext(issuer="UBND THÀNH PHỐ HẢI PHÒNG", place="Hải Phòng")
SCHOOL = NoticeContext(issuer="TRƯỜNG ĐẠI HỌC HOA MAI")
MINISTRY = NoticeContext(issuer="BỘ Y TẾ", place="Hà Nội")


def names_of(text: str, printed: list[str], notice: NoticeContext | None) -> list[tuple[str, str | None]]:
    places = []
    start = 0
    for words in printed:
        start = text.index(words, start)
        places.append((start, start + len(words)))
        start += len(words)
    return [(one.name, one.id) for one in NoticeNames(text, notice).of_bodies(places)]


ALONE = [
    # territory of the notice
    ("UBND tỉnh", DONG_NAI, "Ủy ban nhân dân tỉnh Đồng Nai", "uy-ban-nhan-dan@75"),
    ("UBND", DONG_NAI, "Ủy ban nhân dân tỉnh Đồng Nai", "uy-ban-nhan-dan@75"),
    ("UBND huyện", KRONG_NO, "Ủy ban nhân dân huyện Krông Nô", "uy-ban-nhan-dan@67/huyen-krong-no"),
    ("UBND tỉnh", KRONG_NO, "Ủy ban nhân dân tỉnh Đắk Nông", "uy-ban-nhan-dan@67"),
    ("UBND tỉnh", MINISTRY, "Ủy ban nhân dân tỉnh", None),
    ("Sở Y tế", MINISTRY, "Sở Y tế", None),
    # one body however its name is spelled
    (
        "Sở LĐTBXH",
        DONG_NAI,
        "Sở Lao động - Thương binh và Xã hội tỉnh Đồng Nai",
        "so-lao-dong-thuong-binh-va-xa-hoi@75",
    ),
    (
        "Sở LĐ-TB&XH",
        DONG_NAI,
        "Sở Lao động - Thương binh và Xã hội tỉnh Đồng Nai",
        "so-lao-dong-thuong-binh-va-xa-hoi@75",
    ),
    (
        "Sở Lao động, Thương binh và Xã hội",
        DONG_NAI,
        "Sở Lao động - Thương binh và Xã hội tỉnh Đồng Nai",
        "so-lao-dong-thuong-binh-va-xa-hoi@75",
    ),
    ("Sở TN&MT", DONG_NAI, "Sở Tài nguyên và Môi trường tỉnh Đồng Nai", "so-tai-nguyen-va-moi-truong@75"),
    (
        "Sở NN và PTNT",
        DONG_NAI,
        "Sở Nông nghiệp và Phát triển nông thôn tỉnh Đồng Nai",
        "so-nong-nghiep-va-phat-trien-nong-thon@75",
    ),
    ("SYT", DONG_NAI, "Sở Y tế tỉnh Đồng Nai", "so-y-te@75"),
    ("Sở Y tế Bến Tre", DONG_NAI, "Sở Y tế tỉnh Bến Tre", "so-y-te@83"),
    # central bodies
    ("Bộ TTTT", DONG_NAI, "Bộ Thông tin và Truyền thông", "bo-thong-tin-va-truyen-thong"),
    ("Bộ GD&ĐT", DONG_NAI, "Bộ Giáo dục và Đào tạo", "bo-giao-duc-va-dao-tao"),
    ("BYT", DONG_NAI, "Bộ Y tế", "bo-y-te"),
    (
        "Trung ương Đảng",
        DONG_NAI,
        "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
        "ban-chap-hanh-trung-uong-dang-cong-san-viet-nam",
    ),
    ("Đảng", DONG_NAI, "Đảng Cộng sản Việt Nam", "dang-cong-san-viet-nam"),
    (
        "Ban Bí thư",
        DONG_NAI,
        "Ban Bí thư Trung ương Đảng Cộng sản Việt Nam",
        "ban-bi-thu-trung-uong-dang-cong-san-viet-nam",
    ),
    # Party committees take the name alone
    ("Tỉnh ủy", DONG_NAI, "Tỉnh ủy Đồng Nai", "tinh-uy@75"),
    ("Thường trực Tỉnh uỷ", DONG_NAI, "Thường trực Tỉnh ủy Đồng Nai", "thuong-truc-tinh-uy@75"),
    ("TT Huyện ủy", KRONG_NO, "Thường trực Huyện ủy Krông Nô", "thuong-truc-huyen-uy@67/huyen-krong-no"),
    ("VPTU", DONG_NAI, "Văn phòng Tỉnh ủy Đồng Nai", "van-phong-tinh-uy@75"),
    ("Tỉnh Đoàn", DONG_NAI, "Tỉnh đoàn Đồng Nai", "tinh-doan@75"),
    # in a city under the centre `TU` is Thành ủy
    ("VPTU", HAI_PHONG, "Văn phòng Thành ủy Hải Phòng", "van-phong-thanh-uy@31"),
    ("Đảng ủy", DONG_NAI, "Đảng ủy Sở Y tế tỉnh Đồng Nai", None),
    # no blank behind an abbreviation
    ("Văn phòng UBNDTP", HAI_PHONG, "Văn phòng Ủy ban nhân dân thành phố Hải Phòng", "van-phong-uy-ban-nhan-dan@31"),
    ("UBNDT", DONG_NAI, "Ủy ban nhân dân tỉnh Đồng Nai", "uy-ban-nhan-dan@75"),
    ("BQLDATW", MINISTRY, "Ban Quản lý dự án Trung ương", None),
    # `TP` behind `ngành` is the city, behind `Sở` a field
    ("Sở, ban, ngành TP", HAI_PHONG, "Sở, ban, ngành thành phố Hải Phòng", None),
    ("Sở TP", HAI_PHONG, "Sở Tư pháp thành phố Hải Phòng", "so-tu-phap@31"),
    # abbreviations of health and of schools
    (
        "TT CSSKSS tỉnh",
        DONG_NAI,
        "Trung tâm Chăm sóc sức khỏe sinh sản tỉnh Đồng Nai",
        "trung-tam-cham-soc-suc-khoe-sinh-san@75",
    ),
    ("Phòng KT&ĐBCL", SCHOOL, "Phòng Khảo thí và Đảm bảo chất lượng", None),
    # a division's name is one, whether `và` stands in it or not
    (
        "phòng Tài nguyên môi trường",
        KRONG_NO,
        "Phòng Tài nguyên và Môi trường huyện Krông Nô",
        "phong-tai-nguyen-va-moi-truong@67/huyen-krong-no",
    ),
    # letters that scans take for others
    ("UBND thành phô", HAI_PHONG, "Ủy ban nhân dân thành phố Hải Phòng", "uy-ban-nhan-dan@31"),
    ("các co quan, đơn vi", DONG_NAI, "các cơ quan, đơn vị", None),
    # bodies inside a line of capitals
    (
        "BAN CÁN SỰ ĐẢNG BỘ KẾ HOẠCH VÀ ĐẦU TƯ",
        MINISTRY,
        "Ban cán sự đảng Bộ Kế hoạch và Đầu tư",
        None,
    ),
    # the league of youth takes no territory that is not printed: a school's has none
    ("Đoàn Thanh niên", DONG_NAI, "Đoàn Thanh niên Cộng sản Hồ Chí Minh", None),
    (
        "Đoàn Thanh niên tỉnh",
        DONG_NAI,
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Đồng Nai",
        "doan-thanh-nien-cong-san-ho-chi-minh@75",
    ),
    # mass organisations
    (
        "Ủy ban Mặt trận Tổ quốc tỉnh",
        DONG_NAI,
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Đồng Nai",
        "uy-ban-mat-tran-to-quoc-viet-nam@75",
    ),
    # the superior body at the end
    ("Phòng Nghiệp vụ Y Sở Y tế", DONG_NAI, "Phòng Nghiệp vụ Y Sở Y tế tỉnh Đồng Nai", None),
    ("phòng Nghiệp vụ Y", DONG_NAI, "Phòng Nghiệp vụ Y Sở Y tế tỉnh Đồng Nai", None),
    ("BGĐ Sở", DONG_NAI, "Ban Giám đốc Sở Y tế tỉnh Đồng Nai", None),
    (
        "phòng Tài nguyên và Môi trường",
        KRONG_NO,
        "Phòng Tài nguyên và Môi trường huyện Krông Nô",
        "phong-tai-nguyen-va-moi-truong@67/huyen-krong-no",
    ),
    ("Văn phòng", DONG_NAI, "Văn phòng Sở Y tế tỉnh Đồng Nai", None),
    ("Ban Tài chính TLĐ", MINISTRY, "Ban Tài chính Tổng Liên đoàn Lao động Việt Nam", None),
    ("Đảng ủy", COMMUNE, "Đảng ủy xã Nam Xuân", None),
    # groups: written out, no id, no territory but that of the superior body
    ("UBND các huyện, thành phố", DONG_NAI, "Ủy ban nhân dân các huyện, thành phố", None),
    ("các đơn vị trực thuộc Sở Y tế", DONG_NAI, "các đơn vị trực thuộc Sở Y tế tỉnh Đồng Nai", None),
    ("các sở, ban, ngành", DONG_NAI, "các sở, ban, ngành", None),
    # printed territory, put right
    ("UBND huyện Đăk R'lấp", KRONG_NO, "Ủy ban nhân dân huyện Đắk R'Lấp", "uy-ban-nhan-dan@67/huyen-dak-r-lap"),
    ("TTYT TP. Biên Hoà", DONG_NAI, "Trung tâm Y tế thành phố Biên Hòa", "trung-tam-y-te@75/thanh-pho-bien-hoa"),
    # letterheads
    ("UBND TỈNH ĐỒNG NAI", DONG_NAI, "Ủy ban nhân dân tỉnh Đồng Nai", "uy-ban-nhan-dan@75"),
    ("SỞ Y TẾ", DONG_NAI, "Sở Y tế tỉnh Đồng Nai", "so-y-te@75"),
    ("SỞ KH&CN ĐỒNG NAI", DONG_NAI, "Sở Khoa học và Công nghệ tỉnh Đồng Nai", "so-khoa-hoc-va-cong-nghe@75"),
    ("VP ĐU", DONG_NAI, "Văn phòng Đảng ủy", None),
    # `cơ sở` is no department
    ("các công đoàn cơ sở", DONG_NAI, "các công đoàn cơ sở", None),
    # a territory that acts
    ("Tỉnh", DONG_NAI, "tỉnh Đồng Nai", "vn/75-dong-nai"),
    # unknown abbreviations and names stay
    ("Vụ XYZ", DONG_NAI, "Vụ XYZ", None),
    ("Công ty Cổ phần Hoa Mai", DONG_NAI, "Công ty Cổ phần Hoa Mai", None),
]


@pytest.mark.parametrize(("printed", "notice", "name", "id_"), ALONE)
def test_one_body(printed: str, notice: NoticeContext, name: str, id_: str | None) -> None:
    assert names_of(f"Giao {printed} thực hiện.", [printed], notice) == [(name, id_)]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "covidorders.OfficialTokenizer.v1"}}})
    pipeline.add_pipe("covidorders_canonical")
    return pipeline


@pytest.mark.parametrize(
    ("text", "body", "canonical"),
    [
        ("Chủ tịch UBND tỉnh", "UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh Đồng Nai"),
        ("PGĐ Sở Y tế", "Sở Y tế", "Phó Giám đốc Sở Y tế tỉnh Đồng Nai"),
        ("PHÓ CHỦ TỊCH", None, "Phó chủ tịch"),
        ("TRƯỞNG BAN CHỈ ĐẠO", "BAN CHỈ ĐẠO", "Trưởng Ban Chỉ đạo"),
        ("CVP", None, "Chánh Văn phòng"),
        ("CP.VPTU", "VPTU", "Chánh, Phó Văn phòng Tỉnh ủy Đồng Nai"),
        ("PGĐ SYT", "SYT", "Phó Giám đốc Sở Y tế tỉnh Đồng Nai"),
    ],
)
def test_posts(nlp: Language, text: str, body: str | None, canonical: str) -> None:
    doc = nlp.make_doc(text)
    doc._.notice = DONG_NAI
    found = [FoundMention(0, len(text), "POSITION")]
    if body:
        found.append(FoundMention(text.index(body), text.index(body) + len(body), "AGENCY"))
    doc = nlp(add_mentions(doc, found, SPANS_KEY))
    assert {span.label_: span._.canonical for span in doc.spans[SPANS_KEY]}["POSITION"] == canonical


def test_ids_go_to_the_spans(nlp: Language) -> None:
    doc = nlp.make_doc("Bộ Y tế")
    doc = nlp(add_mentions(doc, [FoundMention(0, 7, "AGENCY")], SPANS_KEY))
    assert [(span._.canonical, span.kb_id_) for span in doc.spans[SPANS_KEY]] == [("Bộ Y tế", "bo-y-te")]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH HOA LƯ số: 12 /TB", "ỦY BAN NHÂN DÂN TỈNH HOA LƯ"),
        ("UBND TỈNH KIÊN GIANG ca", "UBND TỈNH KIÊN GIANG"),
        ("SỞ Y TẾ LG", "SỞ Y TẾ"),
    ],
)
def test_letterheads_lose_what_was_read_into_them(printed: str, expected: str) -> None:
    assert letterhead(printed) == expected


def test_central_bodies_have_no_territory() -> None:
    assert is_central("BỘ TÀI CHÍNH")
    assert not is_central("BỘ CHỈ HUY QUÂN SỰ TỈNH ĐỒNG NAI")
    assert home_of_bodies("", MINISTRY).province is None
    unlettered = home_of_bodies("Họp tại tỉnh Bến Tre, do Tỉnh ủy chủ trì", NoticeContext())
    assert unlettered.province is not None
    assert unlettered.province.name == "Tỉnh Bến Tre"


def test_keys_of_names() -> None:
    assert key_of("Sở Lao động - Thương binh và Xã hội") == key_of("SỞ LAO ĐỘNG, THƯƠNG BINH & XÃ HỘI")
    body = known("Bộ Y Tế")
    assert body is not None
    assert body.name == "Bộ Y tế"


def test_abbreviations_are_no_words_of_capital_lines() -> None:
    assert written_out("SỞ KẾ HOẠCH VÀ ĐẦU TƯ") == "Sở kế hoạch và đầu tư"
    assert written_out("TT Y tế") == "Trung tâm Y tế"


WORDS = st.sampled_from(
    [
        "Ban Chỉ đạo",
        "tỉnh",
        "Sở",
        "Y tế",
        "TT",
        "HĐND",
        "của",
        "thuộc",
        "Tỉnh ủy",
        "Bến Tre",
        "các",
        ",",
        "và",
        "KH&CN",
        "Trường",
        "Quý",
    ]
)


@given(st.lists(st.lists(WORDS | st.text(max_size=5), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=8))
def test_any_words_have_names(printed: list[str]) -> None:
    text = "; ".join(printed)
    places = []
    start = 0
    for words in printed:
        places.append((start, start + len(words)))
        start += len(words) + 2
    names = NoticeNames(text, NoticeContext(issuer=printed[0], parent=printed[-1])).of_bodies(places)
    assert len(names) == len(printed)
