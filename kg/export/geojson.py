"""GeoJSON (RFC 7946): the events on a map, a point for each event and place."""
import json
from collections.abc import Iterator

from kg.export.book import HAPPENED, Book, book, one_line, source
from kg.store import Event, Graph, Place, Ref


def geojson(graph: Graph) -> str:
    """A FeatureCollection; `place` names the place told, `at` the one whose point it is, which may lie around it."""
    found = book(graph)
    features = [f for event in found.events.values() for f in _features(event, found)]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"


def _features(event: Event, all_: Book) -> Iterator[dict[str, object]]:
    for number, ref in enumerate(event.places):
        place = all_.places.get(ref.iri)
        at = all_.located(place) if place else None
        if place is not None and at is not None:
            point = {"type": "Point", "coordinates": [at.lon, at.lat]}
            iri = event.iri + (f"#{number}" if number else "")
            yield {"type": "Feature", "id": iri, "geometry": point, "properties": _properties(event, place, at, all_)}


def _properties(event: Event, place: Place, at: Place, all_: Book) -> dict[str, object]:
    country = all_.level(place, "country")
    words = all_.words[event.iri]
    return {
        "event": event.iri, "label": event.label, "type": event.kind, "modality": event.modality,
        "happened": event.modality in HAPPENED, "date": event.date, "time_text": event.time_text,
        "place": place.label, "place_kind": place.kind, "at": at.label, "country": country.label if country else "",
        "part_of": event.parent.iri if event.parent else "", "agents": _labels(event.agents),
        "attributed_to": _labels(event.attributed_to), "targets": _labels(event.targets),
        "figures": [f"{c.says} by {source(c)}" for c in all_.figures(event.iri)],
        "sentence": one_line(next((w.sentence or w.words for w in words), "")),
        "reports": sorted({w.report.iri for w in words}),
    }  # fmt: skip


def _labels(refs: tuple[Ref, ...]) -> list[str]:
    return [r.label for r in refs]
