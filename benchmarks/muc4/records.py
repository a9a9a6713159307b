"""What a graph tells of violent incidents, as plain records."""
from bisect import bisect_right
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

    role     "agent", "claims", "blames" or "denies" (what somebody says of its responsibility), "target", "victim",
             "weapon", "method", "place", or "counted" (a figure of the harmed counts them).
    sourced  whether only sources say so, and never the report in its own voice.
    """

    role: str
    node: Node
    evidence: tuple[tuple[int, int], ...]
    sourced: bool = False


@dataclass(frozen=True, slots=True)
class Incident:
    """An event of the graph.

    triggers   where each word that tells of it begins, and the word.
    dates      lexical values of kg:date.
    figures    measure and lowest number.
    countries  slugs, of its places and of the facilities struck.
    part_of    IRIs of the larger events of which it is a part.
    """

    iri: str
    type: str
    modality: str
    triggers: tuple[tuple[int, str], ...]
    fillers: tuple[Filler, ...]
    dates: tuple[str, ...]
    figures: tuple[tuple[str, int], ...]
    countries: frozenset[str]
    part_of: frozenset[str] = frozenset()

    def of(self, *roles: str) -> list[Filler]:
        """The fillers in these roles."""
        return [f for f in self.fillers if f.role in roles]


@dataclass(frozen=True, slots=True)
class Told:
    """What the graph of one report tells.

    incidents  all events, first mention first.
    countries  how often each country's places are mentioned, most often first.
    nodes      all entities that are mentioned, first mention first.
    ties       subject, local name of the property and object of each relation between actors.
    sources    IRIs of those who speak or to whom a claim is put down.
    sentences  where each sentence that holds a mention begins.
    """

    incidents: tuple[Incident, ...]
    countries: tuple[tuple[str, int], ...]
    nodes: tuple[Node, ...]
    ties: frozenset[tuple[str, str, str]] = frozenset()
    sources: frozenset[str] = frozenset()
    sentences: tuple[int, ...] = ()

    @property
    def actors(self) -> tuple[Node, ...]:
        """Its groups, bodies and persons."""
        return tuple(n for n in self.nodes if n.kind in (*ORGANISED, "Person"))

    def sentence(self, offset: int) -> int:
        """The number of the sentence at the offset."""
        return bisect_right(self.sentences, offset)
