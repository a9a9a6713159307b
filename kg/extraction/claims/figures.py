"""How many were killed, wounded, abducted, arrested, displaced or are missing, in which event, by whose count."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg.extraction.claims.attribution import Voices
from kg.extraction.claims.counts import Count, Counts
from kg.extraction.events.identity import avenged
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.outcomes import by_accident
from kg.extraction.events.story import Story
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions.cast import Cast
from kg.extraction.numbers import Number
from kg.extraction.syntax.clause import children, coordinated, doers, obliques
from kg.extraction.wordlist import listed
from kg.records import Attribution, Figure, Span

_DEEDS = VIOLENT - {"Clash", "Offensive"}
_IN = ("in", "at", "near")
_COUNTING = frozenset(
    "count put raise report estimate tally record revise lower list speak give document register".split()  # noqa: SIM905
)


def figures(story: Story, cast: Cast, voices: Voices, lexicon: Lexicon, counts: dict[int, Number]) -> Iterator[Figure]:
    """Every figure of a document, tied to its event, with its claimant; one for each number printed."""
    seen: set[int] = set()
    for count in Counts(story, lexicon, counts, cast):
        if count.number.start not in seen and not _is_rate(count):
            seen.add(count.number.start)
            about = _about(count, story, cast)
            if about is not None and not (avenged(count.trigger) and story.event_of(count.trigger) is None):
                yield _figure(count, about, cast, voices, lexicon)


def _is_rate(count: Count) -> bool:
    """ "Kills 3,500 people a year": so many in every such stretch, and in no event."""
    words = list(count.token.doc[count.token.i + 1 : count.token.i + 4])
    after = [b for a, b in pairwise(words) if a.lower_ in ("a", "an", "each", "every", "per")]
    return any(t.lemma_.lower() in ("year", "month", "week", "day") for t in after)


def _figure(count: Count, about: int, cast: Cast, voices: Voices, lexicon: Lexicon) -> Figure:
    number = count.number
    group = _group(count, cast, lexicon)
    evidence = (_evidence(count),)
    source = _counter(count, cast, voices) or voices.at(count.token)
    return Figure(
        count.measure, number.bound, number.figure, number.lower, number.upper, about, evidence, group, source
    )


def _counter(count: Count, cast: Cast, voices: Voices) -> Attribution | None:
    """Who counts, where the count hangs on a verb of counting: "officials counted 80 dead", "X put the toll at 12"."""
    above = [*_within_clause(count.token), count.trigger.head]
    verb = next((t for t in above if t.pos_ == "VERB" and t.lemma_.lower() in _COUNTING and t.tag_ != "VBG"), None)
    told = next((s for s in voices.speeches if verb is not None and s.cue == verb.i), None)
    speaker = voices.speaker(told) if told is not None else None
    found = [speaker] if speaker is not None else [i for t in doers(verb) for i in cast.actors(t)] if verb else []
    found += [i for t in obliques(count.trigger, "by") for i in _whose_count(t, cast)]
    return Attribution(found[0]) if found else None


def _within_clause(token: Token) -> Iterator[Token]:
    """The token and three words above it, up to a clause in which another verb tells: "..., while X said that ..."."""
    yield token
    for above in list(token.ancestors)[:3]:
        yield above
        if above.dep_ == "advcl" and above.tag_ in ("VBD", "VBZ", "VBP") and children(above, "nsubj"):
            return


def _whose_count(noun: Token, cast: Cast) -> list[int]:
    """ "By the union's count": whose it is."""
    counted = noun.lemma_.lower() in listed("quantities.ttl", "TollNoun") | {"account", "estimate", "reckoning"}
    return [i for c in noun.lefts if counted and c.dep_ == "nmod:poss" for i in cast.actors(c)]


def _evidence(count: Count) -> Span:
    """From the number to the word of harm, or back."""
    doc = count.token.doc
    first = min(count.number.start, count.token.i, count.trigger.i)
    last = max(count.number.end - 1, count.token.i, count.trigger.i)
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _group(count: Count, cast: Cast, lexicon: Lexicon) -> int | None:
    if count.token.tag_ in ("NN", "NNP") and count.number.figure != 1:
        return None  # "a journalist and his son" are two, and no group
    counted = next(iter(obliques(count.token, "of")), count.token) if count.token.pos_ == "NUM" else count.token
    if counted.pos_ != "NOUN" or counted.lemma_.lower() not in lexicon.nouns.parts:
        return None  # "three of the attackers" are attackers
    found = [i for i in cast.of(counted) if cast.kind(i) not in ("Place", "Facility", "Weapon")]
    one = bool(found) and cast.kind(found[0]) == "Person" and count.number.figure != 1  # "two guards, X and Y"
    return found[0] if found and not one else None


# ---------------------------------------------------------------- which event
def _about(count: Count, story: Story, cast: Cast) -> int | None:
    event = story.event_of(count.token) if count.token.pos_ == "NUM" else None  # "and about 80 on the 27th at B"
    if event is not None:
        return event
    event = story.event_of(count.trigger)
    if event is None and not by_accident(count.trigger, story):
        event = _context(count, story)
        if count.measure == "displaced" and event is not None and story.events[event].type in _DEEDS:
            return None  # "bombed a hall with 120 refugees"
    if event is None:
        return None
    places = {i for t in _where(count) if not _of_another(t, count, story) for i in cast.places(t)}
    return _placed(event, story.geography.specific(places), story) if places else event


def _context(count: Count, story: Story) -> int | None:
    """The event last told before a count without a verb ("20 dead"), else the report's main event."""
    before = [
        m
        for m in story.mentions
        if m.token.i <= count.token.i and m.token.sent == count.token.sent and m.token.i in story.of_token
    ]
    near = [m for m in before if m.type in VIOLENT] or [
        m
        for m in story.mentions
        if m.token.sent == count.token.sent and m.type in VIOLENT and m.token.i in story.of_token
    ]
    events = [story.of_token[m.token.i] for m in near]
    whole = story.events[events[-1]].parent if events else None
    return whole if whole in events else events[-1] if events else story.main()


def _where(count: Count) -> Iterator[Token]:
    """The places that the number's own phrase names, or else its clause: "48 in Tartus"."""
    own = _next_to(count) or obliques(count.token, *_IN)
    if not own and count.token.dep_ not in ("conj", "appos"):
        own = obliques(count.trigger, *_IN)
    if not own and count.token.i > count.trigger.i:
        own = [t for t in obliques(count.trigger, *_IN) if t.i > count.token.i]
    return iter(own)


def _next_to(count: Count) -> list[Token]:
    """The place right after a bare number: "45 in Aden and 33 in Taiz"."""
    doc, end = count.token.doc, count.number.end
    if count.token.i < end and end < len(doc) and doc[end].lower_ in _IN and doc[end].dep_ == "case":
        return list(coordinated(doc[end].head))[:1]
    return []


def _of_another(place: Token, count: Count, story: Story) -> bool:
    """Whether another number was counted at the place, or stands right before its preposition."""
    marks = [c for c in place.children if c.dep_ == "case"]
    before = marks[0].i - 1 if marks else place.i
    owner = story.counted_at.get(place.i, before if place.doc[before].like_num else None)
    return owner is not None and not count.number.start <= owner < count.number.end and owner > count.token.i


def _placed(event: int, places: set[int], story: Story) -> int:
    """The part of the event that is at exactly these places, where there is one; the coarsest such."""
    family = story.parts(story.root(event))
    exact = [i for i in family if places and story.geography.specific(story.events[i].entities("place")) == places]
    if event in exact:
        return event
    return min(exact, key=lambda i: (_depth(i, story), i), default=event)


def _depth(index: int, story: Story) -> int:
    parent = story.events[index].parent
    return 0 if parent is None else 1 + _depth(parent, story)
