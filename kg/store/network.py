"""The graph as a networkx network of actors, places and events, for analysis and for Gephi."""
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from pyoxigraph import NamedNode, Store

from kg.store.reading import Reading
from kg.store.terms import KG, local_name

_KINDS = ("Actor", "Place", "Event")
_ACTOR_EDGES = (
    "leads", "memberOf", "partOf", "speaksFor", "allyOf", "rivalOf", "adherentOf", "basedIn", "hasFacilityIn",
)  # fmt: skip
_EVENT_EDGES = (
    "place", "agent", "attributedTo", "target", "victim", "weapon", "method", "subEventOf", "speaker", "affiliation",
    "about",
)  # fmt: skip
_EDGES = (*_EVENT_EDGES, *_ACTOR_EDGES, "within", "capitalOf")
_SYMMETRIC = ("allyOf", "rivalOf")
_SCALARS: Mapping[str, str] = {
    "date": "kg:date",
    "earliest": "kg:begin",
    "latest": "kg:end",
    "time_text": "kg:timeText",
    "modality": "kg:modality",
    "place_kind": "kg:placeKind",
}
_DEGREES: Mapping[str, str] = {"lat": "wgs:lat", "lon": "wgs:long"}

Edge = tuple[str, str, str]
Support = Mapping[Edge, list[str]]


def network(store: Store) -> Any:
    """A networkx.MultiDiGraph. Nodes are keyed by IRI, every attribute is a str, int or float.

    Node attributes: label; type ("Actor", "Place", "Event", or "Concept" for a weapon or method); kind (most specific
    class);
    where known date, earliest, latest, time_text, modality, place_kind, lat, lon, count. Edge attributes: label (the
    property's local name); weight (how many claims bear it out; 1 for background without a claim); claims
    (0 for background); claimants (their labels, joined by "; ", the report's outlet where it says it in its own voice).
    """
    import networkx as nx

    reading, found = Reading(store), nx.MultiDiGraph()
    edges = sorted(_edges(store))
    support = _support(reading)
    for n in _nodes(reading, edges):
        found.add_node(n.value, **_node(reading, n))
    between = [e for e in edges if e[0] in found and e[2] in found]  # a claim's kg:about is no edge of the network
    for key, edge in enumerate(between):  # keys unique in the whole network: Gephi takes them for the edges' ids
        found.add_edge(edge[0], edge[2], key=key, **_edge(edge, support))
    return found


def _edges(store: Store) -> Iterator[Edge]:
    for name in _EDGES:
        for quad in store.quads_for_pattern(None, NamedNode(KG + name), None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                yield quad.subject.value, name, quad.object.value


def _nodes(r: Reading, edges: list[Edge]) -> list[NamedNode]:
    typed = {n.value for kind in _KINDS for n in r.of(kind)}
    events = {n.value for n in r.of("Event")}
    ends = {end for edge in edges if edge[1] in ("weapon", "method") and edge[0] in events for end in (edge[2],)}
    return [NamedNode(iri) for iri in sorted(typed | ends)]


def _node(r: Reading, n: NamedNode) -> dict[str, str | int | float]:
    kinds = r.kinds(n)
    found: dict[str, str | int | float] = {
        "label": r.label(n.value),
        "type": next((k for k in _KINDS if k in kinds), "Concept"),
        "kind": r.name(n, "kg:eventType") or r.kind(n) or "Concept",
    }
    words = {name: r.text(n, curie) for name, curie in _SCALARS.items()}
    degrees = {name: r.number(n, curie) for name, curie in _DEGREES.items()}
    count = r.whole(n, "kg:count")
    found |= {name: local_name(value) if name == "modality" else value for name, value in words.items() if value}
    found |= {name: float(value) for name, value in degrees.items() if value is not None}
    return found | ({"count": count} if count is not None else {})


def _edge(edge: Edge, support: Support) -> dict[str, str | int]:
    voices = support.get(edge, [])
    return {
        "label": edge[1],
        "weight": max(1, len(voices)),
        "claims": len(voices),
        "claimants": "; ".join(sorted(set(voices))),
    }


def _support(r: Reading) -> Support:
    """For each edge, who bears it out: one entry a claim."""
    found: dict[Edge, list[str]] = defaultdict(list)
    for claim in r.of("RelationClaim"):
        s, p, o = (r.text(claim, f"rdf:{part}") for part in ("subject", "predicate", "object"))
        found[s, local_name(p), o].append(_voice(r, claim))
        for same in _same_edge(s, local_name(p), o):
            found[same].append(_voice(r, claim))
    for claim in r.of("ResponsibilityClaim"):
        if r.name(claim, "kg:stance") != "denies":
            edge = (r.text(claim, "kg:about"), "attributedTo", r.text(claim, "kg:responsible"))
            found[edge].append(_voice(r, claim))
    return found


def _same_edge(subject: str, name: str, value: str) -> Iterator[Edge]:
    """The other edges that a relation's claim bears out: an agent is attributed to, an ally's ally is an ally."""
    if name == "agent":
        yield subject, "attributedTo", value
    if name in _SYMMETRIC:
        yield value, name, subject


def _voice(r: Reading, claim: NamedNode) -> str:
    """Who says it: the claimant, else the outlet of the report that tells it."""
    said = r.ref(claim, "kg:claimedBy")
    if said:
        return said.label
    report = r.term(claim, "kg:reportedIn")
    outlet = r.ref(report, "dct:publisher") if isinstance(report, NamedNode) else None
    return outlet.label if outlet else "a report"
