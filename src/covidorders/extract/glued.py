"""Fixed lines of a letterhead or a signature block that a converter wrote into one line or cell: parted again.

`SỞ Y TẾ Số: 12/SYT-NVY V/v …`, `**THỦ TƯỚNG** **Nguyễn …**`: the seams are written as `<br>`, as other converters do.
"""

from __future__ import annotations

import re

from covidorders.grammar.fold import fold
from covidorders.grammar.labels import CAPITALS
from covidorders.grammar.marks import (
    is_authority,
    is_capitals,
    is_distribution,
    is_nation,
    is_position,
    opens_with,
)
from covidorders.grammar.names import person

BREAK = "<br>"
_LONGEST = 500
"""A letterhead in one line is no longer than this (code points)."""
_MARKUP = "*_|# "
_SMALL = rf"(?:(?![{CAPITALS}])[^\W\d_])"
"""One small letter: small and capital letters lie mixed in Unicode."""
_PLACE = (
    r"(?:(?:TP\.?|Thành phố|Tỉnh|Huyện|Quận|Thị xã|Xã|Phường) )?"
    rf"[{CAPITALS}]{_SMALL}+(?: (?:- )?[{CAPITALS}]{_SMALL}+){{0,4}}"
)
_SEAM = re.compile(
    r"(?<=\S)[ \t]+(?=[*_]{0,3}(?:(?P<said>S[ốỐ] ?: ?[^\s/]{0,12} ?/|V/v\b)|CỘNG H(?:ÒA|OÀ) XÃ HỘI"
    rf"|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập ?[-–—]|(?P<day>{_PLACE}, ?ngày\b)))"
)
_SIGNATURE = 140
"""A signature block in one line is no longer than this (code points)."""
_NAME = re.compile(
    rf"(?<=[{CAPITALS}*]) +(?P<name>(?:(?:ThS|TS|PGS|GS|BS|Ths|Ts)[. ]{{1,2}}){{0,3}}"
    rf"[{CAPITALS}]{_SMALL}+(?: [{CAPITALS}]{_SMALL}*){{1,4}})(?=[*_ ]*$)"
)
_GAP = re.compile(r"[ \u00a0]{3,}|\t")
"""Between two columns."""
_OWN_NUMBER = re.compile(r"S[ốỐ] ?: ?[^\s/]{0,12} ?/ ?\S")
_BOLD_SEAM = re.compile(rf"(?<=\*\*)[ \t]+(?=\*\*[^\s*])|(?<=[{CAPITALS}])[ \t]+(?=\*\*[{CAPITALS}])")


def unglued(line: str) -> str:
    """Return a line with `<br>` where one fixed line of a letterhead or a signature ends and the next begins.

    Only a line that opens like a letterhead is parted (with a body in capitals, quốc hiệu, or its own `Số: …/…`), or
    one that opens with a signing form in capitals and ends with a name (`KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn …`).
    """
    plain = line.strip(_MARKUP)
    if len(plain) <= _SIGNATURE and _opens_signature(plain):
        return _unglued_signature(line)
    if len(line) > _LONGEST or _GAP.search(plain) or not (_OWN_NUMBER.match(plain) or _opens_letterhead(plain)):
        return line
    return _SEAM.sub(lambda seam: BREAK if _ends_fixed_line(line, seam) else seam.group(), line)


def _ends_fixed_line(line: str, seam: re.Match[str]) -> bool:
    """Tell whether a fixed line may end before the seam: no sentence, nor the first half of a place's name."""
    before = line[: seam.start()].rsplit(maxsplit=1)[-1].strip(_MARKUP)
    if seam["day"] is not None:
        return not before.istitle() and before not in {"-", "–"}
    return seam["said"] is None or before.isupper() or any(sign.isdigit() or sign == "/" for sign in before)


def _opens_signature(plain: str) -> bool:
    words = plain.split(maxsplit=2)
    first = " ".join(words[:2])
    return is_capitals(first) and (is_authority(first) or is_position(first) or is_position(words[0]))


def _unglued_signature(line: str) -> str:
    named = _NAME.search(line)
    post = line[: named.start()] if named else line
    if named is None or _GAP.search(line) or not is_capitals(post) or person(named["name"]) is None:
        return line
    return BREAK.join([*_posts(post.rstrip()), named["name"] + line[named.end() :]])


def _posts(words: str) -> list[str]:
    """Part `TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH` behind each authority."""
    for space in re.finditer(r" +", words):
        before, rest = words[: space.start()], words[space.end() :]
        if is_authority(before) and (is_authority(rest) or is_position(rest)):
            return [before, *_posts(rest)]
    return [words]


def unglued_cell(cell: str) -> str:
    """Return the text of a cell with `<br>` at those seams, and between its bold pieces where the first is a title."""
    pieces = _BOLD_SEAM.split(cell)
    first = pieces[0].strip(_MARKUP)
    if len(pieces) > 1 and len(cell) <= _LONGEST and (is_capitals(first) or is_distribution(first)):
        cell = BREAK.join(pieces)
    return BREAK.join(unglued(piece) for piece in cell.split(BREAK))


def _opens_letterhead(plain: str) -> bool:
    words = plain.split(" ", 3)
    if len(words) < 3 or not all(word.isupper() for word in words[:2]):
        return False
    return is_nation(" ".join(plain.split()[:8])) or opens_with(fold(plain[:40]), "bodies", "heads") is not None
