"""Light markup of converted files: rows as they stand in the file, and what they say."""

from __future__ import annotations

import pytest

from covidorders.layout import Line
from covidorders.normalise.repairs import replay

from .conftest import Normalised, paragraphs, table

ROWS = [
    # (lines, what they say, which of them are bold, which italic)
    (["**KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH**"], ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], [True, True], [False, False]),
    (["**KẾT LUẬN**"], ["KẾT LUẬN"], [True], [False]),
    (["***HỎA TỐC***"], ["HỎA TỐC"], [True], [True]),
    (["__Nơi nhận:__"], ["Nơi nhận:"], [True], [False]),
    (["*Về công tác xét nghiệm*"], ["Về công tác xét nghiệm"], [False], [True]),
    (["*tại cuộc họp giao ban", "ngày 02/10/2021*"], ["tại cuộc họp giao ban", "ngày 02/10/2021"],
     [False, False], [True, True]),
    (["Yêu cầu ***khẩn trương*** thực hiện, “*ai ở đâu ở đó*”."],
     ["Yêu cầu khẩn trương thực hiện, “ai ở đâu ở đó”."], [False], [False]),
    (["## II. NHIỆM VỤ ##"], ["II. NHIỆM VỤ"], [True], [False]),
    (["> Kính gửi: Sở Y tế"], ["Kính gửi: Sở Y tế"], [False], [False]),
    (["1\\. Sở Y tế \\(qua CDC\\)"], ["1. Sở Y tế (qua CDC)"], [False], [False]),
    (["STC-GCS&amp;amp;TCDN và Đoàn &quot;Thanh niên&quot;"], ['STC-GCS&TCDN và Đoàn "Thanh niên"'], [False], [False]),
    (["<b>Điều 1.</b> Phê duyệt <u>kinh phí</u>"], ["Điều 1. Phê duyệt kinh phí"], [True], [False]),
    (["Xem [Công văn số 5/SYT](https://example.org/a_1)."], ["Xem Công văn số 5/SYT."], [False], [False]),
    (["Liên hệ <so.yte@example.org>"], ["Liên hệ so.yte@example.org"], [False], [False]),
    (["**Nơi nhận:"], ["Nơi nhận:"], [False], [False]),  # the converter lost the other half
]  # fmt: skip


@pytest.mark.parametrize(("lines", "said", "bold", "italic"), ROWS)
def test_understood(
    lines: list[str], said: list[str], bold: list[bool], italic: list[bool], normalised: Normalised
) -> None:
    text = normalised([Line(one, starts_paragraph=True) for one in lines], extraction="text")
    assert paragraphs(text) == said
    assert [p.bold for p in text.paragraphs] == bold
    assert [p.italic for p in text.paragraphs] == italic
    assert "".join(replay(text.text, text.repairs).split()) == "".join("".join(lines).split())


NO_MARKUP = [
    "*",  # the star under the issuer of a Party notice
    "* Sở Y tế tiếp nhận",  # a bullet
    "(*) Số liệu đến 17 giờ",
    "Diện tích 3*4 m, mật độ 5 * 6",
    "Họ và tên: ______ Chức vụ: ______",
    "Tệp bao_cao_ngay_05.xlsx",
    "R&D, A&B; số 1322/STC-GCS&TCDN",
    "Số ca < 20 và > 5 mỗi ngày",
    "[Tên cơ quan] thông báo",
]


@pytest.mark.parametrize("text", NO_MARKUP)
def test_no_markup(text: str, normalised: Normalised) -> None:
    assert normalised([Line(text)], extraction="text").text == text


def test_other_formats_have_no_markup(normalised: Normalised) -> None:
    assert normalised([Line("**Số liệu** tạm tính")], extraction="pdf-text").text == "**Số liệu** tạm tính"


def test_cells(normalised: Normalised) -> None:
    text = normalised([table(("**STT**", "*Nội dung*"), ("1", "Lấy mẫu"))], extraction="text")
    assert text.tables[0].rows == (("STT", "Nội dung"), ("1", "Lấy mẫu"))
    assert text.text == "STT\tNội dung\n1\tLấy mẫu"


def test_emphasis_does_not_reach_over_a_table(normalised: Normalised) -> None:
    text = normalised(["**Bảng 1", table(("a", "b")), "Bảng 2**"], extraction="text")
    assert paragraphs(text) == ["Bảng 1", "a\tb", "Bảng 2"]
