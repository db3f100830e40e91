"""The fixed lines of a heading: quốc hiệu, number, day, urgency, authority (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from covidorders.grammar import marks
from covidorders.grammar.distance import distance
from covidorders.grammar.fold import fold, new_tone
from covidorders.grammar.names import person
from covidorders.grammar.syllables import is_syllable
from covidorders.knowledge import load
from covidorders.normalise.draft import Draft, Edit
from covidorders.normalise.ocr_repairs.confidence import confidence
from covidorders.normalise.ocr_repairs.tones import in_case_of

UNREADABLE = 0.4
"""A number or day of which recognition was less sure than this is not read: the blank is kept, the signs noted."""
STAMPED = 0.9
"""A stamp with a letter wrong was read less surely than this."""
_ONE_LETTER_IN = 8
_SHORTEST_NAME, _LONG_NAME = 4, 6
"""Letters of a family name read with one of them wrong: of shorter ones several are as near. A long one (`Nguyễn`)
is told however surely it was read."""
_LONGEST_LINE = 90
_NOTATION = r"(?P<sign>\s?[/-]\s?|\s(?=[A-ZĐ]{2,4}-[A-ZĐ]))(?P<notation>[A-ZĐƯ][A-ZĐƯa-z]+(?:[-/&.] ?[\w&.]+)*\W{0,3})$"
_DAY = re.compile(
    r"(?P<open>ng[^\W\d_]y)(?P<day>.{0,14}?)(?P<middle>th[^\W\d_]ng)(?P<month>.{0,10}?)(?P<close>n[^\W\d_]m)(?=\W|\d|$)",
    re.IGNORECASE,
)
_DAY_LINE = re.compile(r"\W{0,3}[^\W\d_a-z][^\d,.;]{1,40}[,.;] ?ng[^\W\d_]y.{2,40}n[^\W\d_]m\s?\S{0,6}\W{0,4}$")
"""Place and day, alone on their line."""
_BROKEN_NOTATION = re.compile(r"/\s?(?:[A-ZĐƯ]{1,6}[-&])?[A-ZĐƯ]{1,6}(?P<blank> )(?P<rest>[A-ZĐƯ]{1,6})\W{0,3}$")
_NUMBER = re.compile(r"\d{1,6}[a-zđ]?(?:\s?/\s?(?:19|20)\d\d)?")


def mend_heading(draft: Draft) -> Draft:
    """Return the line put right if it is one of a heading's fixed lines, else as it is."""
    text = draft.text
    if len(text) > _LONGEST_LINE or draft.line.zone == "table":
        return draft
    draft = draft.amend(_broken_notation(text), "ocr-number")
    text = draft.text
    for rule, edits in (
        ("ocr-fixed-line", _fixed_line(text)),
        ("ocr-urgency", _urgency(draft)),
        ("ocr-subject", _subject(text)),
        ("ocr-number", _number_line(draft)),
        ("ocr-day", _day_line(draft)),
        ("ocr-name", _family_name(draft)),
        ("ocr-authority", _authority(draft)),
    ):
        found = list(edits)
        if found:
            mended = draft.amend(found, rule)
            return _opened(mended) if rule in ("ocr-number", "ocr-subject") else mended
    return draft


def _opened(draft: Draft) -> Draft:
    """A number line read as `số: …`, a subject read as `VW …` pass for the end of the issuer's name above them."""
    return replace(draft, line=replace(draft.line, starts_paragraph=True))


def _fixed_line(text: str) -> Iterator[Edit]:
    plain = fold(text)
    for line in load("ocr")["fixed_lines"]["lines"]:
        if (
            line.isupper() == text.isupper()
            and not _same_line(text, line)
            and abs(len(line) - len(text)) <= 4
            and distance(plain, fold(line)) * _ONE_LETTER_IN <= len(line)
        ):
            yield Edit(0, len(text), line.replace("HÒA", "HOÀ") if "HOÀ" in text else line)
            return


def _same_line(text: str, line: str) -> bool:
    """Tell whether a line is the fixed one already, in another spelling of its tones and dashes."""
    return re.sub(r"\W", "", new_tone(text)) == re.sub(r"\W", "", line)


def _urgency(draft: Draft) -> Iterator[Edit]:
    """A stamped mark alone on its line, in which a letter was read wrong and not surely."""
    text = draft.text
    mark = marks.worn_urgency(text)
    if mark is not None:
        whole = re.sub(r"[\W_]", "", fold(text)) == re.sub(r"\W", "", fold(mark))
        if whole or confidence(draft, 0, len(text)) < STAMPED:
            yield Edit(0, len(text), mark)


def _subject(text: str) -> Iterator[Edit]:
    """`V/v` before the subject, its stroke read as a letter: `VW tiêm phòng`."""
    found = re.match(load("ocr")["subject"]["misread"], text)
    if found is not None:
        yield Edit(0, found.end(), "V/v")


def _broken_notation(text: str) -> Iterator[Edit]:
    """`Số: 12 /TB-SN V`: nothing stands behind a notation in its line, so the blank inside it is none."""
    said = re.match(load("ocr")["number_line"]["word"], text)
    found = _BROKEN_NOTATION.search(text, said.end()) if said is not None else None
    if found is not None and found["rest"] not in load("ocr")["codes"]["bodies"]:
        yield Edit(found.start("blank"), found.end("blank"), "")


def _number_line(draft: Draft) -> Iterator[Edit]:
    """`S6: 12/…` begins with `Số`; what was read between `Số:` and the notation is a number, or no text at all."""
    said = re.match(load("ocr")["number_line"]["word"], draft.text)
    rest = re.compile(r"\s*(?P<number>.{0,18}?)" + _NOTATION).match(draft.text, said.end()) if said else None
    if said is None or rest is None:
        return
    colon = said.group().rstrip()[-1:] in ":;.,"
    yield Edit(0, said.end(), "Số:" if colon else "Số")
    number = rest.group("number")
    if not number:
        return
    unread = _NUMBER.fullmatch(number.strip()) is None or confidence(draft, *rest.span("number")) < UNREADABLE
    if unread:
        yield Edit(rest.start("number"), rest.start("sign"), " " if draft.text[said.end()] != " " else "")
    if rest.group("sign").isspace():  # the stroke that every code has was not read
        yield Edit(rest.start("sign"), rest.end("sign"), " /")
    elif unread:
        return
    elif rest.start("number") == said.end():
        yield Edit(said.end(), said.end(), " ")


def _day_line(draft: Draft) -> Iterator[Edit]:
    """Place and day: between `ngày`, `tháng` and `năm` stand digits, or what could not be read and stays blank."""
    if draft.line.zone not in ("left", "right", "body") or _DAY_LINE.match(draft.text) is None:
        return
    found = _DAY.search(draft.text)
    if found is None:
        return
    for word, slot, most in (("ngày", "day", 31), ("tháng", "month", 12), ("năm", "", 0)):
        name = {"day": "open", "month": "middle", "": "close"}[slot]
        if found.group(name) != word and found.group(name).islower():
            yield Edit(*found.span(name), word)
        read = found.group(slot).strip(" :.,_-…") if slot else ""
        digits = _digits(read)
        if digits and (int(digits) > most or confidence(draft, *found.span(slot)) < UNREADABLE):
            digits = ""
        if digits != read:
            yield Edit(*found.span(slot), f" {digits} " if digits else "    ")


def _digits(read: str) -> str:
    """Return the digits of a slot; letters that look like 1 and 0 count as such where nothing but digits can stand."""
    slots = load("ocr")["digit_slots"]
    if not any(c.isdigit() for c in read):
        return ""
    plain = "".join("1" if c in slots["one"] else "0" if c in slots["zero"] else c for c in read)
    return plain if re.fullmatch(r"\d{1,2}", plain) else ""


@cache
def _families() -> dict[str, str]:
    """Return the family names by their letters, those left out that two names share."""
    spellings: dict[str, set[str]] = {}
    for name in load("names")["family"]:
        spellings.setdefault(fold(name), set()).add(name)
    return {letters: found.pop() for letters, found in spellings.items() if len(found) == 1}


def _family_name(draft: Draft) -> Iterator[Edit]:
    """The family name of who signs: a line of nothing but a name in the right column.

    Its marks are put right, and its first letter (`Lrần`) where no syllable was read and one family name alone is near.
    """
    place = person(draft.text, known_family=False) if draft.line.zone == "right" else None
    words = draft.text[slice(*place)].split() if place is not None else []
    if place is None or not 3 <= len(words) <= 5 or not all(word.istitle() for word in words):
        return
    read, start = words[0], place[0]
    name = _families().get(fold(read))
    unsure = len(read) >= _LONG_NAME or confidence(draft, start, start + len(read)) < STAMPED
    if name is None and not is_syllable(read) and unsure:
        near = [one for letters, one in _families().items() if distance(letters, fold(read)) == 1]
        name = near[0] if len(near) == 1 and len(read) >= _SHORTEST_NAME else None
    if name is not None and len(name) > 2 and in_case_of(read, name) != read:
        yield Edit(start, start + len(read), in_case_of(read, name) if len(read) == len(name) else name)


def _authority(draft: Draft) -> Iterator[Edit]:
    """The full stop of `KT.`, `TM.` before a post in capitals (Điều 13) is read as a colon or comma."""
    found = re.match(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)(?P<sign>[:;,]) ?(?=[^\W\d_]{2})", draft.text)
    if found is not None and draft.line.zone == "right" and marks.is_capitals(draft.text):
        yield Edit(*found.span("sign"), ".")
