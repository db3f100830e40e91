"""Learn: training text out of frames and gazetteers, and the training of the model that `recognise.learned` runs."""

from __future__ import annotations

from covidorders.learn.examples import Example, examples
from covidorders.learn.train import PARAGRAPHS, SEED, Trained, train

__all__ = ["PARAGRAPHS", "SEED", "Example", "Trained", "examples", "train"]
