"""The words of a document, gone through once: for extractors that look for a few of them."""

from collections.abc import Set
from functools import lru_cache

from spacy.tokens import Doc, Token


@lru_cache(maxsize=2)
def tokens(doc: Doc) -> tuple[Token, ...]:
    """All tokens, remembered for the documents in hand: spaCy makes them anew each time that it is asked."""
    return tuple(doc)


def of_lemmas(doc: Doc, lemmas: Set[str]) -> list[Token]:
    """The tokens whose lemma, in lower case, is one of these, in text order. To be asked when the parse is mended."""
    known = _by_lemma(doc)
    found = [token for lemma in known.keys() & lemmas for token in known[lemma]]
    return sorted(found, key=lambda t: t.i)


def of_words(doc: Doc, forms: Set[str]) -> list[Token]:
    """The tokens of which the form or the lemma, in lower case, is one of these, in text order; as `of_lemmas`."""
    known = _by_form(doc)
    found = {t.i: t for form in known.keys() & forms for t in known[form]}
    found |= {t.i: t for t in of_lemmas(doc, forms)}
    return [found[i] for i in sorted(found)]


@lru_cache(maxsize=2)
def _by_form(doc: Doc) -> dict[str, list[Token]]:
    found: dict[str, list[Token]] = {}
    for token in tokens(doc):
        found.setdefault(token.lower_, []).append(token)
    return found


@lru_cache(maxsize=2)
def _by_lemma(doc: Doc) -> dict[str, list[Token]]:
    found: dict[str, list[Token]] = {}
    for token in tokens(doc):
        found.setdefault(token.lemma_.lower(), []).append(token)
    return found
