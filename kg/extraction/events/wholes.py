"""Events that take in others told beside them: attacks in which people were abducted, waves, several incidents."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extraction.events.draft import EventDraft
from kg.extraction.events.identity import conflicts
from kg.extraction.events.kinds import VIOLENT, same_kind
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.events.trigger import is_collective
from kg.extraction.syntax.clause import children, coordinated, obliques
from kg.extraction.text import sentences_between


def gather(told: Story) -> None:
    """Make parts of the events that others, told before or after them, take in."""
    for event in range(len(told.events)):
        _put_in(told, event)
        _gather(told, event)
        _enumerate(told, event)
        _win(told, event)


def total(told: Story, index: Mapping[int, Mention]) -> None:
    """ "Across the city, 24 people were killed on Wednesday in seven bombings and several shootings": what was told
    before of that day and in that city is a part."""
    for whole, event in enumerate(told.events):
        told_of = any(m.multiple and m.trigger.noun for m in event.mentions)
        if event.parent is None and event.violent and told_of and event.modality == "asserted":
            beside = [index[t.i] for t in _nouns(event) if t.i in index]
            kinds = {event.type, *(m.type for m in beside)}
            free = {None, *(told.of_token.get(m.token.i) for m in beside)}
            for part in [i for i, e in enumerate(told.events) if e.parent in free and _counted_in(told, e, event)]:
                if part != whole and any(same_kind(told.events[part].type, k) for k in kinds):
                    told.adopt(part, whole)


def _nouns(event: EventDraft) -> Iterator[Token]:
    """The event's nouns, with all that these are coordinated with."""
    return (t for m in event.mentions if m.trigger.noun for t in coordinated(m.token))


def _days(event: EventDraft) -> set[str]:
    return {t.time.value for m in event.mentions for t in m.times if t.time.datatype == "date"}


def _counted_in(told: Story, part: EventDraft, whole: EventDraft) -> bool:
    """Whether one was told before the other, of the same day, in fewer deeds, and at a place within its place; or just
    before, and at no place of its own."""
    before = part.first.token.i < whole.first.token.i and part.modality == "asserted"
    if not before or not _days(part) & _days(whole) or (part.count or 1) >= (whole.count or 2):
        return False
    outer = told.geography.specific(whole.entities("place"))
    inner = told.geography.specific(part.entities("place"))
    if not inner:
        return bool(outer) and sentences_between(part.first.token, whole.first.token) <= 2
    return all(any(told.geography.inside(i, o) for o in outer) for i in inner)


def _win(told: Story, part: int) -> None:
    """What is taken in an offensive told just before: "the army began an offensive on A. It has since taken two
    villages there"."""
    event = told.events[part]
    if event.type != "Seizure" or event.parent is not None or event.modality != "asserted":
        return
    since = any(c.lower_ == "since" for c in children(event.first.token, "advmod"))
    for whole, other in enumerate(told.events):
        told_of = other.type == "Offensive" and other.modality == "asserted"
        before = told_of and other.first.token.i < event.first.token.i
        if before and sentences_between(other.first.token, event.first.token) <= 2:
            places = told.geography.specific(event.entities("place", "target"))
            theirs = told.geography.specific(other.entities("place", "target"))
            there = any(a == b or told.geography.inside(a, b) for a in places for b in theirs)
            if there or (since and not told.geography.apart(event.entities("place"), other.entities("place"))):
                told.adopt(part, whole)


def _put_in(told: Story, part: int) -> None:
    """People abducted "in an attack on the town" were so in a part of that attack."""
    event = told.events[part]
    if event.parent is None and event.type == "Kidnapping":
        named = obliques(event.first.token, "in", "during")
        wholes = (told.of_token.get(t.i) for o in named for t in (o, *obliques(o, "of")))
        found = next((w for w in wholes if w is not None and told.events[w].type in VIOLENT), None)
        if found is not None and found not in told.parts(part):
            told.adopt(part, found)


def _enumerate(told: Story, whole: int) -> None:
    """ "Were taken in two separate incidents. Gunmen took ...": the next two that are told are the two."""
    for found in [m for m in told.events[whole].mentions if m.separately]:
        after = [i for i, e in enumerate(told.events) if e.first.token.i > found.token.i and i != whole]
        near = [i for i in after if sentences_between(found.token, told.events[i].first.token) <= _NEXT]
        for part in near[: found.count]:
            event = told.events[part]
            places = event.places()
            apart = told.geography.known(places) and told.geography.apart(places, told.events[whole].places())
            if event.type == told.events[whole].type and event.parent is None and not apart:
                told.adopt(part, whole)


_NEXT = 3  # sentences


def _gather(told: Story, whole: int) -> None:
    """A wave or series of attacks takes in the single ones told just before it: "... in the day's wave of attacks"."""
    event = told.events[whole]
    if not _collective(event.first.token) or event.parent is not None or event.type not in VIOLENT:
        return
    for index, part in enumerate(told.events):
        near = sentences_between(part.first.token, event.first.token) <= 2 and part.first.token.i < event.first.token.i
        if (
            near
            and part.parent is None
            and part.type in VIOLENT
            and not part.multiple
            and not conflicts(part.first, event, told.geography)
        ):
            told.adopt(index, whole)


def _collective(token: Token) -> bool:
    """Whether the noun is one of a wave, string or series."""
    return token.dep_ == "nmod" and is_collective(token.head)
