"""A signer's name that stands only in the picture of a digital signature."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont

from covidorders.errors import MissingProgramError
from covidorders.layout import Line

NAME = "Phan Thanh An"


@pytest.fixture(scope="module")
def engine() -> None:
    """Skip where the language data are not installed."""
    pytest.importorskip("tesserocr")
    from covidorders.extract.ocr.tesseract import shared_engine

    try:
        shared_engine()
    except MissingProgramError as error:
        pytest.skip(str(error))


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let recognition fail the test."""

    def refuse() -> None:
        raise AssertionError("a picture was recognised")

    monkeypatch.setattr("covidorders.extract.ocr.tesseract.shared_engine", refuse)


def signature(name: str) -> Image.Image:
    """Draw a picture of 120 by 80 points at 200 pixels per inch: a flourish, the name under it."""
    picture = Image.new("L", (333, 222), 255)
    pen = ImageDraw.Draw(picture)
    pen.line([(60, 110), (110, 30), (140, 120), (200, 50), (260, 90)], fill=0, width=4)
    pen.text((50, 160), name, fill=0, font=ImageFont.load_default(34))
    return picture


def notice(pdf: Any) -> Any:
    pdf.page().lines(
        85, 100, *["Sở Y tế thông báo để các đơn vị biết và thực hiện đúng thời gian quy định"] * 3, size=11
    )
    pdf.lines(85, 300, "Nơi nhận:", "- Như trên;", "- Lưu: VT.", size=11, pitch=14)
    return pdf.centred(430, 300, "GIÁM ĐỐC", 13, bold=True)


def lines(extracted: Any) -> list[Line]:
    return [block for page in extracted.pages for block in page.blocks if isinstance(block, Line)]


def test_name_in_the_picture_under_a_post(pdf: Any, engine: None) -> None:
    extracted = notice(pdf).picture(370, 330, 120, 80, signature(NAME)).read(ocr="auto")
    assert extracted.extraction == "pdf-text"
    last = lines(extracted)[-1]
    assert (last.text, last.zone) == (NAME, "right")
    assert all(word.confidence is not None for word in last.words)  # so that an uncertain name is told
    first = last.words[0].box
    assert first.x0 == pytest.approx(388, abs=4) and 380 < first.top < first.bottom < 412


def test_what_is_no_name_is_left_out(pdf: Any, engine: None) -> None:
    extracted = notice(pdf).picture(370, 330, 120, 80, signature("da ky so")).read(ocr="auto")
    assert lines(extracted)[-1].text == "GIÁM ĐỐC"


def test_without_recognition_the_notice_stays_as_it_is(pdf: Any, unread: None) -> None:
    extracted = notice(pdf).picture(370, 330, 120, 80, signature(NAME)).read(ocr="off")
    assert lines(extracted)[-1].text == "GIÁM ĐỐC"


ELSEWHERE = [
    # (left, top, width, height of the picture, where it does not stand for the signature)
    (180, 330, 120, 80),  # the seal of the office, left of the post
    (370, 640, 120, 80),  # a logo at the foot of the page
    (370, 90, 120, 80),  # above the post
    (60, 330, 480, 300),  # as wide as the text: a chart
]


@pytest.mark.parametrize("place", ELSEWHERE)
def test_other_pictures_are_not_recognised(pdf: Any, unread: None, place: tuple[float, ...]) -> None:
    notice(pdf).picture(*place, signature(NAME)).read(ocr="auto")


def test_a_name_in_the_text_needs_no_picture(pdf: Any, unread: None) -> None:
    notice(pdf).picture(370, 330, 120, 80, signature(NAME)).centred(430, 420, "Lê Văn Bình", 13).read(ocr="auto")


def test_a_title_over_text_is_no_post(pdf: Any, unread: None) -> None:
    # a head that issues a decision: the legal bases follow, and somewhere a picture
    notice(pdf).lines(330, 325, "Căn cứ Luật Thú y;", "Xét đề nghị của phòng", size=11)
    pdf.picture(370, 345, 120, 80, signature(NAME)).read(ocr="auto")
