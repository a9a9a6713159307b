"""Agglomeration: of the events that hang together, which are one.

The two groups most alike on average are joined first, as long as no member rules a member of the other out, and as long
as it is clear which is meant: where another group that cannot be the same is nearly as like, neither is taken.
Average link (Sokal and Michener 1958) with cannot-links; the order of the input makes no difference.
"""
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import combinations

from kg.resolution.likeness import FLOOR, MARGIN, THRESHOLD, Likeness, likeness
from kg.resolution.resolution import Doubt, Key
from kg.resolution.rulings import Rulings
from kg.resolution.sketch import Sketch

APART = THRESHOLD - 2 * MARGIN  # two groups less alike than this are not the same
_NONE = Likeness(0.0, "")


@dataclass(frozen=True, slots=True)
class Cluster:
    """One event, as the reports tell it, in the order of their publication; doubts: what it was nearly joined with."""

    members: tuple[Sketch, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def path(self) -> str:
        """Its path: that of the first report's."""
        return self.members[0].path


@dataclass(slots=True)
class _Link:
    """What two groups have in common: the sum of the likeness of all pairs, and whether any pair rules it out."""

    total: float
    pairs: int
    barred: bool = False

    @property
    def mean(self) -> float:
        return self.total / self.pairs

    def with_(self, other: "_Link") -> "_Link":
        return _Link(self.total + other.total, self.pairs + other.pairs, self.barred or other.barred)


def compared(a: Sketch, b: Sketch, rulings: Rulings) -> Likeness | None:
    """How alike two events are; None for two of one report, for what a person keeps apart, for what is ruled out."""
    if a.key[0] == b.key[0] or rulings.apart(a.key, b.key):
        return None
    return likeness(a, b)


def linked(a: Sketch, b: Sketch, rulings: Rulings) -> bool:
    """Whether two events must be weighed together."""
    if rulings.same(a.key, b.key):
        return True
    found = compared(a, b, rulings)
    return found is not None and found.score >= FLOOR


def clustered(events: Sequence[Sketch], rulings: Rulings) -> list[Cluster]:
    """The events among those of one component."""
    if len(events) == 1:
        return [Cluster((events[0],))]
    work = _Work(sorted(events, key=lambda s: s.order), rulings)
    work.join_judged()
    work.join_alike()
    return work.clusters()


@dataclass(slots=True)
class _Work:
    """The groups so far, by the place of their first member, and the links between them."""

    events: list[Sketch]
    rulings: Rulings
    groups: dict[int, list[int]] = field(init=False)
    links: dict[int, dict[int, _Link]] = field(init=False)
    queue: list[tuple[float, int, int, int]] = field(init=False)
    unclear: dict[tuple[int, int], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.groups = {i: [i] for i in range(len(self.events))}
        self.links = {i: {} for i in self.groups}
        for i, j in combinations(self.groups, 2):
            found = compared(self.events[i], self.events[j], self.rulings)
            self.links[i][j] = self.links[j][i] = _Link(found.score if found else 0.0, 1, found is None)

    def join_judged(self) -> None:
        """What a person has said is the same, whatever the clues say."""
        for i, j in combinations(range(len(self.events)), 2):
            if self.rulings.same(self.events[i].key, self.events[j].key):
                a, b = sorted(next(g for g, m in self.groups.items() if k in m) for k in (i, j))
                if a != b:
                    self._join(a, b)

    def join_alike(self) -> None:
        """The most alike first, until none are alike enough."""
        self.queue = [self._entry(a, b) for a, b in combinations(self.groups, 2) if self._near(a, b)]
        heapify(self.queue)
        while self.queue:
            mean, a, b, size = heappop(self.queue)
            if not {a, b} <= self.groups.keys() or size != self._size(a, b):
                continue  # one of the two has changed since
            if self._rivals(a, b) or self._rivals(b, a):
                self.unclear[a, b] = -mean
                continue
            self._join(a, b)
            self._weigh_again(a)

    def _near(self, a: int, b: int) -> bool:
        link = self.links[a][b]
        return not link.barred and link.mean >= THRESHOLD

    def _entry(self, a: int, b: int) -> tuple[float, int, int, int]:
        a, b = sorted((a, b))
        return (-self.links[a][b].mean, a, b, self._size(a, b))

    def _size(self, a: int, b: int) -> int:
        return len(self.groups[a]) + len(self.groups[b])

    def _rivals(self, a: int, b: int) -> bool:
        """Whether another group, which b cannot be, is nearly as like a as b is; one without a day is none to one that
        has it.
        """
        mean, dated = self.links[a][b].mean, self._dated(b)
        return any(
            c != b and not link.barred and link.mean > mean - MARGIN and self._distinct(b, c)
            and (self._dated(c) or not dated)
            for c, link in self.links[a].items()
        )

    def _dated(self, a: int) -> bool:
        return any(self.events[i].day for i in self.groups[a])

    def _distinct(self, b: int, c: int) -> bool:
        link = self.links[b][c]
        return link.barred or link.mean < APART

    def _join(self, a: int, b: int) -> None:
        """Puts b into a, the earlier."""
        self.groups[a] = sorted(self.groups[a] + self.groups.pop(b))
        gone = self.links.pop(b)
        for c, link in gone.items():
            del self.links[c][b]
            if c != a:
                self.links[a][c] = self.links[c][a] = self.links[a][c].with_(link)

    def _weigh_again(self, a: int) -> None:
        """The pairs of a group that has grown, and those that it or what is gone made unclear."""
        near = {c for c in self.links[a] if self._near(a, c)}
        stale = [p for p in self.unclear if {*p} & {a, *near} or not {*p} <= self.groups.keys()]
        again = {(min(a, c), max(a, c)) for c in near} | {p for p in stale if {*p} <= self.groups.keys()}
        for pair in stale:
            del self.unclear[pair]
        for x, y in sorted(again):
            if self._near(x, y):
                heappush(self.queue, self._entry(x, y))

    def clusters(self) -> list[Cluster]:
        """The groups, each with its doubts."""
        return [Cluster(tuple(self.events[i] for i in m), self._doubts(a)) for a, m in sorted(self.groups.items())]

    def _doubts(self, a: int) -> tuple[Doubt, ...]:
        """The later groups that it may be the same as: nearly alike enough, or alike but not clearly the one meant."""
        near = [(c, k) for c, k in sorted(self.links[a].items()) if c > a and not k.barred and k.mean >= FLOOR]
        return tuple(self._doubt(a, c, k) for c, k in near)

    def _doubt(self, a: int, c: int, link: _Link) -> Doubt:
        one, other = self.events[a], self.events[c]
        why = likeness(one, other) or _NONE
        held = "another is as like" if link.mean >= THRESHOLD else "not alike enough"
        return Doubt(one.key, other.key, f"{why.reason}; {held}", round(link.mean, 3))


def best_reason(member: Sketch, others: Sequence[Sketch], rulings: Rulings) -> tuple[Key | None, Likeness]:
    """The event of an earlier report that a member is most like, and why; a person's judgement comes first."""
    for other in others:
        if rulings.same(member.key, other.key):
            return other.key, Likeness(2 * THRESHOLD, "a person judged them the same")
    found = [(alike, o) for o in others if (alike := compared(o, member, rulings))]
    if not found:
        return None, Likeness(THRESHOLD, "the same as others of the event")
    alike, other = max(found, key=lambda f: (f[0].score, [-ord(c) for c in f[1].key[0]], -f[1].key[1]))
    return other.key, alike
