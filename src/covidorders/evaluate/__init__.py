"""Evaluate: what the program finds against gold, by label and by field."""

from covidorders.evaluate.anchor import Anchored, anchor
from covidorders.evaluate.documents import DocumentScore, Report, score_document, score_documents
from covidorders.evaluate.facts import FileFacts, read_facts
from covidorders.evaluate.fields import score_facts
from covidorders.evaluate.figures import figures, figures_bytes
from covidorders.evaluate.gold import (
    GoldDocument,
    GoldMention,
    Part,
    gold_bytes,
    gold_files,
    gold_of,
    read_gold,
    text_digest,
    write_gold,
)
from covidorders.evaluate.lookup import FileIndex
from covidorders.evaluate.run import Evaluation, Reader, evaluate, parsed_reader, read_any, source_reader
from covidorders.evaluate.spans import Counts, Matching, Score, Span, added, all_labels, match_spans, score_spans

__all__ = [
    "Anchored",
    "Counts",
    "DocumentScore",
    "Evaluation",
    "FileFacts",
    "FileIndex",
    "GoldDocument",
    "GoldMention",
    "Matching",
    "Part",
    "Reader",
    "Report",
    "Score",
    "Span",
    "added",
    "all_labels",
    "anchor",
    "evaluate",
    "figures",
    "figures_bytes",
    "gold_bytes",
    "gold_files",
    "gold_of",
    "match_spans",
    "parsed_reader",
    "read_any",
    "read_facts",
    "read_gold",
    "score_document",
    "score_documents",
    "score_facts",
    "score_spans",
    "source_reader",
    "text_digest",
    "write_gold",
]
