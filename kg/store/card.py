"""The particulars of one node, for a reader."""
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.store.nodes import Ref
from kg.store.reading import Reading
from kg.store.terms import local_name

_LEFT_OUT = ("type", "label", "prefLabel", "evidence", "reportedIn", "hasGeometry", "wasDerivedFrom")
_CLAIMS = ("Claim", "Finding", "FigureSummary", "Mention")


@dataclass(frozen=True, slots=True)
class Fact:
    """One edge of a node: the property's local name, and the node or words at its other end.

    `inward` is True where the edge comes from the other end: "agent" of an event, seen from the actor.
    """

    name: str
    value: Ref
    inward: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A node, its kind, its edges, and how many claims have to do with it."""

    node: Ref
    kind: str
    facts: tuple[Fact, ...]
    claims: int


def card(r: Reading, node: NamedNode) -> Card:
    """The particulars of a node. Claims and mentions that point to it are counted, and not listed."""
    out = [Fact(local_name(p.value), r.reference(v)) for p, v in r.edges(node)]
    inward = [(local_name(p.value), s) for p, s in r.edges_to(node)]
    claims = {s for _, s in inward if "Claim" in r.kinds(s)}
    plain = [Fact(p, r.reference(s), True) for p, s in inward if not r.kinds(s) & set(_CLAIMS)]
    kept = tuple(f for f in (*out, *plain) if f.name not in _LEFT_OUT)
    return Card(r.reference(node), r.kind(node), kept, len(claims))
