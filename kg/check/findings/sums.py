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
SELECT DISTINCT ?whole ?label ?count ?part ?number WHERE {
  ?whole kg:count ?count ; rdfs:label ?label . ?part kg:subEventOf ?whole ; kg:count ?number .
} ORDER BY ?whole ?part ?label ?count ?number"""
_TELLING = """
SELECT ?event ?mention WHERE {
  ?event kg:count ?count ; kg:evidence ?mention . ?mention nif:beginIndex ?begin ; nif:endIndex ?end .
} ORDER BY ?event DESC(?end - ?begin) ?begin ?mention"""
Scope = tuple[str, str, str, str]  # claimant, measure, group, report
Figures = Mapping[str, Mapping[Scope, list[Figure]]]


def parts_of(graph: Graph) -> dict[str, list[str]]:
    """The direct parts of each event that has any, in the report's order."""
    found: dict[str, list[str]] = defaultdict(list)
    for whole, part, _ in graph.query(_PARTS):
        found[str(whole)].append(str(part))
    return dict(found)


def sums(figures: Iterable[Figure], parts: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """For each whole and claimant: that the parts disagree with the whole, or that they agree.

    Within one report: the parts of Monday's toll need not come to Tuesday's. They disagree where they are more than the
    whole allows, or where every part is told and they are fewer. That they agree is said of exact numbers only.
    """
    by_event: dict[str, dict[Scope, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        by_event[figure.event][figure.claimant, figure.measure, figure.group, figure.report].append(figure)
    for whole in sorted(parts):
        for scope, said in sorted(by_event.get(whole, {}).items()):
            told = [_only(by_event[part][scope]) for part in parts[whole] if scope in by_event.get(part, {})]
            clear, total = [t for t in told if t], _only(said)
            if total and len(clear) > 1 and len(clear) == len(told):
                yield from _compared(total, clear, len(told) == len(parts[whole]))
        yield from _borrowed(whole, by_event, parts[whole])


def _borrowed(event: str, figures: Figures, parts: Sequence[str]) -> Iterator[Finding]:
    """That the parts by one source come to the number that the report gives in its own voice."""
    for (claimant, *rest), said in sorted(figures.get(event, {}).items()):
        total = _only(said)
        if total and total.own:
            scopes = {s for p in parts for s in figures.get(p, {}) if s[1:] == tuple(rest) and s[0] != claimant}
            for scope in sorted(scopes):
                told = [_only(figures[p][scope]) for p in parts if scope in figures.get(p, {})]
                clear = [t for t in told if t and t.exact]
                if len(clear) == len(told) > 1 and sum(t.number for t in clear) == total.number:
                    yield _as_said(total, clear)


def _as_said(whole: Figure, parts: Sequence[Figure]) -> Finding:
    total = " + ".join(p.printed for p in parts)
    voices = f"the parts by {parts[0].who}, {whole.printed} by {whole.who}"
    sentence = f"{whole.label}: {whole.counted}: {total} = {whole.number:,}, as said ({voices})"
    claims = (whole.claim, *(p.claim for p in parts))
    return Finding("Finding", sentence, claims, (*_topic(whole), parts[0].claimant))


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
    return Finding(kind, sentence, claims, _topic(whole))


def _topic(whole: Figure) -> tuple[str, ...]:
    return whole.event, whole.claimant, whole.measure, whole.group, whole.report


def counts(graph: Graph) -> Iterator[Finding]:
    """Events that stand for so many, where the numbers of their parts come to just that: 3 + 4 = 7 explosions.

    That they come to another number is no finding: a report may tell a part twice, or not at all.
    """
    wholes: dict[tuple[str, str, int], dict[str, int]] = defaultdict(dict)
    told = _telling(graph)
    for whole, label, count, part, number in graph.query(_COUNTS):
        wholes[str(whole), str(label), int(str(count))][str(part)] = int(str(number))
    for (whole, label, count), parts in wholes.items():
        if len(parts) > 1 and sum(parts.values()) == count:
            total = " + ".join(map(str, sorted(parts.values())))
            sentence = f"{label}: {total} = {count}, as said"
            yield Finding("Finding", sentence, tuple(sorted({told[e] for e in (whole, *parts)})), (whole, "count"))


def _telling(graph: Graph) -> dict[str, str]:
    """Of each event that has a number, the mention that is likeliest to hold it: the longest, "three loud blasts"."""
    found: dict[str, str] = {}
    for event, mention in graph.query(_TELLING):
        found.setdefault(str(event), str(mention))
    return found
