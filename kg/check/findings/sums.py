"""Do the parts of an event add up to the whole, as one claimant counts them?"""
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.check.findings.figures import Figure
from kg.check.findings.finding import Finding
from kg.store import Graph

_PARTS = """
SELECT ?whole ?part (MIN(?at) AS ?begin) WHERE { ?part kg:subEventOf ?whole ; kg:evidence/nif:beginIndex ?at }
GROUP BY ?whole ?part ORDER BY ?whole ?begin ?part"""
_COUNTS = """
SELECT ?whole ?label ?count ?mention ?part ?number ?words WHERE {
  ?whole kg:count ?count ; rdfs:label ?label ; kg:evidence ?mention .
  ?part kg:subEventOf ?whole ; kg:count ?number ; kg:evidence ?words .
  ?words nif:beginIndex ?begin
} ORDER BY ?whole ?begin ?part ?label ?count ?mention ?number ?words"""
Scope = tuple[str, str, str]


def parts_of(graph: Graph) -> dict[str, list[str]]:
    """The direct parts of each event that has any, in the report's order."""
    found: dict[str, list[str]] = defaultdict(list)
    for whole, part, _ in graph.query(_PARTS):
        found[str(whole)].append(str(part))
    return dict(found)


def sums(figures: Iterable[Figure], parts: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """For each whole and claimant: that the parts disagree with the whole, or that they agree.

    They disagree where they are more than the whole allows, or where every part is told and they are fewer. That they
    agree is said of exact numbers only.
    """
    by_event: dict[str, dict[Scope, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        by_event[figure.event][figure.claimant, figure.measure, figure.group].append(figure)
    for whole in sorted(parts):
        for scope, said in sorted(by_event.get(whole, {}).items()):
            told = [_only(by_event[part][scope]) for part in parts[whole] if scope in by_event.get(part, {})]
            clear, total = [t for t in told if t], _only(said)
            if total and len(clear) > 1 and len(clear) == len(told):
                yield from _compared(total, clear, len(told) == len(parts[whole]))


def _only(figures: Sequence[Figure]) -> Figure | None:
    """The one figure that they give, or None where a claimant gives several."""
    return figures[0] if len({(f.low, f.high) for f in figures}) == 1 else None


def _compared(whole: Figure, parts: Sequence[Figure], all_told: bool) -> Iterator[Finding]:
    low, high = sum(p.low for p in parts), sum(p.high for p in parts)
    if low > whole.high or (all_told and high < whole.low):
        yield _finding("SumMismatch", whole, parts, f"is not {whole.printed}")
    elif whole.exact and low == high == whole.low:
        yield _finding("Finding", whole, parts, f"= {whole.printed}, as said")


def _finding(kind: str, whole: Figure, parts: Sequence[Figure], verdict: str) -> Finding:
    total = " + ".join(p.printed for p in parts)
    sentence = f"{whole.label}: {whole.counted}, by {whole.who}: {total} {verdict}"
    claims = (whole.claim, *(p.claim for p in parts))
    return Finding(kind, sentence, claims, (whole.event, whole.claimant, whole.measure, whole.group))


def counts(graph: Graph) -> Iterator[Finding]:
    """Events that stand for so many, where the numbers of their parts come to just that: 3 + 4 = 7 explosions.

    That they come to another number is no finding: a report may tell a part twice, or not at all.
    """
    wholes: dict[tuple[str, str, int], dict[str, int]] = defaultdict(dict)
    mentions: dict[str, set[str]] = defaultdict(set)
    for whole, label, count, mention, part, number, words in graph.query(_COUNTS):
        wholes[str(whole), str(label), int(str(count))][str(part)] = int(str(number))
        mentions[str(whole)] |= {str(mention), str(words)}
    for (whole, label, count), parts in wholes.items():
        if len(parts) > 1 and sum(parts.values()) == count:
            total = " + ".join(map(str, parts.values()))
            sentence = f"{label}: {total} = {count}, as said"
            yield Finding("Finding", sentence, tuple(sorted(mentions[whole])), (whole, "count"))
