"""Which events say enough to stand in the graph."""

from collections.abc import Iterable

from kg.extraction.events.draft import EventDraft
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.story import Story
from kg.extraction.events.words import listed
from kg.records import Figure, Responsibility


def kept(story: Story, figures: Iterable[Figure], claims: Iterable[Responsibility]) -> list[int]:
    """Indexes of the events to keep, in order. A mention of violence in general ("deadly attacks in the West") is no
    event."""
    counted = {f.about for f in figures}
    claimed = {c.about for c in claims}
    chosen = {i for i, e in enumerate(story.events) if _stands(i, e, story, counted, claimed)}
    return sorted(chosen)


def _stands(index: int, event: EventDraft, story: Story, counted: set[int], claimed: set[int]) -> bool:
    if index in counted:
        return True
    if event.first.token.lemma_.lower() in listed("DefusingVerb"):
        return bool(event.entities("weapon")) and (_anchored(event, story) or bool(event.entities("target")))
    if event.modality not in ("asserted", "attributed"):
        return bool(event.entities("agent", "target", "victim") and (event.type in VIOLENT or event.entities("place")))
    if event.type in (
        "Conflict",
        "Negotiation",
        "Agreement",
        "Protest",
        "Offensive",
        "Seizure",
        "Displacement",
        "Arrest",
    ):
        return _anchored(event, story) or bool(event.entities("agent", "victim", "target", "place"))
    return _anchored(event, story) or (_told_once(event) and index in claimed)


def _told_once(event: EventDraft) -> bool:
    """Whether it is one occurrence, or so many: not violence in general."""
    return not all(m.vague for m in event.mentions)


def _habitual(event: EventDraft, story: Story) -> bool:
    """ "They murder people with impunity": told in the present, once, of nobody and nowhere in particular."""
    if len(event.mentions) > 1 or event.first.trigger.noun or event.first.token.tag_ not in ("VBP", "VBZ", "VBG"):
        return False
    if event.first.token.tag_ == "VBG" and any(t.tag_ == "VBD" for t in event.first.token.ancestors):
        return False  # "attacked the town, torching 20 homes"
    found = [story.cast.drafts[e] for e in event.entities("target", "victim", "place")]
    return event.count is None and all(d.generic and d.plural for d in found)


def _anchored(event: EventDraft, story: Story) -> bool:
    """Whether something ties it to a place, a time, or to known participants."""
    if event.values():
        return True
    if _habitual(event, story):
        return False
    if len(event.entities("agent")) > 1 and event.type == "Clash":
        return True
    if event.type == "Clash" and not event.first.trigger.noun and not event.entities("place"):
        return False
    if not _told_once(event):
        placed = bool(story.geography.specific(event.entities("place")))
        return placed and (len(event.mentions) > 1 or bool(event.entities("agent") and event.entities("target")))
    return bool(event.entities("place", "target", "victim", "agent", "weapon")) or event.parent is not None
