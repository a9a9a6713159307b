"""The text of a document, put together once: spaCy joins all tokens each time that it is asked."""

from functools import lru_cache

from spacy.tokens import Doc


@lru_cache(maxsize=2)
def text_of(doc: Doc) -> str:
    """`doc.text`, remembered for the documents in hand."""
    return str(doc.text)
