"""A mention beside an event told before, with what the two have in common."""

from dataclasses import dataclass

from kg.extraction.events.casualties import FRAME as CASUALTY
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.geography import Geography
from kg.extraction.events.mention import Mention
from kg.extraction.text import sentences_apart


@dataclass(frozen=True, slots=True)
class Pair:
    """What the clues of identity look at: `index` is the event's, 0 the first that the report tells."""

    mention: Mention
    event: EventDraft
    index: int
    geography: Geography

    @property
    def places(self) -> set[int]:
        """The mention's places, finer than a country."""
        return self.geography.specific(self.mention.entities("place"))

    @property
    def event_places(self) -> set[int]:
        """The event's own places, finer than a country."""
        return self.geography.specific(self.event.entities("place"))

    @property
    def sentences(self) -> int:
        """Sentences from the event's last mention to this one."""
        last, here = self.event.last, self.mention.token.i
        return sentences_apart(self.mention.token.doc, last, here) if last < here else 0

    def open_where(self) -> bool:
        """Whether "the blast near the square" says where just after, in words that no gazetteer can place elsewhere."""
        again = self.mention.definite and not self.mention.multiple and self.sentences <= 1 and self.index == 0
        named = self.mention.entities("place")
        return again and bool(named) and not any(self.geography.known({p}) for p in named)

    def shares(self, *roles: str) -> bool:
        """Whether a participant in one of these roles is the same."""
        return bool(self.mention.entities(*roles) & self.event.entities(*roles))

    def differs(self, *roles: str) -> bool:
        """Whether both have participants in one of these roles, and none is the same."""
        return any(
            self.mention.entities(r) and self.event.entities(r) and not self.shares(r) for r in roles
        )

    def beyond(self) -> bool:
        """Whether the mention names a place that has nothing to do with the event's; the places of a single deed lie
        within each other."""
        theirs = self.event.places()
        if (not self.mention.multiple and self.places & theirs) or self.open_where() or self._named_now():
            return False
        return bool(theirs) and any(not any(self.geography.meet(a, b) for b in theirs) for a in self.places)

    def _named_now(self) -> bool:
        """ "Killed in a village in northern A ... the killings in B": the village that was left unnamed."""
        if self.index or not self.mention.definite or self.event_places:
            return False
        around = [f.token.head for f in self.event.first.fillers if f.role == "place"]
        return any(t.pos_ == "NOUN" and any(c.lower_ in ("a", "an") for c in t.lefts) for t in around)

    def narrower(self) -> bool:
        """Whether the event also happened at places that have nothing to do with the mention's:
        it is a part, at most."""
        mine = self.places
        theirs = self.geography.specific(self.event.places())
        return bool(mine) and any(not any(self.geography.meet(a, b) for a in mine) for b in theirs)


def several(event: EventDraft) -> bool:
    """Whether a plural noun tells of the event, so that it can be a whole of parts."""
    told = (m for m in event.mentions if m.frame != CASUALTY)  # "the victims" are several, and of one deed
    return any(m.multiple and (m.trigger.noun or m.separately or _in_several_places(m)) for m in told)


def _in_several_places(mention: Mention) -> bool:
    """ "Bombers struck the cities of A and B"."""
    return len(mention.spots()) > 1
