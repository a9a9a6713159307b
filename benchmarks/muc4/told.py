"""What one report's graph tells of violent incidents: asked by SPARQL."""
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from benchmarks.muc4.records import Filler, Incident, Mention, Node, Told
from kg.store import Graph

_EVENTS = """
SELECT ?event ?type ?modality WHERE {
  { ?event a ?type . ?type rdfs:subClassOf* kg:Event . FILTER(?type != kg:Event)
    FILTER NOT EXISTS { ?event a ?finer . ?finer rdfs:subClassOf ?type } }
  UNION { ?event kg:eventType ?type }
  OPTIONAL { ?event kg:modality ?modality }
}"""
_TRIGGERS = "SELECT ?event ?begin ?text WHERE { ?event kg:evidence ?m . ?m nif:beginIndex ?begin ; nif:anchorOf ?text }"
_EDGES = """
SELECT ?event ?role ?filler ?begin ?end ?sourced WHERE {
  { ?claim rdf:subject ?event ; rdf:predicate ?edge ; rdf:object ?filler .
    FILTER(?edge IN (kg:agent, kg:target, kg:victim, kg:weapon, kg:method, kg:place))
    BIND(STRAFTER(STR(?edge), "#") AS ?role) }
  UNION { ?claim kg:about ?event ; kg:responsible ?filler ; kg:stance ?stance .
    BIND(STRAFTER(STR(?stance), "#") AS ?role) }
  UNION { ?claim a kg:FigureClaim ; kg:about ?event ; kg:victimGroup ?filler . BIND("counted" AS ?role) }
  ?claim kg:evidence ?m . ?m nif:beginIndex ?begin ; nif:endIndex ?end .
  BIND(EXISTS { ?claim kg:claimedBy ?who } AS ?sourced)
}"""
_FIGURES = """
SELECT ?event ?measure ?lower WHERE { ?c a kg:FigureClaim ; kg:about ?event ; kg:measure ?measure ; kg:lower ?lower }"""
_DATES = "SELECT ?event ?date WHERE { ?event kg:date ?date }"
_NODES = """
SELECT ?node ?type ?label WHERE {
  ?node rdfs:label ?label ; a ?type . FILTER NOT EXISTS { ?node a ?finer . ?finer rdfs:subClassOf ?type }
}"""
_NAMES = "SELECT ?node ?name WHERE { ?node rdfs:label|skos:altLabel ?name }"
_MENTIONS = """
SELECT ?node ?begin ?end ?text WHERE {
  ?m <http://www.w3.org/2005/11/its/rdf#taIdentRef> ?node .
  ?m nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?text
}"""
_PARTS = "SELECT ?event ?whole WHERE { ?event kg:subEventOf ?whole }"
_TIES = """
SELECT ?some ?tie ?other WHERE {
  ?some ?tie ?other .
  FILTER(?tie IN (kg:leads, kg:memberOf, kg:partOf, kg:speaksFor, kg:allyOf, kg:rivalOf, kg:adherentOf))
}"""
_SOURCES = "SELECT DISTINCT ?who WHERE { ?said kg:claimedBy|kg:speaker ?who }"
_SENTENCES = "SELECT DISTINCT ?begin WHERE { ?mention kg:sentence ?s . ?s nif:beginIndex ?begin }"
_COUNTRIES = 'SELECT ?place ?country WHERE { ?place kg:within* ?country . ?country kg:placeKind "country" }'

Rows = dict[str, list[tuple[Any, ...]]]


def told(graph: Graph) -> Told:
    """What the graph of one report tells."""
    return _Reader(graph).told()


class _Reader:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._names, self._mentions = self._rows(_NAMES), self._rows(_MENTIONS)
        self._country = {place: _local(rows[0][0]) for place, rows in self._rows(_COUNTRIES).items()}
        self._nodes = {iri: self._node(iri, *rows[0]) for iri, rows in self._rows(_NODES).items()}

    def told(self) -> Told:
        incidents = sorted(self._incidents(), key=lambda i: (i.triggers[:1], i.iri))
        return Told(
            tuple(incidents), self._seen(),
            tuple(sorted((n for n in self._nodes.values() if n.mentions), key=lambda n: (n.mentions, n.iri))),
            frozenset(self._ties()),
            frozenset(self._rows(_SOURCES)),
            tuple(sorted(int(begin) for begin in self._rows(_SENTENCES))),
        )  # fmt: skip

    def _incidents(self) -> Iterator[Incident]:
        queries = (_TRIGGERS, _EDGES, _DATES, _FIGURES, _PARTS)
        triggers, edges, dates, figures, parts = (self._rows(q) for q in queries)
        for event, ((kind, modality), *_) in self._rows(_EVENTS).items():
            fillers = tuple(self._fillers(edges[event]))
            yield Incident(
                event, _local(kind), _local(modality or "asserted"), tuple(sorted(triggers[event])), fillers,
                tuple(sorted({str(date) for (date,) in dates[event]})),
                tuple(sorted((_local(measure), int(lower)) for measure, lower in figures[event])),
                frozenset(self._countries(fillers)),
                frozenset(str(whole) for (whole,) in parts[event]),
            )  # fmt: skip

    def _countries(self, fillers: tuple[Filler, ...]) -> Iterator[str]:
        for filler in fillers:
            if filler.role in ("place", "target") and filler.node.iri in self._country:
                yield self._country[filler.node.iri]

    def _ties(self) -> Iterator[tuple[str, str, str]]:
        for some, rows in self._rows(_TIES).items():
            yield from ((some, _local(tie), str(other)) for tie, other in rows)

    def _seen(self) -> tuple[tuple[str, int], ...]:
        counts: Counter[str] = Counter()
        for place, country in self._country.items():
            counts[country] += len(self._mentions[place])
        return tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0])))

    def _fillers(self, rows: list[tuple[Any, ...]]) -> list[Filler]:
        found: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
        own: set[tuple[str, str]] = set()
        for role, node, begin, end, sourced in rows:
            found[role, node].add((begin, end))
            own |= set() if sourced else {(role, node)}
        known = ((key, e) for key, e in found.items() if key[1] in self._nodes)
        fillers = [Filler(r, self._nodes[n], tuple(sorted(e)), (r, n) not in own) for (r, n), e in known]
        return sorted(fillers, key=lambda f: (f.role, f.evidence, f.node.iri))

    def _node(self, iri: str, kind: str, label: str) -> Node:
        mentions = tuple(Mention(*m) for m in sorted(self._mentions[iri]))
        return Node(iri, _local(kind), label, frozenset(name for (name,) in self._names[iri]), mentions)

    def _rows(self, query: str) -> Rows:
        """The answers, grouped by their first column, in the same order each time."""
        rows: Rows = defaultdict(list)
        for first, *rest in sorted(self._graph.query(query), key=str):
            rows[str(first)].append(tuple(rest))
        return rows


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
