"""What a careful reader would notice, as a record and as triples."""
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.schema import types
from kg.graph.terms import BASE, COMMENT, RDF_TYPE, kg


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding, derived and never extracted. Its str is its sentence.

    kind      "Contradiction", "SumMismatch", "UnitMismatch", or "Finding" for any other.
    sentence  what is found, in words.
    concerns  IRIs of the claims, events or mentions that it is about.
    topic     what makes it one finding however its claims change: the event, the measure.
    """

    kind: str
    sentence: str
    concerns: tuple[str, ...]
    topic: tuple[str, ...]

    def __str__(self) -> str:
        return self.sentence

    def iri(self, base: str = BASE) -> NamedNode:
        """finding/{kind}-{16 hex of the hash over kind and topic}."""
        digest = sha256("\x1f".join((self.kind, *self.topic)).encode()).hexdigest()[:16]
        return NamedNode(f"{base}finding/{self.kind.lower()}-{digest}")

    def triples(self, base: str = BASE) -> Iterator[Triple]:
        """The finding as a node of the graph."""
        node = self.iri(base)
        for kind in types(self.kind):
            yield Triple(node, RDF_TYPE, kind)
        yield Triple(node, COMMENT, Literal(self.sentence))
        for iri in self.concerns:
            yield Triple(node, kg("concerns"), NamedNode(iri))
