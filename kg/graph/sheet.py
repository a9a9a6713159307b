"""One report on the assembler's desk: its extraction, its resolution, and the IRIs of what it mentions."""
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.graph.mentions import mention
from kg.graph.terms import BASE
from kg.records import Argument, Dating, Extraction, Figure, Relation, Responsibility, Span
from kg.resolution import EventNode, Node, Resolution

Said = Argument | Dating | Figure | Relation | Responsibility


@dataclass(frozen=True, slots=True)
class Sheet:
    """An extraction with what resolution says of it; `base` is the base of all IRIs."""

    extraction: Extraction
    resolution: Resolution
    base: str = BASE
    id: str = field(init=False)  # the report's, the path of its IRI: a hash over the body, so worked out once

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", self.extraction.report.id)

    def iri(self, path: str) -> NamedNode:
        """The IRI at a path."""
        return NamedNode(self.base + path)

    @property
    def report(self) -> NamedNode:
        """The report's IRI."""
        return self.iri(self.id)

    def node(self, entity: int) -> Node:
        """What the entity is."""
        return self.resolution.entity(self.id, entity)

    def entity(self, entity: int) -> NamedNode:
        """The entity's IRI."""
        return self.iri(self.node(entity).path)

    def event_node(self, event: int) -> EventNode:
        """What the event is."""
        return self.resolution.event(self.id, event)

    def event(self, event: int) -> NamedNode:
        """The event's IRI."""
        return self.iri(self.event_node(event).path)

    def mention(self, span: Span) -> NamedNode:
        """The IRI of a stretch of the report."""
        return mention(self.id, span, self.base)

    def mentions(self, spans: tuple[Span, ...]) -> tuple[NamedNode, ...]:
        """Their IRIs, in order."""
        return tuple(self.mention(s) for s in spans)

    def said(self) -> Iterator[Said]:
        """All that the report tells with a claimant, but for its statements."""
        x = self.extraction
        yield from x.arguments
        yield from x.datings
        yield from x.figures
        yield from x.responsibilities
        yield from x.relations
