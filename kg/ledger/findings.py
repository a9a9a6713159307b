"""Findings on some events and places of a graph, in a small graph of all that they rest on.

A finding belongs to the first node of its topic. What it rests on is near that node: an event, its parts and wholes,
and all that the reports say which tell of these; its places with what is around them; and, for rival claims of one
deed, the ties between the actors.
"""
import re
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import NamedNode, RdfFormat, Store, Triple

from kg.check.findings import findings
from kg.graph.claim import SUBJECT
from kg.graph.terms import LABEL, kg, term
from kg.ledger.near import followed, objects, subjects, triples_of
from kg.ledger.packing import triples, unpacked_lines
from kg.store import Graph

_NAMED = (kg("claimedBy"), kg("victimGroup"), kg("responsible"))
_TIES = tuple(kg(name) for name in ("partOf", "memberOf", "leads", "speaksFor", "allyOf"))
_RESPONSIBLE, _WITHIN, _PART, _ABOUT, _PLACE = (
    kg(name) for name in ("responsible", "within", "subEventOf", "about", "place"))
_BEARING = re.compile(b"|".join(re.escape(str(p).encode()) for p in (LABEL, _WITHIN, *_TIES)))


def concerned(store: Store, changed: Iterable[str], gone: Iterable[bytes], new: Iterable[bytes]) -> set[str]:
    """The nodes (IRIs) whose findings may be others after a change: of these events, and what the triples bear on."""
    old, now = (triples(filter(_BEARING.search, lines)) for lines in (gone, new))
    events = {NamedNode(iri) for iri in changed}
    renamed = {t.subject for t in old if t.predicate == LABEL and isinstance(t.subject, NamedNode)}
    within = {t.subject for t in (*old, *now) if t.predicate == _WITHIN}
    moved = _below(store, {s for s in within if isinstance(s, NamedNode)})
    for node in renamed | moved:
        events |= _naming(store, node)
    tied = {n for t in (*old, *now) if t.predicate in _TIES for n in (t.subject, t.object) if isinstance(n, NamedNode)}
    claims = {c for actor in followed(store, tied, _TIES, both=True) for c in subjects(store, _RESPONSIBLE, actor)}
    events |= _rivals(store, {e for claim in claims for e in objects(store, claim, _ABOUT)})
    return {node.value for node in _related(store, events) | moved}


def findings_on(db: sqlite3.Connection, store: Store, nodes: Iterable[str], base: str) -> dict[str, list[Triple]]:
    """For each node (its IRI) the findings on it; [] where there is none. The ledger and the store agree."""
    found: dict[str, list[Triple]] = {node: [] for node in nodes}
    for finding in findings(_around(db, store, {NamedNode(node) for node in found}, base)):
        home = next((part for part in finding.topic if part in found), "")
        if home and home == next(part for part in finding.topic if part.startswith(base)):
            found[home] += finding.triples(base)
    return found


def _related(store: Store, events: Iterable[NamedNode]) -> set[NamedNode]:
    """The events, their parts and their wholes."""
    return {e for event in events for e in (event, *objects(store, event, _PART), *subjects(store, _PART, event))}


def _naming(store: Store, node: NamedNode) -> set[NamedNode]:
    """The events whose findings may name a node: their figures and claims do, or their place is it."""
    claims = {c for predicate in _NAMED for c in subjects(store, predicate, node)}
    for report in subjects(store, term("dct:publisher"), node):
        claims |= subjects(store, kg("reportedIn"), report)
    return {e for c in claims for e in objects(store, c, _ABOUT)} | subjects(store, _PLACE, node)


def _below(store: Store, places: set[NamedNode]) -> set[NamedNode]:
    found = list(places)
    for place in found:
        found += [p for p in subjects(store, _WITHIN, place) if p not in found]
    return set(found)


def _rivals(store: Store, events: Iterable[NamedNode]) -> set[NamedNode]:
    """Of these events those for which more than one actor is named as responsible."""
    return {e for e in events if len(_responsible(store, e)) > 1}


def _responsible(store: Store, event: NamedNode) -> set[NamedNode]:
    return {a for c in subjects(store, _ABOUT, event) for a in objects(store, c, _RESPONSIBLE)}


def _around(db: sqlite3.Connection, store: Store, nodes: set[NamedNode], base: str) -> Graph:
    """All that the findings on nodes rest on, and more."""
    events = _related(store, nodes)
    small = Graph()
    told = b"\n".join(_told(db, sorted(e.value.removeprefix(base) for e in events)))
    small.store.bulk_load(told, format=RdfFormat.N_TRIPLES)
    places = nodes | {p for e in events for p in objects(small.store, e, _PLACE)}
    small.add(t for place in followed(store, places, [_WITHIN]) for t in triples_of(store, place, _WITHIN))
    outside = {node for node in nodes if objects(small.store, node, _WITHIN)}
    small.add(t for place in outside for c in subjects(store, SUBJECT, place) for t in triples_of(store, c))
    rivals = {a for e in _rivals(small.store, events) for a in _responsible(small.store, e)}
    tied = followed(store, rivals, _TIES, both=True)
    return small.add(t for actor in tied for way in _TIES for t in triples_of(store, actor, way))


def _told(db: sqlite3.Connection, paths: Iterable[str]) -> Iterator[bytes]:
    """What the units have of events and places, of the reports that tell of them, and of all that these speak of."""
    reports = _column(db, "SELECT report FROM member WHERE path = ?", paths)
    nodes = {*_column(db, "SELECT path FROM shows WHERE report = ?", reports), *paths}
    nodes |= {*_column(db, "SELECT above FROM upper WHERE path = ?", nodes)}
    events = _column(db, "SELECT path FROM member WHERE report = ?", reports)
    keys = chain((f"event:{path}" for path in events), (f"report:{r}" for r in reports), (f"node:{n}" for n in nodes))
    for key in keys:
        for (blob,) in db.execute("SELECT triples FROM unit WHERE key = ?", (key,)):
            yield from unpacked_lines(blob)


def _column(db: sqlite3.Connection, query: str, values: Iterable[str]) -> list[str]:
    """The first column of the answers for all values, each once."""
    return sorted({found for value in values for (found,) in db.execute(query, (value,))})
