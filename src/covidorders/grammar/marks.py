"""The fixed lines of an official notice: letterhead, number, date, addressees, signing forms (knowledge/marks.toml).

Every test works on the folded line (`fold`), so that tone placement, case and many misreadings do not matter.
"""

from __future__ import annotations

import re
from functools import cache

from covidorders.grammar.distance import distance
from covidorders.grammar.fold import fold
from covidorders.knowledge import load

_LONGEST_STAMP = 16
"""Letters of the longest mark of urgency, and one more."""
_LETTER_TO = 140
"""`Kính gửi` without a colon opens a list of addressees only in a line no longer than this (code points)."""


@cache
def pattern(section: str, key: str, *, whole: bool = True) -> re.Pattern[str]:
    """Return the compiled pattern `marks.toml[section][key]`; `whole` ties it to the whole line."""
    source = load("marks")[section][key]
    return re.compile(rf"(?:{source})\Z" if whole else source, re.DOTALL)


@cache
def words(section: str, key: str) -> tuple[str, ...]:
    """Return a list of `marks.toml` folded, longest first, so that the longest entry matches first."""
    return tuple(sorted((fold(word) for word in load("marks")[section][key]), key=len, reverse=True))


def opens_with(folded: str, section: str, key: str) -> str | None:
    """Return the longest entry of the list that the folded line opens with, at a word border."""
    for word in words(section, key):
        if folded.startswith(word) and not folded[len(word) : len(word) + 1].isalnum():
            return word
    return None


def folded(line: str) -> str:
    """Return the line as the patterns want it."""
    return fold(line)


def is_capitals(line: str) -> bool:
    """Tell whether a line is printed in capitals: it has letters and hardly any of them is small."""
    letters = sum(map(str.isalpha, line))
    return letters >= 2 and sum(map(str.islower, line)) <= letters * 0.12


def is_nation(line: str) -> bool:
    """Quốc hiệu, alone on its line."""
    folded = fold(line)
    found = pattern("nation", "name", whole=False).search(folded)
    return found is not None and len(folded) - len(found.group()) <= 14


def is_motto(line: str) -> bool:
    """Tiêu ngữ."""
    folded = fold(line)
    found = pattern("nation", "motto", whole=False).search(folded)
    return found is not None and len(folded) - len(found.group()) <= 14


def is_party_header(line: str) -> bool:
    """`ĐẢNG CỘNG SẢN VIỆT NAM` as the title of the letterhead: in capitals, alone."""
    found = pattern("party", "name", whole=False).search(fold(line))
    return found is not None and len(line) <= len(found.group()) + 8 and is_capitals(line)


def is_youth_header(line: str) -> bool:
    """`ĐOÀN TNCS HỒ CHÍ MINH` as the title of the letterhead."""
    found = pattern("party", "youth", whole=False).match(fold(line))
    return found is not None and len(line) <= len(found.group()) + 4 and is_capitals(line)


def is_star(line: str) -> bool:
    """The lone `*` under the issuer of a Party notice."""
    return pattern("party", "star").match(line.replace(" ", "")) is not None


def is_rule(line: str) -> bool:
    """A ruling made of signs: `-------`, `_____`, `***`."""
    return len(line) >= 2 and not any(c.isalnum() for c in line)


def is_distribution(line: str) -> bool:
    """`Nơi nhận:` at the start of a line."""
    found = pattern("distribution", "open", whole=False).match(fold(line))
    return found is not None and (line[: found.end()].rstrip().endswith(":") or len(line) <= found.end() + 2)


def is_addressees(line: str) -> bool:
    """`Kính gửi:` at the start of a line, or `Kính gửi các Bộ: …`, `Kính gửi Sở Y tế` in a line that is no sentence."""
    found = pattern("addressees", "open", whole=False).match(fold(line))
    if found is None:
        return False
    if ":" in line[: found.end() + 3]:
        return True
    kind = line[found.end() :].lstrip()
    names = kind[:1].isupper() or kind.startswith("các ")
    return names and len(line) <= _LETTER_TO and "kinh gui" in fold(line)[:8] and not line.endswith(("./.", "/."))


def is_last_copy(line: str) -> bool:
    """`- Lưu: VT, …`: the copy that the issuer keeps, which ends Nơi nhận."""
    return len(line) <= _LETTER_TO and pattern("distribution", "keep", whole=False).match(fold(line)) is not None


def is_contact(line: str) -> bool:
    """Address, telephone or e-mail of the issuing body."""
    return pattern("contact", "open").match(fold(line)) is not None


def is_foreign(line: str) -> bool:
    """A line in English that repeats the Vietnamese one above it in a bilingual letterhead."""
    if not line.isascii():
        return False
    found = [word for word in line.casefold().replace(",", " ").split() if word in words("foreign", "words")]
    return len(found) >= 2


def is_basis(line: str) -> bool:
    """A paragraph that names what the notice rests on (Căn cứ …)."""
    return pattern("bases", "open", whole=False).match(fold(line)) is not None


def is_command(line: str) -> bool:
    """`QUYẾT ĐỊNH:` or `QUYẾT NGHỊ:` between the legal bases and the articles."""
    return is_capitals(line) and pattern("bases", "command").match(fold(line).replace(" :", ":")) is not None


def is_closing(line: str) -> bool:
    """A paragraph that opens like the last paragraph of a notice."""
    return pattern("closing", "open", whole=False).match(fold(line)) is not None


def is_authority(line: str) -> bool:
    """`TM. …`, `KT. …`, `T/M …`: the line that says on whose authority is signed."""
    folded = fold(line).strip("*_ ")
    plain = line.strip("*_ ")
    if not any(pattern("signing", key).match(folded) is not None for key in ("authority", "authority_plain")):
        return False
    letters = "".join(plain.split(".")[0].split()[:1])
    if letters.isupper():
        return True
    # Capitals that only the font showed are lost in old files: `kt. thống đốc`
    post = folded.replace("/", ".").partition(".")[2].strip()
    return any(opens_with(post, *names) for names in (("signing", "positions"), ("bodies", "heads")))


def is_signed(line: str) -> bool:
    """`(Đã ký)` in the place of a signature."""
    return pattern("signing", "signed").match(fold(line)) is not None


def is_position(line: str, *, capital: bool = True) -> bool:
    """A post alone on its line (`PHÓ CHỦ TỊCH`, `Chủ tịch UBND tỉnh`, `CHỦ TỌA`), with a capital unless told."""
    plain = line.strip("*_ ")
    if not plain or len(plain) > 90 or plain[-1] in ".;,:" or (capital and not plain[0].isupper()):
        return False
    post = opens_with(fold(plain), "signing", "positions")
    if post is None or " " in post:
        return post is not None
    return plain.split()[0].casefold() in _exact_posts()  # Trương is a family name, Trưởng a post


@cache
def _exact_posts() -> frozenset[str]:
    return frozenset(post.casefold() for post in load("marks")["signing"]["positions"] if " " not in post)


def names_authority(line: str) -> bool:
    """A line in capitals that names the authority above the legal bases (`GIÁM ĐỐC SỞ Y TẾ`, `CHÍNH PHỦ`)."""
    if not is_capitals(line):
        return False
    return is_position(line) or opens_with(fold(line), "bodies", "heads") is not None


def urgency(line: str) -> str | None:
    """Return the degree of urgency that a line states, alone on it (`HỎA TỐC`), else None."""
    return _level(line, "urgency")


def worn_urgency(line: str) -> str | None:
    """Return the degree of urgency that a stamp alone on its line states, a letter of which may be read wrong.

    Short ones (`KHẨN`) must be whole: a letter wrong would leave doubt.
    """
    letters = re.sub(r"[\W_]", "", fold(line))
    if not 4 <= len(letters) <= _LONGEST_STAMP or sum(map(str.islower, line)) > sum(map(str.isupper, line)):
        return None
    for level in load("marks")["urgency"]["levels"]:
        plain = re.sub(r"\W", "", fold(level))
        if distance(letters, plain) <= (load("marks")["urgency"]["wrong"] if len(plain) > 5 else 0):
            return str(level)
    return None


def secrecy(line: str) -> str | None:
    """Return the degree of secrecy that a line states, alone on it (`MẬT`), else None."""
    return _level(line, "secrecy")


def _level(line: str, section: str) -> str | None:
    plain = fold(line).strip(" .:*|[]()-")
    for level in load("marks")[section]["levels"]:
        if plain == fold(level) and is_capitals(line):
            return str(level)
    return None
