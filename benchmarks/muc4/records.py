"""What a graph tells of violent incidents, as plain records."""
from dataclasses import dataclass

ORGANISED = ("ArmedGroup", "GovernmentBody", "PoliticalGroup", "Organisation")


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of the report that names an entity."""

    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Node:
    """An entity: the local name of its class ("Concept" for a weapon), its label, all names, its mentions in order."""

    iri: str
    kind: str
    label: str
    names: frozenset[str]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Filler:
    """An entity in a role, and the stretches of evidence for that.

    role  "agent", "responsible" (claims it or is blamed), "target", "victim", "weapon", "place", or "counted" (a figure
          of the harmed counts them).
    """

    role: str
    node: Node
    evidence: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """An event of the graph.

    triggers   where each word that tells of it begins, and the word.
    dates      lexical values of kg:date.
    figures    measure and lowest number.
    countries  slugs, of its places and of the facilities struck.
    """

    iri: str
    type: str
    modality: str
    triggers: tuple[tuple[int, str], ...]
    fillers: tuple[Filler, ...]
    dates: tuple[str, ...]
    figures: tuple[tuple[str, int], ...]
    countries: frozenset[str]

    def of(self, *roles: str) -> list[Filler]:
        """The fillers in these roles."""
        return [f for f in self.fillers if f.role in roles]


@dataclass(frozen=True, slots=True)
class Told:
    """All events of a report, first mention first; how often each country's places are mentioned; its actors."""

    incidents: tuple[Incident, ...]
    countries: tuple[tuple[str, int], ...]
    actors: tuple[Node, ...]
