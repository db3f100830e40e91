"""A spaCy tokenizer for Vietnamese official text, and underthesea's words as an attribute.

spaCy's own `vi` tokenizer cuts `11456/KH-UBND` into pieces (with pyvi) or leaves punctuation on the words (without).
This one keeps codes, dates, numbers, addresses and abbreviations whole and gives one token a syllable else. It loses
nothing: `nlp.make_doc(text).text == text`.

Attributes: `doc._.words`, the words of underthesea's segmentation as character ranges, computed at first use;
`token._.word`, the word that a token stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from covidorders.grammar.codes import CODE
from covidorders.knowledge import load
from covidorders.recognise.extensions import SOURCE_TEXT

_SENTENCE = re.compile(r"[^\n.;!?]{1,400}[.;!?]*|[.;!?]+")
"""underthesea's time grows with the square of the length, so it is given one sentence at a time."""


@cache
def token_pattern() -> re.Pattern[str]:
    """Return the pattern whose matches are the tokens; white space lies between them."""
    data = load("notations")
    dotted = "|".join(map(re.escape, sorted(data["dotted"], key=len, reverse=True)))
    whole = "|".join(map(re.escape, sorted((*data["slashed"], *data["whole"]), key=len, reverse=True)))
    return re.compile(
        r"(?:https?://|www\.)\S{1,300}(?<=[\w/])"
        r"|[\w.+-]{1,64}@\w[\w-]{0,62}(?:\.[\w-]{1,62}){1,4}"
        rf"|{CODE.pattern}"
        r"|(?<!\d)\d{1,2}(?P<sign>[/.-])\d{1,2}(?P=sign)(?:19|20)\d\d(?!\d)"
        r"|(?<!\d)\d{1,2}/\d{1,4}(?!\d)"
        r"|\d+(?:[.,:]\d+)*(?:%|[hg]\d{0,2}(?!\w))?"
        rf"|(?:{whole})(?!\w)"
        r"|[A-ZĐ]{1,5}[a-zđ]?(?:\.[A-ZĐ]{1,5}[a-zđ]?(?!\w)){1,4}\.?"
        rf"|(?:{dotted})\.(?=[\s\w])"
        r"|(?=[A-ZĐ]{2})\w{2,40}(?:-\w{1,40}){1,4}"
        r"|\w+|\.{2,}|…+|_{2,}|-{2,}|\S"
    )


class OfficialTokenizer(DummyTokenizer):
    """Cuts official text into tokens; whitespace beyond a single space becomes a token of its own, as in spaCy."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the tokens of `text` as a Doc."""
        words: list[str] = []
        spaces: list[bool] = []
        end = 0
        for match in token_pattern().finditer(text):
            if match.start() > end:
                _add_gap(text[end : match.start()], words, spaces)
            words.append(match.group())
            spaces.append(False)
            end = match.end()
        if end < len(text):
            _add_gap(text[end:], words, spaces)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.user_data[SOURCE_TEXT] = text
        return doc

    def __reduce__(self) -> tuple[type[OfficialTokenizer], tuple[Vocab]]:
        return OfficialTokenizer, (self.vocab,)


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """Put the white space between two tokens on the first, what is more than one space into a token."""
    if gap[0] == " " and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


@registry.tokenizers("covidorders.OfficialTokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], OfficialTokenizer]:
    """Return what makes the tokenizer of a pipeline, for `@tokenizers` in a configuration."""

    def make(nlp: Language) -> OfficialTokenizer:
        return OfficialTokenizer(nlp.vocab)

    return make


def words_of(text: str) -> list[tuple[int, int]]:
    """Return the words of underthesea's segmentation as half-open ranges, in order (about 50 pages a second)."""
    from underthesea import word_tokenize  # heavy, and only needed by those who ask for words

    ranges: list[tuple[int, int]] = []
    for sentence in _SENTENCE.finditer(text):
        place = sentence.start()
        for word in word_tokenize(sentence.group()):
            spaced = re.compile(r"\s+".join(map(re.escape, word.split())))
            match = spaced.search(text, place, sentence.end())
            if match is not None and match.end() > match.start():
                ranges.append(match.span())
                place = match.end()
    return ranges


def _doc_words(doc: Doc) -> list[tuple[int, int]]:
    if "covidorders.words" not in doc.user_data:
        doc.user_data["covidorders.words"] = words_of(doc.text)
    words: list[tuple[int, int]] = doc.user_data["covidorders.words"]
    return words


def _token_word(token: Token) -> str:
    """Return the word that holds the token's first letter; the token's own text where there is none."""
    words = _doc_words(token.doc)
    index = bisect_right(words, (token.idx, len(token.doc.text))) - 1
    if index >= 0 and words[index][1] > token.idx:
        return str(token.doc.text[slice(*words[index])])
    return str(token.text)


def _register(kind: Any, name: str, **options: Any) -> None:  # noqa: ANN401 - spaCy's own signature
    if not kind.has_extension(name):
        kind.set_extension(name, **options)


_register(Doc, "words", getter=_doc_words)
_register(Token, "word", getter=_token_word)
