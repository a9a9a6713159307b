"""The terms of the project's namespace that a graph uses, against those that the ontology has."""
from functools import cache

from pyoxigraph import NamedNode, Triple

from kg.resources import folder
from kg.store import PREFIXES, Graph

_KG = PREFIXES["kg"]


@cache
def _known() -> frozenset[str]:
    """The terms of ontology/kg.ttl."""
    schema = Graph().load(folder("ontology") / "kg.ttl")
    return frozenset(t.subject.value for t in schema if isinstance(t.subject, NamedNode))


def unknown_terms(graph: Graph) -> list[str]:
    """The IRIs in the project's namespace that the graph uses and the ontology lacks, sorted."""
    used = {iri for triple in graph for iri in _terms(triple)}
    return sorted(used - _known())


def _terms(triple: Triple) -> set[str]:
    parts = (triple.subject, triple.predicate, triple.object)
    return {p.value for p in parts if isinstance(p, NamedNode) and p.value.startswith(_KG)}
