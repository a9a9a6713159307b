"""Who holds a place, as the words beside it say: "the rebel-held town", "X, which is in rebel hands", "held by Y"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.events.words import listed
from kg.extraction.syntax.clause import case_of, children, obliques, subjects


def holders(place: Token) -> Iterator[Token]:
    """The words for those who hold the place that the noun or name stands for."""
    noun = place.head if place.dep_ in ("nmod", "appos") and case_of(place) in ("", "of") else place
    for token in dict.fromkeys((place, noun)):
        for child in token.children:
            if child.dep_ in ("acl", "acl:relcl"):
                yield from _by_clause(child)
            elif child.dep_ == "amod" and _holds(child) and child.i > 1 and child.nbor(-1).text == "-":
                yield child.nbor(-2)


def _by_clause(clause: Token) -> Iterator[Token]:
    if clause.lemma_.lower() in ("hand", "control") and case_of(clause) in ("in", "under"):
        yield from (c for c in children(clause, "compound", "amod", "nmod:poss") if c.i < clause.i)
        yield from obliques(clause, "of")
    elif _holds(clause) and clause.tag_ == "VBN":
        yield from obliques(clause, "by")
    elif _holds(clause):
        yield from (t for t in subjects(clause) if t.i > clause.head.i)


def _holds(verb: Token) -> bool:
    return verb.lemma_.lower() in listed("OccupyingVerb")
