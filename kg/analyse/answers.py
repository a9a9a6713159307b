"""The analyses as tables."""
from collections import defaultdict
from collections.abc import Callable, Mapping

import networkx as nx

from kg.analyse.facts import blows
from kg.analyse.networks import actors, sources
from kg.export.book import Book, book
from kg.store import Graph, Result
from kg.store.result import Row

SAMPLED = 400  # actors from which shortest paths are counted, the same ones each time


def analyse(graph: Graph, name: str) -> Result:
    """An analysis of ANALYSES. Raises ValueError naming those there are."""
    if name not in ANALYSES:
        raise ValueError(f"no analysis {name!r}; there are {', '.join(ANALYSES)}")
    return ANALYSES[name](graph, book(graph))


def central(graph: Graph, all_: Book) -> Result:
    """Named actors by the events and ties that join them to others, most first.

    joined: to how many others; weight: by how many events and ties; between: share of shortest paths between two others
    that lead through it (Freeman's betweenness, 0 to 1), of more than SAMPLED actors from that many drawn ones.
    """
    network = actors(graph, all_)
    between = nx.betweenness_centrality(network, k=SAMPLED if len(network) > SAMPLED else None, seed=0)
    rows: list[Row] = [
        (network.nodes[n]["label"], network.nodes[n]["kind"], network.degree(n), network.degree(n, weight="weight"),
         round(between[n], 4), n)
        for n in network if network.degree(n)
    ]  # fmt: skip
    rows.sort(key=lambda row: (-float(str(row[3])), -float(str(row[4])), str(row[0]), str(row[5])))
    return Result(("actor", "kind", "joined", "weight", "between", "iri"), tuple(rows))


def communities(graph: Graph, all_: Book) -> Result:
    """Which named actors belong together: Clauset-Newman-Moore greedy modularity, largest first."""
    network = actors(graph, all_)
    joined = network.subgraph(sorted(n for n in network if network.degree(n)))
    found = nx.community.greedy_modularity_communities(joined, weight="weight") if joined else []
    groups = sorted((sorted(joined.nodes[n]["label"] for n in group) for group in found), key=lambda g: (-len(g), g))
    rows = tuple((number, len(group), "; ".join(group)) for number, group in enumerate(groups, 1))
    return Result(("community", "actors", "who"), rows)


def fights(graph: Graph, all_: Book) -> Result:
    """Who strikes whom, month by month: those held responsible, or told to act, against targets and victims."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for b in blows(all_):
        found[b.month, b.by, b.against].add(b.event)
    return Result(("month", "by", "against", "events"), tuple((*key, len(found[key])) for key in sorted(found)))


def agreement(graph: Graph, all_: Book) -> Result:
    """How often two sources that speak to one matter agree: figures whose ranges meet, the same word on who did it."""
    edges = sources(graph, all_).edges(data=True)
    ordered = sorted(edges, key=lambda e: (-e[2]["weight"], e[0], e[1]))
    rows = tuple((one, other, e["weight"], e["agree"], round(e["agreement"], 2)) for one, other, e in ordered)
    return Result(("one", "other", "matters", "agree", "share"), rows)


ANALYSES: Mapping[str, Callable[[Graph, Book], Result]] = {
    "central": central,
    "communities": communities,
    "fights": fights,
    "agreement": agreement,
}
