"""What the resolution of events needs of a report, and no more: small enough to keep for all."""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.records import Extraction, Span, Time
from kg.resolution.actors import Found
from kg.resolution.keys import event_path
from kg.resolution.resolution import Key

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sketch:
    """One event of one report.

    day      "2016-05-23", a coarser date, or "" (taken from the event of which it is a part, if it has none).
    instant  its beginning in UTC where the hour is known, or "".
    places   paths of its places, in the report's order (likewise taken from the whole).
    parent   the index of the event of which it is a part, or None.
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
    places: tuple[str, ...]
    parent: int | None


def sketches(extraction: Extraction, found: Sequence[Found]) -> list[Sketch]:
    """Each event of the report, in order; `found` is what its entities are."""
    times, places, parents = _times(extraction), _places(extraction, found), _parents(extraction)
    ordinals: dict[tuple[str, Span | None], int] = {}
    result = []
    for index, event in enumerate(extraction.events):
        same = (event.type, event.triggers[0] if event.triggers else None)
        ordinals[same] = ordinals.get(same, -1) + 1
        day = _inherited(index, {i: t.value.split("T")[0] for i, t in times.items()}, parents) or ""
        where = _inherited(index, places, parents) or ()
        path = event_path(event, ordinals[same], day, _place_slug(where), extraction.report)
        when = times.get(index)
        result.append(Sketch(
            (extraction.report.id, index), extraction.report.published, path, event.type, event.label,
            event.modality, event.count, day, when.begin if when and when.datatype == "dateTime" else "",
            where, parents.get(index)))
    return result


def _times(extraction: Extraction) -> dict[int, Time]:
    """The finest resolved time of each event."""
    order = ("dateTime", "date", "gYearMonth", "gYear")
    found: dict[int, Time] = {}
    for dating in sorted(extraction.datings, key=lambda d: order.index(d.time.datatype) if d.time.value else 9):
        if dating.time.value:
            found.setdefault(dating.event, dating.time)
    return found


def _places(extraction: Extraction, found: Sequence[Found]) -> dict[int, tuple[str, ...]]:
    result: dict[int, tuple[str, ...]] = {}
    for a in extraction.arguments:
        if a.role == "place":
            path = found[a.value].node.path
            result[a.event] = tuple(dict.fromkeys((*result.get(a.event, ()), path)))
    return result


def _parents(extraction: Extraction) -> dict[int, int]:
    return {a.event: a.value for a in extraction.arguments if a.role == "subEventOf" and a.value != a.event}


def _inherited(index: int, values: Mapping[int, T], parents: Mapping[int, int]) -> T | None:
    """The event's own value, or that of the nearest whole that has one."""
    seen: list[int] = []
    at: int | None = index
    while at is not None and at not in seen:
        if at in values:
            return values[at]
        seen.append(at)
        at = parents.get(at)
    return None


def _place_slug(places: Iterable[str]) -> str:
    return next((p.removeprefix("place/") for p in places), "")
