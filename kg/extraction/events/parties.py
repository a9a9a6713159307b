"""The two parties of talks and wars: entered where a report tells of them, carried to what they agreed on."""

from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.events.words import listed
from kg.extraction.mentions.cast import Cast
from kg.extraction.syntax.clause import children, obliques

_TALK_OR_FIGHT = frozenset({"Negotiation", "Agreement", "Conflict", "Clash"})


def enter(found: Mention, cast: Cast) -> None:
    """Remember in the cast which two parties a mention tells to talk or fight, so that "both sides" finds them."""
    both = parties(found, cast)
    if len(both) == 2:
        cast.sides.append((found.token.i, tuple(f.entity for f in both)))


def parties(found: Mention, cast: Cast) -> list[Filler]:
    """Who talk or fight with each other: neither those who only mediate, nor men of a group that is told as well."""
    if found.type not in _TALK_OR_FIGHT or found.token.lemma_.lower() == "mediation":
        return []
    men = {one for one, _, _ in cast.memberships}
    agents = {f.entity: f for f in found.fillers if f.role == "agent" and not _brokers(f, found)}
    return [f for entity, f in agents.items() if entity not in men]


def _brokers(filler: Filler, found: Mention) -> bool:
    """ "UN-brokered talks", "talks mediated by Norway"."""
    hyphened = filler.token.i + 1 < found.token.i and filler.token.nbor(1).text == "-"
    clauses = [c for c in children(found.token, "acl") if c.lemma_.lower() in listed("BrokeringVerb")]
    return hyphened or any(filler.token in obliques(c) for c in clauses)


def carry(told: Story) -> None:
    """An agreement of which no party is told is one of the only two who talk or fight in the report, told before it or
    else after."""
    pairs = {frozenset(both) for _, both in told.cast.sides}
    if len(pairs) != 1:
        return
    for event in told.events:
        if event.type == "Agreement" and event.modality == "asserted" and not event.entities("agent"):
            near = sorted(told.mentions, key=lambda m: (m.token.i > event.first.token.i, -m.token.i))
            known = next((p for m in near if len(p := parties(m, told.cast)) == 2), [])
            event.first.fillers += known
