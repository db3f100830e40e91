"""Documents with automatic lists, and the markers that ECMA-376 Part 1 §17.9 says they print, written by hand.

Used by `numbering_conformance.py` (the table beside LibreOffice) and by the tests of the DOCX extractor.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.small_docx import abstract, glyph, lvl, num, restart, style


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `marker` is the printed marker to expect, "" for none."""

    marker: str
    num: int | None = None
    level: int | None = None
    style: str | None = None
    mark: str = ""
    """Raw XML of the paragraph mark's run properties (`w:rPr`), for tracked changes and hidden marks."""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One document: raw XML of the numbering part and of the styles beside Normal, and its paragraphs."""

    name: str
    why: str
    numbering: str
    paragraphs: tuple[Paragraph, ...]
    styles: str = ""
    libreoffice: str = ""
    """Why LibreOffice 7.4 prints something else, where it does."""


def run(level: int, *markers: str, number: int = 1) -> tuple[Paragraph, ...]:
    """Return paragraphs on one level with these markers."""
    return tuple(Paragraph(marker, number, level) for marker in markers)


_OUTLINE = abstract(
    0,
    lvl(0, "upperRoman", "%1."),
    lvl(1, "decimal", "%2."),
    lvl(2, "lowerLetter", "%3)"),
    lvl(3, "decimal", "%2.%4."),
)
_SIMPLE = abstract(0, lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "%2)"), lvl(2, "bullet", "-"))

CASES = (
    Case(
        "outline",
        "the common outline of a kế hoạch: I. / 1. / a) / 2.1.",
        _OUTLINE + num(1, 0),
        (
            *run(0, "I."),
            *run(1, "1.", "2."),
            *run(2, "a)", "b)"),
            *run(0, "II."),
            *run(1, "1.", "2."),
            *run(3, "2.1."),
        ),
    ),
    Case(
        "restart-below-parent",
        "a level starts anew after any higher one, not after a lower one",
        _SIMPLE + num(1, 0),
        (*run(0, "1."), *run(1, "a)", "b)"), *run(2, "-", "-"), *run(1, "c)"), *run(0, "2."), *run(1, "a)")),
        libreoffice="its plain text writes a bullet of its own for the dash",
    ),
    Case(
        "start-at",
        "w:start other than 1, a list that begins with 0 among them",
        abstract(0, lvl(0, "decimal", "%1.", 5), lvl(1, "decimal", "%1.%2.", 0)) + num(1, 0),
        (*run(0, "5."), *run(1, "5.0.", "5.1."), *run(0, "6."), *run(1, "6.0.")),
    ),
    Case(
        "start-override",
        "a second use of a definition that starts anew (Word's `Restart at 1`)",
        _SIMPLE + num(1, 0) + num(2, 0, restart(0, 1)) + num(3, 0, restart(0, 7)),
        (*run(0, "1.", "2."), *run(0, "1.", "2.", number=2), *run(0, "7.", "8.", number=3)),
    ),
    Case(
        "back-to-first-use",
        "uses of one definition count together: the first goes on from where the second stopped",
        _SIMPLE + num(1, 0) + num(2, 0, restart(0, 8)),
        (*run(0, "1.", "2."), *run(0, "8.", number=2), *run(0, "9.", "10.")),
    ),
    Case(
        "shared-definition",
        "two uses without an override are one list",
        _SIMPLE + num(1, 0) + num(2, 0),
        (*run(0, "1."), *run(0, "2.", number=2), *run(0, "3."), *run(1, "a)", number=2), *run(1, "b)")),
    ),
    Case(
        "separate-definitions",
        "two definitions count apart, even when they take turns",
        _SIMPLE + abstract(1, lvl(0, "upperLetter", "%1.")) + num(1, 0) + num(2, 1),
        (*run(0, "1."), *run(0, "A.", number=2), *run(0, "2."), *run(0, "B.", number=2)),
    ),
    Case(
        "level-override",
        "a use may give a level another look altogether",
        _SIMPLE
        + num(1, 0)
        + num(2, 0, f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperRoman", "(%1)")}</w:lvlOverride>')
        + num(3, 0, f'<w:lvlOverride w:ilvl="1">{lvl(1, "decimal", "%1.%2")}</w:lvlOverride>'),
        (*run(0, "1."), *run(0, "(II)", number=2), *run(0, "3.", number=3), *run(1, "3.1", "3.2", number=3)),
    ),
    Case(
        "style-numbering",
        "numbers from the paragraph style; the level is the one tied to the style (w:pStyle), not the style's ilvl",
        abstract(
            0,
            lvl(0, "decimal", "Điều %1.", more='<w:pStyle w:val="Dieu"/>'),
            lvl(1, "decimal", "%2.", more='<w:pStyle w:val="Khoan"/>'),
            lvl(2, "lowerLetter", "%3)", more='<w:pStyle w:val="Diem"/>'),
        )
        + num(1, 0),
        (
            Paragraph("Điều 1.", style="Dieu"),
            Paragraph("1.", style="Khoan"),
            Paragraph("2.", style="Khoan"),
            Paragraph("a)", style="Diem"),
            Paragraph("Điều 2.", style="Dieu"),
            Paragraph("1.", style="Khoan"),
            Paragraph("", style="Khoan", num=0),
            Paragraph("2.", style="Khoan"),
        ),
        style("Dieu", 1) + style("Khoan", 1, 1) + style("Diem", 1),
        libreoffice="a style without an ilvl is put on the first level; the level's pStyle is not looked up",
    ),
    Case(
        "style-based-on",
        "a style takes the list of the style it is based on; numId 0 in a style takes it out again",
        _SIMPLE + num(1, 0),
        (
            Paragraph("1.", style="Muc"),
            Paragraph("2.", style="MucCon"),
            Paragraph("", style="MucKhongSo"),
            Paragraph("3.", style="Muc"),
            Paragraph("a)", style="Muc", level=1),
        ),
        style("Muc", 1) + style("MucCon", based_on="Muc") + style("MucKhongSo", 0, based_on="Muc"),
    ),
    Case(
        "num-style-link",
        "the definition only points to a list style, whose definition has the levels",
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:styleLink w:val="DanhMuc"/>'
        + lvl(0, "upperRoman", "%1-")
        + lvl(1, "decimal", "%2-")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
        + '<w:numStyleLink w:val="DanhMuc"/></w:abstractNum>'
        + num(1, 0)
        + num(2, 1),
        (*run(0, "I-", number=2), *run(1, "1-", "2-", number=2), *run(0, "II-", number=2)),
        '<w:style w:type="numbering" w:customStyle="1" w:styleId="DanhMuc"><w:name w:val="DanhMuc"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    ),
    Case(
        "bullets",
        "dashes, plus, and the letters of symbol fonts that Word uses for its bullets",
        abstract(
            0,
            glyph(0, "-", "Times New Roman"),
            glyph(1, "+", "Times New Roman"),
            glyph(2, "\uf0b7", "Symbol"),
            glyph(3, "o", "Courier New"),
            glyph(4, "\uf0a7", "Wingdings"),
            glyph(5, "\uf0d8", "Wingdings"),
            glyph(6, "\uf0fc", "Wingdings"),
            lvl(7, "bullet", "–"),
            glyph(8, "\uf02d", "Symbol"),
        )
        + num(1, 0),
        tuple(Paragraph(mark, 1, level) for level, mark in enumerate("-+•◦▪➢✓--")),
        libreoffice="its plain text writes a bullet of its own for each level, whatever the document's is",
    ),
    Case(
        "never-restart",
        "lvlRestart 0: khoản that count through the whole document",
        abstract(0, lvl(0, "decimal", "Mục %1."), lvl(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>'))
        + num(1, 0),
        (*run(0, "Mục 1."), *run(1, "1.", "2."), *run(0, "Mục 2."), *run(1, "3.", "4.")),
        libreoffice="lvlRestart is not read",
    ),
    Case(
        "restart-after-chapter",
        "lvlRestart 1 on the third level: Điều start anew in a new Chương, not in a new Mục",
        abstract(
            0,
            lvl(0, "upperRoman", "Chương %1."),
            lvl(1, "decimal", "Mục %2."),
            lvl(2, "decimal", "Điều %3.", more='<w:lvlRestart w:val="1"/>'),
        )
        + num(1, 0),
        (
            *run(0, "Chương I."),
            *run(1, "Mục 1."),
            *run(2, "Điều 1.", "Điều 2."),
            *run(1, "Mục 2."),
            *run(2, "Điều 3."),
            *run(0, "Chương II."),
            *run(1, "Mục 1."),
            *run(2, "Điều 1."),
        ),
        libreoffice="lvlRestart is not read",
    ),
    Case(
        "legal",
        "isLgl: the Roman number of the chapter as a decimal in the numbers below it",
        abstract(
            0,
            lvl(0, "upperRoman", "%1."),
            lvl(1, "decimal", "%1.%2.", more="<w:isLgl/>"),
            lvl(2, "lowerLetter", "%1.%2.%3", more="<w:isLgl/>"),
        )
        + num(1, 0),
        (*run(0, "I.", "II."), *run(1, "2.1.", "2.2."), *run(2, "2.2.1"), *run(0, "III."), *run(1, "3.1.")),
        libreoffice="isLgl is not read",
    ),
    Case(
        "own-format-above",
        "without isLgl a higher level keeps its own format in the numbers below",
        abstract(0, lvl(0, "upperRoman", "%1."), lvl(1, "upperLetter", "%1.%2."), lvl(2, "decimal", "%2.%3."))
        + num(1, 0),
        (*run(0, "I."), *run(1, "I.A.", "I.B."), *run(2, "B.1.", "B.2.")),
    ),
    Case(
        "decimal-zero",
        "01, 02 … 09, 10",
        abstract(0, lvl(0, "decimalZero", "%1.", 8)) + num(1, 0),
        run(0, "08.", "09.", "10.", "11."),
    ),
    Case(
        "letters-beyond-z",
        "Word repeats the letter; it has no đ, so a list numbered by Word goes a b c d e f",
        abstract(0, lvl(0, "lowerLetter", "%1)", 3), lvl(1, "upperLetter", "%2.", 25)) + num(1, 0),
        (*run(0, "c)", "d)", "e)"), *run(1, "Y.", "Z.", "AA.", "BB.")),
    ),
    Case(
        "ordinal-and-words",
        "ordinal and the Vietnamese number words of ST_NumberFormat",
        abstract(0, lvl(0, "vietnameseCounting", "Phần thứ %1"), lvl(1, "ordinal", "%2")) + num(1, 0),
        (*run(0, "Phần thứ một", "Phần thứ hai"), *run(1, "1st", "2nd", "3rd", "4th")),
        libreoffice="vietnameseCounting is not known and printed decimal",
    ),
    Case(
        "custom-letters",
        "a custom format that lists Vietnamese letters, as only the document itself can",
        abstract(
            0,
            '<w:lvl w:ilvl="0"><w:start w:val="4"/><mc:AlternateContent><mc:Choice Requires="w14">'
            '<w:numFmt w:val="custom" w:format="a, b, c, d, đ, e, g, ..."/></mc:Choice><mc:Fallback>'
            '<w:numFmt w:val="lowerLetter"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1)"/></w:lvl>',
        )
        + num(1, 0),
        run(0, "d)", "đ)", "e)", "g)"),
        libreoffice="a custom format it does not know replaces the whole level",
    ),
    Case(
        "no-number",
        "format none prints the words around it; an empty text prints nothing, but counts",
        abstract(0, lvl(0, "none", "Ghi chú:"), lvl(1, "decimal", ""), lvl(2, "decimal", "%2.%3.")) + num(1, 0),
        (*run(0, "Ghi chú:"), *run(1, "", ""), *run(2, "2.1.", "2.2.")),
    ),
    Case(
        "suffix",
        "Word puts a tab, a blank or nothing behind the marker; the extractor always one blank",
        abstract(
            0,
            lvl(0, "decimal", "Bước %1:", more='<w:suff w:val="space"/>'),
            lvl(1, "decimal", "(%2)", more='<w:suff w:val="nothing"/>'),
        )
        + num(1, 0),
        (*run(0, "Bước 1:"), *run(1, "(1)", "(2)"), *run(0, "Bước 2:")),
    ),
    Case(
        "skipped-level",
        "a level that was left out counts as begun",
        abstract(0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2."), lvl(2, "decimal", "%1.%2.%3.")) + num(1, 0),
        (*run(0, "1."), *run(2, "1.1.1.", "1.1.2."), *run(1, "1.2."), *run(2, "1.2.1.")),
    ),
    Case(
        "single-level",
        "a single-level definition has one level, whatever the paragraph says",
        abstract(0, lvl(0, "decimal", "%1/"), kind="singleLevel") + num(1, 0),
        (*run(0, "1/"), *run(2, "2/"), *run(0, "3/")),
        libreoffice="a single-level list may have more levels there",
    ),
    Case(
        "deleted-item",
        "an item deleted with tracked changes is not counted in the accepted view",
        _SIMPLE + num(1, 0),
        (
            *run(0, "1."),
            Paragraph("", 1, 0, mark='<w:del w:id="9" w:author="x" w:date="2021-01-01T00:00:00Z"/>', deleted=True),
            *run(0, "2."),
        ),
        libreoffice="an item deleted with tracked changes is still counted",
    ),
)
