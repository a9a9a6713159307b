"""What the analyses count: who takes part in which event, who strikes whom, what sources say of one matter."""
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.check.findings.figures import Figure, figures
from kg.export.book import HAPPENED, Book
from kg.export.rows import sides
from kg.export.ucdp import LETHAL
from kg.store import Actor, Event, Graph, ResponsibilityClaim


def happened(all_: Book) -> list[Event]:
    """The events that happened by somebody's word; no statements."""
    return [e for e in all_.events.values() if e.modality in HAPPENED and e.speaker is None]


def known(graph: Graph, all_: Book) -> dict[str, Actor]:
    """The actors with a name of their own, by IRI: no "people", no "three gunmen"."""
    named = {str(iri) for (iri,) in graph.query("SELECT ?a { ?a a kg:Actor ; prov:wasDerivedFrom ?set }")}
    return {iri: a for iri, a in all_.actors.items() if a.kind != "PeopleGroup" or iri in named}


def participants(event: Event) -> set[str]:
    """The IRIs of those who act or suffer in an event."""
    return {r.iri for r in (*event.agents, *event.attributed_to, *event.targets, *event.victims)}


@dataclass(frozen=True, slots=True)
class Blow:
    """That somebody strikes somebody, in a month ("2016-05"; a year where no more is told, "undated")."""

    month: str
    by: str
    against: str
    event: str


def blows(all_: Book) -> Iterator[Blow]:
    """Each pair of sides of each lethal event; of a part, not if its whole has the pair already."""
    pairs = {e.iri: _pairs(e, all_) for e in happened(all_) if e.kind in LETHAL}
    for iri, found in pairs.items():
        event = all_.events[iri]
        whole = pairs.get(event.parent.iri, set()) if event.parent else set()
        for by, against in sorted(found - whole):
            yield Blow(event.date[:7] or "undated", by, against, iri)


def _pairs(event: Event, all_: Book) -> set[tuple[str, str]]:
    acting, against = sides(event, all_)
    return {(a.label, b.label) for a in acting for b in against}


@dataclass(frozen=True, slots=True)
class Shared:
    """A matter on which two sources both speak, and whether what they say can both be true."""

    one: str
    other: str
    matter: str
    agree: bool


def shared(graph: Graph, all_: Book) -> Iterator[Shared]:
    """Each figure and each question of responsibility that two sources both speak to. A report's voice is its outlet's.

    Of figures those that no later one replaces: ranges that meet agree.
    """
    for (event, measure, group), told in _figures(graph).items():
        for one, other, agree in _compared(told):
            yield Shared(one, other, f"{event} {measure} {group}".strip(), agree)
    for (event, actor), stances in _stances(all_).items():
        for one, other in _couples(stances):
            yield Shared(one, other, f"{event} {actor}", stances[one] == stances[other])


def _figures(graph: Graph) -> dict[tuple[str, str, str], dict[str, list[Figure]]]:
    found: dict[tuple[str, str, str], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for f in figures(graph):
        if not f.replaced:
            found[f.event, f.measure, f.group][_voice(f)].append(f)
    return found


def _voice(figure: Figure) -> str:
    """The claimant's name, or the outlet's where the report says it in its own voice."""
    _, own, outlet = figure.who.partition("the report's own voice (")
    return outlet.removesuffix(")") if own else figure.who


def _compared(told: dict[str, list[Figure]]) -> Iterator[tuple[str, str, bool]]:
    for one, other in _couples(told):
        yield one, other, any(f.meets(g) for f in told[one] for g in told[other])


def _stances(all_: Book) -> dict[tuple[str, str], dict[str, bool]]:
    """Whether each named claimant holds an actor responsible for an event, or denies it."""
    found: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for c in all_.claims:
        if isinstance(c, ResponsibilityClaim) and c.about and c.responsible and c.claimant:
            found[c.about.iri, c.responsible.iri][c.claimant.label] = c.stance != "denies"
    return found


def _couples(found: dict[str, list[Figure]] | dict[str, bool]) -> Iterator[tuple[str, str]]:
    ordered = sorted(found)
    return ((one, other) for i, one in enumerate(ordered) for other in ordered[i + 1 :])
