"""Figures summed up: for each event and measure one answer from many claims, under a rule that has a name.

Only figures of all the harmed count (not of children, or of attackers), and of each claimant only the latest. The
reprints of one text count once.

    range          from the lowest to the highest of all claims; no best figure.
    conservative   the lowest that any claim allows is the best: the habit of ACLED ("the lowest, most conservative
                   estimate", ACLED Codebook, on fatalities).
    best-low-high  low and high as in range, and as best what the most origins give; of several the lower: the habit of
                   UCDP GED (best, high and low estimates).
    latest         what was said last; of several at once the lowest to the highest.
"""
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.claim import Claim
from kg.graph.schema import types
from kg.graph.setting import Setting
from kg.graph.supersession import moment, supersession
from kg.graph.terms import DERIVED, RDF_TYPE, Term, integer, kg, typed


@dataclass(frozen=True, slots=True)
class Count:
    """A claim as a policy sees it: lower and upper limit (None: open), the best single number, day and origin."""

    claim: Claim
    low: int
    high: int | None
    best: int
    when: tuple[str, str]
    origin: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The answer, and the claims that it rests on; None where it is open or the policy chooses none."""

    low: int
    high: int | None
    best: int | None
    rests_on: tuple[Claim, ...]


def summaries(event: NamedNode, claims: Sequence[Claim], setting: Setting) -> Iterator[Triple]:
    """kg:FigureSummary under each policy of the setting, for each measure of which there is a figure."""
    for measure, counts in sorted(counted(claims, setting).items(), key=lambda item: item[0].value):
        for policy in setting.policies:
            yield from _triples(event, measure, policy, RULES[policy](counts), setting.base)


def counted(claims: Sequence[Claim], setting: Setting) -> dict[NamedNode, list[Count]]:
    """The figures that count, by measure."""
    whole = [c for c in claims if c.kind == "FigureClaim" and c.get(kg("victimGroup")) is None]
    stale = {earlier.key for _, earlier in supersession(whole)}
    found: dict[NamedNode, list[Count]] = defaultdict(list)
    for claim in whole:
        measure = claim.get(kg("measure"))
        if claim.key not in stale and isinstance(measure, NamedNode):
            found[measure].append(_count(claim, setting))
    return found


def _count(claim: Claim, setting: Setting) -> Count:
    low, high, printed = (_number(claim.get(kg(name))) for name in ("lower", "upper", "figure"))
    best = printed if printed is not None else low or 0
    return Count(claim, low or 0, high, best, moment(claim) or ("", ""), setting.origin(claim.report.value))


def _number(term: Term | None) -> int | None:
    return int(term.value) if isinstance(term, Literal) else None


def spread(counts: Sequence[Count]) -> Summary:
    """From the lowest to the highest; open above where every claim that could be the highest is."""
    highs = [c.high for c in counts]
    top = max((h for h in highs if h is not None), default=None)
    lowest_open = max((c.low for c in counts if c.high is None), default=-1)
    high = None if top is None or lowest_open > top else top
    return Summary(min(c.low for c in counts), high, None, tuple(c.claim for c in counts))


def conservative(counts: Sequence[Count]) -> Summary:
    """The lowest that any claim allows."""
    low = min(c.low for c in counts)
    at = [c for c in counts if c.low == low]
    return Summary(low, spread(at).high, low, tuple(c.claim for c in at))


def best_low_high(counts: Sequence[Count]) -> Summary:
    """The number that most origins give, within the whole range."""
    whole = spread(counts)
    given = Counter(best for best, _ in {(c.best, c.origin) for c in counts})
    best = min(given, key=lambda number: (-given[number], number))
    return Summary(whole.low, whole.high, best, whole.rests_on)


def latest(counts: Sequence[Count]) -> Summary:
    """What was said last."""
    day = max(c.when for c in counts)
    last = [c for c in counts if c.when == day]
    whole = spread(last)
    return Summary(whole.low, whole.high, min(c.best for c in last), whole.rests_on)


RULES: Mapping[str, Callable[[Sequence[Count]], Summary]] = {
    "range": spread,
    "conservative": conservative,
    "best-low-high": best_low_high,
    "latest": latest,
}


def _triples(event: NamedNode, measure: NamedNode, policy: str, found: Summary, base: str) -> Iterator[Triple]:
    digest = sha256("\x1f".join((event.value, measure.value, policy)).encode()).hexdigest()[:16]
    node = NamedNode(f"{base}summary/{policy}-{digest}")
    for kind in types("FigureSummary"):
        yield Triple(node, RDF_TYPE, kind)
    yield Triple(node, kg("about"), event)
    yield Triple(node, kg("measure"), measure)
    yield Triple(node, kg("policy"), typed(policy, "string"))
    for name, value in (("lower", found.low), ("upper", found.high), ("best", found.best)):
        if value is not None:
            yield Triple(node, kg(name), integer(value))
    for claim in found.rests_on:
        yield Triple(node, DERIVED, claim.iri(base))
