"""Findings on some events and places of a graph, in a small graph of all that they rest on.

A finding belongs to the first node of its topic. What it rests on is near that node: an event, its parts and wholes,
the claims on these with the names of all that they name, its reports, its places with what is around them; and, for
rival claims of one deed, the ties between the actors.
"""
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Store, Triple

from kg.check.findings import findings
from kg.graph.claim import SUBJECT
from kg.graph.terms import LABEL, kg, term
from kg.ledger.packing import triples
from kg.store import Graph

_NAMED = (kg("claimedBy"), kg("victimGroup"), kg("responsible"))
_TIES = tuple(kg(name) for name in ("partOf", "memberOf", "leads", "speaksFor", "allyOf"))
_OFFSETS = tuple(term(f"nif:{end}Index") for end in ("begin", "end"))
_OF_REPORT = tuple(term(f"dct:{name}") for name in ("publisher", "issued", "title"))
_RESPONSIBLE = kg("responsible")
_WITHIN, _PART, _ABOUT, _PLACE = kg("within"), kg("subEventOf"), kg("about"), kg("place")


def concerned(store: Store, changed: Iterable[str], gone: Iterable[bytes], new: Iterable[bytes]) -> set[str]:
    """The nodes (IRIs) whose findings may be others after a change: of these events, and what the triples bear on."""
    old, now = triples(gone), triples(new)
    events = {NamedNode(iri) for iri in changed}
    renamed = {t.subject for t in old if t.predicate == LABEL and isinstance(t.subject, NamedNode)}
    within = {t.subject for t in (*old, *now) if t.predicate == _WITHIN}
    moved = _below(store, {s for s in within if isinstance(s, NamedNode)})
    for node in renamed | moved:
        events |= _naming(store, node)
    tied = {n for t in (*old, *now) if t.predicate in _TIES for n in (t.subject, t.object) if isinstance(n, NamedNode)}
    claims = {c for actor in _followed(store, tied, _TIES, both=True) for c in _subjects(store, _RESPONSIBLE, actor)}
    events |= _rivals(store, {e for claim in claims for e in _objects(store, claim, _ABOUT)})
    related = {e for event in events for e in (*_objects(store, event, _PART), *_subjects(store, _PART, event))}
    return {node.value for node in events | related | moved}


def findings_on(store: Store, nodes: Iterable[str], base: str) -> dict[str, list[Triple]]:
    """For each node (its IRI) the findings on it; [] where there is none."""
    found: dict[str, list[Triple]] = {node: [] for node in nodes}
    small = Graph.of(_around(store, {NamedNode(node) for node in found}))
    for finding in findings(small):
        home = next((part for part in finding.topic if part in found), "")
        if home and home == next(part for part in finding.topic if part.startswith(base)):
            found[home] += finding.triples(base)
    return found


def _naming(store: Store, node: NamedNode) -> set[NamedNode]:
    """The events whose findings may name a node: their figures and claims do, or their place is it."""
    claims = {c for predicate in _NAMED for c in _subjects(store, predicate, node)}
    for report in _subjects(store, term("dct:publisher"), node):
        claims |= _subjects(store, kg("reportedIn"), report)
    return {e for c in claims for e in _objects(store, c, _ABOUT)} | _subjects(store, _PLACE, node)


def _below(store: Store, places: set[NamedNode]) -> set[NamedNode]:
    found = list(places)
    for place in found:
        found += [p for p in _subjects(store, _WITHIN, place) if p not in found]
    return set(found)


def _rivals(store: Store, events: Iterable[NamedNode]) -> set[NamedNode]:
    """Of these events those for which more than one actor is named as responsible."""
    return {e for e in events
            if len({a for c in _subjects(store, _ABOUT, e) for a in _objects(store, c, _RESPONSIBLE)}) > 1}


def _around(store: Store, nodes: set[NamedNode]) -> Iterator[Triple]:
    """All that the findings on nodes rest on."""
    events = {e for n in nodes for e in (n, *_objects(store, n, _PART), *_subjects(store, _PART, n))}
    places, reports, actors = set[NamedNode](), set[NamedNode](), set[NamedNode]()
    for event in events:
        yield from _all(store, event)
        reports |= _objects(store, event, kg("reportedIn"))
        places |= {*_objects(store, event, _PLACE), *_objects(store, event, _WITHIN)}
        for mention in _objects(store, event, kg("evidence")):
            yield from _some(store, mention, _OFFSETS)
        for claim in _claims(store, event):
            yield from _all(store, claim)
            actors |= {a for predicate in _NAMED for a in _objects(store, claim, predicate)}
            reports |= _objects(store, claim, kg("reportedIn"))
            for later in _subjects(store, kg("supersedes"), claim):
                yield Triple(later, kg("supersedes"), claim)
    yield from _background(store, places, reports, actors, bool(_rivals(store, events)))


def _claims(store: Store, event: NamedNode) -> set[NamedNode]:
    """The figures and claims on an event; of one that has parts or is one, of a place too, those of its edges."""
    about = _subjects(store, _ABOUT, event)
    tied = next(iter(store.quads_for_pattern(None, _PART, event)), None) or _objects(store, event, _PART)
    return about | _subjects(store, SUBJECT, event) if tied or _objects(store, event, _WITHIN) else about


def _background(
    store: Store, places: set[NamedNode], reports: set[NamedNode], actors: set[NamedNode], rivals: bool
) -> Iterator[Triple]:
    for report in reports:
        yield from _some(store, report, _OF_REPORT)
        actors |= _objects(store, report, term("dct:publisher"))
    for place in _followed(store, places, (_WITHIN,), both=False):
        yield from _all(store, place)
    for actor in _followed(store, actors, _TIES, both=True) if rivals else actors:
        yield from _all(store, actor)


def _followed(store: Store, nodes: set[NamedNode], ways: tuple[NamedNode, ...], both: bool) -> list[NamedNode]:
    """The nodes and all that they are tied to, at any remove."""
    found, seen = list(nodes), set(nodes)
    for node in found:
        near = {o for way in ways for o in _objects(store, node, way)}
        near |= {s for way in ways for s in _subjects(store, way, node)} if both else set()
        found += near - seen
        seen |= near
    return found


def _all(store: Store, subject: NamedNode) -> Iterator[Triple]:
    found: Iterator[Quad] = store.quads_for_pattern(subject, None, None)
    return (quad.triple for quad in found)


def _some(store: Store, subject: NamedNode, predicates: Iterable[NamedNode]) -> Iterator[Triple]:
    for predicate in predicates:
        yield from (quad.triple for quad in store.quads_for_pattern(subject, predicate, None))


def _objects(store: Store, subject: NamedNode, predicate: NamedNode) -> set[NamedNode]:
    found: Iterator[Quad] = store.quads_for_pattern(subject, predicate, None)
    return {quad.object for quad in found if isinstance(quad.object, NamedNode)}


def _subjects(store: Store, predicate: NamedNode, value: NamedNode) -> set[NamedNode]:
    found: Iterator[Quad] = store.quads_for_pattern(None, predicate, value)
    return {quad.subject for quad in found if isinstance(quad.subject, NamedNode)}
