"""Parties that are taken up together, or by whom they follow: "both sides", "the negotiators", "troops loyal to X"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import children, obliques
from kg.extraction.text import sentences_apart
from kg.extraction.wordlist import listed

_FAR = 12  # sentences back to where the two were told to talk or fight
Sides = tuple[int, tuple[int, ...]]


def is_both(token: Token) -> bool:
    """Whether a noun takes up two parties at once: "both sides", "the warring parties", "the negotiators", "each
    side"."""
    each = token.tag_ == "NN" and any(c.lower_ == "each" for c in children(token, "det"))
    if (token.tag_ != "NNS" and not each) or token.lemma_.lower() not in listed("mentions.ttl", "PartyNoun"):
        return False
    two = any(c.lower_ == "two" for c in children(token, "nummod"))
    known = is_definite(token) or two or each
    return known and not children(token, "nmod:poss", "compound") and not obliques(token, "of")


def sides(token: Token, told: Sequence[Sides]) -> tuple[int, ...]:
    """The two parties that such a noun takes up: those told last before it to talk or fight; () where none were."""
    before = [both for at, both in told if at < token.i and sentences_apart(token.doc, at, token.i) <= _FAR]
    return before[-1] if before and is_both(token) else ()


def followed(token: Token) -> Iterator[Token]:
    """Whom "troops loyal to X" follow, with the body whose chief X is called: "X, the army chief"."""
    loyal = [c for c in children(token, "amod", "acl", "acl:relcl") if c.lower_ in listed("mentions.ttl", "LoyalWord")]
    for leader in (t for c in loyal for t in obliques(c, "to")):
        yield leader
        for office in children(leader, "appos", "nmod:desc"):
            yield from (c for c in children(office, "compound", "nmod:poss") if c.i < office.i)
            yield from obliques(office, "of")
