"""Which encoding the bytes of a text file are in."""

from __future__ import annotations

import unicodedata

import pytest

from covidorders.errors import EmptyFileError
from covidorders.extract.decoding import decode
from covidorders.knowledge import load
from covidorders.layout import Extracted
from covidorders.normalise import normalise

from .conftest import Extract

NOTICE = """ỦY BAN NHÂN DÂN TỈNH
Kính gửi: Giám đốc các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố.
Thực hiện chỉ đạo của Thủ tướng Chính phủ về phòng, chống dịch, yêu cầu các đơn vị rà soát phương án đã được duyệt.
"""


def as_1258(text: str) -> bytes:
    """Write with tones as combining marks behind their letters, as Windows does."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
            out += base.encode("cp1258") + "".join(part for part in parts if part in tones).encode("cp1258")
    return out


UNICODE = [
    ("utf-8", NOTICE.encode(), "utf-8"),
    ("utf-8 with a mark", b"\xef\xbb\xbf" + NOTICE.encode(), "utf-8"),
    ("utf-16 with a mark", b"\xff\xfe" + NOTICE.encode("utf-16-le"), "utf-16-le"),
    ("utf-16 the other way", b"\xfe\xff" + NOTICE.encode("utf-16-be"), "utf-16-be"),
    ("utf-16 without a mark", NOTICE.encode("utf-16-le"), "utf-16-le"),
    ("utf-16 the other way without a mark", NOTICE.encode("utf-16-be"), "utf-16-be"),
    ("utf-32", b"\xff\xfe\x00\x00" + NOTICE.encode("utf-32-le"), "utf-32-le"),
]


@pytest.mark.parametrize(("data", "name"), [row[1:] for row in UNICODE], ids=[row[0] for row in UNICODE])
def test_unicode(data: bytes, name: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.sure) == (NOTICE, name, True)


MEANT = "Sở Y tế phối hợp với các huyện, thị xã tổ chức tiêm chủng cho người dân"

LEGACY = [
    # bytes, the encoding named, the words after normalising
    (as_1258(NOTICE), "windows-1258", NOTICE.split()),
    ("Së Y tÕ phèi hîp víi c¸c huyÖn, thÞ x· tæ chøc tiªm chñng cho ng\xadêi d©n".encode("latin-1"), "tcvn3",
     MEANT.split()),
    ("Sôû Y teá phoái hôïp vôùi caùc huyeän, thò xaõ toå chöùc tieâm chuûng cho ngöôøi daân".encode("latin-1"), "vni",
     MEANT.split()),
]  # fmt: skip


@pytest.mark.parametrize(("data", "name", "words"), LEGACY, ids=["windows-1258", "tcvn3", "vni"])
def test_one_byte_encodings(data: bytes, name: str, words: list[str], extracted: Extract) -> None:
    found: Extracted = extracted(data)
    assert found.encoding == name
    assert found.warnings == ()
    assert normalise(found).text.split() == words


@pytest.mark.parametrize("name", ["viscii", "vps"])
def test_encodings_with_letters_in_the_place_of_controls(name: str, extracted: Extract) -> None:
    data = load("encodings")[name]
    table = {letter: 0x80 + place for place, letter in enumerate("".join(data["high"])) if letter != " "}
    table |= {letter: ord(control) for control, letter in data["low"].items()}
    text = NOTICE + "VÕ VĂN BẰNG, Nguyễn Hữu Ẩn, Kỷ Mỹ Lệ"
    found = extracted(bytes(table.get(letter, ord(letter)) for letter in text if letter in table or letter.isascii()))
    assert (found.encoding, found.warnings) == (name, ())
    assert normalise(found).text.split() == text.split()


def test_a_letter_cut_in_two(extracted: Extract) -> None:
    found = extracted(NOTICE.encode() + "ậ".encode()[:2])
    assert found.encoding == "utf-8"
    assert [warning.code for warning in found.warnings] == ["encoding-unsure"]


def test_other_languages_are_not_guessed_at(extracted: Extract) -> None:
    found = extracted("Les écoles françaises à Hanoï ont été fermées.".encode("latin-1"))
    assert found.encoding == "windows-1252"
    assert [warning.code for warning in found.warnings] == ["encoding-unsure"]
    assert normalise(found).text == "Les écoles françaises à Hanoï ont été fermées."


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf\n"])
def test_no_words(data: bytes, extracted: Extract) -> None:
    with pytest.raises(EmptyFileError, match=r"notice\.txt"):
        extracted(data)
