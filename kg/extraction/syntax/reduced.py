"""Participles that the parse took for verbs of their own: "the pupils abducted from a school have come home"."""

from spacy.tokens import Token

from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import ACCUSING, SUBJECTS
from kg.lexicon.nouns import Nouns


def to_name_or_charge(noun: Token, nouns: Nouns) -> None:
    """Mends what a common noun hangs on, where it stands before a name or is what somebody is accused of."""
    if noun.dep_ == "nmod" and noun.head.dep_ == "obj" and noun.head.head.lemma_ in ACCUSING:
        _to_charge(noun, nouns)
    elif noun.tag_ == "NN":
        _to_name(noun)


def _to_charge(noun: Token, nouns: Nouns) -> None:
    """ "Accused the army of a crime": what it is accused of, which is nobody it could be of."""
    of = any(c.dep_ == "case" and c.lower_ == "of" for c in noun.lefts)
    if of and noun.pos_ == "NOUN" and not noun.ent_type_ and not kinds.sorts(noun, nouns):
        noun.head, noun.dep_ = noun.head.head, "obl"


def _to_name(noun: Token) -> None:
    """ "Head of the opposition National Party": the common noun stands before the name that the preposition governs."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    if after.ent_type_ != "ORG" or not after.is_title or after.is_sent_start:
        return
    name = next((c for c in noun.head.rights if c.left_edge.i == noun.i + 1 and c.dep_ == noun.dep_), None)
    if name is None or name.pos_ != "PROPN" or any(c.dep_ == "case" for c in name.children) or any(noun.rights):
        return
    for mark in [c for c in noun.lefts if c.dep_ in ("case", "det")]:
        mark.head = name
    noun.head, noun.dep_ = name, "compound"


def to_participle(verb: Token) -> bool:
    """ "The pupils abducted from a school have come home, X said": of two clauses told side by side, the second right
    after the first and without a subject, the first only says which pupils. Whether it was mended."""
    noun = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i == verb.i - 1), None)
    second = next((c for c in verb.head.children if c.i > verb.i), None) if verb.head != verb else None
    if noun is None or second is None or any(c.dep_ in ("obj", "aux", "ccomp") for c in verb.children):
        return False
    open_ = second.pos_ == "VERB" and not any(c.dep_ in SUBJECTS or c.dep_ in ("cc", "mark") for c in second.children)
    finite = second.tag_ == "VBD" or any(c.dep_ in ("aux", "aux:pass") for c in second.lefts)
    if not (open_ and finite and second.dep_ == verb.dep_ and second.left_edge.i == verb.right_edge.i + 1):
        return False
    noun.head, noun.dep_ = second, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in second.lefts) else "nsubj"
    verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"
    return True
