"""Reading the lexicon's Turtle: a file as one record per subject."""
from collections import defaultdict
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

ONTOLOGY = "https://w3id.org/conflict-kg/ontology#"
IDS = "https://w3id.org/conflict-kg/id/"
_SHORT = {
    ONTOLOGY: "kg:",
    IDS: "id:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://www.w3.org/2002/07/owl#": "owl:",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "wgs:",
    "http://www.wikidata.org/entity/": "wd:",
    "https://sws.geonames.org/": "geonames:",
}

Record = dict[str, list[str]]


def read(path: Path) -> dict[str, Record]:
    """Each subject's properties, both as short names ("rdfs:label"), values in the file's order.

    Raises SyntaxError where the file is no Turtle, and OSError where it cannot be read.
    """
    subjects: dict[str, Record] = defaultdict(lambda: defaultdict(list))
    with path.open("rb") as file:
        for quad in parse(file, RdfFormat.TURTLE):
            subjects[_short(quad.subject)][_short(quad.predicate)].append(_short(quad.object))
    return {subject: dict(record) for subject, record in subjects.items()}


def values(record: Record, prop: str, prefix: str = "") -> tuple[str, ...]:
    """The record's values of a property; with `prefix`, those under it, without it."""
    return tuple(value.removeprefix(prefix) for value in record.get(prop, ()) if value.startswith(prefix))


def first(record: Record, prop: str, prefix: str = "") -> str:
    """The first of `values`, or "" where there is none."""
    return next(iter(values(record, prop, prefix)), "")


def _short(term: object) -> str:
    if isinstance(term, Literal):
        return str(term.value)
    if not isinstance(term, NamedNode):
        raise ValueError(f"neither IRI nor literal: {term}")
    iri = str(term.value)
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    for base in (iri[:cut], IDS if iri.startswith(IDS) else ""):
        if base in _SHORT:
            return _SHORT[base] + iri[len(base):]
    if iri.startswith("https://sws.geonames.org/"):
        return "geonames:" + iri.split("/")[3]
    return iri
