"""`covidorders train`: rebuild the entity model from the frames and gazetteers of the project."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def train(
    output: Annotated[Path, typer.Option("--output", "-o", help="The model file to write.", show_default=True)] = Path(
        "models/entities.crf"
    ),
    paragraphs: Annotated[
        int | None, typer.Option(help="How many paragraphs to make up and learn from.", min=1)
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Another seed makes other paragraphs.")] = None,
) -> None:
    """Rebuild the entity model.

    Makes training text from the frames and name lists of the project and trains a CRF on it: a few minutes on one core,
    with the same figures every time.
    """
    from covidorders import learn

    made = learn.train(output, paragraphs=paragraphs or learn.PARAGRAPHS, seed=learn.SEED if seed is None else seed)
    size = made.model.stat().st_size / 1e6
    print(
        f"{made.model}: {made.paragraphs} paragraphs, {made.tokens} tokens, {made.features} weights, {size:.1f} MB",
        file=sys.stderr,
    )
