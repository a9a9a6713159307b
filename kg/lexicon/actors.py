"""Known actors: those of ontology/actors.ttl, every state, and the organs that any state has."""
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from kg import resources
from kg.lexicon import turtle
from kg.lexicon.bodies import BodyKind, BodyNouns
from kg.lexicon.names import ARTICLES, alike, fold, is_acronym, sound
from kg.lexicon.nationality import Nationalities, load_nationalities
from kg.lexicon.places import KnownPlace, Places, load_places

_PARENTHESIS = re.compile(r"\s*\([^)]*\)$")
_JOINING = ("of", "for", "in", "the", *ARTICLES)  # what may stand between the words of a name
_KEPT = 16_384  # names whose actors are remembered
_THE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of background knowledge.

    slug       the end of its IRI, actor/{slug}.
    kind       local name of its class: "ArmedGroup", "State", "Person" ...
    aliases    other names, in any case; cased: names that count in their exact case only ("IS").
    metonyms   names that stand for it where it speaks or acts, and are a place's otherwise ("Moscow").
    wikidata   identifier ("Q2429253"), or "".
    part_of, allies, has_led, speaks_for   slugs of actors; based_in: slugs of places.
    """

    slug: str
    kind: str
    label: str
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    wikidata: str = ""
    part_of: tuple[str, ...] = ()
    based_in: tuple[str, ...] = ()
    allies: tuple[str, ...] = ()
    has_led: tuple[str, ...] = ()
    speaks_for: tuple[str, ...] = ()


class Actors:
    """All known actors. Made by `load_actors`."""

    def __init__(self, listed: list[KnownActor], bodies: BodyNouns, places: Places, nations: Nationalities) -> None:
        self._bodies, self._places, self._nations = bodies, places, nations
        self._actors = {actor.slug: actor for actor in listed}
        self._cased: dict[str, list[str]] = defaultdict(list)
        self._folded: dict[str, list[str]] = defaultdict(list)
        self._sounds: dict[str, set[str]] = {}
        self._metonyms: dict[str, list[str]] = defaultdict(list)
        self._words: frozenset[str] = frozenset()
        self._found = lru_cache(maxsize=_KEPT)(self._look_up)
        self._organs = lru_cache(maxsize=_KEPT)(self._organ_called)
        for actor in listed:
            self._index(actor)

    def __iter__(self) -> Iterator[KnownActor]:
        """The listed actors and the states, in the file's order; a state's organs are made when asked for."""
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def get(self, slug: str) -> KnownActor | None:
        """The actor of that slug, a state's organ ("mali-army") among them, or None."""
        if slug in self._actors:
            return self._actors[slug]
        found = self._bodies.by_slug(slug)
        state = self._actors.get(found[0]) if found else None
        return self._body(state, found[1]) if found and state and state.kind == "State" else None

    def find(self, name: str) -> KnownActor | None:
        """The actor that goes by a name, or None: as listed; a state's organ ("Malian army"); a group and its members
        ("Taliban fighters"). Two actors of one name: the first listed; `candidates` gives both. No metonyms.
        """
        return self._found(name)

    def has_word(self, word: str) -> bool:
        """Whether `find` could know a name that has this word, of plain letters, by itself: False for most words."""
        if not self._words:
            self._words = self._vocabulary()
        return sound(word) in self._words

    def candidates(self, name: str) -> tuple[KnownActor, ...]:
        """All listed actors and states of that name: exact case first, then folded, then by transliteration."""
        bare = _THE.sub("", name.strip())
        whole, shorter = bare.removesuffix("'s").removesuffix("’s"), _PARENTHESIS.sub("", bare)
        slugs = self._cased.get(whole) or self._folded.get(fold(whole)) or self._folded.get(fold(shorter))
        if not slugs:
            slugs = self._heard(shorter)
        return tuple(self._actors[slug] for slug in slugs)

    def metonym(self, name: str) -> KnownActor | None:
        """The state for which a name stands where it speaks or acts ("Ankara", "Washington"), or None."""
        slugs = self._metonyms.get(fold(name), [])
        return self._actors[slugs[0]] if slugs else None

    def state(self, name: str) -> KnownActor | None:
        """The state that a name, an adjective or a demonym belongs to ("Mali", "Malian", "Malians"), or None."""
        found = next((a for a in self.candidates(name) if a.kind == "State"), None)
        return found or self._actors.get(self._nations.country(name))

    def state_body(self, adjective_or_state: str, head_noun: str) -> KnownActor | None:
        """The organ of a state: ("Syrian", "army"), ("Mali", "government"), ("Assad", "regime"). None where the first
        is no state nor one who led one, or the noun names no organ (kg:BodyKind in actors.ttl)."""
        return self._organs(adjective_or_state, head_noun)

    def _organ_called(self, adjective_or_state: str, head_noun: str) -> KnownActor | None:
        kind = self._bodies.noun(head_noun)
        return self._organ(adjective_or_state, kind) if kind else None

    def phrases(self) -> Iterator[tuple[str, KnownActor, bool]]:
        """Every name with its actor, and whether it needs its exact case: for a token matcher. Labels come first."""
        for actor in self:
            yield from ((name, actor, False) for name in (actor.label, *actor.aliases))
            yield from ((name, actor, True) for name in actor.cased)

    def _index(self, actor: KnownActor) -> None:
        for name in actor.cased:
            self._cased[name].append(actor.slug)
        for key in dict.fromkeys(fold(name) for name in (actor.label, *actor.aliases)):
            self._folded[key].append(actor.slug)
        for name in actor.metonyms:
            self._metonyms[fold(name)].append(actor.slug)

    def _heard(self, name: str) -> list[str]:
        """The one actor whose name sounds the same and is spelt nearly alike."""
        if not self._sounds:
            self._sounds = self._by_sound()
        heard = self._sounds.get(sound(name), set())
        found = [slug for slug in heard if any(alike(name, other) for other in self._names(slug))]
        return found if len(found) == 1 and not self._nations.place(name) else []

    def _names(self, slug: str) -> tuple[str, ...]:
        return (self._actors[slug].label, *self._actors[slug].aliases)

    def _by_sound(self) -> dict[str, set[str]]:
        sounds: dict[str, set[str]] = defaultdict(set)
        for key, slugs in self._folded.items():
            sounds[sound(key)].update(slugs)
        return sounds

    def _look_up(self, name: str) -> KnownActor | None:
        return next(iter(self.candidates(name)), None) or self._composed(_PARENTHESIS.sub("", name))

    def _vocabulary(self) -> frozenset[str]:
        names = (*self._folded, *map(fold, self._cased), *self._bodies.nouns(), *self._nations.forms(), *_JOINING)
        return frozenset(sound(word) for name in names for word in name.split())

    def _composed(self, name: str) -> KnownActor | None:
        found = self._bodies.split(name)
        organ = self._organ(*found) if found else None
        if organ:
            return organ
        group = self._bodies.without_members(name)
        return next((a for a in self.candidates(group) if a.kind in ("ArmedGroup", "PoliticalGroup")), None)

    def _organ(self, owner: str, kind: BodyKind) -> KnownActor | None:
        state = self.state(owner) or next((self._led(a) for a in self.candidates(owner) if a.kind == "Person"), None)
        return self._body(state, kind) if state else None

    def _led(self, person: KnownActor) -> KnownActor | None:
        led = (self._actors[slug] for slug in person.has_led if slug in self._actors)
        return next((actor for actor in led if actor.kind == "State"), None)

    def _body(self, state: KnownActor, kind: BodyKind) -> KnownActor:
        slug = f"{state.slug}-{kind.slug}"
        if slug in self._actors:
            return self._actors[slug]
        place = self._places.get(state.slug)
        adjective = (self._nations.adjective(place) if place else "") or state.label
        return KnownActor(slug, kind.kind, f"{adjective} {kind.label}", part_of=(state.slug,), based_in=(state.slug,))


def load_actors(folder: Path | None = None) -> Actors:
    """The actors of `folder` (default: the ontology that ships), read once. FileNotFoundError without the data."""
    return _load(folder or resources.folder("ontology"))


def state_body(adjective_or_state: str, head_noun: str) -> KnownActor | None:
    """`Actors.state_body` of the actors that ship: ("Syrian", "army"), ("Mali", "government"), ("Assad", "regime")."""
    return load_actors().state_body(adjective_or_state, head_noun)


@cache
def _load(base: Path) -> Actors:
    records = turtle.read(base / "actors.ttl")
    places, nations = load_places(base), load_nationalities(base)
    listed = {iri.removeprefix("id:actor/"): r for iri, r in records.items() if iri.startswith("id:actor/")}
    states = [_state(place, listed.get(place.slug, {}), places) for place in places.countries()]
    known = {state.slug for state in states}
    others = [_actor(slug, record) for slug, record in listed.items() if slug not in known]
    return Actors([*others, *states], BodyNouns(records), places, nations)


def _actor(slug: str, record: turtle.Record) -> KnownActor:
    kind = turtle.first(record, "rdf:type", "kg:")
    label = turtle.first(record, "rdfs:label")
    if not kind or not label:
        raise ValueError(f"actor {slug} lacks a class or a label")
    return KnownActor(
        slug, kind, label, turtle.values(record, "skos:altLabel"), turtle.values(record, "kg:ambiguousLabel"),
        turtle.values(record, "kg:metonym"), turtle.first(record, "owl:sameAs", "wd:"),
        turtle.values(record, "kg:partOf", "id:actor/"), turtle.values(record, "kg:basedIn", "id:place/"),
        turtle.values(record, "kg:allyOf", "id:actor/"), turtle.values(record, "kg:hasLed", "id:actor/"),
        turtle.values(record, "kg:speaksFor", "id:actor/"))


def _state(place: KnownPlace, record: turtle.Record, places: Places) -> KnownActor:
    listed = _actor(place.slug, {"rdf:type": ["kg:State"], "rdfs:label": [place.name]} | record)
    names = (*place.aliases, *listed.aliases)
    capital = places.capital(place)
    metonyms = dict.fromkeys((*listed.metonyms, *((capital.name,) if capital else ())))
    return replace(listed, aliases=tuple(n for n in names if not is_acronym(n)), metonyms=tuple(metonyms),
                   cased=tuple(n for n in names if is_acronym(n)), based_in=(place.slug,))
