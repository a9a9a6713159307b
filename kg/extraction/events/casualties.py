"""Those harmed, named after the deed: "Among the dead were ...", "the victims were identified as ..."."""

from spacy.tokens import Token

from kg.extraction.events.trigger import Trigger
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import (
    SUBJECTS,
    case_of,
    children,
    coordinated,
    is_passive,
    objects,
    obliques,
    subjects,
)
from kg.lexicon.triggers import Sense

FRAME = "Casualty"  # tells who came to harm in an event told before, and no event of its own


def casualty(token: Token, lexicon: Lexicon) -> Trigger | None:
    """The mention that a word for the harmed makes where its clause says who they are, or None."""
    if _is_harmed(token, lexicon) and named(token):
        return Trigger(token, Sense("Attack", FRAME), token.lemma_.lower())
    return None


def _is_harmed(token: Token, lexicon: Lexicon) -> bool:
    lower = token.lower_
    if lower in listed("HarmedWord"):
        return token.dep_ != "amod" and any(c.lower_ == "the" for c in children(token, "det"))
    if token.pos_ != "NOUN":
        return False
    if token.lemma_.lower() in listed("VictimNoun"):
        return True
    people = kinds.sorts(token, lexicon.nouns) & {"people", "role", "soldier"}
    return bool(people) and any(c.lower_ in listed("HarmedWord") for c in children(token, "amod"))


def named(token: Token) -> list[Token]:
    """Who the harmed are: what they are said to be, identified as, or to include; a name in apposition."""
    found = [a for a in children(token, "appos") if a.pos_ == "PROPN"]
    top = token
    while top.dep_ == "nmod" and case_of(top) == "of" and (top.head.like_num or top.head.pos_ == "NOUN"):
        top = top.head  # "one of the wounded"
    head = top.head
    if head != top and head.pos_ in ("NOUN", "PROPN"):
        if case_of(top) == "among" or (top.dep_ in SUBJECTS and children(head, "cop")):
            found += [head, *children(head, "appos")]
    elif head.lemma_ in listed("NamingVerb") and top in (
        subjects(head) if is_passive(head) else [*objects(head), *children(head, "xcomp")]
    ):
        found += obliques(head, "as")
    elif head.lemma_ in listed("IncludingVerb") and top in children(head, "nsubj"):
        found += objects(head)
    return list(dict.fromkeys(w for t in found for w in coordinated(t) if w.pos_ in ("NOUN", "PROPN")))


def all_of_them(noun: Token) -> list[Token]:
    """Those harmed, with what the text says that all of them are: "the victims, all of them fishermen"."""
    beside = children(noun, "appos")
    return [noun, *(t for t in beside if t.pos_ == "NOUN" and any(a.lower_ == "all" for a in beside))]


def aboard(vehicle: Token, lexicon: Lexicon) -> list[Token]:
    """Who is in a vehicle: "a bus full of pilgrims", "a truck carrying farm workers", "a train packed with men"."""
    if "vehicle" not in kinds.sorts(vehicle, lexicon.nouns):
        return []
    found = [t for c in children(vehicle, "amod", "acl") if c.lower_ == "full" for t in obliques(c, "of")]
    for clause in children(vehicle, "acl"):
        if clause.lemma_.lower() in listed("CarryingVerb"):
            found += objects(clause) if clause.tag_ == "VBG" else obliques(clause, "with")
    return [t for t in found if kinds.sorts(t, lexicon.nouns) & kinds.HUMAN]


def ones(noun: Token) -> list[Token]:
    """Where single ones of several happened: "three blasts, among them one at a mosque and another near a court"."""
    rest = noun.doc[noun.i + 1 : noun.sent.end]
    first = [t for t in rest if t.lower_ in ("one", "two", "another") and _is_one_of(t, noun)]
    each = [w for t in first for w in coordinated(t)]
    return [t for w in each for t in (obliques(w) if w.lower_ in ("one", "two", "another", "others") else [w])]


def _is_one_of(token: Token, noun: Token) -> bool:
    if token.head == noun:
        return case_of(token) in ("including", "among")
    return token.head.lower_ == "them" and case_of(token.head) in ("among", "including")
