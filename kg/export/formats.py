"""The formats that a graph is exported to."""
from collections.abc import Callable, Mapping
from functools import partial

from kg.export.acled import acled
from kg.export.ftm import ftm
from kg.export.geojson import geojson
from kg.export.gexf import gexf
from kg.export.graphml import graphml
from kg.export.jsonld import jsonld
from kg.export.policy import Policy
from kg.export.quads import nquads, trig
from kg.export.rdf import ntriples, turtle
from kg.export.tables import TABLES, table, tables
from kg.export.ucdp import ucdp
from kg.store import Graph

Exporter = Callable[[Graph], str]

FORMATS: Mapping[str, Exporter] = {
    "turtle": turtle,
    "ntriples": ntriples,
    "jsonld": jsonld,
    "trig": trig,
    "nquads": nquads,
    "graphml": graphml,
    "gexf": gexf,
    "geojson": geojson,
    "acled": acled,
    "ucdp": ucdp,
    "ftm": ftm,
    **{f"csv-{name}": partial(table, name) for name in TABLES},
}
"""One text each. acled goes by the policy "conservative" here and ucdp by "best-low-high", as their codebooks do."""

POLICED: Mapping[str, Callable[[Graph, Policy | None], str]] = {"acled": acled, "ucdp": ucdp}
"""The formats that take one number from many."""

FOLDERS: Mapping[str, Callable[[Graph], Mapping[str, str]]] = {"csv": tables}
"""Several files each, by name."""

BY_SUFFIX: Mapping[str, str] = {
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".jsonld": "jsonld",
    ".trig": "trig",
    ".nq": "nquads",
    ".graphml": "graphml",
    ".gexf": "gexf",
    ".geojson": "geojson",
}
