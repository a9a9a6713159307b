"""Which events of different reports are one."""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.resolution.resolution import Decision, EventNode, Key, Merge
from kg.resolution.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Events:
    """The decisions on all events."""

    decisions: Mapping[Key, Decision]
    nodes: Mapping[str, EventNode]
    merges: tuple[Merge, ...] = ()

    @staticmethod
    def of(told: Iterable[Sketch]) -> "Events":
        """Each event by itself."""
        decisions = {s.key: Decision(s.path, "told by one report", 1.0) for s in told}
        nodes = {s.path: EventNode(s.path, s.type, s.label, s.modality) for s in told}
        return Events(decisions, nodes)
