"""What an update is made with."""
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.graph.setting import POLICIES
from kg.graph.terms import BASE
from kg.lexicon.actors import load_actors
from kg.lexicon.places import load_places
from kg.resolution import Judgement
from kg.resolution.gazetteers import Actors, Places


@dataclass(frozen=True, slots=True)
class Terms:
    """The lexicon, what persons have judged, the base of all IRIs, and the policies of summaries."""

    actors: Actors = field(default_factory=load_actors)
    places: Places = field(default_factory=load_places)
    judgements: Sequence[Judgement] = ()
    base: str = BASE
    policies: tuple[str, ...] = POLICIES[:1]
