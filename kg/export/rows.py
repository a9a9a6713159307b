"""What an event row of any data set needs: where, when, who, and the words cited."""
from collections.abc import Iterable
from dataclasses import dataclass

from kg.export.book import Book, one_line, sentence
from kg.export.policy import Deaths
from kg.store import Event, Evidence, Place, Ref, Report


@dataclass(frozen=True, slots=True)
class Site:
    """Where a row lies: the place told (that which all of several share), its country, provinces and point."""

    place: Place | None
    names: str
    country: str
    admin1: str
    admin2: str
    lat: float | None
    lon: float | None
    at: Place | None


def site(event: Event, all_: Book) -> Site:
    """Where an event happened; of several places, the nearest that they all lie within gives the point."""
    places = [p for ref in event.places if (p := all_.places.get(ref.iri))]
    place = _shared(places, all_)
    if place is None:
        return Site(None, "; ".join(r.label for r in event.places), "", "", "", None, None, None)
    country, province, region = (all_.level(place, k) for k in ("country", "province", "region"))
    at = all_.located(place)
    names = "; ".join(p.label for p in _innermost(places, all_))
    return Site(place, names, _label(country), _label(province), _label(region), at.lat if at else None,
                at.lon if at else None, at)  # fmt: skip


def _innermost(places: list[Place], all_: Book) -> list[Place]:
    return [p for p in places if not any(p is not o and p in all_.above(o) for o in places)]


def _shared(places: list[Place], all_: Book) -> Place | None:
    inner = _innermost(places, all_)
    if not inner:
        return None
    return next((p for p in all_.above(inner[0]) if all(p in all_.above(o) for o in inner)), None)


def _label(place: Place | None) -> str:
    return place.label if place else ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The words that a row rests on: the sentence of its figure, else of its event."""

    sentence: str
    mention: str
    report: Report | None


def citation(event: Event, all_: Book, dead: Deaths | None) -> Citation:
    """The sentence of the figure that a row takes, else the first that tells of the event."""
    words = next(iter(dead.claim.evidence if dead else all_.words[event.iri]), None)
    if words is None:
        return Citation("", "", None)
    text = sentence(dead.claim) if dead else _text(words)
    return Citation(text, words.iri, words.report)


def _text(words: Evidence) -> str:
    return one_line(words.sentence or words.words)


def outlets(event: Event, all_: Book) -> list[str]:
    """The outlets that tell of an event, by name."""
    return sorted({w.report.outlet.label for w in all_.words[event.iri] if w.report.outlet})


def sides(event: Event, all_: Book) -> tuple[list[Ref], list[Ref]]:
    """Who acts (claimed, blamed or told), and against whom: actors only."""
    against = [r for r in (*event.targets, *event.victims) if r.iri in all_.actors]
    return _once(event.attributed_to or event.agents), _once(r for r in against if r not in event.attributed_to)


def _once(refs: Iterable[Ref]) -> list[Ref]:
    return list(dict.fromkeys(refs))


def day(event: Event) -> str:
    """The event's date without the hour, at the precision that is told."""
    return event.date[:10]
