"""From an annotated document to the record of what it tells: the extractors in their order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.claims.attribution import Voices
from kg.extraction.claims.figures import figures
from kg.extraction.claims.perpetrators import agents
from kg.extraction.claims.responsibility import merged, responsibilities
from kg.extraction.claims.statements import Told, of_what_is_blamed, statements
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.final import final_type
from kg.extraction.events.keep import kept
from kg.extraction.events.story import Story
from kg.extraction.events.telling import story
from kg.extraction.lexicon import load_lexicon
from kg.extraction.mentions.cast import Cast
from kg.extraction.numbers import Number, numbers
from kg.extraction.relations import relations
from kg.extraction.relations.rivals import allies, rivals
from kg.extraction.select import referenced
from kg.extraction.spans import between
from kg.extraction.speech import Speech, speeches
from kg.extraction.syntax.attach import attach
from kg.extraction.syntax.repair import repair
from kg.extraction.syntax.tree import settled, unsettled
from kg.extraction.times import TimeMention, at_hour, governor, times
from kg.records import (
    Argument,
    Attribution,
    Dating,
    Event,
    Extraction,
    Figure,
    Relation,
    Report,
    Responsibility,
    Span,
    Time,
)

_ROLES = frozenset({"place", "target", "victim", "weapon", "method"})


def extract(doc: Doc, report: Report) -> Extraction:
    """All that the report tells: entities, events and claims, with the words that bear each out.

    doc     the report's body, annotated (tags, UD dependencies, lemmas, sentences, entities): `doc.text` is
            `report.body`. Labels that no parse can have, and heads that the parser often misses, are mended in it.
    Raises ValueError where the two texts differ.
    """
    if doc.text != report.body:
        raise ValueError(f"the document's text is not the body of {report.path or report.id}")
    lexicon = load_lexicon()
    doc = settled(attach(repair(unsettled(doc)), lexicon.nouns))
    cast = Cast(doc, lexicon)
    moments = list(times(doc, report.published))
    counts = counted(doc, moments)
    spoken = list(speeches(doc, moments))
    told = story(doc, cast, lexicon, counts, list(anchored_times(doc, moments, spoken)), spoken)
    voices = Voices(spoken, cast, moments)
    found_figures = list(figures(told, cast, voices, lexicon, counts))
    found_relations = list(relations(cast, voices))
    found_relations += [*rivals(told, voices, found_relations), *allies(told, voices, found_relations)]
    offices = _offices(found_relations)
    speaking = _offices(r for r in found_relations if not _only_belongs(r, cast))
    found_responsibilities = list(responsibilities(told, cast, voices, speaking))
    blames, agent_edges = agents(told, cast, voices, found_responsibilities, offices)
    claimed = merged([*found_responsibilities, *blames])
    said = [of_what_is_blamed(s, claimed) for s in statements(told, cast, voices, offices)]
    return _assembled(
        doc,
        report,
        cast,
        told,
        claimed,
        agent_edges,
        found_figures,
        found_relations,
        said,
        voices,
    )


def counted(doc: Doc, moments: Sequence[TimeMention]) -> dict[int, Number]:
    """Numbers of people or occurrences, by the index of the noun that they count and of their own head."""
    found: dict[int, Number] = {}
    for number in numbers(doc, moments):
        if number.kind == "count":
            root = doc[number.start : number.end].root
            found.setdefault(root.i, number)
            if root.dep_ in ("nummod", "compound", "amod", "det", "advmod") and root.head.i >= number.start:
                found.setdefault(root.head.i, number)
    return found


def anchored_times(
    doc: Doc, moments: Iterable[TimeMention], spoken: Iterable[Speech]
) -> Iterator[tuple[TimeMention, Token]]:
    """The time expressions, each with the token that it hangs on; not those at which something was said."""
    said = {i for s in spoken if s.said_at for i in range(*s.said_at)}
    cues = {s.cue for s in spoken}
    for time in moments:
        index = governor(time, doc)
        if (
            index is not None
            and index not in cues
            and said.isdisjoint(range(time.start, time.end))
            and time.kind in ("point", "since", "range", "clock", "part", "vague", "offset")
        ):
            yield time, doc[index]


def _offices(found: Iterable[Relation]) -> dict[int, int]:
    """The body that each person leads, speaks for or belongs to, as the report says."""
    rank = {"speaksFor": 0, "leads": 1, "memberOf": 2}
    offices = sorted((r for r in found if r.predicate in rank), key=lambda r: -rank[r.predicate])
    return {r.subject: r.object for r in offices}


def _only_belongs(relation: Relation, cast: Cast) -> bool:
    """Whether it makes somebody one of a party's members, who need not speak for it."""
    return relation.predicate == "memberOf" and cast.kind(relation.object) == "PoliticalGroup"


# ---------------------------------------------------------------- to records
def _assembled(
    doc: Doc, report: Report, cast: Cast, told: Story, responsibilities: Sequence[Responsibility],
    agent_edges: Sequence[Argument], found_figures: Sequence[Figure], found_relations: Sequence[Relation],
    said: Sequence[Told], voices: Voices,
) -> Extraction:  # fmt: skip
    keep = kept(told, found_figures, responsibilities)
    renumbered = {old: new for new, old in enumerate(keep)}
    events = [_event(told.events[i]) for i in keep]
    first = len(events)
    # Before the entities are: who says so may be an entity that nothing else has asked for.
    arguments = tuple(_arguments(told, renumbered, agent_edges, voices))
    datings = tuple(_datings(told, renumbered, voices))
    record = Extraction(
        report,
        tuple(_sentences(doc)),
        cast.entities(),
        (*events, *(t.event for t in said)),
        arguments,
        datings,
        tuple(replace(f, about=renumbered[f.about]) for f in found_figures if f.about in renumbered),
        tuple(replace(r, about=renumbered[r.about]) for r in responsibilities if r.about in renumbered),
        tuple(s for n, t in enumerate(said) for s in t.statements(first + n, renumbered)),
        tuple(found_relations),
    )
    return referenced(record)


def _sentences(doc: Doc) -> Iterator[Span]:
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if words:
            yield Span(words[0].idx, words[-1].idx + len(words[-1]))


def _event(draft: EventDraft) -> Event:
    spans = tuple(m.trigger.span for m in sorted(draft.mentions, key=lambda m: m.token.i))
    return Event(final_type(draft), draft.label, tuple(dict.fromkeys(spans)), draft.modality, draft.count)


def _arguments(
    told: Story, renumbered: dict[int, int], agent_edges: Sequence[Argument], voices: Voices
) -> Iterator[Argument]:
    for old, new in renumbered.items():
        draft = told.events[old]
        yield from _roles(draft, new, voices)
        if draft.parent in renumbered:
            spans = (draft.first.trigger.span, told.events[draft.parent].first.trigger.span)
            yield Argument(new, "subEventOf", renumbered[draft.parent], tuple(sorted(set(spans))))
    yield from (replace(a, event=renumbered[a.event]) for a in agent_edges if a.event in renumbered)


def _roles(draft: EventDraft, index: int, voices: Voices) -> Iterator[Argument]:
    """The event's edges but its agents: one for each role, filler and claimant, with all the words that say so."""
    found: dict[tuple[str, int, Attribution], list[Span]] = {}
    for mention in draft.mentions:
        for filler in mention.fillers:
            source = voices.of_filler(mention.token, filler.token)
            if filler.token.lower_ in ("him", "her", "them", "he", "she", "they") and voices.quoted(filler.token):
                continue  # "they have killed him": whom a quotation takes up is not said
            if filler.role in _ROLES:
                found.setdefault((filler.role, filler.entity, source), []).append(between(mention.token, filler.token))
    for (role, entity, source), spans in found.items():
        yield Argument(index, role, entity, tuple(sorted(set(spans))), source)


def _on_its_day(time: TimeMention, event: EventDraft) -> Time:
    """The time's value; an hour alone is put on the day of its event, or of the whole that this is a part of."""
    if time.clock is None or time.time.value:
        return time.time
    known = [
        t.time for e in (event, event.whole) if e for m in e.mentions for t in m.times if t.time.datatype == "date"
    ]
    return at_hour(time.clock, known[0], time.time.text) if known else time.time


def _datings(told: Story, renumbered: dict[int, int], voices: Voices) -> Iterator[Dating]:
    for old, new in renumbered.items():
        seen = set()
        for mention in told.events[old].mentions:
            for time in mention.times:
                value = _on_its_day(time, told.events[old])
                if value not in seen:
                    seen.add(value)
                    doc = mention.token.doc
                    yield Dating(
                        new,
                        value,
                        (Span(doc[time.start].idx, doc[time.end - 1].idx + len(doc[time.end - 1])),),
                        voices.at(doc[time.start]),
                    )
