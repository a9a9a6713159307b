"""What the resolution of events needs of a report, and no more: small enough to keep for all."""
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.lexicon.names import fold
from kg.records import Event, Extraction, Figure, Span, Time
from kg.resolution.actors import Found
from kg.resolution.gazetteers import Places
from kg.resolution.keys import event_path
from kg.resolution.resolution import Key

WIDE = frozenset({"country", "province", "region"})
STATEMENTS = frozenset({"Statement", "Condemnation", "Accusation", "Denial", "Confirmation", "Warning"})
_PRECISION = ("dateTime", "date", "gYearMonth", "gYear", "")


@dataclass(frozen=True, slots=True)
class Sketch:
    """One event of one report. Dates and places that it lacks are those of what it is a part of, or of its parts.

    day      "2016-05-23", a coarser date, or "".
    instant  its beginning in UTC where the hour is known, or "".
    towns    paths of its places, none of them a province, a country or around another of them; for a whole that
             names none those of its parts.
    regions  paths of the provinces and countries around the towns, and of those that the report names for it.
    figures  (measure, number as printed) of all claimants.
    killed   (lower, upper or lower) of each figure of people killed.
    targets  words of what it hit; actors, weapons: paths of agents and of who is named for it, of weapons and methods.
    above    the event of which it is a part, or None; depth: how many wholes are above it;
             detail: whether that whole has the same towns, so that they do not tell the two apart.
    main     whether the report is chiefly about it: its first event of those that are no part and no statement, if
             no other of them is of its class, day and towns.
    fresh    whether that is its main event and nothing says when it happened: of late, then.
    """

    key: Key
    published: str
    path: str
    type: str
    label: str
    modality: str
    count: int | None
    day: str
    instant: str
    towns: frozenset[str]
    regions: frozenset[str]
    figures: frozenset[tuple[str, int]] = frozenset()
    killed: tuple[tuple[int, int], ...] = ()
    targets: tuple[frozenset[str], ...] = ()
    actors: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    depth: int = 0
    detail: bool = False
    main: bool = False
    fresh: bool = False
    above: "Sketch | None" = None

    @property
    def order(self) -> tuple[str, str, int, int]:
        """Reports by publication, the undated last; wholes before their parts."""
        return (self.published or "9999", self.key[0], self.depth, self.key[1])


def sketches(extraction: Extraction, found: Sequence[Found], report_id: str, places: Places) -> list[Sketch]:
    """Each event of the report, in order; `found` is what its entities are."""
    desk = _Desk(extraction, found, report_id, places)
    made = [desk.sketch(i) for i in range(len(extraction.events))]
    clear = [replace(s, main=False, fresh=False) if any(_rivals(s, other) for other in made) else s for s in made]
    return [_with_whole(i, clear, desk) for i in range(len(clear))]


def _with_whole(index: int, made: Sequence[Sketch], desk: "_Desk") -> Sketch:
    """The sketch with the one that it is a part of, and that with its own."""
    found: Sketch | None = None
    for above in reversed(desk.line(index)):
        found = replace(made[above], above=found)
    assert found is not None
    return found


def _rivals(a: Sketch, b: Sketch) -> bool:
    """Whether two events of a report are told apart by less than class, day and towns."""
    same = (a.type, a.day, a.towns, a.depth, a.modality) == (b.type, b.day, b.towns, b.depth, b.modality)
    return same and a.key != b.key


class _Desk:
    """One report's events, looked up by index."""

    def __init__(self, extraction: Extraction, found: Sequence[Found], report_id: str, places: Places) -> None:
        self.id = report_id
        self.x, self.found, self.gazetteer = extraction, found, places
        self.wholes = {a.event: a.value for a in extraction.arguments if a.role == "subEventOf" and a.value != a.event}
        self.times, self.days = _times(extraction), _days(extraction)
        self.roles: dict[tuple[int, str], list[int]] = defaultdict(list)
        for a in extraction.arguments:
            self.roles[a.event, a.role].append(a.value)
        self.around = {r.subject: r.object for r in extraction.relations if r.predicate == "within"}
        self.main = next((i for i, e in enumerate(extraction.events) if _chief(e) and i not in self.wholes), None)

    def sketch(self, index: int) -> Sketch:
        event, time = self.x.events[index], self.times.get(index)
        line = self.line(index)
        day = next((self.days[i] for i in line if i in self.days), "") or self._day_of_parts(index)
        places = self._places(index)
        towns, regions = self._where(index, places)
        path = event_path(event, self._ordinal(index), day, self._site(places), self.id)
        return Sketch(
            (self.id, index), self.x.report.published, path,
            event.type, event.label, event.modality, event.count, day,
            time.begin if time and time.datatype == "dateTime" else "", towns, regions,
            frozenset((f.measure, f.figure) for f in self._figures(index) if f.figure is not None),
            tuple((f.lower, f.upper or f.lower) for f in self._figures(index) if f.measure == "killed"),
            tuple(self._words(v) for v in (*self.roles.get((index, "target"), ()), *self._facilities(places))),
            self._actors(index), self._paths(index, "weapon", "method"),
            len(line) - 1, self._detail(line, towns), index == self.main,
            index == self.main and not day and index not in self.times)

    def _day_of_parts(self, index: int) -> str:
        """The one day of all its parts that have any, or ""."""
        days = {self.days[i] for i, whole in self.wholes.items() if whole == index and i in self.days}
        return next(iter(days)) if len(days) == 1 else ""

    def _detail(self, line: Sequence[int], towns: frozenset[str]) -> bool:
        return len(line) > 1 and self._where(line[1], self._places(line[1]))[0] == towns

    def _places(self, index: int) -> list[int]:
        """The places of the event, or of the nearest whole that has any."""
        return next((self.roles[i, "place"] for i in self.line(index) if self.roles.get((i, "place"))), [])

    def _site(self, places: Sequence[int]) -> str:
        """The slug of the first town (a facility's, too), else of the first province or country, else ""."""
        sites = (*(self._town(p) for p in places), *(self._wide(p) for p in places))
        return next((s.removeprefix("place/") for s in sites if s), "")

    def _wide(self, place: int) -> str:
        described = self.x.entities[place].kind == "Facility" or self.x.entities[place].generic
        return "" if described else self.found[place].node.path

    def line(self, index: int) -> list[int]:
        """The event and the wholes above it, nearest first."""
        line = [index]
        while (above := self.wholes.get(line[-1])) is not None and above not in line:
            line.append(above)
        return line

    def _ordinal(self, index: int) -> int:
        """Which it is among the events of its class that share its first trigger."""
        return [i for i, e in enumerate(self.x.events) if _anchor(e) == _anchor(self.x.events[index])].index(index)

    def _figures(self, index: int) -> list[Figure]:
        return [f for f in self.x.figures if f.about == index and f.group is None]

    def _words(self, entity: int) -> frozenset[str]:
        return frozenset(fold(self.x.entities[entity].name).split())

    def _facilities(self, places: Iterable[int]) -> list[int]:
        return [p for p in places if self.x.entities[p].kind == "Facility"]

    def _paths(self, index: int, *roles: str) -> frozenset[str]:
        return frozenset(self.found[v].node.path for role in roles for v in self.roles.get((index, role), ()))

    def _actors(self, index: int) -> frozenset[str]:
        named = {self.found[r.responsible].node.path for r in self.x.responsibilities
                 if r.about == index and r.stance != "denies"}
        return self._paths(index, "agent") | named

    def _where(self, index: int, places: Iterable[int]) -> tuple[frozenset[str], frozenset[str]]:
        parts = [i for i, whole in self.wholes.items() if whole == index]
        own = self._towns(places) or self._towns(p for i in parts for p in self.roles.get((i, "place"), ()))
        named = {self.found[p].node.path for p in places}
        return own, frozenset((named | self._outer(own | named)) - own)

    def _towns(self, places: Iterable[int]) -> frozenset[str]:
        towns = {self._town(p) for p in places} - {""}
        return frozenset(towns - self._outer(towns))

    def _town(self, place: int) -> str:
        """The place's path if it is a town; a facility's town; "" for what is wider or only described ("the coast")."""
        if self.x.entities[place].kind == "Facility" or self.x.entities[place].generic:
            outer = self.around.get(place)
            return "" if outer is None or self.around.get(outer) == place else self._town(outer)
        node = self.found[place].node
        known = self.gazetteer.get(node.known) if node.known else None
        return "" if known and known.kind in WIDE else node.path

    def _outer(self, paths: Iterable[str]) -> set[str]:
        """The paths of all that the gazetteer has around these."""
        known = (self.gazetteer.get(p.removeprefix("place/")) for p in paths)
        return {f"place/{slug}" for k in known if k for slug in k.parents}


def _chief(event: Event) -> bool:
    return event.type not in STATEMENTS and event.type != "Conflict" and event.modality in ("asserted", "attributed")


def _anchor(event: Event) -> tuple[str, Span | None]:
    return event.type, event.triggers[0] if event.triggers else None


def _times(extraction: Extraction) -> dict[int, Time]:
    """The finest resolved time of each event."""
    found: dict[int, Time] = {}
    for dating in sorted(extraction.datings, key=lambda d: _PRECISION.index(d.time.datatype)):
        found.setdefault(dating.event, dating.time)
    return found


def _days(extraction: Extraction) -> dict[int, str]:
    """The date of each event: as the report gives it, else that of its hour in UTC, else a month or year."""
    order = ("date", *_PRECISION)
    found: dict[int, str] = {}
    for dating in sorted(extraction.datings, key=lambda d: order.index(d.time.datatype)):
        found.setdefault(dating.event, dating.time.value.split("T")[0])
    return {event: day for event, day in found.items() if day}
