"""DOCX whose letterhead and signature are set side by side with tabs, as typists without tables do."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from .flow import EndMatter, Letterhead
from .inline import Run
from .notice import Sample
from .text import distribution_lines
from .word import PLAIN, Writer

_LEFT_AT, _RIGHT_AT = Mm(30), Mm(112)
_NARROW = 36


def render_tabbed(sample: Sample) -> bytes:
    """Return the sample as DOCX without layout tables."""
    return _Tabbed(sample, PLAIN).whole(sample)


class _Tabbed(Writer):
    def letterhead(self, block: Letterhead) -> None:
        star = [Run("*")] if block.starred else []
        left = [*map(Run, block.parent), *(Run(line, bold=True) for line in block.issuer), *star]
        self._rows(left, [Run(line, bold=True) for line in block.right])
        subject = [Run(line) for text in block.subject for line in textwrap.wrap(text, _NARROW)]
        number = [Run(block.code)] if block.code else []
        self._rows([*number, *subject], [Run(block.place_date, italic=True)] if block.place_date else [])

    def end_matter(self, block: EndMatter) -> None:
        signers = [[Run(line, bold=True) for line in (*one.lines, "", "", one.name)] for one in block.signers]
        distribution = [Run(line) for text in distribution_lines(block) for line in textwrap.wrap(text, _NARROW)]
        self._rows(*(signers if signers[1:] else [distribution, signers[0]]))
        if signers[1:]:
            self._rows(distribution, [])

    def _rows(self, left: list[Run], right: list[Run]) -> None:
        for a, b in zip_longest(left, right, fillvalue=Run("")):
            paragraph = self.paragraph()
            for place in (_LEFT_AT, _RIGHT_AT):
                paragraph.paragraph_format.tab_stops.add_tab_stop(place, WD_TAB_ALIGNMENT.CENTER)
            for run in (a, b):
                if run.text:
                    self.letters(paragraph, Run("\t"), 12)
                    self.letters(paragraph, run, 12)
                elif run is a:
                    self.letters(paragraph, Run("\t"), 12)
        self.paragraph().paragraph_format.line_spacing = Pt(6)
