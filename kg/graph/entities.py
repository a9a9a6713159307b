"""Actors, places, weapons and methods as nodes, and the mentions of each."""
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.background import background
from kg.graph.schema import types
from kg.graph.sheet import Sheet
from kg.graph.terms import LABEL, RDF_TYPE, kg, term
from kg.records import Span
from kg.resolution import Node

CONCEPTS = frozenset({"Weapon", "Method"})


def identity_triples(sheet: Sheet) -> Iterator[Triple]:
    """Which mention is of whom: of every entity that a claim uses or that has a name."""
    for index in shown(sheet):
        for span in sheet.extraction.entities[index].mentions:
            yield Triple(sheet.mention(span), term("itsrdf:taIdentRef"), sheet.entity(index))


def entity_spans(sheet: Sheet) -> Iterator[Span]:
    """The mentions of the entities that are shown."""
    for index in shown(sheet):
        yield from sheet.extraction.entities[index].mentions


def names_seen(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The path of each node that the report shows, with each name it has for it; its outlet's too."""
    for index in shown(sheet):
        entity = sheet.extraction.entities[index]
        for name in sorted({entity.name, *entity.names} - {""}):
            yield sheet.path(index), name
    publisher = sheet.resolution.publishers.get(sheet.id)
    if publisher:
        yield publisher, sheet.extraction.report.outlet


def node_triples(node: Node, names: Iterable[str], base: str) -> Iterator[Triple]:
    """An actor, place, weapon or method: its type, its label, each other name seen for it, and what is known of it."""
    iri = NamedNode(base + node.path)
    kinds = (term("skos:Concept"),) if node.kind in CONCEPTS else types(node.kind)
    for kind in kinds:
        yield Triple(iri, RDF_TYPE, kind)
    yield Triple(iri, LABEL, Literal(node.label))
    if node.kind == "Facility":
        yield Triple(iri, kg("placeKind"), Literal("facility"))
    for name in sorted({*names} - {node.label}):
        yield Triple(iri, term("skos:altLabel"), Literal(name))
    if node.known:
        yield from background(node.path, base)


def shown(sheet: Sheet) -> list[int]:
    """The entities worth a node: all but mere descriptions ("gunmen") that nothing is said of."""
    said = _used(sheet)
    return [i for i, e in enumerate(sheet.extraction.entities) if i in said or not e.generic]


def _used(sheet: Sheet) -> set[int]:
    """The entities that some claim names."""
    x = sheet.extraction
    found: set[int | None] = {a.value for a in x.arguments if a.role != "subEventOf"}
    found |= {f.group for f in x.figures} | {r.responsible for r in x.responsibilities}
    found |= {s.speaker for s in x.statements} | {s.affiliation for s in x.statements}
    found |= {r.subject for r in x.relations} | {r.object for r in x.relations}
    for said in sheet.said():
        found |= {said.attribution.claimant, said.attribution.via}
    return {i for i in found if i is not None}
