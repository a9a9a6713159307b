"""FollowTheMoney entities, one JSON object a line, as Aleph, OpenAleph and yente take them.

The schemata are those of followthemoney 4: https://followthemoney.tech/explorer/. The library is not needed.
"""
import json
from collections.abc import Iterable, Iterator, Mapping

from kg.export.book import HAPPENED, Book, book, one_line, source
from kg.lexicon import load_places
from kg.store import Actor, Event, Graph, Place, RelationClaim, Report
from kg.store.terms import local_name

Entity = dict[str, object]
Properties = Mapping[str, Iterable[str]]

SCHEMATA: Mapping[str, str] = {
    "Person": "Person",
    "PeopleGroup": "LegalEntity",
    "State": "PublicBody",
    "GovernmentBody": "PublicBody",
    "InternationalBody": "PublicBody",
}
"""Of an actor's kind; any other is an Organization."""
_TIES = ("leads", "memberOf", "partOf", "speaksFor", "allyOf", "rivalOf")


def ftm(graph: Graph) -> str:
    """Actors, events that happened, their places as Address and reports as Article, and ties between actors.

    Events and ties name their reports as `proof`; what sources say against each other stands in `description`.
    """
    found = book(graph)
    return "".join(json.dumps(e, ensure_ascii=False, sort_keys=True) + "\n" for e in _entities(found))


def _entities(all_: Book) -> Iterator[Entity]:
    yield from (_actor(a) for a in all_.actors.values())
    yield from (_address(p, all_) for p in all_.places.values())
    yield from (_article(r) for r in all_.reports.values())
    yield from (_event(e, all_) for e in all_.events.values() if e.modality in HAPPENED)
    yield from _ties(all_)


def _entity(iri: str, schema: str, properties: Properties) -> Entity:
    kept = {name: sorted({v for v in values if v}) for name, values in properties.items()}
    return {"id": ident(iri), "schema": schema, "properties": {n: v for n, v in kept.items() if v}}


def ident(iri: str) -> str:
    """An entity's id: the end of the IRI, in the characters that Aleph allows."""
    return "-".join(iri.split("/")[-2:]).replace("#", "-")


def schema_of(actor: Actor) -> str:
    """The schema of an actor."""
    return SCHEMATA.get(actor.kind, "Organization")


def _actor(a: Actor) -> Entity:
    wikidata = [local_name(s) for s in a.same_as if "wikidata.org" in s]
    return _entity(a.iri, schema_of(a), {"name": [a.label], "alias": a.aliases, "wikidataId": wikidata})


def _address(p: Place, all_: Book) -> Entity:
    lat, lon = ([str(v)] if v is not None else [] for v in (p.lat, p.lon))
    full = ", ".join(dict.fromkeys(step.label for step in all_.above(p)))
    return _entity(p.iri, "Address", {
        "full": [full], "latitude": lat, "longitude": lon, "country": _codes([p], all_),
        "city": [p.label] if p.kind == "city" else [], "state": [p.label] if p.kind == "province" else [],
    })  # fmt: skip


def _codes(places: Iterable[Place], all_: Book) -> list[str]:
    """The ISO 3166 codes of their countries, of those that the gazetteer has."""
    countries = (all_.level(p, "country") for p in places)
    known = (load_places().get(local_name(c.iri)) for c in countries if c)
    return [k.country.lower() for k in known if k]


def _article(r: Report) -> Entity:
    publisher = [r.outlet.label] if r.outlet else []
    return _entity(r.iri, "Article", {
        "title": [r.title], "publishedAt": [r.issued], "publisher": publisher, "sourceUrl": [r.source]})  # fmt: skip


def _event(e: Event, all_: Book) -> Entity:
    words = all_.words[e.iri]
    reports = {w.report.iri: w.report for w in words}.values()
    places = [p for ref in e.places if (p := all_.places.get(ref.iri))]
    people = [r.iri for r in (*e.attributed_to, *e.agents, *e.targets, *e.victims) if r.iri in all_.actors]
    return _entity(e.iri, "Event", {
        "name": [e.label], "date": [e.date[:10]], "keywords": [e.kind], "location": [p.label for p in places],
        "addressEntity": [ident(p.iri) for p in places], "country": _codes(places, all_),
        "involved": [ident(p) for p in people], "summary": [one_line(w.sentence or w.words) for w in words],
        "description": [f"{c.says} by {source(c)}" for c in all_.figures(e.iri)],
        "proof": [ident(r.iri) for r in reports], "sourceUrl": [r.source for r in reports],
        "publisher": [r.outlet.label for r in reports if r.outlet],
    })  # fmt: skip


def _ties(all_: Book) -> Iterator[Entity]:
    """The relations between actors that some report tells."""
    for c in all_.claims:
        if isinstance(c, RelationClaim) and c.subject and c.object and c.predicate in _TIES:
            one, other = all_.actors.get(c.subject.iri), all_.actors.get(c.object.iri)
            if one and other:
                schema, ends = _tie(c.predicate, one, other)
                proof = [ident(r.iri) for r in c.reports]
                summary = [one_line(e.sentence or e.words) for e in c.evidence]
                yield _entity(c.iri, schema, {**ends, "role": [c.predicate], "proof": proof, "summary": summary})


def _tie(predicate: str, one: Actor, other: Actor) -> tuple[str, dict[str, list[str]]]:
    if predicate == "memberOf" and schema_of(other) in ("Organization", "PublicBody"):
        return "Membership", {"member": [ident(one.iri)], "organization": [ident(other.iri)]}
    if predicate == "speaksFor":
        return "Representation", {"agent": [ident(one.iri)], "client": [ident(other.iri)]}
    return "UnknownLink", {"subject": [ident(one.iri)], "object": [ident(other.iri)]}
