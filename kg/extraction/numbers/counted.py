"""How many a noun stands for."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extraction.numbers.number import Number

_COUNTING = ("nummod", "det", "amod", "advmod", "compound", "nmod", "nmod:unmarked", "det:predet", "dep", "nummod:gov")
_ONE = ("a", "an", "another", "one")
_PLURAL = ("NNS", "NNPS")


def counted(noun: Token, found: Iterable[Number]) -> Number | None:
    """The number of what the noun stands for, from the numbers of its Doc; None where the text gives none.

    "twelve men" and "a dozen men" 12, "dozens of men" dozens, "another man" one further man; "men" and "the man" none.
    A noun that is itself the number ("killing six") has it. Needs a parse.
    """
    counts = [n for n in found if n.kind == "count"]
    places = (noun, *_counters(noun), *_quantifier(noun))
    own = (n for token in places for n in counts if n.start <= token.i < n.end)
    beside = (n for n in counts if n.end == noun.i and noun.dep_ != "compound")
    return next(own, None) or next(beside, None) or _single(noun)


def _counters(noun: Token) -> Iterator[Token]:
    return (t for t in reversed(list(noun.lefts)) if t.dep_ in _COUNTING)


def _quantifier(noun: Token) -> Iterator[Token]:
    """"dozens" of "dozens of men"; "six" of "six of the men" counts the six alone."""
    partitive = noun.dep_ == "nmod" and any(c.lower_ == "of" and c.dep_ == "case" for c in noun.children)
    definite = any(c.dep_ in ("det", "nmod:poss") for c in noun.children)
    if partitive and not definite and noun.head.i < noun.i:
        yield noun.head


def _single(noun: Token) -> Number | None:
    """"a man", "another man"."""
    article = next((t for t in noun.lefts if t.dep_ in ("det", "nummod") and t.lower_ in _ONE), None)
    if article is None or noun.tag_ in _PLURAL:
        return None
    return Number(article.i, article.i + 1, 1, 1, 1, further=article.lower_ == "another")
