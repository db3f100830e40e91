"""First stage: a file on disk becomes pages of lines and tables.

`read` loads a file and finds out by its content what it is; `extract` hands it to the extractor of that kind,
found through the entry points `covidorders.extractors`.
"""

from __future__ import annotations

from dataclasses import replace

from covidorders import registry
from covidorders.extract.sniff import read, suffix_kind
from covidorders.layout import Extracted, ExtractOptions, RawFile
from covidorders.model import Warning

__all__ = ["extract", "read"]


def extract(raw: RawFile, options: ExtractOptions | None = None) -> Extracted:
    """Return the lines and tables of `raw`, read by the extractor of its kind.

    Adds the warning `wrong-suffix` where the file's name promises another format than its content is.
    Raises the errors of `covidorders.errors`.
    """
    reader = registry.load("covidorders.extractors", raw.kind)
    extracted: Extracted = reader(raw, options or ExtractOptions())
    promised = suffix_kind(raw.path)
    if promised is None or promised == raw.kind:
        return extracted
    warning = Warning(
        code="wrong-suffix",
        message=f"The name ends in {raw.path.suffix!r}, but the content is {raw.kind}; it was read as {raw.kind}.",
    )
    return replace(extracted, warnings=(warning, *extracted.warnings))
