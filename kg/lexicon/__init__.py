"""What is known beforehand: names and their spelling, actors, places, nationalities, and the words of events."""
from kg.lexicon.actors import Actors, KnownActor, load_actors, state_body
from kg.lexicon.bodies import BodyKind, BodyNouns
from kg.lexicon.names import acronym_of, fold, is_acronym, sound
from kg.lexicon.nationality import Nationalities, load_nationalities
from kg.lexicon.places import KnownPlace, Places, load_places

__all__ = [
    "Actors",
    "BodyKind",
    "BodyNouns",
    "KnownActor",
    "KnownPlace",
    "Nationalities",
    "Places",
    "acronym_of",
    "fold",
    "is_acronym",
    "load_actors",
    "load_nationalities",
    "load_places",
    "sound",
    "state_body",
]
