"""Fixed lines of a notice, and lines that only look like one."""

from __future__ import annotations

import pytest

from covidorders.grammar import marks

ADDRESSEES = [
    "Kính gửi:",
    "Kính gửi: Sở Y tế",
    "Kỉnhgửì:",  # scanned without the blank
    "Kính gửi các Bộ: Y tế, Công an, Quốc phòng.",  # the colon stands behind the kind of body
    "Kính gửi Ủy ban nhân dân các xã, thị trấn",  # no colon at all
]


@pytest.mark.parametrize("line", ADDRESSEES)
def test_opens_the_addressees(line: str) -> None:
    assert marks.is_addressees(line)


@pytest.mark.parametrize(
    "line",
    [
        "Kính gửi Sở Y tế tổng hợp, báo cáo./.",  # the last sentence of a letter
        "Kính gửi kèm theo danh sách các trường hợp nêu trên.",
        "Kính đề nghị Sở Y tế xem xét.",
    ],
)
def test_opens_no_addressees(line: str) -> None:
    assert not marks.is_addressees(line)


@pytest.mark.parametrize("line", ["_ Căn cứ Luật Dược năm 2016;", "- Căn cứ Luật Dược;", "Căn cứ Luật Dược;"])
def test_basis_behind_a_stroke(line: str) -> None:
    assert marks.is_basis(line)


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("SOCIALIST REPUBLIC OF VIETNAM", True),
        ("Independence - Freedom - Happiness", True),
        ("UY BAN NHAN DAN", False),  # marks lost in scanning, still Vietnamese
        ("TRUNG TAM Y TE HUYEN LAM HA", False),
    ],
)
def test_english_line_of_a_letterhead(line: str, foreign: bool) -> None:
    assert marks.is_foreign(line) is foreign


@pytest.mark.parametrize("line", ["ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẲNG CỘNG SẲN VIETNAM"])  # the blank lost in scanning
def test_title_of_the_partys_letterhead(line: str) -> None:
    assert marks.is_party_header(line)
