"""All repairs of recognised lines, in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from covidorders.normalise.draft import Draft
from covidorders.normalise.ocr_repairs.codes import mend_codes
from covidorders.normalise.ocr_repairs.heading import mend_heading
from covidorders.normalise.ocr_repairs.labels import mend_labels
from covidorders.normalise.ocr_repairs.places import mend_places
from covidorders.normalise.ocr_repairs.signatures import mend_signatures
from covidorders.normalise.ocr_repairs.signs import mend_signs
from covidorders.normalise.ocr_repairs.tones import mend_tones


def repair_ocr(drafts: Sequence[Draft], pages: Collection[int]) -> list[Draft]:
    """Return the lines and cells of a file, those of recognised `pages` repaired."""
    read = [number for number, draft in enumerate(drafts) if draft.page in pages]
    lines = [mend_signs(drafts[number]) for number in read]
    lines = [mend_heading(mend_codes(line, after)) for line, after in zip(lines, _following(lines), strict=True)]
    lines = mend_signatures(mend_labels(lines))
    mended = list(drafts)
    for number, line, after in zip(read, lines, _following(lines), strict=True):
        mended[number] = mend_places(mend_tones(line, after))
    return mended


def _following(lines: Sequence[Draft]) -> list[str]:
    """Return for each line the one that it runs on into, "" where it ends its paragraph."""
    return [*(_runs_on(one, other) for one, other in pairwise(lines)), ""][: len(lines)]


def _runs_on(one: Draft, other: Draft) -> str:
    """Return the next line where a phrase may go on in it."""
    return other.text if other.line.starts_paragraph is False and one.line.zone == other.line.zone else ""
