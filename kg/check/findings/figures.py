"""The figures of a graph, one record each, and how a sentence names them."""
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from kg.store import Graph
from kg.store.result import Result

_QUERY = """
SELECT ?claim ?event ?measure ?low ?high ?figure ?bound ?group ?by ?byLabel ?outlet ?outletLabel ?report ?said ?issued
       (EXISTS { ?later kg:supersedes ?claim } AS ?replaced)
WHERE {
  ?claim a kg:FigureClaim ; kg:about ?event ; kg:measure ?measure ; kg:lower ?low ; kg:reportedIn ?report .
  OPTIONAL { ?claim kg:upper ?high } OPTIONAL { ?claim kg:figure ?figure } OPTIONAL { ?claim kg:bound ?bound }
  OPTIONAL { ?claim kg:victimGroup/rdfs:label ?group }
  OPTIONAL { ?claim kg:claimedBy ?by . ?by rdfs:label ?byLabel }
  OPTIONAL { ?report dct:publisher ?outlet . ?outlet rdfs:label ?outletLabel }
  OPTIONAL { ?claim kg:saidOn ?said } OPTIONAL { ?report dct:issued ?issued }
} ORDER BY ?claim ?group ?byLabel ?outletLabel ?high ?figure"""
_EVENTS = """
SELECT DISTINCT ?event ?label ?place ?date WHERE {
  ?claim a ?class ; kg:about ?event VALUES ?class { kg:FigureClaim kg:ResponsibilityClaim } ?event rdfs:label ?label
  OPTIONAL { ?event kg:place/rdfs:label ?place } OPTIONAL { ?event kg:date ?date }
} ORDER BY ?event ?label ?place ?date"""
_BOUNDS = {
    "atLeast": "at least ", "moreThan": "more than ", "approximately": "about ", "nearly": "nearly ", "upTo": "up to ",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure.

    label     describes the event.
    high      infinite where open.
    number    as printed, its lower limit where it is in words ("dozens").
    group     whom it counts, in lower case; "" for all.
    claimant  IRI of who says it; for a report's own voice its outlet, else the report.
    who       the claimant's name.
    own       whether the report says it in its own voice.
    day       on which it was said, else reported: ISO 8601, or "".
    replaced  whether a later figure by the same claimant replaces it.
    """

    claim: str
    event: str
    label: str
    measure: str
    low: int
    high: float
    number: int
    printed: str
    group: str
    claimant: str
    who: str
    own: bool
    report: str
    day: str
    replaced: bool

    def meets(self, other: "Figure") -> bool:
        """Whether both can be true."""
        return self.low <= other.high and other.low <= self.high

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    @property
    def counted(self) -> str:
        """What is counted: "killed", "killed (children)"."""
        return self.measure + (f" ({self.group})" if self.group else "")


def figures(graph: Graph) -> list[Figure]:
    """The graph's figures, by the IRI of their claims."""
    rows = list(_rows(graph.query(_QUERY), descriptions(graph)))
    found = {figure.claim: figure for figure in reversed(rows)}
    return [found[claim] for claim in sorted(found)]


def descriptions(graph: Graph) -> dict[str, str]:
    """Each event that a claim is about, for a sentence: "blasts (Homs, 2016-02-21)"."""
    found: dict[str, list[set[str]]] = {}
    for event, label, place, date in graph.query(_EVENTS):
        parts = found.setdefault(str(event), [{str(label)}, set(), set()])
        parts[1] |= {str(place)} - {"None"}
        parts[2] |= {str(date)[:10]} - {"None"}
    return {event: _described(min(labels), [*sorted(places), *sorted(dates)]) for event, (labels, places, dates)
            in found.items()}


def _described(label: str, where: list[str]) -> str:
    return f"{label} ({', '.join(where)})" if where else label


def _rows(result: Result, events: dict[str, str]) -> Iterator[Figure]:
    for row in result.dicts():
        text = {name: "" if value is None else str(value) for name, value in row.items()}
        claimant, day = text["by"] or text["outlet"] or text["report"], (text["said"] or text["issued"])[:10]
        low, high = int(text["low"]), int(text["high"]) if text["high"] else inf
        number = text["figure"] or text["low"]
        words = _BOUNDS.get(_local(text["bound"]), "") if text["figure"] else "at least "
        yield Figure(text["claim"], text["event"], events[text["event"]], _local(text["measure"]), low, high,
                     int(number), f"{words}{int(number):,}", text["group"].lower(), claimant, _who(text),
                     not text["by"], text["report"], day, bool(row["replaced"]))


def _who(text: dict[str, str]) -> str:
    outlet = f" ({text['outletLabel']})" if text["outlet"] else ""
    return text["byLabel"] or f"the report's own voice{outlet}"


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1]
