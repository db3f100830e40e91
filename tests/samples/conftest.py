"""Every sample in every variant, rendered once into a temporary folder that later runs and other workers use too."""

from __future__ import annotations

import fcntl
import hashlib
import tempfile
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest
from tools.make_samples import VARIANTS, Sample, load_samples, office, render_all

from covidorders import parse_file
from covidorders.model import SourceFile

SAMPLES = {sample.name: sample for sample in load_samples()}


class Rendered(Protocol):
    """Gives the file of a sample in a variant."""

    def __call__(self, sample: str, variant: str) -> Path: ...


class Parse(Protocol):
    """Gives the parse of a sample in a variant."""

    def __call__(self, sample: str, variant: str) -> SourceFile: ...


@pytest.fixture(scope="session")
def samples() -> dict[str, Sample]:
    return SAMPLES


@pytest.fixture(scope="session")
def rendered(root: Path) -> Rendered:
    folder = Path(tempfile.gettempdir()) / f"covidorders-samples-{_digest(root)}"
    folder.mkdir(exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _render_into(folder)

    def of(sample: str, variant: str) -> Path:
        if VARIANTS[variant].office and not office.available():
            pytest.skip("LibreOffice is not installed")
        return folder / (sample + VARIANTS[variant].suffix)

    return of


@pytest.fixture(scope="session")
def parse(rendered: Rendered) -> Parse:
    return cache(lambda sample, variant: parse_file(rendered(sample, variant)))


def _render_into(folder: Path) -> None:
    jobs = [
        (sample, variant)
        for sample in SAMPLES.values()
        for variant in VARIANTS.values()
        if not (variant.office and not office.available()) and not (folder / (sample.name + variant.suffix)).exists()
    ]
    for name, data in render_all(jobs).items():
        (folder / name).write_bytes(data)


def _digest(root: Path) -> str:
    """Return a digest of everything that decides what the renderers write."""
    sources = sorted([*(root / "tools" / "make_samples").glob("*.py"), *(root / "data" / "samples").glob("*.toml")])
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
