"""Nouns that the parser gave to the clause after theirs, or to the verb of telling after them."""

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def to_what_is_told(phrase: Token) -> None:
    """From the verb of telling, set between commas, to the clause that it tells, which follows: "In an ambush in May,
    the army said, gunmen killed two"."""
    verb = phrase.head
    subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)
    told = next((c for c in verb.rights if c.dep_ in ("ccomp", "parataxis") and c.pos_ == "VERB"), None)
    if subject is None or told is None or phrase.i > subject.i or verb.i + 1 >= len(verb.doc):
        return
    before = verb.doc[subject.left_edge.i - 1]
    if before.text == "," == verb.nbor().text and phrase.right_edge.i in (before.i, before.i - 1):
        phrase.head = told


def to_verb_before(noun: Token) -> None:
    """ "X claimed that attack, and Y broke off the talks": of two subjects the first, right after the verb before."""
    verb, before = noun.head, noun.head.head
    if verb.dep_ != "conj" or before.pos_ != "VERB" or noun.left_edge.i != before.i + 1:
        return
    joined = next((c for c in verb.lefts if c.dep_ == "cc" and c.i > noun.i), None)
    own = [c for c in verb.lefts if c.dep_ in _SUBJECTS and joined is not None and c.i > joined.i]
    if own and not any(c.dep_ in ("obj", "ccomp", "xcomp") for c in before.children):
        noun.head, noun.dep_ = before, "obj"
