"""Projections of a graph: smaller networks that answer one kind of question, for networkx and Gephi."""
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx

from kg.analyse.facts import blows, happened, known, participants, shared
from kg.export.book import Book, book
from kg.export.xml import document
from kg.store import Graph

_TIES = ("leads", "memberOf", "partOf", "speaksFor", "allyOf", "rivalOf")
_CLOCK = re.compile(r' lastmodifieddate="[^"]*"')


def to_networkx(graph: Graph, projection: str = "") -> Any:
    """A projection of PROJECTIONS as a networkx graph; without a name the whole network of the graph.

    Nodes are keyed by IRI (of "sources" and "fights" by name) and have a label; edges a weight. Raises ValueError
    naming the projections there are.
    """
    if not projection:
        return graph.to_networkx()
    if projection not in PROJECTIONS:
        raise ValueError(f"no projection {projection!r}; there are {', '.join(PROJECTIONS)}")
    return PROJECTIONS[projection](graph, book(graph))


def actors(graph: Graph, all_: Book) -> Any:
    """Named actors; an edge where two take part in one event, or are tied. weight: how many events and ties."""
    named, meetings = known(graph, all_), Counter[tuple[str, str]]()
    for event in happened(all_):
        meetings.update(combinations(sorted(participants(event) & set(named)), 2))
    ties = _ties(graph, named)
    found = nx.Graph()
    _add(found, ((iri, a.label, a.kind) for iri, a in named.items()))
    for one, other in sorted({*meetings, *ties}):
        labels = ties.get((one, other), set())
        weight = meetings[one, other] + len(labels)
        found.add_edge(one, other, weight=weight, events=meetings[one, other], ties="; ".join(sorted(labels)))
    return found


def _ties(graph: Graph, named: Iterable[str]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    whole, inside = graph.to_networkx(), set(named)
    for one, other, edge in whole.edges(data=True):
        if edge["label"] in _TIES and {one, other} <= inside and one != other:
            found[min(one, other), max(one, other)].add(edge["label"])
    return found


def places(graph: Graph, all_: Book) -> Any:
    """Named actors and places, bipartite; an edge where an actor takes part in an event there. weight: events."""
    named, found = known(graph, all_), nx.Graph()
    counted = Counter(
        (iri, ref.iri) for e in happened(all_) for iri in sorted(participants(e)) if iri in named for ref in e.places
    )
    _add(found, ((iri, named[iri].label, named[iri].kind) for iri in sorted({a for a, _ in counted})), side="actor")
    for iri in sorted({p for _, p in counted}):
        place = all_.places.get(iri)
        point = {"lat": place.lat, "lon": place.lon} if place and place.lat is not None else {}
        label, kind = (place.label, place.kind) if place else (iri, "")
        found.add_node(iri, label=label, kind=kind, side="place", **point)
    found.add_edges_from((a, p, {"weight": n}) for (a, p), n in sorted(counted.items()))
    return found


def events(graph: Graph, all_: Book) -> Any:
    """Events that have parts or are one; an edge from each part to its whole."""
    found = nx.DiGraph()
    inside = [e for e in all_.events.values() if e.parent or all_.parts(e.iri)]
    for e in inside:
        found.add_node(e.iri, label=e.label, kind=e.kind, date=e.date, modality=e.modality)
    found.add_edges_from((e.iri, e.parent.iri, {"weight": 1}) for e in inside if e.parent and e.parent.iri in found)
    return found


def sources(graph: Graph, all_: Book) -> Any:
    """Sources; an edge where two speak to one matter. weight: matters; agree: of them; agreement: their share."""
    found, both = nx.Graph(), defaultdict[tuple[str, str], list[bool]](list)
    for s in shared(graph, all_):
        both[s.one, s.other].append(s.agree)
    _add(found, ((name, name, "source") for name in sorted({n for pair in both for n in pair})))
    for (one, other), votes in sorted(both.items()):
        found.add_edge(one, other, weight=len(votes), agree=sum(votes), agreement=sum(votes) / len(votes))
    return found


def fights(graph: Graph, all_: Book) -> Any:
    """Who strikes whom, by name: an edge from the one to the other. weight: events; months: in which."""
    found, struck = nx.DiGraph(), defaultdict[tuple[str, str], list[str]](list)
    for b in blows(all_):
        struck[b.by, b.against].append(b.month)
    _add(found, ((name, name, "side") for name in sorted({n for pair in struck for n in pair})))
    for (by, against), months in sorted(struck.items()):
        found.add_edge(by, against, weight=len(months), months="; ".join(sorted(set(months))))
    return found


def _add(found: Any, nodes: Iterable[tuple[str, str, str]], **more: str) -> None:
    for iri, label, kind in nodes:
        found.add_node(iri, label=label, kind=kind, **more)


PROJECTIONS: Mapping[str, Callable[[Graph, Book], Any]] = {
    "actors": actors,
    "places": places,
    "events": events,
    "sources": sources,
    "fights": fights,
}


def write_network(network: Any, path: str | Path) -> None:
    """Writes a network as .graphml or .gexf, the same bytes for the same network; ValueError for another suffix."""
    lines = {".graphml": nx.generate_graphml, ".gexf": nx.generate_gexf}.get(Path(path).suffix.lower())
    if lines is None:
        raise ValueError(f"{path}: .graphml or .gexf is wanted")
    text = document(_CLOCK.sub("", line) for line in lines(network))
    Path(path).write_text(text, encoding="utf-8", newline="\n")
