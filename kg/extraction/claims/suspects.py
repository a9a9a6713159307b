"""Suspects: whom an arrest or a name given to "the suspects" lays an event on."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction.claims.accused import Accused, is_word
from kg.extraction.claims.attribution import Voices
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.mentions import kinds
from kg.extraction.spans import between
from kg.extraction.syntax.clause import children, doers, is_passive, obliques, subjects, undergoers
from kg.records import Attribution, Responsibility

_NAMING = frozenset({"identify", "name"})
_NEAR = 3  # sentences from a suspect's name back to the event


def suspected(accused: Accused, voices: Voices, known: Sequence[Responsibility]) -> Iterator[Responsibility]:
    """Blame laid by arrests ("was arrested in connection with the attack"), by those who arrest, else by the report,
    and on those named as the suspects or attackers. `known`: the claims found so far."""
    for token in accused.cues("ArrestVerb", words=_NAMING):
        if token.pos_ == "VERB" and is_word(token, "ArrestVerb"):
            yield from _arrested(token, accused, voices)
        elif token.lemma_ in _NAMING and token.pos_ == "VERB" and is_passive(token):
            yield from _named(token, accused, voices, known)


def _arrested(verb: Token, accused: Accused, voices: Voices) -> Iterator[Responsibility]:
    """ "X was arrested in connection with the attack", "jailed for the murder"."""
    links = [t for o in obliques(verb, "in") if o.lemma_ == "connection" for t in obliques(o, "with", "to")]
    terms = [t for o in obliques(verb, "to", "in") for t in (o, *obliques(o, "in"))]  # "to 20 years in prison for it"
    events = accused.events([*links, *(t for w in (verb, *terms) for t in obliques(w, "for", "over"))])
    officers = accused.parties(doers(verb))
    source = Attribution(officers[0]) if officers else voices.at(verb)
    for event in events:
        for party in accused.parties(undergoers(verb)):
            if party != source.claimant:
                yield Responsibility(event, party, "blames", (between(verb, verb),), source)


def _named(
    verb: Token, accused: Accused, voices: Voices, known: Sequence[Responsibility]
) -> Iterator[Responsibility]:
    """ "The suspects were identified as X and Y": of the event that they are said to have done."""
    called = [t for t in subjects(verb) if _is_suspect(t, accused)]
    people = [i for t in obliques(verb, "as") for i in accused.cast.of(t) if accused.cast.kind(i) == "Person"]
    done = _done_by([i for t in called for i in accused.cast.of(t)], accused, known)
    last = _last(verb, accused) if called else []
    events = done or [i for i in last if not _by_officers(i, accused)]
    for event in events[-1:]:
        for person in dict.fromkeys(people):
            yield Responsibility(event, person, "blames", (between(verb, verb),), voices.at(verb))


def _by_officers(event: int, accused: Accused) -> bool:
    """Whether the state's forces did it: "a gunman was shot dead by police. The attacker was named as X"."""
    found = accused.story.events[event].entities("agent")
    return any(accused.cast.kind(i) in ("GovernmentBody", "State") for i in found)


def _is_suspect(noun: Token, accused: Accused) -> bool:
    """ "The suspect", "the attackers", "the arrested men"; of the dead among them it is told elsewhere."""
    marks = {c.lower_ for c in children(noun, "amod", "acl")}
    if marks & {"dead", "killed", "slain"}:
        return False
    fighter = "fighter" in kinds.sorts(noun, accused.cast.lexicon.nouns)
    return fighter or is_word(noun, "SuspectNoun") or bool(marks & {"arrested", "detained", "captured"})


def _done_by(people: list[int], accused: Accused, known: Sequence[Responsibility]) -> list[int]:
    """The violent events of which these are the agents, or for which they are blamed."""
    blamed = {c.about for c in known if c.responsible in people and c.stance in ("blames", "claims")}
    told = enumerate(accused.story.events)
    return [i for i, e in told if e.type in VIOLENT and (i in blamed or set(people) & e.entities("agent"))]


def _last(verb: Token, accused: Accused) -> list[int]:
    """The violent event told last before, a few sentences back at most."""
    before = [m for m in accused.story.mentions if m.token.i < verb.i and m.type in VIOLENT]
    told = [m for m in before if m.token.i in accused.story.of_token and m.modality == "asserted"]
    gap = sum(1 for t in verb.doc[told[-1].token.i : verb.i] if t.is_sent_start) if told else _NEAR
    return [accused.story.of_token[told[-1].token.i]] if gap < _NEAR else []
