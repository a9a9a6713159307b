"""The class of an event once all that the report says of it is gathered."""

from kg.extraction.events.draft import EventDraft
from kg.extraction.events.words import listed


def final_type(event: EventDraft) -> str:
    """The event's class: an attack by gunmen or from an ambush, with no weapon told, is an armed one."""
    if event.type != "Attack" or event.entities("weapon", "method"):
        return event.type
    doers = {f.token.lemma_.lower() for m in event.mentions for f in m.fillers if f.role == "agent"}
    words = {m.token.lemma_.lower() for m in event.mentions}
    armed = doers & listed("GunmanNoun") or words & listed("ArmedWord")
    return "ArmedAttack" if armed else event.type
