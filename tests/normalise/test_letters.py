"""Broken letters: what comes out of text layers and what was printed; what must be left alone."""

from __future__ import annotations

import pytest

from covidorders.layout import Line
from covidorders.normalise.draft import Draft
from covidorders.normalise.letters import mend_letters
from covidorders.normalise.mojibake import mend_mojibake
from covidorders.normalise.spacing import tidy_spaces


def mended(text: str) -> Draft:
    (draft,) = mend_mojibake([Draft(text, Line(text), 1)])
    draft = tidy_spaces(mend_letters(draft))
    assert draft.raw == text
    return draft


ROWS = [
    # (as extracted, as printed, the rules that say why)
    ("ĐỐI TƢỢNG, THỨ TRƢỞNG, phƣơng án", "ĐỐI TƯỢNG, THỨ TRƯỞNG, phương án", {"horned-letter"}),
    ("Ðộc lập, Ɖồng Nai, ðã ký", "Độc lập, Đồng Nai, đã ký", {"crossed-d"}),
    # Word 2007: Ò becomes Õ and Ú becomes Ö, in capitals only
    ("CỘNG HÕA XÃ HỘI, PHÕNG, QUẢNG PHÖ", "CỘNG HÒA XÃ HỘI, PHÒNG, QUẢNG PHÚ", {"word-2007"}),
    ("35/QĐ\u00adĐHVH", "35/QĐ-ĐHVH", {"hyphen"}),  # browsers print a hyphen as a soft one
    ("\u00ad Như trên", "- Như trên", {"hyphen"}),
    ("nghi\u00adêm túc", "nghiêm túc", {"hyphen"}),  # a real soft hyphen is not printed
    ("09/2018/QĐ\ufffeUBND", "09/2018/QĐ-UBND", {"hyphen"}),  # PDFium's sign for a hyphen at a line's end
    ("12\u2011CT/TU", "12-CT/TU", {"hyphen"}),
    ("QĐ\u2212UBND", "QĐ-UBND", {"hyphen"}),
    ("Số:\u200b 12\u200d/QĐ\ufeff", "Số: 12/QĐ", {"invisible"}),
    ("\uf0b7 Bộ Y tế; ﬁle; \uf0d8 Sở", "• Bộ Y tế; file; ➢ Sở", {"bullet", "ligature"}),
    ("Ｓố：１２", "Số:12", {"full-width"}),
    # Cyrillic С, о, р in Vietnamese words and codes
    ("Сộng hòa, Ủy bаn, 16/СT-TTg", "Cộng hòa, Ủy ban, 16/CT-TTg", {"look-alike"}),
    ("Quyê\u0301t đi\u0323nh cu\u0309a U\u0309y ban", "Quyết định của Ủy ban", {"nfc"}),
    ("Số: 1 0 9 4 3 /BYT-MT", "Số: 10943/BYT-MT", {"digits-apart"}),
    # stamped into a blank that left no room
    (
        "kèm theo Công văn số1 0 9 4 3/BYT-MT ngày2 4 tháng1 2 năm 2021",
        "kèm theo Công văn số10943/BYT-MT ngày 24 tháng 12 năm 2021",
        {"digits-apart"},
    ),
    ("Số 2 9 2 7 -TB/TU", "Số 2927-TB/TU", {"digits-apart"}),
    ("ngày 2 1 tháng 9 năm 2 0 2 1", "ngày 21 tháng 9 năm 2021", {"digits-apart"}),
    ("Hà Nội, ngày 05 tháng 10 năm 202 1", "Hà Nội, ngày 05 tháng 10 năm 2021", {"digits-apart"}),
    ("K Ế T L U Ậ N", "KẾT LUẬN", {"letters-apart"}),
    ("T H Ô N G  B Á O", "THÔNG BÁO", {"letters-apart"}),
    ("Quyáº¿t Ä‘á»‹nh cá»§a á»¦y ban", "Quyết định của Ủy ban", {"mojibake"}),
    ("Sở\u00a0Y\u2009tế", "Sở Y tế", set()),  # white space is no repair
]


@pytest.mark.parametrize(("extracted", "printed", "rules"), ROWS)
def test_mended(extracted: str, printed: str, rules: set[str]) -> None:
    draft = mended(extracted)
    assert draft.text == printed
    assert {change.rule for change in draft.changes if change.rule} == rules


UNTOUCHED = [
    "VÕ VĂN KIỆT, RÕ RÀNG, NGÕ 12, NÕN, CẨM VÕNG",  # Õ that is right
    "Nguyễn Thị Rõ, thổ ngữ lõm bõm",  # small letters do not suffer from Word 2007
    "Mikhail Gorbachyov (Михаил Горбачёв)",  # a name in its own letters
    "α-thalassemia, β-lactam, 5 μg, Ω",  # Greek that is meant
    "hoà bình và hòa bình, thuỷ và thủy",  # tone placement is never changed
    "Kế hoạch 3 tại chỗ, 1 cung đường 2 địa điểm, 5 K",
    "Số lượng: 1 2 3 4 5 6",  # a row of figures
    "a b c d e f g",
    "“CẤP XÔ, “ĐÔ THỊ XÔ và ‘XÔ",  # a quotation mark behind Ã is no UTF-8
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "từ 2010–2020, âm −5 độ, 10 − 3 = 7",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_left_alone(text: str) -> None:
    assert mended(text).text == text


def test_utf8_read_wrongly_twice() -> None:
    once = "phối hợp chống dịch".encode().decode("cp1252")
    assert mended(once.encode().decode("cp1252")).text == "phối hợp chống dịch"


def test_lines_without_a_sure_sign_go_with_their_file() -> None:
    lines = ["Sá»Ÿ Y táº¿", "phá»‘i há»£p", "chá»‘ng dá»‹ch", "THÃ”NG TIN", "MÅ©i 1", "VÕ VĂN ”XÃ”"]
    drafts = [Draft(text, Line(text), 1) for text in lines]
    assert [draft.text for draft in mend_mojibake(drafts)][3:] == ["THÔNG TIN", "Mũi 1", "VÕ VĂN ”XÃ”"]
    assert [draft.text for draft in mend_mojibake(drafts[3:])] == lines[3:]


def test_a_space_in_the_place_of_a_non_breaking_one() -> None:
    assert mended("lÃ  chá»§ trÃ¬, thi hÃ nh").text == "là chủ trì, thi hành"
