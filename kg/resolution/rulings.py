"""What persons have judged, in terms of the events and entities of reports."""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.records import Extraction, Span
from kg.resolution.judgements import Judgement, Mention
from kg.resolution.resolution import Key


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs that are one or are not, and what was taken for something that it is not."""

    one: frozenset[frozenset[Key]] = frozenset()
    two: frozenset[frozenset[Key]] = frozenset()
    wrong: frozenset[Key] = frozenset()
    partners: dict[Key, tuple[Key, ...]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, Key, Key | None]]) -> "Rulings":
        """From (verdict, first, second)."""
        kept = list(pairs)
        one = frozenset(frozenset((a, b)) for verdict, a, b in kept if verdict == "same" and b and a != b)
        two = frozenset(frozenset((a, b)) for verdict, a, b in kept if verdict == "different" and b and a != b)
        wrong = frozenset(a for verdict, a, _ in kept if verdict == "wrong")
        return cls(one, two, wrong, {k: _partners(k, one) for pair in one for k in pair})

    def same(self, a: Key, b: Key) -> bool:
        """Whether the two were judged the same."""
        return bool(self.one) and frozenset((a, b)) in self.one

    def apart(self, a: Key, b: Key) -> bool:
        """Whether the two were judged different, or either as no part of what it was taken for."""
        if not self.two and not self.wrong:
            return False
        return frozenset((a, b)) in self.two or a in self.wrong or b in self.wrong

    def blocks(self, key: Key) -> Iterator[str]:
        """Block keys under which those judged the same find one another."""
        for other in self.partners.get(key, ()):
            yield "judged " + " ".join(f"{r} {i}" for r, i in sorted((key, other)))


def _partners(key: Key, one: frozenset[frozenset[Key]]) -> tuple[Key, ...]:
    return tuple(sorted(other for pair in one if key in pair for other in pair - {key}))


@dataclass(frozen=True, slots=True)
class Ruled:
    """The rulings on events, and those on entities."""

    events: Rulings = field(default_factory=Rulings)
    entities: Rulings = field(default_factory=Rulings)


Place = tuple[str, Key]
"""What stands at a mention: "event" or "entity", and its key."""


def ruled(judgements: Iterable[Judgement], places: dict[Mention, Place]) -> Ruled:
    """The rulings that judgements come to, where their mentions are of reports that are there."""
    found: dict[str, list[tuple[str, Key, Key | None]]] = {"event": [], "entity": []}
    for j in judgements:
        first, second = places.get(j.first), places.get(j.second) if j.second else None
        if first and (j.second is None or (second and second[0] == first[0])):
            found[first[0]].append((j.verdict, first[1], second[1] if second else None))
    return Ruled(Rulings.of(found["event"]), Rulings.of(found["entity"]))


def standing(extraction: Extraction, mentions: Iterable[Mention]) -> dict[Mention, Place]:
    """What stands at mentions of one report: the event with that trigger, else the entity with that mention."""
    report_id = extraction.report.id
    found: dict[Mention, Place] = {}
    for mention in mentions:
        place = _at(extraction, Span(mention.begin, mention.end))
        if place:
            found[mention] = (place[0], (report_id, place[1]))
    return found


def _at(extraction: Extraction, span: Span) -> tuple[str, int] | None:
    events = [i for i, e in enumerate(extraction.events) if span in e.triggers]
    entities = [i for i, e in enumerate(extraction.entities) if span in e.mentions]
    if events:
        return "event", events[0]
    return ("entity", entities[0]) if entities else None
