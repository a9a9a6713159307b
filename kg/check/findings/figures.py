"""The figures of a graph, one record each, and how a sentence names them."""
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from kg.store import Graph
from kg.store.result import Result

_QUERY = """
SELECT ?claim ?event ?eventLabel ?measure ?low ?high ?figure ?bound ?group ?by ?byLabel ?outlet ?outletLabel ?report
WHERE {
  ?claim a kg:FigureClaim ; kg:about ?event ; kg:measure ?measure ; kg:lower ?low ; kg:reportedIn ?report .
  ?event rdfs:label ?eventLabel
  OPTIONAL { ?claim kg:upper ?high } OPTIONAL { ?claim kg:figure ?figure } OPTIONAL { ?claim kg:bound ?bound }
  OPTIONAL { ?claim kg:victimGroup/rdfs:label ?group }
  OPTIONAL { ?claim kg:claimedBy ?by . ?by rdfs:label ?byLabel }
  OPTIONAL { ?report dct:publisher ?outlet . ?outlet rdfs:label ?outletLabel }
  FILTER NOT EXISTS { ?later kg:supersedes ?claim }
} ORDER BY ?claim ?group ?byLabel ?outletLabel ?eventLabel ?high ?figure"""
_BOUNDS = {
    "atLeast": "at least ", "moreThan": "more than ", "approximately": "about ", "nearly": "nearly ", "upTo": "up to ",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that no later one replaces.

    high      infinite where open.
    group     whom it counts, in lower case; "" for all.
    claimant  IRI of who says it; for a report's own voice its outlet, else the report.
    who       the claimant's name.
    """

    claim: str
    event: str
    label: str
    measure: str
    low: int
    high: float
    printed: str
    group: str
    claimant: str
    who: str

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
    """The graph's figures that no later one replaces, by the IRI of their claims."""
    found = {figure.claim: figure for figure in reversed(list(_rows(graph.query(_QUERY))))}
    return [found[claim] for claim in sorted(found)]


def _rows(result: Result) -> Iterator[Figure]:
    for row in result.dicts():
        text = {name: "" if value is None else str(value) for name, value in row.items()}
        claimant = text["by"] or text["outlet"] or text["report"]
        low, high = int(text["low"]), int(text["high"]) if text["high"] else inf
        number = text["figure"] or text["low"]
        words = _BOUNDS.get(_local(text["bound"]), "") if text["figure"] else "at least "
        yield Figure(text["claim"], text["event"], text["eventLabel"], _local(text["measure"]), low, high,
                     f"{words}{int(number):,}", text["group"].lower(), claimant, _who(text))


def _who(text: dict[str, str]) -> str:
    outlet = f" ({text['outletLabel']})" if text["outlet"] else ""
    return text["byLabel"] or f"the report's own voice{outlet}"


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1]
