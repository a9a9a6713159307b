"""A mention of an event: the word that tells of it."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon.triggers import Sense
from kg.records import Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """One mention of an event.

    token     the verb or noun that tells of it.
    sense     the event class that it evokes, its frame and its measure.
    words     the lemma, or the lemmas of a phrase ("blow up", "air strike").
    weapon    the token of the weapon that makes the event what it is ("a car bomb hit ..."), or None.
    """

    token: Token
    sense: Sense
    words: str
    weapon: Token | None = None

    @property
    def noun(self) -> bool:
        """Whether a noun tells of it."""
        return self.token.pos_ in ("NOUN", "PROPN")

    @property
    def plural(self) -> bool:
        """Whether a plural noun tells of it."""
        return self.token.tag_ in ("NNS", "NNPS")

    @property
    def span(self) -> Span:
        """Its words: a noun with what stands before it, a verb with its auxiliary-free self and particle."""
        doc = self.token.doc
        first, last = (_noun_edges if self.noun else _verb_edges)(self.token)
        return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _noun_edges(token: Token) -> tuple[int, int]:
    own = {t.i for c in token.lefts if c.dep_ in ("compound", "amod", "nummod", "nmod:desc") for t in c.subtree}
    first = token.i
    while first - 1 in own and token.doc[first - 1].text not in "()[],":
        first -= 1
    if is_collective(token.head) and token.dep_ == "nmod" and token.head.i < first:
        first = token.head.i
    return first, token.i


def is_collective(noun: Token) -> bool:
    """Whether the noun gathers events: "a wave of attacks"."""
    return noun.lemma_.lower() in ("wave", "string", "series", "spate", "round", "rash", "flurry", "barrage")


def _verb_edges(token: Token) -> tuple[int, int]:
    particles = [c.i for c in token.rights if c.dep_ == "compound:prt"]
    return token.i, max([token.i, *particles])
