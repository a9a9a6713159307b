"""Which actor, weapon or method an entity is."""
from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon.names import fold
from kg.records import Entity
from kg.resolution.gazetteers import Actors
from kg.resolution.keys import local_path, name_slug
from kg.resolution.resolution import Decision, Node

CONCEPTS = frozenset({"Weapon", "Method"})
PLACES = frozenset({"Place", "Facility"})
FAMILIES: dict[str, str] = {"Person": "person", "State": "state", "PeopleGroup": "people"}
"""Classes whose bearers are never another family's; all others are organisations, which readers class differently."""


@dataclass(frozen=True, slots=True)
class Found:
    """A decision and the node decided on."""

    decision: Decision
    node: Node
    named: str = ""  # the family among which its bare name joins it across reports; "" where its path is final


def family(kind: str) -> str:
    """The kinds among which a name may join: "ArmedGroup" and "Organisation" are both "organisation"."""
    return FAMILIES.get(kind, "organisation")


def concept(entity: Entity) -> Found:
    """A weapon or method: one node for each name."""
    slug = name_slug(entity.known or entity.name)
    node = Node(f"concept/{slug}", entity.kind, entity.name, entity.known)
    return Found(Decision(node.path, f"the {entity.kind.lower()} {entity.name!r}", 1.0), node)


def actor(entity: Entity, index: int, report_id: str, actors: Actors, lands: Sequence[str] = ()) -> Found:
    """The known actor, the actor of that name, or one of this report alone; `lands` are the countries it speaks of."""
    known = entity.known or ("" if entity.generic else _found(entity, actors))
    if known and actors.get(known):
        return _known(entity, known, actors)
    if entity.generic:
        return _local(entity, index, report_id, "only a description, so of this report alone")
    if family(entity.kind) == "person" and len(fold(entity.name).split()) < 2:
        return _local(entity, index, report_id, "a person by one name, so of this report alone")
    if not any(letter.isupper() for letter in entity.name):
        return _local(entity, index, report_id, "no proper name, so of this report alone")
    if entity.kind == "GovernmentBody":  # every country has an Interior Ministry
        if len(lands) != 1:
            return _local(entity, index, report_id, "a body of which country is not clear, so of this report alone")
        return _named(entity, actors, lands[0])
    return _named(entity, actors)


def _found(entity: Entity, actors: Actors) -> str:
    """The known actor that bears the entity's full name and is of its family, or ""."""
    hit = actors.find(entity.name)
    return hit.slug if hit and family(hit.kind) == family(entity.kind) else ""


def _known(entity: Entity, slug: str, actors: Actors) -> Found:
    known = actors.get(slug)
    assert known is not None
    node = Node(f"actor/{slug}", known.kind, known.label, slug)
    return Found(Decision(node.path, f"{entity.name!r} is a name of the known actor {known.label!r}", 1.0), node)


def _local(entity: Entity, index: int, report_id: str, why: str) -> Found:
    node = Node(local_path("actor", entity, index, report_id), entity.kind, entity.name)
    return Found(Decision(node.path, f"{entity.name!r}: {why}", 0.5), node)


def _named(entity: Entity, actors: Actors, land: str = "") -> Found:
    slug, kin = name_slug(f"{fold(entity.name)} {land}"), family(entity.kind)
    if kin == "state" or actors.get(slug):  # the bare slug is a known actor's
        slug = f"{slug}-{kin}"
    node = Node(f"actor/{slug}", entity.kind, entity.name)
    return Found(Decision(node.path, f"the {kin} named {entity.name!r}{land and f' in {land}'}", 0.8), node, kin + land)
