"""What was extracted from one report: plain frozen data with offsets, serialisable, no spaCy in it.

Entities and events are numbered within the report (their index in the tuple); which known actor, which place and which
event of other reports they are is decided by resolution. Nothing here is said without `evidence`.
"""
from dataclasses import dataclass

from kg.records.report import Report
from kg.records.span import Span
from kg.records.time import Time


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it.

    claimant  index of the entity that says it; None: the report, in its own voice.
    via       index of the entity through which it is said (IS via Amaq), or None.
    said      when it was said, or None.
    """

    claimant: int | None = None
    via: int | None = None
    said: Time | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, place, facility, weapon or method, with all its mentions in the report (coreference done).

    kind      local name of its ontology class ("Person", "ArmedGroup", "State", "PeopleGroup", "Organisation", "Place",
              "Facility", ...), or "Weapon" or "Method".
    name      the fullest name or description.
    names     every surface name seen (no pronouns), sorted, `name` among them.
    mentions  every mention, pronouns and definite descriptions too, in order.
    known     slug of the known actor, weapon or method in the lexicon, "" where none.
    generic   True where the name only describes ("gunmen", "a bus station"), so that no two reports' are the same.
    """

    kind: str
    name: str
    names: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    known: str = ""
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An event, with every mention of it (its triggers).

    type      local name of its class ("Bombing", "Statement", ...).
    label     a short name in the report's words: "seven near-simultaneous explosions".
    triggers  the words that tell of it, first mention first.
    modality  "asserted", "attributed", "denied", "planned" or "hypothetical".
    count     how many like occurrences it stands for, or None.
    """

    type: str
    label: str
    triggers: tuple[Span, ...]
    modality: str = "asserted"
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """An edge of an event: role "place", "agent", "target", "victim", "weapon", "method" (value: entity index) or
    "subEventOf" (value: event index)."""

    event: int
    role: str
    value: int
    evidence: tuple[Span, ...]
    attribution: Attribution = Attribution()


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event happened or began."""

    event: int
    time: Time
    evidence: tuple[Span, ...]
    attribution: Attribution = Attribution()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people harmed.

    measure  "killed", "wounded", "missing", "displaced", "abducted" or "arrested".
    bound    "exact", "atLeast", "moreThan", "approximately", "nearly" or "upTo".
    figure   the number as printed, None for "dozens".
    lower    lowest value the words allow; upper: highest, None when open.
    group    index of the entity that it counts when it is a part (children, attackers), or None.
    about    index of the event it counts the harm of.
    """

    measure: str
    bound: str
    figure: int | None
    lower: int
    upper: int | None
    about: int
    evidence: tuple[Span, ...]
    group: int | None = None
    attribution: Attribution = Attribution()


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Somebody claims, denies or is blamed: stance "claims", "denies" or "blames" of entity `responsible`."""

    about: int
    responsible: int
    stance: str
    evidence: tuple[Span, ...]
    attribution: Attribution = Attribution()


@dataclass(frozen=True, slots=True)
class Statement:
    """What makes event `event` a statement: its speaker, for whom, about which event, in which words.

    quotes are the quoted words without their quotation marks, as spans.
    """

    event: int
    speaker: int
    evidence: tuple[Span, ...]
    affiliation: int | None = None
    about: tuple[int, ...] = ()
    quotes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge between entities: predicate is the local name of the property ("leads", "within", ...)."""

    subject: int
    predicate: str
    object: int
    evidence: tuple[Span, ...]
    attribution: Attribution = Attribution()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything extracted from one report; `sentences` are its sentences, in order."""

    report: Report
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    arguments: tuple[Argument, ...] = ()
    datings: tuple[Dating, ...] = ()
    figures: tuple[Figure, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
