"""The text of a document, put together once: spaCy joins all tokens each time that it is asked."""

from functools import lru_cache

from spacy.tokens import Doc, Token


@lru_cache(maxsize=2)
def text_of(doc: Doc) -> str:
    """`doc.text`, remembered for the documents in hand."""
    return str(doc.text)


@lru_cache(maxsize=2)
def sentence_numbers(doc: Doc) -> tuple[int, ...]:
    """For each token the number of its sentence, from 1; one value more for the end of the document."""
    numbers, number = [], 0
    for token in doc:
        number += bool(token.is_sent_start)
        numbers.append(number)
    return (*numbers, number)


def sentences_apart(doc: Doc, begin: int, end: int) -> int:
    """How many sentences start in tokens `begin + 1` to `end`: 0 within one sentence."""
    numbers = sentence_numbers(doc)
    return numbers[end] - numbers[begin]


def sentences_between(one: Token, other: Token) -> int:
    """How many sentences start from the one token to the other, whichever comes first."""
    low, high = sorted((one.i, other.i))
    return sentences_apart(one.doc, low, high)


def in_one_paragraph(doc: Doc, begin: int, end: int) -> bool:
    """Whether no line ends in the tokens from `begin` up to `end`."""
    return not any("\n" in token.text for token in doc[begin:end])
