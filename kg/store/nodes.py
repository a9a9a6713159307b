"""The nodes of a graph as typed, frozen records."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Another node: its IRI and its label. Its str is the label."""

    iri: str
    label: str

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class Report:
    """A news report: `issued` is an ISO 8601 date or date and time; "" where unknown, as for title and source."""

    iri: str
    title: str
    outlet: Ref | None
    issued: str
    source: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or is acted on. `kind` is the local name of its class: "ArmedGroup"."""

    iri: str
    label: str
    kind: str
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place. `lat` and `lon` are WGS 84 degrees; `within` is its direct parent; `kind` is "country", "city", ..."""

    iri: str
    label: str
    kind: str
    aliases: tuple[str, ...]
    lat: float | None
    lon: float | None
    within: Ref | None
    same_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An event.

    kind       local name of its class ("Bombing"); of a denied, planned or hypothetical one, of what it would be.
    modality   "asserted", "attributed", "denied", "planned" or "hypothetical".
    date       at the precision the text gives ("2016-05-23", "2016-05", "2016"), "" where it gives none.
    begin      earliest instant; `end` the latest, exclusive: xsd:dateTime in UTC, or "".
    time_text  the time as the report words it.
    count      how many like occurrences it stands for, or None.
    attributed_to  agents, or who claims it or is blamed for it without a denial.
    parent     the event that it is a part of.
    speaker, affiliation, about, quotes: of a statement.
    """

    iri: str
    label: str
    kind: str
    modality: str
    date: str
    begin: str
    end: str
    time_text: str
    count: int | None
    places: tuple[Ref, ...]
    agents: tuple[Ref, ...]
    attributed_to: tuple[Ref, ...]
    targets: tuple[Ref, ...]
    victims: tuple[Ref, ...]
    weapons: tuple[Ref, ...]
    methods: tuple[Ref, ...]
    parent: Ref | None
    speaker: Ref | None
    affiliation: Ref | None
    about: tuple[Ref, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that bear a claim or an event out.

    words     as the report prints them: code points `begin` to `end` (exclusive) of its body.
    sentence  the whole sentence, "" where the graph does not hold it; the words start at `at` in it, -1: not in it.
    """

    iri: str
    words: str
    begin: int
    end: int
    sentence: str
    at: int
    report: Report


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says something, where, in which words.

    says      the content in one line: "killed: at least 23".
    claimant  None where the report says it in its own voice; `via` is the channel.
    said_on   ISO 8601 or ""; `confidence` 0 to 1 or None.
    """

    iri: str
    says: str
    claimant: Ref | None
    via: Ref | None
    said_on: str
    confidence: float | None
    reports: tuple[Report, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FigureClaim(Claim):
    """A number of people harmed in event `about`; `group` is whom it counts when that is a part.

    measure "killed", ...; bound "exact", "atLeast", ...; figure as printed, lower and upper limits: None when open.
    """

    about: Ref | None
    measure: str
    bound: str
    figure: int | None
    lower: int | None
    upper: int | None
    group: Ref | None
    supersedes: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ResponsibilityClaim(Claim):
    """That `responsible` claims, denies or is blamed for (`stance` "claims", "denies", "blames") event `about`."""

    about: Ref | None
    responsible: Ref | None
    stance: str


@dataclass(frozen=True, slots=True)
class RelationClaim(Claim):
    """One edge of the graph: `predicate` is its local name; `object` a node, or a literal with its words as label."""

    subject: Ref | None
    predicate: str
    object: Ref | None
