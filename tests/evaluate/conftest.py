from __future__ import annotations

from collections.abc import Callable

import pytest

from covidorders.evaluate import GoldDocument, GoldMention, gold_of
from covidorders.model import SourceFile
from covidorders.pipeline import parse_text

Marker = Callable[..., GoldDocument]

NOTICE = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG NAI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 4510/UBND-KGVX
Đồng Nai, ngày 12 tháng 5 năm 2021
V/v rà soát người về từ vùng dịch
Kính gửi: Sở Y tế.
Thực hiện Kế hoạch số 77/KH-UBND ngày 03/5/2021, Chủ tịch UBND tỉnh yêu cầu:
1. Sở Y tế lấy mẫu cho 1.200 người trước ngày 20/5/2021.
2. Các đơn vị báo cáo kết quả.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Mẫu
"""


@pytest.fixture
def marked() -> Marker:
    """Return gold: each mark is a label, the words, which occurrence of them (1), and a canonical name (none)."""

    def mark(text: str, *marks: tuple[object, ...], until: int | None = None) -> GoldDocument:
        mentions = []
        for label, words, *rest in marks:
            start = -1
            for _ in range(int(str(rest[0])) if rest else 1):
                start = text.index(str(words), start + 1)
            end = start + len(str(words))
            canonical = str(rest[1]) if len(rest) > 1 else None
            mentions.append(
                GoldMention.model_validate(
                    {"start": start, "end": end, "label": label, "text": words, "canonical": canonical}
                )
            )
        return gold_of("notice.txt", text, mentions, until=until)

    return mark


@pytest.fixture(scope="session")
def parsed() -> SourceFile:
    """The notice as the program reads it."""
    return parse_text(NOTICE, name="notice.txt")
