"""Why something is in the graph: each claim behind a node, with its words."""
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from kg.store.claims import about, claim
from kg.store.nodes import Claim, Evidence, Ref
from kg.store.reading import Reading
from kg.store.records import evidence


@dataclass(frozen=True, slots=True)
class Explanation:
    """A node, its kind ("Bombing"), the words that tell of it, and each claim that has to do with it."""

    node: Ref
    kind: str
    evidence: tuple[Evidence, ...]
    claims: tuple[Claim, ...]


def explain(store: Store, node: NamedNode) -> Explanation:
    """What bears a node out: claims on it, by it or through it; of a report, its claims; of a mention, its own."""
    r = Reading(store)
    found = tuple(claim(r, c) for c in about(r, node))
    ordered = tuple(sorted(found, key=lambda c: (_when(c), type(c).__name__, c.says, c.iri)))
    words = () if ordered and ordered[0].iri == node.value else evidence(r, node)
    return Explanation(r.reference(node), r.kind(node), words, ordered)


def _when(found: Claim) -> str:
    return min((e.report.issued for e in found.evidence), default="")
