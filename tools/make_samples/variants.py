"""Every form in which a sample can be kept: the formats, and what goes wrong in each of them in practice."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from . import office
from .html import render_html
from .legacy import broken_letters, mojibake, tcvn3, tcvn3_letters, vni, windows_1258
from .markdown import render_markdown
from .notice import Sample
from .pdf_drawn import render_drawn
from .text import TextLayout, render_text
from .word import Face, Style, render_word
from .word_tabs import render_tabbed

WRAPPED = TextLayout(width=80, page_mark="form-feed")
COLUMNS = TextLayout(width=88, columns=True, page_mark="ruler")


@dataclass(frozen=True, slots=True)
class Variant:
    """One form. `office`: the format into which LibreOffice turns the DOCX that `make` returns.

    `exact` False: the code page has no capitals with tone marks, or no typographic quotes; compare without them.
    """

    name: str
    suffix: str
    make: Callable[[Sample], bytes]
    office: str | None = None
    exact: bool = True


def _plain(sample: Sample) -> bytes:
    return render_text(sample).encode()


def _utf16(sample: Sample) -> bytes:
    return render_text(sample).replace("\n", "\r\n").encode("utf-16")


def _nfd(sample: Sample) -> bytes:
    return unicodedata.normalize("NFD", render_text(sample)).encode()


_REVIEWED = Style(review=True)
_STAMPED = Style(stamped=True)
_TYPED = Style(typed=True)
_OLD = Style(plain_lists=True)
_TCVN3 = Style(plain_lists=True, face=Face(".VnTime", tcvn3_letters))

VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("txt", ".txt", _plain),
        Variant("txt-wrapped", ".wrapped.txt", lambda sample: render_text(sample, WRAPPED).encode()),
        Variant("txt-columns", ".columns.txt", lambda sample: render_text(sample, COLUMNS).encode()),
        Variant("txt-utf16", ".utf16.txt", _utf16),
        Variant("txt-nfd", ".nfd.txt", _nfd),
        Variant("txt-tcvn3", ".tcvn3.txt", lambda sample: tcvn3(render_text(sample)), exact=False),
        Variant("txt-vni", ".vni.txt", lambda sample: vni(render_text(sample)), exact=False),
        Variant("txt-mojibake", ".mojibake.txt", lambda sample: mojibake(render_text(sample)).encode()),
        Variant("txt-letters", ".letters.txt", lambda sample: broken_letters(render_text(sample, WRAPPED)).encode()),
        Variant("md", ".md", lambda sample: render_markdown(sample).encode()),
        Variant("md-escaped", ".escaped.md", lambda sample: render_markdown(sample, escaped=True).encode()),
        Variant("html", ".html", lambda sample: render_html(sample).encode()),
        Variant("html-1258", ".1258.html", lambda sample: windows_1258(render_html(sample, "windows-1258"))),
        Variant("html-office", ".office.html", lambda sample: render_word(sample, _TYPED), office="html"),
        Variant("docx", ".docx", lambda sample: render_word(sample, _REVIEWED)),
        Variant("docx-tabbed", ".tabbed.docx", render_tabbed),
        Variant("odt", ".odt", lambda sample: render_word(sample, _OLD), office="odt"),
        Variant("doc", ".doc", lambda sample: render_word(sample, _OLD), office="doc"),
        Variant("doc-tcvn3", ".tcvn3.doc", lambda sample: render_word(sample, _TCVN3), "doc", exact=False),
        Variant("rtf", ".rtf", lambda sample: render_word(sample, _OLD), office="rtf"),
        Variant("pdf", ".pdf", lambda sample: render_word(sample, _STAMPED), office="pdf"),
        Variant("pdf-drawn", ".drawn.pdf", render_drawn),
        Variant("pdf-signed", ".signed.pdf", lambda sample: render_drawn(sample, signed=True)),
    )
}


def render_all(jobs: Iterable[tuple[Sample, Variant]]) -> dict[str, bytes]:
    """Return the bytes of every job by file name; LibreOffice is called once for each of its formats."""
    done: dict[str, bytes] = {}
    waiting: dict[str, dict[str, bytes]] = defaultdict(dict)
    for sample, variant in jobs:
        name = sample.name + variant.suffix
        if variant.office:
            waiting[variant.office][name.removesuffix(f".{variant.office}")] = variant.make(sample)
        else:
            done[name] = variant.make(sample)
    for to, files in waiting.items():
        done |= {f"{stem}.{to}": data for stem, data in office.convert(files, to).items()}
    return done


def render_pdf(sample: Sample) -> bytes:
    """Return the sample as a PDF laid out by LibreOffice."""
    return next(iter(render_all([(sample, VARIANTS["pdf"])]).values()))
