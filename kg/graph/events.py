"""Events as nodes. Their edges follow from claims (`rules`)."""
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.claim import Claim
from kg.graph.rules import event_of, from_event, matters
from kg.graph.schema import types
from kg.graph.setting import Setting
from kg.graph.sheet import Sheet
from kg.graph.terms import LABEL, RDF_TYPE, integer, kg, term, typed
from kg.records import Span, Time
from kg.resolution import Decision, EventNode

UNREAL = frozenset({"denied", "planned", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report has of one event.

    decision  why it is taken for this event.
    texts     the words of its time; times: those whose bounds are known.
    claims    those on it that an event rule looks at.
    """

    report: str
    decision: Decision
    count: int | None
    texts: tuple[str, ...]
    times: tuple[Time, ...]
    claims: tuple[Claim, ...]


def tellings(sheet: Sheet, found: Iterable[Claim]) -> Iterator[tuple[str, Telling]]:
    """For each event of the report its path and what the report has of it; `found` are the report's claims."""
    claims: dict[NamedNode, list[Claim]] = defaultdict(list)
    for claim in found:
        event = event_of(claim)
        if event and matters(claim):
            claims[event].append(claim)
    for index, event_ in enumerate(sheet.extraction.events):
        times = [d.time for d in sheet.extraction.datings if d.event == index]
        yield sheet.event_path(index), Telling(
            sheet.id, sheet.resolution.events[sheet.id, index], event_.count, tuple(t.text for t in times if t.text),
            tuple(t for t in times if t.begin and t.end), tuple(claims.pop(sheet.event(index), ())))


def told_triples(sheet: Sheet) -> Iterator[Triple]:
    """Where each event is told: its report and its mentions."""
    for index, event in enumerate(sheet.extraction.events):
        iri = sheet.event(index)
        yield Triple(iri, kg("reportedIn"), sheet.report)
        for trigger in event.triggers:
            yield Triple(iri, kg("evidence"), sheet.mention(trigger))


def event_triples(node: EventNode, told: Sequence[Telling], setting: Setting) -> Iterator[Triple]:
    """An event over all reports: type, label, modality, count and time, why they are taken to tell of it, and what
    follows from all claims on it.
    """
    iri = NamedNode(setting.base + node.path)
    yield from _kind(iri, node)
    for count in sorted({t.count for t in told if t.count is not None}):
        yield Triple(iri, kg("count"), integer(count))
    for text in sorted({text for t in told for text in t.texts}):
        yield Triple(iri, kg("timeText"), Literal(text))
    if len(told) > 1:
        for telling in told:
            yield Triple(iri, term("skos:note"), Literal(f"{telling.report}: {telling.decision.reason}"))
    yield Triple(iri, kg("corroboration"), integer(len({setting.origin(t.report) for t in told})))
    yield from bounds(iri, (time for t in told for time in t.times))
    yield from from_event(iri, sorted((c for t in told for c in t.claims), key=lambda c: c.key), setting)


def _kind(iri: NamedNode, node: EventNode) -> Iterator[Triple]:
    """The type; for what did not happen kg:Event alone, so that no query for attacks meets it."""
    unreal = node.modality in UNREAL
    for kind in types("Event" if unreal else node.type):
        yield Triple(iri, RDF_TYPE, kind)
    if unreal:
        yield Triple(iri, kg("eventType"), kg(node.type))
    if node.modality != "asserted":
        yield Triple(iri, kg("modality"), kg(node.modality))
    yield Triple(iri, LABEL, Literal(node.label))


def event_spans(sheet: Sheet) -> Iterator[Span]:
    """The triggers of all events."""
    for event in sheet.extraction.events:
        yield from event.triggers


def bounds(event: NamedNode, found: Iterable[Time]) -> Iterator[Triple]:
    """kg:begin and kg:end of the narrowest of the event's times: one of each, so that SPARQL can order."""
    narrowest = min(found, key=lambda t: (_width(t), t.begin, t.end), default=None)
    if narrowest:
        yield Triple(event, kg("begin"), typed(narrowest.begin, "dateTime"))
        yield Triple(event, kg("end"), typed(narrowest.end, "dateTime"))


def _width(time: Time) -> int:
    """How coarse the time is: the precisions from the finest on."""
    order = ("dateTime", "date", "gYearMonth", "gYear")
    return order.index(time.datatype) if time.datatype in order else len(order)
