"""One report on the assembler's desk: its extraction, its resolution, and the IRIs of what it mentions."""
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.graph.mentions import mention
from kg.graph.terms import BASE
from kg.records import Argument, Dating, Extraction, Figure, Relation, Responsibility, Span
from kg.resolution import Resolution

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

    def path(self, entity: int) -> str:
        """The path of what the entity is."""
        return self.resolution.entities[self.id, entity].node

    def entity(self, entity: int) -> NamedNode:
        """The entity's IRI."""
        return self.iri(self.path(entity))

    def event_path(self, event: int) -> str:
        """The path of what the event is."""
        return self.resolution.events[self.id, event].node

    def event(self, event: int) -> NamedNode:
        """The event's IRI."""
        return self.iri(self.event_path(event))

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
