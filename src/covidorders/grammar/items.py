"""What a line says by its first and last characters: a list item, a heading in capitals, an unfinished sentence.

Labels are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II mục 5 (Phần, Chương, Mục, Điều, khoản, điểm) and those
that people use below them (`-`, `+`, `•`, `1.1.`, `(1)`, `Bước 1`).
"""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"""(?:
        [-–—+•*▪◦●○■□➢✓][ \t]
      | [-–—+•▪◦●○■□➢✓](?=[^\W\d_])
      | (?:Điều|Khoản|Mục|Tiểu[ ]mục|Chương|Phần|PHẦN|CHƯƠNG|MỤC|Phụ[ ]lục|PHỤ[ ]LỤC|Bước)[ ](?:\d+|[IVXLC]+)\b
      | [IVXLC]{1,6}[ ]?[.)/-](?=[\s]|[^\W\d_])
      | \d{1,2}(?:\.\d{1,2}){0,4}[ ]?[.)/](?=[\s]|[^\W\d_])
      | \d{1,2}(?:\.\d{1,2}){1,4}(?=\s)
      | \d{1,2}[ ]?-(?=\s[^\W\d_])
      | [a-zđ][ ]?[.)](?=[\s]|[^\W\d_])
      | [a-zđ]\.\d{1,2}[.)]?\s
      | \((?:\d{1,2}|[a-zđ]|[ivx]{1,5})\)(?=\s|[^\W\d_])
    )""",
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.;:!?…][\"”’')\]]*$")


def starts_item(line: str) -> bool:
    """Tell whether `line` begins with the label of a list item or of a part (`1.`, `a)`, `-`, `Điều 2`)."""
    return _LABEL.match(line) is not None


def ends_sentence(line: str) -> bool:
    """Tell whether `line` ends as a sentence, a list item or a lead-in does (`.`, `;`, `:`, `./.`)."""
    return _SENTENCE_END.search(line) is not None


def in_capitals(line: str) -> bool:
    """Tell whether the letters of `line` are capitals, as in titles, letterheads and signing forms."""
    return line.upper() == line and line.lower() != line
