"""Which later figure replaces which earlier one: always the same claimant's."""
from collections.abc import Iterable, Iterator, Sequence

from kg.graph.claim import Claim
from kg.graph.terms import Term, kg

Scope = tuple[Term | None, ...]


def supersession(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """(later, earlier) for each pair of figures by one claimant for one event, measure and group.

    A claim's time is the day on which it was said, else the report's publication. A figure that only repeats the
    earlier one replaces nothing.
    """
    scopes: dict[Scope, dict[str, list[Claim]]] = {}
    for claim in claims:
        if claim.kind == "FigureClaim" and claim_day(claim) and speaker(claim):
            scopes.setdefault(scope(claim), {}).setdefault(claim_day(claim), []).append(claim)
    for days in scopes.values():
        yield from _replaced([days[day] for day in sorted(days)])


def _replaced(days: Iterable[Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    live: list[Claim] = []
    for today in days:
        values = {value(c) for c in today}
        stale = [c for c in live if value(c) not in values]
        yield from ((new, old) for new in today for old in stale)
        live = [c for c in live if value(c) in values] + list(today)


def scope(claim: Claim) -> Scope:
    """Who counts whom, where: two figures with one scope speak of one thing."""
    return (speaker(claim), *(claim.get(kg(p)) for p in ("about", "measure", "victimGroup")))


def speaker(claim: Claim) -> Term | None:
    """The claimant; for the report's own voice its outlet."""
    return claim.claimant or claim.publisher


def value(claim: Claim) -> tuple[Term | None, ...]:
    """The figure and its limits."""
    return tuple(claim.get(kg(p)) for p in ("figure", "lower", "upper"))


def claim_day(claim: Claim) -> str:
    """The day on which it was said or printed, ISO 8601, or ""."""
    said = [t.value for t in claim.said if t.datatype in ("date", "dateTime")]
    return max(said, default=claim.published)[:10]
