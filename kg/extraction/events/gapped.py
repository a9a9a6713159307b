"""Numbers with a place or a day of their own below one verb: "51 were shot on May 8 at A, and 80 on the 27th at B" are
of two events."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.mention import Mention
from kg.extraction.events.shares import is_known
from kg.extraction.events.slots import where
from kg.extraction.events.story import Story
from kg.extraction.events.trigger import Trigger
from kg.extraction.numbers import Number
from kg.extraction.syntax.clause import coordinated, obliques
from kg.lexicon.triggers import Sense


def open_gapped(story: Story, counts: Mapping[int, Number]) -> None:
    """An event for each such number, a part of what the verb's is a part of, with what is told beside it alone."""
    for mention in [m for m in story.mentions if m.trigger.sense.measure and not m.trigger.noun]:
        if mention.token.i in story.of_token and mention.modality == "asserted":
            for number in _numbers(mention.token):
                if number.i in counts and number.i not in story.of_token:
                    _part(story, mention, number)


def _numbers(verb: Token) -> Iterator[Token]:
    """The bare numbers joined to the verb, or to where it says that it was."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("conj", "obl"):
            yield from (t for t in coordinated(child) if t.pos_ == "NUM" and t.dep_ == "conj")


def _part(story: Story, mention: Mention, number: Token) -> None:
    inside = {t.i for t in number.subtree}
    near = obliques(number, *where())
    places = [Filler("place", i, t) for t in near for i in story.cast.places(t)]
    times = [t for t in mention.times if t.start in inside]
    own = [t for t in mention.times if t.start not in inside]
    elsewhere = [f for f in mention.fillers if f.role == "place" and f.token.i not in inside]
    if not (places and elsewhere) and not (times and own):
        return
    spots = story.geography.specific({f.entity for f in places})
    if not times and is_known(story, story.of_token[mention.token.i], spots):
        return  # the part of the event at that place
    mention.fillers = [f for f in mention.fillers if f.token.i not in inside]
    event = story.events[story.of_token[mention.token.i]]
    for each in event.mentions:
        each.times = [t for t in each.times if t.start not in inside]
    harmed = [f for f in mention.fillers if f.role == "victim"]
    sense = Sense(event.type, "Blow")
    told = Mention(Trigger(number, sense, ""), "asserted", None, [*places, *harmed], times)
    story.open(told, event.parent)
