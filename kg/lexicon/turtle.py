"""Reading the lexicon's Turtle: a file as one record per subject."""
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

ONTOLOGY = "https://w3id.org/conflict-kg/ontology#"
IDS = "https://w3id.org/conflict-kg/id/"
_SHORT = {
    ONTOLOGY: "kg:",
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
        return term.value
    if not isinstance(term, NamedNode):
        raise ValueError(f"neither IRI nor literal: {term}")
    return _abridged(term.value)


@lru_cache(maxsize=20_000)
def _abridged(iri: str) -> str:
    if iri.startswith(IDS):
        return "id:" + iri.removeprefix(IDS)
    cut = max(iri.rfind("#"), iri.rstrip("/").rfind("/")) + 1
    return _SHORT[iri[:cut]] + iri[cut:].rstrip("/") if iri[:cut] in _SHORT else iri
