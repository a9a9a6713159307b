"""Extractions and their resolution to triples."""
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Triple

from kg.graph.background import Background
from kg.graph.claim import Claim, claim_triples
from kg.graph.claims import claims
from kg.graph.entities import entity_spans, entity_triples
from kg.graph.events import bounds, event_spans, event_triples, times
from kg.graph.mentions import mention_triples
from kg.graph.reports import report_triples
from kg.graph.rules import event_of, from_claim, from_event, matters
from kg.graph.schema import class_tree
from kg.graph.sheet import Sheet
from kg.graph.terms import BASE
from kg.records import Extraction, Span, Time
from kg.resolution import Resolution


def assemble(extractions: Iterable[Extraction], resolution: Resolution, base: str = BASE) -> Iterator[Triple]:
    """All triples of the graph, report by report; then what follows from several reports together.

    The extractions are those that were resolved, in any order; a report that comes twice counts once. A triple may
    come more than once: a store is a set. Raises KeyError for a report that was not resolved, ValueError for a span
    that is not within its report.
    """
    yield from class_tree()
    seen: set[str] = set()
    background, shared = Background(base), _Shared()
    for extraction in extractions:
        if extraction.report.id in seen:
            continue
        seen.add(extraction.report.id)
        yield from _report(Sheet(extraction, resolution, base), background, shared)
    yield from shared.triples(base)


@dataclass(slots=True)
class _Shared:
    """What is said of events by several reports, kept until the last is read."""

    claims: dict[NamedNode, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    times: dict[NamedNode, list[Time]] = field(default_factory=lambda: defaultdict(list))

    def triples(self, base: str) -> Iterator[Triple]:
        for event, found in self.claims.items():
            yield from from_event(event, sorted(found, key=lambda c: c.key), base)
        for event, when in self.times.items():
            yield from bounds(event, when)

    def split(self, sheet: Sheet) -> "_Shared":
        """Takes out what only this report tells."""
        own = _Shared()
        for index in range(len(sheet.extraction.events)):
            if sheet.event_node(index).reports == 1:
                event = sheet.event(index)
                own.claims[event] = self.claims.pop(event, [])
                own.times[event] = self.times.pop(event, [])
        return own


def _report(sheet: Sheet, background: Background, shared: _Shared) -> Iterator[Triple]:
    found = claims(sheet)
    yield from report_triples(sheet)
    yield from entity_triples(sheet)
    yield from background.triples(sheet)
    yield from event_triples(sheet)
    yield from _claims(found, sheet, shared)
    for event, time in times(sheet):
        shared.times[event].append(time)
    yield from mention_triples(sheet.extraction, _spans(sheet), sheet.base)
    yield from shared.split(sheet).triples(sheet.base)


def _claims(found: Iterable[Claim], sheet: Sheet, shared: _Shared) -> Iterator[Triple]:
    for claim in found:
        yield from claim_triples(claim, sheet.base)
        yield from from_claim(claim)
        event = event_of(claim)
        if event and matters(claim):
            shared.claims[event].append(claim)


def _spans(sheet: Sheet) -> Iterator[Span]:
    """Every stretch that the graph names."""
    yield from event_spans(sheet)
    yield from entity_spans(sheet)
    for said in sheet.said():
        yield from said.evidence
    for statement in sheet.extraction.statements:
        yield from statement.evidence
        yield from statement.quotes
