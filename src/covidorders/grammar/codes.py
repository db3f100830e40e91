"""Số, ký hiệu of documents.

Sources: Nghị định 30/2020/NĐ-CP Phụ lục I, II.3; Hướng dẫn 36-HD/VPTW; Nghị định 34/2016/NĐ-CP Điều 58.

The number is the leading digits with a letter that belongs to them (`59b`); the notation is everything after the
first sign. So a normative code keeps its year in the notation, since the number counts within the year:

| as printed        | number | notation       |
|-------------------|--------|----------------|
| `11456/KH-UBND`   | 11456  | `KH-UBND`      |
| `30-KL/BCĐ`       | 30     | `KL/BCĐ`       |
| `01/2020/NĐ-CP`   | 01     | `2020/NĐ-CP`   |
| `59/2020/QH14`    | 59     | `2020/QH14`    |
| `07:2010/BXD`     | 07     | `2010/BXD`     |
| `/UBND-KGVX`      | none   | `UBND-KGVX`    |
"""

from __future__ import annotations

import re

from covidorders.model import Code

_UPPER = "A-ZĐÐƯƠÔÂÊĂ"
_LETTER = _UPPER + "a-zđ0-9"
GROUP = rf"[{_UPPER}](?:[.&]?[{_LETTER}])*"
"""One group of a notation: `UBND`, `TTg`, `KT&ĐBCL`, `QH14`, `VP.UBND`."""
_CAPITALS = rf"(?=[{_LETTER}.&]*[{_UPPER}][{_LETTER}.&]*[{_UPPER}]|[CT][tT]r[-/])"
"""Two capital letters at least, so that `3/Cơ quan` is no code, or a tờ trình's `Ttr`; `L` alone is the lệnh's."""
_SIGN = r"(?: ?[-–/]|[-–/] )"
"""Between groups; a stray space on one side stands in real codes (`1967/CĐ- UBND`, broken over a line), and on both
sides after the first group (`12/KH - UBND`)."""
NUMBER = r"\d{1,6}[a-zđ]?"
_YEAR = r"(?:19|20)\d ?\d"
"""Scanning sets the last digit apart (`03/202 1/UBTVQH15`)."""
_JOINED = rf"(?:{_SIGN}{_CAPITALS}{GROUP}|[-–/][{_UPPER}][{_LETTER}]*)"
UNIT = r"[ABCHKPTVX]\d\d(?!\d)"
"""A unit of the police or the army by its number (`C08`, `V28`), alone in a notation or at its head (`129/V28-P5`)."""
NOTATION = (
    rf"(?:{_YEAR} ?/ ?)?(?:{_CAPITALS}{GROUP}|L(?=-)|{UNIT})"
    rf"(?:(?:{_JOINED}| [-–] {_CAPITALS}{GROUP}){_JOINED}{{0,4}})?"
)
"""What follows number and sign: `KH-UBND`, `2020/NĐ-CP`, `2002/QĐ/BTC`, `CT UBND`."""
_PARTY = rf"{_CAPITALS}{GROUP}(?: ?[-–]{GROUP})? ?/ ?{_CAPITALS}{GROUP}(?:{_SIGN}{_CAPITALS}{GROUP}){{0,3}}"
_OLD = "CP|HĐBT|TTg|HĐNN|CTN|CT"
_END = rf"(?:(?![^\W_]|[-–/][{_UPPER}])|(?=ngày\b))"
"""A code ends at a word's border; scanning may lose the blank before `ngày`."""
CODE = re.compile(
    rf"(?:(?<![\w/.,:–-])|(?<=[sS]ố))(?P<number>{NUMBER})"
    rf"(?: ?/ ?(?P<notation>{NOTATION})| ?[-–] ?(?P<party>{_PARTY})|[-–](?P<old>{_OLD})(?![-–/]?\w)){_END}"
)
"""A code with its number inside running text, state (`12/CT-UBND`) or Party (`12-CT/TU`) form, linear in its length.

`old` is the form of decrees and decisions of the centre until 1996, a hyphen before the issuer (`77-CP`, `202-HĐBT`).
"""
STANDARD = re.compile(
    r"(?<!\w)(?:(?P<kind>QCVN|QCĐP|TCXDVN|TCXD|TCVN|TCN)(?:[ ]?ISO(?:/IEC)?)?[ :–-]{0,3}"
    r"|(?=\d{1,5}(?: ?- ?\d{1,3})? ?: ?\d{4}))"
    r"(?P<code>(?P<number>\d{1,6}(?: ?- ?\d{1,3}(?!\d))?) ?[:-] ?(?P<year>(?:19|20)\d\d)"
    rf"(?P<agency> ?/ ?[{_UPPER}]{{2,10}})?)(?!\w)"
)
"""A technical standard: `QCVN 07:2010/BXD`, `TCVN 6696:2000`; `kind` is missing where only words say it."""

_SAYS_NUMBER = re.compile(r"[\s*_]*(?:s[ốỐ][ \t]*[:.]?|no\.?[ \t]*:)", re.IGNORECASE)
_BLANK = re.compile(r"[\s.…_#*‥]+")
_WHOLE = re.compile(
    rf"(?P<number>\d(?: ?\d){{0,5}}[a-zđ]?)?"
    rf"(?:\s*[-–/:.]?[-–/:]\s*(?P<notation>(?:{_YEAR}(?:\s*/\s*|$))?(?:[^\W\d_][\w&.]*(?:\s*[-–/]+\s*[\w&.]+){{0,6}})?))?"
)


def parse_code(raw: str) -> Code | None:
    """Read a code that stands alone: `Số: 12/CT-UBND`, `156 -CV/TĐTN-VP`, `/UBND-KGVX`, `558`.

    `raw` is kept as printed, without the word `Số` and without the dots of a blank (`Số: …/KH-UBND` → `/KH-UBND`);
    number and notation are without white space, `–` written `-`. Misprints are kept (`CĐE-BYT`). A code is complete
    when it has both, a bare year not counting as a notation but in a standard's (`6696:2000`). None where there is
    neither.
    """
    said = _SAYS_NUMBER.match(raw)
    printed = raw[said.end() :] if said else raw
    blank = _BLANK.match(printed)
    printed = (printed[blank.end() :] if blank else printed).rstrip(" \t\n.,;:*_…")
    match = _WHOLE.fullmatch(printed)
    if match is None:
        return None
    number = re.sub(r"\s", "", match["number"] or "") or None
    notation = re.sub(r"\s", "", match["notation"] or "").replace("–", "-").rstrip("/") or None
    if number is None and notation is None:
        return None
    year_only = notation is not None and notation.isdecimal() and ":" not in printed
    complete = number is not None and notation is not None and not year_only
    return Code(raw=printed, number=number, notation=notation, complete=complete)
