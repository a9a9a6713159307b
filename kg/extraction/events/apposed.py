"""Event nouns that say something of the event that their own sentence has just told."""

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extraction.events.harm import is_outcome
from kg.extraction.events.kinds import VIOLENT, same_kind
from kg.extraction.events.mention import Mention
from kg.extraction.syntax.clause import case_of, children, is_passive

_ASIDE = frozenset({"parataxis", "appos", "obl:unmarked", "nmod:unmarked"})
_BREAKS = frozenset({",", "-", "–", "—"})


def retold(found: Mention, index: Mapping[int, Mention]) -> Mention | None:
    """The mention told again by "..., an attack claimed by X", "..., in one of the deadliest attacks in years", "...,
    in its worst bombing since May"; None where the noun stands otherwise."""
    if not found.trigger.noun or found.type not in VIOLENT:
        return None
    if is_superlative(found.token):
        beside = index.get(found.token.head.i) if found.token.dep_ == "appos" else None
        if beside is not None and beside.modality == "asserted" and same_kind(beside.type, found.type):
            return beside
        before = [index[t.i] for t in found.token.doc[found.token.sent.start : found.token.i] if t.i in index]
        alike = [m for m in before if m.modality == "asserted" and same_kind(m.type, found.type)]
        deeds = [m for m in alike if not is_outcome(m)]
        return next(iter(deeds or alike), None)
    return _clause(found, index)


def is_superlative(noun: Token) -> bool:
    """Whether the noun is what "in the worst attack", "in one of the deadliest attacks" puts an event among."""
    if not any(c.tag_ == "JJS" for c in children(noun, "amod")):
        return False
    one = noun.dep_ == "nmod" and case_of(noun) == "of" and noun.head.lower_ == "one"
    top = noun.head if one else noun
    return case_of(top) == "in" or (top.dep_ in ("appos", "parataxis") and top.head.i < top.i)


def _clause(found: Mention, index: Mapping[int, Mention]) -> Mention | None:
    token = found.token
    before = [*[*token.lefts][:1], token.left_edge.nbor(-1)] if token.left_edge.i else []
    top = token.head if _bare_claim(token) else token
    if not (top is not token or token.dep_ in _ASIDE) or top.head.i > token.i or not _breaks(before):
        return None
    above = top.head  # "killed 12 in A, an attack ...": hung on the place
    while above.i not in index and above.pos_ in ("NOUN", "PROPN") and above.head.i < token.i and above.head != above:
        above = above.head
    told = index.get(above.i)
    article = any(c.lower_ in ("a", "an") for c in children(token, "det"))
    described = top is not token or bool(children(token, "acl", "acl:relcl"))
    fits = told is not None and not told.trigger.noun and same_kind(told.type, found.type)
    return told if article and described and fits else None


def _bare_claim(noun: Token) -> bool:
    """Whether the parse makes a clause of "an attack claimed by X"."""
    verb = noun.head
    plain = is_passive(verb) and not children(verb, "aux", "aux:pass")
    return noun.dep_ in ("nsubj", "nsubj:pass") and plain and verb.dep_ in ("acl:relcl", "parataxis", "advcl")


def _breaks(tokens: list[Token]) -> bool:
    return any(t.text in _BREAKS for t in tokens)
