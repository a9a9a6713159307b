"""Rivals by the war that they fight, allies by the fight that one of them backs, as the events of the report tell."""

from collections.abc import Iterator, Sequence

from kg.extraction.claims.attribution import Voices
from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.parties import parties
from kg.extraction.events.story import Story
from kg.extraction.mentions import kinds
from kg.extraction.relations.lexicon import listed
from kg.extraction.spans import between
from kg.extraction.syntax.clause import children, obliques
from kg.records import Relation


def rivals(told: Story, voices: Voices, known: Sequence[Relation]) -> Iterator[Relation]:
    """The two parties of each war, and the armed groups that clash, where both have a name and are not `known` as
    rivals; once each."""
    seen = {frozenset({r.subject, r.object}) for r in known if r.predicate == "rivalOf"}
    for event in told.events:
        fight = event.type in ("Conflict", "Clash") and event.modality == "asserted"
        for found in event.mentions if fight else ():
            both = parties(found, told.cast)
            if event.type == "Clash" and not _armed(both, told):
                continue
            pair = frozenset(f.entity for f in both)
            if len(pair) == 2 and pair not in seen and not any(told.cast.drafts[i].generic for i in pair):
                seen.add(pair)
                one, other = sorted(both, key=lambda f: f.token.i)
                words = (between(one.token, other.token),)
                yield Relation(one.entity, "rivalOf", other.entity, words, voices.at(found.token))


def _armed(both: Sequence[Filler], told: Story) -> bool:
    """Whether one is an armed group, and both are groups or forces."""
    kinds_of = [told.cast.kind(f.entity) for f in both]
    return "ArmedGroup" in kinds_of and {*kinds_of} <= {"ArmedGroup", "GovernmentBody", "State"}


def allies(told: Story, voices: Voices, known: Sequence[Relation]) -> Iterator[Relation]:
    """Who backs an offensive and who leads it, or wins ground in it; not those `known` as allies."""
    seen = {frozenset({r.subject, r.object}) for r in known if r.predicate == "allyOf"}
    for index, event in enumerate(told.events):
        backers = _backers(told, index) if event.type == "Offensive" and event.modality == "asserted" else []
        doers = [f for i in told.parts(index) for m in told.events[i].mentions for f in m.fillers if f.role == "agent"]
        for one in backers:
            for other in (f for f in doers if f.entity not in {b.entity for b in backers} and _is_side(told, f)):
                if frozenset({one.entity, other.entity}) not in seen:
                    seen.add(frozenset({one.entity, other.entity}))
                    words = (between(other.token, one.token),)
                    yield Relation(one.entity, "allyOf", other.entity, words, voices.at(one.token))


def _backers(told: Story, index: int) -> list[Filler]:
    """The named agents of whom the report says that they back it: "an offensive backed by X"."""
    nouns = [m.token for m in told.events[index].mentions if m.trigger.noun]
    clauses = [c for t in nouns for c in children(t, "acl") if c.lemma_.lower() in listed("BackVerb")]
    tokens = [t for c in clauses for t in obliques(c, "by")]
    agents = [f for m in told.events[index].mentions for f in m.fillers if f.role == "agent" and f.token in tokens]
    return [f for f in agents if not told.cast.drafts[f.entity].generic]


def _is_side(told: Story, filler: Filler) -> bool:
    """Whether it is a named power or group, or forces of a state."""
    draft = told.cast.drafts[filler.entity]
    forces = bool(kinds.sorts(filler.token, told.lexicon.nouns) & {"force", "soldier"})
    return forces or (draft.kind in ("ArmedGroup", "GovernmentBody", "State") and not draft.generic)
