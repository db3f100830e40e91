"""The tokenizer: nothing is lost, and what belongs together stays one token."""

from __future__ import annotations

import pytest
from spacy.language import Language

from covidorders.recognise import load_pipeline


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline().nlp


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Số: 945/KH-UBND.", ["Số", ":", "945/KH-UBND", "."]),
        ("ngày 21/9/2021,", ["ngày", "21/9/2021", ","]),
        ("tháng 9/2021 (2.500.000 đồng)", ["tháng", "9/2021", "(", "2.500.000", "đồng", ")"]),
        ("đạt 98,5% lúc 17h00", ["đạt", "98,5%", "lúc", "17h00"]),
        ("PGS.TS An ở TP. Biên Hòa", ["PGS.TS", "An", "ở", "TP.", "Biên", "Hòa"]),
        ("KT. CHỦ TỊCH, T/M BAN THƯỜNG VỤ", ["KT.", "CHỦ", "TỊCH", ",", "T/M", "BAN", "THƯỜNG", "VỤ"]),
        ("đ/c Năm; v.v.", ["đ/c", "Năm", ";", "v.v."]),
        (
            "gửi syt@lamha.gov.vn, https://lamha.gov.vn/dich",
            ["gửi", "syt@lamha.gov.vn", ",", "https://lamha.gov.vn/dich"],
        ),
        ("COVID-19, RT-PCR", ["COVID-19", ",", "RT-PCR"]),
        ("thực hiện./.", ["thực", "hiện", ".", "/", "."]),
        ("họp xong.Các xã", ["họp", "xong", ".", "Các", "xã"]),  # run on: a sentence end is no abbreviation
        ("hai  dòng\n\nmới", ["hai", " ", "dòng", "\n\n", "mới"]),
    ],
)
def test_tokens(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens


@pytest.mark.parametrize("text", ["", " ", "\n", "  đầu dòng", "cuối dòng \n", "a\tb", "…/…", "Số:\u00a0 12"])
def test_nothing_is_lost(nlp: Language, text: str) -> None:
    assert nlp.make_doc(text).text == text


def test_words_of_underthesea(nlp: Language) -> None:
    doc = nlp.make_doc("Sở Y tế chủ trì, phối hợp các địa phương.\nBáo cáo trước ngày 21/9/2021.")
    words = [doc.text[a:b] for a, b in doc._.words]
    assert "phối hợp" in words
    assert "địa phương" in words
    assert all(not word.isspace() for word in words)
    token = next(token for token in doc if token.text == "địa")
    assert token._.word == "địa phương"


def test_a_long_run_of_capitals_is_read_in_time(nlp: Language) -> None:
    assert len(nlp.make_doc("A" * 30_000)) == 1
