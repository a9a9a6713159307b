"""Two claimants, one event, one measure and group, ranges that do not meet; and the same of responsibility."""
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.check.findings.figures import Figure, descriptions
from kg.check.findings.finding import Finding
from kg.store import Graph

_DISPUTED = """
SELECT ?event ?actor ?name ?claim WHERE {
  ?claim a kg:ResponsibilityClaim ; kg:about ?event ; kg:responsible ?actor .
  ?actor rdfs:label ?name
  FILTER EXISTS { VALUES ?stance { kg:claims kg:blames }
                  ?yes kg:about ?event ; kg:responsible ?actor ; kg:stance ?stance }
  FILTER EXISTS { ?no kg:about ?event ; kg:responsible ?actor ; kg:stance kg:denies }
} ORDER BY ?event ?actor ?claim ?name"""


def contradictions(figures: Iterable[Figure]) -> Iterator[Finding]:
    """One finding for each event, measure and group on which claimants contradict each other; it names all figures."""
    scopes: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        scopes[figure.event, figure.measure, figure.group].append(figure)
    for scope in sorted(scopes):
        at_odds = _at_odds(scopes[scope])
        if at_odds:
            yield _finding(scope, at_odds)


def _at_odds(figures: Sequence[Figure]) -> list[Figure]:
    """The figures that another claimant's rules out."""
    return [f for f in figures if any(f.claimant != o.claimant and not f.meets(o) for o in figures)]


def _finding(scope: tuple[str, str, str], figures: Sequence[Figure]) -> Finding:
    said = list(dict.fromkeys(f"{f.printed} by {f.who}" for f in sorted(figures, key=lambda f: (-f.low, f.who))))
    sentence = f"{figures[0].label}: {figures[0].counted}: {' against '.join(said)}"
    return Finding("Contradiction", sentence, tuple(sorted(f.claim for f in figures)), scope)


def disputes(graph: Graph) -> Iterator[Finding]:
    """An event for which an actor is named, or names itself, and which it denies."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for event, actor, name, claim in graph.query(_DISPUTED):
        found[str(event), str(actor)].append((str(name), str(claim)))
    events = descriptions(graph) if found else {}
    for topic, rows in found.items():
        sentence = f"{events[topic[0]]}: {rows[0][0]} is held responsible, and denies it"
        yield Finding("Finding", sentence, tuple(dict.fromkeys(claim for _, claim in rows)), topic)
