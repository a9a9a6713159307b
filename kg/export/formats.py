"""The formats that a graph is exported to."""
from collections.abc import Callable, Mapping

from kg.export.gexf import gexf
from kg.export.graphml import graphml
from kg.export.jsonld import jsonld
from kg.export.rdf import ntriples, turtle
from kg.store import Graph

Exporter = Callable[[Graph], str]

FORMATS: Mapping[str, Exporter] = {
    "turtle": turtle,
    "ntriples": ntriples,
    "jsonld": jsonld,
    "graphml": graphml,
    "gexf": gexf,
}

BY_SUFFIX: Mapping[str, str] = {
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".jsonld": "jsonld",
    ".graphml": "graphml",
    ".gexf": "gexf",
}
