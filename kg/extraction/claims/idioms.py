"""Blame and denial in set phrases: "bears the hallmarks of X", "suspicion fell on X", "X had nothing to do with it"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.claims.accused import Accused, is_word
from kg.extraction.claims.channels import channel
from kg.extraction.spans import between
from kg.extraction.syntax.clause import SUBJECTS, children, doers, obliques, subjects
from kg.extraction.text import sentences_between
from kg.records import Attribution, Responsibility

_CUES = ("DoingVerb", "MarkNoun", "FingerNoun", "SuspicionNoun", "DistanceVerb", "PleaVerb")


def set_phrases(accused: Accused) -> Iterator[Responsibility]:
    """Every claim that such a phrase lays or rejects, each with the words that do."""
    for token in accused.cues(*_CUES, words=frozenset({"nothing"})):
        yield from _read(token, accused)


def _read(token: Token, accused: Accused) -> Iterator[Responsibility]:
    verb = token.head
    if is_word(token, "MarkNoun") and token.dep_ == "obj" and is_word(verb, "BearVerb"):
        yield from _laid(token, obliques(token, "of"), subjects(verb), accused)
    elif is_word(token, "FingerNoun") and token.dep_ == "obj" and verb.lemma_ == "point":
        yield from _laid(token, obliques(verb, "at"), obliques(verb, "for"), accused, doers(verb))
    elif is_word(token, "SuspicionNoun") and token.dep_ in SUBJECTS and is_word(verb, "FallVerb"):
        yield from _laid(token, obliques(verb, "on", "upon"), obliques(token, "for", "in"), accused)
    elif is_word(token, "DistanceVerb") and any(t.lower_.endswith(("self", "selves")) for t in children(token, "obj")):
        yield from _rejected(token, subjects(token), obliques(token, "from"), accused)
    elif is_word(token, "DoingVerb") and token.pos_ == "VERB":
        yield from _carried_out(token, accused)
    elif is_word(token, "PleaVerb"):
        yield from _pleaded(token, accused)
    elif token.lower_ == "nothing" and token.dep_ == "obj" and verb.lemma_ == "have":
        dealings = [t for c in children(token, "acl") if c.lemma_ == "do" for t in obliques(c, "with")]
        yield from _rejected(token, subjects(verb), dealings, accused) if dealings else ()


def _laid(
    cue: Token, named: list[Token], told: list[Token], accused: Accused, blamers: list[Token] | None = None
) -> Iterator[Responsibility]:
    """Blame on those named, for what is told, or where that is a pronoun or nothing, for the event told before."""
    who = accused.parties(blamers or [])
    source = Attribution(who[0]) if who else accused.voices.at(cue)
    for event in _events(cue, told, accused):
        for party in accused.parties(named):
            if party != source.claimant:
                yield Responsibility(event, party, "blames", (between(cue.head, named[0]),), source)


def _rejected(cue: Token, named: list[Token], told: list[Token], accused: Accused) -> Iterator[Responsibility]:
    """A denial by those named, through who speaks for them."""
    for party in accused.parties(named):
        heard = accused.voices.at(cue)
        via = channel(cue, accused.cast)
        direct = Attribution(party, via if via != party else None)
        own, source = accused.said_by(party, heard) if heard.claimant is not None else (True, direct)
        events = _events(cue, told, accused) if own else []
        yield from (Responsibility(e, party, "denies", (between(cue.head, cue),), source) for e in events)


def _carried_out(verb: Token, accused: Accused) -> Iterator[Responsibility]:
    """ "X said that his men had carried it out": the event told before, where somebody says so."""
    heard = accused.voices.at(verb)
    done = [t.lower_ for t in children(verb, "obj")] in (["it"], ["this"])
    real = not any(c.tag_ in ("MD", "TO") or (c.dep_ == "mark" and c.lower_ == "if") for c in verb.children)
    particle = verb.lemma_ != "carry" or any(c.lower_ == "out" for c in verb.children)
    if heard.claimant is None or not (done and real and particle):
        return
    no = any(c.lower_ in ("not", "n't", "never") for c in verb.children)
    for event in accused.nearby(verb):
        last = verb.doc[accused.story.events[event].last]
        if verb.lemma_ == "do" and sentences_between(last, verb) > 1:
            continue  # "did it" is said of what was told right before
        for party in accused.parties(subjects(verb)):
            own, source = accused.said_by(party, heard)
            stance = "denies" if no else "claims" if own else "blames"
            yield Responsibility(event, party, stance, (between(verb, verb),), source)


def _pleaded(verb: Token, accused: Accused) -> Iterator[Responsibility]:
    """ "X pleaded guilty to the murder", "not guilty"."""
    for plea in (c for c in verb.children if c.lower_ == "guilty"):
        no = any(c.lower_ == "not" for t in (verb, plea) for c in t.children)
        for event in accused.events([*obliques(verb, "to"), *obliques(plea, "to")]):
            for party in accused.parties(subjects(verb)):
                stance = "denies" if no else "claims"
                yield Responsibility(event, party, stance, (between(verb, plea),), Attribution(party))


def _events(cue: Token, told: list[Token], accused: Accused) -> list[int]:
    found = accused.events(told)
    return found if found or any(t.pos_ != "PRON" for t in told) else accused.nearby(cue)
