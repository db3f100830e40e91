"""Fixed words of a letterhead that begin a column, even where the gutter beside them is too narrow to be seen.

A speck between the columns of a scan, or a long issuer, makes one line of issuer and quốc hiệu; the words tell where
the second column begins (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 1 and 9a; Hướng dẫn 36-HD/VPTW, I.1).
"""

from __future__ import annotations

from collections.abc import Iterable

from covidorders.extract.arrange.pieces import Piece
from covidorders.grammar.fold import fold
from covidorders.grammar.marks import is_capitals, pattern

_AFTER = 4
"""Letters that may follow quốc hiệu or tiêu ngữ in its piece: specks."""
_LONGEST_MARK = 24
"""Letters before Kính gửi in its line: a mark of urgency, or what is left of one."""


def cut_at_anchors(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces, those cut in two where quốc hiệu, tiêu ngữ, a Party title or Kính gửi begins inside them."""
    cut: list[Piece] = []
    for piece in pieces:
        cut.append(piece)
        index = _anchor(piece.text) if len(piece.words) > 3 else 0
        if index:
            cut.append(piece.cut(index))
    return cut


def _anchor(text: str) -> int:
    """Return the index of the word where a column begins inside the text; 0 if there is none."""
    folded = fold(text)
    for section, key in (("nation", "name"), ("nation", "motto"), ("party", "name")):
        found = pattern(section, key, whole=False).search(folded)
        if found is None or not found.start() or len(folded) - found.end() > _AFTER:
            continue
        words = text[found.start() : found.end()]
        if key == "motto" or is_capitals(words):
            return _word_at(text, found.start())
    found = pattern("addressees", "open", whole=False).search(folded)
    if found is not None and 0 < found.start() <= _LONGEST_MARK and found.group().endswith(":"):
        return _word_at(text, found.start()) if text[found.start()].isupper() else 0
    return 0


def _word_at(text: str, offset: int) -> int:
    return text.count(" ", 0, offset) if offset and text[offset - 1] == " " else 0
