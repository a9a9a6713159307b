"""Measures of coreference over two sets of clusters of mentions: MUC, B-cubed, CEAF-e (Pradhan et al. 2014)."""
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

Cluster = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Ratio:
    """Precision and recall as sums, so that documents add up."""

    right_found: float = 0
    found: float = 0
    right_gold: float = 0
    gold: float = 0

    def __add__(self, other: "Ratio") -> "Ratio":
        return Ratio(
            self.right_found + other.right_found, self.found + other.found,
            self.right_gold + other.right_gold, self.gold + other.gold,
        )  # fmt: skip

    @property
    def precision(self) -> float:
        """Per cent; 0 where nothing was found."""
        return 100 * self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Per cent; 0 where there is no gold."""
        return 100 * self.right_gold / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        """Harmonic mean of both, per cent."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def mentions(found: Sequence[Cluster], gold: Sequence[Cluster]) -> Ratio:
    """How many mentions are the other side's too."""
    ours, theirs = frozenset[Hashable]().union(*found), frozenset[Hashable]().union(*gold)
    both = len(ours & theirs)
    return Ratio(both, len(ours), both, len(theirs))


def muc(found: Sequence[Cluster], gold: Sequence[Cluster]) -> Ratio:
    """Links: a cluster has one less than mentions; the other side misses one less than the parts it makes of it."""
    right_found, all_found = _links(found, _owners(gold))
    right_gold, all_gold = _links(gold, _owners(found))
    return Ratio(right_found, all_found, right_gold, all_gold)


def b_cubed(found: Sequence[Cluster], gold: Sequence[Cluster]) -> Ratio:
    """For each mention, the share of its cluster that is in its cluster of the other side."""
    return Ratio(*_overlap(found, _owners(gold)), *_overlap(gold, _owners(found)))


def ceaf(found: Sequence[Cluster], gold: Sequence[Cluster]) -> Ratio:
    """Clusters paired one to one so that twice the shared mentions over all mentions of both comes to most."""
    owner, graph = _owners(gold), nx.Graph()
    for i, cluster in enumerate(found):
        for other in {owner[m] for m in cluster if m in owner}:
            weight = 2 * len(cluster & other) / (len(cluster) + len(other))
            graph.add_edge(("found", i), ("gold", other), weight=weight)
    parts = (graph.subgraph(part) for part in nx.connected_components(graph))
    total = sum(graph.edges[pair]["weight"] for part in parts for pair in nx.max_weight_matching(part))
    return Ratio(total, len(found), total, len(gold))


def _owners(clusters: Collection[Cluster]) -> dict[Hashable, Cluster]:
    return {mention: cluster for cluster in clusters for mention in cluster}


def _links(clusters: Sequence[Cluster], owner: Mapping[Hashable, Cluster]) -> tuple[int, int]:
    right = total = 0
    for cluster in clusters:
        parts = {owner.get(mention, mention) for mention in cluster}
        right += len(cluster) - len(parts)
        total += len(cluster) - 1
    return right, total


def _overlap(clusters: Sequence[Cluster], owner: Mapping[Hashable, Cluster]) -> tuple[float, int]:
    shares = [len(c & owner.get(m, frozenset())) / len(c) for c in clusters for m in c]
    return sum(shares), len(shares)
