"""What persons have judged of actors and places, put above what the names say."""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kg.records import Extraction
from kg.resolution.actors import Found
from kg.resolution.entities import Local
from kg.resolution.keys import local_path
from kg.resolution.resolution import Decision, Key, Node
from kg.resolution.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Judged:
    """Nodes that are one (by path), and entities that stand by themselves, with the reason."""

    paths: Mapping[str, Node] = field(default_factory=dict)
    alone: Mapping[Key, str] = field(default_factory=dict)


def judged(rulings: Rulings, found: Mapping[Key, Found]) -> Judged:
    """What the rulings come to; `found` has at least every entity that they name."""
    alone = dict.fromkeys(sorted(rulings.wrong), "a person judged that it is not what its name says")
    for pair in sorted(rulings.two, key=sorted):
        first, second = sorted(pair)
        if found[first].node.path == found[second].node.path:
            alone[second] = f"a person judged it another than that of {first[0]}"
    pairs = [(a, b) for a, b in sorted(map(sorted, rulings.one)) if a not in alone and b not in alone]
    return Judged(_one_node((found[a].node, found[b].node) for a, b in pairs), alone)


def _one_node(pairs: Iterable[tuple[Node, Node]]) -> dict[str, Node]:
    """For each path of nodes that are one, the node that all take: a known one, else the first by path."""
    groups: list[dict[str, Node]] = []
    for pair in pairs:
        union = {node.path: node for node in pair}
        met = [g for g in groups if g.keys() & union.keys()]
        groups = [g for g in groups if g not in met]
        for group in met:
            union |= group
        groups.append(union)
    return {path: min(g.values(), key=lambda n: (not n.known, n.path)) for g in groups for path in g}


def ruled_local(local: Local, judged: Judged, extraction: Extraction, report_id: str) -> Local:
    """The report's entities after the judgements."""
    if not judged.paths and not judged.alone:
        return local
    found = tuple(_ruled(f, i, judged, extraction, report_id) for i, f in enumerate(local.found))
    return replace(local, found=found)


def _ruled(found: Found, index: int, judged: Judged, extraction: Extraction, report_id: str) -> Found:
    why = judged.alone.get((report_id, index))
    if why:
        entity = extraction.entities[index]
        path = local_path(found.node.path.partition("/")[0], entity, index, report_id)
        return Found(Decision(path, why, 1.0), replace(found.node, path=path, label=entity.name, known=""))
    node = judged.paths.get(found.node.path)
    if node is None or node.path == found.node.path:
        return found
    return Found(Decision(node.path, "a person judged them the same", 1.0), node)
