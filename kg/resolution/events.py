"""Which events of different reports are one.

Each event is compared with those of its day and place only (`keys`), what is alike hangs together in a component, and
each component is decided by itself (`clusters`). An event takes in one event of a report at most, so that a round-up
never glues two together. What was planned, denied or supposed, and what was said, joins nothing.
"""
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from kg.resolution.blocking import Blocks, Shelf, components
from kg.resolution.clusters import Cluster, best_reason, clustered, linked
from kg.resolution.likeness import THRESHOLD, WAR, fresh_days
from kg.resolution.resolution import Decision, Doubt, EventNode, Key, Merge
from kg.resolution.rulings import Rulings
from kg.resolution.sketch import STATEMENTS, Sketch

_NO_RULINGS = Rulings()
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Events:
    """The decisions on all events."""

    decisions: Mapping[Key, Decision]
    nodes: Mapping[str, EventNode]
    merges: tuple[Merge, ...]
    doubts: tuple[Doubt, ...] = ()


def resolved_events(told: Iterable[Sketch], rulings: Rulings = _NO_RULINGS) -> Events:
    """The node of each event; `rulings` are what persons have judged."""
    blocks = Blocks[Key, Sketch]()
    ids = []
    for sketch in told:
        blocks.put(sketch.key, sketch, (*keys(sketch), *rulings.blocks(sketch.key)))
        ids.append(sketch.key)
    return summed(event_clusters(sorted(ids), blocks, rulings), rulings)


def event_clusters(seeds: Iterable[Key], shelf: Shelf[Key, Sketch], rulings: Rulings) -> Iterator[Cluster]:
    """The events of all components that the seeds are in."""
    for component in components(seeds, shelf, partial(linked, rulings=rulings)):
        yield from clustered(component, rulings)


def summed(clusters: Iterable[Cluster], rulings: Rulings = _NO_RULINGS) -> Events:
    """What clusters come to."""
    decisions: dict[Key, Decision] = {}
    nodes: dict[str, EventNode] = {}
    merges, doubts = list[Merge](), list[Doubt]()
    for cluster in clusters:
        nodes[cluster.path] = event_node(cluster)
        decisions[cluster.members[0].key] = Decision(cluster.path, "the first report of it", 1.0)
        found = list(merges_of(cluster, rulings))
        decisions |= {m.event: decision(m) for m in found}
        merges += found
        doubts += cluster.doubts
    return Events(decisions, nodes, tuple(sorted(merges, key=lambda m: m.event)), tuple(sorted(doubts)))


def decision(merge: Merge) -> Decision:
    """A merge as the decision on its event; the score from 0 to 1."""
    return Decision(merge.into, merge.reason, min(1.0, merge.score / (2 * THRESHOLD)))


def merges_of(cluster: Cluster, rulings: Rulings) -> Iterator[Merge]:
    """Why each but the first is in it: the earlier one that it is most like."""
    for place, member in enumerate(cluster.members[1:], 1):
        other, alike = best_reason(member, cluster.members[:place][:_WEIGHED], rulings)
        reason = f"{alike.reason}, as in {other[0]}" if other else alike.reason
        yield Merge(member.key, cluster.path, reason, alike.score)


_WEIGHED = 24  # earlier tellings that a reason is sought among


def keys(sketch: Sketch) -> Iterator[str]:
    """Where to look for its like: by day and town; what a report is chiefly about, or of which no town is told, also by
    province and country; what has particulars also under the next day; what has no day under those just before its
    report; a war by country alone.
    """
    if sketch.type in STATEMENTS or sketch.modality not in ("asserted", "attributed"):
        return
    if sketch.type == WAR:
        yield from (f"{WAR} {place}" for place in sorted(sketch.towns | sketch.regions))
    else:
        for day in _days(sketch):
            yield from (f"{day} {p}" for p in sorted(sketch.towns))
            if sketch.main or not sketch.towns:
                yield from (f"{day} {p} about" for p in sorted(sketch.regions))


def _days(sketch: Sketch) -> list[str]:
    """Its day; and the next, under which one told a day later looks for it. [] for a month or a year."""
    if len(sketch.day) != len("2016-05-23"):
        return fresh_days(sketch)
    if not (sketch.figures or sketch.targets or sketch.instant):
        return [sketch.day]
    return [sketch.day, (date.fromisoformat(sketch.day) + _DAY).isoformat()]


def event_node(cluster: Cluster) -> EventNode:
    """Class: the most frequent but for the general "Attack"; label: the most frequent, of those the first; asserted
    where any report asserts it.
    """
    kinds, labels = (Counter(getattr(m, name) for m in cluster.members) for name in ("type", "label"))
    best = min(kinds, key=lambda k: (k == "Attack", -kinds[k], k))
    modality = min((m.modality for m in cluster.members), key=lambda m: (m != "asserted", m))
    return EventNode(cluster.path, best, labels.most_common(1)[0][0], modality, len(cluster.members))
