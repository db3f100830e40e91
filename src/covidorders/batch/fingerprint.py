"""What made a result: program, pipeline and options as one short word. If it changes, files are read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import covidorders

_PACKAGE = Path(covidorders.__file__).parent
_DATA = ("pipelines", "models")
_GROUPS = ("covidorders.extractors", "spacy_factories")


def fingerprint(pipeline: str | None, options: object) -> str:
    """Return a word of 16 hexadecimal digits.

    It covers the program's own code and knowledge files (so that a developer's change counts without a new version),
    installed add-ons with their versions, the pipeline file and the options, but not the versions of libraries.
    """
    digest = hashlib.sha256(_program().encode())
    digest.update(repr((pipeline, options)).encode())
    if pipeline and Path(pipeline).is_file():
        digest.update(Path(pipeline).read_bytes())
    return digest.hexdigest()[:16]


@cache
def _program() -> str:
    digest = hashlib.sha256(covidorders.__version__.encode())
    for path in _own_files():
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for group in _GROUPS:
        for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
            version = point.dist.version if point.dist else ""
            digest.update(f"{point.name} {point.value} {version}".encode())
    return digest.hexdigest()


def _own_files() -> Iterator[Path]:
    # In a wheel the pipelines and models lie inside the package, in a checkout two folders above it.
    places = [_PACKAGE, *(_PACKAGE.parents[1] / name for name in _DATA if not (_PACKAGE / name).exists())]
    for place in places:
        yield from sorted(path for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc")
