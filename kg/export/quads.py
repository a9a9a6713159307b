"""TriG and N-Quads: one named graph a report, for what rests on it; the default graph for what rests on none."""
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.store import PREFIXES, Graph
from kg.store.reading import Reading
from kg.store.terms import node, triple_order

_REPORTED, _EVIDENCE, _AGENT, _ATTRIBUTED, _CONCERNS = (
    node(f"kg:{n}") for n in ("reportedIn", "evidence", "agent", "attributedTo", "concerns")
)
_DERIVED = node("prov:wasDerivedFrom")
Homes = dict[object, set[NamedNode]]


def trig(graph: Graph) -> str:
    """The graph as TriG, each report's statements in the graph that bears the report's IRI."""
    return _written(quads(graph), RdfFormat.TRIG)


def nquads(graph: Graph) -> str:
    """The graph as N-Quads, named like TriG's."""
    return _written(quads(graph), RdfFormat.N_QUADS)


def quads(graph: Graph) -> list[Quad]:
    """Each triple in the graph of every report that it rests on; flattened, they are the graph again.

    An edge goes with the reports of the claims that bear it out; a claim, an event, a mention with its own; a finding
    and a summary with those of all that they rest on. Names, coordinates, and relations that are background stay in
    the default graph.
    """
    subjects, edges = _homes_of_nodes(graph), _homes_of_edges(graph)
    found = ((t, home) for t in graph for home in _homes(t, subjects, edges))
    ordered = sorted(found, key=lambda f: (_name(f[1]), triple_order(f[0])))
    return [Quad(t.subject, t.predicate, t.object, home or DefaultGraph()) for t, home in ordered]


def _homes(triple: Triple, subjects: Homes, edges: Homes) -> Iterable[NamedNode | None]:
    if triple.predicate == _REPORTED and isinstance(triple.object, NamedNode):
        return (triple.object,)
    if triple.predicate in (_EVIDENCE, _CONCERNS, _DERIVED) and triple.object in subjects:
        return subjects[triple.object]
    return edges.get(triple) or subjects.get(triple.subject) or (None,)


def _homes_of_nodes(graph: Graph) -> Homes:
    r = Reading(graph.store)
    found: Homes = {report: {report} for report in r.of("Report")}
    for triple in graph:
        if triple.predicate in (_REPORTED, node("nif:referenceContext")) and isinstance(triple.object, NamedNode):
            found.setdefault(triple.subject, set()).add(triple.object)
    return found | _homes_of_derived(graph, found)


def _homes_of_derived(graph: Graph, known: Homes) -> Homes:
    """Of findings and summaries, by what they rest on."""
    found: Homes = {}
    for triple in graph:
        if triple.predicate in (_CONCERNS, _DERIVED) and triple.object in known:
            found.setdefault(triple.subject, set()).update(known[triple.object])
    return found


def _homes_of_edges(graph: Graph) -> Homes:
    r, found = Reading(graph.store), defaultdict[object, set[NamedNode]](set)
    for claim in (*r.of("RelationClaim"), *r.of("ResponsibilityClaim")):
        reports = {o for o in r.objects(claim, "kg:reportedIn") if isinstance(o, NamedNode)}
        for edge in edges_of(r, claim):
            found[edge] |= reports
    return dict(found)


def edges_of(r: Reading, claim: NamedNode) -> Iterator[Triple]:
    """The edges that a claim bears out; a denial bears out none."""
    s, p, o = (r.term(claim, f"rdf:{n}") for n in ("subject", "predicate", "object"))
    if isinstance(s, NamedNode) and isinstance(p, NamedNode) and o is not None:
        yield Triple(s, p, o)
        if p == _AGENT:
            yield Triple(s, _ATTRIBUTED, o)
    about, actor = r.term(claim, "kg:about"), r.term(claim, "kg:responsible")
    if isinstance(about, NamedNode) and actor is not None and r.name(claim, "kg:stance") != "denies":
        yield Triple(about, _ATTRIBUTED, actor)


def _name(home: NamedNode | None) -> str:
    return home.value if home else ""


def _written(found: list[Quad], kind: RdfFormat) -> str:
    prefixes = dict(PREFIXES) if kind == RdfFormat.TRIG else None
    return (serialize(found, format=kind, prefixes=prefixes) or b"").decode()
