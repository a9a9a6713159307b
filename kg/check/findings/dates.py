"""Dates that cannot be: told before they were, parts before their whole, counted before they happened."""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.check.findings.finding import Finding
from kg.store import Graph

_DAY = timedelta(days=1)  # what time zones explain
_HEAD = """SELECT DISTINCT ?node ?name ?earlier ?later ?other ?concern WHERE {{ {} }}
ORDER BY ?node ?name ?other ?concern"""


@dataclass(frozen=True, slots=True)
class Rule:
    """SPARQL that pairs two days of which the first may not lie after the second, and the sentence where it does.

    It selects ?node, its ?name, the two days as ?earlier and ?later, ?other for the sentence, and ?concern.
    """

    name: str
    sparql: str
    sentence: str


RULES = (
    Rule(
        "told too early",
        """?node a kg:Event ; kg:begin ?earlier ; rdfs:label ?name ; kg:reportedIn ?report . ?report dct:issued ?later
        FILTER NOT EXISTS { ?node kg:modality kg:planned } FILTER NOT EXISTS { ?node kg:modality kg:hypothetical }
        OPTIONAL { ?report dct:title ?title } BIND(COALESCE(?title, STR(?report)) AS ?other)
        ?node kg:evidence ?concern . FILTER(STRSTARTS(STR(?concern), CONCAT(STR(?report), "#")))""",
        "{name}: dated {earlier}, after the report that tells of it was published ({later}, {other})",
    ),
    Rule(
        "part before its whole",
        """?node kg:subEventOf ?whole ; kg:end ?later ; rdfs:label ?name .
        ?whole kg:begin ?earlier ; rdfs:label ?other .
        ?claim rdf:subject ?node ; rdf:object ?whole ; rdf:predicate kg:subEventOf . BIND(?claim AS ?concern)""",
        "{name}: over by {later}, before {other}, of which it is a part, began ({earlier})",
    ),
    Rule(
        "counted too early",
        """?concern kg:about ?node ; kg:saidOn ?later ; a kg:FigureClaim . ?node kg:begin ?earlier ; rdfs:label ?name .
        OPTIONAL { ?concern kg:claimedBy/rdfs:label ?by } BIND(COALESCE(?by, "the report") AS ?other)""",
        "{name}: dated {earlier}, and already counted on {later} by {other}",
    ),
    Rule(
        "ends before it begins",
        "?node kg:begin ?earlier ; kg:end ?later ; rdfs:label ?name ; kg:evidence ?concern . BIND(?name AS ?other)",
        "{name}: begins on {earlier} and ends on {later}",
    ),
)


def dates(graph: Graph) -> Iterator[Finding]:
    """One finding for each rule and node (and, of a date after its telling, report)."""
    for rule in RULES:
        yield from _broken(graph, rule)


def _broken(graph: Graph, rule: Rule) -> Iterator[Finding]:
    found: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for row in graph.query(_HEAD.format(rule.sparql)).dicts():
        said = {name: str(value) for name, value in row.items()}
        earlier, later = _day(said["earlier"]), _day(said["later"])
        if earlier and later and earlier > later + _DAY:
            said |= {"earlier": earlier.isoformat(), "later": later.isoformat()}
            key = (said["node"], said["other"])
            found.setdefault(key, (rule.sentence.format(**said), []))[1].append(said["concern"])
    for (node, other), (sentence, concerns) in found.items():
        yield Finding("Finding", sentence, tuple(dict.fromkeys(concerns)), (rule.name, node, other))


def _day(text: str) -> date | None:
    """The day of an ISO 8601 date or date and time; None where it is coarser or none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
