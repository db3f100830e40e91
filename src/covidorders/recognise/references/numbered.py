"""Documents cited by number: with a notation, as a technical standard, or by type and number alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from covidorders.grammar.codes import CODE, NOTATION, NUMBER, STANDARD, UNIT, parse_code
from covidorders.grammar.doctypes import DocTypeInfo, by_notation
from covidorders.knowledge import load
from covidorders.model import Code, DocType
from covidorders.recognise.references.after import (
    FollowingDate,
    date_after,
    is_anaphoric,
    issuer_after,
    may_end_number,
    title_after,
)
from covidorders.recognise.references.before import Before, TypeWord, before, is_letterhead, part_before, standard_word
from covidorders.recognise.references.found import FoundReference
from covidorders.recognise.references.issued import issued_before

_BARE = re.compile(rf"(?<=[ \t:(]){NUMBER}(?![\w%/–°]|[.,:-]\d| ?/)")
_BLANK = re.compile(
    rf"(?<=[ \t.…_])(?:/ ?(?P<state>{NOTATION})|- ?(?P<party>[A-ZĐ]{{2,4}}r?/[A-ZĐ]{{2,10}}))(?![^\W_])"
)
_FILLER = re.compile(r"[ \t.…_]*$")
_YEARS = range(1945, 2036)


def find_numbered(text: str, taken: list[tuple[int, int]], *, year: int | None = None) -> Iterator[FoundReference]:
    """Yield the documents cited by number outside the ranges `taken`, in order, each by itself.

    What the members of a list share (notation, date, issuer) is completed by `lists.complete`.
    """
    last: FoundReference | None = None
    for match, kind in _seeds(text, taken):
        floor = last.end if last else 0
        if match.start() < floor:
            continue
        found: FoundReference | None
        if kind == "code":
            found = _coded(text, match, floor, last, year)
        elif kind == "standard":
            found = _standard(text, match, floor, year)
        elif kind == "blank":
            found = _blank(text, match, floor, year)
        else:
            found = _short(text, match, floor, last, year)
        if found is not None:
            last = _with_issue_before(text, found, last, year)
            yield last


def _seeds(text: str, taken: list[tuple[int, int]]) -> list[tuple[re.Match[str], str]]:
    """Return every place where a number of a document may stand, in order, the fuller form first."""
    patterns = ((STANDARD, "standard"), (CODE, "code"), (_BLANK, "blank"), (_BARE, "bare"))
    seeds = [(match, kind) for pattern, kind in patterns for match in pattern.finditer(text)]
    seeds.sort(key=lambda seed: (seed[0].start(), -seed[0].end()))
    if not taken:
        return seeds
    spans = iter((*taken, (len(text), len(text))))
    start, end = next(spans)
    free = []
    for match, kind in seeds:
        while match.start() >= end and end < len(text):
            start, end = next(spans)
        if match.start() < start:
            free.append((match, kind))
    return free


def _coded(
    text: str, match: re.Match[str], floor: int, last: FoundReference | None, year: int | None
) -> FoundReference | None:
    code = parse_code(match.group())
    if code is None or code.notation is None or is_letterhead(text, match.start()):
        return None
    told = by_notation(match.group() if match["party"] else code.notation)
    context = before(text, match.start(), floor, _wanted(told, code.notation))
    if context.excluded:
        return None
    linked = context.word is None and last is not None and is_linked(text, last, match.start())
    if not (context.word or context.says_number or linked) and _is_weak(match, code):
        return None  # the rest of something broken, `QCVN 01-83: 2011/BNNPTNT` read wrongly
    doc_type = _type(context.word, told, last if linked else None)
    return _finish(text, _draft(match.span(), context, doc_type, code, own_type=not linked), context, year)


def _wanted(told: DocTypeInfo | None, notation: str) -> tuple[str, ...]:
    """Return the types that a notation allows; a number of the National Assembly may be one of four."""
    if told is not None:
        return (told.code,)
    return ("NQ", "L", "BL", "PL") if "QH" in notation else ()


def _type(word: TypeWord | None, told: DocTypeInfo | None, last: FoundReference | None) -> DocType | None:
    """Decide the type: the word decides; else the notation; a công văn's notation gives way to the list's word."""
    if word is not None and word.info is not None:
        return word.info.doc_type
    if word is not None and not word.generic:
        return None
    if last is not None and _is_worded(last) and (told is None or told.code == "CV"):
        return last.type or (told.doc_type if told else None)
    return told.doc_type if told else None


def _is_worded(reference: FoundReference) -> bool:
    """Tell whether a type word stands before the number, or before the first number of its list."""
    return not reference.own_type or (reference.code_range is not None and reference.start < reference.code_range[0])


def _is_weak(match: re.Match[str], code: Code) -> bool:
    """Tell whether a code may be something else where no word says that it is one: a year, a room (`12/A15`)."""
    unit = re.match(UNIT, code.notation or "")
    return _is_year(code.number) or match["old"] is not None or unit is not None


def _is_year(number: str | None) -> bool:
    return number is not None and number.isdigit() and int(number) in _YEARS


def _standard(text: str, match: re.Match[str], floor: int, year: int | None) -> FoundReference | None:
    """Read `TCVN 6696:2000`, or `Tiêu chuẩn Việt Nam 6696:2000` without the letters."""
    info = by_notation(match["kind"]) if match["kind"] else None
    word = TypeWord(match.start(), info, False, False) if info else standard_word(text, match.start(), floor)
    if word is None or word.info is None:
        return None
    notation = f"{match['year']}{match['agency'] or ''}".replace(" ", "")
    code = Code(raw=match["code"], number=match["number"].replace(" ", ""), notation=notation, complete=True)
    context = Before(word, False, False)
    return _finish(text, _draft(match.span(), context, word.info.doc_type, code), context, year)


def _blank(text: str, match: re.Match[str], floor: int, year: int | None) -> FoundReference | None:
    """Read `Kế hoạch số …/KH-UBND`: type word and số must stand before the blank."""
    notation = match["state"] or match["party"]
    told = by_notation(match.group().lstrip())
    filler = _FILLER.search(text, max(floor, match.start() - 60), match.start())
    start = filler.start() if filler else match.start()
    context = before(text, start, floor, _wanted(told, notation))
    if context.word is None or context.excluded or is_letterhead(text, match.start()):
        return None
    sign = "/" if match["state"] else "-"
    code = Code(raw=f"{sign}{notation}", number=None, notation=re.sub(r"\s", "", notation), complete=False)
    draft = _draft((start, match.end()), context, _type(context.word, told, None), code)
    return _finish(text, draft, context, year)


def _short(
    text: str, match: re.Match[str], floor: int, last: FoundReference | None, year: int | None
) -> FoundReference | None:
    """Read a number alone: `văn bản số 558`, `Nghị quyết 128`, the 16 of `Chỉ thị 15, 16`."""
    linked = last is not None and last.code is not None and last.code.notation is None
    previous = text[match.start() - 2 : match.start()].strip()
    if not (previous[-1:].isalpha() or previous[-1:] == ":" or linked) or not may_end_number(text, match.end()):
        return None
    number = match.group()
    code = Code(raw=number, number=number, notation=None, complete=False)
    context = before(text, match.start(), floor)
    if context.excluded:
        return None
    if context.word is None:
        if last is None or not linked or not is_linked(text, last, match.start()):
            return None
        return _finish(text, _draft(match.span(), context, last.type, code, own_type=False), context, year)
    dated = date_after(text, match.end(), year) is not None
    if not _cited_by_number(context.word, number, dated=dated):
        return None
    info = context.word.info
    return _finish(text, _draft(match.span(), context, info.doc_type if info else None, code), context, year)


def _cited_by_number(word: TypeWord, number: str, *, dated: bool) -> bool:
    """Tell whether that word and a number alone cite a document; a day after the number makes any type sure."""
    knowledge = load("references")
    if word.info is None and not word.generic:
        return False
    if word.says_number:
        return word.generic or dated or (word.info is not None and word.info.code in knowledge["short_after_so"])
    if not word.printed[:1].isupper() or len(number) < 2 or _is_year(number):
        return False
    if word.printed.isupper() and len(word.printed) <= 4:
        return word.printed in knowledge["short_letters"]
    return word.generic or (word.info is not None and word.info.code in knowledge["short_bare"])


def _draft(
    span: tuple[int, int], context: Before, doc_type: DocType | None, code: Code, *, own_type: bool = True
) -> FoundReference:
    """Return the reference as far as its number: from the type word, if there is one, to the end of `span`."""
    return FoundReference(
        start=context.word.start if context.word else span[0],
        end=span[1],
        type=doc_type,
        code=code,
        code_range=span,
        own_type=own_type,
    )


def _finish(text: str, draft: FoundReference, context: Before, year: int | None) -> FoundReference:
    """Read date, issuer, title, `nêu trên` after the number, and the part before the mention."""
    dated = date_after(text, draft.end, year)
    reach = dated.end if dated else draft.end
    issuer = issuer_after(text, reach)
    reach = issuer[1] if issuer else reach
    dated = dated or (_day_behind_issuer(text, reach) if issuer else None)
    title = title_after(text, reach, _line_end(text, reach))
    return replace(
        draft,
        end=dated.end if dated and dated.direct else draft.end,
        issued_on=dated.value if dated else None,
        issuer=issuer[0] if issuer else (context.word.issuer if context.word else None),
        title=title[0] if title else (context.word.title if context.word else None),
        titled_before=bool(context.word and context.word.title),
        part=part_before(text, draft.start, 0),
        anaphoric=is_anaphoric(text, dated.end if dated else draft.end),
        reach=title[1] if title else reach,
        date_shared=bool(dated and dated.shared),
    )


def _day_behind_issuer(text: str, pos: int) -> FollowingDate | None:
    """Read `Nghị định số 15/2014/NĐ-CP của Chính phủ ngày 05/3/2014`: the day stands outside the mention."""
    dated = date_after(text, pos, None)
    if dated is None or dated.value.precision != "day" or not dated.direct:
        return None
    return replace(dated, direct=False, shared=False)


def _with_issue_before(
    text: str, found: FoundReference, last: FoundReference | None, year: int | None
) -> FoundReference:
    """Add day and issuer that stand before the mention; what belongs to the reference before is not read again."""
    if found.issued_on is not None and found.issuer is not None:
        return found
    issued, issuer = issued_before(text, found.start, last.reach if last else 0, year)
    return replace(found, issued_on=found.issued_on or issued, issuer=found.issuer or issuer)


def _line_end(text: str, pos: int) -> int:
    end = text.find("\n", pos)
    return len(text) if end < 0 else end


@cache
def _joint() -> re.Pattern[str]:
    joints = "|".join(re.escape(word) for word in load("references")["joints"])
    return re.compile(
        rf"[ \t]*(?:{joints})[ \t]*(?:và[ \t]+)?(?:(?:các|những)[ \t]+)?(?:s[ốôóồổ][ \t]*:?[ \t]*)?", re.IGNORECASE
    )


def is_linked(text: str, last: FoundReference, start: int) -> bool:
    """Tell whether only a comma, `và` or the like stands between a reference and the number at `start`."""
    return any(_joint().fullmatch(text, end, start) for end in {last.reach, last.end} if end < start)
