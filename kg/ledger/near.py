"""What a store holds near a node, few triples a look-up: on disk every term of one costs a look-up more."""
from collections.abc import Iterable

from pyoxigraph import NamedNode, Store, Triple


def triples_of(store: Store, subject: NamedNode, predicate: NamedNode | None = None) -> list[Triple]:
    """The triples of a subject, or those of it with one predicate."""
    return [quad.triple for quad in store.quads_for_pattern(subject, predicate, None)]


def objects(store: Store, subject: NamedNode, predicate: NamedNode) -> set[NamedNode]:
    """The nodes that such triples lead to."""
    return {t.object for t in triples_of(store, subject, predicate) if isinstance(t.object, NamedNode)}


def subjects(store: Store, predicate: NamedNode, value: NamedNode) -> set[NamedNode]:
    """The nodes of which a triple says so."""
    found = (quad.subject for quad in store.quads_for_pattern(None, predicate, value))
    return {s for s in found if isinstance(s, NamedNode)}


def followed(
    store: Store, nodes: Iterable[NamedNode], ways: Iterable[NamedNode], both: bool = False
) -> list[NamedNode]:
    """The nodes and all that they are tied to, at any remove; `both`: what is tied to them too."""
    found, ways = list(dict.fromkeys(nodes)), list(ways)
    seen = {*found}
    for node in found:
        met = {o for way in ways for o in objects(store, node, way)}
        met |= {s for way in ways for s in subjects(store, way, node)} if both else set()
        found += sorted(met - seen, key=lambda n: n.value)
        seen |= met
    return found
