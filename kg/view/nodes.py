"""Actors, places and concepts by number: those that something on the page refers to."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.store import Graph
from kg.store.terms import local_name
from kg.view.facts import Facts, facts, number, text, texts

RELATIONS = ("kg:leads", "kg:memberOf", "kg:partOf", "kg:speaksFor", "kg:allyOf", "kg:rivalOf")
_ACTOR = ("rdfs:label", *RELATIONS)
_PLACE = ("rdfs:label", "kg:placeKind", "kg:within", "wgs:lat", "wgs:long")
_CONCEPT = ("rdfs:label", "skos:prefLabel")


@dataclass(slots=True)
class Nodes:
    """Numbers the nodes that are asked for, in the order of asking."""

    actors: Mapping[str, Facts]
    places: Mapping[str, Facts]
    concepts: Mapping[str, Facts]
    kinds: Mapping[str, str]
    rows: list[dict[str, Any]] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: Graph, kinds: Mapping[str, str]) -> "Nodes":
        """The nodes of a graph; `kinds` gives the most specific class of each."""
        actors, places = facts(graph, "kg:Actor", _ACTOR), facts(graph, "kg:Place", _PLACE)
        return cls(actors, places, facts(graph, "skos:Concept", _CONCEPT), kinds)

    def number(self, iri: str) -> int:
        """The row of a node, made on first asking."""
        if iri not in self._numbers:
            self._numbers[iri] = len(self.rows)
            row: dict[str, Any] = {}
            self.rows.append(row)
            row.update(self._row(iri))
        return self._numbers[iri]

    def numbers(self, found: Facts, predicate: str) -> list[int]:
        """The rows of all values of a predicate."""
        return [self.number(iri) for iri in texts(found, predicate)]

    def first(self, found: Facts, predicate: str) -> int | None:
        """The row of the first value; None where there is none."""
        return next(iter(self.numbers(found, predicate)), None)

    def _row(self, iri: str) -> dict[str, Any]:
        if iri in self.places:
            return self._place(iri, self.places[iri])
        own = self.actors.get(iri) or self.concepts.get(iri) or {}
        group = "actor" if iri in self.actors else "thing"
        return {"id": iri, "label": _label(iri, own), "group": group, "kind": self.kinds.get(iri, "")}

    def _place(self, iri: str, own: Facts) -> dict[str, Any]:
        return {
            "id": iri, "label": _label(iri, own), "group": "place", "kind": text(own, "kg:placeKind"),
            "lat": number(own, "wgs:lat"), "lon": number(own, "wgs:long"), "within": self.first(own, "kg:within"),
        }

    def relations(self) -> Iterator[Sequence[Any]]:
        """Subject, relation, object: what the graph states between two actors that are on the page."""
        for iri in sorted(self.actors):
            for relation in RELATIONS if iri in self._numbers else ():
                for other in texts(self.actors[iri], relation):
                    if other in self._numbers:
                        yield self._numbers[iri], relation.removeprefix("kg:"), self._numbers[other]


def _label(iri: str, own: Facts) -> str:
    return text(own, "rdfs:label") or text(own, "skos:prefLabel") or local_name(iri)
