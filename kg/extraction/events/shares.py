"""Counts told place by place: "78 people killed, 45 of them in Aden and 33 in Taiz".

Such a place belongs to its number and not to the verb above, and what happened there is a part of the event.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.events.trigger import Trigger
from kg.extraction.mentions.cast import Cast
from kg.extraction.numbers import Number
from kg.lexicon.triggers import Sense

_IN = ("in", "at", "near")
_THEM = ("them", "whom", "those")
_FURTHER = ("more", "others", "dead", "killed", "wounded", "injured")


@dataclass(frozen=True, slots=True)
class Share:
    """A number of people and the place where they were counted; `verb` is the predicate above both, or the root."""

    number: Token
    place: Token
    verb: Token


def shares(cast: Cast, counts: Mapping[int, Number]) -> list[Share]:
    """The shares of a document, in text order: "N of them in A", or two and more numbers with a place of their own
    each below one verb.
    """
    groups: dict[int, list[tuple[Share, bool]]] = defaultdict(list)
    for number in sorted({n.start: n for n in counts.values()}.values(), key=lambda n: n.start):
        for share, of_them in _share(number, cast):
            groups[share.verb.i].append((share, of_them))
    several = (g for g in groups.values() if len({s.place.lower_ for s, _ in g}) > 1 or any(of for _, of in g))
    return sorted((s for g in several for s, _ in g), key=lambda s: s.number.i)


def _share(number: Number, cast: Cast) -> Iterator[tuple[Share, bool]]:
    doc, at = cast.doc, number.end
    of_them = [t.lower_ for t in doc[at : at + 2]][:1] == ["of"] and doc[at : at + 2][-1].lower_ in _THEM
    token = doc[number.start : number.end].root
    if of_them:
        at += 2
    elif at < len(doc) and (doc[at].lower_ in _FURTHER or (doc[at] == token.head and doc[at].pos_ == "NOUN")):
        at += 1
    if at < len(doc) and doc[at].lower_ in _IN and doc[at].dep_ == "case" and cast.places(doc[at].head):
        yield Share(token, doc[at].head, _verb(token)), of_them


def _verb(token: Token) -> Token:
    return next((t for t in token.ancestors if t.pos_ == "VERB"), token.sent.root)


def without(found: Sequence[Mention], places: Container[int]) -> None:
    """Take the places of shares (their tokens' indexes) from the mentions that they were read into."""
    for mention in found:
        mention.fillers = [f for f in mention.fillers if f.role != "place" or f.token.i not in places]


def open_parts(story: Story, shared: Sequence[Share]) -> None:
    """A part for each share, where its event has none at that place."""
    for share in shared:
        whole = _event(story, share)
        places = {i for i in story.cast.places(share.place) if story.cast.kind(i) == "Place"}
        if whole is not None and story.geography.specific(places) and not is_known(story, whole, places):
            sense = Sense(story.events[whole].type, "Blow")
            fillers = [Filler("place", i, share.place) for i in sorted(places)]
            story.open(Mention(Trigger(share.number, sense, ""), "asserted", None, fillers), story.root(whole))


def _event(story: Story, share: Share) -> int | None:
    """The asserted violent event that the share's verb or a word near it tells of, else the report's main one."""
    here = [m.token.i for m in story.mentions if m.token.sent == share.number.sent and m.token.i in story.of_token]
    here.sort(key=lambda i: (i != share.verb.i, abs(i - share.number.i)))
    told = (story.of_token[i] for i in here)
    found = next((i for i in told if story.events[i].type in VIOLENT), story.main())
    return found if found is not None and _happened(story, found) else None


def _happened(story: Story, event: int) -> bool:
    return story.events[event].type in VIOLENT and story.events[event].modality in ("asserted", "attributed")


def is_known(story: Story, event: int, places: set[int]) -> bool:
    """Whether the event or one of its family is told to be at exactly these places."""
    family = story.parts(story.root(event))
    return any(story.geography.specific(story.events[i].entities("place")) == places for i in family)
