"""What a line says by its first and last characters: a list item, an unfinished sentence."""

from __future__ import annotations

import re
from functools import cache

from covidorders.grammar.labels import read_label
from covidorders.knowledge import load

_OPEN_BRACKET = re.compile(r"\([^()]{0,80}$")
_CODE_BROKEN = re.compile(r"(?:(?<=[\s(:;,])|^)\w[\w&./-]*[/-]$")
_FIRM_LABEL = re.compile(r"[-–—+•*\d]|[IVX]+\b|(?:Điều|Khoản|Mục|Phần|Chương|Phụ lục) ")
_BARE_LABEL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ])[.)]|[-–+•▪]")
_CITATION_BROKEN = (
    (re.compile(r"(?<!\w)s[ốỐ]:?$", re.IGNORECASE), re.compile(r"\d{1,6}[a-z]?\s?[-/]\s?\w")),
    (re.compile(r"(?<!\w)ngày$", re.IGNORECASE), re.compile(r"\d{1,2}\s?(?:[/.-]\s?\d|tháng\s)")),
    (re.compile(r"\d\s+tháng$|tháng\s+\d{1,2}\s+năm$"), re.compile(r"\d{1,4}(?!\s*[.)/]\s)")),
)
_OPENING_SIGNS = "(“\"‘'*_["
_SENTENCE_END = re.compile(r"[.;:!?…][\"”’')\]]*$")


def starts_item(line: str) -> bool:
    """Tell whether `line` begins with the label of a list item or of a part (`1.`, `a)`, `-`, `Điều 2.`)."""
    return read_label(line) is not None


def ends_sentence(line: str) -> bool:
    """Tell whether `line` ends as a sentence, a list item or a lead-in does (`.`, `;`, `:`, `./.`)."""
    return _SENTENCE_END.search(line) is not None


def begins_small(line: str) -> bool:
    """Tell whether the first word of `line` begins with a small letter; a bracket or quotation mark may open it."""
    first = line.lstrip(_OPENING_SIGNS)[:1]
    return first.islower() and len(line) - len(line.lstrip(_OPENING_SIGNS)) <= 3


def is_bare_label(line: str) -> bool:
    """Tell whether a line is a label and nothing else (`1.`, `a)`, `-`): its item stands on the next line."""
    return _BARE_LABEL.fullmatch(line) is not None


def hangs(line: str) -> bool:
    """Tell whether `line` ends in a dash or a word that needs another behind it (`và`, `các`, see joins.toml)."""
    return line.endswith((" -", " –")) or _hanging().search(line.lower()) is not None


def breaks_code(before: str, line: str) -> bool:
    """Tell whether the line break stands behind `/` or `-` inside a word: `1967/CĐ-` + `UBND`, `21/9/` + `2021`."""
    return line[:1].isalnum() and _CODE_BROKEN.search(before) is not None


def breaks_citation(before: str, line: str) -> bool:
    """Tell whether the line break stands in a number or day that is cited: `… Nghị định số` + `138/2016/NĐ-CP`."""
    return any(end.search(before) and rest.match(line) for end, rest in _CITATION_BROKEN)


def stands_alone(line: str) -> bool:
    """Tell whether `line` opens with words that stand on a line of their own, though in small letters (`kiêm`)."""
    return line.lower().startswith(tuple(load("joins")["alone"]))


def inside_bracket(before: str, line: str) -> bool:
    """Tell whether a bracket that `before` opened is still open, so that `line` belongs to it: `(để` + `p/h);`."""
    return _OPEN_BRACKET.search(before) is not None and _FIRM_LABEL.match(line) is None and ")" in line[:90]


@cache
def _hanging() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("joins")["hanging"]))
    return re.compile(rf"(?<!\S)(?:{words})$")
