"""Incidents of a graph to MUC-4 templates."""
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.muc4.civilians import targets, victims
from benchmarks.muc4.documents import Document
from benchmarks.muc4.records import Filler, Incident, Told
from benchmarks.muc4.relevance import TYPES, relevant
from benchmarks.muc4.slots import individuals, organisations, owners, told_best, unique, weapon, wording
from benchmarks.muc4.words import is_named

Template = dict[str, Any]


def templates(document: Document, report: Told, named_victims: bool = False) -> list[Template]:
    """The templates of one document; `named_victims`: victims without a name are left out, as in GRIT's version."""
    chosen = [i for i in report.incidents if relevant(i, document, report)]
    return [_template(group, document, report, named_victims) for group in grouped(chosen)]


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


def _template(group: Sequence[Incident], document: Document, report: Told, named_victims: bool) -> Template:
    text = document.report.body
    doers = _doers(group)
    struck = [f.node for i in group for f in targets(i)]
    harmed = [*(f.node for i in group for f in victims(i, text)), *(p for n in struck for p in owners(n, report, text))]
    return {
        "type": TYPES[group[0].type],
        "perp_individuals": unique(w for f in doers for w in individuals(f, text)),
        "perp_organizations": unique(wording(n, text) for f in doers for n in organisations(f.node, report)),
        "targets": unique(wording(n, text) for n in struck),
        "victims": unique(wording(n, text) for n in told_best(harmed) if is_named(n) or not named_victims),
        "weapons": unique(w for i in group for f in i.of("weapon") for w in weapon(f, text)),
        "location": unique(f.node.label for i in group for f in i.of("place")),
        "date": min((d for i in group for d in i.dates), default=None),
        "killed": _figure(group, "killed"),
        "injured": _figure(group, "wounded"),
    }


def _doers(group: Sequence[Incident]) -> list[Filler]:
    """Who did it; of a clash both sides are told, so neither counts."""
    return [f for i in group if i.type != "Clash" for f in i.of("agent", "responsible")]


def _figure(group: Sequence[Incident], measure: str) -> int | None:
    return max((n for i in group for m, n in i.figures if m == measure), default=None)
