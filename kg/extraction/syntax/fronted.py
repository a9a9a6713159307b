"""Nouns that the parser gave to the clause after theirs, or to the verb of telling after them."""

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def to_verb_of(phrase: Token) -> None:
    """Mends the verb that a phrase with a preposition hangs on."""
    if phrase.i < phrase.head.i:
        _to_what_is_told(phrase)
    elif phrase.head.lemma_ == "age" and phrase.left_edge.text == ",":
        _past_the_age(phrase)


def _past_the_age(phrase: Token) -> None:
    """ "Killed nine people, among them a woman aged 61, in a raid": the killing was in it, and not the age."""
    main = next((t for t in phrase.head.ancestors if t.pos_ == "VERB" and t.i < phrase.head.i), None)
    if main is not None:
        phrase.head = main


def _to_what_is_told(phrase: Token) -> None:
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


def to_past_clause(verb: Token) -> None:
    """ "Exploded on a bridge that links A with B on Saturday, killing two": what is so now did nothing on Saturday."""
    if verb.dep_ != "acl:relcl" or verb.tag_ not in ("VBZ", "VBP"):
        return
    main = next((t for t in verb.ancestors if t.tag_ == "VBD" and t.pos_ == "VERB"), None)
    if main is None or main.i > verb.i:
        return
    for child in list(verb.rights):
        timed = child.dep_ in ("obl", "obl:unmarked") and child.ent_type_ in ("DATE", "TIME")
        comma = (child.left_edge.i and child.doc[child.left_edge.i - 1].text == ",") or child.left_edge.text == ","
        if timed or (child.dep_ == "advcl" and child.tag_ == "VBG" and comma):
            child.head = main
