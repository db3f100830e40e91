"""White space: digits and letters set apart are closed up, runs of spaces become one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from covidorders.grammar.syllables import is_syllable
from covidorders.normalise.draft import Draft, Edit

_GAPS = re.compile(r"(?<!\S)\S \S(?: \S |(?: ?/| -))|\d \d (?:tháng|năm)|năm \d{1,3} \d")
_RUN = re.compile(r"[ \t\n]{2,}|[\t\n]")
_NUMBER_APART = re.compile(r"(?:(?<![\w/.,-])|(?<=[sS][ốỐ]))\d(?: \d){1,12} ?(?=/ ?[A-ZĐ\d]|-[A-ZĐ]{1,5}/)")
_DATE_APART = re.compile(
    r"ngày *(?P<day>\d(?: ?\d)?) +tháng *(?P<month>\d(?: ?\d)?) +năm *(?P<year>\d ?\d ?\d ?\d)(?! ?\d)", re.IGNORECASE
)
_LETTERS_APART = re.compile(r"(?<!\S)[^\W\d_](?: {1,4}[^\W\d_]){4,80}(?!\S)")
_LONGEST_SYLLABLE = 7


def has_gaps(text: str) -> bool:
    """Tell cheaply whether digits or letters may be set apart in the line."""
    return _GAPS.search(text) is not None


def close_gaps(draft: Draft) -> Draft:
    """Close up numbers, dates and titles that are set apart: `1 0 9 4 3 /BYT-MT`, `năm 2 0 2 1`, `K Ế T  L U Ậ N`."""
    draft = draft.amend(_closed(_NUMBER_APART, draft.text), "digits-apart")
    draft = draft.amend(_dates(draft.text), "digits-apart")
    return draft.amend(_titles(draft.text), "letters-apart")


def tidy_spaces(draft: Draft) -> Draft:
    """Make every run of white space one space, none at the ends. White space is not part of the repair plan."""
    text = draft.text
    if text != text.strip():
        left = len(text) - len(text.lstrip())
        right = len(text.rstrip())
        draft = draft.amend([Edit(0, left, ""), Edit(right, len(text), "")] if right > left else [])
        text = draft.text
    if not _RUN.search(text):
        return draft
    return draft.amend(Edit(*match.span(), " ") for match in _RUN.finditer(text))


def _closed(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        yield Edit(*match.span(), match.group().replace(" ", ""))


def _dates(text: str) -> Iterator[Edit]:
    for match in _DATE_APART.finditer(text):
        for part in ("day", "month", "year"):
            blank = " " if text[match.start(part) - 1].isalpha() else ""
            yield Edit(*match.span(part), blank + match[part].replace(" ", ""))


def _titles(text: str) -> Iterator[Edit]:
    """Letters set apart in a title: wider gaps part the words, else the spelling of syllables does."""
    for match in _LETTERS_APART.finditer(text):
        found = match.group()
        if not found.isupper():
            continue
        wide = [word.replace(" ", "") for word in re.split(r" {2,}", found)]
        words = wide if len(wide) > 1 and all(map(is_syllable, wide)) else _syllables(found.replace(" ", ""))
        if words:
            yield Edit(*match.span(), " ".join(words))


def _syllables(letters: str) -> list[str]:
    """Cut a run of letters into the fewest Vietnamese syllables; empty if it cannot be done."""
    best: list[list[str] | None] = [[]] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            head = best[start]
            shorter = head is not None and (best[end] is None or len(head) + 1 < len(best[end] or []))
            if head is not None and shorter and is_syllable(letters[start:end]):
                best[end] = [*head, letters[start:end]]
    return best[-1] or []
