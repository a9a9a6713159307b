"""Which events of different reports are one.

Reports come in the order of their publication. Each event is compared with the earlier ones of its day and place only;
it joins the one event that it is clearly most like, and where two are as like it joins neither. An event takes in one
event of a report at most, so that a round-up never glues two together. What was planned, denied or supposed, and what
was said, joins nothing.
"""
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kg.resolution.likeness import MARGIN, THRESHOLD, WAR, Likeness, likeness
from kg.resolution.resolution import Decision, EventNode, Key, Merge
from kg.resolution.sketch import STATEMENTS, Sketch

RECENT = 12  # members of an event with which a new one is compared, beside the first


@dataclass(frozen=True, slots=True)
class Events:
    """The decisions on all events."""

    decisions: Mapping[Key, Decision]
    nodes: Mapping[str, EventNode]
    merges: tuple[Merge, ...]


@dataclass(slots=True)
class _Cluster:
    """One event, as the reports so far tell it."""

    members: list[Sketch]
    merges: list[Merge] = field(default_factory=list)

    @property
    def path(self) -> str:
        return self.members[0].path


def resolved_events(told: Iterable[Sketch], apart: Collection[Key] = ()) -> Events:
    """The node of each event. Those in `apart` join nothing: so a reader undoes a merge."""
    ordered = sorted(told, key=lambda s: (s.published or "9999", s.key[0], s.depth, s.key[1]))
    clusters = _Clusters()
    for _, group in groupby(ordered, key=lambda s: s.key[0]):
        clusters.take(list(group), apart)
    merges = sorted((m for c in clusters.all for m in c.merges), key=lambda m: m.event)
    return Events(_decisions(clusters.all), {c.path: _node(c) for c in clusters.all}, tuple(merges))


class _Clusters:
    """All events so far, and where to find those of a day and place."""

    def __init__(self) -> None:
        self.all: list[_Cluster] = []
        self._of: dict[Key, _Cluster] = {}
        self._blocks: dict[tuple[str, str], dict[int, _Cluster]] = defaultdict(dict)

    def take(self, report: Sequence[Sketch], apart: Collection[Key]) -> None:
        """Place the events of one report, the wholes before their parts."""
        left = list(report)
        while left:
            joined = self._joins([s for s in left if s.key not in apart])
            for sketch in [s for s in left if s.depth == left[0].depth]:
                self._put(sketch, joined.get(sketch.key))
            left = [s for s in left if s.depth != left[0].depth]

    def _joins(self, events: Sequence[Sketch]) -> dict[Key, tuple[_Cluster, Likeness]]:
        """For each event the one that it joins: the best for it, and it the best for that one, both by a margin.

        A whole is weighed against its own parts too: what another report tells of one town is the part's.
        """
        pairs = [(s, c, alike) for s in events for c in self._near(s) if (alike := self._alike(s, c))]
        found = {}
        for sketch, cluster, alike in pairs:
            rivals = [o for s, c, o in pairs if (s is sketch) != (c is cluster)]
            if alike.score >= THRESHOLD and all(alike.score >= r.score + MARGIN for r in rivals):
                found[sketch.key] = (cluster, alike)
        return found

    def _near(self, sketch: Sketch) -> list[_Cluster]:
        """The events of earlier reports on that day in that place."""
        near = {k: c for block in _blocks(sketch) for k, c in self._blocks[block].items()}
        return [c for c in near.values() if c.members[-1].key[0] != sketch.key[0]]

    def _alike(self, sketch: Sketch, cluster: _Cluster) -> Likeness | None:
        """The best likeness to a member; None where any member rules it out."""
        members = [*cluster.members[:1], *cluster.members[1:][-RECENT:]]
        found = [likeness(m, sketch, self._wholes_agree(m, sketch)) for m in members]
        sure = [f for f in found if f]
        return max(sure, key=lambda f: f.score) if len(sure) == len(found) else None

    def _wholes_agree(self, a: Sketch, b: Sketch) -> bool:
        if a.whole is None or b.whole is None:
            return False
        return self._of[a.key[0], a.whole] is self._of.get((b.key[0], b.whole))  # None while b's whole is open

    def _put(self, sketch: Sketch, join: tuple[_Cluster, Likeness] | None) -> None:
        if join:
            cluster, alike = join
            cluster.members.append(sketch)
            cluster.merges.append(Merge(sketch.key, cluster.path, alike.reason, alike.score))
        else:
            cluster = _Cluster([sketch])
            self.all.append(cluster)
        self._of[sketch.key] = cluster
        for block in _blocks(sketch):
            self._blocks[block][id(cluster)] = cluster


def _blocks(sketch: Sketch) -> Iterator[tuple[str, str]]:
    """Where to look for its like: by day and town, what a report is chiefly about also by province and country; a war
    by country alone.
    """
    if sketch.type in STATEMENTS or sketch.modality not in ("asserted", "attributed"):
        return
    if sketch.type == WAR:
        yield from ((WAR, place) for place in sorted(sketch.towns | sketch.regions))
    elif len(sketch.day) == len("2016-05-23"):
        yield from ((sketch.day, p) for p in sorted(sketch.towns | (sketch.regions if sketch.main else frozenset())))


def _decisions(clusters: Iterable[_Cluster]) -> dict[Key, Decision]:
    found = {}
    for cluster in clusters:
        first, reasons = cluster.members[0], {m.event: m for m in cluster.merges}
        found[first.key] = Decision(cluster.path, "the first report of it", 1.0)
        for key, merge in reasons.items():
            found[key] = Decision(cluster.path, merge.reason, min(1.0, merge.score / (2 * THRESHOLD)))
    return found


def _node(cluster: _Cluster) -> EventNode:
    """Class: the most frequent but for the general "Attack"; label: the most frequent, of those the first; asserted
    where any report asserts it.
    """
    kinds, labels = (Counter(getattr(m, field) for m in cluster.members) for field in ("type", "label"))
    best = min(kinds, key=lambda k: (k == "Attack", -kinds[k], k))
    modality = min((m.modality for m in cluster.members), key=lambda m: (m != "asserted", m))
    return EventNode(cluster.path, best, labels.most_common(1)[0][0], modality, len(cluster.members))
