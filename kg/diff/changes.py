"""The changes from one graph to another."""
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.diff.facts import ClaimFact, ClaimKey, EventFact, Facts, facts
from kg.store import Graph

KINDS = (
    "new report", "report gone", "new event", "event gone", "merged", "split", "new figure", "revised figure",
    "figure gone", "new claim", "claim gone",
)
"""The kinds of change, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change; its str is a line. `node` is the IRI of what it is about, in the graph that has it."""

    kind: str
    words: str
    node: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}"


def changes(before: Graph, after: Graph) -> list[Change]:
    """What changed, by kind and then by words; [] where both say the same."""
    a, b = facts(before), facts(after)
    found = {*_reports(a, b), *_events(a, b), *_figures(a, b), *_claims(a, b)}
    return sorted(found, key=lambda c: (KINDS.index(c.kind), c.words, c.node))


def _reports(a: Facts, b: Facts) -> Iterator[Change]:
    yield from (Change("new report", b.reports[r], r) for r in b.reports.keys() - a.reports.keys())
    yield from (Change("report gone", a.reports[r], r) for r in a.reports.keys() - b.reports.keys())


def _events(a: Facts, b: Facts) -> Iterator[Change]:
    """An event is new, or gone, where no mention of it is in the other graph; several that share mentions with one of
    the other graph were merged, or split.
    """
    yield from _appeared(a, b, "new event", "merged")
    yield from _appeared(b, a, "event gone", "split")


def _appeared(a: Facts, b: Facts, alone: str, several: str) -> Iterator[Change]:
    home = {mention: iri for iri, event in a.events.items() for mention in event.mentions}
    for iri, event in b.events.items():
        origins = {home[m] for m in event.mentions if m in home}
        if not origins:
            yield Change(alone, event.name, iri)
        elif len(origins) > 1:
            yield Change(several, _together([a.events[o] for o in origins], event, several), iri)


def _together(parts: list[EventFact], whole: EventFact, kind: str) -> str:
    names = " and ".join(sorted(part.name for part in parts))
    return f"{names} are one now, {whole.name}" if kind == "merged" else f"{whole.name} is now {names}"


def _figures(a: Facts, b: Facts) -> Iterator[Change]:
    """A new figure that replaces one which the earlier graph has is a revision of it."""
    for key in b.figures.keys() - a.figures.keys():
        new = b.figures[key]
        old = [a.figures[k].says for k in new.replaces if k in a.figures]
        if old:
            words = f"{_about(new, b)}{new.who}: {new.says}, before {' and '.join(dict.fromkeys(old))}"
            yield Change("revised figure", words, new.event)
        else:
            yield _claim("new figure", new, b)
    yield from (_claim("figure gone", a.figures[key], a) for key in a.figures.keys() - b.figures.keys())


def _claims(a: Facts, b: Facts) -> Iterator[Change]:
    """Claims that several reports make come once, with how many."""
    yield from _counted("new claim", [b.claims[key] for key in _missing(b, a)], b)
    yield from _counted("claim gone", [a.claims[key] for key in _missing(a, b)], a)


def _missing(there: Facts, other: Facts) -> list[ClaimKey]:
    """Names of nodes may change with a merge: a claim of the same kind at the same words is the same."""
    known = {(kind, mentions) for kind, _, mentions in other.claims}
    return [key for key in there.claims if (key[0], key[2]) not in known]


def _counted(kind: str, claims: list[ClaimFact], where: Facts) -> Iterator[Change]:
    times: dict[Change, int] = defaultdict(int)
    for claim in claims:
        times[_claim(kind, claim, where)] += 1
    for change, n in times.items():
        yield change if n == 1 else Change(change.kind, f"{change.words} ({n} times)", change.node)


def _claim(kind: str, claim: ClaimFact, where: Facts) -> Change:
    return Change(kind, f"{_about(claim, where)}{claim.who}: {claim.says}", claim.event)


def _about(claim: ClaimFact, where: Facts) -> str:
    event = where.events.get(claim.event)
    return f"{event.name}: " if event else ""
