"""Two claimants, one event, one measure and group, ranges that do not meet; and the same of responsibility.

A toll that another source gives later and higher is no contradiction: it may have risen.
"""
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.check.findings.figures import Figure, descriptions
from kg.check.findings.finding import Finding
from kg.store import Graph

_RIVALS = """
SELECT DISTINCT ?event ?one ?oneName ?other ?otherName ?claim WHERE {
  ?first kg:stance kg:claims ; kg:about ?event ; kg:responsible ?one . ?one rdfs:label ?oneName .
  ?second kg:stance kg:claims ; kg:about ?event ; kg:responsible ?other . ?other rdfs:label ?otherName .
  FILTER(STR(?one) < STR(?other))
  FILTER NOT EXISTS { ?one (kg:partOf|kg:memberOf|kg:leads|kg:speaksFor|kg:allyOf|^kg:partOf|^kg:memberOf|^kg:leads
                            |^kg:speaksFor|^kg:allyOf)+ ?other }
  VALUES ?which { 1 2 } BIND(IF(?which = 1, ?first, ?second) AS ?claim)
} ORDER BY ?event ?one ?other ?claim ?oneName ?otherName"""
_DISPUTED = """
SELECT ?event ?actor ?name ?claim ?said WHERE {
  ?claim a kg:ResponsibilityClaim ; kg:about ?event ; kg:responsible ?actor ; kg:stance ?said .
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
        at_odds = _at_odds([f for f in scopes[scope] if not _part(f, scopes[scope])])
        if at_odds:
            yield _finding(scope, at_odds)


def _at_odds(figures: Sequence[Figure]) -> list[Figure]:
    """The figures that another claimant's rules out: of each claimant those that stand, else the last said."""
    found = [f for f in figures if any(_opposed(f, o) for o in figures)]
    return [f for f in found if _stands(f, [o for o in found if o.claimant == f.claimant])]


def _part(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether its claimant gives a higher one in the same report: then it counts a part, of whatever kind."""
    same = (o for o in others if (o.claimant, o.report) == (figure.claimant, figure.report) and not o.replaced)
    return any(figure.high < o.low for o in same)


def _opposed(one: Figure, other: Figure) -> bool:
    if one.claimant == other.claimant or one.meets(other):
        return False
    if one.replaced or other.replaced:  # what was replaced counts against what was said on the same day alone
        return one.day == other.day != ""
    return not (_rises(one, other) or _rises(other, one))


def _rises(one: Figure, later: Figure) -> bool:
    """Whether the second is higher, and was said on a later day."""
    return "" < one.day < later.day and one.high < later.low


def _stands(figure: Figure, others: Sequence[Figure]) -> bool:
    if any(not o.replaced for o in others):
        return not figure.replaced
    return figure.day == max(o.day for o in others) and figure.low == max(o.low for o in others if o.day == figure.day)


def _finding(scope: tuple[str, str, str], figures: Sequence[Figure]) -> Finding:
    said = list(dict.fromkeys(f"{f.printed} by {f.who}" for f in sorted(figures, key=lambda f: (-f.low, f.who))))
    sentence = f"{figures[0].label}: {figures[0].counted}: {' against '.join(said)}"
    return Finding("Contradiction", sentence, tuple(sorted(f.claim for f in figures)), scope)


def disputes(graph: Graph) -> Iterator[Finding]:
    """An event for which an actor is named, or names itself, and which it denies."""
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for event, actor, name, claim, said in graph.query(_DISPUTED):
        found[str(event), str(actor)].append((str(name), str(claim), str(said).rsplit("#", 1)[-1]))
    events = descriptions(graph) if found else {}
    for topic, rows in found.items():
        own = any(said == "claims" for _, _, said in rows)
        how = "is said to claim it, and to deny it" if own else "is held responsible, and denies it"
        claims = tuple(dict.fromkeys(claim for _, claim, _ in rows))
        yield Finding("Finding", f"{events[topic[0]]}: {rows[0][0]} {how}", claims, topic)


def rivals(graph: Graph) -> Iterator[Finding]:
    """An event that two actors claim for themselves, of whom neither belongs to, leads or stands by the other."""
    found: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for event, one, one_name, other, other_name, claim in graph.query(_RIVALS):
        found[str(event), str(one), str(other)].append((f"{one_name} and {other_name}", str(claim)))
    events = descriptions(graph) if found else {}
    for topic, rows in found.items():
        sentence = f"{events[topic[0]]}: both {rows[0][0]} claim it"
        yield Finding("Finding", sentence, tuple(dict.fromkeys(claim for _, claim in rows)), topic)
