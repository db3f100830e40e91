"""Find persons' names in text: a family name and what follows, an honorific or an office before it, a signature.

A Vietnamese name is family, middle and given name, two to five words, each with a capital. A family name alone is no
proof (`Thái Bình`, `Kim ngạch`): two-word names count only behind an honorific or office, or alone in their line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from covidorders.grammar.fold import fold, new_tone
from covidorders.grammar.marks import opens_with
from covidorders.grammar.names import person
from covidorders.grammar.syllables import is_syllable
from covidorders.knowledge import load
from covidorders.recognise.found import FoundMention

_UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸÐ"
_LOWER = "a-zà-ãè-êìíò-õùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹð"
_TITLE_WORD = rf"(?:[{_UPPER}]['’][{_UPPER}]?[{_LOWER}]+|[{_UPPER}][{_LOWER}]+|(?<= )[{_UPPER}](?![\w.]))"
_RUN = re.compile(rf"(?<![\w'’.-])(?:[YK] )?{_TITLE_WORD}(?: {_TITLE_WORD}){{0,5}}(?![\w'’])")
_CAPITAL_RUN = re.compile(rf"(?<![\w'’./-])[{_UPPER}]{{2,8}}(?: [{_UPPER}]{{1,8}}){{1,4}}(?= ?[,;:.)(–\n\t-]|$)")
"""Words in capitals up to a stop; where a name begins among them is seen by its family name."""
_CELL = re.compile(r"[^\t\n]+")
_SAID_ALONE = re.compile(r"\Z| ?[,;.)(\n]")
SURE, LIKELY = 1.0, 0.9


@cache
def _before(kind: str) -> re.Pattern[str]:
    words = sorted(load("persons")[kind], key=len, reverse=True)
    ends = r" " if kind in {"offices", "things"} else r"[.:,]? ?"
    return re.compile(rf"(?<![\w]){'(?:' + '|'.join(re.escape(word.lower()) for word in words) + ')'}{ends}$")


@cache
def _families() -> frozenset[str]:
    return frozenset(new_tone(name) for name in load("names")["family"])


@cache
def _folded_families() -> frozenset[str]:
    return frozenset(fold(name) for name in load("names")["family"])


@cache
def _never() -> frozenset[str]:
    return frozenset(new_tone(name).casefold() for name in load("persons")["never"])


def find_persons(
    text: str, *, signers: Sequence[str] = (), offices: Sequence[tuple[int, int]] = ()
) -> Iterator[FoundMention]:
    """Yield the persons named in a text, in order.

    `signers`: names that the signature blocks gave; they are persons wherever they stand.
    `offices`: ranges of positions in the text; a name directly behind one is a person.
    """
    ends = {end for _, end in offices}
    found: dict[int, FoundMention] = {}
    for start, end, score in (*_signed(text, signers), *_runs(text, ends), *_capitals(text, ends), *_alone(text)):
        kept = found.get(start)
        if kept is None or (score, end) > (kept.score, kept.end):
            found[start] = FoundMention(start, end, "PERSON", score=score)
    last = 0
    for start in sorted(found):
        if start >= last:
            yield found[start]
            last = found[start].end


def _signed(text: str, signers: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    for name in signers:
        for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield *hit.span(), SURE


def _runs(text: str, office_ends: set[int]) -> Iterator[tuple[int, int, float]]:
    """Yield names by what stands before them, and those that their own words make sure."""
    for hit in _RUN.finditer(text):
        line = text.rfind("\n", 0, hit.start()) + 1
        cut = max((end + 1 for end in range(hit.start(), hit.end()) if end in office_ends), default=None)
        start = hit.start() if cut is None else cut  # `Chủ tịch Hội Nông dân Việt Nam Trần Văn A`
        before = text[max(line, start - 24) : start].lower()
        led = cut is not None or start - 1 in office_ends or _led(before)
        yield from _named(text[start : hit.end()], start, before, text[hit.end() : hit.end() + 2], led=led)


def _capitals(text: str, office_ends: set[int]) -> Iterator[tuple[int, int, float]]:
    """Yield names in lines of capitals: led by an office or honorific, or with a usual middle name."""
    for hit in _CAPITAL_RUN.finditer(text):
        words = hit.group().split(" ")
        start = hit.start()
        for number in range(len(words) - 1):
            rest = [word.title() for word in words[number:]]
            before = text[max(text.rfind("\n", 0, start) + 1, start - 24) : start].lower()
            led = start - 1 in office_ends or _led(before)
            if (led or (len(rest) > 2 and rest[1] in _middles())) and _families_has(rest[0]) and len(rest) <= 4:
                if _name(rest, any_family=False):
                    yield start, hit.end(), LIKELY
                break
            start += len(words[number]) + 1


@cache
def _middles() -> frozenset[str]:
    return frozenset(load("persons")["middle"])


def _led(before: str) -> bool:
    return bool(_before("honorifics").search(before) or _before("offices").search(before))


def _named(run: str, start: int, before: str, tail: str, *, led: bool) -> Iterator[tuple[int, int, float]]:
    words = run.split(" ")
    end = start + len(run)
    if not led and _before("things").search(before):
        return
    if len(words) == 1 and _before("called").search(before) and _SAID_ALONE.match(tail) and _given(run):
        yield start, end, LIKELY
        return
    if led and 2 <= len(words) <= 5 and _name(words, any_family=True):
        yield start, end, SURE
        return
    for skipped in range(len(words) - 1):  # `Phó Chủ tịch Trần Văn A`: capitals of an office may run into the name
        rest = words[skipped:]
        if len(rest) < (2 if skipped and _office_word(words[skipped - 1], before) else 3) or len(rest) > 5:
            continue
        if _name(rest, any_family=False) and (not skipped or _office_word(words[skipped - 1], before)):
            yield end - len(" ".join(rest)), end, LIKELY
            return


def _given(word: str) -> bool:
    return is_syllable(word) and not _opens_otherwise([word])


def _office_word(word: str, before: str) -> bool:
    """Tell whether the word before a name ends an office or honorific."""
    return _led((before + word).lower() + " ")


def _name(words: Sequence[str], *, any_family: bool) -> bool:
    joined = new_tone(" ".join(words))
    if joined.casefold() in _never() or _opens_otherwise(words):
        return False
    first = new_tone(words[0])
    if any_family and first in _families() and len(words) >= 3:
        return True  # a letter of the given name may be misread
    if not all(is_syllable(word) or "'" in word or "’" in word or len(word) == 1 for word in words[1:]):
        return False
    if first in _families():
        return True
    if any_family and fold(first) in _folded_families():
        return True
    return any_family and len(words) >= 3 and is_syllable(first)


def _opens_otherwise(words: Sequence[str]) -> bool:
    """Tell whether the words begin as a body or an office: `Sở Y tế`, `Phó Trưởng Ban`."""
    if "Sở" in words:
        return True
    if new_tone(words[0]) in _families():
        return False  # Trương and Vũ are no Trường and Vụ
    return bool(opens_with(fold(" ".join(words)), "bodies", "heads")) or fold(words[0]) in _office_openings()


@cache
def _office_openings() -> frozenset[str]:
    return frozenset(fold(word) for word in load("persons")["office_openings"])


def _alone(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield names that fill a line or a cell of a table, capitals among them."""
    for hit in _CELL.finditer(text):
        cell = hit.group()
        if not 5 <= len(cell) <= 45 or cell.count(" ") > 6:
            continue
        place = person(cell)
        if place is None:
            continue
        if _fills_alone(cell[place[0] : place[1]], cell):
            yield hit.start() + place[0], hit.start() + place[1], LIKELY


def _fills_alone(name: str, cell: str) -> bool:
    words = name.split()
    return (
        name.isupper() == cell.isupper()
        and len(words) >= (3 if name.isupper() else 2)
        and all(is_syllable(word) or "'" in word for word in words)
        and _families_has(words[0])
        and new_tone(name).casefold() not in _never()
    )


def _families_has(word: str) -> bool:
    return new_tone(word.title()) in _families()
