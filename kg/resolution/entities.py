"""The entities of one report, and the nodes of all."""
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.records import Entity, Extraction
from kg.resolution.actors import CONCEPTS, PLACES, Found, actor, concept
from kg.resolution.gazetteers import Actors, Places
from kg.resolution.names import Context, Name, Sighting
from kg.resolution.placing import placed
from kg.resolution.resolution import Decision, Node

_TIES = frozenset({"leads", "memberOf", "speaksFor", "partOf", "basedIn"})


@dataclass(frozen=True, slots=True)
class Local:
    """What one report by itself says of who and where: each entity, in order, and its outlet."""

    found: tuple[Found, ...]
    outlet: Found | None
    sightings: tuple[Sighting, ...]


def local(extraction: Extraction, report_id: str, actors: Actors, places: Places) -> Local:
    """What the report by itself says."""
    found, lands = entities(extraction, report_id, actors, places)
    name = extraction.report.outlet
    outlet = actor(Entity("MediaOutlet", name, (name,)), 0, report_id, actors) if name else None
    return Local(tuple(found), outlet, tuple(_sightings(extraction, report_id, found, lands, outlet)))


def _sightings(
    extraction: Extraction, report_id: str, found: Sequence[Found], lands: Sequence[str], outlet: Found | None
) -> Iterator[Sighting]:
    ties = _ties(extraction, found)
    for index, one in enumerate(found):
        if one.named:
            entity = extraction.entities[index]
            context = frozenset({*lands, *ties.get(index, ())}) or _silence(one, report_id)
            names = tuple(sorted({entity.name, *entity.names}))
            yield Sighting((report_id, index), one.node.path, one.named, names, context)
    if outlet and outlet.named:
        context = _silence(outlet, report_id)
        yield Sighting((report_id, -1), outlet.node.path, outlet.named, (outlet.node.label,), context)


def _silence(one: Found, report_id: str) -> Context:
    """The context of what is named in a report that says nothing to tell it apart by: for persons the report itself,
    for others none, so that what many reports name is not one thing more in each.
    """
    return frozenset({report_id}) if one.named == "person" else frozenset()


def _ties(extraction: Extraction, found: Sequence[Found]) -> dict[int, set[str]]:
    """To whom the report ties each of its actors."""
    ties: dict[int, set[str]] = defaultdict(set)
    for r in extraction.relations:
        if r.predicate in _TIES:
            ties[r.subject].add(found[r.object].node.path)
    for s in extraction.statements:
        if s.affiliation is not None:
            ties[s.speaker].add(found[s.affiliation].node.path)
    return ties


def final(local: Local, table: Mapping[tuple[str, Context], Name]) -> Local:
    """What its names come to once all reports are known; `table` is that of `names_joined`."""
    names = {s.key[1]: table.get((s.path, s.context)) for s in local.sightings}
    found = tuple(_renamed(f, names.get(i)) for i, f in enumerate(local.found))
    return Local(found, _renamed(local.outlet, names.get(-1)) if local.outlet else None, local.sightings)


def _renamed(found: Found, name: Name | None) -> Found:
    if name is None or name.path == found.node.path:
        return found
    node = replace(found.node, path=name.path)
    return Found(Decision(name.path, name.reason, name.score), node, found.named)


def entities(
    extraction: Extraction, report_id: str, actors: Actors, places: Places
) -> tuple[list[Found], tuple[str, ...]]:
    """What each entity of the report is, in the order of the entities; and the countries of which it speaks."""
    placing = placed(extraction, report_id, actors, places)
    found = placing.found
    for index, entity in enumerate(extraction.entities):
        if entity.kind in CONCEPTS:
            found[index] = concept(entity)
        elif entity.kind not in PLACES:
            found[index] = actor(entity, index, report_id, actors, placing.lands)
    return [found[i] for i in range(len(extraction.entities))], placing.lands


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
        return {path: settled_node(self._seen[path]) for path in sorted(self._seen)}


def settled_node(seen: Mapping[Node, int]) -> Node:
    """What stands at a path, from how often each class and label was seen there."""
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
