"""All places of one report, each settled with the help of the others."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.lexicon.names import fold
from kg.records import Entity, Extraction
from kg.resolution.actors import Found
from kg.resolution.gazetteers import Actors, KnownPlace, Places
from kg.resolution.keys import local_path, name_slug
from kg.resolution.places import Context, Question, Settled, settle
from kg.resolution.resolution import Decision, Node

_ROUNDS = 2  # the first settles what is clear, the second the rest with its help
_OF_STATES = frozenset({"State", "GovernmentBody"})
_AROUND = frozenset({"within", "capitalOf"})


@dataclass(frozen=True, slots=True)
class Placing:
    """The node of each Place and Facility of a report, by entity index, and the slugs of the countries it speaks of."""

    found: dict[int, Found]
    lands: tuple[str, ...]


def placed(extraction: Extraction, report_id: str, actors: Actors, places: Places) -> Placing:
    """Where a report's places are."""
    questions = _questions(extraction, places)
    states = _states(extraction, questions, actors, places)
    settled: dict[int, Settled] = {}
    for _ in range(_ROUNDS):
        context = _context(settled, states)
        settled = {i: settle(replace(q, context=context)) for i, q in questions.items()}
    countries = _context(settled, states).countries
    lands = tuple(p.slug for code in sorted(countries) if (p := places.country(code)))
    found = {i: _known(s) for i, s in settled.items() if s.place}
    for index in _outer_first(extraction):
        if index not in found:
            several = index in questions and _several(questions[index], countries)
            why = settled[index].reason if index in settled else "a facility, or a mere description"
            holder = "" if several else _holder(extraction, index, found, lands)
            found[index] = _unknown(extraction.entities[index], index, report_id, holder, why)
    return Placing(found, lands)


def _questions(extraction: Extraction, places: Places) -> dict[int, Question]:
    asked = [i for i, e in enumerate(extraction.entities) if e.kind == "Place" and not e.generic]
    named = {i: _candidates(extraction.entities[i], places) for i in asked}
    around = _around(extraction)
    return {
        i: Question(extraction.entities[i].name, found, holders=frozenset(
            p.slug for h in around.get(i, ()) for p in named.get(h, ()) if p.kind != "region"))
        for i, found in named.items()
    }


def _candidates(entity: Entity, places: Places) -> list[KnownPlace]:
    """All known places of the entity's name, or else of another name that the report has for it."""
    for name in (entity.name, *entity.names):
        if found := places.find(name):
            return list(found)
    return []


def _around(extraction: Extraction) -> dict[int, list[int]]:
    """For each entity, those that the report says are around it."""
    found: dict[int, list[int]] = {}
    for r in extraction.relations:
        if r.predicate in _AROUND:
            found.setdefault(r.subject, []).append(r.object)
    return found


def _states(
    extraction: Extraction, questions: Mapping[int, Question], actors: Actors, places: Places
) -> frozenset[str]:
    """The ISO codes of the countries that the report names, as places or as actors."""
    named = [c for q in questions.values() for c in q.candidates if c.kind == "country"]
    acting = [p for e in extraction.entities if e.kind in _OF_STATES for p in _state(e, actors, places)]
    return frozenset(p.country for p in (*named, *acting))


def _state(entity: Entity, actors: Actors, places: Places) -> Iterator[KnownPlace]:
    """The country of a state, or of a body of one, that is named as an actor."""
    known = actors.get(entity.known) if entity.known else None
    seats = [places.get(slug) for slug in known.based_in] if known else places.find(entity.name)
    yield from (p for p in seats if p and p.kind == "country")


def _context(settled: Mapping[int, Settled], states: frozenset[str]) -> Context:
    sure = [s.place for s in settled.values() if s.place]
    small = frozenset(p.slug for p in sure if p.kind != "country")
    return Context(small, states | {p.country for p in sure if p.country})


def _known(settled: Settled) -> Found:
    place = settled.place
    assert place is not None
    node = Node(f"place/{place.slug}", "Place", place.name, place.slug)
    return Found(Decision(node.path, settled.reason, settled.score), node)


def _outer_first(extraction: Extraction) -> list[int]:
    """Places and facilities, each after what is around it."""
    around, order = _around(extraction), dict[int, None]()

    def visit(index: int, above: frozenset[int]) -> None:
        for outer in around.get(index, ()):
            if outer not in above:
                visit(outer, above | {index})
        order.setdefault(index)

    places = [i for i, e in enumerate(extraction.entities) if e.kind in ("Place", "Facility")]
    for index in places:
        visit(index, frozenset())
    return [i for i in order if i in set(places)]


def _several(question: Question, countries: frozenset[str]) -> bool:
    """Whether more than one known place may be meant; those of countries that the report does not name are not."""
    return len([c for c in question.candidates if not countries or c.country in countries]) > 1


def _unknown(entity: Entity, index: int, report_id: str, holder: str, why: str) -> Found:
    """A place that the gazetteer lacks or leaves open: joined with others of its name within the same holder."""
    if entity.generic or not holder:
        node = Node(local_path("place", entity, index, report_id), entity.kind, entity.name)
        return Found(Decision(node.path, f"{entity.name!r}, of this report alone: {why}", 0.5), node)
    node = Node(f"place/{name_slug(fold(entity.name))}-{holder}", entity.kind, entity.name)
    return Found(Decision(node.path, f"{entity.name!r} in {holder}: {why}", 0.7), node, f"place {holder}")


def _holder(extraction: Extraction, index: int, found: Mapping[int, Found], lands: Sequence[str]) -> str:
    """The slug of what is around the place: as the report says, else, but for a facility, the report's only country."""
    for outer in _around(extraction).get(index, ()):
        if outer in found:
            return found[outer].node.path.removeprefix("place/")
    return lands[0] if len(lands) == 1 and extraction.entities[index].kind == "Place" else ""
