"""A claim, on its way into the graph."""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import NamedNode, Triple

from kg.graph.schema import types
from kg.graph.terms import RDF_TYPE, Term, kg, term, typed
from kg.records import Time

Content = tuple[tuple[NamedNode, Term], ...]
SUBJECT, PREDICATE, OBJECT = (term(f"rdf:{n}") for n in ("subject", "predicate", "object"))


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what, in which words of which report.

    kind       "RelationClaim", "FigureClaim" or "ResponsibilityClaim".
    content    what is said: properties and their values, in a fixed order.
    claimant   who says it; None: the report, in its own voice.
    evidence   the mentions that bear it out.
    via, said  the channels, and when it was said.
    published, publisher  of the report: ISO 8601 or "", and the outlet or None.
    """

    kind: str
    content: Content
    report: NamedNode
    claimant: NamedNode | None
    evidence: tuple[NamedNode, ...]
    via: tuple[NamedNode, ...] = ()
    said: tuple[Time, ...] = ()
    published: str = ""
    publisher: NamedNode | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it one claim: kind, report, claimant and content."""
        who = self.claimant.value if self.claimant else ""
        return (self.kind, self.report.value, who, *(str(t) for pair in self.content for t in pair))

    def iri(self, base: str) -> NamedNode:
        """Its IRI: claim/{kind}-{16 hex of the hash over its key}."""
        digest = sha256("\x1f".join(self.key).encode()).hexdigest()[:16]
        return NamedNode(f"{base}claim/{self.kind.removesuffix('Claim').lower()}-{digest}")

    def get(self, prop: NamedNode) -> Term | None:
        """The content's value of a property, or None."""
        return next((value for p, value in self.content if p == prop), None)


def united(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for each key, with the evidence, channels and times of all."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.key, []).append(claim)
    return [_union(group) for group in groups.values()]


def _union(group: list[Claim]) -> Claim:
    first = group[0]
    return Claim(
        first.kind, first.content, first.report, first.claimant,
        evidence=tuple(dict.fromkeys(e for c in group for e in c.evidence)),
        via=tuple(dict.fromkeys(v for c in group for v in c.via)),
        said=tuple(dict.fromkeys(s for c in group for s in c.said)),
        published=first.published, publisher=first.publisher,
    )


def claim_triples(claim: Claim, base: str) -> Iterator[Triple]:
    """The claim as a node of the graph."""
    node = claim.iri(base)
    for kind in types(claim.kind):
        yield Triple(node, RDF_TYPE, kind)
    for prop, value in claim.content:
        yield Triple(node, prop, value)
    yield Triple(node, kg("reportedIn"), claim.report)
    if claim.claimant:
        yield Triple(node, kg("claimedBy"), claim.claimant)
    for mention in claim.evidence:
        yield Triple(node, kg("evidence"), mention)
    for channel in claim.via:
        yield Triple(node, kg("via"), channel)
    for said in claim.said:
        if said.datatype in ("date", "dateTime"):  # the only two that kg:saidOn allows
            yield Triple(node, kg("saidOn"), typed(said.value, said.datatype))
