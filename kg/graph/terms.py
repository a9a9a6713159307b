"""The vocabularies, and the making of terms."""
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

BASE = "https://w3id.org/conflict-kg/id/"
KG = "https://w3id.org/conflict-kg/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES: dict[str, str] = {
    "kg": KG,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": XSD,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "schema": "https://schema.org/",
}

Term = NamedNode | Literal


@lru_cache(maxsize=4096)
def term(name: str) -> NamedNode:
    """A vocabulary term by its prefixed name: "kg:Event". Raises KeyError for a prefix that is not in PREFIXES."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def kg(local: str) -> NamedNode:
    """A term of the project's own ontology: kg("Event")."""
    return term(f"kg:{local}")


def typed(value: str, datatype: str) -> Literal:
    """A literal of an XSD datatype: typed("2014", "gYear")."""
    return Literal(value, datatype=term(f"xsd:{datatype}"))


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return typed(str(value), "integer")


RDF_TYPE = term("rdf:type")
LABEL = term("rdfs:label")
COMMENT = term("rdfs:comment")
DERIVED = term("prov:wasDerivedFrom")
SAME_AS = term("owl:sameAs")
