"""Stretches of the report's text between tokens."""

from spacy.tokens import Token

from kg.extraction.text import sentences_between
from kg.records import Span


def between(one: Token, other: Token) -> Span:
    """The words from one token to another, both included; the other's alone where they stand in different sentences."""
    if sentences_between(one, other):
        return Span(other.idx, other.idx + len(other))
    first, last = sorted((one, other), key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last))
