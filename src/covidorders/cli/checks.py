"""What `covidorders doctor` looks at: one function per thing, each saying what it found and how to mend a lack."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from covidorders import __version__, registry
from covidorders.errors import CovidordersError, MissingProgramError

PACKAGE = "covidorders"
ENOUGH_ROOM = 200 * 1024 * 1024
"""Bytes that the temporary folder should have: LibreOffice's profile and its copy of a large file."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `found` is None where it is missing; then `mend` is the command or step that helps."""

    name: str
    found: str | None
    mend: str = ""
    is_needed: bool = True
    used_for: str = ""


def checks() -> Iterator[Check]:
    """Yield everything that the program needs or can use."""
    yield _python()
    yield Check(PACKAGE, __version__)
    yield from _packages()
    yield _office()
    yield _ocr_data()
    yield _fonts()
    yield from _parts()
    yield _pipelines()
    yield _temporary_folder()


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    is_new_enough = sys.version_info >= (3, 11)
    return Check("Python", version if is_new_enough else None, "install Python 3.11 or newer, then: make setup")


def _packages() -> Iterator[Check]:
    """Yield the packages that the installed program asks for, with their versions."""
    for requirement in metadata.requires(PACKAGE) or []:
        name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
        if "extra ==" in requirement:
            continue
        try:
            yield Check(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Check(name, None, f'pip install "{requirement}"')


def _office() -> Check:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    mend = "sudo apt-get install --no-install-recommends libreoffice-writer-nogui"
    return Check("LibreOffice", program and _first_line([program, "--version"]), mend, used_for="DOC, RTF and ODT")


def _ocr_data() -> Check:
    from covidorders.extract.ocr.tesseract import tessdata

    try:
        found = str(tessdata() / "vie.traineddata")
    except MissingProgramError:
        found = None
    return Check(
        "Tesseract data vie", found, "sudo apt-get install tesseract-ocr-vie", used_for="scanned pages and images"
    )


def _fonts() -> Check:
    lister = shutil.which("fc-list")
    families = _first_line([lister, "Liberation Serif:lang=vi", "family"]) if lister else None
    return Check(
        "Liberation Serif with Vietnamese letters",
        families,
        "sudo apt-get install fontconfig fonts-liberation2",
        is_needed=False,
        used_for="making the samples",
    )


def _parts() -> Iterator[Check]:
    """Yield the parts found by entry point; one that cannot be loaded is a lack, whoever's it is."""
    for group in ("covidorders.extractors", "covidorders.executors", "covidorders.exporters"):
        names = registry.names(group)
        broken = [name for name in names if not _loads(group, name)]
        found = None if broken else ", ".join(names) or "none"
        mend = f"{', '.join(broken)} cannot be loaded: install its package again (pip install --force-reinstall …)"
        yield Check(group.rpartition(".")[2], found, mend)


def _pipelines() -> Check:
    from covidorders.recognise import load_pipeline

    try:
        loaded = load_pipeline()
    except CovidordersError as error:
        return Check("pipeline", None, str(error))
    model = f", model {loaded.model}" if loaded.model else ", rules only"
    return Check("pipeline", f"{loaded.name} ({', '.join(loaded.nlp.pipe_names)}){model}")


def _temporary_folder() -> Check:
    mend = "set TMPDIR to a folder that you may write to and that has 200 MB of room"
    try:
        with tempfile.TemporaryFile() as stream:
            stream.write(b"x")
        room = shutil.disk_usage(tempfile.gettempdir()).free
    except OSError:
        return Check("temporary folder", None, mend)
    found = f"{tempfile.gettempdir()} ({room // 1024**2} MB free)" if room > ENOUGH_ROOM else None
    return Check("temporary folder", found, mend)


def _loads(group: str, name: str) -> bool:
    try:
        registry.load(group, name)
    except Exception:
        return False
    return True


def _first_line(command: list[str]) -> str | None:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = done.stdout.strip().splitlines()
    return lines[0] if lines and done.returncode == 0 else None
