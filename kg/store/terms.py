"""The namespaces of the graph, and RDF terms as plain Python values and back."""
from collections.abc import Mapping
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple
Value = str | int | float | bool | None

KG = "https://w3id.org/conflict-kg/ontology#"
ID = "https://w3id.org/conflict-kg/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Mapping[str, str] = {
    "kg": KG,
    "actor": ID + "actor/",
    "claim": ID + "claim/",
    "event": ID + "event/",
    "place": ID + "place/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": XSD,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
}

_WHOLE = {XSD + n for n in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger")}
_BROKEN = {XSD + n for n in ("decimal", "double", "float")}


@lru_cache(maxsize=512)
def node(curie: str) -> NamedNode:
    """The IRI of a prefixed name: node("kg:Event"). Raises KeyError naming an unknown prefix."""
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def as_iri(text: str) -> str | None:
    """The IRI that `text` writes (`https://...`, `<https://...>`, `actor:is`), or None where it is a label."""
    if text.startswith("<") and text.endswith(">"):
        return text[1:-1]
    if text.startswith(("http://", "https://", "urn:")):
        return text
    prefix, colon, local = text.partition(":")
    known = colon and prefix in PREFIXES and " " not in local
    return PREFIXES[prefix] + local if known else None


def shorten(iri: str) -> str:
    """`kg:Bombing` for an IRI of a known namespace, else the IRI as it stands."""
    for prefix, base in PREFIXES.items():
        if iri.startswith(base) and iri != base:
            return f"{prefix}:{iri[len(base):]}"
    return iri


def local_name(iri: str) -> str:
    """What follows the last # or / of an IRI: `Bombing`."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def to_python(term: Term | None) -> Value:
    """A term as a plain value: an IRI or blank node as str, numbers and booleans as such, other literals as str.

    Dates stay strings, because their datatype is their precision ("2016", "2016-05", "2016-05-23").
    """
    if term is None:
        return None
    if isinstance(term, Literal):
        return _literal(term)
    return str(term) if isinstance(term, Triple) else term.value


def _literal(term: Literal) -> Value:
    datatype = term.datatype.value
    try:
        if datatype in _WHOLE:
            return int(term.value)
        if datatype in _BROKEN:
            return float(term.value)
    except ValueError:  # an ill-typed literal keeps its words
        return term.value
    return term.value in ("true", "1") if datatype == XSD + "boolean" else term.value


def to_term(value: object) -> Term:
    """A plain value as an RDF term: a str that writes an IRI becomes one, any other str a literal.

    rdflib terms are taken as they are. Raises TypeError naming a value that is neither.
    """
    if isinstance(value, NamedNode | BlankNode | Literal):
        return value
    if hasattr(value, "n3"):
        return _from_rdflib(value)
    if isinstance(value, str):
        iri = as_iri(value)
        return NamedNode(iri) if iri else Literal(value)
    if isinstance(value, bool | int | float):
        return Literal(value)
    raise TypeError(f"cannot be an RDF term: {value!r}")


def _from_rdflib(value: object) -> Term:
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral

    if isinstance(value, URIRef):
        return NamedNode(str(value))
    if isinstance(value, BNode):
        return BlankNode(str(value))
    if isinstance(value, RdflibLiteral):
        if value.language:
            return Literal(str(value), language=value.language)
        return Literal(str(value), datatype=NamedNode(str(value.datatype)) if value.datatype else None)
    raise TypeError(f"cannot be an RDF term: {value!r}")


def order(term: Term) -> tuple[str, str, str]:
    """A sort key that is total over the terms of a graph: value, language, datatype."""
    if isinstance(term, Literal):
        return (term.value, term.language or "", term.datatype.value)
    return (str(term) if isinstance(term, Triple) else term.value, "", "")


def triple_order(triple: Triple) -> tuple[str, str, tuple[str, str, str], str]:
    """The order in which triples are written."""
    return (str(triple.subject), triple.predicate.value, order(triple.object), type(triple.object).__name__)
