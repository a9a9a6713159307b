"""What the lexicon knows of the actors and places that reports name: no claim, and marked with where it comes from.

Only their class, names and identifiers, and what they are part of and based in: alliances and offices change, and
are left to the reports.
"""
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.schema import types
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


def above(path: str) -> list[tuple[str, str]]:
    """What a known actor or place is part of, based in or within: (predicate, path); [] for an unknown one."""
    folder, _, slug = path.partition("/")
    if folder == "place":
        place = load_places().get(slug)
        return [("within", f"place/{s}") for s in place.parents[:1]] if place else []
    actor = load_actors().get(slug) if folder == "actor" else None
    if actor is None:
        return []
    ties = (
        ("partOf", "actor", actor.part_of),
        ("speaksFor", "actor", actor.speaks_for),
        ("basedIn", "place", actor.based_in),
    )
    return [(predicate, f"{kind}/{s}") for predicate, kind, slugs in ties for s in slugs]


def closure(path: str) -> list[str]:
    """The path and all above it, at any remove."""
    found = [path]
    for node in found:
        found += [upper for _, upper in above(node) if upper not in found]
    return found


def background(path: str, base: str) -> Iterator[Triple]:
    """What the lexicon knows of one actor or place; nothing where it does not know it."""
    folder, _, slug = path.partition("/")
    actor = load_actors().get(slug) if folder == "actor" else None
    place = load_places().get(slug) if folder == "place" else None
    if actor:
        yield from actor_triples(actor, base)
    if place:
        yield from place_triples(place, base)
    for predicate, upper in above(path):
        yield Triple(NamedNode(base + path), kg(predicate), NamedNode(base + upper))


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
