"""DOC, RTF and PDF through LibreOffice, many files in one call."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

PROGRAM = "soffice"
_FILTERS = {
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt:writer8",
    "html": "html:HTML (StarWriter)",
    "pdf": "pdf:writer_pdf_Export",
}
_SECONDS_PER_FILE = 20
_MADE = re.compile(rb"(?<=/CreationDate\(D:)\d{14}|(?<=/ID \[ <)[0-9A-F]{32}|(?<=<)[0-9A-F]{32}(?=> \]\s*/DocChecksum)"
                   rb"|(?<=/DocChecksum /)[0-9A-F]{32}")  # fmt: skip


def available() -> bool:
    """Tell whether LibreOffice is installed."""
    return shutil.which(PROGRAM) is not None


def convert(files: Mapping[str, bytes], to: str) -> dict[str, bytes]:
    """Return DOCX files, named without suffix, in another format (a key of `_FILTERS`).

    Raises RuntimeError with what LibreOffice said if a file does not come out.
    """
    if not files:
        return {}
    with tempfile.TemporaryDirectory(prefix="make-samples-") as name:
        folder = Path(name)
        for stem, data in files.items():
            (folder / f"{stem}.docx").write_bytes(data)
        done = _run(sorted(folder.glob("*.docx")), folder, to)
        missing = [stem for stem in files if not (folder / f"{stem}.{to}").exists()]
        if missing:
            raise RuntimeError(f"LibreOffice did not convert {', '.join(missing)} to {to}: {done}")
        return {stem: _undated((folder / f"{stem}.{to}").read_bytes()) for stem in files}


def _undated(data: bytes) -> bytes:
    """Return a PDF without the moment it was made; other formats carry only the fixed dates of the DOCX."""
    if not data.startswith(b"%PDF"):
        return data
    return _MADE.sub(lambda match: (b"20211231080000" + b"0" * 18)[: len(match.group())], data)


def _run(sources: Iterable[Path], folder: Path, to: str) -> str:
    paths = [str(path) for path in sources]
    done = subprocess.run(
        [PROGRAM, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", _FILTERS[to],
         "--outdir", str(folder), *paths],
        capture_output=True, text=True, check=False, timeout=60 + _SECONDS_PER_FILE * len(paths),
    )  # fmt: skip
    return (done.stdout + done.stderr).strip()
