"""Who said what: each speech with a known speaker is an event of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extraction.claims.attribution import Voices
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.story import Story
from kg.extraction.mentions import kinds
from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.speech import Speech
from kg.extraction.syntax.clause import case_of, children, coordinated, obliques, undergoers
from kg.extraction.text import in_one_paragraph, text_of
from kg.extraction.wordlist import listed
from kg.records import Event, Responsibility, Span, Statement

TYPES = {
    "condemn": "Condemnation",
    "accuse": "Accusation",
    "blame": "Accusation",
    "deny": "Denial",
    "confirm": "Confirmation",
    "warn": "Warning",
}
_OFFICES = frozenset(["leads", "speaksFor", "memberOf"])


@dataclass(frozen=True, slots=True)
class Told:
    """A statement: the event that it is, and what makes it a statement (its event index still to be set)."""

    event: Event
    speakers: tuple[tuple[int, int | None], ...]  # each with the body spoken for
    about: tuple[int, ...]
    quotes: tuple[Span, ...]
    evidence: Span

    def statements(self, index: int, renumbered: Mapping[int, int]) -> Iterator[Statement]:
        """The records, one for each speaker, once the event has its index and the events it is about have theirs."""
        about = tuple(renumbered[i] for i in self.about if i in renumbered)
        for speaker, body in self.speakers:
            yield Statement(index, speaker, (self.evidence,), body, about, self.quotes)


def statements(story: Story, cast: Cast, voices: Voices, offices: dict[int, int]) -> Iterator[Told]:
    """Every statement of a document; `offices` gives for a person the body that the report says they lead or speak
    for."""
    for speech in _joined(voices, cast):
        speakers = voices.speakers(speech)
        if speakers and (speech.content or speech.quotes or speech.act in TYPES or _judges(speech, story, cast)):
            yield _told(speech, speakers, story, cast, offices)


def of_what_is_blamed(told: Told, claims: Sequence[Responsibility]) -> Told:
    """An accusation or a denial that names no event is of what its speaker lays on somebody, or denies, in it."""
    if told.about or told.event.type not in ("Accusation", "Denial"):
        return told
    speakers = {s for s, _ in told.speakers}
    own = [c for c in claims if c.attribution.claimant in speakers and c.stance in ("blames", "denies")]
    inside = [c.about for c in own if any(told.evidence.begin <= e.begin < told.evidence.end for e in c.evidence)]
    return replace(told, about=tuple(dict.fromkeys(inside)))


def _judges(speech: Speech, story: Story, cast: Cast) -> bool:
    """ "Praised the raid", "called it a crime", "expressed concern", "claimed responsibility", "claimed the attack": an
    act of speech without what was said."""
    cue = cast.doc[speech.cue]
    if speech.act == "claim" and speech.about is not None:
        about = cast.doc[speech.about]
        return story.event_of(about) is not None or about.lemma_ in listed("responsibility.ttl", "GuiltNoun")
    judging = speech.act in ("praise", "demand") or cue.lemma_.lower() in listed("speech.ttl", "Judging")
    return judging and cue.pos_ == "VERB" and speech.about is not None


def _joined(voices: Voices, cast: Cast) -> list[Speech]:
    """The speeches, "saying ..." joined to the "condemned" or "claimed" that it goes with."""
    found = {s.cue: s for s in voices.speeches}
    for cue in sorted(found):
        above = cast.doc[cue].head.i
        if cast.doc[cue].tag_ == "VBG" and cast.doc[cue].dep_ == "advcl" and above in found:
            said, by = found.pop(cue), found[above]
            found[above] = replace(
                by,
                content=tuple(sorted({*by.content, *said.content})),
                quotes=tuple(sorted({*by.quotes, *said.quotes})),
            )
    return [found[cue] for cue in sorted(found)]


def _told(speech: Speech, speakers: Sequence[int], story: Story, cast: Cast, offices: dict[int, int]) -> Told:
    doc = cast.doc
    cue = doc[speech.cue]
    label = text_of(doc)[slice(*_words(cue, doc[speech.speaker] if speech.speaker is not None else cue))]
    event = Event(TYPES.get(speech.act, "Statement"), label, (Span(cue.idx, cue.idx + len(cue)),))
    quotes = tuple(Span(doc[b].idx, doc[e - 1].idx + len(doc[e - 1])) for b, e in speech.quotes if e > b)
    return Told(
        event,
        tuple((speaker, _affiliation(speech, speaker, cast, offices)) for speaker in speakers),
        tuple(_about(speech, speakers, story, cast)),
        quotes,
        _evidence(speech, cue),
    )


def _words(cue: Token, speaker: Token) -> tuple[int, int]:
    first, last = (cue, speaker) if cue.i < speaker.i else (speaker, cue)
    if last.i - first.i > 12 or (last == cue and any(t.is_punct for t in cue.doc[first.i : last.i])):
        first = last = cue
    return first.idx, last.idx + len(last)


def _evidence(speech: Speech, cue: Token) -> Span:
    sentence = [t for t in cue.sent if not t.is_space]
    return Span(sentence[0].idx, sentence[-1].idx + len(sentence[-1]))


def _affiliation(speech: Speech, speaker: int, cast: Cast, offices: dict[int, int]) -> int | None:
    """For whom the speaker speaks: the body they hold office in, or that their description names."""
    if speaker in offices:
        return offices[speaker]
    if speech.speaker is None or cast.kind(speaker) not in ("Person", "PeopleGroup"):
        return None
    token = next((t for t in coordinated(cast.doc[speech.speaker]) if speaker in cast.actors(t)), None)
    if token is None:
        return None
    for noun in (token, *children(token, "nmod:desc", "appos")):
        for child in noun.children:
            before = child.i < noun.i and child.dep_ in ("compound", "nmod:poss", "amod", "nmod", "nmod:desc")
            if child.pos_ == "PRON" and not _is_office(noun):
                continue  # "its owner said"
            if before or (child.dep_ == "nmod" and case_of(child) in ("of", "for", "from", "with", "at")):
                national = cast.adjective_actor(child) if _is_office(noun) else ()  # "Israeli medics" speak for none
                for index in (*cast.actors(child), *national):
                    if cast.kind(index) in kinds.BODIES and index != speaker:
                        return index
    return None


def _is_office(noun: Token) -> bool:
    """Whether the noun says that somebody leads, speaks for or belongs to a body."""
    return noun.lemma_.lower() in listed("relations.ttl", "RelationNoun")


# ---------------------------------------------------------------- topic
def _about(speech: Speech, speakers: Sequence[int], story: Story, cast: Cast) -> list[int]:
    """The events that the words said tell of; those condemned, confirmed or denied;
    else those that "they" or "it" can only be."""
    cue = cast.doc[speech.cue]
    direct = [t for u in [*undergoers(cue), *obliques(cue, "for", "of", "about", "on")] for t in coordinated(u)]
    topic = [cast.doc[speech.about]] if speech.about is not None else []
    empty = [t for t in [*topic, *direct] if story.event_of(t) is None]
    direct += [w for t in empty for w in obliques(t, "of", "in", "for")]  # "the end of the war", "any role in the raid"
    found = [story.event_of(t) for t in [*topic, *direct]]
    inside = [m for m in story.mentions if any(b <= m.token.i < e for b, e in speech.content)]
    found += [story.event_of(m.token) for m in inside]
    found += _struck_there(speech, story, cast)
    known = list(dict.fromkeys(i for i in found if i is not None))
    if speech.act in TYPES and all(_is_bare(i, story) for i in known):
        taken_up = any(_takes_up(t, story) for t in [*topic, *direct])
        told = [i for i in _just_told(cue, story) if not _is_bare(i, story)] if taken_up else []
        known = told or ([] if taken_up else known)
    return _ranked(known, story) or _implied(speech, speakers, story, cast) or _of_their_own(speech, speakers, story)


def _is_bare(index: int, story: Story) -> bool:
    """Whether the report says nothing of the event but that it was."""
    return not any(m.fillers or m.times for m in story.events[index].mentions)


def _takes_up(token: Token, story: Story) -> bool:
    """ "Denounced it", "the attack": what was told just before."""
    deed = is_definite(token) and token.lemma_ in story.lexicon.triggers.nouns
    return deed or token.lower_ in ("it", "this", "that")


def _struck_there(speech: Speech, story: Story, cast: Cast) -> Iterator[int]:
    """The violence told before of which the words said take up what it struck: "those on the bus", "the victims"."""
    before = [i for i, e in enumerate(story.events) if e.type in VIOLENT and e.first.token.i < speech.cue]
    for token in (t for begin, end in speech.content for t in cast.doc[begin:end]):
        if token.pos_ == "NOUN" and is_definite(token):
            things = set(cast.of(token))
            yield from (i for i in before if things & story.events[i].entities("target", "victim"))


def _ranked(found: list[int], story: Story) -> list[int]:
    """Violent events first, at most four."""
    return sorted(found, key=lambda i: story.events[i].type not in VIOLENT)[:4]


def _implied(speech: Speech, speakers: Sequence[int], story: Story, cast: Cast) -> list[int]:
    """An eyewitness's or official's words that name no event are about the one last told of at their place,
    else the main one."""
    counting = cast.doc[speech.cue].lemma_.lower() in listed("speech.ttl", "Counting")
    if _before_it(cast.doc[speech.cue]) or (speech.act == "accuse" and speech.content):
        return []
    named = speech.about is not None and _takes_up(cast.doc[speech.about], story) and speech.act in TYPES
    if not (speech.quotes or speech.content or counting or named or _counts(speech, cast)):
        return _called(speech, story, cast)
    place = (
        {i for t in cast.doc[speech.cue].sent for i in cast.places(t) if cast.kind(i) == "Place"}
        if speech.speaker is not None
        else set()
    )
    here = [
        i
        for i, e in enumerate(story.events)
        if place and e.type in VIOLENT and place & e.entities("place") and e.modality == "asserted"
    ]
    if here:
        return here[:1]
    just = [i for i in _just_told(cast.doc[speech.cue], story) if not _is_bare(i, story)]
    own = [i for i in just if story.events[i].entities("agent") & set(speakers)]
    if len(own or just) == 1:
        return own or just
    main = story.main()
    return [main] if main is not None and story.events[main].type in VIOLENT else []


def _called(speech: Speech, story: Story, cast: Cast) -> list[int]:
    """ "Called it an act of terror": the violence that the sentence before tells of."""
    cue = cast.doc[speech.cue]
    it = any(t.lower_ in ("it", "this") for t in undergoers(cue))
    calls = it and cue.lemma_.lower() in listed("speech.ttl", "Labelling")
    return [i for i in _just_told(cue, story) if not _is_bare(i, story)][:1] if calls else []


def _before_it(cue: Token) -> bool:
    """ "The attack came a week after X urged ...": what X said was of something else."""
    return cue.dep_ == "advcl" and any(c.lower_ == "after" for c in cue.lefts if c.dep_ in ("mark", "case"))


def _counts(speech: Speech, cast: Cast) -> bool:
    """ "Spoke of 12 wounded", "reported burns": a number of people, what was seen."""
    about = cast.doc[speech.about] if speech.about is not None else None
    guilt = speech.act == "claim" and about is not None and about.lemma_ in listed("responsibility.ttl", "GuiltNoun")
    seen = guilt or cast.doc[speech.cue].lemma_ == "report"
    return about is not None and (seen or about.pos_ == "NUM" or bool(children(about, "nummod")))


def _just_told(cue: Token, story: Story) -> list[int]:
    """The violent events that the sentence before the cue's tells of, where it is of the same paragraph."""
    start = cue.sent.start
    if start == 0 or not in_one_paragraph(cue.doc, start - 1, start):
        return []
    before = range(cue.doc[start - 1].sent.start, start)
    found = {story.root(i) for i in map(story.of_token.get, before) if i is not None}
    return sorted(i for i in found if story.events[i].type in VIOLENT and story.events[i].modality == "asserted")


def _of_their_own(speech: Speech, speakers: Sequence[int], story: Story) -> list[int]:
    """What the parties to talks say of nothing else, in a report without violence, is about these: where it is not the
    report's main event, the last told of."""
    told = [
        (m.token.i, i)
        for i, e in enumerate(story.events)
        if e.type in ("Negotiation", "Agreement") and e.entities("agent").issuperset(speakers)
        for m in e.mentions
        if m.token.i < speech.cue
    ]
    main = [i for _, i in told if i == story.main()]
    return (main or [max(told)[1]])[:1] if told and speech.content else []
