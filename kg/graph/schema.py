"""The class hierarchy, as the ontology file states it."""
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeGuard

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.graph.terms import KG, kg, term
from kg.resources import folder


@lru_cache(maxsize=1)
def parents() -> dict[str, tuple[str, ...]]:
    """For each class of the ontology, by local name, its direct superclasses within the ontology."""
    found: dict[str, list[str]] = {}
    below = term("rdfs:subClassOf")
    path = folder("ontology") / "kg.ttl"
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        sub, sup = quad.subject, quad.object
        if quad.predicate == below and _ours(sub) and _ours(sup):
            found.setdefault(sub.value[len(KG):], []).append(sup.value[len(KG):])
    return {name: tuple(sorted(sups)) for name, sups in found.items()}


def _ours(node: object) -> TypeGuard[NamedNode]:
    return isinstance(node, NamedNode) and node.value.startswith(KG)


def class_tree() -> Iterator[Triple]:
    """The tree as triples, so that a query can ask it of the graph itself."""
    for name, sups in sorted(parents().items()):
        for sup in sups:
            yield Triple(kg(name), term("rdfs:subClassOf"), kg(sup))


@lru_cache(maxsize=256)
def lineage(kind: str) -> tuple[str, ...]:
    """The class and all its superclasses, nearest first: "Bombing" gives Bombing, Attack, Event."""
    found = [kind]
    for name in found:
        found += [p for p in parents().get(name, ()) if p not in found]
    return tuple(found)


@lru_cache(maxsize=256)
def types(kind: str) -> tuple[NamedNode, ...]:
    """What rdf:type states of an instance: its class and all superclasses, so that a plain query meets it."""
    return tuple(kg(name) for name in lineage(kind))
