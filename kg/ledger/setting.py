"""What an update is made with."""
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.graph.setting import POLICIES
from kg.graph.terms import BASE
from kg.lexicon.actors import load_actors
from kg.lexicon.places import load_places
from kg.resolution import Judgement
from kg.resolution.gazetteers import Actors, Places


@dataclass(frozen=True, slots=True)
class Terms:
    """The lexicon, what persons have judged, the base of all IRIs, and the policies of summaries.

    base, policies  "" and (): those that a store was made with, and the usual ones for a new graph.
    """

    actors: Actors = field(default_factory=load_actors)
    places: Places = field(default_factory=load_places)
    judgements: Sequence[Judgement] = ()
    base: str = ""
    policies: tuple[str, ...] = ()

    def or_else(self, base: str = BASE, policies: Sequence[str] = POLICIES[:1]) -> "Terms":
        """The same with what is left open filled in."""
        return replace(self, base=self.base or base, policies=self.policies or tuple(policies))
