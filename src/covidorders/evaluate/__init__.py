"""Evaluate: what the program finds against gold, by label and by field."""

from covidorders.evaluate.spans import Counts, Matching, Score, Span, added, all_labels, match_spans, score_spans

__all__ = ["Counts", "Matching", "Score", "Span", "added", "all_labels", "match_spans", "score_spans"]
