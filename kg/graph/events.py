"""Events as nodes. Their edges follow from claims (`rules`)."""
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.schema import types
from kg.graph.sheet import Sheet
from kg.graph.terms import LABEL, RDF_TYPE, integer, kg, term, typed
from kg.records import Event, Span, Time
from kg.resolution import EventNode

UNREAL = frozenset({"denied", "planned", "hypothetical"})


def event_triples(sheet: Sheet) -> Iterator[Triple]:
    """Each event's type, label, modality, count and mentions, and the words of its time."""
    for index, event in enumerate(sheet.extraction.events):
        node, iri = sheet.event_node(index), sheet.event(index)
        yield from _kind(iri, node)
        yield from _own(sheet, iri, index, event)
    for dating in sheet.extraction.datings:
        if dating.time.text:
            yield Triple(sheet.event(dating.event), kg("timeText"), Literal(dating.time.text))


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


def _joined(sheet: Sheet, iri: NamedNode, index: int) -> Iterator[Triple]:
    """Of an event that several reports tell: why this one's is taken for it."""
    if sheet.event_node(index).reports > 1:
        reason = sheet.resolution.events[sheet.id, index].reason
        yield Triple(iri, term("skos:note"), Literal(f"{sheet.id}: {reason}"))


def _own(sheet: Sheet, iri: NamedNode, index: int, event: Event) -> Iterator[Triple]:
    yield Triple(iri, kg("reportedIn"), sheet.report)
    yield from _joined(sheet, iri, index)
    if event.count is not None:
        yield Triple(iri, kg("count"), integer(event.count))
    for trigger in event.triggers:
        yield Triple(iri, kg("evidence"), sheet.mention(trigger))


def event_spans(sheet: Sheet) -> Iterator[Span]:
    """The triggers of all events."""
    for event in sheet.extraction.events:
        yield from event.triggers


def times(sheet: Sheet) -> Iterator[tuple[NamedNode, Time]]:
    """The times of the report's events whose bounds are known."""
    for dating in sheet.extraction.datings:
        if dating.time.begin and dating.time.end:
            yield sheet.event(dating.event), dating.time


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
