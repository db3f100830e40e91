"""The CRF at work: mentions with a score out of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast

from covidorders.model import EntityLabel
from covidorders.recognise.found import FoundMention
from covidorders.recognise.learned.features import Features, features_of
from covidorders.recognise.learned.lines import Line, Taken, lines_of
from covidorders.recognise.learned.tags import decode

_PACKAGE = Path(__file__).resolve().parents[2]
_FOLDERS = (_PACKAGE / "models", _PACKAGE.parents[1] / "models")
"""Where models lie: inside the installed package, or beside `src/` in a checkout."""


class Wanted(Protocol):
    """Says what of a text is worth the model's time."""

    def paragraph(self, text: str, start: int, end: int) -> bool:
        """Tell whether the paragraph `text[start:end]` may hold something new."""

    def mention(self, start: int, end: int, label: str) -> bool:
        """Tell whether a mention would be taken."""


class Tagger:
    """Finds mentions with a trained CRF; `crf` is a `CRFTagger` of underthesea_core."""

    def __init__(self, crf: Any) -> None:  # noqa: ANN401 - a class of a Rust library without types
        self._crf = crf
        self._columns = {label: column for column, label in enumerate(crf.labels())}

    def find(self, text: str, taken: Sequence[Taken] = (), wanted: Wanted | None = None) -> list[FoundMention]:
        """Return the mentions of `text` in its order, all or those `wanted`; `taken` is that of `lines_of`."""
        lines = lines_of(text, taken, wanted.paragraph if wanted else None)
        return [mention for line in lines for mention in self._find_in(line, wanted)]

    def tag(self, rows: list[Features]) -> list[str]:
        """Return the likeliest tags of a paragraph."""
        return cast(list[str], self._crf.tag(rows))

    def _find_in(self, line: Line, wanted: Wanted | None) -> Iterator[FoundMention]:
        rows = features_of(line.forms)
        tags = self.tag(rows)
        found = [
            (first, last, line.starts[first], line.ends[end - 1], label)
            for (first, last, label), end in decode(line, tags)
            if wanted is None or wanted.mention(line.starts[first], line.ends[end - 1], label)
        ]
        if not found:  # marginals take most of the time
            return
        marginals = self._crf.marginals(rows)
        sure = [marginal[self._columns[tag]] for marginal, tag in zip(marginals, tags, strict=True)]
        for first, last, start, end, label in found:
            score = round(min(1.0, *sure[first:last]), 4)
            yield FoundMention(start, end, cast(EntityLabel, label), score=score, origin="model")


@cache
def load_tagger(model: str) -> Tagger:
    """Return the tagger of `models/MODEL.crf`, or of that file if `model` is a path; read once a process.

    Raises FileNotFoundError if there is no such model.
    """
    from underthesea_core import CRFTagger

    file = _find(model)
    crf = CRFTagger()
    crf.load(str(file))
    return Tagger(crf)


def _find(model: str) -> Path:
    for file in (Path(model), *(folder / f"{model}.crf" for folder in _FOLDERS)):
        if file.suffix == ".crf" and file.is_file():
            return file
    raise FileNotFoundError(f"there is no model {model!r}; `covidorders train` makes it")
