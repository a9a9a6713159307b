"""The entities of one report, and the nodes of all."""
from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.records import Extraction
from kg.resolution.actors import CONCEPTS, PLACES, Found, actor, concept
from kg.resolution.gazetteers import Actors, Places
from kg.resolution.placing import placed
from kg.resolution.resolution import Node


def entities(extraction: Extraction, report_id: str, actors: Actors, places: Places) -> list[Found]:
    """What each entity of the report is, in the order of the entities."""
    placing = placed(extraction, report_id, actors, places)
    found = placing.found
    for index, entity in enumerate(extraction.entities):
        if entity.kind in CONCEPTS:
            found[index] = concept(entity)
        elif entity.kind not in PLACES:
            found[index] = actor(entity, index, report_id, actors, placing.lands)
    return [found[i] for i in range(len(extraction.entities))]


class NodeTable:
    """Collects what reports say of each node, and settles its class and label whatever the reports' order."""

    def __init__(self) -> None:
        self._seen: dict[str, Counter[Node]] = defaultdict(Counter)

    def add(self, nodes: Iterable[Node]) -> None:
        """Count one sight of each node."""
        for node in nodes:
            self._seen[node.path][node] += 1

    def settled(self) -> dict[str, Node]:
        """One node for each path: the known one, else the class and the label most often seen."""
        return {path: _choice(self._seen[path]) for path in sorted(self._seen)}


def _choice(seen: Counter[Node]) -> Node:
    known = sorted((n for n in seen if n.known), key=lambda n: (n.known, n.label))
    if known:
        return known[0]
    kinds, labels = Counter[str](), Counter[str]()
    for node, times in seen.items():
        kinds[node.kind] += times * (node.kind != "Organisation")  # the class of those not classed further
        labels[node.label] += times
    best = next(iter(seen))
    return Node(best.path, _most(kinds), _most(labels))


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda value: (-counts[value], value))
