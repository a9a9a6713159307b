"""What a graph states of its nodes, class by class, as plain dictionaries; read by SPARQL alone."""
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.store import Graph
from kg.store.terms import KG, Value, node

Facts = Mapping[str, Sequence[Value]]

_FACTS = "SELECT ?node ?predicate ?value WHERE {{ VALUES ?predicate {{ {} }} ?node a {} ; ?predicate ?value }}"
_TYPES = "SELECT ?node ?type WHERE { ?node a ?type FILTER(STRSTARTS(STR(?type), STR(kg:)) && ?type != kg:Mention) }"
_TREE = "SELECT ?sub ?super WHERE { ?sub rdfs:subClassOf ?super }"


def facts(graph: Graph, kind: str, predicates: Iterable[str]) -> dict[str, Facts]:
    """For each node of a class ("kg:Event"), in order of IRI, its values by predicate ("kg:date"), each in order."""
    names = {node(p).value: p for p in predicates}
    found: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in graph.query(_FACTS.format(" ".join(names.values()), kind)):
        found[str(subject)][names[str(predicate)]].append(value)
    return {n: {p: sorted(v, key=_order) for p, v in found[n].items()} for n in sorted(found)}


def _order(value: Value) -> tuple[bool, float, str]:
    number = isinstance(value, int | float)
    return (number, float(value) if isinstance(value, int | float) else 0.0, str(value))


def tree(graph: Graph) -> dict[str, str]:
    """The class above each class, by local names; the first by name where there are several."""
    above: dict[str, str] = {}
    for sub, sup in sorted(graph.query(_TREE), key=str):
        if str(sub).startswith(KG) and str(sup).startswith(KG):
            above.setdefault(_local(sub), _local(sup))
    return above


def kinds(graph: Graph, above: Mapping[str, str]) -> dict[str, str]:
    """The local name of each node's most specific class: the furthest down the tree, the first by name of several."""
    found: dict[str, str] = {}
    for subject, kind in sorted(graph.query(_TYPES), key=str):
        name, known = _local(kind), found.get(str(subject))
        if known is None or _depth(name, above) > _depth(known, above):
            found[str(subject)] = name
    return found


def _depth(kind: str, above: Mapping[str, str]) -> int:
    seen = [kind]
    while (parent := above.get(seen[-1])) and parent not in seen:
        seen.append(parent)
    return len(seen)


def _local(iri: Value) -> str:
    return str(iri).removeprefix(KG)


def text(found: Facts, predicate: str) -> str:
    """The first value as text, "" where there is none; of an IRI of the ontology the local name."""
    values = found.get(predicate, ())
    return _local(values[0]) if values else ""


def texts(found: Facts, predicate: str) -> list[str]:
    """All values as text."""
    return [str(v) for v in found.get(predicate, ())]


def number(found: Facts, predicate: str) -> int | float | None:
    """The first value that is a number; None where there is none."""
    return next((v for v in found.get(predicate, ()) if isinstance(v, int | float) and not isinstance(v, bool)), None)
