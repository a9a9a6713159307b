"""JSON-LD 1.1: the whole graph, one object a node, under a context that names prefixes and types.

Where every value of a property is a node, or a literal of one type, the context says so once, and the values are plain
strings: `"kg:place": ["place:aleppo"]`. Where they differ (a date is a day, a month or a year) each bears its type.
"""
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.store import PREFIXES, Graph
from kg.store.terms import XSD, shorten, triple_order

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_NODE = "@id"
_MIXED = ""
Kinds = Mapping[str, str]


def jsonld(graph: Graph) -> str:
    """The graph as JSON-LD: `@context`, and `@graph` of nodes by IRI."""
    triples = sorted(graph, key=triple_order)
    kinds = _kinds(triples)
    nodes = [_object(list(group), kinds) for _, group in groupby(triples, key=lambda t: str(t.subject))]
    typed = {shorten(p): {"@id": shorten(p), "@type": kind} for p, kind in sorted(kinds.items())}
    return json.dumps({"@context": {**PREFIXES, **typed}, "@graph": nodes}, ensure_ascii=False, indent=1) + "\n"


def _kinds(triples: Iterable[Triple]) -> Kinds:
    """The one kind of each property's values: "@id", or a datatype; not of those that are mixed, or plain text."""
    found: dict[str, set[str]] = defaultdict(set)
    for t in triples:
        found[t.predicate.value].add(_kind(t.object))
    single = {p: next(iter(kinds)) for p, kinds in found.items() if len(kinds) == 1 and p != _TYPE}
    return {p: kind for p, kind in single.items() if kind != _MIXED and shorten(p) != p}


def _kind(value: object) -> str:
    if isinstance(value, NamedNode | BlankNode):
        return _NODE
    if isinstance(value, Literal) and not value.language and value.datatype.value != XSD + "string":
        return shorten(value.datatype.value)
    return _MIXED


def _object(triples: list[Triple], kinds: Kinds) -> dict[str, object]:
    found: dict[str, object] = {"@id": _name(triples[0].subject)}
    for predicate, group in groupby(triples, key=lambda t: t.predicate.value):
        values = [t.object for t in group]
        if predicate == _TYPE:
            found["@type"] = [_name(v) for v in values]
        else:
            found[shorten(predicate)] = [_value(v, predicate in kinds) for v in values]
    return found


def _name(node: object) -> str:
    if isinstance(node, BlankNode):
        return f"_:{node.value}"
    if isinstance(node, NamedNode):
        return shorten(node.value)
    raise ValueError(f"JSON-LD cannot hold this as a node: {node}")


def _value(value: object, plain: bool) -> object:
    """A value; `plain`: the context tells its kind."""
    if not isinstance(value, Literal):
        return _name(value) if plain else {"@id": _name(value)}
    if plain:
        return value.value
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    return value.value if datatype == XSD + "string" else {"@value": value.value, "@type": shorten(datatype)}
