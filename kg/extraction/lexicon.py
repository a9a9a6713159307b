"""All the word lists that extraction reads, loaded once."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon import Actors, Nationalities, Places, load_actors, load_nationalities, load_places
from kg.lexicon.nouns import Nouns, load_nouns
from kg.lexicon.triggers import Triggers, load_triggers


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known actors, places and nationalities, common nouns, event triggers."""

    actors: Actors
    places: Places
    nationalities: Nationalities
    nouns: Nouns
    triggers: Triggers


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships, or that the installation's ontology folder was given."""
    return Lexicon(load_actors(), load_places(), load_nationalities(), load_nouns(), load_triggers())
