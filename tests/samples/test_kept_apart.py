"""What is printed on a page but is no part of the notice is kept apart, and what was struck out is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Parse

FURNITURE = [
    # (sample, variant, kind, words of it)
    ("12-giay-moi", "pdf", "signature-stamp", "Thời gian ký: 14.06.2021 16:02:47 +07:00"),
    ("12-giay-moi", "pdf-drawn", "signature-stamp", "Người ký: Ủy ban nhân dân thành phố Cần Thơ"),
    ("12-giay-moi", "txt-wrapped", "signature-stamp", "Thời gian ký: 14.06.2021 16:02:47 +07:00"),
    ("05-chi-thi", "pdf", "page-number", "3"),
    ("05-chi-thi", "pdf-drawn", "page-number", "2"),
]

ABSENT = [
    # (sample, variant, words that must not stand in the text)
    ("12-giay-moi", "pdf", "Người ký"),
    ("10-to-trinh", "docx", "21.000"),  # deleted
    ("10-to-trinh", "docx", "kiểm tra lại số này"),  # a comment
    ("14-cong-van-hoa-toc", "html", "Trang chủ"),  # the portal's menu
    ("14-cong-van-hoa-toc", "html", "9438/BYT-MT"),  # the portal's related documents
    ("03-ket-luan-gach-dau-dong", "md", "**"),
    ("04-tap-van-ban", "md-escaped", "PAGE BREAK"),
    ("04-tap-van-ban", "md-escaped", "\\"),
    ("04-tap-van-ban", "txt-wrapped", "\f"),
]

PRESENT = [
    # (sample, variant, words that must stand in the text, once)
    ("10-to-trinh", "docx", "chịu trách nhiệm về giá mua sắm"),  # inserted
    ("14-cong-van-hoa-toc", "docx", "HỎA TỐC"),  # a text box, written twice: as a drawing and as its fallback
    ("04-tap-van-ban", "txt", "tổ chức lấy mẫu vòng 4"),  # broken by a page
    ("04-tap-van-ban", "md-escaped", "bổ sung các trường hợp còn sót"),
    ("02-thong-bao-ket-luan", "pdf", "phối hợp chặt chẽ với các doanh nghiệp viễn thông"),
    ("14-cong-van-hoa-toc", "txt-wrapped", "Công điện số 1008/CĐ-TTg"),  # broken after its hyphen
    ("14-cong-van-hoa-toc", "txt-wrapped", "Kế hoạch số 112/KH-UBND"),  # broken after its slash
]


@pytest.mark.parametrize(("sample", "variant", "kind", "words"), FURNITURE)
def test_furniture(sample: str, variant: str, kind: str, words: str, parse: Parse) -> None:
    source = parse(sample, variant)
    assert any(piece.kind == kind and words in " ".join(piece.text.split()) for piece in source.furniture)


@pytest.mark.parametrize(("sample", "variant", "words"), ABSENT)
def test_absent(sample: str, variant: str, words: str, parse: Parse) -> None:
    assert words not in parse(sample, variant).text


@pytest.mark.parametrize(("sample", "variant", "words"), PRESENT)
def test_present(sample: str, variant: str, words: str, parse: Parse) -> None:
    assert parse(sample, variant).text.count(words) == 1
