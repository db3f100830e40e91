"""How many list markers come out as ECMA-376 prints them: this project beside LibreOffice, on the same files.

    python -m tools.numbering_conformance [--keep FOLDER]

Prints one row a case (`numbering_cases.py`) and, below the table, every marker that differs. LibreOffice is asked for
plain text (`soffice --convert-to txt`), where it writes its markers out.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from covidorders.extract import extract, read
from covidorders.layout import Line
from tools.numbering_cases import CASES, Case, Paragraph
from tools.small_docx import package


def words(position: int) -> str:
    """Return the text of a case's paragraph, different for each, so that markers can be told from it."""
    return f"đoạn{position:03d} của văn bản"


def build(case: Case) -> bytes:
    """Return the case as a DOCX."""
    body = "".join(_xml(paragraph, position) for position, paragraph in enumerate(case.paragraphs))
    return package(body, case.numbering, case.styles)


def _xml(paragraph: Paragraph, position: int) -> str:
    list_ = "" if paragraph.level is None else f'<w:ilvl w:val="{paragraph.level}"/>'
    list_ += "" if paragraph.num is None else f'<w:numId w:val="{paragraph.num}"/>'
    properties = f'<w:pStyle w:val="{paragraph.style}"/>' if paragraph.style else ""
    properties += f"<w:numPr>{list_}</w:numPr>" if list_ else ""
    properties += f"<w:rPr>{paragraph.mark}</w:rPr>" if paragraph.mark else ""
    tag = "delText" if paragraph.deleted else "t"
    text = f"<w:r><w:{tag}>{words(position)}</w:{tag}></w:r>"
    if paragraph.deleted:
        text = f'<w:del w:id="{position}" w:author="x" w:date="2021-01-01T00:00:00Z">{text}</w:del>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{text}</w:p>"


def expected(case: Case) -> list[str]:
    """Return the markers to expect, paragraph by paragraph, deleted ones left out."""
    return [paragraph.marker for paragraph in case.paragraphs if not paragraph.deleted]


def markers(lines: list[str], case: Case) -> list[str]:
    """Return what stands before each paragraph's words, "?" where the paragraph is missing."""
    found = []
    for position, paragraph in enumerate(case.paragraphs):
        if paragraph.deleted:
            continue
        line = next((line for line in lines if words(position) in line), None)
        found.append("?" if line is None else line.partition(words(position))[0].strip())
    return found


def ours(path: Path) -> list[str]:
    """Return the lines that this project reads."""
    return [block.text for block in extract(read(path)).pages[0].blocks if isinstance(block, Line)]


def libreoffice(folder: Path) -> dict[str, list[str]]:
    """Return the lines of LibreOffice's plain text for every DOCX in `folder`, by file stem."""
    program = shutil.which("soffice")
    if program is None:
        sys.exit("LibreOffice is not installed: sudo apt-get install --no-install-recommends libreoffice-writer-nogui")
    profile = folder / "profile"
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=600)
    return {path.stem: path.read_text("utf-8-sig").splitlines() for path in folder.glob("*.txt")}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--keep", type=Path, help="write the documents here and leave them")
    keep = parser.parse_args().keep
    with tempfile.TemporaryDirectory() as temporary:
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for case in CASES:
            (folder / f"{case.name}.docx").write_bytes(build(case))
        theirs = libreoffice(folder)
        _print_table({case.name: ours(folder / f"{case.name}.docx") for case in CASES}, theirs)


def _print_table(our_lines: dict[str, list[str]], their_lines: dict[str, list[str]]) -> None:
    totals = [0, 0, 0]
    notes = []
    print(f"{'case':<24}{'markers':>8}{'ours':>7}{'LibreOffice':>13}   what it shows")
    for case in CASES:
        right = expected(case)
        counts = [len(right)]
        for who, lines in (("ours", our_lines), ("LibreOffice", their_lines)):
            found = markers(lines[case.name], case)
            counts.append(sum(a == b for a, b in zip(found, right, strict=True)))
            if found != right:
                reason = f"\n    why: {case.libreoffice}" if who == "LibreOffice" else ""
                wanted, got = (" ".join(map(repr, list_)) for list_ in (right, found))
                notes.append(f"{case.name}: expected {wanted}\n    {who}: {got}{reason}")
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        print(f"{case.name:<24}{counts[0]:>8}{counts[1]:>7}{counts[2]:>13}   {case.why}")
    print(f"{'all':<24}{totals[0]:>8}{totals[1]:>7}{totals[2]:>13}")
    print("\n".join(["", *notes]))


if __name__ == "__main__":
    main()
