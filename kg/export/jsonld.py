"""JSON-LD 1.1: the whole graph, one object a node, with a context that names the prefixes."""
import json
from itertools import groupby

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.store import PREFIXES, Graph
from kg.store.terms import XSD, shorten, triple_order

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def jsonld(graph: Graph) -> str:
    """The graph as JSON-LD: `@context` of prefixes, `@graph` of nodes by IRI."""
    triples = sorted(graph, key=triple_order)
    nodes = [_object(list(group)) for _, group in groupby(triples, key=lambda t: str(t.subject))]
    return json.dumps({"@context": dict(PREFIXES), "@graph": nodes}, ensure_ascii=False, indent=1) + "\n"


def _object(triples: list[Triple]) -> dict[str, object]:
    found: dict[str, object] = {"@id": _name(triples[0].subject)}
    for predicate, group in groupby(triples, key=lambda t: t.predicate.value):
        values = [t.object for t in group]
        if predicate == _TYPE:
            found["@type"] = [_name(v) for v in values]
        else:
            found[shorten(predicate)] = [_value(v) for v in values]
    return found


def _name(node: object) -> str:
    if isinstance(node, BlankNode):
        return f"_:{node.value}"
    if isinstance(node, NamedNode):
        return shorten(node.value)
    raise ValueError(f"JSON-LD cannot hold this as a node: {node}")


def _value(value: object) -> object:
    if not isinstance(value, Literal):
        return {"@id": _name(value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    return value.value if datatype == XSD + "string" else {"@value": value.value, "@type": shorten(datatype)}
