"""What resolution hands on: which node each entity and each event of each report is, and why."""
from collections.abc import Mapping
from dataclasses import dataclass

Key = tuple[str, int]
"""A report's id, and an index into its entities or events."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One identification.

    node    path of the node's IRI below the base: "actor/islamic-state".
    reason  in words, for a reader.
    score   0 to 1; a rank, no probability.
    """

    node: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, place, facility, weapon or method.

    kind   local name of its ontology class, or "Weapon" or "Method".
    known  its slug in the lexicon or gazetteer; "" where it is not there.
    """

    path: str
    kind: str
    label: str
    known: str = ""


@dataclass(frozen=True, slots=True)
class EventNode:
    """An event, over all reports that tell of it; `reports` counts them."""

    path: str
    type: str
    label: str
    modality: str
    reports: int = 1


@dataclass(frozen=True, slots=True)
class Merge:
    """An event of one report found to be the event of an earlier one."""

    event: Key
    into: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two events that were nearly joined, or two nodes of like name: for a person to judge."""

    first: Key
    second: Key
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """All decisions over a set of reports; the mappings are not to be changed.

    entities, events  the decision for each (report id, index).
    nodes             what stands at each path that `entities` and `publishers` name.
    event_nodes       what stands at each path that `events` names.
    publishers        the path of each report's outlet, by report id; none where the report names no outlet.
    merges            each event joined to one of an earlier report, in order.
    """

    entities: Mapping[Key, Decision]
    events: Mapping[Key, Decision]
    nodes: Mapping[str, Node]
    event_nodes: Mapping[str, EventNode]
    publishers: Mapping[str, str]
    merges: tuple[Merge, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    entity_doubts: tuple[Doubt, ...] = ()

    def entity(self, report: str, index: int) -> Node:
        """The node of an entity. Raises KeyError where the report was not resolved."""
        return self.nodes[self.entities[report, index].node]

    def event(self, report: str, index: int) -> EventNode:
        """The node of an event. Raises KeyError where the report was not resolved."""
        return self.event_nodes[self.events[report, index].node]
