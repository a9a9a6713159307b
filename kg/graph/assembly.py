"""Extractions and their resolution to triples."""
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Triple

from kg.graph.background import background, closure
from kg.graph.claim import Claim, claim_triples
from kg.graph.claims import claims
from kg.graph.entities import entity_spans, identity_triples, names_seen, node_triples
from kg.graph.events import Telling, event_spans, event_triples, tellings, told_triples
from kg.graph.mentions import mention_triples
from kg.graph.origins import origin_triples
from kg.graph.reports import report_triples
from kg.graph.rules import from_claim
from kg.graph.schema import class_tree
from kg.graph.setting import Setting
from kg.graph.sheet import Sheet
from kg.graph.terms import BASE
from kg.records import Extraction, Span
from kg.resolution import EventNode, Resolution


def assemble(
    extractions: Iterable[Extraction], resolution: Resolution, base: str = BASE, setting: Setting | None = None
) -> Iterator[Triple]:
    """All triples of the graph: report by report; then actors and places, and events, over all reports.

    The extractions are those that were resolved, in any order; a report that comes twice counts once. A triple may
    come more than once: a store is a set. Raises KeyError for a report that was not resolved, ValueError for a span
    that is not within its report.
    """
    setting = setting or Setting(base)
    yield from class_tree()
    seen: set[str] = set()
    shared = _Shared(resolution.event_nodes, setting)
    for extraction in extractions:
        if extraction.report.id in seen:
            continue
        seen.add(extraction.report.id)
        sheet = Sheet(extraction, resolution, setting.base)
        found = claims(sheet)
        yield from report_unit(sheet, found)
        yield from origin_triples(sheet.id, setting)
        yield from shared.take(sheet, found)
    yield from shared.rest(resolution)


def report_unit(sheet: Sheet, found: Iterable[Claim]) -> Iterator[Triple]:
    """What one report bears out: itself, its mentions, its claims, and the edges that they give. It depends on what the
    report says and on the paths of what it speaks of, and on nothing else.
    """
    yield from report_triples(sheet)
    yield from identity_triples(sheet)
    yield from told_triples(sheet)
    for claim in found:
        yield from claim_triples(claim, sheet.base)
        yield from from_claim(claim)
    yield from mention_triples(sheet.extraction, _spans(sheet), sheet.base)


@dataclass(slots=True)
class _Shared:
    """What several reports say of one node, kept until the last is read."""

    nodes: Mapping[str, EventNode]
    setting: Setting
    names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    told: dict[str, list[Telling]] = field(default_factory=lambda: defaultdict(list))

    def take(self, sheet: Sheet, found: Iterable[Claim]) -> Iterator[Triple]:
        """Notes what a report says; gives the events that no other tells of."""
        for path, name in names_seen(sheet):
            self.names[path].add(name)
        for path, telling in tellings(sheet, found):
            if self.nodes[path].reports == 1:
                yield from event_triples(self.nodes[path], [telling], self.setting)
            else:
                self.told[path].append(telling)

    def rest(self, resolution: Resolution) -> Iterator[Triple]:
        """The nodes and events of all."""
        base = self.setting.base
        for path in sorted(self.names):
            yield from node_triples(resolution.nodes[path], self.names[path], base)
        known = {above for path in self.names if resolution.nodes[path].known for above in closure(path)}
        for path in sorted(known - self.names.keys()):
            yield from background(path, base)
        for path in sorted(self.told):
            told = sorted(self.told[path], key=lambda t: t.report)
            yield from event_triples(self.nodes[path], told, self.setting)


def _spans(sheet: Sheet) -> Iterator[Span]:
    """Every stretch that the graph names."""
    yield from event_spans(sheet)
    yield from entity_spans(sheet)
    for said in sheet.said():
        yield from said.evidence
    for statement in sheet.extraction.statements:
        yield from statement.evidence
        yield from statement.quotes
