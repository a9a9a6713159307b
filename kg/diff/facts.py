"""What a graph says, in a shape in which two graphs can be compared.

IRIs of events and claims shift when reports come and go, mentions do not: an event is known by the mentions that tell
of it, a claim by the place of its words and by what it says.
"""
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.store import Graph

_REPORTS = """
SELECT ?report ?title ?outlet ?issued WHERE { ?report a kg:Report OPTIONAL { ?report dct:title ?title }
  OPTIONAL { ?report dct:issued ?issued } OPTIONAL { ?report dct:publisher/rdfs:label ?outlet } }"""
_EVENTS = """
SELECT ?event ?label ?mention ?place ?date WHERE { ?event a kg:Event ; rdfs:label ?label ; kg:evidence ?mention
  OPTIONAL { ?event kg:place/rdfs:label ?place } OPTIONAL { ?event kg:date ?date } }"""
_WHO = """OPTIONAL { ?claim kg:claimedBy/rdfs:label ?by }
  OPTIONAL { ?claim kg:reportedIn/dct:publisher/rdfs:label ?outlet }
  BIND(COALESCE(?by, ?outlet, "a report") AS ?who) ?claim kg:evidence ?mention"""
_FIGURES = f"""
SELECT ?claim ?event ?measure ?bound ?figure ?lower ?group ?who ?mention ?earlier WHERE {{
  ?claim kg:about ?event ; kg:measure ?measure ; kg:bound ?bound ; kg:lower ?lower {_WHO}
  OPTIONAL {{ ?claim kg:figure ?figure }} OPTIONAL {{ ?claim kg:victimGroup/rdfs:label ?group }}
  OPTIONAL {{ ?claim kg:supersedes ?earlier }} }}"""
_BLAMES = f"""
SELECT ?claim ?event ?name ?stance ?who ?mention WHERE {{
  ?claim kg:about ?event ; kg:stance ?stance ; kg:responsible/rdfs:label ?name {_WHO} }}"""
_TIES = f"""
SELECT ?claim ?name ?predicate ?other ?who ?mention WHERE {{
  ?claim rdf:subject ?one ; rdf:predicate ?predicate ; rdf:object ?two . ?one rdfs:label ?name . ?two rdfs:label ?other
  {_WHO} FILTER NOT EXISTS {{ ?one a kg:Event }} }}"""
_BOUNDS = {"atLeast": "at least ", "moreThan": "more than ", "approximately": "about ", "nearly": "nearly ",
           "upTo": "up to "}
_STANCES = {"claims": "{} claims it", "denies": "{} denies it", "blames": "{} is blamed"}

Mentions = frozenset[str]
ClaimKey = tuple[str, str, Mentions]


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event: how a sentence names it, and the mentions that tell of it."""

    name: str
    mentions: Mentions


@dataclass(frozen=True, slots=True)
class ClaimFact:
    """A claim: its event's IRI ("" for one that is on none), who says it, what, and the keys of what it replaces."""

    event: str
    who: str
    says: str
    replaces: tuple[ClaimKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """A graph's reports (IRI to name), events (by IRI) and claims (by key: kind, what it says, mentions)."""

    reports: Mapping[str, str]
    events: Mapping[str, EventFact]
    figures: Mapping[ClaimKey, ClaimFact]
    claims: Mapping[ClaimKey, ClaimFact]


def facts(graph: Graph) -> Facts:
    """What a graph says."""
    claims = _blames(graph) | _ties(graph)
    return Facts(_reports(graph), _events(graph), _figures(graph), claims)


def _rows(graph: Graph, query: str) -> list[dict[str, str]]:
    found = graph.query(query).dicts()
    return [{name: "" if value is None else str(value) for name, value in row.items()} for row in found]


def _reports(graph: Graph) -> dict[str, str]:
    rows = _rows(graph, _REPORTS)
    return {r["report"]: ", ".join(p for p in (r["outlet"], r["issued"][:10], r["title"]) if p) or r["report"]
            for r in rows}


def _events(graph: Graph) -> dict[str, EventFact]:
    labels: dict[str, str] = {}
    where: dict[str, tuple[set[str], set[str], set[str]]] = defaultdict(lambda: (set(), set(), set()))
    for row in _rows(graph, _EVENTS):
        mentions, places, dates = where[row["event"]]
        labels[row["event"]] = min(row["label"], labels.get(row["event"], row["label"]))
        mentions.add(row["mention"])
        places |= {row["place"]} - {""}
        dates |= {row["date"][:10]} - {""}
    return {e: EventFact(_named(labels[e], places, dates), frozenset(m)) for e, (m, places, dates) in where.items()}


def _named(label: str, places: set[str], dates: set[str]) -> str:
    around = ", ".join([*sorted(places), *sorted(dates)])
    return f"{label} ({around})" if around else label


@dataclass(slots=True)
class _Seen:
    """A claim while its rows are read."""

    row: dict[str, str]
    mentions: set[str] = field(default_factory=set)
    earlier: set[str] = field(default_factory=set)


def _claims(graph: Graph, query: str) -> dict[str, _Seen]:
    found: dict[str, _Seen] = {}
    for row in _rows(graph, query):
        seen = found.setdefault(row["claim"], _Seen(row))
        seen.row = min(seen.row, row, key=lambda r: sorted(r.items()))
        seen.mentions.add(row["mention"])
        seen.earlier |= {row.get("earlier", "")} - {""}
    return found


def _figures(graph: Graph) -> dict[ClaimKey, ClaimFact]:
    found = _claims(graph, _FIGURES)
    says = {claim: _amount(seen.row) for claim, seen in found.items()}
    keys = {claim: ("figure", says[claim], frozenset(seen.mentions)) for claim, seen in found.items()}
    return {keys[claim]: ClaimFact(seen.row["event"], seen.row["who"], says[claim],
                                   tuple(sorted((keys[e] for e in seen.earlier), key=lambda k: (k[1], sorted(k[2])))))
            for claim, seen in found.items()}


def _amount(row: dict[str, str]) -> str:
    number = f"{_BOUNDS.get(_local(row['bound']), '')}{row['figure']}" if row["figure"] else f"at least {row['lower']}"
    return f"{number} {_local(row['measure'])}" + (f" ({row['group']})" if row["group"] else "")


def _blames(graph: Graph) -> dict[ClaimKey, ClaimFact]:
    found: dict[ClaimKey, ClaimFact] = {}
    for seen in _claims(graph, _BLAMES).values():
        says = _STANCES.get(_local(seen.row["stance"]), "{}").format(seen.row["name"])
        found["responsibility", says, frozenset(seen.mentions)] = ClaimFact(seen.row["event"], seen.row["who"], says)
    return found


def _ties(graph: Graph) -> dict[ClaimKey, ClaimFact]:
    found: dict[ClaimKey, ClaimFact] = {}
    for seen in _claims(graph, _TIES).values():
        says = f"{seen.row['name']} {_local(seen.row['predicate'])} {seen.row['other']}"
        found["relation", says, frozenset(seen.mentions)] = ClaimFact("", seen.row["who"], says)
    return found


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1]
