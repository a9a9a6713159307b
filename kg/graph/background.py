"""What the lexicon knows of the actors and places that reports name: no claim, and marked with where it comes from.

Only their class, names and identifiers, and what they are part of and based in: alliances and offices change, and
are left to the reports.
"""
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.schema import types
from kg.graph.sheet import Sheet
from kg.graph.terms import DERIVED, LABEL, RDF_TYPE, SAME_AS, kg, term, typed
from kg.lexicon.actors import KnownActor, load_actors
from kg.lexicon.places import KnownPlace, load_places

SOURCES = {
    "geonames": NamedNode("https://www.geonames.org/"),
    "places.ttl": NamedNode("https://w3id.org/conflict-kg/ontology/places"),
    "actors.ttl": NamedNode("https://w3id.org/conflict-kg/ontology/actors"),
}
WIKIDATA, GEONAMES = "http://www.wikidata.org/entity/", "https://sws.geonames.org/"
WKT = term("geo:wktLiteral")


class Background:
    """Gives each known node once over a run."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._given: set[str] = set()

    def triples(self, sheet: Sheet) -> Iterator[Triple]:
        """The background of a report's known actors and places that no earlier report named, and of all above them."""
        paths = [sheet.node(i).path for i in range(len(sheet.extraction.entities))]
        publisher = sheet.resolution.publishers.get(sheet.id)
        for path in [*paths, *([publisher] if publisher else [])]:
            if sheet.resolution.nodes[path].known:
                yield from self._node(path)

    def _node(self, path: str) -> Iterator[Triple]:
        folder, _, slug = path.partition("/")
        if folder in ("actor", "place") and path not in self._given:
            self._given.add(path)
            yield from self._actor(slug) if folder == "actor" else self._place(slug)

    def _actor(self, slug: str) -> Iterator[Triple]:
        actor = load_actors().get(slug)
        if actor:
            yield from actor_triples(actor, self._base)
            yield from self._edges(f"actor/{slug}", "partOf", [f"actor/{s}" for s in actor.part_of])
            yield from self._edges(f"actor/{slug}", "speaksFor", [f"actor/{s}" for s in actor.speaks_for])
            yield from self._edges(f"actor/{slug}", "basedIn", [f"place/{s}" for s in actor.based_in])

    def _place(self, slug: str) -> Iterator[Triple]:
        place = load_places().get(slug)
        if place:
            yield from place_triples(place, self._base)
            yield from self._edges(f"place/{slug}", "within", [f"place/{s}" for s in place.parents[:1]])

    def _edges(self, path: str, predicate: str, others: list[str]) -> Iterator[Triple]:
        for other in others:
            yield Triple(NamedNode(self._base + path), kg(predicate), NamedNode(self._base + other))
            yield from self._node(other)


def actor_triples(actor: KnownActor, base: str) -> Iterator[Triple]:
    """A known actor's class, names and identifier."""
    node = NamedNode(f"{base}actor/{actor.slug}")
    for kind in types(actor.kind):
        yield Triple(node, RDF_TYPE, kind)
    yield Triple(node, LABEL, Literal(actor.label))
    yield Triple(node, DERIVED, SOURCES["actors.ttl"])
    for name in (*actor.aliases, *actor.cased):
        yield Triple(node, term("skos:altLabel"), Literal(name))
    if actor.wikidata:
        yield Triple(node, SAME_AS, NamedNode(WIKIDATA + actor.wikidata))


def place_triples(place: KnownPlace, base: str) -> Iterator[Triple]:
    """A known place's class, names, kind and coordinates."""
    node = NamedNode(f"{base}place/{place.slug}")
    for kind in types("Place"):
        yield Triple(node, RDF_TYPE, kind)
    yield Triple(node, LABEL, Literal(place.name))
    yield Triple(node, DERIVED, SOURCES[place.source])
    yield Triple(node, kg("placeKind"), typed(place.kind, "string"))
    if place.geonames:
        yield Triple(node, SAME_AS, NamedNode(f"{GEONAMES}{place.geonames}/"))
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
