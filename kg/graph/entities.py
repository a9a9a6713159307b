"""Actors, places, weapons and methods as nodes, and the mentions of each."""
from collections.abc import Iterator

from pyoxigraph import Literal, Triple

from kg.graph.schema import types
from kg.graph.sheet import Sheet
from kg.graph.terms import LABEL, RDF_TYPE, kg, term
from kg.records import Entity, Span

CONCEPTS = frozenset({"Weapon", "Method"})


def entity_triples(sheet: Sheet) -> Iterator[Triple]:
    """Every entity that a claim uses or that has a name: its type, its label and each name seen for it."""
    for index in shown(sheet):
        yield from _entity(sheet, index)


def entity_spans(sheet: Sheet) -> Iterator[Span]:
    """The mentions of the entities that are shown."""
    for index in shown(sheet):
        yield from sheet.extraction.entities[index].mentions


def _entity(sheet: Sheet, index: int) -> Iterator[Triple]:
    entity, node = sheet.extraction.entities[index], sheet.node(index)
    iri = sheet.iri(node.path)
    kinds = (term("skos:Concept"),) if node.kind in CONCEPTS else types(node.kind)
    for kind in kinds:
        yield Triple(iri, RDF_TYPE, kind)
    yield Triple(iri, LABEL, Literal(node.label))
    if node.kind == "Facility":
        yield Triple(iri, kg("placeKind"), Literal("facility"))
    for name in _other_names(entity, node.label):
        yield Triple(iri, term("skos:altLabel"), Literal(name))
    for span in entity.mentions:
        yield Triple(sheet.mention(span), term("itsrdf:taIdentRef"), iri)


def _other_names(entity: Entity, label: str) -> list[str]:
    return sorted({entity.name, *entity.names} - {label, ""})


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
