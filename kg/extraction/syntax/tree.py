"""What hangs on each token of the document in hand, put together once: spaCy looks for it whenever it is asked."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.extraction.words import tokens

_hand: list[tuple[Doc | None, list[list[Token]]]] = [(None, [])]


def settled(doc: Doc) -> Doc:
    """The same document, whose heads do not change any more: what hangs on its tokens is remembered."""
    table: list[list[Token]] = [[] for _ in range(len(doc))]
    for token in tokens(doc):
        head = token.head.i
        if head != token.i:
            table[head].append(token)
    _hand[0] = (doc, table)
    return doc


def unsettled(doc: Doc) -> Doc:
    """The same document, whose heads may change: nothing is remembered of it."""
    if _hand[0][0] is doc:
        _hand[0] = (None, [])
    return doc


def below(token: Token) -> Iterable[Token]:
    """The token's children, in text order."""
    doc, table = _hand[0]
    return table[token.i] if token.doc is doc else token.children
