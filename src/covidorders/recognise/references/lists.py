"""What the members of a list share: notation, date, issuer."""

from __future__ import annotations

import re
from dataclasses import replace

from covidorders.grammar.doctypes import by_notation
from covidorders.model import Code
from covidorders.recognise.references.found import FoundReference
from covidorders.recognise.references.numbered import is_linked

_BETWEEN = re.compile(r"[ \t]*(?:,|;|và|, và)[ \t]+(?:các[ \t]+)?", re.IGNORECASE)


def complete(text: str, references: list[FoundReference]) -> list[FoundReference]:
    """Give earlier members of lists what a later member states for all.

    `VB 10697 & 11028/UBND-KGVX` shares the notation, `các Chỉ thị số 20/CT-TTg, 11/CT-TTg của …` the issuer, and
    `Công văn số 193/… và Kế hoạch số 194/…, ngày 01/11/2017` the date, since a comma stands before it. The Party
    writes that comma always, so its dates serve their own document only.
    """
    done = list(references)
    for index in range(len(done) - 2, -1, -1):
        here, after = done[index], done[index + 1]
        if after.code_range is None or here.code is None:
            continue
        if not after.own_type and is_linked(text, here, after.code_range[0]):
            here = _with_issuer(_with_notation(here, after), after)
        if after.date_shared and here.issued_on is None and after.code and "-" not in after.code.raw.split("/")[0]:
            between = text[here.end : after.start]
            if _BETWEEN.fullmatch(between):
                here = replace(here, issued_on=after.issued_on, date_shared=True)
        done[index] = here
    return done


def _with_notation(here: FoundReference, after: FoundReference) -> FoundReference:
    if here.code is None or here.code.notation is not None or after.code is None or not after.code.notation:
        return here
    raw = f"{here.code.number}{after.code.raw.removeprefix(after.code.number or '')}"
    code = Code(raw=raw, number=here.code.number, notation=after.code.notation, complete=True)
    told = by_notation(after.code.notation) if here.type is None else None
    return replace(here, code=code, type=here.type or (told.doc_type if told else None))


def _with_issuer(here: FoundReference, after: FoundReference) -> FoundReference:
    return replace(here, issuer=after.issuer) if here.issuer is None and after.issuer else here
