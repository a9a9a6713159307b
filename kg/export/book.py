"""A graph's records side by side, for formats that tell them row by row."""
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pyoxigraph import NamedNode

from kg.store import Actor, Claim, Event, Evidence, FigureClaim, Graph, Place, Ref, RelationClaim, Report
from kg.store.reading import Reading
from kg.store.records import evidence

Record = TypeVar("Record", Actor, Claim, Event, Place, Report)
HAPPENED = ("asserted", "attributed")


@dataclass(frozen=True, slots=True)
class Book:
    """The records by IRI, in order; the claims on each node, the words that tell of each event, its direct parts."""

    events: Mapping[str, Event]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    reports: Mapping[str, Report]
    claims: tuple[Claim, ...]
    about: Mapping[str, tuple[Claim, ...]]
    words: Mapping[str, tuple[Evidence, ...]]
    members: Mapping[str, tuple[Event, ...]]

    def claims_on(self, iri: str) -> tuple[Claim, ...]:
        """The claims whose subject the event or actor is."""
        return self.about.get(iri, ())

    def figures(self, event: str, measure: str = "") -> list[FigureClaim]:
        """The figures of an event that no later one replaces, of all measures or of one."""
        found = [c for c in self.claims_on(event) if isinstance(c, FigureClaim)]
        replaced = {ref.iri for c in found for ref in c.supersedes}
        return [c for c in found if c.iri not in replaced and measure in ("", c.measure)]

    def parts(self, event: str) -> list[Event]:
        """The direct parts of an event, by IRI."""
        return list(self.members.get(event, ()))

    def above(self, place: Place) -> list[Place]:
        """The place and those that it lies within, nearest first."""
        found: list[Place] = []
        step: Place | None = place
        while step is not None and step not in found:
            found.append(step)
            step = self.places.get(step.within.iri) if step.within else None
        return found

    def level(self, place: Place, *kinds: str) -> Place | None:
        """The nearest place around it (or itself) of a kind: "country", "province"."""
        return next((p for p in self.above(place) if p.kind in kinds), None)

    def located(self, place: Place) -> Place | None:
        """The nearest place around it (or itself) that has coordinates."""
        return next((p for p in self.above(place) if p.lat is not None and p.lon is not None), None)


def book(graph: Graph) -> Book:
    """The records of a graph."""
    claims = tuple(graph.claims())
    r = Reading(graph.store)
    events = _by_iri(graph.events())
    words = {iri: evidence(r, NamedNode(iri)) for iri in events}
    about = _about(claims)
    actors, places, reports = _by_iri(graph.actors()), _by_iri(graph.places()), _by_iri(graph.reports())
    return Book(events, actors, places, reports, claims, about, words, _members(events.values()))


def _by_iri(records: Iterable[Record]) -> dict[str, Record]:
    return {record.iri: record for record in records}


def _about(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if ref := subject(claim):
            found[ref.iri].append(claim)
    return {iri: tuple(on) for iri, on in found.items()}


def _members(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.parent:
            found[event.parent.iri].append(event)
    return {iri: tuple(parts) for iri, parts in found.items()}


def subject(claim: Claim) -> Ref | None:
    """What a claim is about: an edge's subject, or the event."""
    return claim.subject if isinstance(claim, RelationClaim) else getattr(claim, "about", None)


def source(claim: Claim) -> str:
    """Who says it: the claimant, else the outlet of the report that does, else "the report itself"."""
    if claim.claimant:
        return claim.claimant.label
    outlets = [r.outlet.label for r in claim.reports if r.outlet]
    return outlets[0] if outlets else "the report itself"


def said(claim: Claim) -> str:
    """When it was said: its own date, else that of the first report that tells it; "" where neither is known."""
    return claim.said_on or min((r.issued for r in claim.reports if r.issued), default="")


def sentence(claim: Claim) -> str:
    """The first sentence that bears it out, its words where the graph does not hold the sentence, on one line."""
    found = next((e.sentence or e.words for e in claim.evidence), "")
    return one_line(found)


def one_line(text: str) -> str:
    """The text without line ends or runs of spaces."""
    return " ".join(text.split())
