"""What one report's graph tells of violent incidents: read by SPARQL into plain records."""
from collections import defaultdict
from dataclasses import dataclass

from kg.store import Graph

ROLES = ("agent", "responsible", "target", "victim", "weapon", "place", "counted")

ORGANISED = ("ArmedGroup", "GovernmentBody", "PoliticalGroup", "Organisation")

_EVENTS = """
SELECT ?event ?type ?modality ?label ?parent WHERE {
  { ?event a ?type . ?type rdfs:subClassOf* kg:Event . FILTER(?type != kg:Event)
    FILTER NOT EXISTS { ?event a ?finer . ?finer rdfs:subClassOf ?type } }
  UNION { ?event kg:eventType ?type }
  OPTIONAL { ?event kg:modality ?modality }
  OPTIONAL { ?event kg:subEventOf ?parent }
  ?event rdfs:label ?label .
}"""
_TRIGGERS = "SELECT ?event ?begin ?text WHERE { ?event kg:evidence ?m . ?m nif:beginIndex ?begin ; nif:anchorOf ?text }"
_EDGES = """
SELECT ?event ?role ?filler ?begin ?end WHERE {
  { ?claim rdf:subject ?event ; rdf:predicate ?edge ; rdf:object ?filler .
    FILTER(?edge IN (kg:agent, kg:target, kg:victim, kg:weapon, kg:place))
    BIND(STRAFTER(STR(?edge), "#") AS ?role) }
  UNION { ?claim kg:about ?event ; kg:responsible ?filler ; kg:stance ?stance . FILTER(?stance != kg:denies)
    BIND("responsible" AS ?role) }
  UNION { ?claim a kg:FigureClaim ; kg:about ?event ; kg:victimGroup ?filler . BIND("counted" AS ?role) }
  ?claim kg:evidence ?m . ?m nif:beginIndex ?begin ; nif:endIndex ?end .
}"""
_FIGURES = "SELECT ?event ?measure ?lower WHERE { ?c a kg:FigureClaim ; kg:about ?event ; kg:measure ?measure ; kg:lower ?lower }"
_DATES = "SELECT ?event ?date WHERE { ?event kg:date ?date }"
_NODES = """
SELECT ?node ?type ?label WHERE {
  ?node rdfs:label ?label ; a ?type . FILTER NOT EXISTS { ?node a ?finer . ?finer rdfs:subClassOf ?type }
}"""
_NAMES = "SELECT ?node ?name WHERE { ?node rdfs:label|skos:altLabel ?name }"
_MENTIONS = """
SELECT ?node ?begin ?end ?text WHERE {
  ?m <http://www.w3.org/2005/11/its/rdf#taIdentRef> ?node ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?text
}"""
_COUNTRIES = """
SELECT ?place ?country WHERE { ?place kg:within* ?country . ?country kg:placeKind "country" }"""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of the report that names an entity."""

    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Node:
    """An entity: the local name of its class ("Concept" for a weapon), its label, all names, its mentions in order."""

    iri: str
    kind: str
    label: str
    names: frozenset[str]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Filler:
    """An entity in a role, and the stretches of evidence for that."""

    role: str
    node: Node
    evidence: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """An event of the graph; countries are slugs, of its places and of the facilities struck."""

    iri: str
    type: str
    label: str
    modality: str
    parent: str
    triggers: tuple[tuple[int, str], ...]
    fillers: tuple[Filler, ...]
    dates: tuple[str, ...]
    figures: tuple[tuple[str, int], ...]
    countries: frozenset[str]

    def of(self, *roles: str) -> list[Filler]:
        """The fillers in these roles."""
        return [f for f in self.fillers if f.role in roles]


@dataclass(frozen=True, slots=True)
class Told:
    """All events of a report, first mention first; how often each country's places are mentioned; its actors."""

    incidents: tuple[Incident, ...]
    countries: tuple[tuple[str, int], ...]
    actors: tuple[Node, ...] = ()


def told(graph: Graph) -> Told:
    """What the graph of one report tells."""
    return _Reader(graph).told()


class _Reader:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._names = self._grouped(_NAMES)
        self._mentions = self._grouped(_MENTIONS)
        self._country = {place: _local(country[0]) for place, (country, *_) in self._grouped(_COUNTRIES).items()}
        kinds = self._grouped(_NODES)
        self._nodes = {iri: self._node(iri, *rows[0]) for iri, rows in kinds.items()}

    def told(self) -> Told:
        triggers, edges, dates, figures = (self._grouped(q) for q in (_TRIGGERS, _EDGES, _DATES, _FIGURES))
        found = {}
        for event, type_, modality, label, parent in self._graph.query(_EVENTS):
            fillers = tuple(self._fillers(edges[event]))
            found[event] = Incident(
                str(event), _local(type_), str(label), _local(modality or "#asserted"), str(parent or ""),
                tuple(sorted((int(b), str(t)) for b, t in triggers[event])), fillers,
                tuple(sorted({str(d[0]) for d in dates[event]})),
                tuple((_local(m), int(n)) for m, n in figures[event]),
                frozenset(self._country[f.node.iri] for f in fillers if f.node.iri in self._country and f.role in ("place", "target")),
            )  # fmt: skip
        ordered = sorted(found.values(), key=lambda i: (i.triggers[:1], i.iri))
        actors = (n for n in self._nodes.values() if n.mentions and n.kind in (*ORGANISED, "Person"))
        return Told(tuple(ordered), self._seen(), tuple(sorted(actors, key=lambda n: (n.mentions, n.iri))))

    def _seen(self) -> tuple[tuple[str, int], ...]:
        counts: dict[str, int] = defaultdict(int)
        for place, country in self._country.items():
            counts[country] += len(self._mentions[place])
        return tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0])))

    def _fillers(self, rows: list[tuple]) -> list[Filler]:
        found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for role, node, begin, end in rows:
            found[role, node].append((begin, end))
        fillers = [Filler(r, self._nodes[n], tuple(sorted(set(e)))) for (r, n), e in found.items() if n in self._nodes]
        return sorted(fillers, key=lambda f: (f.role, f.evidence, f.node.iri))

    def _node(self, iri: str, kind: str, label: str) -> Node:
        mentions = tuple(Mention(*m) for m in sorted(self._mentions[iri]))
        return Node(iri, _local(kind), label, frozenset(n for (n,) in self._names[iri]), mentions)

    def _grouped(self, query: str) -> dict[str, list[tuple]]:
        rows: dict[str, list[tuple]] = defaultdict(list)
        for first, *rest in self._graph.query(query):
            rows[str(first)].append(tuple(rest))
        return rows


def _local(iri: object) -> str:
    return str(iri).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
