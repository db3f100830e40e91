"""Which pages need OCR."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from covidorders.extract.pdf.quality import marked_share, readable, usable
from covidorders.layout import Line, Page

GOOD = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành và địa phương nghiêm túc thực hiện"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD, True),
        # TCVN3: the letters are wrong, the layer is whole
        ("ñy ban nh©n d©n tØnh yªu cÇu c¸c së, ban, ngµnh vµ ®Þa ph−¬ng nghiªm tóc thùc hiÖn", True),
        # read by a scanner that knows no Vietnamese
        ("UY BAN NHAN DAN TINH yeu cau cac so, ban, nganh va dia phuong nghiem tuc thuc hien", False),
        ("CQNG HoA xA HQI CHu NGHiA VIET NAM DQc lap Tu do Hanh phuc thang nam", False),
        # nothing but a few words
        ("Sở Y tế", False),
        ("", False),
    ],
)
def test_usable(text: Any, expected: Any) -> None:
    assert usable(text) is expected


def test_marked_share() -> None:
    assert marked_share("Sở Y tế") == pytest.approx(2 / 3)
    assert marked_share("123") == 0.0


def test_readable() -> None:
    assert readable(GOOD)
    assert not readable("\ue001\ue002\ue003 \ue004a")
    assert not readable("   ")


def page(pdf: Any) -> Page:
    found: Page = pdf.read().pages[0]
    return found


def test_digital_page(pdf: Any) -> None:
    pdf.page().lines(85, 100, *[GOOD] * 5)
    assert not page(pdf).needs_ocr


def test_english_page_without_an_image_is_read(pdf: Any) -> None:
    pdf.page().lines(85, 100, *["The provincial health department shall report weekly"] * 5)
    assert not page(pdf).needs_ocr


def test_blank_page_needs_nothing(pdf: Any) -> None:
    pdf.page()
    assert not page(pdf).needs_ocr


def test_scan_without_a_text_layer(pdf: Any) -> None:
    pdf.page().scan()
    extracted = pdf.read()
    assert extracted.pages[0].needs_ocr
    assert [warning.code for warning in extracted.warnings] == ["needs-ocr"]
    assert "page 1: no text layer" in extracted.warnings[0].message


def test_scan_with_nothing_but_a_stamp(pdf: Any) -> None:
    # signed digitally after scanning: some hundred letters of text, and none of the notice's
    pdf.page().scan().annotation(250, 500, "Người ký: Sở Y tế", "Thời gian ký: 05.9.2021 08:12:30 +07:00")
    extracted = pdf.read()
    assert extracted.pages[0].needs_ocr and extracted.pages[0].blocks == ()
    assert [item.kind for item in extracted.furniture] == ["signature-stamp"]


def test_scan_with_a_good_hidden_layer_is_read(pdf: Any) -> None:
    pdf.page().scan().lines(85, 100, *[GOOD] * 5)
    assert not page(pdf).needs_ocr


def test_scan_with_a_hidden_layer_in_a_wrong_language(pdf: Any) -> None:
    pdf.page().scan().lines(85, 100, *["UY BAN NHAN DAN TINH yeu cau cac so va dia phuong thuc hien"] * 5)
    assert page(pdf).needs_ocr


def test_letters_without_unicode_values(pdf: Any) -> None:
    pdf.private = True
    pdf.page().lines(85, 100, *[GOOD] * 3)
    assert page(pdf).needs_ocr


def test_recognised_pages_take_the_place_of_those_that_lack_a_layer(pdf: Any, monkeypatch: Any) -> None:
    from covidorders.extract.ocr import crew
    from covidorders.extract.ocr.page import ReadPage
    from covidorders.extract.ocr.placement import LEFT_AS_IT_IS, Placement
    from covidorders.extract.pdf import extract
    from covidorders.layout import ExtractOptions, RawFile

    seen: list[tuple[Any, ...]] = []

    def read_pages(images: Any, jobs: int) -> Any:
        for given in images:
            seen.append((given.image.shape, given.dpi, given.number))
            page = Page(given.number, (Line("Nội dung đã nhận dạng"),), 595.0, 842.0, ocr=True)
            yield ReadPage(page, (), Placement(595.0, 842.0, LEFT_AS_IT_IS))

    monkeypatch.setattr(crew, "read_pages", read_pages)
    pdf.page().lines(85, 100, *[GOOD] * 5).page().scan()
    raw = RawFile(Path("mixed.pdf"), pdf.data(), "pdf", "application/pdf")
    extracted = extract(raw, ExtractOptions(ocr="auto"))
    assert seen == [((1170, 827, 3), 100.0, 2)]  # at the scan's own resolution, 100 pixels per inch at least
    assert [block.text for block in extracted.pages[1].blocks] == ["Nội dung đã nhận dạng"]
    assert extracted.pages[0].blocks[0].text == GOOD
    assert extracted.warnings == ()


def test_missing_language_data_are_told(pdf: Any, monkeypatch: Any) -> None:
    from covidorders.errors import MissingProgramError
    from covidorders.extract.ocr import crew
    from covidorders.extract.pdf import extract
    from covidorders.layout import ExtractOptions, RawFile

    def read_pages(*_: Any) -> Any:
        raise MissingProgramError("Install them with: apt-get install tesseract-ocr-vie")

    monkeypatch.setattr(crew, "read_pages", read_pages)
    pdf.page().scan().page().scan()
    raw = RawFile(Path("scan.pdf"), pdf.data(), "pdf", "application/pdf")
    extracted = extract(raw, ExtractOptions(ocr="auto"))
    assert [warning.code for warning in extracted.warnings] == ["needs-ocr"]
    assert "page 1-2" in extracted.warnings[0].message and "apt-get" in extracted.warnings[0].message
