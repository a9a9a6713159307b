"""Properties of a common-noun phrase."""

from spacy.tokens import Token

from kg.extraction.lexicon import Lexicon
from kg.extraction.syntax.clause import children, obliques
from kg.extraction.syntax.phrase import compound
from kg.extraction.wordlist import listed


def is_definite(token: Token) -> bool:
    """Whether a noun phrase points to something known: "the", "this", "both", a possessive."""
    marks = children(token, "det", "nmod:poss", "det:predet")
    return any(m.lower_ in ("the", "this", "that", "these", "those", "both") or m.dep_ == "nmod:poss" for m in marks)


def is_branch(token: Token) -> bool:
    """ "The X affiliate": another group than X, told of before."""
    branch = token.lemma_.lower() in listed("mentions.ttl", "BranchWord")
    return branch and is_definite(token) and not children(token, "nmod:poss", "nmod", "appos")


def is_body_adjective(token: Token) -> bool:
    """ "A military spokesman": an adjective that stands for a body before an office; not "the rebels' military
    spokesman"."""
    if token.dep_ != "amod" or token.lower_ not in listed("mentions.ttl", "BodyAdjective"):
        return False
    office = token.head.lemma_.lower() in listed("relations.ttl", "RelationNoun")
    return office and not children(token.head, "nmod:poss", "compound") and not obliques(token.head, "of")


def weapon_label(token: Token, lexicon: Lexicon) -> str:
    """A weapon's label, in the singular: the longest compound that the noun lexicon knows,
    "car bomb" of "a huge car bomb"."""
    words = compound(token).split(" ")
    tails = (" ".join(words[start:]) for start in range(len(words)))
    label = next((t for t in tails if t in lexicon.nouns.classes), token.lemma_.lower())
    fired = label.removesuffix(" fire")  # "rifle fire" is a rifle's
    return fired if fired in lexicon.nouns.classes else label


def is_special(word: Token) -> bool:
    """Whether the word before an outlet or monitor is a noun, or a name with digits: "the B92 station"."""
    return word.pos_ == "NOUN" or (word.pos_ == "PROPN" and any(c.isdigit() for c in word.text))
