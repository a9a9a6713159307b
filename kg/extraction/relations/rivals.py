"""Rivals by the war that they fight, as the events of the report tell of it."""

from collections.abc import Iterator, Sequence

from kg.extraction.claims.attribution import Voices
from kg.extraction.events.parties import parties
from kg.extraction.events.story import Story
from kg.extraction.spans import between
from kg.records import Relation


def rivals(told: Story, voices: Voices, known: Sequence[Relation]) -> Iterator[Relation]:
    """The two parties of each war, where both have a name and are not `known` as rivals; once each."""
    seen = {frozenset({r.subject, r.object}) for r in known if r.predicate == "rivalOf"}
    for event in told.events:
        for found in event.mentions if event.type == "Conflict" and event.modality == "asserted" else ():
            both = parties(found, told.cast)
            pair = frozenset(f.entity for f in both)
            if len(pair) == 2 and pair not in seen and not any(told.cast.drafts[i].generic for i in pair):
                seen.add(pair)
                one, other = sorted(both, key=lambda f: f.token.i)
                words = (between(one.token, other.token),)
                yield Relation(one.entity, "rivalOf", other.entity, words, voices.at(found.token))
