"""What the lexicon knows of the actors and places that reports name: no claim, and marked with where it comes from."""
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.schema import types
from kg.graph.sheet import Sheet
from kg.graph.terms import DERIVED, LABEL, RDF_TYPE, SAME_AS, kg, term, typed
from kg.lexicon.places import KnownPlace, Places, load_places

SOURCES = {
    "geonames": NamedNode("https://www.geonames.org/"),
    "places.ttl": NamedNode("https://w3id.org/conflict-kg/ontology/places"),
    "actors.ttl": NamedNode("https://w3id.org/conflict-kg/ontology/actors"),
}
WKT = term("geo:wktLiteral")


class Background:
    """Gives each known node once over a run; the lexicon is read when the first is asked for."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._given: set[str] = set()

    def triples(self, sheet: Sheet) -> Iterator[Triple]:
        """The background of a report's known actors and places that no earlier report named, and of all above them."""
        paths = [sheet.node(i).path for i in range(len(sheet.extraction.entities))]
        publisher = sheet.resolution.publishers.get(sheet.id)
        for path in [*paths, *([publisher] if publisher else [])]:
            slug = sheet.resolution.nodes[path].known
            if slug and path.startswith("place/"):
                yield from self._place(load_places(), slug)

    def _place(self, places: Places, slug: str) -> Iterator[Triple]:
        place = places.get(slug)
        if place is None or not self._first(f"place/{slug}"):
            return
        yield from place_triples(place, self._base)
        outer = places.parent(place)
        if outer:
            yield Triple(self._iri(f"place/{slug}"), kg("within"), self._iri(f"place/{outer.slug}"))
            yield from self._place(places, outer.slug)

    def _first(self, path: str) -> bool:
        new = path not in self._given
        self._given.add(path)
        return new

    def _iri(self, path: str) -> NamedNode:
        return NamedNode(self._base + path)


def place_triples(place: KnownPlace, base: str) -> Iterator[Triple]:
    """A known place's class, names, kind and coordinates."""
    node = NamedNode(f"{base}place/{place.slug}")
    for kind in types("Place"):
        yield Triple(node, RDF_TYPE, kind)
    yield Triple(node, LABEL, Literal(place.name))
    yield Triple(node, DERIVED, SOURCES[place.source])
    yield Triple(node, kg("placeKind"), typed(place.kind, "string"))
    if place.geonames:
        yield Triple(node, SAME_AS, NamedNode(f"https://sws.geonames.org/{place.geonames}/"))
    if place.lat is not None and place.lon is not None:
        yield from _point(node, NamedNode(f"{base}geometry/{place.slug}"), place.lat, place.lon)


def _point(node: NamedNode, geometry: NamedNode, lat: float, lon: float) -> Iterator[Triple]:
    """Latitude and longitude, and the same as a GeoSPARQL geometry (WKT puts the longitude first)."""
    north, east = _degrees(lat), _degrees(lon)
    yield Triple(node, term("wgs:lat"), typed(north, "decimal"))
    yield Triple(node, term("wgs:long"), typed(east, "decimal"))
    yield Triple(node, term("geo:hasGeometry"), geometry)
    yield Triple(geometry, RDF_TYPE, term("geo:Geometry"))
    yield Triple(geometry, term("geo:asWKT"), Literal(f"POINT({east} {north})", datatype=WKT))


def _degrees(value: float) -> str:
    """Four decimals (11 metres), in the canonical form that a store gives back."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
