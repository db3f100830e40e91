"""Trains the entity model from generated text, with underthesea's CRF; the same seed gives the same figures."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from covidorders.grammar.dates import find_dates
from covidorders.learn.examples import Example, examples
from covidorders.recognise.learned.features import DATE, REFERENCE, Features, features_of
from covidorders.recognise.learned.lines import Taken, lines_of, without_overlap
from covidorders.recognise.learned.tags import encode
from covidorders.recognise.references import find_references

PARAGRAPHS = 24_000
SEED = 2021
ITERATIONS = 120
LEAST = 4
"""Features that are seen less often are left out: half of all, and nothing is lost by it."""
L1, L2 = 0.3, 0.01
"""The first makes the weights of rare features nothing, and so the model small."""


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training run made."""

    model: Path
    paragraphs: int
    tokens: int
    features: int


def train(model: Path, *, paragraphs: int = PARAGRAPHS, seed: int = SEED, iterations: int = ITERATIONS) -> Trained:
    """Train on `paragraphs` generated examples and write the model file, whole or not at all.

    Raises OSError if the file cannot be written.
    """
    from underthesea_core import CRFTrainer

    rows: list[list[Features]] = []
    tags: list[list[str]] = []
    for row, tag in sequences(examples(paragraphs, seed)):
        rows.append(row)
        tags.append(tag)
    rows = frequent(rows)
    trainer = CRFTrainer(
        loss_function="lbfgs", l1_penalty=L1, l2_penalty=L2, max_iterations=iterations, averaging=False, verbose=0
    )
    crf = trainer.train(rows, tags)
    model.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=model.parent) as folder:
        made = Path(folder) / model.name
        crf.save(str(made))
        made.replace(model)
    return Trained(model, paragraphs, sum(map(len, tags)), crf.num_state_features())


def frequent(paragraphs: list[list[Features]], least: int = LEAST) -> list[list[Features]]:
    """Return the features without those that stand in fewer than `least` places of the whole text."""
    seen = Counter(feature for rows in paragraphs for row in rows for feature in row)
    return [[[feature for feature in row if seen[feature] >= least] for row in rows] for rows in paragraphs]


def sequences(made: Iterable[Example]) -> Iterator[tuple[list[Features], list[str]]]:
    """Yield the features and the tags of every paragraph line of the examples."""
    for example in made:
        mentions = sorted(((m.start, m.end, m.label) for m in example.marks), key=lambda m: (m[0], -m[1]))
        for line in lines_of(example.text, taken_in(example.text)):
            start, end = line.starts[0], line.ends[-1]
            inside = [mention for mention in mentions if start <= mention[0] < end]
            yield features_of(line.forms), encode(line, inside)


def taken_in(text: str) -> list[Taken]:
    """Return the citations and the dates of a text as the rules find them; dates inside citations are left out."""
    taken: list[Taken] = [(found.start, found.end, REFERENCE) for found in find_references(text)]
    taken += [(found.start, found.end, DATE) for found in find_dates(text)]
    return without_overlap(taken)
