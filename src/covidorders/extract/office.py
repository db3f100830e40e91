"""DOC, RTF and ODT: LibreOffice turns them into DOCX, the DOCX extractor reads that.

LibreOffice writes the lists of all three formats into a numbering part, so the markers are computed as for a real
DOCX. Every process has a profile of its own: two LibreOffices on one profile wait for each other, or fail.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import replace
from multiprocessing.util import Finalize
from pathlib import Path
from typing import TextIO

from covidorders.errors import ConversionError, DamagedFileError, MissingProgramError
from covidorders.extract import docx
from covidorders.extract.containers import OLE2_MAGIC, ZIP_MAGIC
from covidorders.extract.rtf_levels import mend
from covidorders.layout import Extracted, ExtractOptions, RawFile

_PROGRAMS = ("soffice", "libreoffice")
_FILTER = "docx:MS Word 2007 XML"

_PROFILE_PREFIX = "covidorders-profile-"
_YOUNG = 60.0

_one_at_a_time = threading.Lock()
_profiles: dict[int, Path] = {}
"""The profile of this process, by process id: a forked worker inherits the dictionary, but must not use the entry."""
_locks: dict[int, TextIO] = {}


def extract(raw: RawFile, options: ExtractOptions) -> Extracted:
    """Return the lines and tables of a DOC, RTF or ODT file as one page without a size.

    Raises MissingProgramError without LibreOffice, ConversionError if it needs longer than `options.office_timeout`
    seconds or fails, DamagedFileError if it cannot open the file, and the errors of the DOCX extractor.
    """
    converted = to_docx(raw, options.office_timeout)
    extracted = docx.extract(replace(raw, data=converted, kind="docx"), options)
    return replace(extracted, extraction="doc")


def to_docx(raw: RawFile, timeout: float) -> bytes:
    """Return `raw` as the bytes of a DOCX. `timeout` is in seconds. Safe to call from several processes at once."""
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise MissingProgramError(
            f"{raw.path.name} needs LibreOffice, which is not installed. "
            "Install it: sudo apt-get install --no-install-recommends libreoffice-writer-nogui"
        )
    with _one_at_a_time, tempfile.TemporaryDirectory(prefix="covidorders-office-") as folder:
        source = Path(folder, "source" + _suffix(raw))
        source.write_bytes(mend(raw.data) if raw.kind == "rtf" else raw.data)
        said = _convert([program, *_arguments(source)], raw.path.name, timeout)
        result = source.with_suffix(".docx")
        if not result.exists():
            if "could not be loaded" in said:
                raise DamagedFileError(
                    f"{raw.path.name} is broken: LibreOffice cannot open it either. Get a whole copy of it."
                )
            raise ConversionError(
                f"LibreOffice could not convert {raw.path.name} ({said or 'it gave no reason'}). "
                "Open it in Word or LibreOffice, save it as DOCX, and give that."
            )
        return result.read_bytes()


def _suffix(raw: RawFile) -> str:
    """LibreOffice goes by the name where two formats share a beginning, so the name must fit the content."""
    if raw.kind == "doc":
        return ".doc" if raw.data.startswith(OLE2_MAGIC) else ".xml"
    if raw.kind == "odt":
        return ".odt" if raw.data.startswith(ZIP_MAGIC) else ".fodt"
    return ".rtf"


def _arguments(source: Path) -> list[str]:
    return [
        f"-env:UserInstallation={_profile().as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        *("--convert-to", _FILTER, "--outdir", str(source.parent), str(source)),
    ]


def _profile() -> Path:
    """Return this process's profile folder: making one costs LibreOffice as long as a conversion does."""
    process = os.getpid()
    if process not in _profiles:
        _sweep_profiles()
        folder = Path(tempfile.mkdtemp(prefix=_PROFILE_PREFIX))
        _locks[process] = lock = (folder / "in-use").open("w")
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _profiles[process] = folder
        # Unlike atexit, this runs at the end of a multiprocessing worker too.
        Finalize(None, shutil.rmtree, args=(folder,), kwargs={"ignore_errors": True}, exitpriority=1)
    return _profiles[process]


def _sweep_profiles() -> None:
    """Remove the profiles of workers that were killed: nobody holds their lock any more."""
    for lock in Path(tempfile.gettempdir()).glob(_PROFILE_PREFIX + "*/in-use"):
        with suppress(OSError), lock.open("r+") as stream:
            if time.time() - lock.stat().st_mtime < _YOUNG:  # just made, perhaps not locked yet
                continue
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(lock.parent, ignore_errors=True)


def _drop_profile() -> None:
    """A killed LibreOffice leaves locks behind; the next one begins with a new profile."""
    folder = _profiles.pop(os.getpid(), None)
    if folder is not None:
        _locks.pop(os.getpid()).close()
        shutil.rmtree(folder, ignore_errors=True)


def _convert(command: list[str], name: str, timeout: float) -> str:
    """Run LibreOffice in a process group of its own and return what it said on stderr."""
    # `soffice` is a script around the real program: only killing the group ends both.
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        _, said = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired as error:
        raise ConversionError(
            f"LibreOffice took longer than {timeout:g} seconds on {name} and was stopped. "
            "Save the file as DOCX, or raise office_timeout in the pipeline file."
        ) from error
    finally:
        if process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            _drop_profile()
    lines = said.decode("utf-8", "replace").splitlines()
    return " ".join(line for line in lines if "javaldx" not in line).strip()
