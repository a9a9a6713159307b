"""Incidents of a graph to MUC-4 templates."""
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.muc4.candidates import Candidate, candidates, doers
from benchmarks.muc4.documents import Document
from benchmarks.muc4.records import Incident, Told
from benchmarks.muc4.relevance import TYPES, relevant
from benchmarks.muc4.slots import distinct, individuals, unique, weapon
from benchmarks.muc4.weights import Weights
from benchmarks.muc4.words import is_named

Template = dict[str, Any]

# The least probability of a filler: chosen for F on held-out thirds of dev, and checked on tst1.
_LEAST = {"perp_organizations": 0.22, "targets": 0.27, "victims": 0.3}


def templates(document: Document, report: Told, weights: Weights, named_victims: bool = False) -> list[Template]:
    """The templates of one document; `named_victims`: victims without a name are left out, as in GRIT's version."""
    return [_template(g, document, report, weights, named_victims) for g in groups(document, report)]


def groups(document: Document, report: Told) -> list[list[Incident]]:
    """The incidents that MUC-4 asks for, those of one template together."""
    return grouped([i for i in report.incidents if i.triggers and relevant(i, document, report)])


def grouped(incidents: Sequence[Incident]) -> list[list[Incident]]:
    """Incidents that make one template: of one type, and no two dates, places or named victims in conflict."""
    groups: list[list[Incident]] = []
    for incident in incidents:
        home = next((g for g in groups if all(_one(incident, other) for other in g)), None)
        if home is None:
            groups.append([incident])
        else:
            home.append(incident)
    return groups


def _one(a: Incident, b: Incident) -> bool:
    if TYPES[a.type] != TYPES[b.type]:
        return False
    return not any(_differ(key(a), key(b)) for key in (_dates, _spots, _named))


def _dates(incident: Incident) -> Iterable[str]:
    return incident.dates


def _named(incident: Incident) -> list[str]:
    return [f.node.iri for f in incident.of("victim", "target") if is_named(f.node)]


def _spots(incident: Incident) -> list[str]:
    return [f.node.iri for f in incident.of("place")]


def _differ(some: Iterable[str], others: Iterable[str]) -> bool:
    return bool(set(some) and set(others) and not set(some) & set(others))


def _template(
    group: Sequence[Incident], document: Document, report: Told, weights: Weights, named_victims: bool
) -> Template:
    text = document.report.body
    found = [(weights.probability(c.slot, c.clues), c) for c in candidates(group, document, report)]
    likely = sorted((f for f in found if f[0] >= _LEAST[f[1].slot]), key=lambda f: (-f[0], f[1].node.iri))
    chosen = [c for _, c in likely if is_named(c.node) or c.slot != "victims" or not named_victims]
    return {
        "type": TYPES[group[0].type],
        "perp_individuals": unique(w for f in doers(group) for w in individuals(f, text)),
        "perp_organizations": _told(chosen, "perp_organizations"),
        "targets": distinct(_told(chosen, "targets")),
        "victims": distinct(_told(chosen, "victims")),
        "weapons": unique(w for i in group for f in i.of("weapon") for w in weapon(f, text)),
        **_circumstances(group),
    }


def _told(chosen: Sequence[Candidate], slot: str) -> list[str]:
    return unique(c.words for c in chosen if c.slot == slot)


def _circumstances(incidents: Sequence[Incident]) -> Template:
    return {
        "location": unique(f.node.label for i in incidents for f in i.of("place")),
        "date": min((d for i in incidents for d in i.dates), default=None),
        "killed": _figure(incidents, "killed"),
        "injured": _figure(incidents, "wounded"),
    }


def _figure(incidents: Sequence[Incident], measure: str) -> int | None:
    return max((n for i in incidents for m, n in i.figures if m == measure), default=None)
